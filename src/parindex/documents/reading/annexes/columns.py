"""Columns of an annexed table, recognised by what their heading means, over one to three rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parindex.documents.reading.annexes.vocabulary import ALONE, ELSE, PHRASES, Column
from parindex.documents.reading.blocks import Row
from parindex.documents.reading.words import flat, in_one_line

MAX_HEADING = 120
MAX_ROWS_ABOVE = 40  # a sheet has the names of the table and of the decision above its header
MAX_DEPTH = 3
_WHOLE, _ALONE, _ELSE = 1000, 999, 1
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_YEAR = re.compile(r"(?<=nam) 20[0-9]{2}$")
_Names = list[tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Where the columns of a table stand; the header's rows are `rows[start:end]`."""

    columns: Mapping[Column, int]
    width: int
    start: int
    end: int
    unknown: tuple[str, ...] = ()  # headings that mean nothing to us

    def cells(self, row: Row) -> Mapping[Column, str]:
        return {c: row.cells[i] if i < len(row.cells) else "" for c, i in self.columns.items()}


def recognise(rows: Sequence[Row]) -> Layout | None:
    """The layout that the richest header among the first rows announces; None where no two columns are known."""
    layouts = [layout for start in range(min(MAX_ROWS_ABOVE, len(rows))) if (layout := _layout(rows, start))]
    return max(layouts, key=lambda layout: (len(layout.columns), -layout.start), default=None)


def _layout(rows: Sequence[Row], start: int) -> Layout | None:
    names: _Names = [(cell,) for cell in rows[start].cells]
    if len(_columns(names)) < 2:
        return None
    end = start + 1
    while end < len(rows) and end - start < MAX_DEPTH and _adds_headings(rows[end], names):
        names = _joined(names, rows[end])
        end += 1
    columns = _columns(names)
    if Column.TITLE not in columns:
        return None
    unknown = tuple(in_one_line(name[0]) for i, name in enumerate(names) if i not in columns.values())
    return Layout(
        columns=columns,
        width=len(names),
        start=start,
        end=end,
        unknown=tuple(name for name in unknown if name and not _words(name).isdigit()),
    )


def _adds_headings(row: Row, names: _Names) -> bool:
    """Whether a row belongs to the header above it: it adds at least two headings, and nothing else."""
    joined = _joined(names, row)
    added = [joined[i] for i, cell in enumerate(row.cells) if cell and cell not in names[i]]
    return len(added) >= 2 and all(_is_heading(name) for name in added)


def _is_heading(name: tuple[str, ...]) -> bool:
    """Whether a lower cell means something itself, or makes a whole phrase with the heading above it."""
    closest = max((close for _, close in _claims(name)), default=0)
    return closest >= _ALONE or any(_claims(name[-1:]))


def _joined(names: _Names, row: Row) -> _Names:
    """For each column its whole heading, then the lower row's alone; a merged upper heading reaches rightwards."""
    upper = [name[0] for name in names]
    for position in range(1, len(upper)):
        if not upper[position] and row.cells[position]:
            upper[position] = upper[position - 1]
    return [_names(above, below) for above, below in zip(upper, row.cells, strict=True)]


def _names(above: str, below: str) -> tuple[str, ...]:
    return (f"{above} {below}".strip(), below) if below and below != above else (above,)


def _columns(names: _Names) -> dict[Column, int]:
    """Each meaning once and each column once; the closest claims are settled first."""
    claims = [(close, -i, column) for i, name in enumerate(names) for column, close in _claims(name)]
    columns: dict[Column, int] = {}
    for _, place, column in sorted(claims, key=lambda claim: claim[:2], reverse=True):
        if column not in columns and -place not in columns.values():
            columns[column] = -place
    return columns


def _claims(name: tuple[str, ...]) -> Iterator[tuple[Column, int]]:
    """What a heading may mean and how closely it says so: the phrase itself, else the phrase's length."""
    for heading in name:
        words = _YEAR.sub("", _words(heading))
        for column in Column if words else ():
            if close := _closeness(words, column):
                yield column, close


def _closeness(words: str, column: Column) -> int:
    phrases = PHRASES[column]
    if words in phrases or (column is Column.CODE and words.replace(" ", "") in phrases):
        return _WHOLE
    if words in ALONE.get(column, ()):
        return _ALONE
    within = [len(phrase) for phrase in phrases if len(phrase) > 3 and f" {phrase} " in f" {words} "]
    return max(within, default=_ELSE if words in ELSE.get(column, ()) else 0)


def _words(heading: str) -> str:
    return _NOT_WORDS.sub(" ", flat(heading)).strip() if len(heading) <= MAX_HEADING else ""
