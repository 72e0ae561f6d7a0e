"""Columns of the two tables of a plan, recognised by what their heading means, wherever they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parindex.documents.reading.blocks import Row
from parindex.documents.reading.vocabulary import ALONE, PHRASES, SOLUTIONS, Column, Kind
from parindex.documents.reading.words import flat

MAX_HEADING = 120
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_YEAR = re.compile(r"(?<=nam) 20[0-9]{2}$")
_Phrases = Mapping[Column, tuple[str, ...]]
_FIGURES = frozenset({Column.MAXIMUM, Column.EARNED, Column.LOST})
_WORK = frozenset({Column.LEAD, Column.COOPERATING, Column.DEADLINE})


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Where the columns of a table stand; `header_rows` is how many rows from the top say so."""

    kind: Kind
    columns: Mapping[Column, int]
    width: int
    header_rows: int
    unknown: tuple[str, ...] = ()  # headings that mean nothing to us
    unheaded: tuple[int, ...] = ()  # columns without a heading

    def cell(self, row: Row, column: Column) -> str:
        position = self.columns.get(column)
        return row.cells[position] if position is not None and position < len(row.cells) else ""


def recognise(rows: Sequence[Row]) -> Layout | None:
    """The layout that the first rows of a table announce; None when they are no header of a known table."""
    for first in range(min(3, len(rows))):
        for depth in (2, 1):
            header = rows[first : first + depth]
            if len(header) == depth and (layout := _layout(header, header_rows=first + depth)):
                return layout
    return None


def _layout(header: Sequence[Row], *, header_rows: int) -> Layout | None:
    names = _joined_names(header)
    for kind in (Kind.LOSSES, Kind.TASKS):
        columns = _columns(names, kind)
        if _suffices(kind, columns) and (len(header) == 1 or _is_second_row(header, names, kind)):
            columns = {**_solutions(names, columns), **columns} if kind is Kind.LOSSES else columns
            others = [i for i in range(len(names)) if i not in columns.values()]
            return Layout(
                kind=kind,
                columns=columns,
                width=len(names),
                header_rows=header_rows,
                unknown=tuple(names[i][0] for i in others if names[i][0]),
                unheaded=tuple(i for i in others if not names[i][0]),
            )
    return None


def _joined_names(header: Sequence[Row]) -> list[tuple[str, ...]]:
    """For each column its whole heading, then the lower row's alone; a merged upper heading reaches rightwards."""
    if len(header) == 1:
        return [(cell,) for cell in header[0].cells]
    upper, lower = list(header[0].cells), header[1].cells
    for position in range(1, len(upper)):
        if not upper[position] and lower[position]:
            upper[position] = upper[position - 1]
    return [_names(above, below) for above, below in zip(upper, lower, strict=False)]


def _names(above: str, below: str) -> tuple[str, ...]:
    return (f"{above} {below}".strip(), below) if below and below != above else (above,)


def _columns(names: Sequence[tuple[str, ...]], kind: Kind) -> dict[Column, int]:
    return _best(names, PHRASES[kind], ALONE[kind])


def _solutions(names: Sequence[tuple[str, ...]], columns: Mapping[Column, int]) -> dict[Column, int]:
    """What is to be done about a loss, by whom and by when, where a register has columns for it."""
    taken = columns.values()
    others = [("",) if position in taken else alternatives for position, alternatives in enumerate(names)]
    return _best(others, SOLUTIONS, ALONE[Kind.TASKS])


def _best(names: Sequence[tuple[str, ...]], phrases: _Phrases, alone: _Phrases) -> dict[Column, int]:
    """Each meaning once; where two headings claim it, the closer one has it."""
    best: dict[Column, tuple[int, int]] = {}  # column: position, closeness
    for position, alternatives in enumerate(names):
        column, closeness = max((_meaning(name, phrases, alone) for name in alternatives), key=lambda m: m[1])
        if column and closeness > best.get(column, (-1, 0))[1]:
            best[column] = (position, closeness)
    return {column: position for column, (position, _) in best.items()}


def _meaning(heading: str, phrases: _Phrases, alone: _Phrases) -> tuple[Column | None, int]:
    """What a heading means and how closely it says so: 1000 for the phrase itself, else the phrase's length."""
    words = _words(heading)
    if not words:
        return None, 0
    undated = _YEAR.sub("", words)
    for column, whole in alone.items():
        if undated in whole:
            return column, 999
    found: tuple[Column | None, int] = (None, 0)
    for column, known in phrases.items():
        for phrase in known:
            if words == phrase or (column is Column.NUMBER and words.replace(" ", "") == phrase):
                return column, 1000
            if len(phrase) > max(3, found[1]) and f" {phrase} " in f" {words} ":
                found = (column, len(phrase))
    return found


def _words(heading: str) -> str:
    return _NOT_WORDS.sub(" ", flat(heading)).strip() if len(heading) <= MAX_HEADING else ""


def _suffices(kind: Kind, columns: Mapping[Column, int]) -> bool:
    if kind is Kind.TASKS:
        return Column.TEXT in columns and not _WORK.isdisjoint(columns)
    named = Column.NAME in columns or Column.CODE in columns
    return named and len(_FIGURES & columns.keys()) >= 2


def _is_second_row(header: Sequence[Row], names: Sequence[tuple[str, ...]], kind: Kind) -> bool:
    """Whether a second row belongs to the header: it adds at least two headings, and nothing else."""
    upper, lower = header
    added = [
        (below, name)
        for above, below, name in zip(upper.cells, lower.cells, names, strict=False)
        if below and above != below
    ]
    return len(added) >= 2 and all(
        len(below) <= 40 and _is_heading(below, name, kind) for below, name in added
    )


def _is_heading(below: str, names: tuple[str, ...], kind: Kind) -> bool:
    """Whether a lower cell means something itself, or makes a whole phrase with the heading above it."""
    phrases, alone = PHRASES[kind], ALONE[kind]
    return _meaning(below, phrases, alone)[1] > 0 or _meaning(names[0], phrases, alone)[1] >= 999
