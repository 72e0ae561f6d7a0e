"""Pages of rankings: order and area in the address, the same rows as a spreadsheet, nothing closed for others."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import AssessmentRound
from parindex.services.results.standings import round_standings
from parindex.web.charts import area_bar, area_marks
from tests.people import person
from tests.small_round import claim, know, open_small, publish_round, survey, three_ranked, unit_of
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.django_db

TABLE = "//*[@id='ranking']//table"
MOST = 15


def address(round_: AssessmentRound, question: str = "") -> str:
    return reverse("ranking", args=[round_.pk]) + question


def unit_address(round_: AssessmentRound, code: str) -> str:
    return reverse("unit_result", args=[round_.pk, unit_of(round_, code).pk])


def signed_in(role: Role, agency: str) -> Client:
    client = Client()
    client.force_login(person(role, agency))
    return client


def names(page: Page) -> list[tuple[str, str]]:
    """Rank and unit of each row."""
    return [(row[0], row[1].split("Còn ")[0]) for row in page.rows(TABLE)]


# ── The list and one ranking ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_names_every_round_with_its_state(client: Client):
    open_small(2019)
    publish_round(three_ranked())

    rows = Page.of(client.get(reverse("rankings"))).rows()

    assert [(row[0], row[1], row[3].split(" ")[0]) for row in rows] == [
        ("Cấp huyện 2019", "3", "chưa"),
        ("Cấp huyện 2018", "3", "đã"),
    ]


def test_a_ranking_says_the_answer_first_then_the_units_in_their_order(client: Client):
    page = Page.of(client.get(address(three_ranked())))

    assert page.heading == "Xếp hạng cấp huyện năm 2018"
    assert page.texts("//*[@class='kpi']") == [
        "Cao nhất17,00UBND thành phố Phúc Yên",
        "Trung vị17,003 đơn vị được xếp hạng",
        "Thấp nhất14,00UBND huyện Yên Lạc",
    ]
    assert names(page) == [
        ("1", "UBND thành phố Phúc Yên đồng hạng"),
        ("1", "UBND thành phố Vĩnh Yên đồng hạng"),
        ("3", "UBND huyện Yên Lạc"),
    ]


def test_open_units_stand_last_with_what_they_lack(client: Client):
    round_ = open_small()
    survey(round_, u243="1", u251="1")
    claim(round_, "243", c1_1="6", c1_2="4", c2_1="6")
    claim(round_, "251", c1_1="6")

    page = Page.of(client.get(address(round_)))

    assert page.rows(TABLE)[1][:2] == [
        "–",
        "UBND huyện Yên LạcCòn 2 tiêu chí chưa tự chấm (10,00 điểm).",
    ]
    assert "Tạm tính: 0 trong 9 dòng đã thẩm định" in page.text("//section[1]")


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("", ["Phúc Yên", "Vĩnh Yên", "Yên Lạc"]),
        ("?linh-vuc=1", ["Vĩnh Yên", "Phúc Yên", "Yên Lạc"]),
        ("?sap=name", ["Yên Lạc", "Phúc Yên", "Vĩnh Yên"]),
        ("?q=thanh pho&sap=name", ["Phúc Yên", "Vĩnh Yên"]),
        ("?sap=khong-co&linh-vuc=99", ["Phúc Yên", "Vĩnh Yên", "Yên Lạc"]),
    ],
)
def test_the_address_says_what_is_shown_and_the_spreadsheet_has_the_same_rows(
    client: Client, question: str, order: list[str]
):
    round_ = three_ranked()

    page = Page.of(client.get(address(round_, question)))
    sheet = Sheet.of(client.get(address(round_, f"{question}{'&' if question else '?'}xuat=xlsx")))

    shown = [name.removesuffix(" đồng hạng") for _, name in names(page)]
    assert [" ".join(name.split()[-2:]) for name in shown] == order
    assert sheet.column("Đơn vị") == shown


def test_in_the_spreadsheet_points_are_numbers_codes_are_text_and_every_area_has_its_column(client: Client):
    sheet = Sheet.of(client.get(address(three_ranked(), "?xuat=xlsx")))

    assert sheet.body[2] == [
        Decimal(3),
        "251",
        "UBND huyện Yên Lạc",
        Decimal("14.00"),
        "điểm thẩm định",
        None,
        "",
        Decimal("7.00"),
        Decimal("7.00"),
    ]


def test_a_filter_swaps_the_table_alone(client: Client):
    part = Page.of(client.get(address(three_ranked(), "?q=yen lac"), headers={"HX-Request": "true"}))

    assert part.all("//h1 | //form") == []
    assert part.text("//*[@role='status']") == "1 trong 3 đơn vị"


def test_areas_begin_at_the_same_place_in_every_bar():
    round_ = three_ranked()
    know(round_, "243", satisfied=None)
    bars = [area_bar(one.score.areas) for one in round_standings(round_)]

    starts = [min(float(s.x.rstrip("%")) for s in bar if float(s.x.rstrip("%")) >= 50) for bar in bars]
    ends = [max(float(s.x.rstrip("%")) + float(s.width.rstrip("%")) for s in bar) for bar in bars]

    assert starts == [50.0, 50.0, 50.0]
    assert all(99 < end <= 100 for end in ends)
    assert [(mark.code, mark.x) for mark in area_marks(round_standings(round_)[0].score.areas)] == [
        ("1", "25.00%"),
        ("2", "75.00%"),
    ]


# ── One unit ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_unit_shows_its_rank_and_each_criterion_with_claim_rule_and_award(client: Client):
    page = Page.of(client.get(unit_address(three_ranked(), "251")))

    assert (page.heading, page.texts("//*[@aria-labelledby='answer-head']/p")[:2]) == (
        "UBND huyện Yên Lạc",
        ["14,00 / 20", "Hạng 3/3 (tạm tính)"],
    )
    first = page.rows("//*[@id='linh-vuc-1']//table")[0]
    assert first[:6] == ["1.1 Tiêu chí 1.1", "6,00", "6,00", "–", "3,00−3,00", "−3,00"]
    assert first[6].startswith("Thiếu tài liệu kiểm chứng Hội đồng thẩm định của tỉnh")


@pytest.mark.parametrize("path", ["/xep-hang/0/", "/xep-hang/99999999999999999999999/", "/xep-hang/1/0/"])
def test_what_is_not_there_is_not_found(client: Client, path: str):
    assert client.get(path).status_code == 404


def test_a_unit_of_another_round_is_not_found(client: Client):
    round_, other = three_ranked(), open_small(2019)

    assert client.get(reverse("unit_result", args=[other.pk, unit_of(round_, "243").pk])).status_code == 404


# ── Before publication ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD])
@pytest.mark.parametrize("question", ["", "?xuat=xlsx", "?sap=name", "?linh-vuc=1"])
def test_an_agency_finds_neither_ranks_nor_other_units(role: Role, question: str):
    round_ = three_ranked()

    answer = signed_in(role, "243").get(address(round_, question))

    page = Page.of(answer)
    assert (answer.headers["Content-Type"], page.rows()) == (
        "text/html; charset=utf-8",
        [["UBND thành phố Vĩnh Yên", "16,00", "16,00", "3/3"]],
    )
    assert ("Phúc Yên" in page.source, "17,00" in page.source, "14,00" in page.source) == (
        False,
        False,
        False,
    )


def test_a_part_of_a_closed_ranking_is_no_way_around():
    round_ = three_ranked()

    answer = signed_in(Role.HEAD, "243").get(address(round_), headers={"HX-Request": "true"})

    assert ("Yên Lạc" in answer.content.decode(), answer.status_code) == (False, 200)


def test_an_agency_opens_its_own_unit_and_no_other():
    round_ = three_ranked()
    head = signed_in(Role.HEAD, "243")

    own, other = head.get(unit_address(round_, "243")), head.get(unit_address(round_, "251"))

    page = Page.of(own)
    assert (own.status_code, other.status_code, "Hạng" in page.text("//main")) == (200, 404, False)
    assert page.text("//*[@aria-labelledby='answer-head']/p[1]") == "16,00 / 16,00 điểm tự chấm"
    assert "2.2" not in page.text("//main")  # the survey is no row of theirs


def test_the_administrator_has_no_way_in():
    round_ = three_ranked()
    administrator = signed_in(Role.ADMINISTRATOR, "26-so-noi-vu")

    paths = [reverse("rankings"), address(round_), unit_address(round_, "243")]
    assert [administrator.get(path).status_code for path in paths] == [403, 403, 403]


def test_nobody_is_sent_to_sign_in(anybody: Client):
    assert anybody.get(address(three_ranked())).status_code == 302


# ── Questions asked of the database ──────────────────────────────────────────────────────────────────────────────────


def test_a_ranking_of_many_units_beside_an_earlier_year_asks_at_most_fifteen_times(client: Client):
    units = {str(code): f"UBND xã số {code}" for code in range(300, 360)}
    earlier = open_small(2017, units=units)
    for code in units:
        claim(earlier, code, c1_1="1", c1_2="1", c2_1="1")
    AssessmentRound.objects.filter(pk=earlier.pk).update(published_at=earlier.opened_at)
    round_ = open_small(2018, units=units)

    with CaptureQueriesContext(connection) as first:
        assert client.get(address(round_)).status_code == 200
    with CaptureQueriesContext(connection) as again:
        client.get(address(round_, "?q=so 30"))
    with CaptureQueriesContext(connection) as of_unit:
        client.get(unit_address(round_, "301"))

    assert (len(again) <= MOST, len(of_unit) <= MOST) == (True, True)
    assert len(first) <= 2 * MOST  # the first time both years are worked out
