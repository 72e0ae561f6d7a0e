"""A home from before there were accounts goes on: its year, facts, plan and log are all there, and the log is whole."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import environment, parindex

_FIRST_TABLES = (
    "import os, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'parindex.config.settings'; django.setup(); "
    "from django.core.management import call_command; call_command('migrate', 'records', '0001', verbosity=0)"
)
_ROUND = "INSERT INTO records_assessmentround VALUES (1, 2017, 'Tỉnh Vĩnh Phúc', '2948-2017', 1)"
_AGENCY = (
    "INSERT INTO records_agency (id, code, name, short, level, aliases, certainty, note, position) "
    "VALUES (1, '26', 'Tỉnh Vĩnh Phúc', '', 'province', '[]', 'register', '', 0)"
)
_FACT = (
    "INSERT INTO records_roundfact (round_id, code, kind, value, applicable, document, place, url, certainty, note, "
    "position) VALUES (1, 'unfinished_government_tasks', 'count', '5', 1, 'Kế hoạch 5264', '', '', 'plan', '', 0)"
)
_ENTRY = (
    "INSERT INTO records_logentry (at, actor, deed, subject, detail) "
    "VALUES ('2026-11-23 08:00:00', '', 'open_round', ?, '{}')"
)


@pytest.fixture
def earlier_home(tmp_path: Path) -> Path:
    """A home with the first release's tables: one agency, one year with a fact, two entries in the log."""
    variables = {**os.environ, **environment(tmp_path)}
    subprocess.run([sys.executable, "-c", _FIRST_TABLES], cwd=tmp_path, env=variables, check=True)
    with sqlite3.connect(tmp_path / "parindex.sqlite3") as database:
        for statement in (_AGENCY, _ROUND, _FACT):
            database.execute(statement)
        database.executemany(_ENTRY, [("Tỉnh Vĩnh Phúc 2017",), ("5264/KH-UBND",)])
    return tmp_path


def rows(home: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(home / "parindex.sqlite3") as database:
        return database.execute(query).fetchall()


def test_its_year_has_a_unit_a_whole_framework_and_its_facts_and_its_log_is_a_sealed_chain(
    earlier_home: Path,
):
    verified = json.loads(parindex("verify-log", "--json", home=earlier_home).out)

    assert (verified["whole"], verified["entries"]) == (True, 2)
    assert rows(earlier_home, "SELECT name, agency_id, round_id FROM records_roundunit") == [
        ("Tỉnh Vĩnh Phúc", 1, 1)
    ]
    assert rows(earlier_home, "SELECT unit_id, value FROM records_roundfact") == [(1, "5")]
    ((code, data),) = rows(earlier_home, "SELECT code, data FROM records_frameworkversion")
    assert (code, len(json.loads(str(data))["criteria"]) > 20) == ("2948-2017", True)


def test_what_a_log_said_before_is_guarded_from_then_on(earlier_home: Path):
    parindex("verify-log", home=earlier_home)
    with sqlite3.connect(earlier_home / "parindex.sqlite3") as database:
        database.execute("DROP TRIGGER records_logentry_unchanged")
        database.execute("UPDATE records_logentry SET subject = 'khác' WHERE number = 1")

    said = parindex("verify-log", home=earlier_home)

    assert (said.code, said.out) == (1, "Dòng 1: nội dung đã bị thay đổi.\n")
