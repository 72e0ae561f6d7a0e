"""Questions and answers beside a row."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import RowNote
from tests.scoring_year import Year
from tests.web.evidence_year import HTMX, open_now, signed_in
from tests.web.html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def year() -> Year:
    return open_now()


def ask(client: Client, year: Year, text: str = "Báo cáo nào?", part: bool = False) -> Any:
    address = reverse("row_ask", args=[year.row("1.2").pk])
    return client.post(address, {"text": text}, headers=HTMX if part else {})


def shown(client: Client, year: Year) -> Page:
    return Page.of(client.get(reverse("row_questions", args=[year.row("1.2").pk])))


def test_a_question_of_the_coordinator_waits_for_the_scorer_and_is_answered_in_its_place(
    client: Client, year: Year
):
    asked = Page.of(ask(client, year, part=True))
    scorer = signed_in(Role.SCORER)
    waiting = shown(scorer, year).text("//h3/span")

    address = reverse("row_answer", args=[RowNote.objects.get().pk])
    answered = Page.of(scorer.post(address, {"text": "Báo cáo quý I."}, headers=HTMX))

    assert asked.texts("//*[@class='note-text']") == ["Báo cáo nào?"]
    assert (waiting, answered.texts("//h3/span")) == ("1 câu hỏi chờ trả lời", [])
    assert answered.texts("//*[@class='note-text']") == ["Báo cáo nào?", "Báo cáo quý I."]


def test_without_javascript_the_browser_goes_back_to_the_row(client: Client, year: Year):
    answer = ask(client, year)

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        reverse("row", args=[year.row("1.2").pk]),
    )


def test_what_people_write_is_shown_as_words(client: Client, year: Year):
    ask(client, year, "<script>alert(1)</script>")

    page = shown(client, year)

    assert page.texts("//*[@class='note-text']") == ["<script>alert(1)</script>"]
    assert page.all("//main//script") == []


@pytest.mark.parametrize("part", [False, True])
def test_what_was_refused_stays_in_its_field(client: Client, year: Year, part: bool):
    page_of = ask(client, year, "a" * 2001, part=part)

    page = Page.of(page_of)
    assert page_of.status_code == (200 if part else 422)
    assert page.texts("//*[@role='alert']") == ["Nội dung phải có từ 1 đến 2000 ký tự; chưa gửi gì."]
    assert page.texts("//textarea") == ["a" * 2001]


def test_who_may_not_ask_is_refused_and_sees_no_form(year: Year):
    scorer = signed_in(Role.SCORER)

    assert ask(scorer, year).status_code == 403
    assert (shown(scorer, year).all("//main//textarea"), RowNote.objects.count()) == ([], 0)


def test_people_of_another_agency_neither_read_nor_answer(client: Client, year: Year):
    ask(client, year)
    stranger = signed_in(Role.HEAD, "26-so-tai-chinh")

    read = stranger.get(reverse("row_questions", args=[year.row("1.2").pk])).status_code
    said = stranger.post(reverse("row_answer", args=[RowNote.objects.get().pk]), {"text": "Hộ"}).status_code

    assert (read, said, RowNote.objects.count()) == (404, 403, 1)


def test_a_long_discussion_asks_no_more_than_a_short_one(client: Client, year: Year):
    for number in range(30):
        ask(client, year, f"Câu hỏi {number}")

    with CaptureQueriesContext(connection) as queries:
        page = shown(client, year)

    assert (len(page.all("//*[@class='note-text']")), len(queries) <= 15) == (30, True)
