"""A criterion over the published years: shares of the maximum under the codes of each year, and the province's rank."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.frameworks.stored import framework_data
from parindex.records.models import AssessmentRound, FrameworkVersion
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import store_framework
from parindex.services.improvement.criteria import criterion_page
from parindex.services.results.comparisons import criterion_history

pytestmark = pytest.mark.usefixtures("demonstration")


@pytest.fixture
def two_published_years() -> FrameworkVersion:
    """The year 2017, from its documents, and 2018 under a version that tells what four of its criteria continue."""
    first = AssessmentRound.objects.get(year=2017, level="province").framework
    data = framework_data("2948-2017")
    data["id"] = "1150-2018"
    second = store_framework(
        actor=SYSTEM,
        data=data,
        source_name="1150.yaml",
        previous=first,
        mapping={"5.7.1": ["5.7.1"], "1.2": ["1.2", "1.6"], "1.6": ["1.5"], "8.2": ["8.2"]},
    )
    known = AssessmentRound.objects.get(year=2017)
    later = AssessmentRound.objects.create(
        year=2018, level="province", framework=second, published_at=known.published_at
    )
    later.units.create(agency=known.units.get().agency, name="Tỉnh Vĩnh Phúc")
    return second


def test_a_criterion_has_its_share_and_the_provinces_rank_of_each_published_year(
    two_published_years: FrameworkVersion,
):
    newest, oldest = criterion_history("5.7.1", version=two_published_years)

    assert (newest.year, newest.codes, newest.share, newest.rank) == (2018, ("5.7.1",), None, 14)
    assert (oldest.year, oldest.codes, oldest.share, oldest.rank) == (2017, ("5.7.1",), Fraction(1, 2), 20)


def test_a_criterion_that_stands_for_two_has_the_sum_of_both(two_published_years: FrameworkVersion):
    _, oldest = criterion_history("1.2", version=two_published_years)

    assert (oldest.codes, oldest.tally.maximum, oldest.tally.earned, oldest.share) == (
        ("1.2", "1.6"),
        Decimal("4.00"),
        Decimal("1.75"),
        Fraction(7, 16),
    )


def test_a_criterion_whose_maximum_is_a_gap_has_no_share(two_published_years: FrameworkVersion):
    _, oldest = criterion_history("1.6", version=two_published_years)

    assert (oldest.codes, oldest.is_whole, oldest.share) == (("1.5",), False, None)


def test_a_parent_has_the_share_of_its_leaves_where_they_are_all_known(two_published_years: FrameworkVersion):
    _, whole = criterion_history("8.2", version=two_published_years)
    _, leaves = criterion_history("5.7", version=two_published_years)

    assert (whole.share, leaves.codes, leaves.share) == (Fraction(3, 7), ("5.7.1",), Fraction(1, 2))


def test_a_criterion_without_a_counterpart_says_so_instead_of_taking_the_same_code(
    two_published_years: FrameworkVersion,
):
    _, oldest = criterion_history("7.2.2", version=two_published_years)

    assert (oldest.is_mapped, oldest.codes, oldest.share) == (True, (), None)


def test_a_version_that_nobody_compared_gives_no_share(two_published_years: FrameworkVersion):
    data = framework_data("2948-2017")
    data["id"] = "khac"
    other = store_framework(actor=SYSTEM, data=data, source_name="khac.yaml")

    assert [(year.is_mapped, year.share) for year in criterion_history("5.7.1", version=other)] == [
        (False, None),
        (False, None),
    ]


def test_one_published_year_has_no_history():
    seen = criterion_page("5.7.1")

    assert seen
    assert seen.history == ()
