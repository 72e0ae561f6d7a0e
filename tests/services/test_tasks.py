"""The 24 tasks of plan 5264 on the day it was issued, and on other days."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from parindex.domain.deadlines import parse_deadline
from parindex.services.improvement.tasks import TaskLine, TaskState, next_due, task_lines
from tests.plan_5264 import PLAN

ISSUED = date(2018, 7, 18)


def by_state(lines: tuple[TaskLine, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        found[line.state.value].append(line.task.number)
    return dict(found)


def test_on_the_day_of_issue_two_tasks_have_passed_and_one_has_no_date():
    assert by_state(task_lines(PLAN, ISSUED)) == {
        "recurring": ["1", "2", "3", "4", "5", "6", "7", "10", "15", "18", "20", "21", "22"],
        "once": ["8", "9", "13", "14", "16", "17", "19", "24"],
        "passed": ["11", "23"],
        "undated": ["12"],
    }


def test_the_tasks_that_fall_due_first_come_first_and_of_one_day_those_with_more_points():
    first = next_due(task_lines(PLAN, ISSUED), 8)

    assert [
        (line.task.number, line.next_due and line.next_due.due_date, str(line.at_stake)) for line in first
    ] == [
        ("24", date(2018, 7, 31), "0.00"),
        ("16", date(2018, 8, 31), "0.50"),
        ("17", date(2018, 8, 31), "0.00"),
        ("14", date(2018, 9, 30), "1.00"),
        ("8", date(2018, 12, 31), "2.00"),
        ("3", date(2018, 12, 31), "1.50"),
        ("1", date(2018, 12, 31), "1.00"),
        ("9", date(2018, 12, 31), "1.00"),
    ]


def test_a_task_of_every_second_quarter_falls_due_next_year_once_june_has_passed():
    line = task_lines(PLAN, ISSUED)[6]

    assert line.next_due
    assert (line.task.deadline and line.task.deadline.text, line.next_due.due_date) == (
        "Quý II hàng năm",
        date(2019, 6, 30),
    )


@pytest.mark.parametrize(
    ("day", "state"), [(date(2018, 7, 31), TaskState.ONCE), (date(2018, 8, 1), TaskState.PASSED)]
)
def test_the_last_day_is_still_on_time_and_the_next_is_not(day: date, state: TaskState):
    assert task_lines(PLAN, day)[23].state is state


def test_after_the_period_every_dated_task_has_passed():
    lines = task_lines(PLAN, date(2021, 1, 1))

    assert {line.task.number for line in lines if line.state is not TaskState.PASSED} == {"12"}
    assert next_due(lines, 7) == ()


def test_a_deadline_that_was_not_understood_has_no_date():
    task = replace(PLAN.tasks[0], deadline=parse_deadline("sớm nhất có thể"))

    (line,) = task_lines(replace(PLAN, tasks=(task,)), ISSUED)

    assert (line.state, line.dates, line.next_due) == (TaskState.UNDATED, (), None)


def test_without_a_plan_there_are_no_tasks():
    assert task_lines(None, ISSUED) == ()
