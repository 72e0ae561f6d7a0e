"""Hình dạng bảng: columns, sheets and workbooks, the same for writing and for reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from parindex.documents.tables import errors
from parindex.documents.tables.scanning import Fault
from parindex.domain.text import fold

Cell = str | int | Decimal | date | bool | None
Raw = str | int | float | bool | date | datetime | time | timedelta | Fault


class Holds(StrEnum):
    """What the cells of a column hold, and how they are shown."""

    TEXT = "text"
    CODE = "code"  # text that must not have become a number: 1.10 is not 1.1
    POINTS = "points"
    WHOLE = "whole"
    DATE = "date"
    YES_NO = "yes_no"
    ANY = "any"  # a value whose kind its row says


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column: its heading, which is how it is found again, its English name, its width in characters.

    `earlier` are the headings it had in files that went out before.
    """

    heading: str
    english: str
    holds: Holds = Holds.TEXT
    width: int = 16
    editable: bool = False
    choices: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """A sheet's name and columns by their keys; `grows` where rows may be added and taken away."""

    name: str
    columns: Mapping[str, Column]
    grows: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """A sheet to be written; a key that a row does not have is an empty cell.

    `fixed` are the rows, counted from 0, in which no column may be edited.
    """

    shape: Shape
    rows: Sequence[Mapping[str, Cell]]
    fixed: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A sheet as it was read: all its rows from the first, with empty cells as ""."""

    name: str
    rows: tuple[tuple[Raw, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Workbook:
    """A workbook as it was read: what the first sheet says of it (`guide.LABELS`), and all sheets."""

    info: Mapping[str, str]
    sheets: tuple[Grid, ...]

    def grid(self, shape: Shape) -> Grid:
        """The sheet of a shape, by its name. Raises `UnreadableTable`."""
        found = [grid for grid in self.sheets if fold(grid.name) == fold(shape.name)]
        if not found:
            raise errors.missing_sheet(shape.name)
        if len(found) > 1:
            raise errors.double_sheet(shape.name)
        return found[0]
