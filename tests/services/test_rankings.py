"""Rankings: what was awarded, else claimed; ties shared, open units last with why; closed until publication."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.points import ZERO
from parindex.domain.rights import Role
from parindex.records.models import AssessmentRound
from parindex.services.actor import SYSTEM, Actor
from parindex.services.results.publications import public_index, publication
from parindex.services.results.rankings import Ranking, Wanted, ranking
from parindex.services.results.standings import Basis
from parindex.services.results.units import UnitResult, unit_result
from tests.scoring_year import acting
from tests.small_round import (
    award,
    claim,
    know,
    open_small,
    publish_round,
    survey,
    three_ranked,
    unit_of,
)

pytestmark = pytest.mark.django_db

Place = tuple[str, int | None, bool, str | None]


def places(seen: Ranking) -> list[Place]:
    """Code, rank, tie and points of each line."""
    return [
        (
            line.unit.agency.code if line.unit.agency else "",
            line.rank,
            line.tied,
            None if line.points is None else f"{line.points:.2f}",
        )
        for line in seen.lines
    ]


def result(round_: AssessmentRound, code: str, actor: Actor = SYSTEM) -> UnitResult | None:
    return unit_result(round_pk=round_.pk, unit_pk=unit_of(round_, code).pk, actor=actor)


# ── Points and ranks ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_awarded_points_and_the_survey_make_the_total_and_equal_units_share_a_rank():
    round_ = three_ranked()

    seen = ranking(round_, actor=SYSTEM)

    assert places(seen) == [
        ("244", 1, True, "17.00"),
        ("243", 1, True, "17.00"),
        ("251", 3, False, "14.00"),
    ]
    assert (seen.middle, seen.unsettled, {line.standing.basis for line in seen.lines}) == (
        Decimal("17.00"),
        0,
        {Basis.APPRAISED},
    )


def test_a_row_that_is_not_appraised_counts_what_it_claims_and_says_so():
    round_ = open_small()
    survey(round_, u243="1")
    claim(round_, "243", c1_1="5.50", c1_2="4", c2_1="6")
    award(round_, "243", c1_1="5.00", c1_2="4")

    (line,) = [line for line in ranking(round_, actor=SYSTEM).lines if line.rank == 1]

    assert (line.points, line.standing.basis, line.standing.judged) == (Decimal("19.00"), Basis.CLAIMED, 2)


def test_what_an_agency_has_not_claimed_is_open_even_where_its_facts_would_give_points():
    round_ = open_small()
    know(round_, "243", plan_done=Fraction(1), online=Fraction(1), initiatives=2)
    claim(round_, "243", c1_1="6")

    line = next(line for line in ranking(round_, actor=SYSTEM).lines if line.unit.name.endswith("Vĩnh Yên"))

    assert (line.rank, line.tally.earned, line.tally.open) == (None, Decimal("6.00"), Decimal("14.00"))
    assert line.why
    assert (line.why.vi, line.why.en) == (
        "Còn 2 tiêu chí chưa tự chấm (10,00 điểm); 1 tiêu chí chưa đủ số liệu (4,00 điểm).",
        "Still open: 2 criteria without points claimed (10.00 points); 1 criterion without facts (4.00 points).",
    )


def test_open_units_stand_last_without_a_rank():
    round_ = open_small()
    survey(round_, u251="1/2")
    claim(round_, "251", c1_1="1", c1_2="1", c2_1="1")

    assert places(ranking(round_, actor=SYSTEM)) == [
        ("251", 1, False, "5.00"),
        ("244", None, False, None),
        ("243", None, False, None),
    ]


def test_a_unit_that_was_not_surveyed_is_rescaled_to_the_whole():
    round_ = open_small()
    know(round_, "243", satisfied=None)
    claim(round_, "243", c1_1="6", c1_2="2", c2_1="6")

    line = ranking(round_, actor=SYSTEM).lines[0]

    assert (line.points, line.is_rescaled, line.tally.inapplicable) == (
        Decimal("17.50"),
        True,
        Decimal("4.00"),
    )


def test_a_row_that_does_not_apply_is_left_out_be_it_appraised_so_or_not():
    round_ = open_small()
    survey(round_, u243="1")
    claim(round_, "243", c1_1="6", c1_2=None, c2_1="4")
    before = ranking(round_, actor=SYSTEM).lines[0].points
    award(round_, "243", c1_2=None)

    after = ranking(round_, actor=SYSTEM).lines[0]

    assert (before, after.points, after.tally.inapplicable) == (
        Decimal("17.50"),
        Decimal("17.50"),
        Decimal("4.00"),
    )


def test_points_given_to_a_row_that_was_said_not_to_apply_count():
    round_ = open_small()
    survey(round_, u243="1")
    claim(round_, "243", c1_1="6", c1_2=None, c2_1="6")
    award(round_, "243", c1_2="0")

    line = ranking(round_, actor=SYSTEM).lines[0]

    assert (line.points, line.tally.lost, line.tally.inapplicable) == (
        Decimal("16.00"),
        Decimal("4.00"),
        ZERO,
    )


def test_one_area_has_a_ranking_of_its_own():
    round_ = three_ranked()

    seen = ranking(round_, actor=SYSTEM, wanted=Wanted(area="1"))

    assert (seen.area and seen.area.code, places(seen)) == (
        "1",
        [("243", 1, False, "10.00"), ("244", 2, False, "9.00"), ("251", 3, False, "7.00")],
    )


def test_a_search_and_an_order_keep_the_ranks():
    round_ = three_ranked()

    found = ranking(round_, actor=SYSTEM, wanted=Wanted(query="yen lac"))
    by_name = ranking(round_, actor=SYSTEM, wanted=Wanted(order="name"))

    assert places(found) == [("251", 3, False, "14.00")]
    assert [code for code, *_ in places(by_name)] == ["251", "244", "243"]


def test_a_rank_is_set_beside_that_of_the_newest_published_year_before():
    earlier = open_small(2017)
    survey(earlier, u243="1", u244="1", u251="1")
    for code, points in {"243": "1", "244": "2", "251": "6"}.items():
        claim(earlier, code, c1_1=points, c1_2="4", c2_1="4")
        award(earlier, code, c1_1=points, c1_2="4", c2_1="4")
    round_ = three_ranked()
    closed = [line.places_lost for line in ranking(round_, actor=SYSTEM).lines]
    publish_round(earlier)

    seen = ranking(round_, actor=SYSTEM, wanted=Wanted(order="change"))

    assert closed == [None, None, None]
    assert [(line.unit.name, line.earlier, line.places_lost) for line in seen.lines] == [
        ("UBND thành phố Vĩnh Yên", 3, -2),
        ("UBND thành phố Phúc Yên", 2, -1),
        ("UBND huyện Yên Lạc", 1, 2),
    ]


def test_something_said_since_is_in_the_ranking_at_once():
    round_ = three_ranked()
    before = ranking(round_, actor=SYSTEM).lines[0].points
    award(round_, "244", c1_1="1")
    survey(round_, u251="1/4")

    after = places(ranking(round_, actor=SYSTEM))

    # two surveys that differ contradict each other: Yên Lạc's is no longer settled
    assert (before, after) == (
        Decimal("17.00"),
        [("243", 1, False, "17.00"), ("244", 2, False, "12.00"), ("251", None, False, None)],
    )


# ── Who sees what ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.APPRAISER, Role.LEADER, Role.AUDITOR])
def test_before_publication_who_may_read_results_sees_every_unit_and_rank(role: Role):
    assert [line.rank for line in ranking(three_ranked(), actor=acting(role)).lines] == [1, 1, 3]


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD])
def test_before_publication_an_agency_sees_its_own_claims_without_total_or_rank(role: Role):
    seen = ranking(three_ranked(), actor=acting(role, "243"))

    assert (seen.lines, seen.all_lines, seen.announced) == ((), (), None)
    assert [(own.unit.name, own.claimed, own.maximum, own.settled) for own in seen.own] == [
        ("UBND thành phố Vĩnh Yên", Decimal("16.00"), Decimal("16.00"), 3)
    ]


def test_a_contributor_sees_the_rows_that_were_given_to_them():
    seen = ranking(three_ranked(), actor=acting(Role.CONTRIBUTOR, "243", criteria=("1.1",)))

    assert [[row.criterion for row in own.rows] for own in seen.own] == [["1.1"]]


def test_an_agency_without_a_row_sees_nothing_of_a_round_before_its_publication():
    seen = ranking(three_ranked(), actor=acting(Role.HEAD, "26-so-y-te"))

    assert (seen.lines, seen.own) == ((), ())


def test_after_publication_everybody_sees_all_and_their_own_line_is_marked():
    round_ = publish_round(three_ranked())

    seen = ranking(round_, actor=acting(Role.SCORER, "243"))

    assert [(line.rank, line.is_own) for line in seen.lines] == [(1, False), (1, True), (3, False)]


def test_a_units_result_is_closed_to_other_agencies_until_it_is_published():
    round_ = three_ranked()
    head = acting(Role.HEAD, "244")

    before = result(round_, "243", head)
    publish_round(round_)
    after = result(round_, "243", head)

    assert before is None
    assert after
    assert (after.rank, after.out_of, after.total.earned) == (1, 3, Decimal("17.00"))


def test_a_units_own_agency_sees_its_rows_alone_and_no_rank():
    seen = result(three_ranked(), "243", acting(Role.HEAD, "243"))

    assert seen
    assert (seen.rank, seen.is_whole, seen.total.maximum) == (None, False, Decimal("16.00"))
    assert [line.criterion.code for area in seen.areas for line in area.lines] == ["1.1", "1.2", "2.1"]


def test_a_result_shows_what_was_claimed_computed_and_awarded_with_the_reason():
    round_ = open_small()
    know(round_, "243", plan_done=Fraction(3, 4))
    claim(round_, "243", c1_1="6.00")
    award(round_, "243", "Mới hoàn thành ba phần tư", c1_1="4.50")

    seen = result(round_, "243")

    assert seen
    line = seen.areas[0].lines[0]
    assert (line.claimed, line.computed, line.awarded, line.gap, line.reason) == (
        Decimal("6.00"),
        Decimal("4.50"),
        Decimal("4.50"),
        Decimal("1.50"),
        "Mới hoàn thành ba phần tư",
    )
    assert [step.key for step in line.steps] == ["proportional.part"]


def test_there_is_no_result_of_a_unit_of_another_round():
    round_, other = three_ranked(), open_small(2019)

    assert unit_result(round_pk=other.pk, unit_pk=unit_of(round_, "243").pk, actor=SYSTEM) is None
    assert unit_result(round_pk=0, unit_pk=unit_of(round_, "243").pk, actor=SYSTEM) is None


# ── Published ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_a_published_round_has_a_publication():
    round_ = three_ranked()
    before = publication(year=2018, level="district"), public_index().years
    publish_round(round_)

    seen = publication(year=2018, level="district")

    assert before == (None, ())
    assert seen
    assert [rank for _, rank, *_ in places(seen.ranking)] == [1, 1, 3]
    assert [(year.year, len(year.rounds)) for year in public_index().years] == [(2018, 1)]
    assert publication(year=2018, level="commune") is None
