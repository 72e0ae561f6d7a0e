"""A whole table of criteria comes back as it is printed, and every doubt is a remark with its place."""

import datetime
import io
import time
from decimal import Decimal

import pytest
import xlsxwriter

from parindex.documents.reading.annexes import (
    CriterionKind,
    CriterionRow,
    ReadCriteria,
    ScoringLine,
    read_criteria,
)
from tests.documents import annex_sample as sample
from tests.documents.annex_sample import CRITERIA, HEADER, Rows, docx, xlsx
from tests.documents.sample import saved

AREA, CRITERION, SUB = CriterionKind.AREA, CriterionKind.CRITERION, CriterionKind.SUB
QUIET = {"figures_with_comma"}


def read(content: bytes) -> ReadCriteria:
    return read_criteria(content, name="phụ lục")


def of(
    *rows: tuple[sample.Cell, ...], header: tuple[str, ...] = ("STT", "Tiêu chí", "Điểm tối đa")
) -> ReadCriteria:
    return read(xlsx([header, *rows]))


def codes(table: ReadCriteria) -> list[str]:
    return [row.code for row in table.rows]


def kinds(table: ReadCriteria) -> list[str]:
    """Kinds of remarks, without those on every small table: that it does not sum up to 100."""
    return [remark.kind for remark in table.remarks if remark.kind != "total_not_hundred"]


def said(table: ReadCriteria, kind: str) -> list[tuple[str, str]]:
    return [(remark.place, remark.text) for remark in table.remarks if remark.kind == kind]


@pytest.mark.parametrize(
    "content", [xlsx([HEADER, *CRITERIA]), docx([HEADER, *CRITERIA])], ids=["xlsx", "docx"]
)
def test_a_table_is_read_with_its_heading_codes_points_evidence_and_survey(content: bytes):
    table = read(content)

    assert (table.title, table.decision_number, table.year) == (sample.ABOVE[1], "12/QĐ-MAU", 2019)
    assert [(row.code, row.kind, row.maximum, row.survey) for row in table.rows] == [
        ("1", AREA, Decimal(60), False),
        ("1.1", CRITERION, Decimal(40), False),
        ("1.1.1", SUB, Decimal("15.5"), False),
        ("1.1.2", SUB, Decimal("24.5"), False),
        ("1.2", CRITERION, Decimal(20), True),
        ("2", AREA, Decimal(40), False),
        ("2.1", CRITERION, Decimal(40), False),
    ]
    assert [(row.title, row.evidence, row.note) for row in table.rows[2:5]] == [
        ("Ban hành kế hoạch", "Quyết định ban hành", ""),
        ("Thực hiện kế hoạch", "Báo cáo", ""),
        ("Người dân đánh giá việc điều hành", "", "Điều tra xã hội học"),
    ]
    assert table.rows[2].scoring_lines == (
        ScoringLine(text="Ban hành trong quý I: 15,5 điểm", points=Decimal("15.5")),
        ScoringLine(text="Ban hành sau quý I: 5 điểm", points=Decimal(5)),
    )
    assert [remark.kind for remark in table.remarks] == ["figures_with_comma"]


def test_places_are_those_that_people_see():
    assert read(xlsx([HEADER, *CRITERIA])).rows[0].place == "trang tính “Biểu 1”, hàng 5"
    assert read(docx([HEADER, *CRITERIA])).rows[0].place == "bảng 1, hàng 2"


