"""Everything can be reached and seen to be reached with the keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("coordinator")]

STOP = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
        tag: element.tagName,
        words: (element.innerText || element.getAttribute("aria-label") || element.tagName).trim(),
        href: element.getAttribute("href"),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight,
        marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
            || style.boxShadow !== "none",
    };
}"""


def stops(page: Page, most: int = 400) -> list[dict[str, Any]]:
    """Where the Tab key leads, one stop after the other, until it leaves the page."""
    found: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["tag"] in {"BODY", "HTML"}:
            break
        found.append(stop)
    return found


def test_the_first_key_offers_to_skip_to_the_content(page: Page):
    page.goto("/")

    page.keyboard.press("Tab")
    offered = page.evaluate(STOP)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert (offered["words"], offered["seen"], offered["marked"]) == ("Tới nội dung", True, True)
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("path", "scheme"),
    [("/", "light"), ("/bo-tieu-chi/", "dark"), ("/tru-diem/", "light"), ("/ke-hoach/tai-len/", "dark")],
)
def test_every_stop_of_the_tab_key_can_be_seen_and_is_marked(page: Page, path: str, scheme: Any):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(path)

    found = stops(page)

    assert [stop for stop in found if not (stop["seen"] and stop["marked"])] == []
    assert [stop["words"] for stop in found[2:7]] == [
        "Tổng quan",
        "Chấm điểm",
        "Kỳ đánh giá",
        "Trừ điểm",
        "Kế hoạch",
    ]


def test_the_tab_key_reaches_the_links_of_tables(page: Page):
    page.goto("/")

    reached = {stop["href"] for stop in stops(page)}

    in_tables = page.locator("main table a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert len(in_tables) > 10
    assert set(in_tables) - reached == set()


def test_a_filter_is_worked_with_the_keyboard(page: Page):
    page.goto("/tru-diem/")

    page.get_by_role("combobox", name="Nhiệm vụ", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")

    expect(page.locator("#register tbody tr")).to_have_count(1)
    assert page.evaluate("document.activeElement.name") == "nhiem-vu"
