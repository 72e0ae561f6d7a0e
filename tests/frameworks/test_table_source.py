"""Tables as spreadsheets write them, and what is refused before any cell is looked at."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parindex.frameworks.problems import InvalidData
from parindex.frameworks.table_source import Row, read_table, several
from tests.documents.resaved import saved

COLUMNS = ("code", "name")


def refused(path: Path) -> list[str]:
    with pytest.raises(InvalidData) as caught:
        read_table(path, COLUMNS)
    return [f"{problem.line}: {problem.said.en}" for problem in caught.value.problems]


def written(folder: Path, content: str) -> Path:
    path = folder / "table.csv"
    path.write_bytes(content.encode())
    return path


@pytest.mark.parametrize(
    "content",
    [
        "code,name\n01,a\n",
        "\ufeffcode;name\r\n01;a\r\n;\r\n",
        "name, code\n a ,01",
        '"code","name"\n"01","a"\n',
    ],
)
def test_cells_are_text_whatever_the_spreadsheet_puts_around_them(tmp_path: Path, content: str):
    assert read_table(written(tmp_path, content), COLUMNS) == (
        Row(line=2, cells={"code": "01", "name": "a"}),
    )


def test_a_row_knows_the_line_it_starts_on(tmp_path: Path):
    path = written(tmp_path, 'code,name\n01,"two\nlines"\n\n02,b\n')

    assert [(row.line, row.cells["name"]) for row in read_table(path, COLUMNS)] == [
        (2, "two\nlines"),
        (5, "b"),
    ]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("", ["1: the file is empty"]),
        ("code\n01\n", ["1: the column “name” is missing"]),
        ("code,name,extra\n", ["1: the column “extra” is not known here"]),
        ("code,name,name\n", ["1: the column “name” is there twice"]),
        ("code,name\n01\n02,b,c\n", ["2: the row has 1 cells, the header 2 columns",
                                     "3: the row has 3 cells, the header 2 columns"]),
        ('code,name\n01,a\n02,"b\n03,c\n', ["3: this is not CSV: unexpected end of data"]),
    ],
)  # fmt: skip
def test_what_is_no_such_table_is_refused_with_its_lines(tmp_path: Path, content: str, problems: list[str]):
    assert refused(written(tmp_path, content)) == problems


def test_another_encoding_is_refused_with_its_line_and_a_way_out(tmp_path: Path):
    path = tmp_path / "table.csv"
    path.write_bytes("code,name\n01,Sở\n".encode("cp1258", errors="replace") + b"\xff")

    assert refused(path) == ["3: the file is not UTF-8 text (in Excel: save as “CSV UTF-8”)"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    assert refused(tmp_path / "none.csv") == ["1: the file cannot be read (No such file or directory)"]


def test_a_workbook_is_the_same_table_its_days_as_in_csv_and_its_numbers_as_they_look(tmp_path: Path):
    path = tmp_path / "table.XLSX"
    rows: list[list[Any]] = [
        [],
        ["code", "name", "", ""],
        [" 01 ", date(2018, 7, 18)],
        ["", ""],
        [7, 1.5],
        ["x"],
        ["y", "z", "w"],
    ]
    path.write_bytes(saved({"Trang 1": rows[:-1], "Trang 2": rows}))

    assert [(row.line, *row.cells.values()) for row in read_table(path, COLUMNS)] == [
        (3, "01", "2018-07-18"),
        (5, "7", "1.5"),
        (6, "x", ""),
    ]
    path.write_bytes(saved({"Trang 1": rows}))
    assert refused(path) == ["7: the row has 3 cells, the header 2 columns"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"code,name", "the file is no .xlsx workbook that can be read"),
        (saved({"Trang 1": []}), "the file is empty"),
    ],
)
def test_a_workbook_without_a_table_is_refused(tmp_path: Path, content: bytes, problem: str):
    path = tmp_path / "table.xlsx"
    path.write_bytes(content)

    assert refused(path) == [f"1: {problem}"]


def test_several_texts_of_a_cell_are_parted_by_bars():
    assert several("Sở TT&TT | Sở TTTT|") == ("Sở TT&TT", "Sở TTTT")
