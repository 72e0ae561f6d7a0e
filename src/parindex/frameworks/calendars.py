"""Vietnam's working days: the `holidays` package and the dated additions of `data/calendar-vn.yaml`."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from holidays import country_holidays
from ruamel.yaml import YAML

from parindex.domain.calendar import WorkingCalendar
from parindex.domain.sources import Certainty

ADDITIONS = Path(__file__).parent / "data" / "calendar-vn.yaml"
FIRST_YEAR, LAST_YEAR = 2010, 2040


class CalendarFileError(ValueError):
    """What is wrong in a file of additions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DayChange:
    """One announced day off or worked weekend, with the document it rests on."""

    day: date
    name: str
    reference: str
    certainty: Certainty


@cache
def vietnam_calendar(additions: Path = ADDITIONS) -> WorkingCalendar:
    """Working days from 2010 to 2040. Swaps of days are known only as far as they were announced."""
    public = country_holidays("VN", years=range(FIRST_YEAR, LAST_YEAR + 1), language="vi")
    days_off = load_changes(additions, "days_off")
    worked = frozenset(change.day for change in load_changes(additions, "working_days"))
    return WorkingCalendar(
        holidays={**public, **{change.day: change.name for change in days_off}},
        working_weekends=frozenset(public.weekend_workdays) | worked,
    )


def load_changes(path: Path, key: str) -> tuple[DayChange, ...]:
    """The entries of one list of the file; raises `CalendarFileError` naming the file and the entry."""
    data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8")) or {}
    entries = data.get(key) or []
    return tuple(_change(path, f"{key}[{number}]", entry) for number, entry in enumerate(entries))


def _change(path: Path, place: str, entry: dict[str, str]) -> DayChange:
    try:
        return DayChange(
            day=date.fromisoformat(str(entry["date"])),
            name=str(entry["name"]),
            reference=str(entry["reference"]),
            certainty=Certainty(entry["certainty"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise CalendarFileError(
            f"{path}: {place} needs date, name, reference and certainty ({error})"
        ) from error