def test_numbers_with_a_decimal_comma_are_remarked_once_a_column():
    table = read(docx([HEADER, *CRITERIA]))

    assert said(table, "figures_with_comma") == [
        ("bảng 1, hàng 4", "Tiêu chí 1.1.1: ô điểm tối đa ghi “15,5”; dấu phẩy được đọc là dấu thập phân.")
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("I", "1.1", ["1", "1.1", "1.1.1", "2", "2.1"]),
        ("I.", "1.1.", ["1", "1.1", "1.1.1", "2", "2.1"]),
        ("Lĩnh vực 1", "TC 1.1", ["1", "1.1", "1.1.1", "2", "2.1"]),
    ],
)
def test_areas_may_be_roman_or_named(first: str, second: str, expected: list[str]):
    other = {"I": "II", "I.": "II.", "Lĩnh vực 1": "Lĩnh vực 2"}[first]
    table = of(
        (first, "Điều hành", 60),
        (second, "Kế hoạch", 60),
        ("1.1.1", "Ban hành", 60),
        (other, "Thủ tục", 40),
        ("2.1", "Công khai", 40),
    )

    assert (codes(table), kinds(table)) == (expected, [])


def test_codes_that_start_anew_in_each_roman_area_get_the_areas_number():
    table = of(
        ("I", "Điều hành", 60),
        ("1", "Kế hoạch", 60),
        ("1.1", "Ban hành", 60),
        ("II", "Thủ tục", 40),
        ("1", "Công khai", 40),
    )

    assert codes(table) == ["1", "1.1", "1.1.1", "2", "2.1"]
    assert said(table, "codes_completed") == [
        (
            "trang tính “Biểu 1”, hàng 6",
            "Mã tiêu chí được đánh lại từ đầu trong từng lĩnh vực (“1”); "
            "các mã được thêm số của lĩnh vực, ở đây là 1.1.",
        )
    ]


def test_a_1_1_after_1_9_is_the_1_10_that_a_spreadsheet_has_shortened():
    rows = [(round(1 + n / 10, 1), f"Tiêu chí mẫu số {n}", 10) for n in range(1, 10)]
    table = of(("1", "Điều hành", 100), *rows, (1.1, "Tiêu chí mẫu số 10", 10), ("1.10.1", "Phần mẫu", 10))

    assert codes(table) == ["1", *(f"1.{n}" for n in range(1, 11)), "1.10.1"]
    assert said(table, "code_shortened") == [
        (
            "trang tính “Biểu 1”, hàng 15",
            "Mã ghi “1.1” ngay sau 1.9; bảng tính làm mất số 0 ở cuối, đọc là 1.10.",
        )
    ]


def test_a_1_1_anywhere_else_is_a_code_twice():
    table = of(("1", "A", 2), ("1.1", "B", 1), ("1.2", "C", 1), ("1.1", "D", 1))

    assert codes(table) == ["1", "1.1", "1.2", "1.1"]
    assert kinds(table) == ["number_repeated", "parts_do_not_add_up"]


def test_a_code_that_became_a_date_is_read_where_only_one_reading_comes_next():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        for position, (code, title, points) in enumerate(
            (("STT", "Tiêu chí", "Điểm tối đa"), ("1", "A", 3), ("1.1", "B", 1), (None, "C", 2))
        ):
            sheet.write_row(position, 0, (code, title, points))
        sheet.write_datetime(3, 0, datetime.datetime(2019, 2, 1))  # noqa: DTZ001 - sheets know no zones
    table = read(file.getvalue())

    assert codes(table) == ["1", "1.1", "1.2"]
    assert [text for _, text in said(table, "code_from_date")] == [
        "Bảng tính đã đổi mã thành ngày 2019-02-01; theo thứ tự, đọc là 1.2."
    ]


def test_columns_may_stand_in_any_order_under_headings_of_two_rows():
    header = [
        ("Ghi chú", "Điểm", "", "Tiêu chí", "STT"),
        ("", "Tối đa", "Tự đánh giá", "", ""),
    ]
    rows: Rows = [*header, ("", "60", "", "Điều hành", "1"), ("mẫu", "60", "ĐTXHH", "Kế hoạch", "1.1")]
    merges = [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3), (0, 4, 1, 4)]

    for content in (xlsx(rows, merges=merges), docx(rows, merges=merges)):
        read_rows = read(content).rows

        assert [(row.code, row.title, row.maximum, row.survey, row.note) for row in read_rows] == [
            ("1", "Điều hành", Decimal(60), False, ""),
            ("1.1", "Kế hoạch", Decimal(60), True, "mẫu"),
        ]


