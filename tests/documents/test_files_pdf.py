"""PDF files that run, start or carry something are refused, however they write it."""

import zlib

import pytest

from parindex.documents.files import RefusedFile, inspect, pdf
from tests.documents import sample

MACROS = "Tệp “tệp.pdf” có macro hoặc mã lệnh; hãy lưu thành bản không có macro hoặc PDF rồi gửi lại."
LAUNCH = "Tệp “tệp.pdf” có lệnh mở chương trình khác; hãy in thành PDF mới rồi gửi lại."
EMBEDDED = "Tệp “tệp.pdf” có tệp khác đính kèm bên trong; hãy bỏ tệp đính kèm hoặc in thành PDF rồi gửi lại."
ENCRYPTED = "Tệp “tệp.pdf” được mã hóa hoặc bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
UNCHECKED = "Không kiểm tra được hết nội dung tệp “tệp.pdf”; hãy in thành PDF mới rồi gửi lại."


def document(*objects: bytes) -> bytes:
    numbered = (b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, start=1))
    return b"%PDF-1.5\n" + b"".join(numbered) + b"trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"


def object_stream(content: bytes, about: bytes = b"/Filter /FlateDecode", *, packed: bool = True) -> bytes:
    data = zlib.compress(content) if packed else content
    return b"<< /Type /ObjStm /N 1 /First 4 %s >>\nstream\n%s\nendstream" % (about, data)


def refusal(content: bytes) -> str:
    with pytest.raises(RefusedFile) as caught:
        inspect(content, name="tệp.pdf")
    assert caught.value.en
    return caught.value.vi


def test_a_pdf_with_object_streams_and_nothing_that_runs_is_taken():
    content = document(b"<< /Type /Catalog >>", object_stream(b"1 0 << /Type /Page >>"))

    assert inspect(content, name="tệp.pdf").extension == ".pdf"


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (b"/S /JavaScript /JS (app.alert(1))", MACROS),
        (b"/S/J#61v#61Script/JS(x)", MACROS),
        (b"/Names << /JavaScript 5 0 R >>", MACROS),
        (b"/S /Launch /F (cmd.exe)", LAUNCH),
        (b"/S/#4caunch/F(cmd.exe)", LAUNCH),
        (b"/Names << /EmbeddedFiles 5 0 R >>", EMBEDDED),
        (b"/Type /EmbeddedFile", EMBEDDED),
        (b"/Subtype /FileAttachment", EMBEDDED),
        (b"/Subtype /RichMedia", EMBEDDED),
    ],
)
def test_what_runs_or_carries_is_found_in_the_open_and_in_object_streams(action: bytes, said: str):
    plain = document(b"<< /OpenAction << %s >> >>" % action)
    packed = document(b"<< >>", object_stream(b"1 0 << %s >>" % action))
    unpacked = document(b"<< >>", object_stream(b"1 0 << %s >>" % action, b"", packed=False))

    assert [refusal(plain), refusal(packed), refusal(unpacked)] == [said] * 3


@pytest.mark.parametrize("harmless", [b"/JavaScripting (x)", b"/LaunchPad 1", b"/EncryptMetadata true"])
def test_names_that_only_begin_alike_are_harmless(harmless: bytes):
    assert inspect(document(b"<< %s >>" % harmless), name="tệp.pdf").extension == ".pdf"


def test_a_pdf_with_a_password_is_refused():
    assert refusal(sample.pdf(encrypt="bí mật")) == ENCRYPTED


@pytest.mark.parametrize(
    "about",
    [
        b"/Filter [/ASCIIHexDecode /FlateDecode]",
        b"/Filter [/FlateDecode /FlateDecode]",
        b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>",
        b"/Filter /LZWDecode",
        b"/Filter 7 0 R",
        b"/F#69lter /ASCII85Decode",
    ],
)
def test_an_object_stream_packed_in_an_unusual_way_is_refused(about: bytes):
    assert refusal(document(b"<< >>", object_stream(b"1 0 << >>", about))) == UNCHECKED


@pytest.mark.parametrize(
    "hidden",
    [
        b"<< /Type 7 0 R >>\nstream\nabc\nendstream",
        b"<< >> % endobj stream\n",
    ],
)
def test_an_object_stream_that_is_not_found_where_it_is_named_is_refused(hidden: bytes):
    assert refusal(document(b"<< >>", hidden, b"/ObjStm")) == UNCHECKED


def test_an_object_stream_that_does_not_call_itself_one_is_looked_into_all_the_same():
    packed = object_stream(b"1 0 << /S /JavaScript >>").replace(b"/Type /ObjStm", b"")

    assert refusal(document(b"<< >>", packed)) == MACROS


def test_a_damaged_object_stream_is_refused():
    whole = object_stream(b"1 0 << /Type /Page >>" * 50)

    assert refusal(document(b"<< >>", whole.replace(b"\nendstream", b"")[:-9])) == UNCHECKED


def test_object_streams_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "_MAX_OBJECTS", 1_000)
    within = document(object_stream(b" " * 600), object_stream(b" " * 400))
    beyond = document(object_stream(b" " * 600), object_stream(b" " * 401))

    assert inspect(within, name="tệp.pdf").extension == ".pdf"
    assert refusal(beyond) == UNCHECKED


@pytest.mark.parametrize("rest", [b"\r\n", b"", b" \x00\x00\n"])
def test_white_space_behind_the_end_is_no_second_file(rest: bytes):
    assert inspect(document(b"<< >>") + rest, name="tệp.pdf").extension == ".pdf"


@pytest.mark.parametrize("rest", [b"<script>1</script>", b"MZ\x90", b"Rar!\x1a\x07\x00"])
def test_anything_else_behind_the_end_is_a_second_file(rest: bytes):
    assert refusal(document(b"<< >>") + rest) == (
        "Tệp “tệp.pdf” có một tệp khác giấu bên trong; hãy mở, lưu thành tệp mới rồi gửi lại."
    )
