"""Bảng tính: each sheet that is shown as a table of texts, its merged cells as those of a Word table."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from parindex.documents.reading import errors
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.package import checked_copy
from parindex.documents.reading.blocks import Row, Table, table, tidy
from parindex.domain.plans import Remark

MAX_ROWS = 20_000
MAX_COVERED = 200_000
_Range = tuple[tuple[int, int], tuple[int, int]]


def read_xlsx(data: bytes, *, name: str, notes: list[Remark]) -> list[Table]:
    """Tables of a .xlsx file; places are "trang tính “Phụ lục”, hàng 5". Raises UnreadableDocument."""
    copy = checked_copy(data, name=name)
    try:
        with CalamineWorkbook.from_filelike(copy) as book:
            return list(_tables(book, name, notes))
    except PasswordError as error:
        raise errors.encrypted(name) from error
    except CalamineError as error:
        raise errors.damaged(name, ".xlsx") from error


def _tables(book: CalamineWorkbook, name: str, notes: list[Remark]) -> Iterator[Table]:
    for position, sheet in enumerate(book.sheets_metadata):
        place = f"trang tính “{tidy(sheet.name)}”"
        if sheet.visible is not SheetVisibleEnum.Visible:
            notes.append(remarks.sheet_hidden(place))
        elif str(sheet.typ) == "SheetTypeEnum.WorkSheet":
            yield _table(book.get_sheet_by_index(position), place=place, name=name)


def _table(sheet: CalamineSheet, *, place: str, name: str) -> Table:
    if sheet.start is None or sheet.end is None:
        return Table(rows=(), place=place)
    covered = _covered(sheet.merged_cell_ranges or (), end=sheet.end, name=name)
    left = [""] * sheet.start[1]
    rows: list[Row] = []
    upper: list[str] = []
    for number, values in enumerate(sheet.iter_rows()):
        if number not in covered and values.count("") == len(values):  # there may be a million empty rows
            upper = []
            continue
        cells = left + [_text(value) for value in values]
        for column in covered.get(number, ()):
            cells[column] = upper[column] if upper else ""
        rows.append(Row(cells=tuple(cells), place=f"{place}, hàng {number + 1}"))
        if len(rows) > MAX_ROWS:
            raise errors.too_huge(name, "quá 20.000 hàng", "over 20,000 rows")
        upper = cells
    return table(rows, place=place)


def _covered(ranges: Sequence[_Range], *, end: tuple[int, int], name: str) -> Mapping[int, list[int]]:
    """Columns whose cell is covered from above, by row; cells that are covered from the left are empty already."""
    covered: dict[int, list[int]] = {}
    count = 0
    for (top, left), (bottom, _) in (found for found in ranges if found[0][1] <= end[1]):
        last = min(bottom, end[0])
        count += max(0, last - top)
        if count > MAX_COVERED:
            raise errors.too_huge(name, "quá nhiều ô gộp", "too many merged cells")
        for row in range(top + 1, last + 1):
            covered.setdefault(row, []).append(left)
    return covered


def _text(value: object) -> str:
    """A cell as people see it: 15 digits, as spreadsheets show numbers; a date as 2018-02-01."""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float | int):
        return format(value, ".15g")
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else tidy(str(value))