def test_a_line_of_column_numbers_is_no_criterion():
    assert codes(of(("(1)", "(2)", "(3)"), ("1", "A", 1))) == ["1"]
    assert codes(of(("A", "B", "1"), ("1", "A", 1))) == ["1"]


def test_a_table_cut_by_page_breaks_is_one_table():
    pages = [[HEADER, *CRITERIA[:4]], [HEADER, *CRITERIA[4:7]], CRITERIA[7:]]
    table, whole = read(docx(*pages)), read(docx([HEADER, *CRITERIA]))

    assert [_content(row) for row in table.rows] == [_content(row) for row in whole.rows]
    assert [kind for kind in kinds(table) if kind not in QUIET] == [
        "header_repeated",
        "continued_without_header",
    ]


def test_areas_on_sheets_of_their_own_are_one_table():
    table = read(xlsx([HEADER, *CRITERIA[:7]], [HEADER, *CRITERIA[7:]]))

    assert codes(table) == ["1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1"]
    assert table.rows[5].place == "trang tính “Biểu 2”, hàng 2"


def test_of_two_tables_that_start_with_the_same_code_the_provinces_is_read():
    ministries = [HEADER, ("1", "A", "100", "", ""), ("1.1", "B", "100", "", "")]
    content = docx_with_titles(
        ("BỘ TIÊU CHÍ MẪU CỦA CÁC BỘ NĂM 2019", ministries),
        ("BỘ TIÊU CHÍ MẪU CỦA CÁC TỈNH NĂM 2019", [HEADER, *CRITERIA]),
    )
    table = read(content)

    assert (table.title, len(table.rows)) == ("BỘ TIÊU CHÍ MẪU CỦA CÁC TỈNH NĂM 2019", 7)
    assert said(table, "other_set") == [
        (
            "bảng 1",
            "Văn bản còn một bảng khác (“BỘ TIÊU CHÍ MẪU CỦA CÁC BỘ NĂM 2019”); bảng này không được đọc.",
        )
    ]


def docx_with_titles(*titled: tuple[str, Rows]) -> bytes:
    from docx import Document

    document = Document()
    for title, rows in titled:
        document.add_paragraph(title)
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, value in zip(table.add_row().cells, row, strict=True):
                cell.text = sample.printed(value)
    return saved(document)


def test_a_title_over_several_lines_is_one_title():
    above = ["Bộ Mẫu", "BỘ TIÊU CHÍ MẪU", "CỦA CÁC TỈNH NĂM 2020", "(Kèm theo Quyết định số 7/QĐ-MAU)"]
    table = read(docx([HEADER, *CRITERIA], above=above))

    assert (table.title, table.decision_number, table.year) == (
        "BỘ TIÊU CHÍ MẪU CỦA CÁC TỈNH NĂM 2020",
        "7/QĐ-MAU",
        2020,
    )


def test_a_heading_that_says_nothing_or_names_several_years_is_remarked():
    bare = read(xlsx([HEADER, *CRITERIA], above=[]))
    several = read(xlsx([HEADER, *CRITERIA], above=["BỘ TIÊU CHÍ MẪU GIAI ĐOẠN 2018 - 2020"]))

    assert ((bare.title, bare.decision_number, bare.year), kinds(bare).count("heading_incomplete")) == (
        ("", "", None),
        3,
    )
    assert (several.year, [text for _, text in said(several, "year_unclear")]) == (
        None,
        ["Tên bảng nêu các năm 2018, 2020; không rõ bảng áp dụng cho năm nào, để trống."],
    )


