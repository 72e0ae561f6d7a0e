"""Hình thức bảng tính: the one look of all spreadsheets, and how they come out of a printer."""

from collections.abc import Mapping
from typing import Any

CELL: Mapping[str, Any] = {
    "font_name": "Times New Roman",
    "font_size": 12,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
}
HEAD: Mapping[str, Any] = {**CELL, "bold": True, "bg_color": "#E3EEF5"}
_A4 = 9


def lay_out(sheet: Any) -> None:
    """Headings in the first row stay in sight and on every page; A4 landscape, as wide as one page."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
