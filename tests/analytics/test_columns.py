"""What columns accept, and that the fillers where nothing is known never count."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from parindex.analytics.columns.answers import LevelColumn, YesNoColumn
from parindex.analytics.columns.base import Provenance, State
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.facts import UnitFacts
from parindex.analytics.scoring import score_units
from parindex.domain.facts import Event, FactKind
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.comparison import Comparison
from parindex.domain.rules.deduction_per_event import DeductionPerEvent
from parindex.domain.rules.grade import Breach, Grade
from parindex.domain.rules.parameters import Earning, EventWeight, ShareOfMaximum
from parindex.domain.sources import Certainty
from parindex.domain.titles import NO_TITLE, Title
from tests.analytics.kit import SOURCE, framework

SOURCES = (Provenance(reference=SOURCE, certainty=Certainty.REGISTER),)
KNOWN_THEN_MISSING = np.array([State.KNOWN, State.MISSING], np.int8)


def figures(kind: FactKind, numerator: list[int], denominator: list[int] | int = 1, **others) -> FigureColumn:
    below = denominator if isinstance(denominator, int) else np.array(denominator, np.int64)
    return FigureColumn(
        kind=kind, sources=SOURCES, numerator=np.array(numerator, np.int64), denominator=below, **others
    )


@pytest.mark.parametrize(
    ("kind", "numerator", "denominator"),
    [
        (FactKind.SHARE, [3], [2]),
        (FactKind.SHARE, [-1], [2]),
        (FactKind.SHARE, [1], [0]),
        (FactKind.SHARE, [1, 2], [2]),
        (FactKind.COUNT, [-1], 1),
        (FactKind.COUNT, [1], 2),
        (FactKind.NUMBER, [1], 3),
        (FactKind.LEVEL, [1], 1),
    ],
)
def test_a_figure_that_its_kind_cannot_hold_is_refused(kind, numerator, denominator):
    with pytest.raises(ValueError):
        figures(kind, numerator, denominator)


def test_figures_come_back_as_the_domain_holds_them():
    columns = [
        figures(FactKind.SHARE, [249], [250]),
        figures(FactKind.NUMBER, [-150], 100),
        figures(FactKind.COUNT, [3]),
    ]

    values = [column.value(0) for column in columns]

    assert values == [Fraction("0.996"), Decimal("-1.5"), 3]


def test_a_column_of_another_length_is_refused():
    column = YesNoColumn(sources=SOURCES, values=np.array([1, 0], np.int8))

    with pytest.raises(ValueError, match="holds 2 units, not 3"):
        UnitFacts(units=3, columns={"done": column})


def test_a_yes_that_stands_where_nothing_is_known_is_no_breach():
    good = ShareOfMaximum(name="good", title=NO_TITLE, share=Decimal(1), certainty=Certainty.PLAN)
    breach = Breach(fact="breach", title=NO_TITLE, certainty=Certainty.PLAN)
    held = framework(Grade(value="grade", grades=(good,), breach=breach))
    facts = UnitFacts(
        units=2,
        columns={
            "grade": LevelColumn(sources=SOURCES, values=np.array([0, 0], np.int16), labels=("good",)),
            "breach": YesNoColumn(
                sources=SOURCES, values=np.array([1, 1], np.int8), states=KNOWN_THEN_MISSING
            ),
        },
    )

    scores = score_units(held, facts)

    assert [scores.decimal(unit, "1.1") for unit in (0, 1)] == [Decimal(0), Decimal(1)]


def test_a_yes_that_stands_where_nothing_is_known_completes_no_register():
    held = framework(None)
    column = YesNoColumn(sources=SOURCES, values=np.array([1, 1], np.int8), states=KNOWN_THEN_MISSING)

    scores = score_units(held, UnitFacts(units=2, columns={"register": column}))

    assert [scores.outcome(unit, "1.1") for unit in (0, 1)] == [Outcome.SCORED, Outcome.UNRULED]


def test_a_figure_that_stands_where_nothing_is_known_is_not_compared():
    earning = Earning(earns=Decimal(1), certainty=Certainty.PLAN)
    held = framework(
        Comparison(trend="trend", this_year="this", last_year="last", measure="count", higher=earning)
    )
    facts = UnitFacts(
        units=2,
        columns={
            "this": figures(FactKind.COUNT, [5, 5], states=KNOWN_THEN_MISSING),
            "last": figures(FactKind.COUNT, [4, 4]),
        },
    )

    scores = score_units(held, facts)

    assert [scores.outcome(unit, "1.1") for unit in (0, 1)] == [Outcome.SCORED, Outcome.MISSING]


def test_events_that_were_only_counted_are_told_by_their_kind():
    late = EventWeight(event="late", title=Title(vi="muộn"), points=Decimal("0.25"), certainty=Certainty.PLAN)
    held = framework(DeductionPerEvent(events="events", weights=(late,), none_certainty=Certainty.PLAN))
    column = TallyColumn(
        kind=FactKind.EVENTS, sources=SOURCES, names=("late",), counts=np.array([[2]], np.int64)
    )

    scores = score_units(held, UnitFacts(units=1, columns={"events": column}))

    read = scores.explanation(0, "1.1").facts[0].value
    assert scores.decimal(0, "1.1") == Decimal("0.50")
    assert read == (Event(kind="late", text="late"), Event(kind="late", text="late"))
