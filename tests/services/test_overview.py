"""The overview of Vĩnh Phúc's 2017: every figure from the facts up."""

from datetime import date
from decimal import Decimal

import pytest

from parindex.services.improvement.overview import Overview, overview
from tests.plan_5264 import PLAN

ISSUED = date(2018, 7, 18)


@pytest.fixture
def seen(demonstration: None) -> Overview:
    found = overview(today=ISSUED)
    assert found
    return found


def test_the_province_earned_80_29_of_100_and_that_is_what_was_announced(seen: Overview):
    figures = (seen.total.maximum, seen.total.earned, seen.total.lost, seen.total.open)

    assert figures == (Decimal("100.00"), Decimal("80.29"), Decimal("19.71"), Decimal("0.00"))
    assert seen.reconciles


def test_the_direct_part_lost_12_45_and_the_officials_survey_7_26(seen: Overview):
    parts = {
        line.score.part.key: (line.score.tally.earned, line.score.tally.lost, line.rank)
        for line in seen.parts
    }
    direct = seen.picture.score.group("direct")

    assert (direct.earned, direct.lost) == (Decimal("53.05"), Decimal("12.45"))
    assert parts == {
        "appraised": (Decimal("51.55"), Decimal("10.45"), None),
        "impact": (Decimal("1.50"), Decimal("2.00"), None),
        "sipas": (Decimal("12.00"), Decimal("0.00"), 1),
        "officials": (Decimal("15.24"), Decimal("7.26"), 54),
    }


def test_the_province_fell_from_8_to_20_of_63(seen: Overview):
    published, previous = seen.published, seen.previous

    assert published
    assert previous
    assert (previous.year, previous.rank, published.year, published.rank, seen.out_of) == (
        2016,
        8,
        2017,
        20,
        63,
    )
    assert seen.places_lost == 12


def test_the_targets_are_five_and_ten_places_away(seen: Overview):
    gaps = [(gap.years, gap.top, gap.places) for gap in seen.gaps]

    assert gaps == [("2018", 15, 5), ("2019–2020", 10, 10)]


def test_the_losses_of_all_lines_sum_to_what_the_total_lost(seen: Overview):
    assert sum(line.lost for line in seen.losses) == seen.total.lost


def test_the_points_of_the_areas_sum_to_the_framework(seen: Overview):
    areas = [(line.score.area.code, line.score.tally.maximum, line.lead) for line in seen.areas]

    assert areas == [
        ("1", Decimal("10.00"), "Sở Nội vụ"),
        ("2", Decimal("10.00"), "Sở Tư pháp"),
        ("3", Decimal("14.50"), "Văn phòng UBND tỉnh"),
        ("4", Decimal("11.00"), "Sở Nội vụ"),
        ("5", Decimal("16.00"), "Sở Nội vụ"),
        ("6", Decimal("7.00"), "Sở Tài chính"),
        ("7", Decimal("16.00"), "Sở Thông tin và Truyền thông"),
        ("8", Decimal("15.50"), "Văn phòng UBND tỉnh"),
    ]
    assert sum(line.score.tally.maximum for line in seen.areas) == Decimal("100.00")


def test_later_ranks_are_told_apart_from_earlier_ones(seen: Overview):
    years = [result.year for result in seen.later]

    assert years == sorted(years)
    assert min(years) == 2018


@pytest.mark.parametrize(
    ("today", "looked_at"),
    [
        (date(2018, 7, 18), date(2018, 7, 18)),
        (date(2018, 1, 1), date(2018, 1, 1)),
        (date(2020, 12, 31), date(2020, 12, 31)),
        (date(2017, 12, 31), ISSUED),
        (date(2026, 5, 1), ISSUED),
    ],
)
def test_tasks_are_looked_at_today_within_the_period_and_on_the_day_of_issue_outside_it(
    today: date, looked_at: date
):
    assert PLAN.day_of_reference(today) == looked_at
