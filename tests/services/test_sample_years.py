"""The sample rounds: every level opened once, by the same deeds as real ones, and marked as sample."""

import pytest
from django.db.models import Count

from parindex.records.models import AssessmentRound, Sheet, SheetRow
from parindex.services.log import verify
from parindex.services.sample_years import load_sample_years
from tests.demonstration import SAMPLE_DAY

pytestmark = pytest.mark.usefixtures("sample_years")


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


def test_loading_them_again_opens_nothing():
    assert load_sample_years(today=SAMPLE_DAY) == 0
