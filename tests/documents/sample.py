"""A small plan in our own words, in the shape that provinces give theirs, as .md, .docx and .pdf."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

HEAD = ["ỦY BAN NHÂN DÂN TỈNH SƠN HÀ", "Số: 77/KH-UBND", "Sơn Hà, ngày 05 tháng 3 năm 2019"]
BODY = [
    "KẾ HOẠCH Nâng điểm Chỉ số cải cách hành chính tỉnh Sơn Hà giai đoạn 2019 - 2020",
    "Chỉ số cải cách hành chính năm 2018 của tỉnh đạt tổng điểm 75,5 điểm, xếp thứ 31/63 (tăng 4 bậc); "
    "điểm đánh giá trực tiếp đạt 50,25 điểm; điểm điều tra xã hội học đạt 25,25 điểm.",
    "1. Mục tiêu",
    "Năm 2019 đứng trong tốp 25; năm 2020 đứng trong tốp 20.",
    "2. Nhiệm vụ chung",
    "Mọi cơ quan có trách nhiệm:",
    "- Trả lời người dân trong hai ngày.",
    "- Công bố lịch làm việc của bộ phận một cửa.",
    "3. Nhiệm vụ cụ thể",
    "Thời gian báo cáo: Trước ngày 10/12 hàng năm.",
    "- Sở Nội vụ chủ trì: Lĩnh vực 1: Chỉ đạo, điều hành; Lĩnh vực 4: Tổ chức bộ máy.",
]
TASK_HEADER = ("STT", "Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")
TASKS = [
    ("1", "Gửi báo cáo quý đúng hạn (Tiêu chí 1.2: Báo cáo).", "Sở Nội vụ", "Sở Tư pháp", "Hàng năm"),
    (
        "2",
        "Mở dịch vụ trực tuyến cho hồ sơ đất đai (Tiêu chí 7.2.1: Dịch vụ trực tuyến)",
        "Sở Tài nguyên và Môi trường",
        "Các sở: Tài chính, Thông tin và Truyền thông",
        "Quý III năm 2019",
    ),
    ("3", "Họp dân mỗi quý (Nâng cao sự hài lòng qua SIPAS)", "UBND cấp huyện", "", "Trong năm 2019"),
]
LOSS_HEADER = ("STT", "Tiêu chí bị trừ điểm", "Điểm chuẩn", "Giải trình", "Điểm đạt được", "Điểm bị trừ")
LOSSES = [
    (
        "1.2",
        "Báo cáo",
        "2,00",
        "Chậm hai báo cáo\n1. Báo cáo số 12/BC-UBND ngày 01/4/2018 (Trừ 0,5 điểm)\n"
        "2. Báo cáo số 30/BC-SNV ngày 02/7/2018 (Trừ 0,25 điểm)\nTrách nhiệm: Sở Nội vụ, Sở Tư pháp",
        "1,25",
        "0,75",
    ),
    ("7.2.1", "Dịch vụ trực tuyến", "1,00", "Chưa có dịch vụ nào (Trừ 1 điểm)", "0,00", "1,00"),
]
Rows = Sequence[Sequence[str]]
FONTS = (
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/System/Library/Fonts/Supplemental/Arial Unicode.ttf",
    "/Library/Fonts/Arial Unicode.ttf",
)


def pipe_table(header: Sequence[str], rows: Rows) -> str:
    cells = [[cell.replace("\n", "<br>") for cell in row] for row in (header, *rows)]
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    return "\n".join([lines[0], "|---" * len(header) + "|", *lines[1:]])


def markdown(
    *,
    head: Sequence[str] = HEAD,
    body: Sequence[str] = BODY,
    tasks: str | None = None,
    losses: str | None = None,
) -> str:
    """The plan as text; a table may be given in another shape, or left out as ""."""
    tasks = pipe_table(TASK_HEADER, TASKS) if tasks is None else tasks
    losses = pipe_table(LOSS_HEADER, LOSSES) if losses is None else losses
    return "\n\n".join([*head, *body, tasks, losses])


def docx(
    *, head: Sequence[str] = HEAD, body: Sequence[str] = BODY, tables: Sequence[Rows] | None = None
) -> bytes:
    from docx import Document

    document = Document()
    for text in (*head, *body):
        document.add_paragraph(text)
    for rows in tables or ([TASK_HEADER, *TASKS], [LOSS_HEADER, *LOSSES]):
        document.add_paragraph("")
        grid = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    return saved(document)


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def pdf(*, height: int = 842, encrypt: str | None = None) -> bytes:
    """The plan as a ruled, text-layer PDF; low pages break its tables, even inside a row."""
    platypus = pytest.importorskip(
        "reportlab.platypus", reason="reportlab makes the test PDF; it is not installed"
    )
    styles = pytest.importorskip("reportlab.lib.styles")
    fonts = pytest.importorskip("reportlab.pdfbase.ttfonts")
    metrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics")

    metrics.registerFont(fonts.TTFont("Vietnamese", _font()))
    text = styles.ParagraphStyle("text", fontName="Vietnamese", fontSize=11, leading=14, spaceAfter=4)
    cell = styles.ParagraphStyle("cell", parent=text, fontSize=9, leading=11)
    flow: list[object] = [platypus.Paragraph(escape(line), text) for line in (*HEAD, *BODY)]
    for rows, widths in (
        ([TASK_HEADER, *TASKS], [35, 190, 90, 110, 80]),
        ([LOSS_HEADER, *LOSSES], [40, 90, 50, 220, 50, 50]),
    ):
        cells = [[platypus.Paragraph(escape(c).replace("\n", "<br/>"), cell) for c in row] for row in rows]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        flow += [platypus.Table(cells, colWidths=widths, style=grid, splitInRow=1), platypus.Spacer(1, 12)]
    file = io.BytesIO()
    page = {
        "pagesize": (595, height),
        "leftMargin": 40,
        "rightMargin": 40,
        "topMargin": 50,
        "bottomMargin": 50,
    }
    platypus.SimpleDocTemplate(file, encrypt=encrypt, **page).build(flow)
    return file.getvalue()


def pdf_with_filled_rules() -> bytes:
    """A task table as browsers and Word print it: rules are thin filled rectangles, and the page break inside the
    second row is left open."""
    canvases = pytest.importorskip(
        "reportlab.pdfgen.canvas", reason="reportlab makes the test PDF; it is not installed"
    )
    fonts = pytest.importorskip("reportlab.pdfbase.ttfonts")
    metrics = pytest.importorskip("reportlab.pdfbase.pdfmetrics")

    metrics.registerFont(fonts.TTFont("Vietnamese", _font()))
    file = io.BytesIO()
    page = canvases.Canvas(file, pagesize=(595, 300))
    page.setFont("Vietnamese", 9)
    page.drawString(40, 275, BODY[0])
    before, after = (
        ("2", "Mở dịch vụ trực tuyến cho", "Sở Y tế", "", "Năm 2019"),
        ("", "hồ sơ đất đai", "", "", ""),
    )
    _draw_page(
        page, [TASK_HEADER, ("1", "Gửi báo cáo", "Sở Nội vụ", "", "Hàng năm"), before], rules=(0, 1, 2)
    )
    _draw_page(page, [after, ("3", "Họp dân", "Sở Nội vụ", "", "Hàng năm")], rules=(1, 2))
    page.save()
    return file.getvalue()


def _draw_page(page: Any, rows: Rows, *, rules: Sequence[int]) -> None:
    left, top, widths, height = 40, 260, (40, 180, 90, 90, 100), 40
    page.setFont("Vietnamese", 9)
    edges = [left + sum(widths[:count]) for count in range(len(widths) + 1)]
    for number, row in enumerate(rows):
        for x, text in zip(edges, row, strict=False):
            page.drawString(x + 3, top - number * height - 15, text)
    for rule in rules:
        page.rect(left, top - rule * height, sum(widths), 0.6, fill=1, stroke=0)
    for x in edges:
        page.rect(x, top - len(rows) * height, 0.6, len(rows) * height, fill=1, stroke=0)
    page.showPage()


def _font() -> str:
    found = next((path for path in FONTS if Path(path).exists()), None)
    if found is None:
        pytest.skip("no font with Vietnamese letters was found to make the test PDF with")
    return found
