"""The pages of one task and of one agency: what is at stake, what is late, and the way on."""

import pytest
from django.test import Client

from tests.web.addresses import address
from tests.web.html import Page

pytestmark = pytest.mark.usefixtures("demonstration")


def task(client: Client, place: int) -> Page:
    return Page.of(client.get(f"{address('plan')}nhiem-vu/{place}/"))


def agency(client: Client, code: str) -> Page:
    return Page.of(client.get(f"/co-quan/{code}/"))


@pytest.mark.parametrize(
    ("place", "ways"),
    [
        (1, [("next", 2)]),
        (11, [("prev", 10), ("next", 12)]),
        (24, [("prev", 23)]),
    ],
)
def test_a_task_leads_to_the_one_before_and_the_one_after(
    client: Client, place: int, ways: list[tuple[str, int]]
):
    links = [(link.get("rel"), link.get("href")) for link in task(client, place).all("//a[@rel]")]

    assert links == [(rel, f"{address('plan')}nhiem-vu/{to}/") for rel, to in ways]


def test_task_11_was_18_days_overdue_on_the_day_of_the_plan(client: Client):
    stake = "//*[@aria-labelledby='stake']"

    assert task(client, 11).texts(f"{stake}//p[last()]/span") == ["quá hạn 18 ngày", "tính đến 18/7/2018"]
    assert task(client, 8).texts(f"{stake}//*[contains(@class, 'chip')]") == []


def test_a_task_is_shown_with_the_findings_that_speak_of_it_and_without_a_card_where_none_does(
    client: Client,
):
    figures = "//*[@aria-labelledby='findings']//*[@class='value']"

    assert task(client, 11).texts(figures) == ["7,26", "2", "8"]
    assert task(client, 8).all("//*[@aria-labelledby='findings']") == []


@pytest.mark.parametrize(
    ("code", "points", "tasks"),
    [
        ("26-so-noi-vu", "3,00 điểm", "5 nhiệm vụ chủ trì · 0 đã quá hạn"),
        ("26-so-tai-nguyen-va-moi-truong", "0 điểm", "1 nhiệm vụ chủ trì · 1 đã quá hạn"),
        ("26-so-tu-phap", "2,75 điểm", "0 nhiệm vụ chủ trì · 0 đã quá hạn"),
    ],
)
def test_an_agency_opens_with_its_points_the_tasks_it_leads_and_how_many_are_overdue(
    client: Client, code: str, points: str, tasks: str
):
    assert agency(client, code).texts("//*[@aria-labelledby='answer']/p")[:2] == [points, tasks]


def test_an_agency_is_told_which_areas_it_scores(client: Client):
    areas = agency(client, "26-so-noi-vu").all("//*[@aria-labelledby='answer']//a/@href")

    assert areas == [f"/bo-tieu-chi/#linh-vuc-{code}" for code in "145"]


def test_the_tasks_an_agency_leads_say_when_they_are_due_and_what_hangs_on_them(client: Client):
    lines = agency(client, "26-so-noi-vu").all("//*[@aria-labelledby='leading']//li")

    assert [(line.xpath("string(.//a)"), line.xpath("string(strong)")) for line in lines] == [
        ("NV 6", ""),
        ("NV 7", ""),
        ("NV 8", "2,00"),
        ("NV 9", "1,00"),
        ("NV 10", "0,25"),
    ]


def test_on_a_day_after_the_province_had_ended_a_note_says_so_and_leads_to_its_last_day(client: Client):
    notice = "//*[@id='agency-tree']//*[@class='notice']"
    last_day, after = (Page.of(client.get(f"/co-quan/?ngay={day}")) for day in ("2025-06-30", "2025-07-01"))

    assert after.texts(notice) == [
        "Tỉnh Vĩnh Phúc kết thúc hoạt động ngày 30/6/2025; danh mục cơ quan của đơn vị kế thừa chưa có trong "
        "dữ liệu. Xem ngày cuối cùng"
    ]
    assert after.all(f"{notice}/a/@href") == ["/co-quan/?ngay=2025-06-30"]
    assert last_day.texts(notice) == []