def test_scoring_lines_may_stand_in_the_cell_of_the_criterion_or_in_a_column_of_their_own():
    within = read(
        docx([("STT", "Tiêu chí", "Điểm tối đa"), ("1.1", "Kế hoạch\n- Có: 1 điểm\n- Không: 0 điểm", "1")])
    )
    beside = of(
        ("1.1", "Kế hoạch", "1", "Có: 1 điểm\nKhông: 0 điểm"),
        header=("STT", "Tiêu chí", "Điểm tối đa", "Cách chấm điểm"),
    )

    for table in (within, beside):
        assert [(row.title, row.scoring_lines) for row in table.rows] == [
            (
                "Kế hoạch",
                (
                    ScoringLine(text="Có: 1 điểm", points=Decimal(1)),
                    ScoringLine(text="Không: 0 điểm", points=Decimal(0)),
                ),
            )
        ]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("- Hoàn thành 100%: 1 điểm", "1"),
        ("- Từ 80% đến dưới 100%: 0,25", "0.25"),
        ("+ Đạt (0.5 điểm)", "0.5"),
        ("- Mỗi việc chậm trừ 0,25 điểm", "-0.25"),
        ("- Được 1đ nếu đủ", "1"),
        ("- Trừ 0,25 điểm một việc, nhiều nhất 1 điểm", None),
        ("- Có kế hoạch của 12 xã", None),
    ],
)
def test_points_of_a_scoring_line_are_those_it_states(text: str, points: str | None):
    table = of(("1.1", "Kế hoạch", 1), ("", text, ""))

    assert [line.points for line in table.rows[0].scoring_lines] == [
        None if points is None else Decimal(points)
    ]


def test_points_of_scoring_lines_may_stand_in_the_column_of_points():
    table = of(("1.1", "A", 1), ("", "- Đủ", 1), ("", "- Thiếu", "0,5"), ("", "- Không: 0,2 điểm", 0))

    assert [line.points for line in table.rows[0].scoring_lines] == [
        Decimal(1),
        Decimal("0.5"),
        Decimal("0.2"),
    ]
    assert kinds(table) == ["line_points_differ"]


def test_cells_merged_over_scoring_lines_count_once():
    rows: Rows = [
        ("STT", "Tiêu chí", "Điểm tối đa", "Tài liệu kiểm chứng"),
        ("1.1", "Kế hoạch", 1, "Báo cáo"),
        ("", "- Đủ", "", ""),
        ("", "- Thiếu: 0,5 điểm", "", ""),
    ]
    merges = [(1, 0, 3, 0), (1, 2, 3, 2), (1, 3, 3, 3)]

    for content in (xlsx(rows, merges=merges), docx(rows, merges=merges)):
        (row,) = read(content).rows

        assert (row.maximum, row.evidence) == (Decimal(1), "Báo cáo")
        assert [line.points for line in row.scoring_lines] == [None, Decimal("0.5")]


def test_a_row_merged_over_code_and_title_is_an_area():
    rows: Rows = [
        ("STT", "Tiêu chí", "Điểm tối đa"),
        ("I. ĐIỀU HÀNH", "", 1),
        ("1.1", "A", 1),
        ("", "THỦ TỤC HÀNH CHÍNH", 2),
        ("2.1", "B", 2),
    ]

    for content in (xlsx(rows, merges=[(1, 0, 1, 1)]), docx(rows, merges=[(1, 0, 1, 1)])):
        table = read(content)

        assert [(row.code, row.title) for row in table.rows] == [
            ("1", "ĐIỀU HÀNH"),
            ("1.1", "A"),
            ("2", "THỦ TỤC HÀNH CHÍNH"),
            ("2.1", "B"),
        ]
        assert [text for _, text in said(table, "area_by_order")] == [
            "Dòng “THỦ TỤC HÀNH CHÍNH” không có mã; đọc là lĩnh vực 2 theo thứ tự."
        ]


def test_codes_may_stand_before_the_titles():
    table = of(("1", "1.1. Kế hoạch", 1), ("2", "1.2 Báo cáo", 1))

    assert [(row.code, row.title) for row in table.rows] == [("1.1", "Kế hoạch"), ("1.2", "Báo cáo")]
    assert kinds(table) == ["criterion_code_from_name", "criterion_code_from_name"]


