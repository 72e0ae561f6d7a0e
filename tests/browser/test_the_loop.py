"""The improvement loop as people go through it: from the lost points to the task, and from a document to a plan."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("coordinator")]


def heading(page: Page) -> str:
    return re.sub(r"\s+", " ", page.get_by_role("heading", level=1).inner_text()).strip()


def upload(page: Page, plan_file: Path) -> None:
    page.goto("/ke-hoach/")
    page.get_by_role("link", name="Tải kế hoạch lên").click()
    page.get_by_label("Tệp kế hoạch").set_input_files(plan_file)
    page.get_by_role("button", name="Đọc và xem trước").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem trước: 77/KH-UBND")
    page.get_by_role("button", name="Lưu kế hoạch này").first.click()
    expect(page.get_by_role("status").first).to_have_text("Đã lưu kế hoạch 77/KH-UBND.")


def test_from_the_overview_to_the_largest_loss_to_its_task_and_back_to_the_criterion(page: Page):
    page.goto("/")
    largest = page.get_by_role("table").filter(has_text="Bị trừ").first

    largest.get_by_role("link", name="8.2.3").click()
    without_task = heading(page)
    page.go_back()
    largest.get_by_role("row").filter(has_text="1.6").get_by_role("link", name="NV 1").click()
    task = heading(page)
    page.get_by_role("row").filter(has_text="1.6").get_by_role("link").first.click()

    assert (without_task[:5], task, heading(page)[:3]) == (
        "8.2.3",
        "Thực hiện đủ nhiệm vụ Chính phủ, Thủ tướng giao",
        "1.6",
    )


def test_an_uploaded_plan_is_previewed_stored_and_shown(page: Page, plan_file: Path):
    upload(page, plan_file)

    assert heading(page) == "Kế hoạch 77/KH-UBND"
    expect(page.locator("#task-list tbody tr")).to_have_count(3)


def test_a_search_narrows_the_tree_while_one_types_and_its_address_can_be_kept(page: Page):
    page.goto("/bo-tieu-chi/")

    page.get_by_role("searchbox").press_sequentially("thu tuc")
    expect(page.locator("#tree tbody tr")).to_have_count(7)
    address = page.url
    page.reload()

    assert address.endswith("/bo-tieu-chi/?q=thu%20tuc")
    expect(page.locator("#tree tbody tr")).to_have_count(7)


def test_the_register_narrows_when_a_filter_is_chosen(page: Page):
    page.goto("/tru-diem/")

    page.get_by_role("combobox", name="Cơ quan", exact=True).select_option("Sở Nội vụ")

    expect(page.locator("#register tbody tr")).to_have_count(3)
    expect(page.locator("#register").get_by_role("status")).to_have_text("3 dòng · −3,00 điểm")
    assert heading(page) == "Trừ điểm và trách nhiệm"


def test_going_back_to_a_filtered_list_shows_the_whole_page(page: Page):
    page.goto("/tru-diem/")
    page.get_by_role("combobox", name="Cơ quan", exact=True).select_option("Sở Nội vụ")
    expect(page.locator("#register tbody tr")).to_have_count(3)
    page.locator("#register tbody a").first.click()
    page.wait_for_url("**/bo-tieu-chi/4.1.2/")

    page.go_back()

    expect(page.locator("#register tbody tr")).to_have_count(3)
    assert heading(page) == "Trừ điểm và trách nhiệm"
    assert page.get_by_role("navigation", name="Các trang").is_visible()


def test_a_page_that_left_the_browsers_history_comes_back_whole(page: Page):
    page.goto("/tru-diem/")
    page.get_by_role("combobox", name="Cơ quan", exact=True).select_option("Sở Nội vụ")
    expect(page.locator("#register tbody tr")).to_have_count(3)
    page.get_by_role("combobox", name="Cơ quan", exact=True).select_option("Sở Tư pháp")
    expect(page.locator("#register").get_by_role("status")).to_have_text("3 dòng · −2,75 điểm")
    page.evaluate("sessionStorage.removeItem('htmx-history-cache')")

    page.go_back()

    expect(page.locator("#register").get_by_role("status")).to_have_text("3 dòng · −3,00 điểm")
    assert heading(page) == "Trừ điểm và trách nhiệm"


def test_english_and_dark_are_one_click_each_and_stay(page: Page):
    page.goto("/tru-diem/?sap=criterion")

    page.get_by_role("button", name="EN").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("header form button[name=theme]").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")

    assert page.url.endswith("/tru-diem/?sap=criterion")


def test_an_agencys_communes_are_unfolded_and_lead_to_their_pages(page: Page):
    page.goto("/co-quan/")

    page.get_by_text("UBND huyện Tam Đảo").click()
    page.get_by_role("link", name="UBND thị trấn Tam Đảo").click()

    assert heading(page) == "UBND thị trấn Tam Đảo"


@pytest.mark.browser_context_args(java_script_enabled=False)
class TestWithoutJavaScript:
    def test_a_search_is_sent_by_its_button(self, page: Page):
        page.goto("/bo-tieu-chi/")

        page.get_by_role("searchbox").fill("thủ tục")
        page.get_by_role("button", name="Tìm").click()

        expect(page.locator("#tree tbody tr")).to_have_count(7)

    def test_a_filter_is_sent_by_its_button(self, page: Page):
        page.goto("/tru-diem/")

        page.get_by_role("combobox", name="Nhiệm vụ", exact=True).select_option("chưa có nhiệm vụ")
        page.get_by_role("button", name="Lọc").click()

        expect(page.locator("#register tbody tr")).to_have_count(5)

    def test_a_plan_is_uploaded(self, page: Page, plan_file: Path):
        upload(page, plan_file)

        assert heading(page) == "Kế hoạch 77/KH-UBND"

    def test_the_language_is_switched(self, page: Page):
        page.goto("/")

        page.get_by_role("button", name="EN").click()

        expect(page.locator("html")).to_have_attribute("lang", "en")
