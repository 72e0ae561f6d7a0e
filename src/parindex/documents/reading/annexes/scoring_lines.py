"""Cách chấm điểm: the lines that say how a criterion's points are given, with the points they state."""

import re
from collections.abc import Iterable
from decimal import Decimal

from parindex.documents.reading.words import flat, is_bullet, without_bullet
from parindex.domain.text import read_number

_LONGEST = 2_000
_POINTS = re.compile(
    r"(\btru |(?<=[ (:])-)?(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:diem\b(?! phan tram|%)|d\b)"
)
_AT_END = re.compile(r":()\s*([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*[.;]?$")
_LETTERED = re.compile(r"\s*[a-hđ]\)\s*(?=\S)")


def is_scoring_line(text: str) -> bool:
    """Whether a text starts as a line of a list: "- …", "+ …", "a) …"."""
    return is_bullet(text) or _LETTERED.match(text) is not None


def without_dash(text: str) -> str:
    return without_bullet(text).strip()


def points_said(text: str) -> Decimal | None:
    """The points that a line states: negative after "trừ"; None where it states none, or several that differ."""
    folded = flat(text[:_LONGEST])
    found = {_signed(match[1], match[2]) for match in _POINTS.finditer(folded)}
    found = found or {_signed(match[1], match[2]) for match in _AT_END.finditer(folded)}
    return found.pop() if len(found) == 1 else None


def split_title(cell: str) -> tuple[str, tuple[str, ...]]:
    """A cell's title, and the lines of the list below it; a line that starts no item goes on with the one before."""
    title: list[str] = []
    items: list[str] = []
    for line in cell.splitlines():
        if is_scoring_line(line) and title:
            items.append(line)
        elif items:
            items[-1] += f" {line}"
        else:
            title.append(line)
    return " ".join(title), tuple(items)


def as_items(cell: str) -> tuple[str, ...]:
    """The lines of a column that holds nothing but how points are given."""
    return tuple(_joined(cell.splitlines()))


def _joined(lines: Iterable[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if items and line[:1].islower() and not is_scoring_line(line):
            items[-1] += f" {line}"
        else:
            items.append(line)
    return items


def _signed(sign: str | None, printed: str) -> Decimal | None:
    value = read_number(printed)
    return -value if value is not None and sign else value
