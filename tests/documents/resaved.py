"""A workbook as another program saves it after somebody has edited it: the same cells, none of our formats."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

Cells = dict[str, list[list[Any]]]  # the rows of each sheet, headings first


def cells_of(content: bytes) -> Cells:
    """All cells of a workbook, as a program of somebody else reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def resaved(content: bytes, edit: Callable[[Cells], None]) -> bytes:
    """The workbook after an edit of its cells."""
    cells = cells_of(content)
    edit(cells)
    return saved(cells)


def saved(cells: Mapping[str, list[list[Any]]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in cells.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, day)
    book.close()
    return target.getvalue()


def put(sheet: str, row: int, heading: str, value: Any) -> Callable[[Cells], None]:
    """An edit of one cell; rows are counted as Excel counts them."""

    def edit(cells: Cells) -> None:
        column = cells[sheet][0].index(heading)
        cells[sheet][row - 1][column] = value

    return edit


def row_of(cells: Cells, sheet: str, heading: str, value: str) -> int:
    """The number of the first row that holds a value, as Excel counts."""
    column = cells[sheet][0].index(heading)
    return next(number for number, row in enumerate(cells[sheet], start=1) if row[column] == value)


def with_part(content: bytes, name: str, part: bytes | None) -> bytes:
    """The package with one part replaced, or without it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
        if part is not None:
            new.writestr(name, part)
    return target.getvalue()


class Formula(str):
    """A formula with the result that is saved beside it."""

    result: Any

    def __new__(cls, text: str, result: Any) -> "Formula":
        formula = super().__new__(cls, text)
        formula.result = result
        return formula


def _write(sheet: Any, row: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, Formula):
        sheet.write_formula(row, column, str(cell), None, cell.result)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, cell)
