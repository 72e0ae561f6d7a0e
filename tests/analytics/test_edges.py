"""Exactness at thresholds, at the limits of int64, and of the sums."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from parindex.analytics.arrays import LARGEST
from parindex.analytics.books import units_from_books
from parindex.analytics.columns.base import Provenance
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.facts import UnitFacts
from parindex.analytics.kernels.quotients import rounded
from parindex.analytics.scoring import Scorer, score_units
from parindex.domain.facts import FactBook, FactKind, NamedCount
from parindex.domain.points import Rounding, RoundingMode
from parindex.domain.rules.all_or_nothing import AllOrNothing
from parindex.domain.rules.band_by_rate import Band, BandByRate
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.checklist import Checklist, ChecklistItem
from parindex.domain.rules.proportional import Proportional
from parindex.domain.scoring import Tally, score_framework
from parindex.domain.sources import Certainty
from parindex.domain.titles import NO_TITLE
from tests.analytics.kit import SOURCE, fact, framework

SOURCES = (Provenance(reference=SOURCE, certainty=Certainty.REGISTER),)
EDGES = ("0.9", "0.7", "0.5")
PLAN = Certainty.PLAN


def bands() -> BandByRate:
    """90 % and more earns 1.00, then 0.75 and 0.50 down to 50 %, below it nothing; the real decisions' usual shape."""
    earned = zip((None, *EDGES), (*EDGES, None), ("1", "0.75", "0.5", "0"), strict=True)
    return BandByRate(
        value="share",
        bands=tuple(
            Band(
                earns=Decimal(earns),
                certainty=PLAN,
                at_least=None if low is None else Decimal(low),
                below=None if below is None else Decimal(below),
            )
            for below, low, earns in earned
        ),
    )


def shares(numerator: list[int], denominator: list[int]) -> UnitFacts:
    column = FigureColumn(
        kind=FactKind.SHARE,
        sources=SOURCES,
        numerator=np.array(numerator, np.int64),
        denominator=np.array(denominator, np.int64),
    )
    return UnitFacts(units=len(numerator), columns={"share": column})


@pytest.mark.parametrize("denominator", [10, 70, 130, 1_000_003, 10**9 + 7, 10**17, LARGEST])
@pytest.mark.parametrize("edge", EDGES)
def test_a_share_on_an_edge_or_one_unit_beside_it_falls_into_its_own_band(edge: str, denominator: int):
    nearest = int(Fraction(edge) * denominator)
    numerators = [nearest - 1, nearest, nearest + 1]

    scores = score_units(framework(bands()), shares(numerators, [denominator] * 3))

    exact = [sum(Fraction(n, denominator) >= Fraction(e) for e in EDGES) for n in numerators]
    assert scores.points[:, 0].tolist() == [[0, 50, 75, 100][reached] for reached in exact]


def test_every_share_of_whole_numbers_up_to_120_falls_where_fractions_put_it():
    pairs = [(n, d) for d in range(1, 121) for n in range(d + 1)]

    scores = score_units(framework(bands()), shares([n for n, _ in pairs], [d for _, d in pairs]))

    exact = [sum(Fraction(n, d) >= Fraction(edge) for edge in EDGES) for n, d in pairs]
    assert scores.points[:, 0].tolist() == [[0, 50, 75, 100][reached] for reached in exact]


def test_the_branch_of_a_unit_is_the_band_of_the_statement_that_decided():
    rule = bands()

    scores = score_units(framework(rule), shares([1, 9, 8, 6, 0], [1, 10, 10, 10, 1]))

    said = [rule.statement(Decimal(1))[branch].values["points"] for branch in scores.branches("1.1").tolist()]
    assert scores.branches("1.1").tolist() == [0, 0, 1, 2, 3]
    assert said == [Decimal("1"), Decimal("1"), Decimal("0.75"), Decimal("0.5"), Decimal("0")]


