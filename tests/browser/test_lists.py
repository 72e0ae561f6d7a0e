"""Lists at work: what is filtered is what is exported, and a heading sorts what is filtered."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.spreadsheets import Sheet

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("coordinator")]


@dataclass(frozen=True)
class Saved:
    """A file that the browser saved."""

    content: bytes


def export(page: Page, region: str) -> Sheet:
    """The spreadsheet behind the link that stands in a region of the page."""
    with page.expect_download() as download:
        page.locator(region).get_by_role("link", name="Xuất Excel").click()
    return Sheet.of(Saved(Path(download.value.path()).read_bytes()))


def first_cells(page: Page, region: str) -> list[str]:
    cells = page.locator(f"{region} tbody tr > :first-child").all_inner_texts()
    return [cell.split()[0] for cell in cells]


def test_the_register_exports_the_rows_that_a_filter_left(page: Page):
    page.goto("/tru-diem/")
    page.get_by_role("combobox", name="Lĩnh vực", exact=True).select_option("7. Hiện đại hóa hành chính")
    expect(page.locator("#register tbody tr")).to_have_count(5)

    link = page.locator("#register").get_by_role("link", name="Xuất Excel").get_attribute("href")
    sheet = export(page, "#register")

    assert link == "/tru-diem/?linh-vuc=7&xuat=xlsx"
    assert sheet.column("Tiêu chí") == first_cells(page, "#register")
    assert sheet.column("Tiêu chí") == ["7.2.2", "7.2.3", "7.3.2", "7.1.4", "7.1.1"]


def test_the_task_list_exports_the_rows_that_a_search_left(page: Page):
    page.goto("/ke-hoach/")
    page.get_by_role("searchbox").press_sequentially("sipas")
    expect(page.locator("#task-list tbody tr")).to_have_count(3)

    sheet = export(page, "#task-list")

    assert sheet.column("NV") == first_cells(page, "#task-list") == ["11", "21", "22"]


def test_a_heading_sorts_what_a_filter_left_and_the_filter_stays(page: Page):
    page.goto("/tru-diem/")
    page.get_by_role("combobox", name="Lĩnh vực", exact=True).select_option("7. Hiện đại hóa hành chính")
    expect(page.locator("#register tbody tr")).to_have_count(5)

    page.locator("#register").get_by_role("link", name="Tiêu chí", exact=True).click()

    page.wait_for_url("**/tru-diem/?linh-vuc=7&sap=criterion")
    assert first_cells(page, "#register") == ["7.1.1", "7.1.4", "7.2.2", "7.2.3", "7.3.2"]
    expect(page.get_by_role("combobox", name="Lĩnh vực", exact=True)).to_have_value("7")
    expect(page.get_by_role("combobox", name="Sắp xếp")).to_have_value("criterion")


def test_the_way_back_shows_the_whole_list_and_empties_the_filters(page: Page):
    page.goto("/tru-diem/")
    page.get_by_role("combobox", name="Lĩnh vực", exact=True).select_option("7. Hiện đại hóa hành chính")
    expect(page.locator("#register tbody tr")).to_have_count(5)

    page.get_by_role("link", name="Xóa lọc").click()

    expect(page.locator("#register tbody tr")).to_have_count(17)
    expect(page.get_by_role("combobox", name="Lĩnh vực", exact=True)).to_have_value("")
    assert page.url.endswith("/tru-diem/")
