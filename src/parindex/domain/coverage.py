"""Mức phủ: which tasks aim at which criterion, and how many points hang on a task."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from parindex.domain.plans import Loss, Task
from parindex.domain.points import ZERO


class Coverage(StrEnum):
    """How a criterion is touched by the tasks of a plan."""

    TASK = "task"  # a task names it, something above it below area level, or something below it
    AREA = "area"  # only a task for the whole area touches it
    NONE = "none"


def is_within(code: str, ancestor: str) -> bool:
    """Whether a code is the other one or lies below it: 7.3.2 is within 7.3 and within 7, not within 7.30."""
    return code == ancestor or code.startswith(f"{ancestor}.")


def is_area(code: str) -> bool:
    """Whether a cited code is a whole area's ("7") rather than a criterion's ("7.3")."""
    return "." not in code


def names(task: Task, criterion: str) -> bool:
    """Whether a task names a criterion: itself, a criterion above it or one below it."""
    cited = (code for code in task.criteria if not is_area(code))
    return any(is_within(criterion, code) or is_within(code, criterion) for code in cited)


def touches(task: Task, criterion: str) -> bool:
    """Whether a task names a criterion or the criterion's whole area."""
    return names(task, criterion) or any(is_within(criterion, code) for code in task.criteria)


def coverage_of(criterion: str, tasks: Iterable[Task]) -> Coverage:
    """How the tasks of a plan touch one criterion."""
    listed = tuple(tasks)
    if any(names(task, criterion) for task in listed):
        return Coverage.TASK
    return Coverage.AREA if any(touches(task, criterion) for task in listed) else Coverage.NONE


def points_at_stake(task: Task, losses: Iterable[Loss]) -> Decimal:
    """Lost points of the rows that a task names (not those it touches only through their area)."""
    return sum((loss.lost for loss in losses if loss.lost is not None and names(task, loss.criterion)), ZERO)
