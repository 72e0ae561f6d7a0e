"""Side by side: two versions, claims and awards, last year's facts under new rules."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.rights import Role
from parindex.records.models import AssessmentRound, FrameworkVersion
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.frameworks.maps import VersionMaps, _composed, _turned
from parindex.services.frameworks.storing import built_in_version, store_framework
from parindex.services.results.comparisons import what_if_page
from parindex.services.results.over_scoring import over_scoring
from tests.scoring_year import acting, open_2018
from tests.small_round import (
    award,
    claim,
    framework_data,
    know,
    open_small,
    publish_round,
    three_ranked,
    unit_of,
)

pytestmark = pytest.mark.django_db

CODES = st.sampled_from(["1.1", "1.2", "2.1", "2.2", "3.1"])
MAPS = st.dictionaries(CODES, st.lists(CODES, min_size=1, unique=True).map(tuple))


def version(id_: str, previous: FrameworkVersion | None = None, **mapping: str) -> FrameworkVersion:
    """A version of the small framework; c1_1="1.2" says that its 1.1 continues the other one's 1.2."""
    told = {new.removeprefix("c").replace("_", "."): old.split() for new, old in mapping.items()}
    data = framework_data(id_)
    return store_framework(
        actor=SYSTEM, data=data, source_name=f"{id_}.yaml", previous=previous, mapping=told
    )


# ── Which criteria stand for which ───────────────────────────────────────────────────────────────────────────────────


def test_a_version_is_mapped_to_the_one_before_the_one_it_continues():
    first = version("nho-1")
    second = version("nho-2", first, c1_1="1.1 1.2", c2_1="2.1")
    third = version("nho-3", second, c1_2="1.1", c2_2="2.2")

    maps = VersionMaps("district")

    assert maps.between(third, first) == {"1.2": ("1.1", "1.2")}
    assert maps.between(first, third) == {"1.1": ("1.2",), "1.2": ("1.2",)}
    assert maps.between(second, second) == {code: (code,) for code in ("1.1", "1.2", "2.1", "2.2")}


def test_versions_that_nobody_compared_have_no_map():
    first, other = version("nho-1"), version("nho-khac")

    assert VersionMaps("district").between(other, first) is None


@given(MAPS)
def test_a_map_read_backwards_twice_is_the_map(codes: dict[str, tuple[str, ...]]):
    again = _turned(_turned(codes))

    assert {code: set(olds) for code, olds in again.items()} == {
        code: set(olds) for code, olds in codes.items()
    }


@given(MAPS, MAPS)
def test_two_steps_lead_where_each_leads_after_the_other(
    one: dict[str, tuple[str, ...]], two: dict[str, tuple[str, ...]]
):
    found = _composed([one, two])

    wanted = {
        code: {old for middle in middles for old in two.get(middle, ())} for code, middles in one.items()
    }
    assert {code: set(olds) for code, olds in found.items()} == {
        c: olds for c, olds in wanted.items() if olds
    }


# ── Claims beside awards ─────────────────────────────────────────────────────────────────────────────────────────────


def test_who_claims_most_beyond_the_award_comes_first():
    seen = over_scoring(actor=SYSTEM, round_pk=three_ranked().pk)

    assert seen
    assert [(seen.names[gap.of], gap.difference, gap.over_count) for gap in seen.gaps.by_agency] == [
        ("UBND huyện Yên Lạc", Decimal("6.00"), 2),
        ("UBND thành phố Vĩnh Yên", Decimal("2.00"), 1),
        ("UBND thành phố Phúc Yên", Decimal("1.00"), 1),
    ]
    assert (seen.difference, seen.over, seen.under, seen.share) == (Decimal("9.00"), 4, 0, Fraction(9, 48))


def test_a_choice_shows_its_rows_the_largest_gap_first():
    round_ = three_ranked()

    of_agency = over_scoring(actor=SYSTEM, round_pk=round_.pk, agency="251")
    of_criterion = over_scoring(actor=SYSTEM, round_pk=round_.pk, criterion="2.1")

    assert of_agency
    assert of_criterion
    assert [(row.row.criterion, row.difference) for row in of_agency.rows] == [
        ("1.1", Decimal("3.00")),
        ("2.1", Decimal("3.00")),
    ]
    assert [(row.agency, row.reason) for row in of_criterion.rows] == [
        ("251", "Thiếu tài liệu kiểm chứng"),
        ("243", "Thiếu tài liệu kiểm chứng"),
    ]


