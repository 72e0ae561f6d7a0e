"""The dates on which a deadline falls due, each with the stretch of time it accounts for."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parindex.domain.calendar import Roll, WorkingCalendar
from parindex.domain.deadlines.kinds import Deadline, DeadlineKind
from parindex.domain.periods import Period

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Occurrence:
    """One due date, for "2018", "2018-H1" (half), "2018-Q2", "2018-12" (month), "2018-2020", or "" after an event."""

    due_date: date
    period: str


def occurrences(
    deadline: Deadline,
    period: Period | None,
    *,
    calendar: WorkingCalendar | None = None,
    roll: Roll = Roll.KEEP,
) -> tuple[Occurrence, ...]:
    """Every due date of a deadline, in order; none where the text states none (on instruction, continuous, unknown).

    A recurring deadline falls due in each year of the plan's period, a single one on its date even outside it.
    A due date is the last day on time: "trước ngày 15/12" gives 14 December. With a calendar and a `roll`,
    a date that is no working day moves to the next or the previous one; the period it accounts for stays.
    """
    found = sorted(_recurring(deadline, period) if deadline.recurs else _single(deadline, period, calendar))
    if calendar is None or roll is Roll.KEEP:
        return tuple(found)
    return tuple(replace(each, due_date=calendar.rolled(each.due_date, roll)) for each in found)


def due_after(deadline: Deadline, event_date: date, calendar: WorkingCalendar) -> date | None:
    """The last day of "trong vòng 05 ngày làm việc kể từ ngày …" once the day of the event is known."""
    if deadline.working_days is not None:
        return calendar.add_working_days(event_date, deadline.working_days)
    return event_date + timedelta(days=deadline.days) if deadline.days is not None else None


def _single(
    deadline: Deadline, period: Period | None, calendar: WorkingCalendar | None
) -> Iterator[Occurrence]:
    year = deadline.year or _only_year(period)
    if year is None:
        return
    if deadline.kind is DeadlineKind.AFTER_EVENT:
        yield from _after_event(deadline, calendar)
    elif deadline.kind is DeadlineKind.YEARS:
        first_year = deadline.first_year or year
        due = date(first_year, 1, 1) - _DAY if deadline.before else date(year, 12, 31)
        yield Occurrence(due_date=due, period=f"{first_year}-{year}")
    elif deadline.kind in _SINGLE:
        yield _in_year(replace(deadline, kind=_SINGLE[deadline.kind]), year)


def _recurring(deadline: Deadline, period: Period | None) -> Iterator[Occurrence]:
    if period is None:
        return
    first = max(period.first_year, deadline.first_year or period.first_year)
    last = min(period.last_year, deadline.year or period.last_year)
    for year in range(first, last + 1):
        if deadline.kind in _RHYTHMS:
            yield from _in_rhythm(deadline, year, _RHYTHMS[deadline.kind])
        else:
            yield _in_year(deadline, year)


_SINGLE = {
    DeadlineKind.YEAR: DeadlineKind.YEARLY,
    DeadlineKind.QUARTER: DeadlineKind.YEARLY_QUARTER,
    DeadlineKind.MONTH: DeadlineKind.YEARLY_MONTH,
    DeadlineKind.PART_YEAR: DeadlineKind.YEARLY_MONTH,
    DeadlineKind.DAY: DeadlineKind.YEARLY_DAY,
}
_RHYTHMS = {DeadlineKind.MONTHLY: 1, DeadlineKind.QUARTERLY: 3, DeadlineKind.HALF_YEARLY: 6}


def _in_year(deadline: Deadline, year: int) -> Occurrence:
    """The one occurrence of a year; `before` stops it on the day before the stated day, month, quarter or year."""
    if deadline.kind is DeadlineKind.YEARLY_DAY and deadline.month and deadline.day:
        due = _day(year, deadline.month, deadline.day)
        return Occurrence(due_date=due - _DAY if deadline.before else due, period=str(year))
    if deadline.kind is DeadlineKind.YEARLY_QUARTER and deadline.quarter:
        first_month, last_month, label = (
            deadline.quarter * 3 - 2,
            deadline.quarter * 3,
            f"{year}-Q{deadline.quarter}",
        )
    elif deadline.kind is DeadlineKind.YEARLY_MONTH and deadline.month:
        first_month, last_month, label = deadline.month, deadline.month, f"{year}-{deadline.month:02}"
    else:
        first_month, last_month, label = 1, 12, str(year)
    due = date(year, first_month, 1) - _DAY if deadline.before else _day(year, last_month, 31)
    return Occurrence(due_date=due, period=label)


def _in_rhythm(deadline: Deadline, year: int, months: int) -> Iterator[Occurrence]:
    for last_month in range(months, 13, months):
        due = _day(year, last_month, deadline.day or 31)
        label = {1: f"{last_month:02}", 3: f"Q{last_month // 3}", 6: f"H{last_month // 6}"}[months]
        yield Occurrence(due_date=due - _DAY if deadline.before else due, period=f"{year}-{label}")


def _after_event(deadline: Deadline, calendar: WorkingCalendar | None) -> Iterator[Occurrence]:
    if deadline.year is None or deadline.month is None or deadline.day is None:
        return
    if deadline.working_days is not None and calendar is None:
        return
    start = date(deadline.year, deadline.month, deadline.day)
    due = due_after(deadline, start, calendar or WorkingCalendar())
    if due is not None:
        yield Occurrence(due_date=due, period="")


def _day(year: int, month: int, day: int) -> date:
    """That day, or the month's last where the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _only_year(period: Period | None) -> int | None:
    return period.first_year if period and period.first_year == period.last_year else None
