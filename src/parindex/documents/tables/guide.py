"""Trang Hướng dẫn: what a workbook is, which columns may be edited, and by what it is recognised on its return."""

from collections.abc import Iterable, Mapping

from parindex.documents.tables import cells, errors
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Cell, Column, Filled, Grid, Shape
from parindex.domain.text import fold

VERSION = "1"

LABELS: Mapping[str, str] = {
    "kind": "Mã loại tệp",
    "version": "Phiên bản định dạng",
    "framework": "Mã bộ tiêu chí",
    "year": "Năm đánh giá",
    "level": "Cấp đánh giá",
    "unit_code": "Mã đơn vị",
    "unit_name": "Tên đơn vị",
    "agency_code": "Mã cơ quan",
    "agency_name": "Tên cơ quan",
    "revision": "Lần sửa",
}

GUIDE = Shape(
    name="Hướng dẫn",
    columns={
        "item": Column(heading="Mục", english="Item", width=28),
        "said": Column(heading="Nội dung", english="Content", width=100),
    },
)


def filled(about: str, info: Mapping[str, str], shapes: Iterable[Shape]) -> Filled:
    """The first sheet: a sentence on what the file is, how to edit it, and its identity."""
    rows: list[Mapping[str, Cell]] = [
        {"item": "Tệp này là", "said": about},
        {"item": "Cách sửa", "said": "Chỉ sửa các cột nền trắng; cột nền xám sửa cũng không được nhận."},
        {"item": "Giữ nguyên", "said": "Tên trang, tên cột, các mã và các dòng cuối của trang này."},
        {"item": "Sau khi gửi", "said": "Phần mềm nêu mọi chỗ khác để xem lại, rồi mới lưu."},
        *({"item": f"Trang {shape.name}", "said": _allowed(shape)} for shape in shapes),
        *({"item": LABELS[key], "said": value} for key, value in info.items()),
    ]
    return Filled(shape=GUIDE, rows=rows)


def read(grid: Grid) -> Mapping[str, str]:
    """What the last rows say of the file. Raises `UnreadableTable`."""
    keys = {fold(label): key for key, label in LABELS.items()}
    info: dict[str, str] = {}
    for number, row in enumerate(grid.rows, start=1):
        try:
            key = keys.get(fold(cells.text(row[0]))) if len(row) > 1 else None
            if key:
                info[key] = cells.text(row[1])
        except Unfit as unfit:
            raise errors.in_cell(grid.name, number, GUIDE.columns["said"].heading, unfit) from unfit
    return info


def _allowed(shape: Shape) -> str:
    editable = [column.heading for column in shape.columns.values() if column.editable]
    allowed = f"Được sửa: {'; '.join(editable)}." if editable else "Chỉ để xem."
    return f"{allowed} Được thêm, bớt dòng." if shape.grows else allowed
