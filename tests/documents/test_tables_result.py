"""Results go out as a workbook and come back with what was changed; the rows are those of the real plan."""

import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.documents.tables import Change, UnreadableTable, kind_of, read_workbook
from parindex.documents.tables.changes import ROW
from parindex.documents.tables.result import ResultLine, ResultTable, accepted, differences, read, write
from parindex.domain.rules.base import Sentence
from tests.documents.resaved import Cells, Formula, cells_of, put, resaved

SHEET = "Kết quả"
AWARDED = Sentence(vi="Điểm thẩm định", en="Awarded")
PUBLICATIONS = ResultLine(
    criterion="3.2.1",
    title="Công bố danh mục thủ tục hành chính",
    maximum=Decimal("0.50"),
    claimed=Decimal("0.50"),
    awarded=Decimal("0.00"),
    reason="Công bố chậm 49 ngày",
    body="Cục Kiểm soát thủ tục hành chính",
    responsible=("Sở Giao thông vận tải", "Văn phòng UBND tỉnh"),
)
REPORTS = ResultLine(
    criterion="1.10",
    title="Báo cáo định kỳ",
    maximum=Decimal("3.00"),
    claimed=None,
    awarded=Decimal("1.75"),
)
TABLE = ResultTable(
    year=2017, level="province", unit_code="26", unit_name="Tỉnh Vĩnh Phúc", rows=(PUBLICATIONS, REPORTS)
)


def returned(*edits) -> ResultTable:
    def edit(cells: Cells) -> None:
        for one in edits:
            one(cells)

    return read(read_workbook(resaved(write(TABLE), edit)))


def refusal(*edits) -> str:
    with pytest.raises(UnreadableTable) as caught:
        returned(*edits)
    assert caught.value.en
    return caught.value.vi


def test_an_unchanged_file_comes_back_equal_without_differences_and_as_the_same_bytes():
    content = write(TABLE)

    back = read(read_workbook(content))

    assert back == TABLE
    assert differences(TABLE, back) == ()
    assert write(back) == content


def test_a_file_that_another_program_saved_comes_back_equal():
    assert returned() == TABLE


def test_the_file_says_its_kind_and_whose_it_is():
    workbook = read_workbook(write(TABLE))

    assert kind_of(workbook) == "result"
    assert workbook.info == {
        "kind": "result",
        "version": "1",
        "year": "2017",
        "level": "province",
        "unit_code": "26",
        "unit_name": "Tỉnh Vĩnh Phúc",
    }


def test_points_are_numbers_codes_are_text_and_lost_points_are_worked_out():
    cells = cells_of(write(TABLE))[SHEET]

    assert cells[1][:6] == ["3.2.1", "Công bố danh mục thủ tục hành chính", 0.5, 0.5, 0.0, 0.5]
    assert cells[2][:6] == ["1.10", "Báo cáo định kỳ", 3.0, "", 1.75, 1.25]


@pytest.mark.parametrize("typed", ["0,25", "0.25", 0.25, 0.1 + 0.15, "  0,250 ", Formula("=1/4", 0.25)])
def test_points_are_read_however_they_are_typed(typed):
    back = returned(put(SHEET, 2, "Điểm thẩm định", typed))

    assert differences(TABLE, back) == (Change(place="3.2.1", what=AWARDED, before="0,00", after="0,25"),)
    assert back.rows[0].awarded == Decimal("0.25")


def test_a_change_is_said_in_both_languages():
    (change,) = differences(TABLE, returned(put(SHEET, 2, "Điểm thẩm định", "")))

    assert change.said("vi") == "3.2.1, Điểm thẩm định: “0,00” → “trống”"
    assert change.said("en") == "3.2.1, Awarded: “0,00” → “empty”"


def test_what_may_not_be_edited_is_shown_as_refused_and_never_applied():
    back = returned(put(SHEET, 2, "Điểm tối đa", 5), put(SHEET, 2, "Lý do", "Chậm"))

    changes = differences(TABLE, back)

    assert [(change.what.vi, change.before, change.after, change.refused) for change in changes] == [
        ("Điểm tối đa", "0,50", "5,00", True),
        ("Lý do", "Công bố chậm 49 ngày", "Chậm", False),
    ]
    assert changes[0].said("vi") == "3.2.1, Điểm tối đa: “0,50” → “5,00” (không được sửa, giữ nguyên)"
    assert accepted(TABLE, back).rows == (replace(PUBLICATIONS, reason="Chậm"), REPORTS)


def test_lost_points_that_somebody_typed_are_worked_out_again():
    assert differences(TABLE, returned(put(SHEET, 2, "Điểm bị trừ", 9))) == ()


def test_columns_may_stand_in_any_order_among_others_and_rows_may_be_blank():
    def reorder(cells: Cells) -> None:
        cells[SHEET] = [["", *reversed(row), "thêm" if row else ""] for row in cells[SHEET]]
        cells[SHEET].insert(2, ["", "", "  "])
        cells[SHEET].append([])

    assert returned(reorder) == TABLE


def test_a_file_that_went_out_when_the_column_had_its_earlier_heading_comes_back_equal():
    assert returned(put(SHEET, 1, "Điểm thẩm định", "Điểm được công nhận")) == TABLE


