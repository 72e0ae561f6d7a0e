"""Names of files: safe on every system, still readable in Vietnamese, and handed out as downloads only."""

import unicodedata
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.documents.files import download_headers, safe_name
from parindex.documents.files.names import MAX_CHARACTERS, extension_of


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Báo cáo số 12.pdf", "Báo cáo số 12.pdf"),
        (unicodedata.normalize("NFD", "Quyết định.docx"), "Quyết định.docx"),
        ("C:\\Users\\Lan\\Tài liệu\\QĐ 2948.pdf", "QĐ 2948.pdf"),
        ("../../etc/passwd", "passwd"),
        ("hồ sơ\u202efdp.exe", "hồ sơfdp.exe"),
        ("a\u200bb\x00c\r\n d.txt", "abc d.txt"),
        ('giá <5> "tốt"? *|:.xlsx', "giá _5_ _tốt__ ___.xlsx"),
        ("CON.pdf", "_CON.pdf"),
        ("com1", "_com1"),
        ("lpt9 .tar.gz", "_lpt9 .tar.gz"),
        ("conbo.pdf", "conbo.pdf"),
        ("..ẩn.pdf. . ", "ẩn.pdf"),
        ("báo cáo .pdf", "báo cáo.pdf"),
        (" / ", "tep"),
        ("", "tep"),
        ("...", "tep"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_is_dangerous(name: str, safe: str):
    assert safe_name(name) == safe


def test_a_long_name_is_cut_before_its_ending():
    assert safe_name("a" * 300 + ".docx") == "a" * 115 + ".docx"


def test_a_long_vietnamese_name_fits_the_bytes_of_a_file_system():
    assert safe_name("ệ" * 300 + ".pdf") == "ệ" * 78 + ".pdf"


@given(name=st.text(max_size=400))
def test_a_safe_name_stays_as_it_is_and_keeps_every_promise(name: str):
    safe = safe_name(name)

    assert safe == safe_name(safe) == unicodedata.normalize("NFC", safe)
    assert 0 < len(safe) <= MAX_CHARACTERS
    assert len(safe.encode()) <= 240
    assert [char for char in safe if char in '/\\<>:"|?*' or unicodedata.category(char)[0] == "C"] == []
    assert safe.strip(" .") == safe


@given(stem=st.text("aăêđ ộ.", min_size=1, max_size=200), ending=st.sampled_from([".pdf", ".DOCX", ".7z"]))
def test_a_safe_name_keeps_its_ending(stem: str, ending: str):
    safe = safe_name(f"x{stem}{ending}")

    assert extension_of(safe) == ending


def test_a_file_is_handed_out_as_a_download_that_no_browser_runs():
    assert download_headers("Quyết định “2948”; 100%.pdf", "application/pdf") == {
        "Content-Type": "application/pdf",
        "Content-Disposition": (
            'attachment; filename="Quyet dinh _2948_; 100_.pdf"; '
            "filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%E2%80%9C2948%E2%80%9D%3B%20100%25.pdf"
        ),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }


@given(name=st.text(max_size=200))
def test_headers_are_one_line_of_ascii_from_which_the_name_comes_back(name: str):
    header = download_headers(name, "text/plain")["Content-Disposition"]

    start, plain, after = header.split('"')
    assert header.isascii()
    assert header.isprintable()
    assert start == "attachment; filename="
    assert "%" not in plain
    assert unquote(after.removeprefix("; filename*=UTF-8''")) == safe_name(name)
