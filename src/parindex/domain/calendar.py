"""Ngày làm việc: weekends, holidays and the weekends that are worked in exchange for a day off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)
_SATURDAY = 5


class Roll(StrEnum):
    """Where a due date goes that is no working day."""

    KEEP = "keep"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkingCalendar:
    """Which days are worked. A day in `working_weekends` is worked even if it is also a holiday or a weekend."""

    holidays: Mapping[date, str] = field(default_factory=dict)
    working_weekends: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day."""
        if day in self.working_weekends:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def next_working_day(self, day: date) -> date:
        """The first working day on or after `day`."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """The last working day on or before `day`."""
        while not self.is_working_day(day):
            day -= _DAY
        return day

    def add_working_days(self, start: date, count: int) -> date:
        """The `count`-th working day after `start` (before it when negative); the first day is not counted.

        Zero days after a day is that day, worked or not. Bộ luật Dân sự 2015, Điều 147 khoản 2: a term
        counts from the day after the event.
        """
        step = _DAY if count >= 0 else -_DAY
        day, left = start, abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` comes first."""
        if end < start:
            return -self.working_days_between(end - _DAY, start - _DAY)
        return sum(self.is_working_day(start + _DAY * n) for n in range(1, (end - start).days + 1))

    def rolled(self, day: date, roll: Roll) -> date:
        """A due date moved off a day that is not worked, as asked."""
        if roll is Roll.NEXT:
            return self.next_working_day(day)
        return self.previous_working_day(day) if roll is Roll.PREVIOUS else day
