"""The rows of annexed tables by the meaning of their columns, put together again over pages and sheets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.columns import Layout, recognise
from parindex.documents.reading.annexes.heading import title_in
from parindex.documents.reading.annexes.vocabulary import POINTS, Column
from parindex.documents.reading.blocks import Block, Paragraph, Row, Table, as_paragraphs
from parindex.documents.reading.words import flat, in_one_line, is_bullet
from parindex.domain.plans import Remark

_COLUMN_NUMBER = re.compile(r"\(?(?:([A-H])|([0-9]{1,2}))\)?(?: ?= ?[-+()0-9 ]{1,20})?")
_CODE_LIKE = re.compile(r"(?:[0-9]{1,2}(?:[.,][0-9]{1,2}){0,4}|[ivxl]{1,6}|[a-h])[.):]?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One row as printed, by meaning of its columns."""

    cells: Mapping[Column, str]
    place: str

    def text(self, column: Column) -> str:
        return self.cells.get(column, "")

    def in_line(self, column: Column) -> str:
        return in_one_line(self.text(column))


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One whole table, whatever pages or sheets it goes over; `above` is what stands before it, its title among it."""

    place: str
    columns: frozenset[Column]
    above: tuple[Paragraph, ...]
    lines: list[Line]


@dataclass(slots=True)
class _Reading:
    """What has been read so far; `headers` are the rows that name the columns, folded."""

    notes: list[Remark]
    parts: list[Part] = field(default_factory=list)
    above: list[Paragraph] = field(default_factory=list)
    layout: Layout | None = None
    headers: set[tuple[str, ...]] = field(default_factory=set)


def read_parts(blocks: Sequence[Block], notes: list[Remark]) -> list[Part]:
    """Tables that have a column of criteria, in the document's order; a table whose codes start anew is another one."""
    reading = _Reading(notes=notes)
    for block in blocks:
        if isinstance(block, Paragraph):
            reading.above.append(block)
        elif rows := [row for row in block.rows if not row.is_blank]:
            _read_table(block, rows, reading)
    return reading.parts


def _read_table(table: Table, rows: list[Row], reading: _Reading) -> None:
    layout = recognise(rows)
    if layout:
        _enter(layout, table, rows, reading)
        rows = rows[layout.end :]
    elif reading.layout and _continues(table, rows, reading.layout):
        reading.notes.append(shared.continued_without_header(rows[0].place))
    else:
        reading.above.extend(as_paragraphs([table]))
        if table.width >= 3 and len(rows) >= 2:
            header = " | ".join(in_one_line(cell) for cell in rows[0].cells if cell)[:120]
            reading.notes.append(remarks.table_skipped(table.place, header))
        return
    reading.parts[-1].lines.extend(_lines(rows, reading))


def _enter(layout: Layout, table: Table, rows: list[Row], reading: _Reading) -> None:
    """Start a table, or go on with one whose header is printed again."""
    place = rows[layout.end - 1].place
    reading.above.extend(as_paragraphs([Table(rows=tuple(rows[: layout.start]), place=table.place)]))
    if reading.parts and not _is_another(layout, rows, reading.parts[-1]):
        reading.notes.append(shared.header_repeated(place))
    else:
        above = _above(reading)
        columns = frozenset(layout.columns)
        reading.parts.append(Part(place=table.place, columns=columns, above=above, lines=[]))
        reading.notes.extend(shared.column_unknown(place, name) for name in layout.unknown)
        reading.above = []
    reading.layout = layout
    reading.headers.update(_folded(row) for row in rows[layout.start : layout.end])


def _above(reading: _Reading) -> tuple[Paragraph, ...]:
    """What stands above a new table: where that holds no title, the table before it was the first of one annex."""
    own = tuple(reading.above)
    return own if title_in(own) or not reading.parts else (*reading.parts[-1].above, *own)


def _is_another(layout: Layout, rows: Sequence[Row], before: Part) -> bool:
    """Whether a table has other points than the one before it, or starts with the code that it started with."""
    if POINTS & layout.columns.keys() != POINTS & before.columns:
        return True
    codes = (_code(layout.cells(row)) for row in rows[layout.end :] if not _is_column_numbers(row, layout))
    first = next(filter(None, codes), "")
    return not before.lines or (
        bool(first) and first == next(filter(None, map(_line_code, before.lines)), "")
    )


def _line_code(line: Line) -> str:
    return _code(line.cells)


def _code(cells: Mapping[Column, str]) -> str:
    return flat(in_one_line(cells.get(Column.CODE, ""))).strip(" .):")


def _continues(table: Table, rows: Sequence[Row], layout: Layout) -> bool:
    """Whether a table without header has the columns of the one before; a sheet ends with its last filled column."""
    cells = layout.cells(rows[0])
    code, title = cells.get(Column.CODE, ""), cells[Column.TITLE]
    plausible = not code or is_bullet(f"{code} x") or _CODE_LIKE.fullmatch(flat(in_one_line(code)))
    fits = table.width == layout.width or (table.width < layout.width and bool(title))
    return fits and bool(plausible)


def _lines(rows: Sequence[Row], reading: _Reading) -> Iterator[Line]:
    layout = reading.layout
    for row in rows:
        if layout is None or _is_column_numbers(row, layout):
            continue
        if _folded(row) in reading.headers:
            reading.notes.append(shared.header_repeated(row.place))
        else:
            yield Line(cells=layout.cells(row), place=row.place)


def _folded(row: Row) -> tuple[str, ...]:
    return tuple(flat(in_one_line(cell)) for cell in row.cells)


def _is_column_numbers(row: Row, layout: Layout) -> bool:
    """A line "(1) (2) (3)" or "A B 1 2=3+4" under a header: even where the name of a criterion should stand."""
    said = [cell for cell in row.cells if cell]
    if len(said) < 2 or not layout.cells(row)[Column.TITLE]:
        return False
    matches = [match for cell in said if (match := _COLUMN_NUMBER.fullmatch(cell))]
    letters = [match[1] for match in matches if match[1]]
    numbers = [int(match[2]) for match in matches[len(letters) :] if match[2]]
    counted = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
    is_whole = len(letters) + len(numbers) == len(said)
    return is_whole and numbers == counted and letters == list("ABCDEFGH"[: len(letters)])