def test_numbered_items_without_a_code_are_scoring_lines():
    table = of(("1.1", "Kế hoạch", 1), ("", "1. Có kế hoạch: 0,5 điểm", ""), ("", "Có báo cáo: 0,5 điểm", ""))

    assert [line.text for line in table.rows[0].scoring_lines] == [
        "1. Có kế hoạch: 0,5 điểm",
        "Có báo cáo: 0,5 điểm",
    ]
    assert kinds(table) == ["line_without_mark", "line_without_mark"]


def test_the_rest_of_a_row_after_a_page_break_goes_on_with_it():
    table = of(
        ("1.1", "Kế hoạch năm của", 1, "Kế hoạch"),
        ("", "các sở", "", "Báo cáo"),
        ("", "- Có: 1 điểm, nếu", "", ""),
        ("", "đúng hạn", "", ""),
        header=("STT", "Tiêu chí", "Điểm tối đa", "Tài liệu kiểm chứng"),
    )
    (row,) = table.rows

    assert (row.title, row.evidence) == ("Kế hoạch năm của các sở", "Kế hoạch\nBáo cáo")
    assert [line.text for line in row.scoring_lines] == ["Có: 1 điểm, nếu đúng hạn"]
    assert kinds(table) == ["row_continued", "row_continued"]


def test_sums_that_differ_are_remarked_and_kept_as_printed():
    table = of(("1", "A", 10), ("1.1", "B", 4), ("1.2", "C", 5), ("2", "D", 80), ("", "Tổng cộng", 95))

    assert [row.maximum for row in table.rows] == [Decimal(10), Decimal(4), Decimal(5), Decimal(80)]
    assert [(remark.kind, remark.text) for remark in table.remarks] == [
        (
            "parts_do_not_add_up",
            "Tiêu chí 1: điểm tối đa ghi 10,00, các mục bên dưới cộng lại là 9,00; giữ nguyên như bản in.",
        ),
        ("total_differs", "Dòng cộng ghi 95,00, các dòng của bảng cộng lại là 90,00."),
        (
            "total_not_hundred",
            "Điểm tối đa của các mục ở bậc trên cùng cộng lại là 90,00, không phải 100.",
        ),
    ]


def test_a_jump_and_a_missing_maximum_are_remarked():
    table = of(("1", "A", 2), ("1.1", "B", "–"), ("1.3", "C", "hai"))

    assert [row.maximum for row in table.rows] == [Decimal(2), None, None]
    assert [(r.kind, r.text) for r in table.remarks if r.kind != "total_not_hundred"] == [
        ("number_skipped", "Số thứ tự nhảy từ 1.1 đến 1.3."),
        ("maximum_missing", "Tiêu chí 1.1: không đọc thấy điểm tối đa; để trống."),
        ("figure_unreadable", "Tiêu chí 1.3: ô điểm tối đa ghi “hai”, không phải một số; để trống."),
        ("maximum_missing", "Tiêu chí 1.3: không đọc thấy điểm tối đa; để trống."),
    ]


def test_slips_of_letters_for_digits_are_read_with_a_remark():
    table = of(("l.1", "A", "O,5"), ("1.2", "B", "l,0"))

    assert [(row.code, row.maximum) for row in table.rows] == [("1.1", Decimal("0.5")), ("1.2", Decimal(1))]
    assert [text for _, text in said(table, "code_slip")] == ["Mã ghi “l.1”, đọc là 1.1 (lỗi nhận dạng)."]
    assert [text for _, text in said(table, "figure_slip")] == [
        "Tiêu chí 1.1: ô điểm tối đa ghi “O,5”, đọc là 0,50 (lỗi nhận dạng).",
        "Tiêu chí 1.2: ô điểm tối đa ghi “l,0”, đọc là 1,00 (lỗi nhận dạng).",
    ]


