"""What may be kept as evidence is decided by content, and its name has to agree."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from parindex.documents.files import RefusedFile, compound, inspect, inspection, packages
from tests.documents import sample

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NOWHERE, END_OF_CHAIN, TABLE = 0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFD
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((60, 40), 80).save(file, kind)
    return file.getvalue()


def package(parts: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def openxml(main: str, parts: dict[str, bytes] | None = None) -> bytes:
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{main}.main+xml"/></Types>'
    return package({"[Content_Types].xml": types.encode(), **(parts or {})})


def opendocument(kind: str, parts: dict[str, bytes] | None = None) -> bytes:
    media_type = f"application/vnd.oasis.opendocument.{kind}".encode()
    return package({"mimetype": media_type, "content.xml": b"<content/>", **(parts or {})})


def spreadsheet() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("Bảng").write(0, 0, "Sở Nội vụ")
    return file.getvalue()


def compound_file(*names: str, deeper: tuple[str, ...] = (), sector: int = 512) -> bytes:
    """An OLE file: streams directly in it, and others below the first one."""
    below = 1 + len(names)
    entries = [("Root Entry", NOWHERE, 1 if names else NOWHERE)]
    for number, name in enumerate(names, start=1):
        following = number + 1 if number < len(names) else NOWHERE
        entries.append((name, following, below if number == 1 and deeper else NOWHERE))
    for number, name in enumerate(deeper, start=below):
        entries.append((name, number + 1 if number < below + len(deeper) - 1 else NOWHERE, NOWHERE))
    listing = b"".join(_entry(*entry) for entry in entries)
    sectors = -(-len(listing) // sector)
    table = [TABLE, *range(2, sectors + 1), END_OF_CHAIN]
    table += [NOWHERE] * (sector // 4 - len(table))
    head = OLE + bytes(22) + struct.pack("<H", sector.bit_length() - 1) + bytes(16)
    head += struct.pack("<I", 1) + bytes(16) + struct.pack("<II", END_OF_CHAIN, 0)
    head += struct.pack("<109I", 0, *[NOWHERE] * 108)
    return (
        head.ljust(sector, b"\x00")
        + struct.pack(f"<{sector // 4}I", *table)
        + listing.ljust(sectors * sector, b"\x00")
    )


def _entry(name: str, right: int, child: int) -> bytes:
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\x00") + struct.pack("<HBB", len(raw) + 2, 1, 1)
    return (head + struct.pack("<III", NOWHERE, right, child)).ljust(128, b"\x00")


def test_the_builder_above_writes_compound_files_that_the_reader_understands():
    content = compound_file("WordDocument", "1Table", deeper=("Workbook",))

    assert [entry.name for entry in compound._entries(content)][:4] == [
        *("root entry", "worddocument", "1table", "workbook")
    ]


TAKEN: dict[str, Callable[[], bytes]] = {
    ".pdf": sample.pdf,
    ".png": lambda: picture("PNG"),
    ".jpg": lambda: picture("JPEG"),
    ".docx": sample.docx,
    ".xlsx": spreadsheet,
    ".pptx": lambda: openxml(SLIDES),
    ".doc": lambda: compound_file("WordDocument", "1Table", deeper=("Workbook",)),
    ".xls": lambda: compound_file("Workbook", deeper=("WordDocument",), sector=4096),
    ".odt": lambda: opendocument("text"),
    ".ods": lambda: opendocument("spreadsheet"),
    ".txt": lambda: "Quyết định số 12/QĐ-UBND".encode(),
    ".csv": lambda: "Tiêu chí;Điểm\n1.2;1,75\n".encode("utf-16"),
}


def refusal(content: bytes, name: str = "tệp") -> str:
    with pytest.raises(RefusedFile) as caught:
        inspect(content, name=name)
    assert caught.value.en
    return caught.value.vi


def other_kind(shown: str, kind: str = "") -> str:
    holds = f"có nội dung là {kind}, không thuộc" if kind else "không thuộc"
    return (
        f"Tệp “{shown}” {holds} loại tệp được nhận "
        "(PDF, ảnh PNG hoặc JPEG, Word, Excel, PowerPoint, ODF, TXT, CSV)."
    )


TWO = "Tệp “tệp” có một tệp khác giấu bên trong; hãy mở, lưu thành tệp mới rồi gửi lại."
DAMAGED = "Tệp “tệp” bị hỏng hoặc chưa tải lên hết; hãy mở, lưu lại rồi gửi lại."
MACROS = "Tệp “tệp” có macro hoặc mã lệnh; hãy lưu thành bản không có macro hoặc PDF rồi gửi lại."
EMBEDDED = "Tệp “tệp” có tệp khác đính kèm bên trong; hãy bỏ tệp đính kèm hoặc in thành PDF rồi gửi lại."
ENCRYPTED = "Tệp “tệp” được mã hóa hoặc bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
MARKUP = "Tệp “tệp” là trang web, ảnh SVG hoặc tệp lệnh; hãy in thành PDF rồi gửi lại."
ARCHIVE = "Tệp “tệp” là tệp nén; hãy giải nén rồi gửi từng văn bản."
VIRUS = "Tệp “tệp” chứa mẫu thử vi-rút; tệp không được nhận."
UNPACKED = "Tệp “tệp” khi giải nén quá lớn (quá 300 MB hoặc quá nhiều phần); hãy chia nhỏ rồi gửi lại."


@pytest.mark.parametrize("ending", TAKEN)
def test_documents_pictures_and_tables_are_taken(ending: str):
    kind = inspect(TAKEN[ending](), name=f"Báo cáo quý I{ending.upper()}")

    assert kind.extension == ending


@pytest.mark.parametrize("ending", sorted(TAKEN.keys() - {".csv"}))
def test_a_name_without_an_ending_says_nothing_and_content_decides(ending: str):
    assert inspect(TAKEN[ending](), name="Báo cáo quý I").extension == ending


@pytest.mark.parametrize("ending", [".jpg", ".jpeg", ".jfif"])
def test_a_jpeg_picture_bears_any_of_its_usual_endings(ending: str):
    assert inspect(picture("JPEG"), name=f"ảnh{ending}").media_type == "image/jpeg"


@pytest.mark.parametrize("ending", [".jpg", ".docx", ".exe", ".txt", ".html"])
def test_a_pdf_under_another_ending_is_refused_with_the_ending_it_needs(ending: str):
    assert refusal(sample.pdf(), f"ảnh{ending}") == (
        f"Tên tệp “ảnh{ending}” không khớp với nội dung (.pdf); hãy đổi đuôi tệp thành .pdf rồi gửi lại."
    )


def test_an_ending_turned_round_by_an_invisible_character_is_seen_for_what_it_is():
    assert refusal(sample.pdf(), "hồ sơ \u202efdp.exe") == (
        "Tên tệp “hồ sơ fdp.exe” không khớp với nội dung (.pdf); hãy đổi đuôi tệp thành .pdf rồi gửi lại."
    )


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", "\ufeff \n".encode(), "\ufeff\n".encode("utf-16")])
def test_an_empty_file_is_refused(content: bytes):
    assert refusal(content) == "Tệp “tệp” không có nội dung."


def test_a_file_may_be_as_large_as_the_limit_and_not_larger(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inspection, "MAX_BYTES", 100)

    assert inspect(b"a" * 100, name="tệp.txt").extension == ".txt"
    assert refusal(b"a" * 101) == (
        "Tệp “tệp” quá lớn (quá 50 MB); hãy chia nhỏ hoặc quét lại với độ phân giải thấp hơn."
    )


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"MZ\x90\x00" + bytes(200), ".exe"),
        (b"\x7fELF\x02\x01\x01" + bytes(99), ""),
        (b"GIF89a" + bytes(30), ".gif"),
        (b"\x00\x01\x02\x03" * 99, ""),
    ],
)
def test_programs_and_unknown_kinds_are_refused_by_name_where_it_is_known(content: bytes, kind: str):
    assert refusal(content) == other_kind("tệp", kind)


@pytest.mark.parametrize(
    "content",
    [
        package({"a.pdf": b"%PDF-1.4"}),
        b"Rar!\x1a\x07\x01\x00" + bytes(50),
        b"7z\xbc\xaf\x27\x1c" + bytes(50),
        b"\x1f\x8b\x08\x00" + bytes(50),
    ],
)
def test_an_archive_is_refused(content: bytes):
    assert refusal(content) == ARCHIVE


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>Kế hoạch</p>",
        "\ufeff\n <?xml version='1.0'?><svg/>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "#!/bin/sh\nrm -r /",
        "Kế hoạch năm 2018 <script>alert(1)</script>",
        "{\\rtf1 Kế hoạch}",
        "<?php phpinfo();",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_web_pages_pictures_made_of_text_and_scripts_are_refused(text: str, encoding: str):
    assert refusal(text.encode(encoding)) == MARKUP


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252"])
def test_a_text_in_an_old_code_page_is_asked_for_in_unicode(encoding: str):
    content = "Số: 12/QÐ-UBND, đã ký".encode(encoding, "replace") + b"\xea"

    assert refusal(content, "tệp.txt") == (
        "Tệp “tệp.txt” không dùng bảng mã Unicode (UTF-8, UTF-16); hãy lưu lại theo UTF-8."
    )


@pytest.mark.parametrize("ending", [".pdf", ".txt", ".docx", ".jpg"])
def test_the_test_pattern_of_virus_scanners_is_found_wherever_it_stands(ending: str):
    assert refusal(TAKEN[ending]() + EICAR) == VIRUS


def test_the_test_pattern_is_found_inside_a_packed_document_and_across_its_pieces(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(packages, "_CHUNK", 1_010)

    assert refusal(openxml(WORD, {"word/document.xml": b"a" * 1_000 + EICAR})) == VIRUS


# ── One file that is two ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ending", [".pdf", ".png", ".jpg", ".doc", ".txt"])
@pytest.mark.parametrize("comment", [b"", b"SEFT", b"\n%%EOF\n", b"IEND\xaeB`\x82"])
def test_an_archive_behind_a_file_is_refused(ending: str, comment: bytes):
    content = TAKEN[ending]() + package({"a.class": b"\xca\xfe\xba\xbe" * 9}, comment=comment)

    assert refusal(content) == TWO


@pytest.mark.parametrize("before", [b"\n", b"<html><script>1</script></html>", b"GIF89a", b"\xef\xbb\xbf"])
def test_a_pdf_that_does_not_begin_as_one_is_refused(before: bytes):
    assert refusal(before + sample.pdf()) == TWO


def test_a_picture_that_pdf_readers_would_open_is_refused():
    jpeg = picture("JPEG")
    comment = b"%PDF-1.4\n1 0 obj\n"
    content = jpeg[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + jpeg[2:]

    assert refusal(content) == TWO


@pytest.mark.parametrize("rest", [b"\x00", b"<script>", b"MZ\x90\x00"])
def test_a_png_with_anything_behind_its_end_is_refused(rest: bytes):
    assert refusal(picture("PNG") + rest) == TWO


def test_a_png_that_keeps_an_archive_in_a_part_of_its_own_is_refused():
    png, part = picture("PNG"), b"zTXt" + package({"a.class": b"\xca\xfe"})
    part = struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))

    assert refusal(png[:-12] + part + png[-12:]) == TWO


@pytest.mark.parametrize("rest", [b"\x00" * 9, b"\r\n", b"\x00\x00\x01\x0aImage_UTC_Data1514764800000SEFT"])
def test_what_cameras_write_behind_a_jpeg_is_no_second_file(rest: bytes):
    assert inspect(picture("JPEG") + rest, name="ảnh.jpg").extension == ".jpg"


def test_a_second_picture_of_the_same_shot_is_no_second_file():
    assert inspect(picture("JPEG") + picture("JPEG"), name="ảnh.jpg").extension == ".jpg"


@pytest.mark.parametrize("rest", [b"<?php 1;", b"Rar!\x1a\x07\x00SEFT", b"%PDF-1.4 SEFT", b"MZ\x90"])
def test_a_jpeg_with_a_stranger_behind_its_end_is_refused(rest: bytes):
    assert refusal(picture("JPEG") + rest) == TWO


@pytest.mark.parametrize(
    "before", [b"MZ\x90\x00" + bytes(60), b"PK\x03\x04" + bytes(60), package({"a": b"b"})]
)
def test_a_word_file_with_something_in_front_is_refused(before: bytes):
    assert refusal(before + sample.docx()) in {TWO, other_kind("tệp", ".exe")}


def test_a_word_file_with_something_behind_or_between_its_parts_is_refused():
    docx = sample.docx()
    hidden = bytes(500)
    archive = zipfile.ZipFile(io.BytesIO(docx))
    start, end = archive.start_dir, len(docx) - 22
    between = docx[:start] + hidden + docx[start:end]
    between += docx[end : end + 16] + struct.pack("<I", start + len(hidden)) + docx[-2:]

    assert [refusal(content) for content in (docx + b"\x00", between)] == [TWO, TWO]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("twin", ["[Content_Types].xml", "[content_types].XML"])
def test_a_package_with_two_parts_of_one_name_is_refused(twin: str):
    file = io.BytesIO(openxml(WORD))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(twin, "<Types/>")

    assert refusal(file.getvalue()) == TWO


# ── What runs, carries or unpacks ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/VBAPROJECT.BIN": b"x"},
        {"xl/macrosheets/sheet1.xml": b"<x/>"},
        {"word/activeX/activeX1.xml": b"<x/>"},
    ],
)
def test_office_files_with_macros_are_refused(parts: dict[str, bytes]):
    assert refusal(openxml(WORD, parts)) == MACROS


def test_the_macro_enabled_kind_of_an_office_file_is_refused_without_a_macro_too():
    assert refusal(openxml("application/vnd.ms-word.document.macroEnabled")) == MACROS


@pytest.mark.parametrize("part", ["Basic/Standard/Module1.xml", "Scripts/python/a.py"])
def test_opendocument_files_with_macros_are_refused(part: str):
    assert refusal(opendocument("text", {part: b"x"})) == MACROS


def test_the_empty_macro_library_that_libreoffice_writes_is_no_macro():
    parts = {"Basic/script-lc.xml": b"<x/>", "Basic/Standard/script-lb.xml": b"<x/>", "Scripts/": b""}

    assert inspect(opendocument("spreadsheet", parts), name="bảng.ods").extension == ".ods"


def test_an_encrypted_opendocument_file_is_refused():
    manifest = b"<manifest><manifest:encryption-data/></manifest>"

    assert refusal(opendocument("text", {"META-INF/manifest.xml": manifest})) == ENCRYPTED


@pytest.mark.parametrize("stream", ["Macros", "_VBA_PROJECT_CUR", "VBA"])
@pytest.mark.parametrize("sector", [512, 4096])
def test_old_office_files_with_macros_are_refused(stream: str, sector: int):
    assert refusal(compound_file("Workbook", stream, sector=sector)) == MACROS


def test_old_office_files_with_a_packed_file_are_refused_at_any_depth():
    assert refusal(compound_file("WordDocument", deeper=("\x01Ole10Native",))) == EMBEDDED


def test_an_office_file_with_a_password_is_refused():
    assert refusal(compound_file("EncryptionInfo", "EncryptedPackage")) == ENCRYPTED


def test_an_old_presentation_or_installer_is_of_another_kind():
    assert refusal(compound_file("PowerPoint Document")) == other_kind("tệp")


def test_a_packed_file_inside_a_word_file_is_refused_and_an_equation_is_not():
    packed = {"word/embeddings/oleObject1.bin": compound_file("\x01Ole10Native")}
    equation = {"word/embeddings/oleObject1.bin": compound_file("Equation Native")}

    assert refusal(openxml(WORD, packed)) == EMBEDDED
    assert inspect(openxml(WORD, equation), name="tệp.docx").extension == ".docx"


@pytest.mark.parametrize("part", ["word/embeddings/a.exe", "word/media/x.LNK", "a.js"])
def test_a_program_inside_a_word_file_is_refused(part: str):
    assert refusal(openxml(WORD, {part: b"x"})) == EMBEDDED


def test_a_package_that_declares_to_unpack_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    bomb = openxml(WORD, {"word/document.xml": bytes(2_000_000)})
    many = openxml(WORD, {f"word/{number}.xml": b"" for number in range(40)})
    monkeypatch.setattr(packages, "MAX_PARTS", 40)

    assert refusal(many) == UNPACKED
    monkeypatch.setattr(packages, "MAX_UNPACKED_MB", 1)
    assert refusal(bomb) == UNPACKED.replace("300", "1")


def test_a_package_that_declares_less_than_it_holds_is_refused():
    content = openxml(WORD, {"word/document.xml": bytes(100_000)})

    assert refusal(content.replace(struct.pack("<I", 100_000), struct.pack("<I", 100))) == DAMAGED


@pytest.mark.parametrize("main", ["application/vnd.visio.drawing", "application/epub"])
def test_a_package_of_another_kind_is_refused(main: str):
    assert refusal(openxml(main)) == other_kind("tệp")


@pytest.mark.parametrize("ending", [".png", ".jpg", ".docx", ".pdf", ".odt"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_file_cut_short_is_refused(ending: str, share: float):
    content = TAKEN[ending]()

    cut = content[: max(20, int(len(content) * share))]

    assert refusal(cut) == DAMAGED


def test_an_old_office_file_without_its_list_of_streams_is_refused():
    assert refusal(compound_file("Workbook")[:1_000]) == DAMAGED


@given(content=st.binary(max_size=600), head=st.sampled_from([make()[:200] for make in TAKEN.values()]))
def test_any_bytes_are_either_taken_or_refused_with_a_sentence(content: bytes, head: bytes):
    refused: RefusedFile | None = None
    try:
        inspect(head + content, name="tệp")
    except RefusedFile as error:
        refused = error

    assert refused is None or "“tệp”" in refused.vi
