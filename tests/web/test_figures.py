"""What the pages say of Vĩnh Phúc's 2017, figure by figure, as each language writes figures."""

import re

import pytest
from django.test import Client

from tests.web.addresses import PAGES, address
from tests.web.html import Page, words

pytestmark = pytest.mark.usefixtures("demonstration")

BIG = "//*[contains(@class, 'figure-big')]"


def seen(client: Client, path: str, language: str = "vi") -> Page:
    client.cookies["django_language"] = language
    return Page.of(client.get(path))


@pytest.mark.parametrize(("language", "figure"), [("vi", "80,29"), ("en", "80.29")])
def test_the_overview_opens_with_the_total(client: Client, language: str, figure: str):
    assert seen(client, "/", language).text(f"//h1{BIG}") == figure


@pytest.mark.parametrize(("language", "figure"), [("vi", "8,25"), ("en", "8.25")])
def test_the_plan_opens_with_the_lost_points_that_have_a_task(client: Client, language: str, figure: str):
    assert seen(client, "/ke-hoach/", language).text(BIG) == figure


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("language", "foreign"), [("vi", r"\d\.\d\d\b(?![.\d])"), ("en", r"\d,\d\d\b")])
def test_no_figure_is_written_as_the_other_language_writes_it(
    client: Client, name: str, language: str, foreign: str
):
    page = seen(client, address(name), language)

    figures = page.texts("//td[contains(@class, 'r')] | //*[contains(@class, 'figure')] | //dd[@class='num']")
    assert [figure for figure in figures if re.search(foreign, figure)] == []


def test_the_register_lists_every_loss_and_their_sum(client: Client):
    page = seen(client, "/tru-diem/")

    assert [row[3] for row in page.rows("//*[@id='register']//table")] == [
        *("−7,26", "−1,50", "−1,25", "−1,00", "−1,00", "−1,00", "−1,00", "−1,00", "−1,00", "−1,00"),
        *("−0,50", "−0,50", "−0,50", "−0,50", "−0,25", "−0,25", "−0,20"),
    ]
    assert page.text("//*[@id='register']//*[@role='status']") == "17 dòng · −19,71 điểm"


def test_the_largest_losses_say_who_and_which_task(client: Client):
    rows = seen(client, "/").rows("//*[@aria-labelledby='largest']//table")

    assert rows[3] == [
        "1.6 Nhiệm vụ Chính phủ, Thủ tướng giao",
        "",  # a bar
        "−1,00",
        "chưa rõ",
        "NV 1 · hằng năm, đến 31/12",
    ]


def test_a_criterion_says_its_rule_with_every_threshold_and_the_value_that_met_it(client: Client):
    text = words(seen(client, "/bo-tieu-chi/5.7.1/").root.text_content())

    thresholds = {share for share in ("80%", "100%", "99,6%") if share in text}
    assert thresholds == {"80%", "100%", "99,6%"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "vi",
            ["1,50 đạt + 2,00 bị trừ ở 8.2.1 và 8.2.3", "Tên do phần mềm đặt theo phần mở đầu của kế hoạch."],
        ),
        (
            "en",
            [
                "1.50 earned + 2.00 lost in 8.2.1 and 8.2.3",
                "Named by this software after the plan's introduction.",
            ],
        ),
    ],
)
def test_a_criterion_tells_its_note_and_derivation_in_the_language_of_the_page(
    client: Client, language: str, told: list[str]
):
    page = seen(client, "/bo-tieu-chi/8.2/", language)

    reference = "//*[@aria-labelledby='reference']"
    assert page.texts(f"{reference}//*[contains(@class, 'small quiet')]") == told
    assert page.all(f"{reference}//span[@title]/@title") == told[:1]


def test_a_task_says_how_many_lost_points_hang_on_it_and_when_it_is_due(client: Client):
    page = seen(client, address("task"))

    assert (page.text(BIG), page.texts("//dd/span[contains(@class, 'chip')]")) == ("2,00", ["31/12/2018"])
    assert [row[0].split()[0] for row in page.rows()] == ["7.2.2", "7.2.3"]
