"""`parindex occurrences` on the plan that the demonstration carries."""

import json
from pathlib import Path
from typing import Any

import pytest

from parindex.cli import main
from parindex.frameworks.known import DATA
from tests.cli.commands import parindex

SUMMARY = DATA / "vinh-phuc" / "ke-hoach-5264-tom-luoc.md"


def told(capsys: Any, *arguments: str) -> list[dict[str, Any]]:
    assert main(["occurrences", str(SUMMARY), "--json", *arguments]) == 0
    dues: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return dues


def test_each_date_names_task_lead_day_and_period(capsys):
    assert told(capsys, "--from", "2018-07-01", "--to", "2018-08-30") == [
        {
            "task": "24",
            "agency_level": level,
            "due_date": "2018-07-31",
            "period": "2018-07",
            "passed_on_issue": False,
        }
        for level in ("district", "commune")
    ]


def test_a_date_that_had_passed_when_the_plan_was_issued_is_shown_as_such(capsys):
    passed = [due for due in told(capsys) if due["passed_on_issue"]]

    assert [(due["task"], due["due_date"]) for due in passed] == [
        (task, "2018-06-30") for task in ("7", "11", "23")
    ]


def test_what_recurs_comes_every_year_until_the_plan_ends(capsys):
    assert [due["due_date"] for due in told(capsys) if due["task"] == "6"] == [
        f"{year}-12-31" for year in (2018, 2019, 2020)
    ]


def test_people_are_told_what_has_no_date(capsys):
    main(["occurrences", str(SUMMARY), "--from", "2018-07-01", "--to", "2018-07-31"])

    assert capsys.readouterr().out.splitlines()[3:] == [
        " 31/7/2018  2018-07    NV 24    Cấp huyện",
        " 31/7/2018  2018-07    NV 24    Cấp xã",
        "Không có ngày: NV 12 (Theo chỉ đạo của Chính phủ)",
    ]


def test_a_stored_plan_is_found_by_its_number_and_another_is_refused_with_one_sentence(tmp_path: Path):
    parindex("demo", "--without-rounds", home=tmp_path)

    stored = parindex("occurrences", "5264/KH-UBND", "--json", home=tmp_path)
    read = parindex("occurrences", str(SUMMARY), "--json", home=tmp_path)
    unknown = parindex("occurrences", "99/KH-UBND", home=tmp_path)

    assert (stored.code, stored.out) == (0, read.out)
    assert (unknown.code, unknown.errors) == (
        2,
        "Không có tệp và cũng không có kế hoạch đã lưu nào mang số “99/KH-UBND”.\n",
    )


def test_a_day_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["occurrences", str(SUMMARY), "--from", "31/12/2018"])

    said = capsys.readouterr().err.splitlines()[-1]
    assert (ended.value.code, said) == (
        2,
        "parindex occurrences: error: argument --from: “31/12/2018” is no day; write it like 2018-12-31",
    )
