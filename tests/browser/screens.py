"""Screens that every page is looked at on, and what can be wrong with a page there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect

Colours = Literal["light", "dark"]

# In which colours each width is looked at, the first with every rule: bar, cards and tables are all seen in both.
SCREENS: Mapping[int, tuple[Colours, ...]] = {390: ("light", "dark"), 820: ("light",), 1440: ("dark",)}
AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
VIOLATIONS = """async rules => {
    const found = await axe.run(document, rules);
    return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}`));
}"""
TOO_WIDE = """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
    [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(element => `too wide: ${element.tagName}.${element.className}`)
    .slice(0, 3)"""


def sit_before(page: Page, width: int) -> None:
    """A screen of a width, in the first of its colours, on which nothing moves."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=SCREENS[width][0], reduced_motion="reduce")


def faults(page: Page) -> list[str]:
    """What of the page breaks a rule of WCAG 2.1 AA in the colours of its screen, or is too wide for it."""
    assert page.viewport_size
    first, *others = SCREENS[page.viewport_size["width"]]
    page.evaluate(AXE)
    found: list[str] = page.evaluate(TOO_WIDE) + page.evaluate(VIOLATIONS, RULES)
    for colours in others:
        turn(page, colours)
        found += [f"{colours}: {fault}" for fault in page.evaluate(VIOLATIONS, CONTRAST)]
    turn(page, first)
    return found


def turn(page: Page, colours: Colours) -> None:
    """The system goes over to light or dark, and the page follows."""
    page.emulate_media(color_scheme=colours)
    expect(page.locator("html")).to_have_attribute("data-bs-theme", colours)
