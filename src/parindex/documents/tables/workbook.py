"""Bảng tính đi và về: write what may be edited, and read it again when it comes back."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from parindex.documents.tables import errors, guide
from parindex.documents.tables.model import Filled, Grid, Raw, Workbook
from parindex.documents.tables.package import pack, unpack
from parindex.documents.tables.scanning import Fault, Place, scan
from parindex.documents.tables.writer import write_sheets


def write_workbook(*, kind: str, about: str, info: Mapping[str, str], sheets: Sequence[Filled]) -> bytes:
    """An .xlsx file whose first sheet says what it is (`about`), of what kind, and whose (`info`).

    The same content gives the same bytes. Raises `UnreadableTable` for what could not be read back: more than
    20,000 rows in a sheet, a cell of more than 32,767 characters.
    """
    identity = {"kind": kind, "version": guide.VERSION, **info}
    first = guide.filled(about, identity, [filled.shape for filled in sheets])
    return write_sheets([first, *sheets])


def read_workbook(content: bytes) -> Workbook:
    """A workbook of any kind that `write_workbook` made and that was perhaps edited. Raises `UnreadableTable`."""
    parts = unpack(content)
    faults = scan(parts)
    try:
        with CalamineWorkbook.from_filelike(BytesIO(pack(parts))) as book:
            sheets = tuple(
                _grid(book.get_sheet_by_name(sheet.name), faults.get(sheet.name, {}))
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            )
    except CalamineError as error:
        raise errors.damaged() from error
    return Workbook(info=_info(sheets), sheets=sheets)


def _grid(sheet: CalamineSheet, faults: Mapping[Place, Fault]) -> Grid:
    rows: list[list[Raw]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    for (row, column), fault in faults.items():
        _put(rows, row, column, fault)
    return Grid(name=sheet.name, rows=tuple(map(tuple, rows)))


def _put(rows: list[list[Raw]], row: int, column: int, fault: Fault) -> None:
    rows.extend([] for _ in range(row + 1 - len(rows)))
    rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
    rows[row][column] = fault


def _info(sheets: Sequence[Grid]) -> Mapping[str, str]:
    book = Workbook(info={}, sheets=tuple(sheets))
    info = guide.read(book.grid(guide.GUIDE))
    for key in ("kind", "version"):
        if not info.get(key):
            raise errors.not_ours(guide.LABELS[key])
    if info["version"] != guide.VERSION:
        raise errors.other_version(info["version"], guide.VERSION)
    return info
