"""Nhiệm vụ: each task with its next date, its criterion and the points that hang on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from parindex.domain.coverage import points_at_stake
from parindex.domain.deadlines import Deadline, Occurrence, occurrences
from parindex.domain.periods import Period
from parindex.domain.plans import Plan, Task
from parindex.frameworks.calendars import vietnam_calendar


class TaskState(StrEnum):
    """How a task stands by its dates alone; progress is not recorded yet."""

    RECURRING = "recurring"  # falls due again
    ONCE = "once"  # one date, still ahead
    PASSED = "passed"  # every date has passed
    UNDATED = "undated"  # on instruction, or a deadline that was not understood


@dataclass(frozen=True, kw_only=True)
class TaskLine:
    """One task as lists show it, on a day."""

    task: Task
    state: TaskState
    next_due: Occurrence | None
    dates: tuple[Occurrence, ...]
    at_stake: Decimal


def task_lines(plan: Plan | None, as_of: date) -> tuple[TaskLine, ...]:
    """Every task of a plan, in the plan's order."""
    return tuple(_line(plan, task, as_of) for task in plan.tasks) if plan else ()


def places_of(plan: Plan | None) -> dict[int | str, int]:
    """Where each task stands in its plan, from 1: by the task's identity, and by its number (the first that bears it).

    Numbers may be missing and begin again in each group, so that only the place names a task for sure.
    """
    tasks = plan.tasks if plan else ()
    numbers: dict[int | str, int] = {}
    for place, task in enumerate(tasks, start=1):
        numbers.setdefault(task.number, place)
    return numbers | {id(task): place for place, task in enumerate(tasks, start=1)}


def next_due(lines: Iterable[TaskLine], count: int) -> tuple[TaskLine, ...]:
    """The tasks that fall due first, those with more points at stake before others of the same day."""
    dated = [line for line in lines if line.next_due]
    dated.sort(key=lambda line: (line.next_due.due_date if line.next_due else date.max, -line.at_stake))
    return tuple(dated[:count])


def _line(plan: Plan, task: Task, as_of: date) -> TaskLine:
    dates = _dates(task.deadline, plan.document.period) if task.deadline else ()
    ahead = [occurrence for occurrence in dates if occurrence.due_date >= as_of]
    return TaskLine(
        task=task,
        state=_state(task, dates, ahead),
        next_due=ahead[0] if ahead else None,
        dates=dates,
        at_stake=points_at_stake(task, plan.losses),
    )


def _dates(deadline: Deadline, period: Period | None) -> tuple[Occurrence, ...]:
    calendar = vietnam_calendar() if deadline.working_days is not None else None
    return occurrences(deadline, period, calendar=calendar)


def _state(task: Task, dates: tuple[Occurrence, ...], ahead: list[Occurrence]) -> TaskState:
    if not dates:
        return TaskState.UNDATED
    if not ahead:
        return TaskState.PASSED
    return TaskState.RECURRING if task.deadline and task.deadline.recurs else TaskState.ONCE
