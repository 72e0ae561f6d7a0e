"""Screens that every page is looked at on, and what can be wrong with a page there."""

from pathlib import Path

from playwright.sync_api import Page, expect

WIDTHS = (390, 820, 1440)
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
    """A screen of a width, in light colours, on which nothing moves."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")


def faults(page: Page) -> list[str]:
    """What breaks a rule of WCAG 2.1 AA on the page as it stands, in light and in dark, or is wider than the screen."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(TOO_WIDE) + page.evaluate(VIOLATIONS, RULES)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    found += [f"dark: {fault}" for fault in page.evaluate(VIOLATIONS, CONTRAST)]
    page.emulate_media(color_scheme="light")
    return found
