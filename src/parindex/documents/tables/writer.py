"""Ghi bảng tính: sheets as the bytes of an .xlsx file, always the same for the same content."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from parindex.documents.tables import cells, errors
from parindex.documents.tables.model import Cell, Column, Filled, Holds
from parindex.documents.tables.scanning import MAX_ROWS
from parindex.documents.writing.look import CELL, HEAD, lay_out

_CREATED = datetime(2018, 1, 1, tzinfo=UTC)  # any fixed moment: the same content is always the same file
_FIRST_YEAR = 1901  # Excel counts days from 1900, and wrongly in that year
_SPARE_ROWS = 200  # rows below the last that keep their columns' choices, where rows may be added
_GREY = {"bg_color": "#EDEDED", "font_color": "#595959"}
_SHOWN = {
    Holds.TEXT: "@",
    Holds.CODE: "@",
    Holds.YES_NO: "@",
    Holds.ANY: "@",
    Holds.POINTS: "#,##0.00######",
    Holds.WHOLE: "0",
    Holds.DATE: "dd/mm/yyyy",
}
_NUMBER = "General"


def write_sheets(sheets: Sequence[Filled]) -> bytes:
    """Strings are never formulas, codes stay text. Raises `UnreadableTable` for what no sheet can hold."""
    target = BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": _CREATED})
    looks = _Looks(book=book, known={})
    for filled in sheets:
        _write_sheet(book.add_worksheet(filled.shape.name), filled, looks)
    book.close()
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a workbook, each made once."""

    book: Any
    known: dict[tuple[str, bool], Any]

    def of(self, shown: str, *, editable: bool) -> Any:
        key = (shown, editable)
        if key not in self.known:
            grey = {} if editable else _GREY
            self.known[key] = self.book.add_format({**CELL, **grey, "num_format": shown})
        return self.known[key]

    def head(self, *, editable: bool) -> Any:
        key = ("head", editable)
        if key not in self.known:
            self.known[key] = self.book.add_format(HEAD if editable else {**HEAD, **_GREY, "italic": True})
        return self.known[key]


def _write_sheet(sheet: Any, filled: Filled, looks: _Looks) -> None:
    shape = filled.shape
    if len(filled.rows) > MAX_ROWS:
        raise errors.too_many_rows(shape.name, MAX_ROWS)
    for number, (key, column) in enumerate(shape.columns.items()):
        sheet.set_column(
            number, number, column.width, looks.of(_SHOWN[column.holds], editable=column.editable)
        )
        sheet.write_string(0, number, column.heading, looks.head(editable=column.editable))
        _write_column(sheet, number, key, filled, looks)
        _offer_choices(sheet, number, column, len(filled.rows) + (_SPARE_ROWS if shape.grows else 0))
    sheet.autofilter(0, 0, len(filled.rows), len(shape.columns) - 1)
    lay_out(sheet)


def _write_column(sheet: Any, number: int, key: str, filled: Filled, looks: _Looks) -> None:
    column = filled.shape.columns[key]
    for row, values in enumerate(filled.rows, start=1):
        cell = _as_written(values.get(key))
        if isinstance(cell, str) and len(cell) > cells.MAX_CHARACTERS:
            raise errors.in_cell(filled.shape.name, row + 1, column.heading, cells.too_long())
        is_number = isinstance(cell, int | Decimal)
        shown = _NUMBER if column.holds is Holds.ANY and is_number else _SHOWN[column.holds]
        editable = column.editable and row - 1 not in filled.fixed
        _write(sheet, row, number, cell, looks.of(shown, editable=editable))


def _as_written(cell: Cell) -> Cell:
    """A cell as Excel can hold it: numbers of more than 15 digits and days before 1901 become text."""
    if isinstance(cell, bool):
        return cells.yes_no_in_words(cell)
    if isinstance(cell, int | Decimal) and not cells.held_exactly(cell):
        return cells.plain(cell)
    if isinstance(cell, date) and cell.year < _FIRST_YEAR:
        return cell.isoformat()
    return cells.clean(cell) if isinstance(cell, str) else cell


def _write(sheet: Any, row: int, column: int, cell: Cell, look: Any) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, look)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, column, float(cell) or 0.0, look)
    else:
        sheet.write_string(row, column, cell, look)


def _offer_choices(sheet: Any, number: int, column: Column, last: int) -> None:
    if column.editable and column.choices and last:
        options: Mapping[str, Any] = {
            "validate": "list",
            "source": list(column.choices),
            "error_type": "warning",
            "error_title": column.heading[:32],
            "error_message": "Chọn một trong các giá trị của danh sách.",
        }
        sheet.data_validation(1, number, last, number, options)
