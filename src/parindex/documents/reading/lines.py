"""Printed lines put together: a paragraph's lines into one, a cell's lines into those that were meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from parindex.documents.reading.words import flat, runs_on, starts_item
from parindex.domain.text import nfc

_OWN_LINE = re.compile(r"^(?:trach nhiem|co quan chiu trach nhiem|don vi chiu trach nhiem)\b")
_BROKEN_WORD = re.compile(r"\w[-/]$")
_PAGE_NUMBER = re.compile(r"^[-–]?\s*[0-9]{1,3}\s*[-–]?$")
_MARGIN = 0.09
_INDENT = 8.0
_SHORT = 0.85
_GAP = 1.2


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line and where it stands on its page, in points."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @classmethod
    def of(cls, line: dict[str, Any]) -> "Line":
        return cls(
            nfc(line["text"]), float(line["x0"]), float(line["x1"]), float(line["top"]), float(line["bottom"])
        )


def paragraphs_of(lines: Sequence[Line], *, height: float) -> Iterator[tuple[int, float, str]]:
    """Paragraphs as (number of their first line, its top, text); page numbers in the margins are left out."""
    kept = [
        (i, line) for i, line in enumerate(lines, start=1) if line.text and not _is_page_number(line, height)
    ]
    left = min((line.x0 for _, line in kept), default=0.0)
    right = max((line.x1 for _, line in kept), default=0.0)
    pitch = _pitch([line for _, line in kept])
    whole: list[str] = []
    start, before = (0, 0.0), None
    for position, line in kept:
        if (
            before is not None
            and whole
            and _starts_paragraph(before, line, pitch=pitch, left=left, right=right)
        ):
            yield (*start, join(whole))
            whole = []
        if not whole:
            start = (position, line.top)
        whole.append(line.text)
        before = line
    if whole:
        yield (*start, join(whole))


def unwrapped(cell: str) -> str:
    """A cell's text without the breaks that only its width made."""
    lines = [line for line in map(nfc, cell.splitlines()) if line]
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        meant = starts_item(line) or _OWN_LINE.match(flat(line)) or _deduction_ends(before)
        text = f"{text}\n{line}" if meant and not runs_on(before, line) else join([text, line])
    return text


def join(lines: Sequence[str]) -> str:
    """Lines in one; a code cut at its hyphen ("QĐ-" "UBND") is closed up."""
    text = lines[0] if lines else ""
    for line in lines[1:]:
        text = f"{text}{line}" if _BROKEN_WORD.match(text[-2:]) else f"{text} {line}"
    return text


def _deduction_ends(line: str) -> bool:
    return flat(line).endswith(("diem)", "diem).", "diem);"))


def _is_page_number(line: Line, height: float) -> bool:
    in_margin = line.top < height * _MARGIN or line.bottom > height * (1 - _MARGIN)
    return in_margin and _PAGE_NUMBER.match(line.text) is not None


def _pitch(lines: Sequence[Line]) -> float:
    """The distance from one line to the next inside a paragraph: the smallest that leaves room for a line."""
    steps = ((after.top - line.top, line.bottom - line.top) for line, after in pairwise(lines))
    return min((step for step, height in steps if step > height), default=0.0)


def _starts_paragraph(before: Line, line: Line, *, pitch: float, left: float, right: float) -> bool:
    if line.top - before.top > max(pitch * _GAP, line.bottom - line.top) or starts_item(line.text):
        return True
    if runs_on(before.text, line.text):
        return False
    indented = line.x0 - left > _INDENT and line.x0 - before.x0 > _INDENT
    short = before.x1 - left < (right - left) * _SHORT
    return indented or short
