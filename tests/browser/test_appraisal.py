"""The appraisal in a real browser: rows by keyboard, points without leaving the screen, nothing inaccessible."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from tests.appraised_year import appraised_2018, give, prove, sent_2018, still_open
from tests.browser.screens import faults
from tests.browser.seats import sit_down
from tests.people import give_post, person
from tests.scoring_year import Year

pytestmark = pytest.mark.browser


@pytest.fixture
def year(demonstration: None) -> Year:
    year = sent_2018()
    still_open(year)
    return year


def test_the_keyboard_goes_through_the_rows_and_keeps_a_claim(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    sit_down(context, base_url, Role.APPRAISER)
    page.goto(f"/tham-dinh/{year.unit.pk}/?loc=differs")
    heading = page.locator("#row-head")

    page.keyboard.press("j")
    expect(heading).to_have_text("3.2.1 Công bố danh mục thủ tục hành chính")
    expect(heading).to_be_focused()
    page.keyboard.press("k")
    expect(heading).to_have_text("1.2 Báo cáo định kỳ")
    expect(heading).to_be_focused()
    page.keyboard.press("c")
    expect(heading).to_have_text("3.2.1 Công bố danh mục thủ tục hành chính")

    assert year.row("1.2").stage == Stage.APPRAISED


def test_keys_stay_letters_while_somebody_writes(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    sit_down(context, base_url, Role.APPRAISER)
    page.goto(f"/tham-dinh/{year.unit.pk}/?dong={year.row('5.7.1').pk}")
    reason = page.get_by_label("Lý do")

    reason.press_sequentially("jck")

    expect(reason).to_have_value("jck")
    assert year.row("5.7.1").stage == Stage.SENT


def test_points_are_lowered_with_a_reason_and_the_agency_answers(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    sit_down(context, base_url, Role.APPRAISER)
    page.goto(f"/tham-dinh/{year.unit.pk}/?loc=differs&dong={year.row('5.7.1').pk}")
    page.get_by_label("Điểm", exact=True).fill("0,25")
    page.get_by_label("Lý do").fill("Còn ba công chức chưa đạt chuẩn")
    page.get_by_role("button", name="Cho điểm này").click()
    expect(page.locator("#row-head")).to_contain_text("7.2.2")

    context.clear_cookies()
    sit_down(context, base_url, Role.HEAD)
    page.goto(f"/giai-trinh/{year.sheet().pk}/")
    page.get_by_label("Giải trình của cơ quan").fill("Đã bổ sung văn bằng của ba người")
    page.get_by_role("button", name="Gửi giải trình").click()

    expect(page.get_by_role("status").first).to_have_text(
        "Đã gửi giải trình; hội đồng thẩm định sẽ xem lại dòng này."
    )
    assert year.row("5.7.1").stage == Stage.EXPLAINED


def test_an_owner_is_decided_and_the_year_published(
    page: Page, context: BrowserContext, base_url: str, demonstration: None
):
    year = appraised_2018({"5.7.1": "0.25"})
    sit_down(context, base_url, Role.COORDINATOR)
    page.goto(f"/trach-nhiem/{year.unit.pk}/")
    loss = page.locator(f"#dong-{year.row('5.7.1').pk}")
    loss.get_by_role("button", name="Quyết định").click()
    expect(loss.get_by_text("đã quyết định")).to_be_visible()

    page.goto(f"/ket-qua/cong-bo/{year.round.pk}/")
    page.get_by_label("Gõ năm 2018 để xác nhận").fill("2018")
    page.get_by_role("button", name="Công bố kết quả").click()

    expect(page.locator("p.lead")).to_contain_text("Đã công bố ngày")
    page.goto("/tru-diem/?co-quan=26-so-noi-vu")
    expect(page.get_by_role("row", name="5.7.1")).to_contain_text("Sở Nội vụ")


@pytest.mark.usefixtures("screen")
def test_every_page_of_the_appraisal_fits_its_screen_and_breaks_no_rule_of_wcag(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    prove(year, "5.5.2")
    give(year, "5.7.1", "0.25")
    for role in (Role.APPRAISER, Role.HEAD):
        give_post(person(Role.COORDINATOR), role)
    sit_down(context, base_url, Role.COORDINATOR)
    paths = (
        f"/tham-dinh/{year.unit.pk}/?dong={year.row('5.7.1').pk}",
        f"/tham-dinh/{year.unit.pk}/?xac-nhan=khop",
        f"/giai-trinh/{year.sheet().pk}/",
        f"/trach-nhiem/{year.unit.pk}/",
        f"/ket-qua/nhap/{year.unit.pk}/",
        f"/ket-qua/cong-bo/{year.round.pk}/",
    )

    found = {}
    for path in paths:
        page.goto(path)
        found[path] = faults(page)

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
