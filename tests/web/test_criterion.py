"""The page of one criterion: a parent's sum, the tasks that name it, and its rule on a line."""

import pytest
from django.test import Client

from tests.web.html import Page

pytestmark = pytest.mark.usefixtures("demonstration")


def seen(client: Client, code: str) -> Page:
    return Page.of(client.get(f"/bo-tieu-chi/{code}/"))


@pytest.mark.parametrize(
    ("code", "figure", "words"),
    [
        ("8.2", "1,50 / 3,50", "−2,00 điểm cộng 3 tiêu chí thành phần đã biết"),
        ("3.2", "≥ 0,00 / chưa rõ", "−1,50 điểm cộng 2 tiêu chí thành phần đã biết"),
    ],
)
def test_a_parent_shows_the_sum_of_its_children_and_no_rule_of_its_own(
    client: Client, code: str, figure: str, words: str
):
    page = seen(client, code)

    assert page.texts("//*[@aria-labelledby='result']/p") == [figure, words]
    assert page.texts("//section//h2") == [
        "Điểm năm 2017",
        "Tiêu chí thành phần đã biết",
        "Nhiệm vụ khắc phục",
        "Căn cứ",
    ]


def test_in_the_tree_a_parent_whose_children_are_not_all_known_earned_at_least_their_sum(client: Client):
    rows = Page.of(client.get("/bo-tieu-chi/")).rows("//*[@id='tree']//table")

    earned = {row[0].split()[0]: row[2] for row in rows}
    parents = ("3.1", "3.2", "4.1", "7.1", "7.2", "7.3", "8.2")
    assert {code: earned[code] for code in parents} == {
        "3.1": "≥ 0,00",
        "3.2": "≥ 0,00",
        "4.1": "≥ 0,50",
        "7.1": "≥ 1,30",
        "7.2": "≥ 0,00",
        "7.3": "≥ 0,00",
        "8.2": "1,50",
    }


def test_tasks_that_name_a_criterion_come_before_those_of_its_area(client: Client):
    page = seen(client, "7.2.2")

    tasks = "//*[@aria-labelledby='tasks']"
    assert page.texts(f"{tasks}//h3/preceding-sibling::ul/li/a[1]") == ["NV 8"]
    assert page.texts(f"{tasks}//h3") == ["Nhiệm vụ chung của cả lĩnh vực"]
    assert page.texts(f"{tasks}//h3/following-sibling::ul/li/a[1]") == ["NV 5"]


def test_a_value_known_as_a_range_is_drawn_as_a_range(client: Client):
    (line,) = seen(client, "7.1.1").all("//*[@class='rule-line']")
    (value,) = line.xpath("*[@class='value']")

    assert (value.tag, value.get("x"), value.get("width")) == ("rect", "75.20%", "18.80%")


def test_an_exact_value_is_drawn_as_a_point(client: Client):
    (line,) = seen(client, "5.7.1").all("//*[@class='rule-line']")

    assert [value.tag for value in line.xpath("*[@class='value']")] == ["circle"]


def test_a_stretch_of_a_rule_that_no_source_states_is_drawn_as_unknown(client: Client):
    (line,) = seen(client, "7.1.1").all("//*[@class='rule-line']")

    stretches = [
        (band.get("class"), band.get("x"), band.get("width"), band.getnext().text)
        for band in line.xpath("rect[@class!='value']")
    ]
    assert stretches == [
        ("fill-open", "0.00%", "75.20%", "chưa rõ"),
        ("band-0", "75.20%", "18.80%", "0,80"),
        ("band-1", "94.00%", "6.00%", "1,00"),
    ]
