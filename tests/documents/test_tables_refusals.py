"""A workbook that cannot be read is refused whole, in one sentence, before it can do harm."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.documents.tables import UnreadableTable, kind_of, package, read_workbook, scanning
from parindex.documents.tables.model import Column, Filled, Shape
from parindex.documents.tables.records import records
from parindex.documents.tables.result import read
from parindex.documents.tables.workbook import write_workbook
from tests.documents.resaved import cells_of, resaved, saved, with_part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET_PART = "xl/worksheets/sheet2.xml"
SHAPE = Shape(
    name="Bảng mẫu",
    columns={key: Column(heading=key, english=key, editable=True) for key in ("Mã", "Tên")},
)
CONTENT = write_workbook(
    kind="result",
    about="Tệp mẫu.",
    info={},
    sheets=[Filled(shape=SHAPE, rows=[{"Mã": "1", "Tên": "Một"}])],
)
WORKSHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableTable) as caught:
        records(read_workbook(content), SHAPE)
    assert caught.value.en
    return caught.value.vi


def with_rows(rows: str) -> bytes:
    return with_part(CONTENT, SHEET_PART, WORKSHEET.format(rows).encode())


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"Ma;Ten\n1;Mot\n", b"PK", packed(), packed(**{"word/document.xml": b"<w/>"})]
)
def test_what_is_no_workbook(content):
    assert refusal(content) == "Tệp không phải bảng tính Excel (.xlsx); hãy tải lại tệp mẫu rồi điền vào đó."


def test_an_old_excel_file():
    assert refusal(OLE + bytes(600)) == "Tệp theo định dạng Office cũ (.xls); hãy lưu lại thành .xlsx."


def test_a_workbook_with_a_password():
    content = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")

    assert refusal(content) == "Tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."


def test_an_archive_with_a_password():
    content = bytearray(CONTENT)
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 8] |= 1

    assert refusal(bytes(content)) == "Tệp được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."


@pytest.mark.parametrize("cut", [4, 100, 2_000, len(CONTENT) - 10])
def test_a_truncated_workbook(cut):
    assert refusal(CONTENT[:cut]) == "Tệp .xlsx bị hỏng, không đọc được."


@pytest.mark.parametrize(
    "part",
    [
        b"<worksheet><sheetData><row>",
        b"",
        b"\xff\xfe<",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        b'<worksheet><sheetData><row r="x"/></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="1A"><v>1</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>x</v></c></row></sheetData></worksheet>',
    ],
)
def test_a_sheet_of_broken_xml(part):
    assert refusal(with_part(CONTENT, SHEET_PART, part)) == "Tệp .xlsx bị hỏng, không đọc được."


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"])
def test_a_package_that_lacks_what_makes_it_a_workbook(part):
    assert refusal(with_part(CONTENT, part, None)) == (
        "Tệp không phải bảng tính Excel (.xlsx); hãy tải lại tệp mẫu rồi điền vào đó."
    )


def test_a_part_that_is_there_twice_is_no_workbook():
    doubled = with_part(CONTENT, "XL/worksheets/SHEET2.xml", WORKSHEET.format("").encode())

    assert refusal(doubled) == "Tệp .xlsx bị hỏng, không đọc được."


def test_a_huge_file(monkeypatch):
    monkeypatch.setattr(package, "MAX_BYTES", 1_000)

    assert refusal(CONTENT) == "Tệp quá lớn (quá 20 MB)."


def test_a_package_that_declares_huge_sizes():
    bomb = io.BytesIO(with_part(CONTENT, "xl/media/x.xml", None))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 61_000_000)

    assert len(bomb.getvalue()) < 100_000
    assert refusal(bomb.getvalue()) == "Tệp quá lớn (quá 60 MB sau khi giải nén)."


def test_a_package_that_declares_less_than_it_holds_gives_no_more_than_it_declares():
    honest = with_part(CONTENT, SHEET_PART, WORKSHEET.format(" " * 5_000).encode())
    size = len(WORKSHEET.format(" " * 5_000)).to_bytes(4, "little")

    lying = honest.replace(size, (10).to_bytes(4, "little"))

    assert refusal(lying) == "Tệp .xlsx bị hỏng, không đọc được."


def test_too_many_parts(monkeypatch):
    monkeypatch.setattr(package, "MAX_PARTS", 5)

    assert refusal(CONTENT) == "Tệp quá lớn (quá nhiều thành phần)."


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="20002"><c r="A20002"><v>1</v></c></row>',
        '<row r="1"><c r="GS1" t="inlineStr"><is><t>x</t></is></c></row>',
        '<row r="30000"><c><f>1/0</f></c></row>',
    ],
)
def test_a_cell_far_away_is_refused_before_the_sheet_is_built(rows):
    assert refusal(with_rows(rows)) == "Tệp quá lớn (một trang quá 20.000 dòng hoặc 200 cột)."


def test_a_million_empty_rows_with_a_format_do_no_harm():
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="1"/></row>' for number in (1, 2, 1_048_576))

    assert refusal(with_rows(rows)) == "Trang “Bảng mẫu” thiếu cột: Mã, Tên."


def test_one_long_text_that_many_cells_name_is_refused(monkeypatch):
    monkeypatch.setattr(scanning, "MAX_CHARACTERS", 100)

    assert refusal(CONTENT) == "Tệp quá lớn (quá nhiều ô hoặc quá nhiều chữ)."


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(scanning, "MAX_CELLS", 10)

    assert refusal(CONTENT) == "Tệp quá lớn (quá nhiều ô hoặc quá nhiều chữ)."


def test_a_workbook_of_somebody_else():
    assert refusal(saved({"Sheet1": [["Mã", "Tên"]]})) == "Tệp thiếu trang “Hướng dẫn”."
    assert refusal(saved({"Hướng dẫn": [["a", "b"]]})) == (
        "Tệp không do phần mềm này xuất ra: thiếu “Mã loại tệp” ở trang Hướng dẫn."
    )


def test_another_format_version():
    def edit(cells):
        next(row for row in cells["Hướng dẫn"] if row[0] == "Phiên bản định dạng")[1] = 2

    assert refusal(resaved(CONTENT, edit)) == (
        "Tệp theo phiên bản định dạng 2, phần mềm đọc phiên bản 1; hãy xuất lại tệp rồi điền."
    )


def test_another_kind():
    other = write_workbook(kind="facts", about="", info={}, sheets=[])

    with pytest.raises(UnreadableTable) as caught:
        read(read_workbook(other))

    assert caught.value.vi == "Tệp thuộc loại “bảng số liệu”, ở đây cần loại “kết quả”."
    assert caught.value.en == "The file is of the kind “table of facts”; here the kind “result” is needed."


def test_a_kind_that_is_not_known():
    with pytest.raises(UnreadableTable) as caught:
        kind_of(read_workbook(write_workbook(kind="plan", about="", info={}, sheets=[])))

    assert caught.value.vi == "Không có loại tệp “plan”."


@pytest.mark.parametrize("year", ["", "hai nghìn", "-1", "²"])
def test_a_year_that_is_none(year):
    info = {"year": year, "level": "province", "unit_code": "26"}

    with pytest.raises(UnreadableTable) as caught:
        read(read_workbook(write_workbook(kind="result", about="", info=info, sheets=[])))

    assert caught.value.vi == ("Tệp không do phần mềm này xuất ra: thiếu “Năm đánh giá” ở trang Hướng dẫn.")


def test_a_sheet_that_is_missing_or_there_twice():
    cells = cells_of(CONTENT)
    twice = {**cells, "Bang mau": cells["Bảng mẫu"]}
    del cells["Bảng mẫu"]

    assert refusal(saved(cells)) == "Tệp thiếu trang “Bảng mẫu”."
    assert refusal(saved(twice)) == "Tệp có hai trang “Bảng mẫu”."


def test_columns_that_are_missing_or_there_twice():
    assert refusal(resaved(CONTENT, lambda cells: cells["Bảng mẫu"][0].pop())) == (
        "Trang “Bảng mẫu” thiếu cột: Tên."
    )
    assert refusal(resaved(CONTENT, lambda cells: cells["Bảng mẫu"][0].append("mã"))) == (
        "Trang “Bảng mẫu” có hai cột “Mã”."
    )
    assert refusal(resaved(CONTENT, lambda cells: cells["Bảng mẫu"].clear())) == (
        "Trang “Bảng mẫu” thiếu cột: Mã, Tên."
    )


def outcome(content: bytes) -> str:
    try:
        read_workbook(content)
    except UnreadableTable as error:
        return error.en
    return "read"


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, len(CONTENT) - 1), byte=st.integers(0, 255))
def test_one_wrong_byte_is_either_harmless_or_refused_in_a_sentence(place, byte):
    assert outcome(CONTENT[:place] + bytes([byte]) + CONTENT[place + 1 :])


@settings(max_examples=150, deadline=None)
@given(place=st.integers(0, 2_000), junk=st.binary(max_size=6))
def test_junk_within_a_sheet_is_either_harmless_or_refused_in_a_sentence(place, junk):
    with zipfile.ZipFile(io.BytesIO(CONTENT)) as archive:
        part = archive.read(SHEET_PART)

    assert outcome(with_part(CONTENT, SHEET_PART, part[:place] + junk + part[place:]))
