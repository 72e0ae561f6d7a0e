"""The commands that read files, on the demonstration's document, as other programs call them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.services.demonstration.loading import PLAN_DOCUMENT
from tests.cli.commands import parindex


def test_reading_the_plan_gives_24_tasks_and_16_losses_of_12_45_points(tmp_path: Path):
    said = parindex("read", str(PLAN_DOCUMENT), "--json", home=tmp_path)

    data = json.loads(said.out)
    assert (said.code, said.errors) == (0, "")
    assert list(data) == [
        "document",
        "results",
        "targets",
        "area_leads",
        "duties",
        "tasks",
        "losses",
        "remarks",
    ]
    assert (data["document"]["number"], data["document"]["issued_date"]) == ("5264/KH-UBND", "2018-07-18")
    assert (len(data["tasks"]), len(data["losses"])) == (24, 16)
    assert sum(Decimal(loss["lost"]) for loss in data["losses"]) == Decimal("12.45")


def test_findings_come_in_the_order_of_points_at_stake(tmp_path: Path):
    said = parindex("findings", str(PLAN_DOCUMENT), "--json", home=tmp_path)

    points = [Decimal(group["points"]) for group in json.loads(said.out)]
    assert (said.code, said.errors, points[0]) == (0, "", Decimal("7.26"))
    assert points == sorted(points, reverse=True)


def test_the_facts_of_2017_score_80_29_of_which_nothing_differs_from_what_was_announced(tmp_path: Path):
    said = parindex("score", "--json", home=tmp_path)

    data = json.loads(said.out)
    sums = {name: (data[name]["earned"], data[name]["lost"]) for name in ("total", "direct", "survey")}
    assert (said.code, said.errors, data["differences"]) == (0, "", [])
    assert sums == {"total": ("80.29", "19.71"), "direct": ("53.05", "12.45"), "survey": ("27.24", "7.26")}


@pytest.mark.parametrize("command", ["read", "findings"])
def test_a_file_that_is_not_there_is_one_sentence_and_code_2(tmp_path: Path, command: str):
    said = parindex(command, "khong-co.md", "--json", home=tmp_path)

    assert (said.code, said.out, said.errors) == (2, "", "Không tìm thấy tệp “khong-co.md”.\n")


@pytest.mark.parametrize("command", ["read", "findings"])
def test_what_is_no_plan_is_one_sentence_and_code_2(tmp_path: Path, command: str):
    (tmp_path / "thuc-don.txt").write_text("Danh sách món ăn của căng tin", encoding="utf-8")

    said = parindex(command, "thuc-don.txt", home=tmp_path)

    assert (said.code, said.out) == (2, "")
    assert said.errors == (
        "“thuc-don.txt” không phải kế hoạch cải cách hành chính: không thấy bảng nhiệm vụ hay bảng tiêu chí bị trừ "
        "điểm.\n"
    )


def test_reading_needs_no_home_and_makes_none(tmp_path: Path):
    parindex("read", str(PLAN_DOCUMENT), home=tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["lam-gi-do"], ["read"]])
def test_a_command_that_was_not_understood_is_code_2_with_how_to_use_it(tmp_path: Path, arguments: list[str]):
    said = parindex(*arguments, home=tmp_path)

    assert (said.code, said.out, said.errors.split()[0]) == (2, "", "usage:")
