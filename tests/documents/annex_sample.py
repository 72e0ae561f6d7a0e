"""Annexed tables in our own words, marked as samples, as .xlsx and .docx: rows of cells and ranges that are merged."""

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter
from docx import Document

from tests.documents.sample import saved

Cell = str | float | bool | None
Rows = Sequence[Sequence[Cell]]
Merge = tuple[int, int, int, int]  # top, left, bottom, right

ABOVE = [
    "PHỤ LỤC (BẢN MẪU)",
    "BỘ TIÊU CHÍ MẪU XÁC ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CẤP TỈNH NĂM 2019",
    "(Ban hành kèm theo Quyết định số 12/QĐ-MAU ngày 05 tháng 3 năm 2019)",
]
HEADER = ("STT", "Lĩnh vực / Tiêu chí / Tiêu chí thành phần", "Điểm tối đa", "Tài liệu kiểm chứng", "Ghi chú")
CRITERIA: Rows = (
    ("1", "CHỈ ĐẠO, ĐIỀU HÀNH", "60", "", ""),
    ("1.1", "Kế hoạch năm", "40", "Kế hoạch", ""),
    ("1.1.1", "Ban hành kế hoạch", "15,5", "Quyết định ban hành", ""),
    ("", "- Ban hành trong quý I: 15,5 điểm", "", "", ""),
    ("", "- Ban hành sau quý I: 5 điểm", "", "", ""),
    ("1.1.2", "Thực hiện kế hoạch", "24.50", "Báo cáo", ""),
    ("1.2", "Người dân đánh giá việc điều hành", "20", "", "Điều tra xã hội học"),
    ("2", "THỦ TỤC HÀNH CHÍNH", "40", "", ""),
    ("2.1", "Công khai thủ tục", "40", "", ""),
    ("", "TỔNG CỘNG", "100", "", ""),
)


def xlsx(*sheets: Rows, merges: Sequence[Merge] = (), above: Sequence[str] = ABOVE) -> bytes:
    """A workbook of these sheets; the lines above and the merges are the first sheet's, merges counted below them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet(f"Biểu {number + 1}")
            lines = [[text] for text in above] if number == 0 else []
            _fill(sheet, [*lines, *rows], merges if number == 0 else (), shift=len(lines))
    return file.getvalue()


def _fill(sheet: Any, rows: Rows, merges: Sequence[Merge], *, shift: int) -> None:
    for top, left, bottom, right in merges:
        sheet.merge_range(top + shift, left, bottom + shift, right, "")
    for position, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, str) and value:
                sheet.write_string(position, column, value)
            elif isinstance(value, bool):
                sheet.write_boolean(position, column, value)
            elif value is not None and not isinstance(value, str):
                sheet.write_number(position, column, value)


def docx(*tables: Rows, merges: Sequence[Merge] = (), above: Sequence[str] = ABOVE) -> bytes:
    """A document of these tables, one after the other; the merges are the first table's."""
    document = Document()
    for text in above:
        document.add_paragraph(text)
    for number, rows in enumerate(tables):
        table = document.add_table(rows=0, cols=len(rows[0]))
        cells = [list(table.add_row().cells) for _ in rows]
        for top, left, bottom, right in merges if number == 0 else ():
            cells[top][left].merge(cells[bottom][right])
        for line, row in zip(cells, rows, strict=True):
            for cell, value in zip(line, row, strict=True):
                if value not in ("", None):
                    cell.text = printed(value)
        document.add_paragraph("")
    return saved(document)


def printed(value: Cell) -> str:
    return value if isinstance(value, str) else "" if value is None else f"{value:g}"
