"""Lịch của kế hoạch: each date on which a task falls due, for whom, and what had passed when the plan was issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parindex.domain.agencies import AgencyDirectory, AgencyLevel
from parindex.domain.calendar import WorkingCalendar
from parindex.domain.deadlines import Occurrence, occurrences
from parindex.domain.plans import Plan, Task


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """One task falling due for one lead: an agency by its name, or a whole `level` (then `agency` is "").

    `place` is where the task stands in its plan, from 1. `passed_on_issue` says that the day lay before the plan was
    issued: nobody could be on time, so that it is shown and not scheduled.
    """

    task: str
    place: int
    agency: str
    level: AgencyLevel | None
    due_date: date
    period: str
    passed_on_issue: bool


def schedule(
    plan: Plan,
    *,
    agencies: AgencyDirectory | None = None,
    calendar: WorkingCalendar | None = None,
    first: date = date.min,
    last: date = date.max,
) -> tuple[Due, ...]:
    """Every due date of a plan's tasks from `first` to `last`, both included, by day and then in the plan's order.

    Leads are named as `agencies` know them, else as the plan writes them. Tasks without a date are not there.
    """
    found = (
        due
        for place, task in enumerate(plan.tasks, start=1)
        for each in _occurrences(plan, task, calendar)
        if first <= each.due_date <= last
        for due in _for_leads(plan, place, task, each, agencies)
    )
    return tuple(sorted(found, key=lambda due: (due.due_date, due.place)))


def undated(plan: Plan, *, calendar: WorkingCalendar | None = None) -> tuple[Task, ...]:
    """The tasks that never fall due: on instruction, continuous, or with a deadline that was not understood."""
    return tuple(task for task in plan.tasks if not _occurrences(plan, task, calendar))


def _occurrences(plan: Plan, task: Task, calendar: WorkingCalendar | None) -> tuple[Occurrence, ...]:
    return occurrences(task.deadline, plan.document.period, calendar=calendar) if task.deadline else ()


def _for_leads(
    plan: Plan, place: int, task: Task, each: Occurrence, agencies: AgencyDirectory | None
) -> Iterator[Due]:
    issued = plan.document.issued_date
    for lead in task.lead or ("",):
        name, level = _lead(lead, agencies, issued)
        yield Due(
            task=task.number,
            place=place,
            agency=name,
            level=level,
            due_date=each.due_date,
            period=each.period,
            passed_on_issue=issued is not None and each.due_date < issued,
        )


def _lead(name: str, agencies: AgencyDirectory | None, on: date | None) -> tuple[str, AgencyLevel | None]:
    match = (agencies or AgencyDirectory(())).match(name, on=on)
    if match.level is not None:
        return "", match.level
    return (match.agency.name if match.agency else name), None
