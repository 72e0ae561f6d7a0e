"""`parindex read`: for people, for programs, and for files that are no plans."""

import json
from pathlib import Path

import pytest

from parindex.cli import main
from parindex.documents.reading import plan_as_data, read_plan
from tests.documents import sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.md"
    path.write_text(sample.markdown(), encoding="utf-8")
    return path


def test_json_is_the_plan_as_data(path: Path, capsys: pytest.CaptureFixture[str]):
    code = main(["read", str(path), "--json"])

    data = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {**data, "remarks": []} == {**plan_as_data(read_plan(path, name="")), "remarks": []}


@pytest.mark.parametrize("columns", [60, 100, 140])
def test_text_fits_the_terminal_and_ends_the_register_with_its_sums(
    path: Path, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", str(columns))

    code = main(["read", str(path)])

    lines = capsys.readouterr().out.splitlines()
    sums = next(line for line in lines if "Cộng" in line)
    assert code == 0
    assert max(map(len, lines)) <= columns
    assert sums.split() == ["Cộng", "3,00", "1,25", "1,75"]


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01", "Không phải kế hoạch".encode()])
def test_a_file_that_is_no_plan_costs_one_sentence_and_code_2(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "tệp"
    if content is not None:
        path.write_bytes(content)

    code = main(["read", str(path)])

    printed = capsys.readouterr()
    assert (code, printed.out) == (2, "")
    assert printed.err.count("\n") == 1
    assert printed.err.endswith(".\n")


def test_reading_text_loads_neither_the_word_nor_the_pdf_library(path: Path):
    import subprocess
    import sys

    program = (
        "import sys; from parindex.cli import main; main(sys.argv[1:]);"
        "print({'docx', 'pdfplumber', 'django'} & set(sys.modules), file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, "read", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stderr == "set()\n"