@pytest.mark.parametrize("mode", RoundingMode)
def test_quotients_round_as_the_framework_rounds(mode: RoundingMode):
    rounding = Rounding(quantum=Decimal(1), mode=mode)
    pairs = [(n, d) for n in range(-40, 41) for d in range(1, 13)]

    found = rounded(
        np.array([n for n, _ in pairs], np.int64), np.array([d for _, d in pairs], np.int64), mode
    )

    assert found.tolist() == [int(rounding.apply(Fraction(n, d))) for n, d in pairs]


def test_shares_beyond_int64_products_are_scored_by_the_domain_and_equal():
    held = framework(Proportional(value="share", certainty=PLAN, full_at=Decimal("0.7")))
    facts = shares([1, LARGEST // 2, LARGEST], [3, LARGEST, LARGEST])

    scores = score_units(held, facts)

    assert [scores.decimal(unit, "1.1") for unit in range(3)] == [
        Decimal("0.48"),
        Decimal("0.71"),
        Decimal("1.00"),
    ]


def test_a_rule_whose_own_numbers_leave_int64_is_scored_by_the_domain():
    tiny = Band(earns=Decimal(1), certainty=PLAN, at_least=Decimal("1E-30"))
    held = framework(BandByRate(value="share", bands=(tiny,)))

    scores = score_units(held, shares([0, 1], [1, LARGEST]))

    assert Scorer.of(held).leaves[0].kernel is None
    assert [scores.outcome(unit, "1.1") for unit in (0, 1)] == [Outcome.UNRULED, Outcome.SCORED]


def test_a_criterion_without_a_rule_scores_where_the_register_is_complete():
    held = framework(None)
    yes, no, inapplicable = (fact("register", said) for said in (True, False, None))
    books = [FactBook.of(said) for said in ([yes], [no], [], [inapplicable], [yes, yes], [yes, no])]

    scores = score_units(held, units_from_books(held, books))

    full = Decimal("1.00")
    assert [scores.decimal(unit, "1.1") for unit in range(6)] == [full, None, None, None, full, None]
    assert [scores.explanation(unit, "1.1") for unit in range(6)] == [
        score_framework(held, book).criteria[0] for book in books
    ]


def test_a_named_count_at_its_limit_keeps_to_it():
    item = ChecklistItem(fact="deputies", title=NO_TITLE, points=Decimal(1), certainty=PLAN, at_most=3)
    held = framework(Checklist(items=(item,)))
    books = [
        FactBook.of([fact("deputies", (NamedCount(name="Sở Nội vụ", count=count),))]) for count in (2, 3, 4)
    ]

    scores = score_units(held, units_from_books(held, books))

    assert scores.points[:, 0].tolist() == [100, 100, 0]


def test_areas_and_parts_add_up_as_in_the_domain():
    requirement = AllOrNothing(requirement="done", title=NO_TITLE, met_certainty=PLAN, unmet_certainty=PLAN)
    held = framework(bands(), requirement, None, maximum=Decimal("1.005"))
    books = [
        FactBook.of([fact("share", Fraction(4, 5)), fact("done", True)]),
        FactBook.of([fact("share", None), fact("done", False)]),
        FactBook.of([]),
    ]

    scores = score_units(held, units_from_books(held, books))

    listed = [score_framework(held, book).parts[0] for book in books]
    expected = [
        Tally(
            maximum=one.tally.maximum - one.unlisted.maximum,
            earned=one.tally.earned,
            lost=one.tally.lost,
            open=one.tally.open - one.unlisted.open,
            inapplicable=one.tally.inapplicable,
        )
        for one in listed
    ]
    assert [scores.parts.tally("appraised", unit) for unit in range(3)] == expected
    assert [scores.areas.tally("1", unit) for unit in range(3)] == expected


def test_no_unit_at_all_gives_empty_scores():
    scores = score_units(framework(bands()), shares([], []))

    assert scores.points.shape == (0, 1)
