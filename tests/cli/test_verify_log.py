"""`parindex verify-log`: says that a log is whole, or what was done to which entry."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.commands import parindex


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    parindex("demo", "--without-rounds", home=folder)
    return folder


def test_a_whole_log_is_said_to_be_whole_and_its_end_can_be_noted(home: Path):
    said = json.loads(parindex("verify-log", "--json", home=home).out)

    again = parindex("verify-log", "--head", said["head"], "--lang", "en", home=home)

    assert (said["whole"], said["faults"]) == (True, [])
    assert (again.code, again.out) == (
        0,
        f"The log is whole: {said['entries']} entries. Its end: {said['head']}\n",
    )


def test_an_end_that_was_noted_and_is_no_longer_there_is_a_fault(home: Path):
    said = parindex("verify-log", "--head", f"3:{'0' * 64}", "--lang", "en", home=home)

    assert (said.code, said.out) == (
        1,
        "Entry 3: from here the end of the log does not fit its head (cut off or added to).\n",
    )


def test_a_changed_entry_is_named_and_the_command_fails(home: Path, tmp_path: Path):
    copy = tmp_path / "copy"
    copy.mkdir()
    with (
        sqlite3.connect(home / "parindex.sqlite3") as source,
        sqlite3.connect(copy / "parindex.sqlite3") as target,
    ):
        source.backup(target)
    (copy / "secret-key").write_bytes((home / "secret-key").read_bytes())
    with sqlite3.connect(copy / "parindex.sqlite3") as database:
        database.execute("DROP TRIGGER records_logentry_unchanged")
        database.execute("UPDATE records_logentry SET actor = 'ai đó' WHERE number = 2")

    said = parindex("verify-log", home=copy)

    assert (said.code, said.out) == (1, "Dòng 2: nội dung đã bị thay đổi.\n")
