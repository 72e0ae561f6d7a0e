"""Filters and search: with JavaScript only the changing part travels, and it is the same part."""

import pytest
from django.test import Client
from lxml import html

from tests.web.addresses import address
from tests.web.html import Page, words

pytestmark = pytest.mark.usefixtures("demonstration")

ASKED = [
    ("criteria", "?q=thu+tuc"),
    ("criteria", "?q=khong+co+gi"),
    ("losses", "?co-quan=26-so-noi-vu"),
    ("losses", "?nhiem-vu=none&sap=criterion"),
    ("losses", "?linh-vuc=7&sap=agency&co-quan="),
    ("plans", "?chu-tri=S%E1%BB%9F+N%E1%BB%99i+v%E1%BB%A5"),
    ("plans", "?tieu-chi=7.2&q=dich+vu"),
    ("plan", "?han=passed"),
    ("plan", "?sap=points&q="),
    ("agencies", "?q=tam+dao"),
    ("agencies", "?ngay=2025-07-01"),
]
HTMX = {"HX-Request": "true"}


def region(page: Page) -> str:
    """The id of the part of a page that its form says it changes."""
    (target,) = {*page.all("//form/@hx-target | //form//input/@hx-target")}
    return str(target).removeprefix("#")


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_the_part_is_what_the_whole_page_shows_in_its_place(client: Client, name: str, question: str):
    path = address(name) + question
    whole = Page.of(client.get(path))
    (shown,) = whole.all(f"//*[@id='{region(whole)}']")

    part = client.get(path, headers=HTMX).content.decode()

    inside = shown.text + "".join(html.tostring(child, encoding="unicode") for child in shown)
    assert words(html.tostring(html.fromstring(f"<div>{part}</div>"), encoding="unicode")) == words(
        f"<div>{inside}</div>"
    )


@pytest.mark.parametrize(("name", "question"), ASKED)
def test_a_page_that_the_browser_goes_back_to_is_whole(client: Client, name: str, question: str):
    path = address(name) + question

    restored = client.get(path, headers={**HTMX, "HX-History-Restore-Request": "true"})

    assert Page.of(restored).all("/html/@lang") == ["vi"]


@pytest.mark.parametrize("name", ["criteria", "losses", "plans", "agencies"])
def test_caches_keep_the_part_and_the_page_apart(client: Client, name: str):
    answers = [client.get(address(name)), client.get(address(name), headers=HTMX)]

    assert ["HX-Request" in answer.headers.get("Vary", "") for answer in answers] == [True, True]


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("criteria", "?q=mức độ 4"),
        ("losses", "?co-quan=26-so-noi-vu"),
        ("losses", "?linh-vuc=7"),
        ("losses", "?sap=agency"),
        ("plans", "?sap=due"),
        ("plans", "?q=thu tuc dat dai"),
        ("agencies", "?ngay=2025-07-01"),
    ],
)
def test_forms_keep_what_was_asked(client: Client, name: str, question: str):
    page = Page.of(client.get(address(name) + question))

    asked = question.removeprefix("?").split("=")
    kept = page.all(
        f"//input[@name='{asked[0]}']/@value | //select[@name='{asked[0]}']/option[@selected]/@value"
    )
    assert kept == [asked[1]]


@pytest.mark.parametrize(
    ("name", "question", "rows"),
    [
        ("losses", "?co-quan=26-so-noi-vu", ["4.1.2", "7.2.2", "7.2.3"]),
        ("losses", "?linh-vuc=7", ["7.2.2", "7.2.3", "7.3.2", "7.1.4", "7.1.1"]),
        ("plans", "?q=thu tuc dat dai", ["11"]),
        ("plans", "?tieu-chi=7.2", ["8"]),
        ("criteria", "?q=thu tuc", ["3.", "3.1", "3.1.1", "3.2", "3.2.1", "3.2.2", "3.4"]),
    ],
)
def test_a_form_without_javascript_finds_the_same(client: Client, name: str, question: str, rows: list[str]):
    page = Page.of(client.get(address(name) + question))

    found = page.rows(f"//*[@id='{region(page)}']//table")
    assert [row[0].split()[0] for row in found] == rows
