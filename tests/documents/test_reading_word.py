"""What only Word does: merged cells, automatic numbers, letterheads in tables, tracked changes."""

from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from parindex.documents.reading import read_plan
from parindex.domain.plans import Plan
from tests.documents import sample
from tests.documents.sample import TASK_HEADER, TASKS


@pytest.fixture
def document() -> Any:
    """The plan's text, to which a test adds its table."""
    document = Document()
    for text in (*sample.HEAD, *sample.BODY):
        document.add_paragraph(text)
    return document


def read(document: Any) -> Plan:
    return read_plan(sample.saved(document), name="kế hoạch.docx")


def grid(document: Any, rows: sample.Rows) -> Any:
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return table


@pytest.fixture
def plain(document: Any) -> Plan:
    grid(document, [TASK_HEADER, *TASKS])
    return read(document)


def test_merged_header_cells_over_two_rows(document: Any, plain: Plan):
    upper = ("STT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời hạn")
    lower = ("", "", "Chủ trì", "Phối hợp", "")
    other = Document()
    for text in (*sample.HEAD, *sample.BODY):
        other.add_paragraph(text)
    table = grid(other, [upper, lower, *TASKS])
    for column in (0, 1, 4):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 2).merge(table.cell(0, 3))

    assert read(other).tasks == plain.tasks


def test_a_cell_merged_over_several_tasks_counts_for_each_of_them(document: Any):
    table = grid(document, [TASK_HEADER, *TASKS])
    table.cell(2, 2).text = ""
    table.cell(1, 2).merge(table.cell(2, 2))

    assert [task.lead for task in read(document).tasks] == [
        ("Sở Nội vụ",),
        ("Sở Nội vụ",),
        ("UBND cấp huyện",),
    ]


def test_a_group_row_merged_over_all_columns_is_no_task(document: Any):
    table = grid(document, [TASK_HEADER, ("", "", "", "", ""), *TASKS])
    table.cell(1, 0).merge(table.cell(1, 4)).text = "Nhóm việc về báo cáo"

    plan = read(document)

    assert [task.number for task in plan.tasks] == ["1", "2", "3"]
    assert [r.place for r in plan.remarks if r.kind == "group_row"] == ["bảng 1, hàng 2"]


def test_automatic_numbers_are_counted(document: Any):
    rows = [("", *row[1:]) for row in TASKS]
    table = grid(document, [TASK_HEADER, *rows])
    for row in table.rows[1:]:
        row.cells[0].paragraphs[0].style = "List Number"

    assert [task.number for task in read(document).tasks] == ["1", "2", "3"]


def test_automatic_bullets_are_duties():
    document = Document()
    for text in (*sample.HEAD, *sample.BODY[:6]):
        document.add_paragraph(text)
    for text in ("Trả lời người dân.", "Công bố lịch làm việc."):
        document.add_paragraph(text, style="List Bullet")
    grid(document, [TASK_HEADER, *TASKS])

    assert read(document).duties == ("Trả lời người dân.", "Công bố lịch làm việc.")


def test_a_letterhead_in_a_table_of_two_cells_is_read():
    document = Document()
    letterhead = document.add_table(rows=2, cols=2)
    letterhead.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HÀ"
    letterhead.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    letterhead.cell(1, 0).text = "Số: 77/KH-UBND"
    letterhead.cell(1, 1).text = "Sơn Hà, ngày 05 tháng 3 năm 2019"
    for text in (
        "KẾ HOẠCH",
        "Nâng điểm Chỉ số cải cách hành chính",
        "tỉnh Sơn Hà năm 2019",
        *sample.BODY[1:],
    ):
        document.add_paragraph(text)
    grid(document, [TASK_HEADER, *TASKS])

    read_document = read(document).document

    assert (read_document.number, str(read_document.issued_date)) == ("77/KH-UBND", "2019-03-05")
    assert (read_document.issuer, read_document.title) == (
        "UBND tỉnh Sơn Hà",
        "Nâng điểm Chỉ số cải cách hành chính tỉnh Sơn Hà năm 2019",
    )


def test_deleted_text_is_left_out_and_inserted_text_is_read(document: Any):
    table = grid(document, [TASK_HEADER, *TASKS])
    paragraph = table.cell(1, 4).paragraphs[0]
    _wrap(paragraph.runs[0]._r, "w:del")
    paragraph.add_run("Quý II năm 2019")
    _wrap(paragraph.runs[-1]._r, "w:ins")

    deadline = read(document).tasks[0].deadline

    assert deadline is not None
    assert deadline.text == "Quý II năm 2019"


def test_paragraphs_of_a_cell_are_lines(document: Any):
    table = grid(document, [TASK_HEADER, *TASKS])
    table.cell(1, 3).text = "- Sở Tư pháp"
    table.cell(1, 3).add_paragraph("- Sở Y tế")

    assert read(document).tasks[0].cooperating == ("Sở Tư pháp", "Sở Y tế")


def _wrap(run: Any, tag: str) -> None:
    change = OxmlElement(tag)
    change.set(qn("w:id"), "1")
    run.addprevious(change)
    change.append(run)
