"""The first sheet of an .xlsx file as texts, the way the same table stands in a CSV file."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook


class NoWorkbook(ValueError):  # noqa: N818  (said of the file, as a reader would)
    """The bytes are no workbook that can be read."""


def workbook_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows that say anything with their numbers in Excel, as wide as the first of them. Raises `NoWorkbook`."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise NoWorkbook from error
    width = 0
    for line, row in enumerate(rows, start=1):
        cells = _without_empty_end([_text(cell) for cell in row])
        if cells:
            width = width or len(cells)
            yield line, cells + [""] * (width - len(cells))


def _without_empty_end(cells: list[str]) -> list[str]:
    """Sheets are as wide as their widest row; what follows the last text of a row says nothing."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(cell: Any) -> str:
    """A code that became a number has lost its zeros for good; as text it is then refused for its length."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
