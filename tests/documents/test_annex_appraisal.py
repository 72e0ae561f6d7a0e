"""An appraisal comes back as it is printed; figures that contradict each other are remarked and kept."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.documents.reading.annexes import AppraisalRow, ReadAppraisal, read_appraisal
from parindex.domain.plans import Plan
from tests.documents.annex_sample import Cell, Rows, docx, xlsx
from tests.documents.test_reading_plans import real as real
from tests.documents.test_reading_plans import real_plan

FULL = (
    "STT",
    "Tiêu chí",
    "Điểm tối đa",
    "Điểm tự chấm",
    "Điểm thẩm định",
    "Điểm trừ",
    "Lý do",
    "Cơ quan thẩm định",
)
DEDUCTIONS = ("Mã", "Tiêu chí", "Điểm chuẩn", "Điểm trừ", "Lý do trừ điểm")
ROWS: Rows = (
    ("1.2", "Báo cáo (mẫu)", "2,00", "2,00", "1,25", "0,75", "Hai báo cáo chậm", "Vụ Mẫu"),
    ("7.2.1", "Dịch vụ trực tuyến (mẫu)", "1,00", "1,00", "0,00", "1,00", "Chưa có dịch vụ", "Cục Mẫu"),
)


def read(content: bytes) -> ReadAppraisal:
    return read_appraisal(content, name="thẩm định")


def of(*rows: Sequence[Cell], header: Sequence[Cell] = FULL) -> ReadAppraisal:
    return read(xlsx([header, *rows], above=[]))


def figures(row: AppraisalRow) -> tuple[str, ...]:
    return tuple(
        "" if value is None else str(value) for value in (row.maximum, row.claimed, row.awarded, row.lost)
    )


def said(table: ReadAppraisal) -> list[tuple[str, str]]:
    return [(r.kind, r.text) for r in table.remarks if r.kind != "figures_with_comma"]


@pytest.mark.parametrize("write", [xlsx, docx], ids=["xlsx", "docx"])
def test_rows_are_read_with_figures_reason_and_body(write: Callable[..., bytes]):
    table = read(write([FULL, *ROWS], above=[]))

    assert [(row.code, row.title, *figures(row), row.reason, row.body) for row in table.rows] == [
        ("1.2", "Báo cáo (mẫu)", "2.00", "2.00", "1.25", "0.75", "Hai báo cáo chậm", "Vụ Mẫu"),
        ("7.2.1", "Dịch vụ trực tuyến (mẫu)", "1.00", "1.00", "0.00", "1.00", "Chưa có dịch vụ", "Cục Mẫu"),
    ]
    assert said(table) == []


@pytest.mark.parametrize(
    "header",
    [
        "TT|Tiêu chí thành phần|Thang điểm|Tự đánh giá|Kết quả thẩm định|Bị trừ|Nguyên nhân|Đơn vị thẩm định",
        "Mã|Nội dung|Điểm chuẩn|Điểm tỉnh tự chấm|Điểm đạt được|Số điểm mất|Giải trình|Bộ, ngành thẩm định",
    ],
)
def test_columns_are_known_by_meaning_and_stand_in_any_order(header: str):
    turned: list[Sequence[Cell]] = [tuple(reversed(row)) for row in (header.split("|"), *ROWS)]

    assert of(*turned[1:], header=turned[0]).rows == of(*ROWS).rows


def test_codes_under_the_heading_of_the_criteria_are_codes_where_no_column_has_them():
    header = ("Tiêu chí", "Diễn giải", "Điểm thẩm định", "Lý do")

    table = of(("1.2", "Báo cáo", "1,25", "Chậm"), ("5.7.1", "Công chức", "0,25", "Thiếu"), header=header)

    assert [(row.code, row.title, str(row.awarded)) for row in table.rows] == [
        ("1.2", "", "1.25"),
        ("5.7.1", "", "0.25"),
    ]


def test_points_under_one_heading_of_two_rows_are_read():
    upper = ("STT", "Tiêu chí", "Điểm", "", "", "", "Lý do", "Cơ quan thẩm định")
    lower = ("", "", "Tối đa", "Tự chấm", "Thẩm định", "Trừ", "", "")
    merges = [(0, 2, 0, 5), *((0, column, 1, column) for column in (0, 1, 6, 7))]

    for write in (xlsx, docx):
        table = read(write([upper, lower, *ROWS], above=[], merges=merges))

        assert [_content(row) for row in table.rows] == [_content(row) for row in of(*ROWS).rows]


def test_a_table_of_deductions_gives_what_is_left_and_says_so_once():
    table = of(
        ("1.2", "Báo cáo", "2,00", "−0,25", "Chậm"),
        ("1.3", "Kiểm tra", "1,00", "(-0,5)", "Thiếu"),
        ("1.4", "Tuyên truyền", "", "0.50", "Thiếu"),
        header=DEDUCTIONS,
    )

    assert [figures(row) for row in table.rows] == [
        ("2.00", "", "1.75", "0.25"),
        ("1.00", "", "0.50", "0.5"),
        ("", "", "", "0.50"),
    ]
    assert said(table) == [
        ("figure_negative", "Tiêu chí 1.2: điểm bị trừ ghi số âm “−0,25”, đọc là số điểm bị trừ."),
        ("figure_negative", "Tiêu chí 1.3: điểm bị trừ ghi số âm “(-0,5)”, đọc là số điểm bị trừ."),
        (
            "derived",
            "Bảng không có cột điểm thẩm định; điểm thẩm định của 2 dòng là điểm tối đa trừ điểm bị trừ.",
        ),
        ("maximum_missing", "Tiêu chí 1.4: không đọc thấy điểm tối đa; để trống."),
    ]


def test_an_empty_cell_of_points_is_never_filled_in_where_the_table_has_the_column():
    table = of(("1.2", "Báo cáo", 2, 2, "", 1, "Chậm", ""), ("1.3", "Kiểm tra", 1, "-", "…", "–", "", ""))

    assert [figures(row) for row in table.rows] == [("2", "2", "", "1"), ("1", "", "", "")]
    assert said(table) == []


def test_figures_that_contradict_are_remarked_and_kept_as_printed():
    table = of(
        ("1.2", "A", 2, 2, 1, 0.5, "", ""),
        ("1.3", "B", 1, 1.5, 1.25, "", "", ""),
        ("1.4", "C", 2, 1.5, 1, 0.5, "", ""),
    )

    assert [figures(row) for row in table.rows] == [
        ("2", "2", "1", "0.5"),
        ("1", "1.5", "1.25", ""),
        ("2", "1.5", "1", "0.5"),
    ]
    assert said(table) == [
        ("does_not_add_up", "Tiêu chí 1.2: 2,00 − 1,00 không bằng 0,50; giữ nguyên như bản in."),
        (
            "above_maximum",
            "Tiêu chí 1.3: điểm tự chấm 1,50 lớn hơn điểm tối đa 1,00; giữ nguyên như bản in.",
        ),
        (
            "above_maximum",
            "Tiêu chí 1.3: điểm thẩm định 1,25 lớn hơn điểm tối đa 1,00; giữ nguyên như bản in.",
        ),
        (
            "lost_from_claimed",
            "Tiêu chí 1.4: điểm bị trừ là so với điểm tự chấm, không phải so với điểm tối đa; "
            "giữ nguyên như bản in.",
        ),
    ]


def test_losses_of_parts_and_of_the_total_are_compared_with_what_is_printed():
    table = of(
        ("1", "ĐIỀU HÀNH", 10, "0,75", ""),
        ("1.1", "A", 2, "0,25", ""),
        ("1.2", "B", 1, "0,25", ""),
        ("2.1", "C", 1, "1,00", ""),
        ("", "Tổng cộng", "", "2,00", ""),
        header=DEDUCTIONS,
    )

    assert [row.code for row in table.rows] == ["1", "1.1", "1.2", "2.1"]
    assert [text for kind, text in said(table) if kind != "derived"] == [
        "Tiêu chí 1: điểm bị trừ ghi 0,75, các mục bên dưới cộng lại là 0,50; giữ nguyên như bản in.",
        "Dòng cộng ghi 2,00, các dòng của bảng cộng lại là 1,75.",
    ]


def test_details_without_points_are_left_out_and_reasons_go_on_over_a_page_break():
    rows: Rows = [
        ("1.2", "Báo cáo", 2, 2, 1, 1, "Chậm báo cáo năm", "Vụ Mẫu"),
        ("", "- Đúng hạn: 2 điểm", 2, "", "", "", "", ""),
        ("", "", "", "", "", "", "và báo cáo quý", ""),
        ("", "Việc chưa có mã", 1, 1, 0, 1, "", ""),
    ]
    table = of(*rows)

    assert [(row.code, row.title, row.reason) for row in table.rows] == [
        ("1.2", "Báo cáo", "Chậm báo cáo năm\nvà báo cáo quý"),
        ("", "Việc chưa có mã", ""),
    ]
    assert [kind for kind, _ in said(table)] == [
        "row_continued",
        "criterion_without_code",
        "detail_lines_left_out",
    ]


def test_points_of_their_own_are_never_lost_under_a_merged_code():
    rows: Rows = [
        FULL,
        ("1.2", "Báo cáo", "2", "2", "", "0,5", "Chậm", "Vụ Mẫu"),
        ("", "", "", "", "", "0,25", "Thiếu", "Cục Mẫu"),
        ("", "", "", "", "", "", "Sai mẫu", "Cục Mẫu"),
    ]
    merges = [(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 3, 3), (2, 5, 3, 5)]

    for write in (xlsx, docx):
        table = read(write(rows, merges=merges, above=[]))

        assert [(row.code, str(row.lost), row.reason) for row in table.rows] == [
            ("1.2", "0.5", "Chậm"),
            ("1.2", "0.25", "Thiếu\nSai mẫu"),
        ]
        assert [kind for kind, _ in said(table)] == ["number_repeated", "row_continued"]


def test_a_list_of_some_criteria_has_no_jumps_but_no_code_twice():
    table = of(
        ("1.2", "A", 1, 1, 1, 0, "", ""), ("3.1", "B", 1, 1, 1, 0, "", ""), ("1.2", "C", 2, 2, 2, 0, "", "")
    )

    assert said(table) == [("number_repeated", "Số thứ tự 1.2 xuất hiện hơn một lần.")]


def test_the_register_of_plan_5264_is_read_as_the_plan_reader_reads_it(real: Plan):
    path = real_plan()
    assert path is not None
    rows = read_appraisal(path.read_bytes(), name="5264").rows

    assert [(row.code, row.title, row.maximum, row.awarded, row.lost) for row in rows] == [
        (loss.criterion, loss.name, loss.maximum, loss.earned, loss.lost) for loss in real.losses
    ]


POINTS = st.none() | st.decimals(0, 9, places=2)
TEXTS = st.sampled_from(["", "Chậm báo cáo", "Chưa có kế hoạch"])


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(POINTS, POINTS, POINTS, POINTS, TEXTS, TEXTS), min_size=1, max_size=12))
def test_any_figures_read_back_as_printed(rows: list[tuple[Decimal | str | None, ...]]):
    printed = [
        (f"{n}.1", "Tiêu chí mẫu", *("–" if cell is None else str(cell).replace(".", ",") for cell in row))
        for n, row in enumerate(rows, start=1)
    ]

    for write in (xlsx, docx):
        read_rows = read(write([FULL, *printed], above=[])).rows

        assert [_cells(row) for row in read_rows] == rows


def _content(row: AppraisalRow) -> tuple[str, ...]:
    """A row without its place."""
    return row.code, row.title, *figures(row), row.reason, row.body


def _cells(row: AppraisalRow) -> tuple[Decimal | str | None, ...]:
    return row.maximum, row.claimed, row.awarded, row.lost, row.reason, row.body
