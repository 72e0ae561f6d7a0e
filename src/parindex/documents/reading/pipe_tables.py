"""Tables drawn with pipes, row by row, also where their rule, outer pipes or line ends are lost."""

import re
from collections.abc import Sequence

from parindex.documents.reading.blocks import Row
from parindex.documents.reading.markup import clean

MOST_CELLS = 100  # the rest of a row stays in its last cell
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:\-–—=+]+")
Numbered = tuple[int, str]


def pipe_rows(lines: Sequence[Numbered], start: int) -> tuple[list[Row], int]:
    """The rows of a table that starts at `start`, and where it ends; no rows where none starts."""
    rows: list[Row] = []
    position = start
    fenced = _has_leading_pipe(lines[start][1])
    while position < len(lines) and is_row(lines, position, inside=bool(rows)):
        number, line = lines[position]
        position += 1
        wanted = len(rows[0].cells) if rows else MOST_CELLS
        while fenced and position < len(lines) and not _is_whole(line, wanted):
            if _has_leading_pipe(lines[position][1]):
                break
            line += "\n" + lines[position][1]
            position += 1
        if not _is_rule(line):
            rows.append(Row(cells=_cells(line, fenced=fenced), place=f"dòng {number}"))
    return (rows, position) if rows else ([], start)


def is_row(lines: Sequence[Numbered], position: int, *, inside: bool) -> bool:
    """Whether a line has a leading pipe, or pipes above the rule of a table, or pipes inside a table."""
    line = lines[position][1]
    if _has_leading_pipe(line):
        return True
    if "|" not in line:
        return False
    follows = lines[position + 1][1] if position + 1 < len(lines) else ""
    return inside or ("|" in follows and _is_rule(follows))


def _has_leading_pipe(line: str) -> bool:
    return line.lstrip().startswith("|")


def _is_rule(line: str) -> bool:
    return ("-" in line or "=" in line) and _RULE.fullmatch(line) is not None


def _is_whole(line: str, wanted: int) -> bool:
    """Whether a row ends with its pipe, or without outer pipes has all its cells."""
    return line.rstrip().endswith("|") or (not _has_leading_pipe(line) and line.count("|") >= wanted - 1)


def _cells(line: str, *, fenced: bool) -> tuple[str, ...]:
    inner = line.strip()
    inner = inner[1:] if fenced and inner.startswith("|") else inner
    inner = inner[:-1] if fenced and inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(clean(cell) for cell in _PIPE.split(inner, maxsplit=MOST_CELLS - 1))
