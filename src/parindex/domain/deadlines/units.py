"""The pieces of a written deadline: dates, months, quarters, parts of years, years."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parindex.domain.deadlines.kinds import DeadlineKind

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF_YEAR = rf"(?:\s*(?:[/.,-]|cua nam|nam)?\s*{_YEAR})?"
_SEPARATOR = r"\s*[/.-]\s*"
_QUARTER = r"(?:[il1|]v|[il1|]{1,3}|[1-4])(?!\w)"  # Roman as OCR leaves it, or a digit
_PATTERNS: tuple[tuple[DeadlineKind, str], ...] = (
    (DeadlineKind.YEARS, rf"(?:nam )?(?P<first_year>(?:19|20)\d\d)\s*(?:-|–|—|den|va)\s*(?:nam )?{_YEAR}"),
    (DeadlineKind.PART_YEAR, rf"(?P<months>0?6|0?9|sau|chin) thang (?:(?P<part>dau|cuoi) )?nam{_OF_YEAR}"),
    (DeadlineKind.PART_YEAR, rf"(?P<months>nua) (?P<part>dau|cuoi) nam{_OF_YEAR}"),
    (DeadlineKind.DAY, rf"(?:ngay )?(?P<day>\d\d?){_SEPARATOR}(?P<month>\d\d?){_SEPARATOR}{_YEAR}"),
    (DeadlineKind.DAY, rf"(?:ngay )?(?P<day>\d\d?) thang (?P<month>\d\d?){_OF_YEAR}"),
    (DeadlineKind.MONTH, rf"(?:thang )?(?P<month>\d\d?){_SEPARATOR}{_YEAR}"),
    (DeadlineKind.DAY, rf"(?:ngay )?(?P<day>\d\d?)(?:\s*/\s*|-)(?P<month>\d\d?)(?![\d/.-]){_OF_YEAR}"),
    (
        DeadlineKind.MONTH,
        rf"thang (?P<others>(?:\d\d?(?:,| va)\s*)*)(?P<month>\d\d?)(?!\s*[/.-]\s*\d\d?\b){_OF_YEAR}",
    ),
    (
        DeadlineKind.QUARTER,
        rf"qu[yi] (?P<others>(?:{_QUARTER}(?:,| va|\s*-)\s*)*)(?P<quarter>{_QUARTER}){_OF_YEAR}",
    ),
    (DeadlineKind.YEAR, rf"(?:nam )?{_YEAR}"),
)
_COMPILED = tuple((kind, re.compile(rf"(?<!\w){pattern}(?!\w)")) for kind, pattern in _PATTERNS)
_MONTHS_OF = {"6": 6, "06": 6, "sau": 6, "nua": 6, "9": 9, "09": 9, "chin": 9}


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One piece of a deadline, with its place in the folded text."""

    kind: DeadlineKind
    start: int
    end: int
    year: int | None = None
    first_year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a month and day (29 February counts where no year is written)."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.first_year is not None and self.year is not None and self.first_year > self.year:
            return False
        if self.day is None or self.month is None:
            return True
        return 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]


def find_units(folded: str) -> tuple[Unit, ...]:
    """The pieces of a folded text in their order; one without a year takes the year of the next that has one.

    A list ("quý II, IV") gives a piece for each of its members.
    """
    units: list[Unit] = []
    for unit in reversed(list(_found(folded))):
        later_year = units[-1].year if units else None
        units.append(replace(unit, year=unit.year or later_year))
    return tuple(reversed(units))


def _found(folded: str) -> Iterator[Unit]:
    position = 0
    while found := _first(folded, position):
        kind, match = found
        yield from _others(kind, match)
        yield _unit(kind, match)
        position = match.end()


def _others(kind: DeadlineKind, match: re.Match[str]) -> Iterator[Unit]:
    """The months or quarters before the last of a list: "tháng 6, 12", "quý II, IV"."""
    others = match.groupdict().get("others") or ""
    for other in re.finditer(_QUARTER if kind is DeadlineKind.QUARTER else r"\d\d?", others):
        start = match.start("others")
        yield Unit(
            kind=kind,
            start=start + other.start(),
            end=start + other.end(),
            quarter=_quarter(other[0]) if kind is DeadlineKind.QUARTER else None,
            month=_number(other[0]) if kind is DeadlineKind.MONTH else None,
        )


def _first(folded: str, position: int) -> tuple[DeadlineKind, re.Match[str]] | None:
    """The leftmost piece from a position on; of two that start together the pattern listed first."""
    matches = [(kind, match) for kind, p in _COMPILED if (match := p.search(folded, position))]
    return min(matches, key=lambda found: found[1].start(), default=None)


def _unit(kind: DeadlineKind, match: re.Match[str]) -> Unit:
    fields = match.groupdict()
    months = _MONTHS_OF.get(fields.get("months") or "")
    if months and fields["part"] == "cuoi":
        months = 12
    others = fields.get("others")
    return Unit(
        kind=kind,
        start=match.end("others") if others else match.start(),
        end=match.end(),
        year=_number(fields.get("year")),
        first_year=_number(fields.get("first_year")),
        quarter=_quarter(fields.get("quarter")),
        month=months or _number(fields.get("month")),
        day=_number(fields.get("day")),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _quarter(text: str | None) -> int | None:
    """1 to 4 from "iii", "iv", "3" and from OCR's "ll", "1v", "111"."""
    if not text:
        return None
    if text.endswith("v"):
        return 4
    return int(text) if text in {"2", "3", "4"} else len(text)
