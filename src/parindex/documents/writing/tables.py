"""Bảng tính: a table as an .xlsx file that officials can go on working with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from parindex.documents.writing.look import CELL, HEAD, lay_out

Cell = str | int | Decimal | date | None

_FIRST_YEAR = 1901  # Excel counts days from 1900, and wrongly in that year
_MAX_CHARACTERS = 32_767  # what a cell of Excel can hold

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A heading and the width of its column in characters."""

    heading: str
    width: int = 16


def write_table(*, title: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet: headings in the first row, frozen and filterable; codes stay text, points and dates stay values."""
    target = BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(title[:31])
    head = book.add_format(HEAD)
    formats = {
        str: book.add_format({**CELL, "num_format": "@"}),
        int: book.add_format({**CELL, "num_format": "0"}),
        Decimal: book.add_format({**CELL, "num_format": "#,##0.00"}),
        date: book.add_format({**CELL, "num_format": "dd/mm/yyyy"}),
    }
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.heading, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for number, cell in enumerate(row):
            _write(sheet, last, number, _as_held(cell), formats)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    lay_out(sheet)
    book.close()
    return target.getvalue()


def _as_held(cell: Cell) -> Cell:
    """A cell as a spreadsheet can hold it: days before 1901 are text, and longer texts end with "…"."""
    if isinstance(cell, date) and cell.year < _FIRST_YEAR:
        return cell.isoformat()
    if isinstance(cell, str) and len(cell) > _MAX_CHARACTERS:
        return f"{cell[: _MAX_CHARACTERS - 1]}…"
    return cell


def _write(sheet: Any, row: int, column: int, cell: Cell, formats: Mapping[type, Any]) -> None:
    if cell is None:
        sheet.write_blank(row, column, None, formats[str])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, formats[date])
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, column, cell, formats[type(cell)])
    else:
        sheet.write_string(row, column, cell, formats[str])
