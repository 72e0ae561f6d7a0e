"""Lists: headings that sort, what is shown and how many, the way back and the spreadsheet of what is shown."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.addresses import address
from tests.web.html import Page, words

pytestmark = pytest.mark.usefixtures("demonstration")

REGISTER = "//*[@id='register']"
TASKS = "//*[@id='task-list']"
HEAD = "//*[@class='list-head']"
Headings = list[tuple[str, str | None]]


def seen(client: Client, path: str) -> Page:
    return Page.of(client.get(path))


def sorting(page: Page) -> Headings:
    """The headings that sort, each with its `aria-sort`."""
    headings = page.all("//thead//th[a]")
    return [(words(heading.text_content()), heading.get("aria-sort")) for heading in headings]


def first_cells(page: Page, region: str) -> list[str]:
    return [row[0].split()[0] for row in page.rows(f"{region}//table")]


@pytest.mark.parametrize(
    ("question", "current"),
    [
        ("", ("Bị trừ", "descending")),
        ("?sap=points", ("Bị trừ", "descending")),
        ("?sap=criterion", ("Tiêu chí", "ascending")),
        ("?sap=agency", ("Trách nhiệm", "ascending")),
    ],
)
def test_the_registers_headings_sort_and_the_current_one_says_so(
    client: Client, question: str, current: tuple[str, str]
):
    headings = sorting(seen(client, f"/tru-diem/{question}"))

    assert [label for label, _ in headings] == ["Tiêu chí", "Bị trừ", "Trách nhiệm"]
    assert [heading for heading in headings if heading[1]] == [current]


@pytest.mark.parametrize(
    ("question", "current"),
    [
        ("", ("NV", "ascending")),
        ("?sap=lead", ("Chủ trì", "ascending")),
        ("?sap=due", ("Thời hạn", "ascending")),
        ("?sap=points", ("Điểm cần lấy lại", "descending")),
    ],
)
def test_the_headings_of_tasks_sort_and_the_current_one_says_so(
    client: Client, question: str, current: tuple[str, str]
):
    headings = sorting(seen(client, f"/ke-hoach/{question}"))

    assert [label for label, _ in headings] == ["NV", "Chủ trì", "Thời hạn", "Điểm cần lấy lại"]
    assert [heading for heading in headings if heading[1]] == [current]


def test_following_a_heading_sorts_and_keeps_what_was_asked(client: Client):
    page = seen(client, "/tru-diem/?linh-vuc=7")
    (by_criterion,) = page.all("//thead//th[1]/a/@href")

    assert by_criterion == "/tru-diem/?linh-vuc=7&sap=criterion"
    assert first_cells(seen(client, by_criterion), REGISTER) == ["7.1.1", "7.1.4", "7.2.2", "7.2.3", "7.3.2"]


def test_following_a_heading_sorts_the_tasks(client: Client):
    (by_points,) = seen(client, address("plan")).all(f"{TASKS}//thead//th[last()]/a/@href")

    assert by_points == f"{address('plan')}?sap=points"
    assert first_cells(seen(client, by_points), TASKS)[:4] == ["8", "3", "1", "9"]


def test_links_of_a_list_leave_out_what_was_not_asked(client: Client):
    page = seen(client, "/tru-diem/?co-quan=&nhiem-vu=&linh-vuc=7&sap=")

    assert page.all(f"{REGISTER}//thead//a/@href") == [
        "/tru-diem/?linh-vuc=7&sap=criterion",
        "/tru-diem/?linh-vuc=7&sap=points",
        "/tru-diem/?linh-vuc=7&sap=agency",
    ]
    assert page.all(f"{HEAD}/a[@class='btn']/@href") == ["/tru-diem/?linh-vuc=7&xuat=xlsx"]


def test_each_area_that_lost_points_leads_from_the_overview_to_its_rows_of_the_register(client: Client):
    areas = "//*[@aria-labelledby='areas']//a[starts-with(@href, '/tru-diem/')]"
    shown = {link.get("href"): words(link.text_content()) for link in seen(client, "/").all(areas)}

    summaries = {link: seen(client, link).text(f"{HEAD}/*[@role='status']") for link in shown}

    assert sorted(shown) == [f"/tru-diem/?linh-vuc={code}" for code in "134578"]
    assert {link: summary.split(" · ")[1] for link, summary in summaries.items()} == {
        link: f"{lost} điểm" for link, lost in shown.items()
    }


@pytest.mark.parametrize(
    ("path", "summary"),
    [
        ("/tru-diem/", "17 dòng · −19,71 điểm"),
        ("/tru-diem/?linh-vuc=7", "5 dòng · −3,70 điểm"),
        ("/ke-hoach/", "24 trong 24 nhiệm vụ · 8,25 điểm cần lấy lại"),
        ("/ke-hoach/?chu-tri=Sở Nội vụ", "5 trong 24 nhiệm vụ · 3,25 điểm cần lấy lại"),
        ("/ke-hoach/?han=passed", "2 trong 24 nhiệm vụ · 0,00 điểm cần lấy lại"),
        ("/co-quan/?q=tam dao", "2 cơ quan ngày 18/7/2018"),
        ("/bo-tieu-chi/?q=thu tuc", "6 tiêu chí đã biết mã"),
    ],
)
def test_a_list_says_how_much_it_shows(client: Client, path: str, summary: str):
    assert seen(client, path).text(f"{HEAD}/*[@role='status']") == summary


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("criteria", "?q=thu tuc"),
        ("losses", "?linh-vuc=7"),
        ("losses", "?nhiem-vu=none&sap=criterion"),
        ("plan", "?han=passed"),
        ("agencies", "?q=tam dao"),
    ],
)
def test_a_filtered_list_offers_the_way_back_to_all_of_it(client: Client, name: str, question: str):
    back = f"{HEAD}/a[text()='Xóa lọc']/@href"

    assert seen(client, address(name) + question).all(back) == [address(name)]
    assert seen(client, address(name)).all(back) == []


def test_an_order_alone_is_no_filter(client: Client):
    pages = [seen(client, f"{path}?sap=points") for path in (reverse("losses"), address("plan"))]

    assert [page.all(f"{HEAD}/a[text()='Xóa lọc']") for page in pages] == [[], []]


@pytest.mark.parametrize(
    ("name", "question", "link"),
    [
        ("criteria", "?q=thu+tuc", "?q=thu+tuc&xuat=xlsx"),
        ("losses", "?linh-vuc=7&sap=criterion", "?linh-vuc=7&sap=criterion&xuat=xlsx"),
        ("plan", "?han=passed&q=", "?han=passed&xuat=xlsx"),
        ("agencies", "?q=tam+dao", "?q=tam+dao&xuat=xlsx"),
    ],
)
def test_the_part_that_a_filter_swaps_brings_its_own_link_to_the_spreadsheet(
    client: Client, name: str, question: str, link: str
):
    part = Page.of(client.get(address(name) + question, headers={"HX-Request": "true"}))

    assert part.all(f"{HEAD}/a[@class='btn']/@href") == [address(name) + link]
