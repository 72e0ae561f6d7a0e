"""Files without an annexed table, and files that are not what they seem, are refused in one sentence; nothing hangs."""

import io
import time
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from parindex.documents.reading import UnreadableDocument, source
from parindex.documents.reading.annexes import package, read_appraisal, read_criteria
from parindex.documents.reading.annexes import xlsx as reader
from tests.documents.annex_sample import CRITERIA, HEADER, docx, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def refusal(content: bytes, read: Callable[..., object] = read_criteria) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(content, name="tệp")
    assert caught.value.en
    return caught.value.vi


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A package with one of its parts changed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return file.getvalue()


def book(fill: Callable[..., object]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        fill(workbook, workbook.add_worksheet())
    return file.getvalue()


def test_a_file_without_a_table():
    for content in (xlsx([("Lời nói đầu", "mẫu")]), docx([("A", "B"), ("1", "2")]), "Lời nói đầu".encode()):
        assert refusal(content) == (
            "Không thấy bảng tiêu chí nào trong “tệp”: cần một bảng có cột tiêu chí và cột điểm tối đa."
        )
        assert refusal(content, read_appraisal) == (
            "Không thấy bảng kết quả thẩm định trong “tệp”: "
            "cần cột tiêu chí và cột điểm thẩm định hoặc điểm trừ."
        )


def test_a_table_without_the_points_it_is_read_for():
    bare = xlsx([("STT", "Tiêu chí", "Ghi chú"), ("1", "Điều hành", "")])

    assert refusal(bare) == "Bảng tiêu chí trong “tệp” không có cột điểm tối đa (thang điểm, điểm chuẩn)."
    assert refusal(xlsx([HEADER, *CRITERIA]), read_appraisal) == (
        "Bảng tiêu chí trong “tệp” không có cột điểm thẩm định hay điểm trừ."
    )


def test_a_table_without_a_row():
    judged = ("STT", "Tiêu chí", "Điểm tối đa", "Điểm trừ")

    assert refusal(xlsx([HEADER])) == "Bảng tiêu chí trong “tệp” không có dòng tiêu chí nào."
    assert refusal(docx([judged]), read_appraisal) == (
        "Bảng kết quả thẩm định trong “tệp” không có dòng tiêu chí nào."
    )


@pytest.mark.parametrize("content", [b"", b" \n "])
def test_an_empty_file(content: bytes):
    assert refusal(content) == "Tệp “tệp” không có nội dung."


@pytest.mark.parametrize("cut", [30, 3_000])
def test_a_spreadsheet_that_was_cut_short(cut: int):
    assert refusal(xlsx([HEADER, *CRITERIA])[:cut]) == "Tệp Office “tệp” bị hỏng, không đọc được."


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET])
def test_a_spreadsheet_with_broken_xml(part: str):
    content = changed(xlsx([HEADER, *CRITERIA]), part, lambda xml: xml[: len(xml) // 2])

    assert refusal(content) == "Tệp .xlsx “tệp” bị hỏng, không đọc được."


def test_a_spreadsheet_with_a_wrong_checksum():
    content = bytearray(xlsx([HEADER, *CRITERIA]))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.getinfo(SHEET).header_offset
    content[start + 120] ^= 0xFF

    assert refusal(bytes(content)) == "Tệp .xlsx “tệp” bị hỏng, không đọc được."


def test_a_locked_archive():
    """Office locks whole files otherwise; other tools lock the parts of the archive."""
    content = bytearray(xlsx([HEADER, *CRITERIA]))
    for sign, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(sign)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(sign, place + 1)

    assert refusal(bytes(content)) == "Tệp “tệp” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."


def test_old_office_files_and_files_with_a_password():
    assert refusal(OLE + bytes(600)) == (
        "Tệp “tệp” theo định dạng Office cũ (.doc, .xls); hãy lưu lại thành .docx hoặc .xlsx."
    )
    assert refusal(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")) == (
        "Tệp “tệp” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
    )


@pytest.mark.parametrize("content", [b"\x00\x01\x02\x03" * 99, b"{\\rtf1\\ansi}"])
def test_another_kind_of_file(content: bytes):
    assert refusal(content) == "Tệp “tệp” không phải bảng tính .xlsx hay văn bản .docx, .pdf, .md, .txt."


def test_a_huge_file(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("parindex.documents.reading.annexes.source.MAX_BYTES", 1_000)

    assert refusal(b"a" * 1_001) == "Tệp “tệp” quá lớn (quá 50 MB)."
    assert source.MAX_BYTES == 50_000_000


def test_a_spreadsheet_that_would_unpack_to_far_more():
    content = changed(
        xlsx([HEADER, *CRITERIA]), "docProps/app.xml", lambda xml: xml + b" " * package.MAX_UNPACKED
    )

    assert refusal(content) == "Tệp “tệp” quá lớn (quá 100 MB sau khi giải nén)."


@pytest.mark.parametrize("place", [b'r="XFD1048576"', b"r = 'xfd1048576'"])
def test_a_cell_far_away_from_the_table(place: bytes):
    content = changed(xlsx([HEADER, *CRITERIA]), SHEET, lambda xml: xml.replace(b'r="C5"', place))

    assert refusal(content) == (
        "Trang tính trong tệp “tệp” trải quá rộng vì có ô ở rất xa bảng; hãy xóa các ô đó rồi gửi lại."
    )


def test_cells_without_a_place_are_counted_too():
    content = changed(
        xlsx([HEADER, *CRITERIA]),
        SHEET,
        lambda xml: xml.replace(
            b"</sheetData>",
            b'<row r="9999">' + b"<c><v>1</v></c>" * 900 + b"</row></sheetData>",
        ),
    )

    assert refusal(content).startswith("Trang tính trong tệp “tệp” trải quá rộng")


def test_a_text_that_very_many_cells_share():
    def fill(workbook: object, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        for row in range(1_000):
            sheet.write_row(row, 0, ["x" * 32_000] * 40)

    assert refusal(book(fill)) == "Tệp “tệp” quá lớn (quá 1 GB chữ)."


def test_too_many_rows_and_too_many_merged_cells(monkeypatch: pytest.MonkeyPatch):
    content = xlsx([HEADER, *CRITERIA], merges=[(1, 0, 5, 0)])

    monkeypatch.setattr(reader, "MAX_COVERED", 3)
    assert refusal(content) == "Tệp “tệp” quá lớn (quá nhiều ô gộp)."
    monkeypatch.setattr(reader, "MAX_COVERED", 4)
    monkeypatch.setattr(reader, "MAX_ROWS", 9)
    assert refusal(content) == "Tệp “tệp” quá lớn (quá 20.000 hàng)."


def test_a_million_empty_rows_are_passed_over_in_seconds():
    def rows_only(xml: bytes) -> bytes:
        empty = b"".join(b'<row r="%d" ht="20"/>' % row for row in range(100, 1_000_000))
        last = b'<row r="1048576"><c r="A1048576" t="str"><v>cu\xe1\xbb\x91i</v></c></row>'
        return xml.replace(b"</sheetData>", empty + last + b"</sheetData>")

    content = changed(xlsx([HEADER[:3], *(row[:3] for row in CRITERIA)]), SHEET, rows_only)
    start = time.perf_counter()
    table = read_criteria(content, name="tệp")

    assert (len(table.rows), time.perf_counter() - start < 20) == (7, True)


def test_a_million_letters_in_a_cell_are_read_in_seconds():
    long = "Kế hoạch mẫu 1.1 (trừ 0,5 điểm) - " * 30_000
    content = docx(
        [HEADER, ("1", long, "100", long, "- " + long), ("", "- " + long, "", "", "")], above=[long]
    )
    start = time.perf_counter()
    table = read_criteria(content, name="tệp")

    assert (table.rows[0].title, time.perf_counter() - start < 20) == (long.strip(), True)


def test_a_hidden_sheet_is_not_read():
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        for row, cells in enumerate([HEADER, *CRITERIA]):
            sheet.write_row(row, 0, cells)
        draft = workbook.add_worksheet("Nháp")
        draft.write_row(0, 0, HEADER)
        draft.hide()

    table = read_criteria(book(fill), name="tệp")

    assert [(r.place, r.text) for r in table.remarks if r.kind == "sheet_hidden"] == [
        ("trang tính “Nháp”", "Trang tính bị ẩn, không đọc.")
    ]
