"""What a workbook looks like to the people who fill it in, and that it is always the same."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from parindex.documents.tables import KINDS, cells, read_workbook, write_workbook
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Column, Filled, Holds, Shape
from parindex.documents.tables.records import records
from parindex.documents.tables.scanning import MAX_ROWS, Fault
from tests.documents.resaved import cells_of

MAIN = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
SHAPE = Shape(
    name="Bảng mẫu",
    grows=True,
    columns={
        "code": Column(heading="Mã", english="Code", holds=Holds.CODE, width=12),
        "points": Column(heading="Điểm", english="Points", holds=Holds.POINTS, editable=True),
        "day": Column(heading="Ngày", english="Day", holds=Holds.DATE, editable=True),
        "sure": Column(
            heading="Chắc", english="Sure", holds=Holds.YES_NO, editable=True, choices=("Có", "Không")
        ),
        "any": Column(heading="Giá trị", english="Value", holds=Holds.ANY, editable=True),
    },
)


def written(*rows) -> bytes:
    return write_workbook(
        kind="sample", about="Tệp mẫu.", info={"year": "2017"}, sheets=[Filled(shape=SHAPE, rows=rows)]
    )


def xml(content: bytes, part: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(part))


def test_the_first_sheet_says_what_the_file_is_and_which_columns_may_be_edited():
    rows = cells_of(written())["Hướng dẫn"]

    assert rows == [
        ["Mục", "Nội dung"],
        ["Tệp này là", "Tệp mẫu."],
        ["Cách sửa", "Chỉ sửa các cột nền trắng; cột nền xám sửa cũng không được nhận."],
        ["Giữ nguyên", "Tên trang, tên cột, các mã và các dòng cuối của trang này."],
        ["Sau khi gửi", "Phần mềm nêu mọi chỗ khác để xem lại, rồi mới lưu."],
        ["Trang Bảng mẫu", "Được sửa: Điểm; Ngày; Chắc; Giá trị. Được thêm, bớt dòng."],
        ["Mã loại tệp", "sample"],
        ["Phiên bản định dạng", "1"],
        ["Năm đánh giá", "2017"],
    ]


def test_cells_hold_values_and_codes_stay_text():
    content = written(
        {"code": "1.10", "points": Decimal("1.75"), "day": date(2018, 7, 18), "sure": True, "any": 5},
        {"code": "=1+1", "points": None, "day": date(1899, 1, 2), "sure": False, "any": "5"},
        {"points": Decimal("12345678901234567.89"), "any": Decimal("0.1")},
    )

    assert cells_of(content)["Bảng mẫu"][1:] == [
        ["1.10", 1.75, date(2018, 7, 18), "Có", 5.0],
        ["=1+1", "", "1899-01-02", "Không", "5"],
        ["", "12345678901234567,89", "", "", 0.1],
    ]


def test_a_sheet_prints_on_a4_landscape_as_wide_as_a_page_with_its_headings_in_sight():
    sheet = xml(written({"code": "1"}), "xl/worksheets/sheet2.xml")

    setup = sheet.find("x:pageSetup", MAIN)
    assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == (
        "9",
        "landscape",
        "0",
    )
    assert sheet.find(".//x:pane", MAIN).get("state") == "frozen"
    assert sheet.find("x:autoFilter", MAIN).get("ref") == "A1:E2"


def test_everything_is_in_times_new_roman_and_what_may_not_be_edited_is_grey():
    content = written({"code": "1", "points": Decimal(1)})
    styles, sheet = xml(content, "xl/styles.xml"), xml(content, "xl/worksheets/sheet2.xml")

    looks = styles.findall("x:cellXfs/x:xf", MAIN)
    fonts, fills = styles.findall("x:fonts/x:font", MAIN), styles.findall("x:fills/x:fill", MAIN)
    code, points = (looks[int(cell.get("s"))] for cell in sheet.findall(".//x:row", MAIN)[1][:2])
    assert {fonts[int(look.get("fontId"))].find("x:name", MAIN).get("val") for look in looks[1:]} == {
        "Times New Roman"
    }
    assert fills[int(code.get("fillId"))].find(".//x:fgColor", MAIN).get("rgb") == "FFEDEDED"
    assert points.get("fillId") == "0"


def test_a_cell_of_two_choices_offers_them_also_below_the_last_row():
    sheet = xml(written({"code": "1"}), "xl/worksheets/sheet2.xml")

    choice = sheet.find(".//x:dataValidation", MAIN)
    assert (choice.get("sqref"), choice[0].text) == ("D2:D202", '"Có,Không"')


def test_the_same_content_is_the_same_file_in_another_process():
    code = (
        "import hashlib; from parindex.documents.tables import write_workbook; "
        "print(hashlib.sha256(write_workbook(kind='sample', about='Tệp', info={}, sheets=[])).hexdigest())"
    )

    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
        for _ in range(2)
    }

    assert len(runs) == 1


def test_tables_are_a_library_that_brings_no_django_with_it():
    code = "import json, sys; import parindex.documents.tables; print(json.dumps(sorted(sys.modules)))"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout

    assert {"django", "openpyxl", "parindex.frameworks"}.isdisjoint(json.loads(loaded))


def test_more_rows_than_are_read_are_not_written():
    with pytest.raises(Exception, match=r"Trang “Bảng mẫu” có quá 20\.000 dòng\."):
        written(*({"code": "1"} for _ in range(MAX_ROWS + 1)))


def test_the_family_names_every_kind_once():
    assert [(kind, made.title.vi) for kind, made in KINDS.items()] == [
        ("framework", "bộ tiêu chí"),
        ("facts", "bảng số liệu"),
        ("sheet", "phiếu chấm điểm"),
        ("result", "kết quả"),
    ]


@settings(max_examples=60, deadline=None)
@given(
    code=st.text(max_size=20),
    points=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30),
    day=st.dates(),
)
def test_any_text_number_and_day_come_back(code, points, day):
    content = written({"code": code, "points": points, "day": day, "any": "x"})

    (record,) = records(read_workbook(content), SHAPE)

    assert record.code("code") == cells.clean(code)
    assert record.number("points") == points
    assert record.day("day") == day


@given(value=st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_two_decimals_that_a_float_blurs_are_read_as_they_were_typed(value):
    typed = Decimal(f"{value:.2f}")

    assert cells.number(float(typed)) == typed


@pytest.mark.parametrize(
    ("reader", "raw", "value"),
    [
        (cells.text, 2018.0, "2018"),
        (cells.text, 0.5, "0,5"),
        (cells.text, date(2018, 7, 18), "18/7/2018"),
        (cells.text, "  Sở\r\nNội vụ ", "Sở\nNội vụ"),
        (cells.day, datetime.combine(date(2018, 7, 18), time()), date(2018, 7, 18)),
        (cells.day, "18-07-2018", date(2018, 7, 18)),
        (cells.day, "2018-07-18", date(2018, 7, 18)),
        (cells.exact, "-1/3", Fraction(-1, 3)),
        (cells.exact, "", None),
        (cells.share, "0,5%", Fraction(1, 200)),
        (cells.number, "−1,5", Decimal("-1.5")),
        (cells.names, "Sở A;\n\nSở B; ", ("Sở A", "Sở B")),
    ],
)
def test_a_cell_is_read_as_its_column_wants(reader, raw, value):
    assert reader(raw) == value


@pytest.mark.parametrize(
    ("reader", "raw"),
    [
        (cells.text, Fault.ERROR),
        (cells.text, "a" * 32_768),
        (cells.code, date(2018, 2, 3)),
        (cells.code, True),
        (cells.number, float("inf")),
        (cells.number, float("nan")),
        (cells.number, date(2018, 7, 18)),
        (cells.day, datetime.combine(date(2018, 7, 18), time(9, 30))),
        (cells.exact, "1/2/3"),
        (cells.exact, "50%/2"),
        (cells.exact, "%"),
    ],
)
def test_a_cell_that_its_column_cannot_hold_is_unfit(reader, raw):
    with pytest.raises(Unfit) as caught:
        reader(raw)

    assert (bool(caught.value.vi), bool(caught.value.en)) == (True, True)
