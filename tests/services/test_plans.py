"""The plan page: will plan 5264 recover the points, and which tasks does a reader ask for?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parindex.records.models import Plan
from parindex.services.actor import SYSTEM
from parindex.services.improvement.plans import PlanPage, TaskFilter, plan_page, task_page
from parindex.services.improvement.storing_plans import Source, store_plan
from tests.plan_5264 import PLAN

TODAY = date(2018, 7, 18)


def seen(**asked: str) -> PlanPage:
    found = plan_page(None, wanted=TaskFilter(**asked), today=TODAY)
    assert found
    return found


def numbers(**asked: str) -> list[str]:
    return [line.task.number for line in seen(**asked).tasks]


def test_of_19_71_lost_points_tasks_name_8_25_touch_0_20_and_leave_11_26(demonstration: None):
    covered = {coverage.value: points for coverage, points in seen().covered.items()}

    assert covered == {"task": Decimal("8.25"), "area": Decimal("0.20"), "none": Decimal("11.26")}
    assert sum(covered.values()) == seen().lost == Decimal("19.71")
    assert seen().covered_or_area == Decimal("8.45")


def test_the_losses_that_wait_for_a_task_are_named_the_largest_first(demonstration: None):
    assert [(line.code, str(line.lost)) for line in seen().uncovered] == [
        ("", "7.26"),
        ("8.2.3", "1.50"),
        ("1.2", "1.25"),
        ("5.4", "1.00"),
        ("5.7.1", "0.25"),
        ("7.1.1", "0.20"),
    ]


def test_without_filters_all_tasks_are_listed_in_the_order_of_the_plan(demonstration: None):
    assert numbers() == [str(number) for number in range(1, 25)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"lead": "Sở Nội vụ"}, ["6", "7", "8", "9", "10"]),
        ({"lead": "UBND cấp xã"}, ["24"]),
        ({"state": "passed"}, ["11", "23"]),
        ({"state": "undated"}, ["12"]),
        ({"criterion": "7"}, ["5", "8", "12", "13", "14", "19", "20"]),
        ({"criterion": "7.1"}, ["12", "13"]),
        ({"criterion": "7.2"}, ["8"]),
        ({"criterion": "7.20"}, []),
        ({"query": "thu tuc dat dai"}, ["11"]),
        ({"query": "THỦ TỤC ĐẤT ĐAI"}, ["11"]),
        ({"query": "bao hiem"}, ["22"]),
        ({"query": "sipas"}, ["11", "21", "22"]),
        ({"query": "khong co gi"}, []),
        ({"lead": "Sở Nội vụ", "state": "once", "query": "cap pho"}, ["9"]),
    ],
)
def test_filters_keep_the_tasks_asked_for(demonstration: None, asked: dict[str, str], found: list[str]):
    assert numbers(**asked) == found


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("", ["1", "2", "3", "4"]),
        ("number", ["1", "2", "3", "4"]),
        ("points", ["8", "3", "1", "9"]),
        ("due", ["11", "23", "24", "16"]),
        ("lead", ["22", "21", "16", "17"]),
    ],
)
def test_tasks_stand_in_the_order_asked_for(demonstration: None, order: str, first: list[str]):
    found = numbers(order=order)

    assert (found[:4], len(found)) == (first, 24)


def test_overdue_tasks_come_first_and_a_task_without_a_date_last(demonstration: None):
    assert (numbers(order="due")[:2], numbers(order="due")[-1]) == (["11", "23"], "12")


@pytest.mark.parametrize(
    ("asked", "points"), [({}, "8.25"), ({"lead": "Sở Nội vụ"}, "3.25"), ({"state": "passed"}, "0")]
)
def test_the_shown_tasks_say_how_many_lost_points_they_name(
    demonstration: None, asked: dict[str, str], points: str
):
    assert seen(**asked).at_stake == Decimal(points)


def test_filters_change_neither_the_count_of_all_tasks_nor_the_points(demonstration: None):
    page = seen(lead="Sở Nội vụ")

    assert (page.task_count, page.lost) == (24, Decimal("19.71"))


def test_leads_stand_in_the_order_of_a_vietnamese_dictionary(demonstration: None):
    assert seen().leads == (
        "Bảo hiểm xã hội tỉnh",
        "Công an tỉnh",
        "Sở Kế hoạch và Đầu tư",
        "Sở Khoa học và Công nghệ",
        "Sở Nội vụ",
        "Sở Tài chính",
        "Sở Tài nguyên và Môi trường",
        "Sở Thông tin và Truyền thông",
        "UBND cấp huyện",
        "UBND cấp xã",
        "Văn phòng UBND tỉnh",
    )


def test_findings_are_those_of_the_document(demonstration: None):
    assert [(group.kind, str(group.points)) for group in seen().findings][:4] == [
        ("survey_points_without_row_or_task", "7.26"),
        ("losses_without_responsible_agency", "5.00"),
        ("responsible_differs_from_lead", "4.75"),
        ("losses_without_task", "4.00"),
    ]


def test_a_later_reading_of_the_plan_is_shown_and_the_earlier_one_is_listed(demonstration: None):
    sample = Plan.objects.get()

    later = store_plan(
        actor=SYSTEM, plan=replace(PLAN, tasks=PLAN.tasks[:2]), source=Source(name="moi.md", sha256="c" * 64)
    )

    assert (seen().picture.row, seen().others) == (later, (sample,))


def test_a_plan_for_another_year_leaves_the_current_one_in_its_place(demonstration: None):
    other = replace(PLAN, results=replace(PLAN.results, year=2018))
    store_plan(actor=SYSTEM, plan=other, source=Source(name="nam-sau.md", sha256="c" * 64))

    assert seen().picture.row.is_sample


def test_a_plan_whose_year_has_no_round_shows_the_losses_it_prints(demonstration: None):
    other = replace(PLAN, results=replace(PLAN.results, year=2018))
    row = store_plan(actor=SYSTEM, plan=other, source=Source(name="nam-sau.md", sha256="c" * 64))

    page = plan_page(row.pk, wanted=TaskFilter(), today=TODAY)

    assert page
    assert (page.picture.score, page.lost) == (None, Decimal("12.45"))


def test_a_task_shows_the_losses_it_aims_at(demonstration: None):
    page = task_page(Plan.objects.get().pk, 8, today=TODAY)

    assert page
    assert ([line.code for line in page.losses], page.line.at_stake) == (["7.2.2", "7.2.3"], Decimal("2.00"))


def test_a_task_that_had_passed_on_the_day_of_the_plan_says_by_how_many_days(demonstration: None):
    pk = Plan.objects.get().pk
    pages = {place: task_page(pk, place, today=TODAY) for place in (8, 11, 12)}

    assert {place: page and page.days_late for place, page in pages.items()} == {8: 0, 11: 18, 12: 0}


def test_a_task_is_shown_with_the_findings_that_speak_of_it(demonstration: None):
    page = task_page(Plan.objects.get().pk, 11, today=TODAY)

    assert page
    assert ([group.kind for group in page.findings], page.place, page.count) == (
        ["survey_points_without_row_or_task", "deadlines_passed_on_issue", "tasks_without_criterion"],
        11,
        24,
    )


def test_a_task_for_a_whole_area_shows_what_only_it_touches(demonstration: None):
    page = task_page(Plan.objects.get().pk, 5, today=TODAY)

    assert page
    assert ([line.code for line in page.losses], page.line.at_stake) == (["7.1.1"], Decimal("0.00"))


@pytest.mark.parametrize("place", [25, 0, 10**30])
def test_an_unknown_task_is_none(demonstration: None, place: int):
    assert task_page(Plan.objects.get().pk, place, today=TODAY) is None