def test_points_of_the_survey_may_stand_in_a_column_of_their_own():
    table = of(
        ("1", "A", 3, 2),
        ("1.1", "B", 1, ""),
        ("1.2", "C", "", 2),
        header=("STT", "Tiêu chí", "Điểm tối đa", "Điểm điều tra XHH"),
    )

    assert [(row.maximum, row.survey) for row in table.rows[1:]] == [(Decimal(1), False), (Decimal(2), True)]
    assert kinds(table) == ["maximum_from_survey"]


@pytest.mark.parametrize(
    ("title", "evidence", "note", "survey"),
    [
        ("Mức hài lòng (điều tra XHH)", "", "", True),
        ("Mức hài lòng", "Điều tra xã hội học", "", True),
        ("Mức hài lòng", "", "Qua điều tra xã hội học người dân và doanh nghiệp", True),
        ("Tổ chức điều tra xã hội học của tỉnh", "Báo cáo kết quả điều tra xã hội học", "", False),
        ("Công tác tuyên truyền", "Kế hoạch", "Năm sau có thể khảo sát xã hội học", False),
    ],
)
def test_a_criterion_is_surveyed_where_its_cells_say_so(title: str, evidence: str, note: str, survey: bool):
    table = of(
        ("1.1", title, 1, evidence, note),
        header=("STT", "Tiêu chí", "Điểm tối đa", "Tài liệu kiểm chứng", "Ghi chú"),
    )

    assert [row.survey for row in table.rows] == [survey]


def test_lines_lettered_in_the_column_of_codes_are_scoring_lines():
    table = of(("1.1", "Kế hoạch", 1), ("a", "Có", 1), ("b)", "Không", 0), ("-", "Chậm", "0,5"))

    assert table.rows[0].scoring_lines == (
        ScoringLine(text="a) Có", points=Decimal(1)),
        ScoringLine(text="b) Không", points=Decimal(0)),
        ScoringLine(text="Chậm", points=Decimal("0.5")),
    )
    assert kinds(table) == []


def test_a_short_table_of_areas_before_the_whole_table_is_not_read():
    table = read(docx([HEADER, ("1", "Điều hành", "60", "", "")], [HEADER, *CRITERIA]))

    assert (len(table.rows), [place for place, _ in said(table, "other_set")]) == (7, ["bảng 1"])


def test_a_table_of_other_columns_after_the_criteria_is_none_of_them():
    table = read(
        docx([HEADER, *CRITERIA], [("STT", "Nội dung", "Thời hạn"), ("3", "In bộ tiêu chí", "Quý I")])
    )

    assert (len(table.rows), [place for place, _ in said(table, "other_set")]) == (7, ["bảng 2"])


def test_a_row_that_sums_up_an_area_is_no_scoring_line():
    table = of(("1", "A", 1), ("1.1", "B", 1), ("", "Cộng lĩnh vực 1", 1))

    assert (codes(table), kinds(table)) == (["1", "1.1"], ["subtotal_row"])


def test_a_decision_is_no_plan_that_the_heading_names_too():
    above = ["BỘ TIÊU CHÍ MẪU NĂM 2019", "(Kèm theo Kế hoạch số 1/KH-MAU; theo Quyết định số: 12/QĐ-MAU)"]

    assert read(xlsx([HEADER, *CRITERIA], above=above)).decision_number == "12/QĐ-MAU"


def test_a_note_on_the_decision_that_follows_in_the_titles_line_is_no_title():
    table = read(xlsx([HEADER, *CRITERIA], above=[f"{sample.ABOVE[1]} {sample.ABOVE[2]}"]))

    assert (table.title, table.decision_number) == (sample.ABOVE[1], "12/QĐ-MAU")


