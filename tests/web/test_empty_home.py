"""The pages while nothing, or only a plan, is stored: each says what is not there, and offers a first step."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.services.actor import SYSTEM
from parindex.services.improvement.storing_plans import Source, store_plan
from parindex.web.doors import RIGHT_OF
from tests.documents.resaved import cells_of
from tests.people import person
from tests.plan_5264 import PLAN
from tests.web.accounts import SIGN_IN
from tests.web.addresses import EXAMPLES, NAMES, PAGES
from tests.web.html import Page

pytestmark = pytest.mark.django_db

WITHOUT_DATA = {  # pages that need no data: a form, the frameworks that come along, what was done here
    "upload": "Tải kế hoạch lên",
    "tables": "Bảng Excel",
    "versions": "Phiên bản bộ tiêu chí",
    "version_import": "Nhập bảng tiêu chí",
    "log": "Nhật ký",
    "agencies": "Cơ quan, đơn vị",
}
OF_THE_YEAR = {  # pages of a scoring year: what they say is missing, and where they lead
    "sheets": ("Chưa có phiếu chấm điểm nào", ["/ky-danh-gia/mo/"]),
    "rounds": ("Chưa mở kỳ đánh giá nào", ["/ky-danh-gia/mo/"]),
    "round_open": ("Không có đơn vị nào", ["/co-quan/"]),
}
OF_A_PUBLISHED_YEAR = [
    name for name in PAGES if name not in EXAMPLES and name not in {*WITHOUT_DATA, *OF_THE_YEAR}
]
SNV = "26-so-noi-vu"
# every home has the built-in versions, and the coordinator's agency is stored with the account
THINGS = [name for name in PAGES if name in EXAMPLES and name not in {"version", "agency"}]


def path_of(name: str) -> str:
    arguments = {"pk": 1} if name in {"plan", "task"} else {}
    return reverse(name, kwargs={**EXAMPLES.get(name, {}), **arguments})


@pytest.mark.parametrize("name", OF_A_PUBLISHED_YEAR)
def test_every_page_says_that_nothing_is_loaded_and_offers_a_first_step(client: Client, name: str):
    response = client.get(reverse(name))

    page = Page.of(response)
    assert (response.status_code, page.heading) == (200, "Chưa có năm nào được công bố")
    assert page.all("//main//section//a/@href") == [reverse("upload")]
    assert page.text("//main//section//code") == "parindex demo"


@pytest.mark.parametrize("name", OF_THE_YEAR)
def test_pages_of_the_year_say_what_is_missing_and_where_it_starts(client: Client, name: str):
    page = Page.of(client.get(reverse(name)))

    blank = "//div[contains(@class,'blank')]"
    headings = page.texts(f"{blank}/h1 | {blank}/h2")
    assert (headings, page.all(f"{blank}//a/@href")) == ([OF_THE_YEAR[name][0]], OF_THE_YEAR[name][1])


@pytest.mark.parametrize("name", WITHOUT_DATA)
def test_pages_that_need_no_data_are_there_all_the_same(client: Client, name: str):
    response = client.get(reverse(name))

    assert (response.status_code, Page.of(response).heading) == (200, WITHOUT_DATA[name])


def test_the_first_step_is_offered_only_to_those_who_may_take_it():
    client = Client()
    client.force_login(person(Role.HEAD))

    pages = [Page.of(client.get(reverse(name))) for name in ("overview", "plans", "published")]

    assert [(page.heading, page.all("//main//a/@href")) for page in pages] == [
        ("Chưa có năm nào được công bố", [])
    ] * 3


def test_stored_agencies_are_shown_before_any_year_is_published(client: Client):
    tree = Page.of(client.get(reverse("agencies")))
    one = client.get(reverse("agency", args=[SNV]))
    file = client.get(reverse("agencies") + "?xuat=xlsx")

    page = Page.of(one)
    assert tree.texts("//main//ul[contains(@class,'agency-list')]//a") == ["Sở Nội vụ"]
    assert (one.status_code, page.heading) == (200, "Sở Nội vụ")
    assert page.texts("//main//section//h2") == ["Thông tin cơ quan"]
    assert (file.status_code, cells_of(file.content)["Cơ quan"][-1][:2]) == (200, [SNV, "Sở Nội vụ"])


@pytest.mark.parametrize("query", ["?xuat=xlsx", "?q=x"])
@pytest.mark.parametrize("name", [name for name in PAGES if name not in {*EXAMPLES, "agencies"}])
def test_nothing_is_found_or_exported_from_nothing(client: Client, name: str, query: str):
    response = client.get(reverse(name) + query)

    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize("name", THINGS)
def test_there_is_no_page_about_something_that_is_not_stored(client: Client, name: str):
    assert client.get(path_of(name)).status_code == 404


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.HEAD, Role.APPRAISER, Role.ADMINISTRATOR])
def test_nothing_that_can_be_asked_or_sent_breaks_an_empty_home(role: Role):
    client = Client(raise_request_exception=False)
    client.force_login(person(role))
    own = [name for name in NAMES if RIGHT_OF[name] is not None and not name.startswith(("account", "mfa"))]

    broken = [
        (name, ask.__name__)
        for name in own
        for ask in (client.get, client.post)
        if ask(path_of(name)).status_code >= 500
    ]

    assert broken == []


# ── Before the first account ─────────────────────────────────────────────────────────────────────────────────────────


def test_while_nobody_has_an_account_the_sign_in_says_how_the_first_ones_are_made(anybody: Client):
    page = Page.of(anybody.get(SIGN_IN))

    assert page.texts("//main//code") == ["parindex agencies", "parindex invite", "parindex demo"]


def test_from_the_first_account_on_the_sign_in_is_about_signing_in_alone(anybody: Client):
    person(Role.ADMINISTRATOR)

    page = Page.of(anybody.get(SIGN_IN))

    assert (page.texts("//main//code"), page.texts("//main//div[contains(@class,'notice')]")) == ([], [])


def test_who_cannot_sign_in_is_led_to_what_is_published(anybody: Client):
    links = Page.of(anybody.get(SIGN_IN)).all("//main//a/@href")

    assert links == [reverse("account_reset_password"), reverse("published")]
    assert anybody.get(reverse("published")).status_code == 200


def test_the_sign_in_asks_once_whether_anybody_has_an_account(anybody: Client):
    with CaptureQueriesContext(connection) as queries:
        anybody.get(SIGN_IN)

    asked = [query for query in queries.captured_queries if "records_user" in query["sql"]]
    assert len(asked) == 1


# ── A plan alone ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_plan_alone_shows_its_own_figures(client: Client):
    row = store_plan(actor=SYSTEM, plan=PLAN, source=Source(name="ke-hoach.md", sha256="a" * 64))

    pages = [Page.of(client.get(path)) for path in ("/ke-hoach/", f"/ke-hoach/{row.pk}/")]

    assert [(page.heading, len(page.rows("//*[@id='task-list']//table"))) for page in pages] == [
        ("Kế hoạch 5264/KH-UBND", 24)
    ] * 2
    assert client.get(f"/ke-hoach/{row.pk}/nhiem-vu/1/").status_code == 200
