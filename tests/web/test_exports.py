"""Every list as a spreadsheet: the rows of the page, codes as text, points as numbers, dates as dates."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from parindex.domain.plans import Task
from parindex.services.actor import SYSTEM
from parindex.services.improvement.storing_plans import Source, store_plan
from tests.plan_5264 import LOSSES, PLAN
from tests.web.addresses import address
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.usefixtures("demonstration")

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sheet(client: Client, name: str, question: str = "") -> Sheet:
    return Sheet.of(client.get(f"{address(name)}?{question}&xuat=xlsx"))


def points(text: str) -> Decimal:
    return Decimal(text.replace("−", "").replace(",", "."))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("criteria", "bo-tieu-chi.xlsx"),
        ("losses", "so-tru-diem.xlsx"),
        ("plans", "nhiem-vu.xlsx"),
        ("agencies", "co-quan.xlsx"),
    ],
)
def test_a_list_is_saved_under_its_name(client: Client, name: str, file: str):
    headers = client.get(f"{address(name)}?xuat=xlsx").headers

    assert (headers["Content-Type"], headers["Content-Disposition"]) == (
        KIND,
        f'attachment; filename="{file}"',
    )


@pytest.mark.parametrize("name", ["criteria", "losses", "plans", "agencies"])
def test_the_page_offers_the_spreadsheet_under_the_filters_that_are_set(client: Client, name: str):
    path = address("plan" if name == "plans" else name)

    page = Page.of(client.get(f"{address(name)}?q=so&sap=criterion"))

    assert [link for link in page.links if "xuat" in link] == [f"{path}?q=so&sap=criterion&xuat=xlsx"]


@pytest.mark.parametrize(
    "question", ["", "co-quan=26-so-noi-vu", "sap=criterion", "co-quan=%3F&nhiem-vu=task"]
)
def test_the_register_has_the_rows_of_the_page(client: Client, question: str):
    page = Page.of(client.get(f"{reverse('losses')}?{question}"))

    found = sheet(client, "losses", question)

    shown = [[points(cell) for cell in row[1:4]] for row in page.rows("//*[@id='register']//table")]
    assert [row[2:5] for row in found.body] == shown


def test_in_the_register_codes_are_text_and_points_are_numbers(client: Client):
    found = sheet(client, "losses", "sap=criterion")

    assert found.column("Tiêu chí") == [*(loss.criterion for loss in LOSSES), ""]
    assert found.column("Bị trừ") == [*(loss.lost for loss in LOSSES), Decimal("7.26")]
    assert found.column("Nhiệm vụ")[:5] == ["", "1", "2", "3", "3"]


@pytest.mark.parametrize(
    "question", ["", "han=passed", "chu-tri=S%E1%BB%9F+N%E1%BB%99i+v%E1%BB%A5", "q=thu+tuc"]
)
def test_the_task_list_has_the_rows_of_the_page(client: Client, question: str):
    page = Page.of(client.get(f"{reverse('plans')}?{question}"))

    found = sheet(client, "plans", question)

    shown = page.rows("//*[@id='task-list']//table")
    assert len(shown) > 0
    assert found.column("NV") == [row[0] for row in shown]
    assert found.column("Nội dung") == [row[1] for row in shown]


def test_in_the_task_list_dates_are_dates(client: Client):
    due = dict(
        zip(sheet(client, "plans").column("NV"), sheet(client, "plans").column("Đến hạn"), strict=True)
    )

    assert (due["24"], due["14"], due["7"], due["11"], due["12"]) == (
        date(2018, 7, 31),
        date(2018, 9, 30),
        date(2019, 6, 30),
        None,
        None,
    )


def test_the_tree_has_its_areas_criteria_and_unlisted_remainders(client: Client):
    found = sheet(client, "criteria")

    areas = {row[0]: row[2] for row in found.body if isinstance(row[0], str) and row[0] in set("12345678")}
    assert areas == {
        code: Decimal(maximum)
        for code, maximum in zip("12345678", ("10", "10", "14.5", "11", "16", "7", "16", "15.5"), strict=True)
    }
    unlisted = [row[2] for row in found.body if row[1] == "Chưa liệt kê"]
    assert sum(points for points in unlisted if isinstance(points, Decimal)) == Decimal(
        "80.00"
    )  # 20 are listed


def test_the_tree_keeps_to_a_search(client: Client):
    assert sheet(client, "criteria", "q=thu+tuc").column("Mã") == [
        *("3", "3.1", "3.1.1", "3.2", "3.2.1", "3.2.2", "3.4"),
    ]


@pytest.mark.parametrize(
    ("question", "count"), [("", 170), ("ngay=2025-07-01", 1), ("q=tam+dao", 2), ("q=khong+co", 0)]
)
def test_the_organisation_has_the_agencies_of_the_day(client: Client, question: str, count: int):
    assert len(sheet(client, "agencies", question).body) == count


def test_codes_of_agencies_stay_text_even_where_they_are_digits(client: Client):
    codes = sheet(client, "agencies").column("Mã")

    assert (codes[0], {type(code) for code in codes}) == ("26", {str})


def test_headings_speak_the_readers_language(client: Client):
    client.cookies["django_language"] = "en"

    found = sheet(client, "losses")

    assert "Bị trừ" not in found.headings
    assert len(found.headings) == 8


def test_a_criterion_7_10_stays_7_10_and_a_formula_stays_words(client: Client):
    task = Task(
        number="1.10", text='=HYPERLINK("https://elsewhere.example")', criteria=("7.10",), lead=("+1",)
    )
    store_plan(actor=SYSTEM, plan=replace(PLAN, tasks=(task,)), source=Source(name="moi.md", sha256="a" * 64))

    found = sheet(client, "plans")

    assert found.body[0][:4] == ["1.10", '=HYPERLINK("https://elsewhere.example")', "7.10", "+1"]
    assert found.formulas == 0
