"""`parindex agencies`: a province's own table, seen first and then stored; from nothing to the first invitation."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.commands import Said, parindex
from tests.documents.resaved import saved

HEADER = "code,level,parent,name,short,aliases,valid_from,valid_to,successors,certainty,note"
ROWS = (
    "01,province,,Tỉnh mẫu,,UBND tỉnh,,,,sample,",
    "01-so-noi-vu,department,01,Sở Nội vụ,SNV,,,,,sample,",
    "00004,commune,01,UBND xã mẫu,,,,,,sample,",
)
NEW = "  01  Tỉnh mẫu\n  01-so-noi-vu  Sở Nội vụ\n  00004  UBND xã mẫu\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path, *ROWS)


def written(folder: Path, *rows: str) -> Path:
    path = folder / "co-quan.csv"
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    return path


def log_of(home: Path) -> list[tuple[str, str, str]]:
    with sqlite3.connect(home / "parindex.sqlite3") as database:
        entries = database.execute("SELECT deed, actor, subject FROM records_logentry ORDER BY number")
        return [entry for entry in entries.fetchall() if entry[0] == "store_agencies"]


def test_a_table_is_shown_first_stored_on_demand_and_only_once(tmp_path: Path, table: Path):
    seen = parindex("agencies", table.name, home=tmp_path)
    nothing = log_of(tmp_path)
    stored = parindex("agencies", table.name, "--apply", home=tmp_path)
    again = parindex("agencies", table.name, "--apply", home=tmp_path)

    said = "3 cơ quan mới, chưa lưu (thêm --apply để lưu); 0 cơ quan đã có.\n"
    assert seen == Said(code=0, out=said + NEW, errors="")
    assert stored == Said(code=0, out=f"3 cơ quan mới, đã lưu; 0 cơ quan đã có.\n{NEW}", errors="")
    assert again == Said(code=0, out="Không có cơ quan mới; 3 cơ quan đã có.\n", errors="")
    assert (nothing, log_of(tmp_path)) == ([], [("store_agencies", "parindex", "co-quan.csv")])


def test_what_is_there_already_stays_and_is_named_where_the_table_tells_it_otherwise(
    tmp_path: Path, table: Path
):
    parindex("agencies", table.name, "--apply", home=tmp_path)
    more = "01-so-tu-phap,department,01,Sở Tư pháp,,,,,,sample,"
    written(tmp_path, ROWS[0], ROWS[1].replace("SNV", "Sở NV"), more)

    said = parindex("agencies", table.name, "--apply", "--json", home=tmp_path)

    office = {"code": "01-so-noi-vu", "name": "Sở Nội vụ"}
    assert json.loads(said.out) == {
        "added": [{"code": "01-so-tu-phap", "name": "Sở Tư pháp"}],
        "there": [{"code": "01", "name": "Tỉnh mẫu"}, office],
        "differing": [office],
        "applied": True,
    }


def test_a_workbook_is_read_as_the_same_table(tmp_path: Path):
    rows = [line.split(",") for line in (HEADER, *ROWS)]
    (tmp_path / "co-quan.xlsx").write_bytes(saved({"Cơ quan": rows}))

    said = parindex("agencies", "co-quan.xlsx", home=tmp_path)

    assert said.out == f"3 cơ quan mới, chưa lưu (thêm --apply để lưu); 0 cơ quan đã có.\n{NEW}"


def test_a_bad_row_is_named_with_its_line_in_both_languages_and_nothing_is_stored(
    tmp_path: Path, table: Path
):
    written(tmp_path, *ROWS[:2], ROWS[2].replace("00004", "4"))

    said = parindex("agencies", table.name, "--apply", home=tmp_path)
    invited = parindex("invite", "a@tinh.example", "--name", "A", "--agency", "01", home=tmp_path)

    problem = "mã “4” phải có 5 chữ số / the code “4” needs 5 digits"
    assert said == Said(code=2, out="", errors=f"co-quan.csv:4: {problem}\n")
    assert (invited.code, log_of(tmp_path)) == (2, [])


def test_after_its_agencies_are_stored_a_fresh_home_invites_its_first_administrator(
    tmp_path: Path, table: Path
):
    parindex("agencies", table.name, "--apply", home=tmp_path)

    said = parindex(
        "invite", "a@tinh.example", "--name", "Trần Thị Bình", "--agency", "01-so-noi-vu", home=tmp_path
    )

    first = said.out.splitlines()[0]
    assert (said.code, first) == (0, "Trần Thị Bình, Sở Nội vụ: liên kết dùng một lần, trong 7 ngày:")