def test_points_that_were_raised_count_the_other_way():
    round_ = open_small()
    claim(round_, "243", c1_1="3", c2_1="6")
    award(round_, "243", c1_1="5", c2_1="5.5")

    seen = over_scoring(actor=SYSTEM)

    assert seen
    assert (seen.difference, seen.over, seen.under) == (Decimal("-1.50"), 1, 1)


def test_rows_that_do_not_apply_or_are_not_appraised_tell_nothing():
    round_ = open_small()
    claim(round_, "243", c1_1="6", c1_2=None, c2_1="6")
    award(round_, "243", c1_2=None, c2_1="6")

    seen = over_scoring(actor=SYSTEM)

    assert seen
    assert [row.row.criterion for row in seen.all_rows] == ["2.1"]


def test_each_round_has_the_gap_of_an_average_unit():
    three_ranked()

    seen = over_scoring(actor=SYSTEM)

    assert seen
    assert [(one.year, one.rows, one.over, one.difference, one.by_unit) for one in seen.rounds] == [
        (2018, 9, 4, Decimal("9.00"), Decimal("3.00"))
    ]


def test_while_nothing_is_appraised_there_is_nothing_to_compare():
    claim(open_small(), "243", c1_1="6")

    assert over_scoring(actor=SYSTEM) is None


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD, Role.CONTRIBUTOR, Role.ADMINISTRATOR])
def test_who_may_not_read_results_may_not_compare(role: Role):
    round_ = three_ranked()

    with pytest.raises(RefusedError):
        over_scoring(actor=acting(role, "243"), round_pk=round_.pk)
    with pytest.raises(RefusedError):
        what_if_page(actor=acting(role, "243"), round_pk=round_.pk)


# ── Last year's facts under new rules ────────────────────────────────────────────────────────────────────────────────


def test_the_facts_of_a_unit_are_scored_by_another_version_with_both_totals():
    first = version("nho-1")
    second = version("nho-2", first, c1_1="1.1", c2_1="2.1")
    round_ = publish_round(_appraised(open_small(version=first)))
    know(round_, "243", plan_done=Fraction(1, 2), online=Fraction(1))

    seen = what_if_page(
        actor=SYSTEM, round_pk=round_.pk, unit_pk=unit_of(round_, "243").pk, version_pk=second.pk
    )

    assert seen
    assert seen.compared
    rows = {row.code: row for row in seen.compared.rows}
    assert (seen.is_mapped, seen.carried, seen.compared.dropped) == (True, 2, ("1.2", "2.2"))
    assert (rows["1.1"].points, rows["1.1"].old_share, rows["1.2"].old_codes) == (
        Decimal("3.00"),
        Fraction(1, 2),
        (),
    )
    assert rows["2.2"].why
    assert rows["2.2"].why.vi == "Chưa có số liệu “satisfied”: chưa chấm được."
    assert (seen.compared.old_total.maximum, seen.compared.new_total.maximum) == (Decimal(20), Decimal(20))


def test_two_versions_that_nobody_compared_carry_facts_by_their_codes_alone():
    first = version("nho-1")
    other = version("nho-khac")
    round_ = open_small(version=first)
    know(round_, "243", plan_done=Fraction(1))

    seen = what_if_page(actor=SYSTEM, unit_pk=unit_of(round_, "243").pk, version_pk=other.pk)

    assert seen
    assert (seen.version, seen.is_mapped, seen.carried) == (other, False, 1)


def test_a_level_with_one_version_has_nothing_to_try():
    round_ = open_small()

    seen = what_if_page(actor=SYSTEM, round_pk=round_.pk)

    assert seen
    assert (seen.versions, seen.compared) == ((), None)


def test_without_a_round_there_is_no_page():
    built_in_version("2948-2017", actor=SYSTEM)

    assert what_if_page(actor=SYSTEM) is None


def test_the_newest_published_round_is_chosen_unless_one_is_named():
    published = publish_round(three_ranked(2017))
    running = open_2018().round

    chosen = what_if_page(actor=SYSTEM)
    named = what_if_page(actor=SYSTEM, round_pk=running.pk)

    assert chosen
    assert named
    assert (chosen.round.pk, named.round.pk) == (published.pk, running.pk)


def _appraised(round_: AssessmentRound) -> AssessmentRound:
    for code in ("243", "244", "251"):
        claim(round_, code, c1_1="1", c1_2="1", c2_1="1")
        award(round_, code, c1_1="1", c1_2="1", c2_1="1")
    return round_
