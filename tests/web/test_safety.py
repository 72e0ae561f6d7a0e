"""Nothing on a page comes from elsewhere, and nothing in it could run what somebody slipped in."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.addresses import PAGES, POST_ONLY, address
from tests.web.html import Page

pytestmark = pytest.mark.usefixtures("demonstration")

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
ADDRESSED = (
    "//@href | //@src | //@action | //@formaction | //@srcset | //@poster | //@data | //@hx-get | //@hx-post"
)


def policy(response: Any) -> dict[str, str]:
    directives = response.headers["Content-Security-Policy"].split(";")
    return {name: value for name, _, value in (directive.strip().partition(" ") for directive in directives)}


@pytest.mark.parametrize("name", PAGES)
def test_every_page_allows_only_what_this_site_serves(client: Client, name: str):
    assert policy(client.get(address(name))) == POLICY


def test_answers_that_are_no_page_are_as_strict(client: Client):
    answers = [
        client.get("/khong-co/"),
        client.get(reverse("set_theme")),
        client.post(reverse("upload_preview")),
    ]

    assert [(answer.status_code, policy(answer)) for answer in answers] == [
        (404, POLICY),
        (405, POLICY),
        (422, POLICY),
    ]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_holds_style_or_script_of_its_own(client: Client, name: str):
    page = Page.of(client.get(address(name)))

    assert page.all("//style | //script[not(@src)] | //script[normalize-space()]") == []
    assert page.all("//@style") == []
    assert page.all("//@*[starts-with(name(), 'on') or starts-with(name(), 'hx-on')]") == []


@pytest.mark.parametrize("name", PAGES)
def test_every_address_on_a_page_is_one_of_this_site(client: Client, name: str):
    page = Page.of(client.get(address(name)))

    elsewhere = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
    assert [str(found) for found in page.all(ADDRESSED) if elsewhere.match(str(found))] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_form_that_changes_something_carries_a_token(client: Client, name: str):
    page = Page.of(client.get(address(name)))

    forms = page.all("//form[translate(@method, 'POST', 'post') = 'post']")
    assert len(forms) >= 2
    assert [form for form in forms if not form.xpath(".//input[@name='csrfmiddlewaretoken']")] == []


def test_answers_may_not_be_framed_guessed_at_or_told_to_others(client: Client):
    headers = client.get("/").headers

    told = {
        name: headers[name]
        for name in (
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
        )
    }
    assert told == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


# ── The reader's choices: language and theme ─────────────────────────────────────────────────────────────────────────

ELSEWHERE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "https:elsewhere.example",
    "javascript:alert(1)",
    "",
]


def test_a_reader_who_switches_to_english_stays_on_the_page_and_reads_english_from_then_on(client: Client):
    answer = client.post(reverse("set_language"), {"language": "en", "next": "/tru-diem/?sap=criterion"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/tru-diem/?sap=criterion")
    assert Page.of(client.get("/")).all("/html/@lang") == ["en"]


def test_the_browsers_own_language_is_not_asked(client: Client):
    page = Page.of(client.get("/", headers={"Accept-Language": "en"}))

    assert page.all("/html/@lang") == ["vi"]


def test_a_language_that_is_not_there_changes_nothing(client: Client):
    client.post(reverse("set_language"), {"language": "de"})

    assert Page.of(client.get("/")).all("/html/@lang") == ["vi"]


@pytest.mark.parametrize(("theme", "shown"), [("dark", ["dark"]), ("light", ["light"]), ("neon", [])])
def test_a_chosen_theme_is_kept_and_another_word_is_not(client: Client, theme: str, shown: list[str]):
    answer = client.post(reverse("set_theme"), {"theme": theme, "next": "/co-quan/"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/co-quan/")
    assert Page.of(client.get("/")).all("/html/@data-bs-theme") == shown


def test_a_forged_theme_cookie_is_not_written_into_the_page(client: Client):
    client.cookies["theme"] = '"><script>'

    assert Page.of(client.get("/")).all("/html/@data-bs-theme") == []


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
@pytest.mark.parametrize(
    ("name", "choice"), [("set_language", {"language": "en"}), ("set_theme", {"theme": "dark"})]
)
def test_a_choice_never_leads_to_another_site(
    client: Client, name: str, choice: dict[str, str], elsewhere: str
):
    answer = client.post(reverse(name), {**choice, "next": elsewhere})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize("name", sorted(POST_ONLY))
def test_an_empty_form_never_breaks_a_page(client: Client, name: str):
    assert client.post(reverse(name)).status_code in {302, 422}
