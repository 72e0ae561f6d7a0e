"""Vietnam's working days: the `holidays` package and the dated additions of `data/calendar-vn.yaml`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from holidays import country_holidays

from parindex.domain.calendar import WorkingCalendar
from parindex.domain.sources import Certainty
from parindex.frameworks.facts_schema import Day
from parindex.frameworks.known import DATA
from parindex.frameworks.schema import Entry, Text
from parindex.frameworks.validation import validate
from parindex.frameworks.yaml_source import read_yaml

ADDITIONS = DATA / "calendar-vn.yaml"
FIRST_YEAR, LAST_YEAR = 2010, 2040


@dataclass(frozen=True, kw_only=True, slots=True)
class DayChange:
    """One announced day off or worked weekend, with the document it rests on."""

    day: date
    name: str
    reference: str
    certainty: Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class Additions:
    """What a file adds to the public holidays."""

    days_off: tuple[DayChange, ...]
    working_days: tuple[DayChange, ...]


class _Row(Entry):
    date: Day
    name: Text
    reference: Text
    certainty: Certainty

    def change(self) -> DayChange:
        return DayChange(day=self.date, name=self.name, reference=self.reference, certainty=self.certainty)


class _File(Entry):
    days_off: tuple[_Row, ...] = ()
    working_days: tuple[_Row, ...] = ()


@cache
def vietnam_calendar(additions: Path = ADDITIONS) -> WorkingCalendar:
    """Working days from 2010 to 2040. Swaps of days are known only as far as they were announced."""
    public = country_holidays("VN", years=range(FIRST_YEAR, LAST_YEAR + 1), language="vi")
    added = load_additions(additions)
    return WorkingCalendar(
        holidays={**public, **{change.day: change.name for change in added.days_off}},
        working_weekends=frozenset(public.weekend_workdays) | {change.day for change in added.working_days},
    )


def load_additions(path: Path = ADDITIONS) -> Additions:
    """The additions of a file. Raises `InvalidData` with every problem."""
    file = validate(_File, read_yaml(path))
    return Additions(
        days_off=tuple(row.change() for row in file.days_off),
        working_days=tuple(row.change() for row in file.working_days),
    )
