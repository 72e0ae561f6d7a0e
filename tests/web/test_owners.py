"""The page on who answers for lost points: proposals to tick, decisions with who and when."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import LossOwner, SheetRow
from tests.appraised_year import give, sent_2018
from tests.people import person
from tests.scoring_year import Year, agency
from tests.web.html import Page

pytestmark = pytest.mark.django_db

SNV, STP = "26-so-noi-vu", "26-so-tu-phap"


@pytest.fixture
def year() -> Year:
    year = sent_2018()
    give(year, "1.2", "1.75", "Chậm hai báo cáo năm")
    give(year, "5.7.1", "0.25")
    return year


def page_of(client: Client, year: Year, question: str = "") -> Page:
    return Page.of(client.get(reverse("owners", args=[year.unit.pk]) + question))


def headings(page: Page) -> list[str]:
    return page.texts("//section[contains(@class, 'owned-loss')]//h2")


def test_losses_stand_largest_first_with_undecided_points_stated(client: Client, year: Year):
    page = page_of(client, year)

    assert headings(page) == ["1.2 Báo cáo định kỳ", "5.7.1 Công chức cấp xã đạt chuẩn"]
    assert page.text("//p[@class='lead']").startswith(
        "Mất 1,50 điểm ở 2 dòng. Còn 2 dòng (1,50 điểm) chưa quyết định ai chịu trách nhiệm."
    )


def test_a_decision_is_kept_with_who_made_it_and_leaves_the_list_of_what_is_open(client: Client, year: Year):
    path = reverse("owner_decide", args=[year.unit.pk, year.row("1.2").pk])

    answer = client.post(path, {"agency": [SNV, ""], "reason": "", "loc": "open"})

    assert answer.headers["Location"] == f"/trach-nhiem/{year.unit.pk}/?loc=open"
    assert headings(page_of(client, year, "?loc=open")) == ["5.7.1 Công chức cấp xã đạt chuẩn"]
    decision = LossOwner.objects.get()
    assert (decision.agencies, str(decision.by)) == ([SNV], "coordinator 26-so-noi-vu")


def test_every_open_loss_is_decided_as_proposed_with_one_click(client: Client, year: Year):
    path = reverse("owners_as_proposed", args=[year.unit.pk])
    page = page_of(client, year)

    answer = client.post(path, {"dong": page.all(f"//form[@action='{path}']//input[@name='dong']/@value")})

    after = page_of(client, year)
    assert answer.headers["Location"] == reverse("owners", args=[year.unit.pk])
    assert after.text("//p[@class='lead']") == (
        "Mất 1,50 điểm ở 2 dòng. Mọi điểm mất đã có cơ quan chịu trách nhiệm. 15 dòng chưa thẩm định nên chưa tính."
    )
    assert after.all(f"//form[@action='{path}']") == []


def test_what_was_ticked_and_typed_stays_where_a_reason_is_missing(client: Client, year: Year):
    agency(STP, "Sở Tư pháp")
    path = reverse("owner_decide", args=[year.unit.pk, year.row("5.7.1").pk])

    answer = client.post(path, {"agency": [SNV, STP], "reason": "Vì chậm"})

    page = Page.of(answer)
    assert (answer.status_code, LossOwner.objects.count()) == (422, 0)
    assert page.all("//input[@name='reason'][@value='Vì chậm']/@name") == ["reason"]
    assert page.text("//*[@role='alert']") == "Phải nêu lý do (ít nhất 3 từ); chưa thay đổi gì."


def test_who_may_not_decide_reads_without_a_form(year: Year):
    leader = Client()
    leader.force_login(person(Role.LEADER, "26"))

    page = page_of(leader, year)

    assert page.all("//main//form") == []
    assert len(headings(page)) == 2


def test_more_losses_ask_no_more(client: Client, year: Year):
    few = asked(client, year)
    for row in SheetRow.objects.filter(sheet__unit=year.unit, stage="sent"):
        give(year, row.criterion, "0.00")

    assert asked(client, year) <= max(few, 15)


def asked(client: Client, year: Year) -> int:
    page_of(client, year)
    with CaptureQueriesContext(connection) as queries:
        page_of(client, year)
    return len(queries)
