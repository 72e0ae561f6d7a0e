"""Các dòng của một trang: found by the headings of their columns, each cell read with its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from parindex.documents.tables import cells, errors
from parindex.documents.tables.errors import Unfit, UnreadableTable
from parindex.documents.tables.model import Column, Grid, Raw, Shape, Workbook
from parindex.domain.text import fold

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One row. Every reader raises `UnreadableTable` with the sheet, the row and the column."""

    shape: Shape
    row: int
    raw: Mapping[str, Raw]

    def text(self, key: str) -> str:
        return self.read(key, cells.text)

    def code(self, key: str) -> str:
        return self.read(key, cells.code)

    def needed_code(self, key: str) -> str:
        """A code that has to be there."""
        return self.code(key) or self._lacks(key)

    def number(self, key: str) -> Decimal | None:
        return self.read(key, cells.number)

    def whole(self, key: str) -> int | None:
        return self.read(key, cells.whole)

    def day(self, key: str) -> date | None:
        return self.read(key, cells.day)

    def yes_no(self, key: str) -> bool | None:
        return self.read(key, cells.yes_no)

    def names(self, key: str) -> tuple[str, ...]:
        return self.read(key, cells.names)

    def lines(self, key: str) -> tuple[str, ...]:
        return self.read(key, cells.lines)

    def read(self, key: str, reader: Callable[[Raw], Value]) -> Value:
        """A cell through any reader that raises `Unfit`."""
        try:
            return reader(self.raw.get(key, ""))
        except Unfit as unfit:
            raise self.refusal(key, unfit) from unfit

    def refusal(self, key: str, unfit: Unfit) -> UnreadableTable:
        """What is wrong in a cell, said with its place."""
        return errors.in_cell(self.shape.name, self.row, self.shape.columns[key].heading, unfit)

    def _lacks(self, key: str) -> str:
        raise self.refusal(key, Unfit("ô không được để trống", "the cell must not be empty"))


def records(workbook: Workbook, shape: Shape) -> tuple[Record, ...]:
    """The rows of a sheet that are not blank. Raises `UnreadableTable` for missing and double columns.

    Columns may stand in any order and others may stand between them.
    """
    grid = workbook.grid(shape)
    positions = _positions(grid, shape)
    return tuple(_rows(grid, shape, positions))


def once(
    found: Iterable[Record], identity: Callable[[Record], tuple[str, ...]]
) -> Mapping[tuple[str, ...], Record]:
    """The rows by what they name, each thing once. Raises `UnreadableTable`."""
    named: dict[tuple[str, ...], Record] = {}
    for record in found:
        key = identity(record)
        if key in named:
            raise errors.double_row(record.shape.name, record.row, ", ".join(filter(None, key)))
        named[key] = record
    return named


def _positions(grid: Grid, shape: Shape) -> Mapping[str, int]:
    headings = [_heading(raw) for raw in grid.rows[0]] if grid.rows else []
    found = {key: _places(column, headings) for key, column in shape.columns.items()}
    missing = [shape.columns[key].heading for key, places in found.items() if not places]
    if missing:
        raise errors.missing_columns(grid.name, missing)
    for key, places in found.items():
        if len(places) > 1:
            raise errors.double_column(grid.name, shape.columns[key].heading)
    return {key: places[0] for key, places in found.items()}


def _places(column: Column, headings: Sequence[str]) -> list[int]:
    known = {fold(heading) for heading in (column.heading, *column.earlier)}
    return [place for place, heading in enumerate(headings) if heading in known]


def _heading(raw: Raw) -> str:
    return fold(raw) if isinstance(raw, str) else ""


def _rows(grid: Grid, shape: Shape, positions: Mapping[str, int]) -> Iterator[Record]:
    for number, row in enumerate(grid.rows[1:], start=2):
        raw = {key: row[position] for key, position in positions.items() if position < len(row)}
        if any(not isinstance(value, str) or value.strip() for value in raw.values()):
            yield Record(shape=shape, row=number, raw=raw)
