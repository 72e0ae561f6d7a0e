"""Public pages: open to everybody, with published figures only, also as data for machines."""

import csv
import io
import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.records.models import AssessmentRound
from tests.small_round import award, claim, open_small, publish_round, survey, three_ranked
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.django_db

PAGE = "/cong-bo/2018/district/"
MARKER = "0.37"


def rows(answer_text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer_text.removeprefix("\ufeff"))))


def test_anybody_reads_the_published_years_and_their_rankings(anybody: Client):
    publish_round(three_ranked())

    index = Page.of(anybody.get(reverse("published")))
    page = Page.of(anybody.get(PAGE))

    assert [link for link in index.links if link.startswith("/cong-bo/2")] == [PAGE]
    assert [(row[0], row[3]) for row in page.rows("//*[@id='ranking']//table")] == [
        ("1", "17,00"),
        ("1", "17,00"),
        ("3", "14,00"),
    ]


def test_each_unit_unfolds_its_areas(anybody: Client):
    publish_round(three_ranked())

    areas = Page.of(anybody.get(PAGE)).texts("(//*[@id='ranking']//tbody/tr)[3]//li")

    assert areas == ["1. Lĩnh vực 1 7,00 / 10,00", "2. Lĩnh vực 2 7,00 / 10,00"]


@pytest.mark.parametrize(
    "path",
    [
        PAGE,
        "/cong-bo/2018/commune/",
        "/cong-bo/1/district/",
        "/cong-bo/2018/khong-co/",
        "/cong-bo/99999999999/district/",
    ],
)
def test_what_is_not_published_is_not_found(anybody: Client, path: str):
    three_ranked()

    assert [
        anybody.get(path + question).status_code for question in ("", "?xuat=csv", "?xuat=json", "?xuat=xlsx")
    ] == [404] * 4


def test_no_figure_of_an_unpublished_year_is_on_any_public_page(anybody: Client, client: Client):
    publish_round(three_ranked())
    running = open_small(2019)
    survey(running, u243="1")
    claim(running, "243", c1_1=MARKER, c1_2=MARKER, c2_1=MARKER)
    award(running, "243", c1_1=MARKER)

    answers = [
        browser.get(path)
        for browser in (anybody, client)
        for path in (
            "/cong-bo/",
            PAGE,
            f"{PAGE}?xuat=csv",
            f"{PAGE}?xuat=json",
            f"{PAGE}?linh-vuc=1&sap=change",
        )
    ]

    texts = [answer.content.decode() for answer in answers]
    assert {answer.status_code for answer in answers} == {200}
    assert [text for text in texts if "0,37" in text or MARKER in text or "2019" in text] == []


def test_the_open_data_are_exact_and_say_what_is_sample(anybody: Client):
    round_ = publish_round(three_ranked())
    AssessmentRound.objects.filter(pk=round_.pk).update(is_sample=True)

    table = rows(anybody.get(f"{PAGE}?xuat=csv").content.decode())
    data = json.loads(anybody.get(f"{PAGE}?xuat=json").content)

    assert table[2] == {
        "year": "2018",
        "level": "district",
        "sample": "yes",
        "rank": "3",
        "code": "251",
        "unit": "UBND huyện Yên Lạc",
        "points": "14.00",
        "rescaled": "no",
        "area_1": "7.00",
        "area_2": "7.00",
    }
    assert (data["sample"], data["framework"]["total"], data["announced"]) == (True, "20.00", [])
    assert data["units"][0] == {
        "rank": 1,
        "tied": True,
        "code": "244",
        "unit": "UBND thành phố Phúc Yên",
        "points": "17.00",
        "rescaled": False,
        "areas": [{"code": "1", "points": "9.00"}, {"code": "2", "points": "8.00"}],
    }


def test_both_kinds_of_open_data_and_the_spreadsheet_tell_the_same(anybody: Client):
    publish_round(three_ranked())

    table = rows(anybody.get(f"{PAGE}?xuat=csv").content.decode())
    data = json.loads(anybody.get(f"{PAGE}?xuat=json").content)
    sheet = Sheet.of(anybody.get(f"{PAGE}?xuat=xlsx"))

    told = [(unit["unit"], unit["points"]) for unit in data["units"]]
    assert [(row["unit"], row["points"]) for row in table] == told
    assert list(zip(sheet.column("Đơn vị"), sheet.column("Điểm"), strict=True)) == [
        (unit, Decimal(points)) for unit, points in told
    ]


def test_the_files_say_what_they_are(anybody: Client):
    publish_round(three_ranked())

    headers = [anybody.get(f"{PAGE}?xuat={kind}").headers for kind in ("csv", "json")]

    assert [(head["Content-Type"], head["Content-Disposition"]) for head in headers] == [
        ("text/csv; charset=utf-8", 'attachment; filename="chi-so-cchc-district-2018.csv"'),
        ("application/json", 'attachment; filename="chi-so-cchc-district-2018.json"'),
    ]


@pytest.mark.usefixtures("demonstration")
class TestTheProvince:
    def test_the_province_stands_beside_the_announced_results_each_with_its_source(self, anybody: Client):
        page = Page.of(anybody.get("/cong-bo/2017/province/"))

        shown = page.rows("//*[@aria-labelledby='provinces-head']//table")
        own = next(row for row in shown if row[1] == "Vĩnh Phúc")
        assert own == [
            "20",
            "Vĩnh Phúc",
            "80,29",
            "nguồn tin cậy Kế hoạch 5264/KH-UBND ngày 18/7/2018 của UBND tỉnh Vĩnh Phúc",
        ]
        assert page.text("//*[@class='figure-big']") == "80,29"

    def test_sample_data_are_marked(self, anybody: Client):
        index, page = (Page.of(anybody.get(path)) for path in ("/cong-bo/", "/cong-bo/2017/province/"))

        assert index.texts("//main//*[@class='chip unsure'][text()='mẫu']") == ["mẫu"]
        assert page.texts("//main//*[@class='notice warning']") == [
            "Dữ liệu mẫu để dùng thử: số liệu và điểm do phần mềm đặt ra, hoặc lấy từ văn bản của kỳ minh họa."
        ]

    def test_the_provinces_ranks_of_other_years_are_listed_with_their_trust(self, anybody: Client):
        page = Page.of(anybody.get("/cong-bo/"))

        found = page.rows("//*[@aria-labelledby='ranks-head']//table")
        assert [row[:3] for row in found if row[0] in {"2016", "2017", "2018"}] == [
            ["2018", "14", "79,05"],
            ["2017", "20", "80,29"],
            ["2016", "8", "–"],
        ]

    def test_the_page_asks_little(self, anybody: Client):
        anybody.get("/cong-bo/2017/province/")

        with CaptureQueriesContext(connection) as asked:
            anybody.get("/cong-bo/2017/province/")

        assert len(asked) <= 15
