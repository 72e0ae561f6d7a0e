"""Filling in a sheet in a real browser: few clicks, saved while one writes, and nothing lost when the line fails."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from parindex.domain.rights import Role
from tests.browser.conftest import Overheard
from tests.browser.screens import faults
from tests.browser.seats import sit_down
from tests.people import person
from tests.scoring_year import Year
from tests.web.accounts import PASSWORD
from tests.web.evidence_year import open_now, signed_in

pytestmark = pytest.mark.browser

SAVED = re.compile(r"Đã lưu lúc \d\d:\d\d")
SAVE_ADDRESS = "**/luu/"


@pytest.fixture
def year(demonstration: None) -> Year:
    return open_now()


@pytest.fixture
def at_work(year: Year, context: BrowserContext, base_url: str) -> Year:
    """The year, with a scorer of Sở Nội vụ signed in."""
    sit_down(context, base_url, Role.SCORER)
    return year


def open_row(page: Page, year: Year, criterion: str = "5.7.1") -> None:
    page.goto(f"/cham-diem/{year.sheet().pk}/?dong={year.row(criterion).pk}")


def share(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Tỷ lệ công chức cấp xã đạt chuẩn")


def remark(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Ghi chú")


def state(page: Page) -> Locator:
    return page.locator(".save-state")


def said(year: Year, criterion: str = "5.7.1") -> Any:
    return year.row(criterion).current


def lose(route: Route) -> None:
    """The line to the server is down."""
    route.abort()


@pytest.fixture
def quick_passwords(settings: Any) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    yield
    cache.clear()


@pytest.mark.usefixtures("quick_passwords")
def test_from_signing_in_to_the_first_scored_criterion_it_is_four_clicks(page: Page, year: Year):
    user = person(Role.SCORER)
    user.set_password(PASSWORD)
    user.save()
    page.goto("/tai-khoan/dang-nhap/")
    page.get_by_label("Thư điện tử").fill(user.email)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    clicks = [
        page.get_by_role("button", name="Đăng nhập", exact=True),
        page.get_by_role("link", name="Mở phiếu"),
        page.get_by_role("link", name="5.7.1"),
    ]

    for click in clicks:
        click.click()
    share(page).fill("249/250")
    expect(page.locator(".live .points")).to_have_text("0,25")
    page.get_by_role("button", name="Lấy theo điểm tính được").click()

    expect(state(page)).to_have_text(SAVED)
    assert (len(clicks) + 1, str(said(year).claimed.normalize())) == (4, "0.25")


def test_a_row_opens_beside_the_list_follows_while_one_types_and_saves_itself(page: Page, at_work: Year):
    page.goto(f"/cham-diem/{at_work.sheet().pk}/")

    page.get_by_role("link", name="5.7.1").click()
    share(page).fill("100%")
    expect(page.locator(".live .points")).to_have_text("0,50")
    page.get_by_role("textbox", name="Điểm tự chấm").fill("0,5")
    expect(state(page)).to_have_text(SAVED)

    assert page.url.endswith(f"?dong={at_work.row('5.7.1').pk}")
    expect(page.locator("#sheet-head .value").first).to_have_text("0,50 / 9,50")
    expect(page.get_by_role("row", name="5.7.1").get_by_role("cell").first).to_have_text("0,50")
    assert said(at_work).computed == said(at_work).claimed


def test_words_survive_a_lost_connection_and_are_saved_when_it_is_back(
    page: Page, at_work: Year, overheard: Overheard
):
    open_row(page, at_work)
    page.route(SAVE_ADDRESS, lose)

    remark(page).fill("Viết khi mất mạng")
    expect(state(page)).to_have_text(
        "Chưa lưu được, đang thử lại; nội dung vẫn giữ trên máy này.", timeout=10_000
    )
    page.unroute(SAVE_ADDRESS)
    expect(state(page)).to_have_text(SAVED, timeout=10_000)

    assert said(at_work).remark == "Viết khi mất mạng"
    assert page.evaluate("localStorage.length") == 0
    overheard.complaints.clear()  # the lost connection was meant


def test_words_that_were_not_saved_come_back_when_the_row_is_opened_again(
    page: Page, context: BrowserContext, at_work: Year, overheard: Overheard
):
    open_row(page, at_work)
    page.route(SAVE_ADDRESS, lose)
    remark(page).fill("Máy tắt giữa chừng")
    expect(state(page)).to_have_text("Chưa lưu…")
    page.close(run_before_unload=False)

    again = context.new_page()
    open_row(again, at_work)

    expect(remark(again)).to_have_value("Máy tắt giữa chừng")
    expect(state(again)).to_have_text(SAVED)
    assert said(at_work).remark == "Máy tắt giữa chừng"
    overheard.complaints.clear()  # the lost connection was meant


def test_of_two_versions_of_one_field_the_reader_keeps_their_own(
    page: Page, context: BrowserContext, at_work: Year, overheard: Overheard, base_url: str
):
    overheard.refusals = (409,)
    open_row(page, at_work)
    head = signed_in(Role.HEAD)
    row = at_work.row("5.7.1")
    head.post(f"/cham-diem/dong/{row.pk}/luu/", {"base": "0", "remark": "Của lãnh đạo"})

    remark(page).fill("Của người chấm")
    expect(page.locator(".both > div")).to_have_text(
        [re.compile("Của tôi\\s*Của người chấm"), re.compile("head 26-so-noi-vu.*Của lãnh đạo")]
    )
    page.get_by_role("button", name="Giữ của tôi").click()

    expect(state(page)).to_have_text(SAVED)
    expect(page.locator("[data-conflict]")).to_have_count(0)
    assert said(at_work).remark == "Của người chấm"


def test_of_two_versions_of_one_field_the_reader_takes_the_other(
    page: Page, at_work: Year, overheard: Overheard
):
    overheard.refusals = (409,)
    open_row(page, at_work)
    row = at_work.row("5.7.1")
    signed_in(Role.HEAD).post(f"/cham-diem/dong/{row.pk}/luu/", {"base": "0", "remark": "Của lãnh đạo"})

    remark(page).fill("Của người chấm")
    page.get_by_role("link", name="Lấy bản kia").click()

    expect(remark(page)).to_have_value("Của lãnh đạo")
    expect(page.locator("[data-conflict]")).to_have_count(0)


def test_the_keyboard_goes_from_row_to_row_and_saves(page: Page, at_work: Year):
    open_row(page, at_work, "5.5.2")
    heading = page.locator("#row-panel h2")

    page.keyboard.press("j")
    expect(heading).to_contain_text("5.7.1")
    page.keyboard.press("k")
    expect(heading).to_contain_text("5.5.2")
    remark(page).fill("Lưu bằng phím")
    page.keyboard.press("Control+s")
    expect(state(page)).to_have_text(SAVED)
    page.keyboard.press("Alt+ArrowDown")
    expect(heading).to_contain_text("5.7.1")

    assert said(at_work, "5.5.2").remark == "Lưu bằng phím"


def test_rows_of_a_list_are_added_and_a_reason_is_asked_for_once_a_known_fact_is_touched(
    page: Page, at_work: Year
):
    open_row(page, at_work, "4.1.2")
    rows = page.locator(".list-row")
    before = rows.count()

    page.get_by_role("button", name="Thêm dòng").first.click()

    expect(rows).to_have_count(before + 1)
    assert page.evaluate("document.activeElement.name") == "f0-name"


@pytest.mark.usefixtures("screen")
def test_the_pages_of_a_sheet_are_accessible_and_fit_the_screen(page: Page, at_work: Year):
    sheet, row = at_work.sheet().pk, at_work.row("5.7.1").pk
    paths = [
        "/cham-diem/",
        f"/cham-diem/{sheet}/",
        *(f"/cham-diem/{sheet}/?dong={at_work.row(code).pk}" for code in ("1.2", "4.1.2", "5.5.2", "5.7.1")),
        f"/cham-diem/dong/{row}/phien-ban/",
    ]
    found = {}

    for path in paths:
        page.goto(path)
        found[path] = faults(page)

    assert {path: problems for path, problems in found.items() if problems} == {}


def test_on_a_phone_the_open_row_has_the_page_for_itself_and_leads_back(page: Page, at_work: Year):
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(f"/cham-diem/{at_work.sheet().pk}/")

    page.get_by_role("link", name="5.7.1").click()
    expect(share(page)).to_be_visible()
    expect(page.locator("#sheet-rows")).to_be_hidden()
    page.get_by_role("link", name="Về phiếu").click()

    expect(page.locator("#sheet-rows")).to_be_visible()


@pytest.mark.browser_context_args(java_script_enabled=False)
class TestWithoutJavaScript:
    def test_a_row_is_scored_with_plain_forms(self, page: Page, at_work: Year):
        page.goto(f"/cham-diem/{at_work.sheet().pk}/")

        page.get_by_role("link", name="5.7.1").click()
        share(page).fill("249/250")
        page.get_by_role("button", name="Lấy theo điểm tính được").click()

        expect(page.get_by_role("status").first).to_have_text("Đã lưu tiêu chí 5.7.1.")
        expect(page.get_by_role("textbox", name="Điểm tự chấm")).to_have_value("0,25")
