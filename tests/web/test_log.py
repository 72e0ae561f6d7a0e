"""The log's page: found by words without diacritics, by deed, by day and by object."""

import pytest
from django.test import Client

from parindex.domain.rights import Role
from parindex.services.sheets.rows import RowEntry, save_row
from tests.people import person
from tests.scoring_year import DAY, Year, acting, open_2018
from tests.web.html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def year() -> Year:
    year = open_2018()
    entry = RowEntry(base=0, said={"remark": "Đã đối chiếu với báo cáo"})
    save_row(actor=acting(Role.SCORER, name="Trần Thị Thu"), pk=year.row("5.7.1").pk, entry=entry, today=DAY)
    return year


def deeds(client: Client, question: str = "") -> list[str]:
    return Page.of(client.get(f"/nhat-ky/{question}")).texts("//p[@class='deed']")


def test_it_says_who_did_what_to_which_object_and_from_where(client: Client, year: Year):
    page = Page.of(client.get(f"/nhat-ky/?ve=row:{year.row('5.7.1').pk}"))

    (who,) = page.texts("//p[starts-with(@class, 'who')]")
    assert page.texts("//p[@class='deed']") == ["Lưu dòng · 5.7.1 · Tỉnh Vĩnh Phúc 2018"]
    assert who == "Trần Thị Thu, Sở Nội vụ · 10.0.0.7"
    assert page.texts("//dl/div[1]") == ["ghi chú– → Đã đối chiếu với báo cáo"]


@pytest.mark.parametrize("question", ["?q=tran+thi+thu", "?q=doi+chieu", "?viec=row_save", "?q=10.0.0.7"])
def test_it_is_searched_by_words_without_diacritics_and_by_deed(client: Client, year: Year, question: str):
    assert deeds(client, question) == ["Lưu dòng · 5.7.1 · Tỉnh Vĩnh Phúc 2018"]


def test_days_narrow_it(client: Client, year: Year):
    assert deeds(client, "?den=2017-12-31") == []


def test_it_is_paged_and_asks_no_more_for_many_entries(client: Client, year: Year, django_assert_num_queries):
    actor, pk = acting(Role.SCORER), year.row("5.7.1").pk
    for number in range(60):
        entry = RowEntry(base=0, said={"remark": f"Lần {number}"})
        save_row(actor=actor, pk=pk, entry=entry, today=DAY)

    with django_assert_num_queries(6):
        first = deeds(client)

    assert (len(first), deeds(client, "?trang=2")[-1]) == (
        50,
        "Nạp bộ tiêu chí · Bộ tiêu chí cấp tỉnh năm 2017 (2948-2017)",
    )


@pytest.mark.parametrize("role", [Role.SCORER, Role.LEADER, Role.CONTRIBUTOR])
def test_others_do_not_see_it(anybody: Client, year: Year, role: Role):
    anybody.force_login(person(role))

    assert anybody.get("/nhat-ky/").status_code == 403
