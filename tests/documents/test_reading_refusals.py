"""What cannot be read is refused whole, in one sentence."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from parindex.documents.reading import UnreadableDocument, docx, pdf, pdf_checks, read_plan, source
from tests.documents import sample

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(content: bytes | Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_plan(content, name="tệp")
    assert caught.value.en
    return caught.value.vi


def package(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def picture_pdf() -> bytes:
    """A page that is one big picture, as scanners leave it."""
    from PIL import Image

    file = io.BytesIO()
    Image.new("RGB", (595, 842), "white").save(file, "PDF")
    return file.getvalue()


def test_a_missing_file():
    assert refusal(Path("/nowhere/at/all.md")) == "Không tìm thấy tệp “tệp”."


def test_a_folder(tmp_path: Path):
    assert refusal(tmp_path) == "“tệp” là thư mục, không phải tệp văn bản."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path):
    path = tmp_path / "kín.md"
    path.write_text(sample.markdown())
    path.chmod(0)

    assert refusal(path) == "Không có quyền đọc tệp “tệp”."


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf \n"])
def test_an_empty_file(content: bytes):
    assert refusal(content) == "Tệp “tệp” không có nội dung."


def test_another_document():
    text = "# Cải cách hành chính\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"

    assert refusal(text.encode()) == (
        "“tệp” không phải kế hoạch cải cách hành chính: không thấy bảng nhiệm vụ hay bảng tiêu chí bị trừ điểm."
    )


def test_a_plan_of_another_subject():
    text = "Lịch công tác tuần\n\n" + sample.pipe_table(sample.TASK_HEADER, sample.TASKS[:1])

    assert "không phải kế hoạch cải cách hành chính" in refusal(text.encode())


@pytest.mark.parametrize("encoding", ["cp1258", "utf-16-le"])
def test_another_encoding(encoding: str):
    assert refusal("Kế hoạch cải cách hành chính".encode(encoding, "replace").replace(b"?", b"\xea")) in {
        "Tệp “tệp” không dùng bảng mã Unicode (UTF-8); hãy lưu lại theo UTF-8.",
        "Tệp “tệp” không phải văn bản .docx, .md, .txt hay .pdf.",
    }


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\x03" * 99, b"\x7fELF\x02\x01\x01\x00", b"{\\rtf1\\ansi ke hoach}"]
)
def test_another_kind_of_file(content: bytes):
    assert refusal(content) == "Tệp “tệp” không phải văn bản .docx, .md, .txt hay .pdf."


def test_an_old_word_file():
    assert refusal(OLE + bytes(600)) == (
        "Tệp “tệp” theo định dạng Office cũ (.doc, .xls); hãy lưu lại thành .docx."
    )


def test_a_word_file_with_a_password():
    content = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")

    assert refusal(content) == "Tệp “tệp” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."


@pytest.mark.parametrize("cut", [30, 2_000, 20_000])
def test_a_damaged_word_file(cut: int):
    assert refusal(sample.docx()[:cut]) == "Tệp .docx “tệp” bị hỏng, không đọc được."


def test_a_word_file_with_broken_xml():
    content = package(**{"[Content_Types].xml": b"<Types", "word/document.xml": b"<w:document"})

    assert refusal(content) == "Tệp .docx “tệp” bị hỏng, không đọc được."


def test_a_spreadsheet():
    assert refusal(package(**{"xl/workbook.xml": b"<workbook/>"})) == (
        "Tệp “tệp” không phải văn bản .docx, .md, .txt hay .pdf."
    )


def test_a_word_file_that_would_unpack_to_far_more(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docx, "MAX_XML", 1_000_000)
    content = package(**{"word/document.xml": b" " * 1_000_001})

    assert refusal(content) == "Tệp “tệp” quá lớn (quá 60 MB văn bản)."


def test_a_huge_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(source, "MAX_BYTES", 1_000)
    path = tmp_path / "lớn.md"
    path.write_bytes(b"a" * 1_001)

    assert refusal(path) == "Tệp “tệp” quá lớn (quá 50 MB)."


def test_a_pdf_with_a_password():
    assert refusal(sample.pdf(encrypt="bí mật")) == (
        "Tệp “tệp” được bảo vệ bằng mật khẩu; hãy bỏ mật khẩu rồi gửi lại."
    )


def test_a_scanned_pdf():
    assert refusal(picture_pdf()) == (
        "Tệp “tệp” là bản quét: trang 1 không có lớp chữ; cần bản có chữ hoặc bản đã nhận dạng."
    )


def test_a_pdf_of_too_many_pages(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)

    assert refusal(sample.pdf(height=260)) == "Tệp “tệp” quá lớn (quá 1 trang)."


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<<>>"]
)
def test_a_damaged_pdf(content: bytes):
    assert "“tệp”" in refusal(content)


def test_a_pdf_whose_page_unpacks_to_far_more_than_a_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_checks, "MAX_DRAWING", 1_000)

    assert refusal(sample.pdf()) == "Tệp “tệp” quá lớn (quá nhiều nét vẽ trên một trang)."
