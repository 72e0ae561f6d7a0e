"""What a plan overlooks: the real plan, and plans that do better or worse."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.deadlines import parse_deadline
from parindex.domain.findings import FindingGroup, FindingItem, find_gaps, findings_as_data
from parindex.domain.plans import AreaLead, BaseResults, Loss, PartResult, Plan, PlanDocument, Task
from tests.plan_5264 import PART_MAXIMA, PLAN, STTTT


def gaps(plan: Plan = PLAN, **known: Any) -> dict[str, FindingGroup]:
    return {group.kind: group for group in find_gaps(plan, **known)}


def only(items: Iterable[FindingItem]) -> list[str | tuple[str, ...]]:
    return [item.criterion or item.tasks for item in items]


def with_task(**fields: Any) -> Plan:
    return replace(
        PLAN, tasks=(*PLAN.tasks, Task(number="25", text="Việc mới", lead=("Sở Nội vụ",), **fields))
    )


def with_loss(**fields: Any) -> Plan:
    rows = {loss.criterion: loss for loss in PLAN.losses}
    changed = replace(rows[fields["criterion"]], **fields)
    return replace(
        PLAN, losses=tuple(changed if loss.criterion == changed.criterion else loss for loss in PLAN.losses)
    )


def with_result(part: str, points: Decimal, rank: int | None = None) -> Plan:
    parts = (
        *(each for each in PLAN.results.parts if each.part != part),
        PartResult(part=part, points=points, rank=rank),
    )
    return replace(PLAN, results=replace(PLAN.results, parts=parts))


EMPTY = Plan(
    document=PlanDocument(number="", issued_date=None, issuer="", title="", period=None),
    results=BaseResults(year=None, parts=()),
)


def test_the_real_plan_has_these_gaps_in_the_order_of_points_at_stake():
    found = [
        (group.kind, str(group.points), len(group.items))
        for group in find_gaps(PLAN, part_maxima=PART_MAXIMA)
    ]

    assert found == [
        ("survey_points_without_row_or_task", "7.26", 4),
        ("losses_without_responsible_agency", "5.00", 7),
        ("responsible_differs_from_lead", "4.75", 5),
        ("losses_without_task", "4.00", 4),
        ("losses_with_area_task_only", "0.20", 1),
        ("deadlines_passed_on_issue", "0.00", 2),
        ("first_dates_passed_on_issue", "0.00", 1),
        ("tasks_without_criterion", "0.00", 8),
        ("tasks_led_by_a_level", "0.00", 3),
    ]


def test_sentences_say_the_figure_as_each_language_writes_it():
    found = gaps(part_maxima=PART_MAXIMA)

    assert found["survey_points_without_row_or_task"].sentence.vi == (
        "7,26 điểm mất ở khảo sát công chức, lãnh đạo mà không dòng nào trong sổ trừ điểm và không nhiệm vụ nào "
        "nhắc tới; 3 nhiệm vụ lại dành cho SIPAS, vốn đã xếp thứ 1."
    )
    assert found["losses_without_task"].sentence.en == "4.00 points lost in 4 criteria that no task aims at."
    assert found["losses_without_responsible_agency"].figure.vi == "5,00"
    assert found["deadlines_passed_on_issue"].figure.vi == "2"


def test_an_empty_plan_has_no_gap():
    assert find_gaps(EMPTY) == ()


# ── losses and tasks ────────────────────────────────────────────────────────────────────────────────────────────────


def test_four_criteria_are_named_by_no_task():
    assert only(gaps()["losses_without_task"].items) == ["1.2", "5.4", "5.7.1", "8.2.3"]


def test_the_it_plan_is_touched_only_by_the_task_for_area_7():
    item = gaps()["losses_with_area_task_only"].items[0]

    assert (item.criterion, item.tasks, item.points) == ("7.1.1", ("5",), Decimal("0.20"))


@pytest.mark.parametrize(
    ("code", "left"),
    [
        ("5.7", ["1.2", "5.4", "8.2.3"]),
        ("5.7.1", ["1.2", "5.4", "8.2.3"]),
        ("5.7.1.2", ["1.2", "5.4", "8.2.3"]),
        ("5.70", ["1.2", "5.4", "5.7.1", "8.2.3"]),
        ("5", ["1.2", "8.2.3"]),  # then 5.4 and 5.7.1 are touched by an area task only
    ],
)
def test_a_task_names_a_loss_by_its_code_one_above_or_one_below(code, left):
    assert only(gaps(with_task(criteria=(code,)))["losses_without_task"].items) == left


def test_a_row_without_loss_needs_no_task():
    kept = with_loss(criterion="5.4", earned=Decimal("3.00"), lost=Decimal("0.00"))

    assert only(gaps(kept)["losses_without_task"].items) == ["1.2", "5.7.1", "8.2.3"]


def test_a_row_whose_loss_is_not_printed_counts_by_maximum_less_earned():
    assert gaps(with_loss(criterion="5.4", lost=None))["losses_without_task"].points == Decimal("4.00")


# ── the survey ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_the_maxima_the_survey_lost_what_the_register_leaves_of_a_hundred():
    group = gaps()["survey_points_without_row_or_task"]

    assert (group.points, group.sentence.vi) == (
        Decimal("7.26"),
        "7,26 điểm mất ở điều tra xã hội học (nếu sổ trừ điểm đã đủ phần trực tiếp) mà không dòng nào trong sổ trừ "
        "điểm và không nhiệm vụ nào nhắc tới; 3 nhiệm vụ lại dành cho SIPAS, vốn đã xếp thứ 1.",
    )


@pytest.mark.parametrize("maxima", [None, PART_MAXIMA])
@pytest.mark.parametrize(
    "fields",
    [
        {"aims": ("Nâng cao điểm khảo sát công chức, lãnh đạo quản lý",)},
        {"criteria": ("5.1",), "aims": ("Điều tra xã hội học",)},
    ],
)
def test_a_plan_with_a_task_for_the_officials_survey_is_not_reported(maxima, fields):
    assert gaps(with_task(**fields), part_maxima=maxima).get("survey_points_without_row_or_task") is None


def test_a_register_with_a_row_for_the_survey_is_not_reported():
    row = Loss(
        criterion="5.9",
        name="Khảo sát công chức",
        maximum=Decimal(8),
        earned=Decimal("0.74"),
        lost=Decimal("7.26"),
    )

    found = gaps(replace(PLAN, losses=(*PLAN.losses, row)), part_maxima=PART_MAXIMA)

    assert "survey_points_without_row_or_task" not in found


def test_tasks_for_sipas_are_no_misdirection_where_sipas_is_not_first():
    plan = with_result("sipas", Decimal("10.00"), rank=20)

    group = gaps(plan, part_maxima=PART_MAXIMA)["survey_points_without_row_or_task"]

    assert (group.points, only(group.items)) == (Decimal("7.26"), [()])


def test_a_survey_known_only_as_a_whole_is_reported_as_a_whole():
    parts = tuple(part for part in PLAN.results.parts if part.part not in {"sipas", "officials"})
    plan = replace(PLAN, results=replace(PLAN.results, parts=parts), tasks=PLAN.tasks[:10])

    assert gaps(plan, part_maxima=PART_MAXIMA)["survey_points_without_row_or_task"].sentence.en == (
        "7.26 points lost in the sociological survey that no row of the register and no task names."
    )


def test_nothing_is_said_of_a_survey_that_the_plan_does_not_tell_of():
    plan = replace(
        PLAN, results=BaseResults(year=2017, parts=(PartResult(part="total", points=Decimal("80.29")),))
    )

    assert "survey_points_without_row_or_task" not in gaps(plan, part_maxima=PART_MAXIMA)


# ── who answers ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_seven_criteria_have_nobody_to_answer_for_them():
    items = gaps()["losses_without_responsible_agency"].items

    assert only(items) == ["1.6", "3.2.1", "5.4", "5.5.2", "5.7.1", "8.2.1", "8.2.3"]


def test_responsible_and_lead_differ_in_five_criteria_and_an_abbreviation_is_no_difference():
    items = gaps()["responsible_differs_from_lead"].items

    assert only(items) == ["1.2", "3.1.1", "3.2.2", "7.2.2", "7.2.3"]
    assert items[3].agencies == ("Sở Nội vụ", STTTT)


def test_an_area_without_a_lead_is_reported_with_its_lost_points():
    leads = tuple(lead for lead in PLAN.area_leads if lead.area != "8")

    group = gaps(replace(PLAN, area_leads=leads))["areas_without_lead"]

    assert group.sentence.vi == "2,00 điểm mất thuộc 1 lĩnh vực không có cơ quan chủ trì."
    assert only(group.items) == ["8"]


def test_a_plan_without_any_area_lead_says_nothing_about_leads():
    assert (
        gaps(replace(PLAN, area_leads=()))
        .keys()
        .isdisjoint({"areas_without_lead", "responsible_differs_from_lead"})
    )


def test_names_that_the_tree_does_not_know_are_listed_only_where_there_is_a_tree():
    plan = replace(EMPTY, area_leads=(AreaLead(area="1", agency="Sở Nội vụ"),))

    assert gaps(plan) == {}
    assert gaps(plan, directory=AgencyDirectory(()))["unmatched_agencies"].items[0].agencies == ("Sở Nội vụ",)


# ── tasks ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_tasks_without_a_criterion_say_what_they_name_instead():
    group = gaps()["tasks_without_criterion"]

    assert [item.tasks[0] for item in group.items] == ["5", "7", "11", "17", "21", "22", "23", "24"]
    assert group.sentence.vi == (
        "8 nhiệm vụ chưa gắn với tiêu chí cụ thể: 6 chỉ nêu mục đích, 1 chỉ nêu lĩnh vực, 1 không nêu."
    )
    assert group.items[0].text.en == "Task 5 cites area 7 instead of a criterion"


def test_three_tasks_are_led_by_a_level():
    assert only(gaps()["tasks_led_by_a_level"].items) == ["7", ("23",), ("24",)]


def test_a_task_without_a_lead_is_reported_with_the_points_it_names():
    tasks = (replace(PLAN.tasks[7], lead=()),)  # 7.2: levels 3 and 4

    group = gaps(replace(PLAN, tasks=tasks))["tasks_without_lead"]

    assert (group.sentence.en, group.points) == ("1 task without a lead agency.", Decimal("2.00"))


# ── deadlines ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_tasks_11_and_23_were_overdue_on_the_day_of_issue_and_the_recurring_task_7_only_in_its_first_year():
    found = gaps()

    overdue = [(item.tasks[0], item.due_date) for item in found["deadlines_passed_on_issue"].items]
    first_missed = [(item.tasks[0], item.due_date) for item in found["first_dates_passed_on_issue"].items]

    assert overdue == [("11", date(2018, 6, 30)), ("23", date(2018, 6, 30))]
    assert first_missed == [("7", date(2018, 6, 30))]


def test_a_deadline_on_the_day_of_issue_has_not_passed():
    on_the_day = with_task(deadline=parse_deadline("18/7/2018"))

    assert [item.tasks[0] for item in gaps(on_the_day)["deadlines_passed_on_issue"].items] == ["11", "23"]


def test_without_a_day_of_issue_no_deadline_is_called_passed():
    undated = replace(PLAN, document=replace(PLAN.document, issued_date=None))

    assert {"deadlines_passed_on_issue", "first_dates_passed_on_issue"} & gaps(undated).keys() == set()


# ── sums ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("plan", "apart", "text"),
    [
        (
            with_loss(criterion="8.2.1", earned=Decimal("0.60")),
            "0.10",
            "8.2.1 Thu hút đầu tư: điểm chuẩn trừ điểm đạt 0,40, điểm bị trừ ghi 0,50",
        ),
        (
            with_loss(criterion="1.2", earned=Decimal("1.50"), lost=Decimal("1.50")),
            "0.25",
            "1.2 Chế độ báo cáo: cộng các lần trừ 1,25, điểm bị trừ ghi 1,50",
        ),
        (
            with_result("appraised", Decimal("51.50")),
            "0.05",
            "thẩm định cộng tác động 53,00, đánh giá trực tiếp ghi 53,05",
        ),
        (
            replace(PLAN, losses=PLAN.losses[:-1]),
            "1.50",
            "Cộng sổ trừ điểm 10,95, phần đánh giá trực tiếp mất 12,45",
        ),
    ],
)
def test_figures_that_do_not_add_up_are_reported_with_what_they_are_apart(plan, apart, text):
    group = gaps(plan, part_maxima=PART_MAXIMA)["rows_not_adding_up"]

    assert (str(group.points), [item.text.vi for item in group.items]) == (apart, [text])


# ── as data ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_findings_become_plain_values_with_points_as_text():
    data = findings_as_data(find_gaps(PLAN))

    assert json.loads(json.dumps(data)) == data
    assert data[4] == {
        "kind": "losses_with_area_task_only",
        "sentence": {
            "vi": "0,20 điểm bị trừ ở 1 tiêu chí chỉ có nhiệm vụ chung cho cả lĩnh vực.",
            "en": "0.20 points lost in 1 criterion that only a task for the whole area touches.",
        },
        "points": "0.20",
        "count": 1,
        "items": [
            {
                "text": {"vi": "7.1.1 Kế hoạch ứng dụng CNTT", "en": "7.1.1 Kế hoạch ứng dụng CNTT"},
                "criterion": "7.1.1",
                "tasks": ["5"],
                "agencies": ["Sở Thông tin - TT"],
                "points": "0.20",
                "date": None,
            }
        ],
    }


CODES = st.sampled_from(["1", "1.2", "5.4", "5.7", "5.7.1", "7", "7.1.1", "8.2.3", "9.9"])


@given(st.lists(st.tuples(CODES, st.sampled_from(["Hàng năm", "Quý II năm 2018", "xong"])), max_size=6))
def test_every_lost_point_is_either_named_by_a_task_or_reported_once(written):
    tasks = tuple(
        Task(number=str(number), text="", criteria=(code,), deadline=parse_deadline(deadline))
        for number, (code, deadline) in enumerate(written, 1)
    )

    found = gaps(replace(PLAN, tasks=tasks))

    reported = [
        item.criterion
        for kind in ("losses_without_task", "losses_with_area_task_only")
        if kind in found
        for item in found[kind].items
    ]
    named = [
        loss.criterion
        for loss in PLAN.losses
        if any(
            "." in code and f"{a}.".startswith(f"{b}.")
            for code, _ in written
            for a, b in [(code, loss.criterion), (loss.criterion, code)]
        )
    ]
    assert sorted(reported + named) == sorted(loss.criterion for loss in PLAN.losses)
