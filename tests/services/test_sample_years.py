"""The sample rounds: every level opened once, by the same deeds as real ones, and marked as sample."""

from decimal import Decimal
from time import process_time

import pytest
from django.db.models import Count, F

from parindex.domain.agencies import AgencyLevel
from parindex.records.models import AssessmentRound, RowVersion, Sheet, SheetRow
from parindex.services.demonstration.years import PUBLISHED, load_sample_years
from parindex.services.log import verify
from parindex.services.results.standings import round_standings
from tests.demonstration import SAMPLE_DAY

pytestmark = pytest.mark.usefixtures("sample_years")

LEVELS = [AgencyLevel.DEPARTMENT, AgencyLevel.DISTRICT]
MOST_SECONDS = 10  # of the processor, on a machine with two cores


def test_two_published_years_and_four_running_ones_are_opened_and_all_are_samples():
    rounds = AssessmentRound.objects.order_by("year", "level")

    assert [(row.year, row.level, row.published_at is not None, row.is_sample) for row in rounds] == [
        (2017, "department", True, True),
        (2017, "district", True, True),
        (2017, "province", True, True),
        (2018, "commune", False, True),
        (2018, "department", False, True),
        (2018, "district", False, True),
        (2018, "province", False, True),
    ]


def test_the_lead_agencies_of_the_plan_score_the_province():
    sheets = Sheet.objects.filter(unit__round__level="province").order_by("agency__position")

    assert [(sheet.agency.name, sheet.areas) for sheet in sheets] == [
        ("Văn phòng UBND tỉnh", ["3", "8"]),
        ("Sở Nội vụ", ["1", "4", "5"]),
        ("Sở Tư pháp", ["2"]),
        ("Sở Tài chính", ["6"]),
        ("Sở Thông tin và Truyền thông", ["7"]),
    ]


def test_every_unit_of_a_level_has_a_sheet_of_its_own():
    counted = AssessmentRound.objects.filter(year=2018).annotate(sheets=Count("units__sheets"))

    assert dict(counted.values_list("level", "sheets")) == {
        "commune": 137,
        "department": 20,
        "district": 9,
        "province": 5,
    }


def test_a_published_year_has_every_row_published_and_its_log_holds():
    rows = SheetRow.objects.filter(sheet__unit__round__published_at__isnull=False)

    assert set(rows.values_list("stage", flat=True)) == {"published"}
    assert list(verify()) == []


def said(level: AgencyLevel) -> list[RowVersion]:
    """What every row of a published year says in the end."""
    rows = SheetRow.objects.filter(sheet__unit__round__year=PUBLISHED, sheet__unit__round__level=level)
    return [row.current for row in rows.select_related("current") if row.current]


@pytest.mark.parametrize("level", LEVELS)
def test_every_row_of_a_published_year_claims_what_the_rule_gives_or_that_it_does_not_apply(
    level: AgencyLevel,
):
    rows = said(level)

    assert {row.claimed is None for row in rows if row.applicable} == {False}
    assert [row for row in rows if row.applicable and row.claimed != row.computed] == []
    assert {(row.claimed, row.awarded, bool(row.justification)) for row in rows if not row.applicable} == {
        (None, None, True)
    }


@pytest.mark.parametrize("level", LEVELS)
def test_a_criterion_that_does_not_apply_costs_no_points(level: AgencyLevel):
    round_ = AssessmentRound.objects.get(year=PUBLISHED, level=level)
    lost = {
        score.criterion.code: (score.tally.lost, score.tally.inapplicable > 0)
        for one in round_standings(round_)
        for score in one.score.criteria
        if score.criterion.code in one.rows and not one.rows[score.criterion.code].applies
    }

    assert set(lost.values()) == {(Decimal(0), True)}


@pytest.mark.parametrize("level", LEVELS)
def test_the_council_lowers_a_few_claims_and_says_why(level: AgencyLevel):
    rows = said(level)

    lowered = [row for row in rows if row.awarded != row.claimed]
    assert 0 < len(lowered) < len(rows) / 10
    assert {bool(row.reason) for row in lowered} == {True}
    assert {row.body for row in rows} == {"Hội đồng thẩm định của tỉnh (mẫu)"}


def test_they_are_loaded_in_ten_seconds():
    loaded = AssessmentRound.objects.exclude(year=PUBLISHED, level=AgencyLevel.PROVINCE)
    loaded.update(year=F("year") - 10)  # out of the way: nothing of a round is ever deleted
    start = process_time()

    opened = load_sample_years(today=SAMPLE_DAY)

    assert (opened, process_time() - start <= MOST_SECONDS) == (6, True)


def test_loading_them_again_opens_nothing():
    assert load_sample_years(today=SAMPLE_DAY) == 0
