"""Rankings in a real browser: accessible, as wide as the screen, worked with filters and links."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from parindex.domain.rights import Role
from parindex.records.models import AssessmentRound
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import store_framework
from tests.browser.conftest import Overheard
from tests.browser.screens import faults
from tests.browser.seats import sit_down
from tests.small_round import award, claim, framework_data, open_small, publish_round, three_ranked, unit_of

pytestmark = pytest.mark.browser

Rounds = tuple[AssessmentRound, AssessmentRound]


@pytest.fixture
def rounds(demonstration: None) -> Rounds:
    """A published year and a running one of three districts, and a second version of their criteria."""
    published = publish_round(three_ranked())
    running = open_small(2019, version=published.framework)
    claim(running, "243", c1_1="5", c1_2=None)
    award(running, "243", c1_1="6")
    store_framework(
        actor=SYSTEM,
        data=framework_data("nho-2"),
        source_name="nho-2.yaml",
        previous=published.framework,
        mapping={"1.1": ["1.1"]},
    )
    return published, running


def visit_all(page: Page, base_url: str, rounds: Rounds) -> Iterator[str]:
    """Goes to every page of rankings, first as nobody, then as the coordinator, then as an agency; says where it is."""
    paths = [reverse("rankings"), reverse("over_scoring"), reverse("what_if")]
    for round_ in rounds:
        paths += [
            reverse("ranking", args=[round_.pk]),
            reverse("unit_result", args=[round_.pk, unit_of(round_, "243").pk]),
        ]
    for path in ("/cong-bo/", "/cong-bo/2018/district/", "/cong-bo/2017/province/"):
        page.goto(path)
        yield path
    sit_down(page.context, base_url, Role.COORDINATOR)
    for path in [*paths, f"{paths[3]}?q=khong+co", f"{paths[3]}?linh-vuc=1"]:
        page.goto(path)
        yield path
    sit_down(page.context, base_url, Role.HEAD, "243")
    for path in (paths[5], paths[6]):
        page.goto(path)
        yield f"{path} of an agency"


@pytest.mark.usefixtures("screen")
def test_every_page_of_rankings_fits_its_screen_and_breaks_no_rule_of_wcag_2_1_aa(
    page: Page, base_url: str, rounds: Rounds
):
    found = {place: faults(page) for place in visit_all(page, base_url, rounds)}

    assert {place: wrong for place, wrong in found.items() if wrong} == {}


def test_a_ranking_narrows_while_one_types_and_an_area_puts_it_in_another_order(
    page: Page, base_url: str, rounds: Rounds
):
    page.goto("/cong-bo/2018/district/")
    units = page.locator("#ranking tbody th")

    page.get_by_role("searchbox").press_sequentially("thanh pho")
    expect(units).to_have_count(2)
    page.get_by_role("combobox", name="Xếp theo").select_option("1. Lĩnh vực 1")

    expect(units.first).to_contain_text("UBND thành phố Vĩnh Yên")
    assert page.url.endswith("/cong-bo/2018/district/?q=thanh%20pho&linh-vuc=1&sap=")


def test_an_agency_that_claims_too_much_leads_to_its_rows(page: Page, base_url: str, rounds: Rounds):
    sit_down(page.context, base_url, Role.COORDINATOR)
    page.goto(f"{reverse('over_scoring')}?ky={rounds[0].pk}")

    page.get_by_role("link", name="UBND huyện Yên Lạc").first.click()

    expect(page.locator("#rows tbody tr")).to_have_count(2)
    expect(page.locator("#rows").get_by_role("status")).to_have_text(
        "2 dòng có chênh lệch · UBND huyện Yên Lạc"
    )


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_a_filter_is_sent_by_its_button(page: Page, overheard: Overheard, rounds: Rounds):
    page.goto("/cong-bo/2018/district/")

    page.get_by_role("searchbox").fill("yên lạc")
    page.get_by_role("button", name="Xem").click()

    expect(page.locator("#ranking tbody tr")).to_have_count(1)
