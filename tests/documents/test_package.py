"""The evidence package: numbered, listed, proved and the same every time."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from parindex.documents.writing.package import Manifest, PackageError, PackageFile, write_package

TITLE = "Tài liệu kiểm chứng năm 2017"


def file(number: str, name: str, content: bytes = b"", *, title: str = "Báo cáo") -> PackageFile:
    content = content or f"{number} {name}".encode()
    return PackageFile(
        number=number,
        criterion=number.partition("-")[0],
        criterion_title="Chế độ báo cáo",
        title=title,
        document_number="12/BC-UBND",
        issued_date=date(2017, 4, 5),
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        open=lambda: io.BytesIO(content),
    )


def packed(*files: PackageFile) -> tuple[zipfile.ZipFile, Manifest]:
    target = io.BytesIO()
    manifest = write_package(target, title=TITLE, files=files)
    return zipfile.ZipFile(target), manifest


def test_files_lie_by_area_under_their_numbers_with_the_lists_at_the_end():
    archive, _ = packed(
        file("3.2.10-01", "Công bố.pdf"),
        file("1.2-102", "Quý II.pdf"),
        file("3.2.2-01", "Niêm yết.docx"),
        file("1.2-99", "Quý I.pdf"),
    )

    assert archive.namelist() == [
        "Lĩnh vực 1/1.2-99 Quý I.pdf",
        "Lĩnh vực 1/1.2-102 Quý II.pdf",
        "Lĩnh vực 3/3.2.2-01 Niêm yết.docx",
        "Lĩnh vực 3/3.2.10-01 Công bố.pdf",
        *("muc-luc.csv", "manifest.json", "SHA256SUMS"),
    ]
    assert archive.read("Lĩnh vực 1/1.2-102 Quý II.pdf") == "1.2-102 Quý II.pdf".encode()
    assert archive.testzip() is None


def test_the_table_of_contents_opens_in_excel_with_one_row_for_each_number():
    archive, _ = packed(file("1.2-01", "Quý I.pdf", b"abc", title='Báo cáo "quý I", bản ký'))

    content = archive.read("muc-luc.csv")

    assert content.startswith("\ufeff".encode())
    assert list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")))) == [
        {
            "STT": "1",
            "Số tài liệu": "1.2-01",
            "Tiêu chí": "1.2",
            "Tên tiêu chí": "Chế độ báo cáo",
            "Tên tài liệu": 'Báo cáo "quý I", bản ký',
            "Số, ký hiệu": "12/BC-UBND",
            "Ngày ban hành": "5/4/2017",
            "Tệp": "Lĩnh vực 1/1.2-01 Quý I.pdf",
            "Kích thước (byte)": "3",
            "SHA-256": hashlib.sha256(b"abc").hexdigest(),
        }
    ]


@pytest.mark.parametrize("title", ["=cmd|'/C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_title_that_a_spreadsheet_would_run_stays_text(title: str):
    archive, _ = packed(file("1.2-01", "a.pdf", title=title))

    (row,) = csv.DictReader(io.StringIO(archive.read("muc-luc.csv").decode("utf-8-sig"), newline=""))

    assert row["Tên tài liệu"] == f"'{title}"


def test_a_document_of_several_criteria_is_stored_once_and_listed_for_each():
    archive, manifest = packed(
        file("3.1.1-01", "Quyết định.pdf", b"same"),
        file("1.2-01", "Báo cáo.pdf", b"same"),
        file("1.2-02", "Khác.pdf", b"other"),
    )

    assert archive.namelist()[:-3] == ["Lĩnh vực 1/1.2-01 Báo cáo.pdf", "Lĩnh vực 1/1.2-02 Khác.pdf"]
    assert [(entry.number, entry.path) for entry in manifest.entries] == [
        ("1.2-01", "Lĩnh vực 1/1.2-01 Báo cáo.pdf"),
        ("1.2-02", "Lĩnh vực 1/1.2-02 Khác.pdf"),
        ("3.1.1-01", "Lĩnh vực 1/1.2-01 Báo cáo.pdf"),
    ]
    assert dict(manifest.sizes) == {
        "Lĩnh vực 1/1.2-01 Báo cáo.pdf": 4,
        "Lĩnh vực 1/1.2-02 Khác.pdf": 5,
    }


def test_the_manifest_says_to_programs_what_the_table_says_to_people():
    archive, _ = packed(replace(file("1.2-01", "a.pdf", b"abc"), issued_date=None, document_number=""))

    assert json.loads(archive.read("manifest.json")) == {
        "format": 1,
        "title": TITLE,
        "files": [
            {
                "number": "1.2-01",
                "criterion": "1.2",
                "criterion_title": "Chế độ báo cáo",
                "title": "Báo cáo",
                "document_number": "",
                "issued_date": None,
                "path": "Lĩnh vực 1/1.2-01 a.pdf",
                "size": 3,
                "sha256": hashlib.sha256(b"abc").hexdigest(),
            }
        ],
    }


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this machine")
def test_the_check_sums_satisfy_sha256sum(tmp_path: Path):
    archive, _ = packed(file("1.2-01", "Quý I.pdf"), file("1.2-02", "Quý II.pdf"))
    archive.extractall(tmp_path)

    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False
    )

    assert (checked.returncode, checked.stdout.count(b": OK")) == (0, 4)


def test_the_same_evidence_gives_the_same_bytes_in_any_order_and_for_any_target(tmp_path: Path):
    files = [file("1.2-01", "a.pdf"), file("1.2-02", "b.pdf"), file("3.1-01", "c.pdf", b"x" * 99_999)]
    first = io.BytesIO(b"")
    path = tmp_path / "tap.zip"

    write_package(first, title=TITLE, files=files)
    with path.open("wb") as second, subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=second) as pipe:
        assert pipe.stdin is not None
        write_package(cast("BinaryIO", pipe.stdin), title=TITLE, files=reversed(files))
        pipe.stdin.close()

    assert path.read_bytes() == first.getvalue()


def test_names_are_safe_on_windows_and_lead_nowhere_else():
    archive, _ = packed(
        replace(file("1.2-01", "../../x.pdf"), criterion="../1"),
        file("1.2-02", 'C:\\a\\b "1": *?.pdf'),
        replace(file("1.2-03", "/etc/passwd"), number="/../1.2-03"),
    )

    assert archive.namelist()[:3] == [
        "Lĩnh vực/1.2-01 x.pdf",
        "Lĩnh vực 1/1.2-03 passwd",
        "Lĩnh vực 1/1.2-02 b _1__ __.pdf",
    ]


def test_two_files_of_one_name_both_find_a_place():
    archive, _ = packed(
        file("1.2-01", "Báo cáo.pdf", b"1"),
        file("1.2-01", "BÁO CÁO.PDF", b"2"),
        file("1.2-01", "báo cáo.pdf", b"3"),
    )

    assert archive.namelist()[:3] == [
        "Lĩnh vực 1/1.2-01 BÁO CÁO.PDF",
        "Lĩnh vực 1/1.2-01 Báo cáo (2).pdf",
        "Lĩnh vực 1/1.2-01 báo cáo (3).pdf",
    ]


def missing() -> BinaryIO:
    raise FileNotFoundError


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (lambda: io.BytesIO(b"changed"), "Tệp “b.pdf” (số 1.2-02) không còn đúng như khi nộp;"),
        (missing, "Không tìm thấy tệp “b.pdf” (số 1.2-02);"),
    ],
)
def test_a_file_that_is_missing_or_was_changed_is_named_and_no_archive_comes_of_it(
    source: Callable[[], BinaryIO], said: str
):
    target = io.BytesIO()
    files = [file("1.2-01", "a.pdf"), replace(file("1.2-02", "b.pdf"), open=source)]

    with pytest.raises(PackageError) as caught:
        write_package(target, title=TITLE, files=files)

    assert caught.value.vi == f"{said} hãy tải lại tệp này rồi tạo lại gói tài liệu kiểm chứng."
    assert caught.value.en
    assert not zipfile.is_zipfile(target)


def test_a_package_without_files_holds_its_lists_only():
    archive, manifest = packed()

    assert archive.namelist() == ["muc-luc.csv", "manifest.json", "SHA256SUMS"]
    assert manifest == Manifest(title=TITLE, entries=())


def large_file(path: Path, content: bytes) -> PackageFile:
    path.write_bytes(content)
    return replace(file(f"1.2-{path.name}", "a.pdf", content), open=lambda: path.open("rb"))


def test_a_large_package_passes_through_without_being_held_in_memory(tmp_path: Path):
    files = [large_file(tmp_path / str(number), bytes([number]) * 20_000_000) for number in range(4)]

    tracemalloc.start()
    with (tmp_path / "tap.zip").open("wb") as target:
        write_package(target, title=TITLE, files=files)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 10_000_000
