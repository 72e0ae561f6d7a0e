"""Every page in a real browser: accessible, as wide as the screen, in its own letters, light and dark, on paper."""

import io
import json
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Overheard
from tests.browser.places import visit_all

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
VIOLATIONS = f"""async () => {{
    const found = await axe.run(document, {json.dumps(RULES)});
    return found.violations.flatMap(rule => rule.nodes.map(node => `${{rule.id}}: ${{node.target}}`));
}}"""
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(element => element.tagName + "." + element.className)
    .slice(0, 3)"""
OVERFLOWS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FAMILY = "Be Vietnam Pro"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag_2_1_aa(
    page: Page, overheard: Overheard, plan_file: Path, scheme: Any, width: int
):
    overheard.refusals = (404, 422)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    violations = {}

    for place in visit_all(page, plan_file):
        page.evaluate(AXE.read_text(encoding="utf-8"))
        violations[place] = page.evaluate(VIOLATIONS)

    assert {place: found for place, found in violations.items() if found} == {}


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_the_screen(page: Page, overheard: Overheard, plan_file: Path, width: int):
    overheard.refusals = (404, 422)
    page.set_viewport_size({"width": width, "height": 900})

    too_wide = {
        place: page.evaluate(TOO_WIDE) for place in visit_all(page, plan_file) if page.evaluate(OVERFLOWS)
    }

    assert too_wide == {}


@pytest.mark.parametrize("path", ["/", "/ke-hoach/", "/co-quan/"])
def test_every_letter_is_drawn_in_be_vietnam_pro(page: Page, path: str):
    page.goto(path)
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


def test_the_overview_prints_on_one_sheet_of_a4(page: Page):
    page.goto("/")

    with pdfplumber.open(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as sheets:
        texts = [sheet.extract_text() for sheet in sheets.pages]

    assert len(texts) == 1
    assert "80,29" in texts[0]


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
