"""Text as recognition leaves it: pipe tables of all sorts, HTML tables, slips."""

import pytest

from parindex.documents.reading import read_plan
from parindex.documents.reading.blocks import Paragraph, Row, Table
from parindex.documents.reading.markdown import read_markdown
from parindex.documents.reading.slips import find_slips
from tests.documents import sample
from tests.documents.sample import TASK_HEADER, TASKS


def rows(text: str) -> list[tuple[str, ...]]:
    return [row.cells for block in read_markdown(text) if isinstance(block, Table) for row in block.rows]


def texts(text: str) -> list[str]:
    return [block.text for block in read_markdown(text) if isinstance(block, Paragraph)]


def test_paragraphs_are_lines_without_an_empty_one_between_them():
    assert texts("Một câu\ndài hai dòng.\n\n# Tiêu đề\n\n- mục *một*\n- mục hai\n1. số") == [
        "Một câu dài hai dòng.",
        "Tiêu đề",
        "- mục một",
        "- mục hai",
        "1. số",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| a | b |\n|---|:--:|\n| c | d |",
        "| a | b |\n| c | d |",
        "a | b\n--|--\nc | d",
        "|a|b\n|---|---\n|c|d",
    ],
)
def test_a_pipe_table_is_read_with_or_without_its_rule_and_outer_pipes(text: str):
    assert rows(text) == [("a", "b"), ("c", "d")]


def test_a_cell_may_go_on_in_the_next_line_of_text():
    assert rows("| a | b |\n|---|---|\n| c | d\nvà e |\n| f | g |") == [
        ("a", "b"),
        ("c", "d\nvà e"),
        ("f", "g"),
    ]


def test_tags_in_cells_become_line_breaks_or_go():
    assert rows("| <p>một</p> <p>hai</p> | <i>ba</i><br>bốn &amp; năm \\| sáu |") == [
        ("một\nhai", "ba\nbốn & năm | sáu")
    ]


def test_places_are_line_numbers():
    assert read_markdown("một\n\nhai\n\n| a | b |\n|---|---|\n| c | d |") == [
        Paragraph(text="một", place="dòng 1"),
        Paragraph(text="hai", place="dòng 3"),
        Table(
            rows=(Row(cells=("a", "b"), place="dòng 5"), Row(cells=("c", "d"), place="dòng 7")),
            place="dòng 5",
        ),
    ]


def test_an_html_table_is_a_table_with_its_spanned_cells():
    html = (
        "trước\n<table>\n<tr><th rowspan=2>a</th><th colspan='2'>b</th></tr>\n<tr><td>c</td><td>d<br>e</td></tr>\n"
        "</table>\nsau"
    )

    assert read_markdown(html) == [
        Paragraph(text="trước", place="dòng 1"),
        Table(
            rows=(
                Row(cells=("a", "b", ""), place="dòng 3"),
                Row(cells=("a", "c", "d\ne"), place="dòng 4"),
            ),
            place="dòng 2",
        ),
        Paragraph(text="sau", place="dòng 6"),
    ]


def test_a_plan_with_html_tables_reads_as_one_with_pipe_tables():
    cells = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in (TASK_HEADER, *TASKS)
    )

    plan = read_plan(sample.markdown(tasks=f"<table>\n{cells}</table>").encode(), name="kế hoạch.md")

    assert plan.tasks == read_plan(sample.markdown().encode(), name="kế hoạch.md").tasks


@pytest.mark.parametrize(
    ("printed", "slip", "meaning"),
    [
        ("Công bố TTTHC", "TTTHC", "TTHC"),
        ("Chi số cải cách", "Chi số", "Chỉ số"),
        ("cấp tinh giao", "tinh", "tỉnh"),
        ("thi tuyên dụng", "tuyên dụng", "tuyển dụng"),
        ("Tô công tác", "Tô công tác", "Tổ công tác"),
        ("CKSTTHC chấm", "CKSTTHC", "Cục KSTTHC"),
    ],
)
def test_known_slips_are_remarked_with_what_they_probably_mean(printed: str, slip: str, meaning: str):
    remarks = list(find_slips([Paragraph(text=printed, place="dòng 1")]))

    assert [(r.kind, r.place, r.text) for r in remarks] == [
        (
            "ocr_slip",
            "dòng 1",
            f"Ghi “{slip}”, có lẽ là “{meaning}” (lỗi nhận dạng); giữ nguyên như bản in.",
        )
    ]


@pytest.mark.parametrize(
    "printed", ["tinh thần", "tinh giản biên chế", "chi số tiền", "tuyên truyền", "TTHC"]
)
def test_right_words_are_no_slips(printed: str):
    assert list(find_slips([Paragraph(text=printed, place="")])) == []
