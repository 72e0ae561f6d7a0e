"""The form of a new round while its answers are still on their way: what is typed meanwhile stays."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from parindex.domain.rights import Role
from tests.browser.seats import sit_down

pytestmark = pytest.mark.browser


@pytest.fixture
def form(demonstration: None, page: Page, context: BrowserContext, base_url: str) -> Page:
    """The opening of the province's year 2019, before the coordinator."""
    sit_down(context, base_url, Role.COORDINATOR)
    page.goto("/ky-danh-gia/mo/?nam=2019")
    return page


def held_back(page: Page, question: str, act: Callable[[], object]) -> Route:
    """The question that an act asks, whose answer waits until it is let go on."""
    held: list[Route] = []
    page.route(re.compile(re.escape(question)), lambda route: held.append(route), times=1)
    with page.expect_request(lambda request: question in request.url):
        act()
    while not held:  # the request was seen; who holds it back hears of it a moment later
        page.wait_for_timeout(10)
    return held[0]


def test_a_year_typed_while_the_level_is_changing_is_kept_and_asked_for(form: Page):
    level = form.get_by_role("combobox", name="Cấp", exact=True)
    year = form.get_by_role("spinbutton", name="Năm")

    asked = held_back(form, "cap=district&nam=2019", lambda: level.select_option("district"))
    year.fill("2020")
    asked.continue_()

    expect(form.get_by_text("9 đơn vị có vào ngày 31/12/2019")).to_be_visible()
    expect(year).to_be_focused()
    expect(year).to_have_value("2020")
    year.press("Tab")
    expect(form.get_by_text("9 đơn vị có vào ngày 31/12/2020")).to_be_visible()


def test_no_round_is_opened_while_the_form_of_another_year_is_on_its_way(form: Page):
    year, button = (
        form.get_by_role("spinbutton", name="Năm"),
        form.get_by_role("button", name="Mở kỳ và các phiếu"),
    )
    year.fill("2020")

    asked = held_back(form, "nam=2020", lambda: year.press("Tab"))

    expect(button).to_be_disabled()
    asked.continue_()
    expect(button).to_be_enabled()
    expect(form.get_by_text("1 đơn vị có vào ngày 31/12/2020")).to_be_visible()
