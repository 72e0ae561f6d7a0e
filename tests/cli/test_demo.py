"""`parindex demo` in a folder that is thrown away."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.commands import Said, parindex

LOADED = (
    "Đã nạp dữ liệu minh họa: 171 cơ quan, 91 kết quả công bố,\n"
    "kỳ đánh giá 2017 của Vĩnh Phúc và kế hoạch 5264/KH-UBND (bản tóm lược).\n"
)
THERE = "Dữ liệu minh họa đã có sẵn, giữ nguyên.\n"


def said(text: str, home: Path) -> Said:
    """What the command prints: what it did, and how to sign in."""
    password = (home / "mat-khau-mau").read_text(encoding="ascii")
    people = f"22 tài khoản mẫu, như dieu-phoi@mau.example, chung mật khẩu: {password}\n"
    return Said(code=0, out=text + people, errors="")


def counts(home: Path) -> list[int]:
    tables = ("agency", "assessmentround", "roundfact", "plan", "task", "loss", "publishedresult", "logentry")
    with sqlite3.connect(home / "parindex.sqlite3") as database:
        return [database.execute(f"SELECT count(*) FROM records_{table}").fetchone()[0] for table in tables]


def test_the_demonstration_is_loaded_once_and_found_there_the_second_time(tmp_path: Path):
    first, after_first = parindex("demo", "--without-rounds", home=tmp_path), counts(tmp_path)
    second, after_second = parindex("demo", "--without-rounds", home=tmp_path), counts(tmp_path)

    assert (first, second) == (said(LOADED, tmp_path), said(THERE, tmp_path))
    assert after_first == after_second == [171, 1, 22, 1, 24, 16, 91, 8]


def test_all_state_lies_in_the_home_and_its_key_is_the_owners_alone(tmp_path: Path):
    home = tmp_path / "new" / "home"
    home.mkdir(parents=True)

    parindex("demo", "--without-rounds", home=home)

    kept = {path.name for path in home.iterdir()} - {"parindex.sqlite3-wal", "parindex.sqlite3-shm"}
    assert kept == {"parindex.sqlite3", "secret-key", "mat-khau-mau"}
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
    secrets = [home / "secret-key", home / "mat-khau-mau"]
    assert [oct(path.stat().st_mode & 0o777) for path in secrets] == ["0o600", "0o600"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_vietnamese_is_printed_whole_on_a_terminal_that_says_it_knows_none(tmp_path: Path, encoding: str):
    loaded = parindex("demo", "--without-rounds", home=tmp_path, PYTHONIOENCODING=encoding)

    assert loaded == said(LOADED, tmp_path)


def test_the_sample_rounds_of_every_level_come_along_unless_they_are_left_out(tmp_path: Path):
    first, after_first = parindex("demo", home=tmp_path), counts(tmp_path)
    second, after_second = parindex("demo", home=tmp_path), counts(tmp_path)

    opened = "Đã mở 6 kỳ chấm điểm mẫu của tỉnh, sở ngành, cấp huyện và cấp xã.\n"
    assert (first, second) == (said(LOADED + opened, tmp_path), said(THERE, tmp_path))
    assert (after_first[1], after_first) == (7, after_second)
