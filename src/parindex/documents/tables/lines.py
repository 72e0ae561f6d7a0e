"""Các dòng tiêu chí: what score sheets and results have in common, a row for each criterion."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Protocol, TypeVar

from parindex.documents.tables import cells
from parindex.documents.tables.changes import Change, Row
from parindex.documents.tables.guide import GUIDE, LABELS
from parindex.documents.tables.model import Cell, Column, Holds, Shape, Workbook
from parindex.documents.tables.records import Record, once, records
from parindex.domain.rules.base import Sentence

CRITERION = Column(heading="Mã tiêu chí", english="Criterion code", holds=Holds.CODE, width=12)
TITLE = Column(heading="Tiêu chí", english="Criterion", width=48)
MAXIMUM = Column(heading="Điểm tối đa", english="Maximum", holds=Holds.POINTS, width=12)


class _Line(Protocol):
    @property
    def criterion(self) -> str: ...


Line = TypeVar("Line", bound=_Line)


def read_lines(workbook: Workbook, shape: Shape, read: Callable[[Record], Line]) -> tuple[Line, ...]:
    """The rows, each criterion once. Raises `UnreadableTable`."""
    found = once(records(workbook, shape), lambda record: (record.needed_code("criterion"),))
    return tuple(map(read, found.values()))


def by_criterion(lines: tuple[Line, ...]) -> Mapping[str, Line]:
    """Rows by their criterion. Raises `ValueError` for a criterion that is there twice."""
    found = {line.criterion: line for line in lines}
    if len(found) < len(lines):
        raise ValueError("a criterion is there twice")
    return found


def shown(shape: Shape, row: Mapping[str, Cell]) -> Row:
    """A row as differences show it: points with two decimals, everything else as its cell."""
    return {key: _shown(shape.columns[key], cell) for key, cell in row.items()}


def _shown(column: Column, cell: Cell) -> str:
    return (
        cells.points(cell)
        if isinstance(cell, Decimal) and column.holds is Holds.POINTS
        else cells.shown(cell)
    )


def changes_of_info(stored: Mapping[str, str], read: Mapping[str, str]) -> tuple[Change, ...]:
    """Differences in what the first sheet says beside the identity of the file; none of them is applied."""
    return tuple(
        Change(
            place=GUIDE.name,
            what=Sentence(vi=LABELS[key], en=_ENGLISH[key]),
            before=cells.clean(stored[key]),
            after=read[key],
            refused=True,
        )
        for key in stored
        if cells.clean(stored[key]) != read[key]
    )


_ENGLISH: Mapping[str, str] = {
    "unit_name": "Unit name",
    "agency_name": "Agency name",
    "revision": "Revision",
}
