"""Every page answers: with the demonstration, without data, in both languages, and links to pages that are there."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import pytest
from django.test import Client
from django.urls import reverse

from parindex.web.urls import urlpatterns
from tests.web.addresses import NAMES, PAGES, POST_ONLY, address
from tests.web.html import Page

pytestmark = pytest.mark.usefixtures("demonstration")


def seen(client: Client, path: str) -> Page:
    response = client.get(path)
    assert response.status_code == 200, path
    return Page.of(response)


def test_every_address_has_a_name_by_which_tests_find_it():
    assert len(NAMES) == len(urlpatterns)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_answers_in_its_language_with_one_heading_and_a_title(
    client: Client, name: str, language: str
):
    client.cookies["django_language"] = language

    response = client.get(address(name))

    page = Page.of(response)
    assert (response.status_code, page.all("/html/@lang"), len(page.all("//h1"))) == (200, [language], 1)
    assert page.text("//title").split(" · ")[0] != ""


@pytest.mark.parametrize("name", PAGES)
def test_every_page_answers_a_head_request(client: Client, name: str):
    response = client.head(address(name))

    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_addresses_of_deeds_refuse_to_be_read(client: Client, name: str):
    assert client.get(reverse(name)).status_code == 405


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_deeds_are_refused_without_the_forms_token(name: str):
    assert Client(enforce_csrf_checks=True).post(reverse(name)).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/bo-tieu-chi/9.9/",
        "/bo-tieu-chi/7/",
        "/co-quan/26-so-khong-co/",
        "/ke-hoach/0/",
        "/ke-hoach/999999/",
        "/ke-hoach/999999/nhiem-vu/1/",
        "/ke-hoach/99999999999999999999999/",
        "/khong-co/",
    ],
)
def test_what_is_unknown_is_not_found(client: Client, path: str):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("place", [0, 25, 10**30])
def test_a_task_beyond_the_plan_is_not_found(client: Client, place: int):
    assert client.get(f"{address('plan')}nhiem-vu/{place}/").status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unique_and_labels_point_to_something(client: Client, name: str):
    page = seen(client, address(name))

    ids = page.all("//@id")
    pointed_at = " ".join(page.all("//@aria-labelledby | //@aria-describedby | //label/@for")).split()
    assert sorted(ids) == sorted(set(ids))
    assert [target for target in pointed_at if target not in ids] == []


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place_on_it(client: Client):
    pages: dict[str, Page] = {}
    waiting = {address(name) for name in PAGES}
    while waiting:
        path = waiting.pop()
        pages[path] = seen(client, path)
        waiting |= {target for target, _ in targets(path, pages[path])} - pages.keys()

    anchors = {
        (path, target, anchor) for path, page in pages.items() for target, anchor in targets(path, page)
    }
    assert len(pages) > 80
    assert [
        (path, target, anchor)
        for path, target, anchor in sorted(anchors)
        if anchor and anchor not in pages[target].all("//@id")
    ] == []


def targets(path: str, page: Page) -> Iterator[tuple[str, str]]:
    """Where a page leads; of the 137 communes, which are alike, three stand for all."""
    for link in page.links:
        target, anchor = urldefrag(urljoin(path, link))
        if "?" not in target and not (target.startswith("/co-quan/") and is_another_commune(target)):
            yield target, anchor


def is_another_commune(target: str) -> bool:
    code = target.removeprefix("/co-quan/").rstrip("/")
    return len(code) == 5 and code.isdigit() and not code.endswith("00")


@pytest.mark.parametrize(
    "path",
    [
        "/co-quan/?ngay=khong-phai-ngay",
        "/co-quan/?ngay=2025-07-01",
        "/co-quan/?ngay=0001-01-01",
        "/co-quan/?ngay=9999-12-31",
        "/co-quan/?q=%00",
        "/bo-tieu-chi/?q=%F0%9F%98%80%3Cscript%3E",
        "/tru-diem/?co-quan=khong-co&nhiem-vu=x&sap=x",
        "/ke-hoach/?chu-tri=x&han=x&tieu-chi=..&q=x",
    ],
)
def test_odd_questions_have_an_answer(client: Client, path: str):
    assert client.get(path).status_code == 200


def test_what_a_reader_typed_stays_in_the_field_as_text(client: Client):
    page = seen(client, "/bo-tieu-chi/?q=%22%3E%3Cb%3Ehoa")

    assert page.all("//input[@name='q']/@value") == ['">' + "<b>hoa"]


def test_a_code_that_the_framework_does_not_list_says_so_and_shows_who_cites_it(client: Client):
    page = seen(client, "/bo-tieu-chi/7.3.5/")

    assert page.text("//h1") == "7.3.5 chưa liệt kê"
    assert page.texts("//section[@aria-labelledby='tasks']//li/a[1]") == ["NV 14", "NV 5"]


def test_a_form_that_has_expired_says_that_nothing_was_stored():
    refused = Client(enforce_csrf_checks=True).post(reverse("upload_confirm"))

    assert (refused.status_code, Page.of(refused).text("//h1")) == (403, "Biểu mẫu đã cũ")
