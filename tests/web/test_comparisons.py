"""Pages that compare: gaps around zero with their rows, and a unit's facts under another version."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import store_framework
from parindex.web.charts import swing
from tests.people import person
from tests.small_round import award, claim, framework_data, know, open_small, three_ranked, unit_of
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.django_db

ROWS = "//*[@id='rows']//table"
MOST = 15


def gaps(page: Page, section: str) -> list[str]:
    return page.texts(f"//*[@aria-labelledby='{section}']//li")


def test_the_page_says_who_claims_too_much_and_where(client: Client):
    three_ranked()

    page = Page.of(client.get(reverse("over_scoring")))

    assert page.text("//*[@class='lead']") == (
        "Cấp huyện 2018: tự chấm chênh +9,00 điểm so với thẩm định (18,8% điểm tự chấm). "
        "Trong 9 dòng có 4 dòng chấm vượt, 0 dòng chấm thấp hơn."
    )
    assert gaps(page, "agencies-head") == [
        "UBND huyện Yên Lạc +6,00 2/3 dòng",
        "UBND thành phố Vĩnh Yên +2,00 1/3 dòng",
        "UBND thành phố Phúc Yên +1,00 1/3 dòng",
    ]
    assert gaps(page, "criteria-head") == [
        "2.1 Tiêu chí 2.1 +5,00 2/3 dòng",
        "1.1 Tiêu chí 1.1 +3,00 1/3 dòng",
        "1.2 Tiêu chí 1.2 +1,00 1/3 dòng",
    ]


def test_an_agency_leads_to_its_rows_and_they_to_its_result(client: Client):
    round_ = three_ranked()
    page = Page.of(client.get(reverse("over_scoring")))
    (link,) = page.all("//*[@aria-labelledby='agencies-head']//a[contains(., 'Vĩnh Yên')]/@href")

    chosen = Page.of(client.get(link.split("#")[0]))

    assert [row[:6] for row in chosen.rows(ROWS)] == [
        ["2.1 Tiêu chí 2.1", "UBND thành phố Vĩnh Yên", "6,00", "6,00", "4,00", "+2,00"]
    ]
    assert chosen.all(f"{ROWS}//a/@href") == [
        reverse("unit_result", args=[round_.pk, unit_of(round_, "243").pk]) + "#linh-vuc-2"
    ]


def test_a_choice_swaps_the_rows_alone_and_the_spreadsheet_has_them(client: Client):
    three_ranked()
    question = "?co-quan=251"

    part = Page.of(client.get(reverse("over_scoring") + question, headers={"HX-Request": "true"}))
    sheet = Sheet.of(client.get(reverse("over_scoring") + f"{question}&xuat=xlsx"))

    assert (part.all("//h1"), len(part.rows())) == ([], 2)
    assert [row[2:8] for row in sheet.body] == [
        ["1.1", "Tiêu chí 1.1", Decimal(6), Decimal(6), Decimal(3), Decimal(3)],
        ["2.1", "Tiêu chí 2.1", Decimal(6), Decimal(6), Decimal(3), Decimal(3)],
    ]


def test_points_raised_are_good_and_to_the_other_side(client: Client):
    round_ = open_small()
    claim(round_, "243", c1_1="3")
    award(round_, "243", c1_1="4.5")

    page = Page.of(client.get(reverse("over_scoring")))

    assert gaps(page, "agencies-head") == ["UBND thành phố Vĩnh Yên −1,50 0/1 dòng"]
    assert page.all("//*[@aria-labelledby='agencies-head']//rect/@class")[0] == "fill-under"


@pytest.mark.parametrize(
    ("difference", "largest", "drawn"),
    [
        ("2", "4", ("over", "50.00%", "24.00%")),
        ("-4", "4", ("under", "2.00%", "48.00%")),
        ("0", "4", ("none", "50.00%", "0.00%")),
        ("0", "0", ("none", "50.00%", "0.00%")),
    ],
)
def test_the_largest_gap_reaches_the_end_of_its_side(
    difference: str, largest: str, drawn: tuple[str, str, str]
):
    found = swing(Decimal(difference), Decimal(largest))

    assert (found.kind, found.x, found.width) == drawn


def test_while_nothing_is_appraised_the_page_says_what_will_be_there(client: Client):
    open_small()

    assert (
        Page.of(client.get(reverse("over_scoring"))).heading == "Chưa có dòng nào vừa tự chấm vừa thẩm định"
    )


def test_facts_under_another_version_show_both_totals_and_why_some_are_open(client: Client):
    first = store_framework(actor=SYSTEM, data=framework_data("nho-1"), source_name="1")
    store_framework(
        actor=SYSTEM, data=framework_data("nho-2"), source_name="2", previous=first, mapping={"1.1": ["1.1"]}
    )
    round_ = open_small(version=first)
    know(round_, "243", plan_done=Fraction(1, 2))

    page = Page.of(client.get(reverse("what_if"), {"ky": round_.pk, "don-vi": unit_of(round_, "243").pk}))

    assert page.texts("//*[@aria-labelledby='totals-head']//*[@class='figures']") == [
        "≥ 3,00 / 20,0014,00 chưa rõ",
        "≥ 3,00 / 20,0014,00 chưa rõ",
    ]
    assert page.rows("//*[@aria-labelledby='what-if-head']//table")[:2] == [
        ["1.1 Tiêu chí 1.1", "1.1", "50%", "3,00 / 6,00", "50%", ""],
        ["1.2 Tiêu chí 1.2", "mới", "–", "– / 4,00", "–", "Chưa có số liệu “initiatives”: chưa chấm được."],
    ]
    assert page.texts("//*[@aria-labelledby='totals-head']/p")[-1] == (
        "Hai tổng điểm thuộc hai bộ tiêu chí khác nhau nên không so sánh với nhau; "
        "chỉ tỷ lệ của từng tiêu chí tương ứng là so được."
    )


def test_the_trial_is_exported_criterion_by_criterion(client: Client):
    first = store_framework(actor=SYSTEM, data=framework_data("nho-1"), source_name="1")
    second = store_framework(actor=SYSTEM, data=framework_data("nho-2"), source_name="2", previous=first)
    round_ = open_small(version=first)
    know(round_, "243", plan_done=Fraction(1))
    asked: dict[str, str | int] = {
        "ky": round_.pk,
        "don-vi": unit_of(round_, "243").pk,
        "bo": second.pk,
        "xuat": "xlsx",
    }

    sheet = Sheet.of(client.get(reverse("what_if"), asked))

    assert sheet.column("Tiêu chí") == ["1.1", "1.2", "2.1", "2.2"]
    assert sheet.column("Điểm mới") == [Decimal(6), None, None, None]


def test_a_level_with_one_version_offers_no_trial(client: Client):
    open_small()

    page = Page.of(client.get(reverse("what_if")))

    assert page.texts("//main//section//h2") == ["Cấp này mới có một phiên bản"]


@pytest.mark.parametrize(
    "question", ["?ky=x&don-vi=-1&bo=9", "?ky=99999999999999999999999", "?co-quan=%00&tieu-chi=../"]
)
@pytest.mark.parametrize("name", ["over_scoring", "what_if"])
def test_odd_questions_have_an_answer(client: Client, name: str, question: str):
    three_ranked()

    assert client.get(reverse(name) + question).status_code == 200


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD, Role.CONTRIBUTOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize("name", ["over_scoring", "what_if"])
@pytest.mark.parametrize("question", ["", "?xuat=xlsx"])
def test_who_may_not_read_results_is_refused(role: Role, name: str, question: str):
    three_ranked()
    client = Client()
    client.force_login(person(role, "243"))

    assert client.get(reverse(name) + question).status_code == 403


def test_the_pages_ask_at_most_fifteen_times_whatever_the_number_of_rows(client: Client):
    units = {str(code): f"UBND xã số {code}" for code in range(300, 340)}
    round_ = open_small(units=units)
    for code in units:
        claim(round_, code, c1_1="6", c1_2="4", c2_1="6")
        award(round_, code, c1_1="5", c1_2="4", c2_1="6")
    asked = []
    for name in ("over_scoring", "what_if"):
        client.get(reverse(name))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(name))
        asked.append(len(queries))

    assert [count for count in asked if count > MOST] == []
