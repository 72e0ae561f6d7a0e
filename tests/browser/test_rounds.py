"""The coordinator's year in a real browser: a round opened with one click, rows accepted and returned, a year sent."""

import json
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import AssessmentRound
from parindex.services.actor import SYSTEM
from parindex.services.rounds.years import set_milestones
from tests.browser.screens import faults
from tests.browser.seats import sit_down
from tests.review_year import SNV, Review, review_2018

pytestmark = pytest.mark.browser

ROWS = ".review-rows tbody tr"


@dataclass(frozen=True)
class Desk:
    """A browser in which the coordinator is signed in, and the year on the desk."""

    page: Page
    review: Review

    def open(self, question: str = "") -> None:
        self.page.goto(f"/tong-hop/{self.review.year.unit.pk}/{question}")


@pytest.fixture
def desk(
    demonstration: None, page: Page, context: BrowserContext, base_url: str, settings: Any, tmp_path: Path
) -> Desk:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    review = review_2018()
    first = timezone.localdate() + timedelta(days=10)
    days = {one: first + timedelta(weeks=place) for place, one in enumerate(Milestone)}
    set_milestones(actor=SYSTEM, round_=review.year.round, milestones=days)
    sit_down(context, base_url, Role.COORDINATOR)
    return Desk(page=page, review=review)


def test_the_form_follows_the_level_without_leaving_and_one_click_opens_the_round(desk: Desk):
    page = desk.page
    page.goto("/ky-danh-gia/mo/?nam=2019")
    expect(page.get_by_role("heading", name="Cơ quan chấm điểm từng lĩnh vực")).to_be_visible()

    page.get_by_role("combobox", name="Cấp", exact=True).select_option("district")
    page.wait_for_url("**cap=district**")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(9)
    expect(page.get_by_role("heading", name="Cơ quan chấm điểm từng lĩnh vực")).to_have_count(0)
    page.get_by_role("checkbox", name="UBND huyện Tam Đảo").uncheck()
    page.get_by_role("button", name="Mở kỳ và các phiếu").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Cấp huyện năm 2019")
    assert AssessmentRound.objects.get(level="district", year=2019).units.count() == 8


def test_units_are_found_while_typing_and_the_address_keeps_it(desk: Desk):
    page = desk.page
    page.goto(f"/ky-danh-gia/{desk.review.year.round.pk}/")

    page.get_by_role("searchbox").press_sequentially("tai chinh")
    page.wait_for_url("**q=tai%20chinh**")

    expect(page.locator("#units tbody th")).to_have_count(6)  # the unit is shown with all who score it


def test_ticked_rows_are_accepted_and_one_goes_back_with_its_reason(desk: Desk):
    desk.review.hand_in(SNV)
    desk.open()
    page = desk.page
    page.get_by_role("combobox", name="Xem").select_option("submitted")
    expect(page.locator(ROWS)).to_have_count(6)

    page.get_by_role("checkbox", name="Chọn dòng 1.2").check()
    page.get_by_role("checkbox", name="Chọn dòng 5.7.1").check()
    page.get_by_role("button", name="Nhận các dòng đã chọn").click()

    expect(page.get_by_role("status").first).to_have_text("Đã nhận 2 dòng.")
    expect(page.locator(ROWS)).to_have_count(4)
    row = page.locator(ROWS, has_text="5.4")
    row.get_by_text("Trả lại", exact=True).click()
    row.get_by_label("Lý do").fill("Thiếu quyết định bổ nhiệm")
    row.get_by_role("button", name="Trả lại dòng này").click()
    expect(page.get_by_role("status").first).to_have_text("Đã trả lại dòng 5.4.")
    expect(page.locator(ROWS)).to_have_count(3)


def test_a_whole_year_is_accepted_consolidated_and_sent_by_its_buttons(desk: Desk):
    desk.review.hand_in()
    desk.open()
    page, verdict = desk.page, desk.page.locator(".verdict-word")
    expect(verdict).to_have_text("Chưa")

    for _ in desk.review.sheets:
        page.get_by_role("button", name="Nhận cả").first.click()
    page.get_by_role("button", name="Tổng hợp 17 dòng").click()
    expect(verdict).to_have_text("Được")
    page.get_by_role("button", name="Trình 17 dòng").click()

    expect(verdict).to_have_text("Đã trình")


def test_report_and_package_are_one_click_away(desk: Desk):
    desk.review.claim("5.7.1", "0.50", share=Fraction(249, 250))
    desk.review.prove("5.7.1", "Danh sách công chức", b"ba")
    desk.open()

    files = {}
    for name in ("JSON", "Gói tài liệu kiểm chứng (ZIP)"):
        with desk.page.expect_download() as download:
            desk.page.get_by_role("link", name=name).click()
        files[name] = Path(download.value.path())

    sums = json.loads(files["JSON"].read_text(encoding="utf-8"))["sums"]
    with ZipFile(files["Gói tài liệu kiểm chứng (ZIP)"]) as archive:
        names = archive.namelist()
    assert (sums["claimed"], sums["computed"]) == ("0.50", "0.25")
    assert names[0] == "Lĩnh vực 5/5.7.1-01 bao-cao-1.txt"


@pytest.mark.usefixtures("screen")
def test_a_year_at_work_breaks_no_rule_of_wcag_and_fits_the_screen(desk: Desk):
    desk.review.claim("5.7.1", "0.50", justification="Ba người đang học", share=Fraction(249, 250))
    desk.review.hand_in(SNV)
    page = desk.page
    found = {}

    for path in (f"/ky-danh-gia/{desk.review.year.round.pk}/", f"/tong-hop/{desk.review.year.unit.pk}/"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
        found[path] = faults(page)

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