def test_the_earlier_heading_beside_the_present_one_is_a_column_twice():
    def twice(cells: Cells) -> None:
        cells[SHEET] = [[*cells[SHEET][0], "Điểm được công nhận"], *cells[SHEET][1:]]

    assert refusal(twice) == "Trang “Kết quả” có hai cột “Điểm thẩm định”."


def test_a_deleted_row_is_a_refused_removal_and_the_stored_row_stays():
    back = returned(lambda cells: cells[SHEET].pop(2))

    assert differences(TABLE, back) == (
        Change(place="1.10", what=ROW, before="Báo cáo định kỳ", after="", refused=True),
    )
    assert differences(TABLE, back)[0].said("en") == (
        "1.10, row “Báo cáo định kỳ” removed (may not be edited, kept)"
    )
    assert accepted(TABLE, back) == TABLE


def test_an_added_row_is_refused_in_the_same_way():
    back = returned(lambda cells: cells[SHEET].append(["9.9", "Tiêu chí lạ"]))

    assert differences(TABLE, back)[0].said("vi") == (
        "9.9, thêm dòng “Tiêu chí lạ” (không được sửa, giữ nguyên)"
    )
    assert accepted(TABLE, back) == TABLE


def test_a_row_that_is_there_twice_is_no_result():
    assert refusal(lambda cells: cells[SHEET].append(cells[SHEET][1])) == (
        "Kết quả, dòng 4: “3.2.1” đã có ở dòng trên"
    )


def test_a_code_that_excel_turned_into_a_number_is_refused_because_1_1_may_be_1_10():
    assert refusal(put(SHEET, 3, "Mã tiêu chí", 1.1)) == (
        "Kết quả, dòng 3, cột Mã tiêu chí: mã phải ở dạng chữ, nhưng Excel đã đổi thành “1,1”; "
        "hãy đặt định dạng ô là Văn bản (Text) rồi gõ lại mã"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "“abc” không phải là số"),
        ("1.2.3", "“1.2.3” không phải là số"),
        (True, "“Có” không phải là số"),
        (float(10**200), "số này không thể có thật"),
        ("9" * 300, f"“{'9' * 40}…” không phải là số"),
        (Formula("=1/0", "#DIV/0!"), "công thức trong ô bị lỗi"),
        (Formula("=1+1", ""), "công thức trong ô chưa có kết quả; hãy mở tệp bằng Excel rồi lưu lại"),
    ],
)
def test_what_is_no_number_is_refused_with_its_place(typed, said):
    assert refusal(put(SHEET, 3, "Điểm thẩm định", typed)) == (f"Kết quả, dòng 3, cột Điểm thẩm định: {said}")


def test_the_result_of_another_unit_or_year_has_no_differences_at_all():
    other = replace(TABLE, unit_code="25")

    with pytest.raises(UnreadableTable) as caught:
        differences(TABLE, other)

    assert caught.value.vi == ("Tệp không phải của bảng này: Mã đơn vị trong tệp là “25”, ở đây là “26”.")


def test_another_name_of_the_unit_is_a_refused_change():
    (change,) = differences(TABLE, replace(TABLE, unit_name="Tỉnh Phú Thọ"))

    assert change.said("vi") == (
        "Hướng dẫn, Tên đơn vị: “Tỉnh Vĩnh Phúc” → “Tỉnh Phú Thọ” (không được sửa, giữ nguyên)"
    )


def test_names_may_be_divided_by_semicolons_and_letters_come_composed():
    decomposed = unicodedata.normalize("NFD", "Sở Nội vụ; Sở Tài chính")

    back = returned(put(SHEET, 3, "Trách nhiệm", decomposed))

    assert back.rows[1].responsible == ("Sở Nội vụ", "Sở Tài chính")


def test_texts_that_look_like_formulas_stay_texts():
    table = replace(TABLE, rows=(replace(REPORTS, reason='=HYPERLINK("x")', body="+84 211"),))

    back = read(read_workbook(write(table)))

    assert back == table


def test_a_text_that_no_cell_can_hold_is_not_written():
    table = replace(TABLE, rows=(replace(REPORTS, reason="a" * 32_768),))

    with pytest.raises(UnreadableTable) as caught:
        write(table)

    assert caught.value.vi == "Kết quả, dòng 2, cột Lý do: ô dài quá 32.767 ký tự"


def test_a_criterion_twice_is_no_table():
    with pytest.raises(ValueError, match="twice"):
        replace(TABLE, rows=(REPORTS, REPORTS))


known = (
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-1000, max_value=1000) | st.none()
)
any_lines = st.builds(
    ResultLine,
    criterion=st.just("1.10"),
    title=st.text(max_size=10),
    maximum=known,
    claimed=known,
    awarded=known,
    reason=st.text(),
    body=st.text(),
    responsible=st.lists(st.text(max_size=8) | st.just("Sở A; Sở B"), max_size=3).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(line=any_lines)
def test_any_line_comes_back_without_differences_and_as_the_same_bytes(line):
    table = replace(TABLE, rows=(line,))

    content = write(table)
    back = read(read_workbook(content))

    assert differences(table, back) == ()
    assert write(back) == content
