"""Text laid out for a terminal: titles, wrapped paragraphs, tables with aligned columns."""

import shutil
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

NARROWEST, WIDEST = 60, 140
_GAP = "  "
_SMALLEST_COLUMN = 6


def terminal_width() -> int:
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((100, 24)).columns))


def title(text: str) -> list[str]:
    return ["", text.upper(), "─" * len(text)]


def wrapped(text: str, *, width: int, first: str = "", rest: str = "") -> list[str]:
    """Text in lines of at most `width`, with a mark before the first and an indent before the others."""
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest or " " * len(first), break_on_hyphens=False
    )


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int,
    right: frozenset[int] = frozenset(),
    most: Mapping[int, int] = MappingProxyType({}),
) -> list[str]:
    """Rows under their header; columns share the width by what they hold.

    Columns in `right` are aligned there, those in `most` get no more than that many letters.
    """
    widths = _widths([header, *rows], width, most)
    lines = list(_row(header, widths, right))
    lines.append(_GAP.join("─" * column for column in widths))
    for row in rows:
        lines.extend(_row(row, widths, right))
    return lines


def _widths(rows: Sequence[Sequence[str]], width: int, most: Mapping[int, int]) -> list[int]:
    """Every column as wide as its longest cell, then the widest made narrower until all fit."""
    widths = [
        max(len(line) for cell in column for line in cell.splitlines() or [""])
        for column in zip(*rows, strict=True)
    ]
    widths = [min(column, most.get(position, column)) for position, column in enumerate(widths)]
    available = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > available and max(widths) > _SMALLEST_COLUMN:
        widest, second = sorted({0, *widths})[-1:-3:-1]
        share = widths.count(widest)
        target = max(second, widest - -(-(sum(widths) - available) // share), _SMALLEST_COLUMN)
        if target == widest:
            break
        widths = [target if column == widest else column for column in widths]
    return [max(1, column) for column in widths]


def _row(cells: Sequence[str], widths: Sequence[int], right: frozenset[int]) -> Iterator[str]:
    columns = [_wrapped_cell(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=""):
        aligned = [
            part.rjust(width) if position in right else part.ljust(width)
            for position, (part, width) in enumerate(zip(parts, widths, strict=True))
        ]
        yield _GAP.join(aligned).rstrip()


def _wrapped_cell(cell: str, width: int) -> list[str]:
    return [
        part for line in cell.splitlines() for part in textwrap.wrap(line, width, break_on_hyphens=False)
    ] or [""]
