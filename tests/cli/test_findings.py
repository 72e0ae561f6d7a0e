"""`parindex findings` on the plan that the demonstration carries."""

import json
from pathlib import Path

import pytest

import parindex.frameworks
from parindex.cli import main

SUMMARY = Path(parindex.frameworks.__file__).parent / "data" / "vinh-phuc" / "ke-hoach-5264-tom-luoc.md"


def test_the_gaps_of_a_document_are_printed_as_json(capsys):
    code = main(["findings", str(SUMMARY), "--json"])

    data = json.loads(capsys.readouterr().out)
    assert (code, [(group["kind"], group["points"], group["count"]) for group in data]) == (
        0,
        [
            ("survey_points_without_row_or_task", "7.26", 4),
            ("losses_without_responsible_agency", "5.00", 7),
            ("responsible_differs_from_lead", "4.75", 5),
            ("losses_without_task", "4.00", 4),
            ("losses_with_area_task_only", "0.20", 1),
            ("deadlines_passed_on_issue", "0.00", 2),
            ("first_dates_passed_on_issue", "0.00", 1),
            ("tasks_without_criterion", "0.00", 8),
            ("tasks_led_by_a_level", "0.00", 3),
        ],
    )


def test_the_gaps_of_a_document_are_printed_in_vietnamese_for_people(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")

    main(["findings", str(SUMMARY)])

    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "KẾ HOẠCH CÒN BỎ SÓT"
    assert lines[4].startswith("  7,26  điểm mất ở khảo sát công chức, lãnh đạo mà không dòng nào") is True
    assert lines[11] == "  5,00  điểm bị trừ ở 7 tiêu chí chưa ghi rõ cơ quan chịu trách nhiệm."


@pytest.mark.parametrize("content", ["", "Đây là thư riêng."])
def test_what_is_no_plan_gets_one_sentence_and_exit_code_2(tmp_path, capsys, content):
    path = tmp_path / "letter.txt"
    path.write_text(content, encoding="utf-8")

    code = main(["findings", str(path)])

    printed = capsys.readouterr()
    assert (code, printed.out, len(printed.err.splitlines())) == (2, "", 1)
