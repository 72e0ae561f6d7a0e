"""Every page in a real browser: accessible, as wide as the screen, in its own letters, light and dark, on paper."""

import io
import re
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Overheard
from tests.browser.places import visit_all
from tests.browser.screens import faults

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("coordinator")]

FAMILY = "Be Vietnam Pro"
WITHOUT_SIGNS = """() => {  // the font's subsets have letters and figures, but no ≥
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll("≥", "");
}"""
UNDER_THE_HEAD = """id => [
    document.querySelector(".frame-head").getBoundingClientRect().bottom,
    document.getElementById(id).getBoundingClientRect().top,
    innerHeight,
]"""


@pytest.mark.usefixtures("scored_year", "screen")
def test_every_page_fits_its_screen_and_breaks_no_rule_of_wcag_2_1_aa(
    page: Page, overheard: Overheard, plan_file: Path
):
    overheard.refusals = (404, 422)

    wrong = {place: faults(page) for place in visit_all(page, plan_file)}

    assert {place: found for place, found in wrong.items() if found} == {}


@pytest.mark.parametrize("path", ["/", "/ke-hoach/", "/co-quan/"])
def test_every_letter_is_drawn_in_be_vietnam_pro(page: Page, path: str):
    page.goto(path)
    page.evaluate(WITHOUT_SIGNS)
    page.evaluate("document.fonts.ready")

    assert fonts_drawn(page, "main") == {FAMILY}
    assert fonts_drawn(page, "header") == {FAMILY}


def fonts_drawn(page: Page, selector: str) -> set[str]:
    """The fonts that the browser really drew the letters below an element with."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": f"{selector} *"})["nodeIds"]
    drawn = (session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes)
    return {
        font["familyName"].removesuffix(" Medium").removesuffix(" SemiBold")
        for fonts in drawn
        for font in fonts
    }


def test_a_page_prints_black_on_white_without_the_parts_for_the_screen(page: Page):
    page.emulate_media(media="print", color_scheme="dark")

    page.goto("/ke-hoach/")

    assert [
        page.locator(part).first.is_visible() for part in ("nav.main-nav", ".frame-tools", "form.filters")
    ] == [
        False,
        False,
        False,
    ]
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def printed(page: Page) -> list[str]:
    """The text of each sheet of A4 that the page prints on."""
    with pdfplumber.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as sheets:
        return [sheet.extract_text() for sheet in sheets.pages]


def test_the_overview_prints_on_one_sheet_of_a4_under_a_line_that_says_what_it_is(page: Page):
    page.goto("/")

    (sheet,) = printed(page)

    head, _, day = sheet.splitlines()[0].rpartition(" · in ngày ")
    assert head == "Chỉ số cải cách hành chính Tỉnh Vĩnh Phúc năm 2017 · kế hoạch 5264/KH-UBND"
    assert re.fullmatch(r"\d{2}/\d{2}/\d{4}", day)
    assert "80,29" in sheet


def test_a_plan_prints_its_findings_from_the_first_sheet_on(page: Page):
    page.goto("/ke-hoach/")
    sentence = page.locator("#bo-sot .finding > div:nth-child(2)").first.inner_text()

    first = printed(page)[0]

    assert "Kế hoạch còn bỏ sót" in first
    assert " ".join(sentence.split()[:4]) in first


@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize(
    ("path", "anchor"),
    [("/bo-tieu-chi/", "parts-head"), ("/bo-tieu-chi/", "linh-vuc-7"), ("/tru-diem/", "register-head")],
)
def test_what_a_link_points_to_stands_below_the_head_of_the_page(
    page: Page, path: str, anchor: str, width: int
):
    page.set_viewport_size({"width": width, "height": 600})
    page.emulate_media(reduced_motion="reduce")
    page.goto("/")  # its letters are at hand then, so that the text does not move once more
    page.evaluate("document.fonts.ready")

    page.goto(f"{path}#{anchor}")

    page.wait_for_function("scrollY > 0")
    head, top, height = page.evaluate(UNDER_THE_HEAD, anchor)
    assert 0 < head <= top < height


def test_the_overviews_question_why_leads_to_the_parts_and_shows_their_heading(page: Page):
    page.goto("/")

    page.get_by_role("link", name="Vì sao?").click()

    page.wait_for_url("**/bo-tieu-chi/#parts-head")
    expect(page.locator("#parts-head")).to_be_in_viewport()
    head, top, height = page.evaluate(UNDER_THE_HEAD, "parts-head")
    assert 0 < head <= top < height


def test_the_page_follows_the_systems_colours_until_the_reader_chooses(page: Page):
    colours = page.locator("html")
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    expect(colours).to_have_attribute("data-bs-theme", "dark")
    page.emulate_media(color_scheme="light")
    expect(colours).to_have_attribute("data-bs-theme", "light")

    page.get_by_role("button", name="Nền tối").click()
    page.goto("/tru-diem/")

    expect(colours).to_have_attribute("data-bs-theme", "dark")
