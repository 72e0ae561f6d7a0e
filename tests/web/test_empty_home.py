"""The pages while nothing, or only a plan, is stored."""

import pytest
from django.test import Client
from django.urls import reverse

from parindex.services.actor import SYSTEM
from parindex.services.storing_plans import Source, store_plan
from tests.plan_5264 import PLAN
from tests.web.addresses import EXAMPLES, PAGES
from tests.web.html import Page

pytestmark = pytest.mark.django_db

WHOLE = [name for name in PAGES if name not in EXAMPLES]


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "upload"])
def test_every_page_says_that_nothing_is_loaded_and_offers_a_first_step(client: Client, name: str):
    response = client.get(reverse(name))

    page = Page.of(response)
    assert (response.status_code, page.heading) == (200, "Chưa có kỳ đánh giá nào")
    assert page.all("//main//section//a/@href") == [reverse("upload")]
    assert page.text("//main//section//code") == "parindex demo"


@pytest.mark.parametrize("query", ["?xuat=xlsx", "?q=x"])
@pytest.mark.parametrize("name", [name for name in WHOLE if name != "upload"])
def test_nothing_is_found_or_exported_from_nothing(client: Client, name: str, query: str):
    response = client.get(reverse(name) + query)

    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_a_plan_can_be_uploaded_all_the_same(client: Client):
    response = client.get(reverse("upload"))

    assert (response.status_code, Page.of(response).heading) == (200, "Tải kế hoạch lên")


@pytest.mark.parametrize(
    "path", ["/bo-tieu-chi/1.2/", "/co-quan/26/", "/ke-hoach/1/", "/ke-hoach/1/nhiem-vu/1/"]
)
def test_there_is_no_page_about_something_that_is_not_stored(client: Client, path: str):
    assert client.get(path).status_code == 404


def test_a_plan_alone_shows_its_own_figures(client: Client):
    row = store_plan(actor=SYSTEM, plan=PLAN, source=Source(name="ke-hoach.md", sha256="a" * 64))

    pages = [Page.of(client.get(path)) for path in ("/ke-hoach/", f"/ke-hoach/{row.pk}/")]

    assert [(page.heading, len(page.rows("//*[@id='task-list']//table"))) for page in pages] == [
        ("Kế hoạch 5264/KH-UBND", 24)
    ] * 2
    assert client.get(f"/ke-hoach/{row.pk}/nhiem-vu/1/").status_code == 200