def test_rows_that_cannot_be_placed_are_remarked():
    table = of(
        ("", "Tính đến hết năm", ""),
        ("1.1", "Kế hoạch", 1),
        ("số 2", "Có kế hoạch: 1 điểm", ""),
        ("STT", "Tiêu chí", "Điểm tối đa"),
        ("1.2", "Báo cáo", 1),
    )

    assert [(row.code, len(row.scoring_lines)) for row in table.rows] == [("1.1", 1), ("1.2", 0)]
    assert [(kind, said(table, kind)[0][1]) for kind in kinds(table)] == [
        ("header_repeated", "Dòng tiêu đề của bảng được lặp lại; bảng được đọc nối tiếp."),
        (
            "row_outside",
            "Dòng “Tính đến hết năm” đứng trước tiêu chí đầu tiên hoặc ngoài các tiêu chí, không đọc.",
        ),
        ("code_unreadable", "Ô mã ghi “số 2”, không phải một mã tiêu chí; đọc như dòng không có mã."),
        (
            "line_without_mark",
            "Dòng không có mã, không có gạch đầu dòng; đọc là cách chấm điểm của tiêu chí 1.1.",
        ),
    ]


def test_a_table_of_other_things_is_passed_over():
    table = read(docx([("Họ tên", "Chức vụ", "Phòng"), ("A", "B", "C")], [HEADER, *CRITERIA]))

    assert len(table.rows) == 7
    assert said(table, "table_skipped") == [
        (
            "bảng 1",
            "Bảng không có cột tiêu chí và cột điểm, không đọc (dòng đầu: “Họ tên | Chức vụ | Phòng”).",
        )
    ]


def test_lines_of_a_cell_that_go_on_are_one_scoring_line():
    rows: Rows = [
        ("STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"),
        ("1.1", "Kế hoạch\n- Có: 1 điểm\nnếu đúng hạn", "1", ""),
        ("1.2", "Báo cáo", "1", "Có: 1 điểm\nnếu đúng hạn"),
    ]

    assert [[line.text for line in row.scoring_lines] for row in read(docx(rows)).rows] == [
        ["Có: 1 điểm nếu đúng hạn"],
        ["Có: 1 điểm nếu đúng hạn"],
    ]


def test_a_ticked_box_in_the_surveys_column_says_that_a_criterion_is_surveyed():
    table = of(
        ("1.1", "A", 1, True),
        ("1.2", "B", 1, False),
        ("1.3", "C", 1, "không"),
        header=("STT", "Tiêu chí", "Điểm tối đa", "Điều tra XHH"),
    )

    assert [row.survey for row in table.rows] == [True, False, False]


def test_groups_and_notes_are_no_criteria():
    table = of(
        ("A", "PHẦN THẨM ĐỊNH", 65),
        ("1", "X", 65),
        ("", "Phần B. Điều tra", 35),
        ("2", "Y", 35),
        ("", "Ghi chú: mẫu", ""),
    )

    assert (codes(table), kinds(table)) == (["1", "2"], ["group_row", "group_row", "group_row"])


def test_decomposed_letters_are_composed():
    import unicodedata

    rows = [tuple(unicodedata.normalize("NFD", str(cell)) for cell in row) for row in (HEADER, *CRITERIA)]

    assert read(xlsx(rows)).rows == read(xlsx([HEADER, *CRITERIA])).rows


def test_300_rows_are_read_within_a_second():
    rows: list[tuple[sample.Cell, ...]] = [HEADER]
    for area in range(1, 11):
        rows.append((str(area), f"LĨNH VỰC MẪU {area}", "10", "", ""))
        for n in range(1, 11):
            rows.append((f"{area}.{n}", f"Tiêu chí mẫu {n} " + "x" * 200, "1", "Tài liệu " * 20, ""))
            rows.append(("", "- Có: 1 điểm", "", "", ""))
            rows.append(("", "- Không: 0 điểm", "", "", ""))
    for content in (xlsx(rows), docx(rows)):
        start = time.perf_counter()
        table = read(content)

        assert (len(table.rows), time.perf_counter() - start < 1.0, table.remarks) == (110, True, ())


def _content(row: CriterionRow) -> tuple[object, ...]:
    """A row without its place."""
    return row.code, row.title, row.kind, row.maximum, row.survey, row.evidence, row.note, row.scoring_lines
