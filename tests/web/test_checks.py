"""The page that asks what was forgotten, sending the sheet from it, and the summary after that."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.services.sheets.rows import RowEntry, save_row
from tests.scoring_year import Year, acting
from tests.web.evidence_year import open_now, signed_in
from tests.web.html import Page

pytestmark = pytest.mark.django_db

NOT_HERE = "Tỉnh không có nội dung này trong năm đánh giá"
LEAD = "//p[@class='lead']"


@pytest.fixture
def year() -> Year:
    return open_now()


def fill(year: Year, *but: str) -> None:
    scorer = acting(Role.SCORER, name="Người chấm")
    for row in year.sheet().rows.exclude(criterion__in=but):
        entry = RowEntry(base=0, said={"applicable": False, "justification": NOT_HERE})
        save_row(actor=scorer, pk=row.pk, entry=entry, today=timezone.localdate())


def check(client: Client, year: Year) -> Page:
    answer = client.get(reverse("sheet_check", args=[year.sheet().pk]))
    assert answer.status_code == 200
    return Page.of(answer)


def send(client: Client, year: Year) -> Any:
    return client.post(reverse("sheet_submit", args=[year.sheet().pk]))


def button(page: Page) -> list[str]:
    return page.texts("//form[contains(@action, '/gui/')]//button")


def test_the_page_answers_first_and_lists_what_blocks_with_points_and_a_way_to_each_row(year: Year):
    fill(year, "1.2", "5.7.1")

    page = check(signed_in(Role.HEAD), year)

    assert page.text(LEAD) == "Chưa gửi được: 2 trong 6 dòng chưa đủ. Tự chấm 0,00 trên 9,50 điểm."
    assert page.all("//*[@aria-labelledby='blocking']/ul/li/a/@href") == [
        reverse("row", args=[year.row(code).pk]) for code in ("1.2", "5.7.1")
    ]
    assert page.texts("//*[@aria-labelledby='blocking']//*[contains(@class, 'chip')]") == [
        "3,00 điểm",
        "0,50 điểm",
    ]
    assert (
        page.texts("//*[@aria-labelledby='blocking']//ul[@class='sentences']/li")
        == ["Chưa nhập điểm tự chấm; hãy nhập điểm hoặc chọn “Không áp dụng” kèm lý do."] * 2
    )
    assert button(page) == []


def test_the_head_sends_a_whole_sheet_from_the_page_and_sees_what_was_sent(year: Year):
    fill(year)
    head = signed_in(Role.HEAD, name="Trần Thị Duyệt")
    offered = button(check(head, year))

    answer = send(head, year)

    summary = Page.of(head.get(answer.headers["Location"]))
    assert (offered, answer.status_code, summary.heading) == (["Gửi phiếu"], 302, "Phiếu đã gửi")
    assert summary.text(LEAD).endswith("người gửi: Trần Thị Duyệt.")
    assert [row[1] for row in summary.rows()] == ["không áp dụng"] * 6
    assert check(head, year).text(LEAD) == "Mọi dòng đã gửi; không còn gì phải làm ở phiếu này."


def test_a_sheet_that_lacks_something_is_refused_even_when_the_form_is_sent_by_hand(year: Year):
    fill(year, "1.2")

    answer = send(signed_in(Role.HEAD), year)

    assert answer.status_code == 422
    assert Page.of(answer).text("//*[@role='alert']") == (
        "Còn 1 dòng chưa đủ: 1.2. Hãy bổ sung rồi gửi lại; chưa gửi gì."
    )
    assert set(year.sheet().rows.values_list("stage", flat=True)) == {Stage.DRAFT}


def test_a_scorer_sees_who_sends_and_no_button(year: Year):
    fill(year)
    signed_in(Role.HEAD, name="Trần Thị Duyệt")

    page = check(signed_in(Role.SCORER), year)

    assert button(page) == []
    assert page.texts("//*[@aria-labelledby='send']/p")[0] == (
        "Người gửi phiếu là lãnh đạo cơ quan: Trần Thị Duyệt."
    )


@pytest.mark.parametrize(
    ("role", "agency", "seen", "sent"),
    [
        (Role.HEAD, "26-so-tai-chinh", 404, 403),
        (Role.SCORER, "26-so-noi-vu", 200, 403),
        (Role.LEADER, "26-so-noi-vu", 200, 403),
        (Role.ADMINISTRATOR, "26-so-noi-vu", 403, 403),
    ],
)
def test_a_sheet_is_checked_by_its_readers_and_sent_by_its_head(
    year: Year, role: Role, agency: str, seen: int, sent: int
):
    fill(year)
    client, address = signed_in(role, agency), reverse("sheet_check", args=[year.sheet().pk])

    assert (client.get(address).status_code, send(client, year).status_code) == (seen, sent)
    assert set(year.sheet().rows.values_list("stage", flat=True)) == {Stage.DRAFT}


def test_the_summary_of_a_sheet_that_was_not_sent_is_its_check(year: Year):
    address = reverse("sheet_submitted", args=[year.sheet().pk])

    answer = signed_in(Role.HEAD).get(address)

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        reverse("sheet_check", args=[year.sheet().pk]),
    )


@pytest.mark.parametrize("name", ["sheet_check", "sheet_submitted"])
def test_the_pages_ask_at_most_fifteen_times(year: Year, name: str):
    fill(year)
    head = signed_in(Role.HEAD)
    if name == "sheet_submitted":
        send(head, year)

    with CaptureQueriesContext(connection) as queries:
        answer = head.get(reverse(name, args=[year.sheet().pk]))

    assert (answer.status_code, len(queries) <= 15) == (200, True)
