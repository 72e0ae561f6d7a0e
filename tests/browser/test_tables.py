"""Tables and versions in the browser: a workbook goes out and comes back, a decision's table becomes a version."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from parindex.records.models import FrameworkVersion
from tests.browser.screens import faults
from tests.documents.annex_sample import CRITERIA, HEADER, xlsx
from tests.returned_tables import cell, edited

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("coordinator")]


@pytest.fixture
def workbook(page: Page, tmp_path: Path) -> Path:
    """The framework of 2017 as the page gives it, with one title edited."""
    page.goto("/bang/")
    offer = page.locator(".table-offer", has_text="Lĩnh vực, tiêu chí, điểm tối đa")
    offer.get_by_role("combobox").select_option(label="Bộ tiêu chí cấp tỉnh năm 2017 (2948-2017)")
    with page.expect_download() as waiting:
        offer.get_by_role("button").click()
    content = Path(waiting.value.path()).read_bytes()
    file = tmp_path / waiting.value.suggested_filename
    file.write_bytes(edited(content, cell("Tiêu chí", ("Mã tiêu chí", "5.7.1"), "Tên", "Công chức xã")))
    return file


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The table of a sample decision."""
    file = tmp_path / "phu-luc.xlsx"
    file.write_bytes(xlsx([HEADER, *CRITERIA]))
    return file


def preview(page: Page, file: Path) -> None:
    page.goto("/bang/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Đọc và xem trước").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xem trước: Bộ tiêu chí")


def match(page: Page, table: Path) -> FrameworkVersion:
    """Read the table and set it beside the framework of 2017, which it is to continue."""
    before = FrameworkVersion.objects.get(code="2948-2017")
    page.goto("/phien-ban/nhap/")
    page.set_input_files("#file", table)
    page.get_by_role("button", name="Đọc và xem trước").click()
    page.get_by_label("Nối tiếp phiên bản").select_option(str(before.pk))
    page.get_by_role("button", name="Đối chiếu với phiên bản trước").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đối chiếu mã tiêu chí")
    return before


def test_a_workbook_goes_out_and_comes_back_with_what_was_edited(page: Page, workbook: Path):
    preview(page, workbook)

    expect(page.locator("[aria-labelledby=changes] tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Lưu các thay đổi").first.click()

    expect(page.locator("main > [role=status]")).to_have_text(f"Đã lưu 1 thay đổi từ tệp {workbook.name}.")
    assert FrameworkVersion.objects.filter(code="2948-2017").count() == 2


def test_a_decisions_table_becomes_a_version_that_continues_the_one_before(page: Page, table: Path):
    before = match(page, table)

    page.get_by_label("1.1.1 Ban hành kế hoạch").fill("1.1")
    page.get_by_role("button", name="Lưu phiên bản").click()

    expect(page.get_by_role("heading", name="Khác phiên bản trước")).to_be_visible()
    stored = FrameworkVersion.objects.get(code="12-2019")
    assert (stored.previous, stored.mapping["1.1.1"]) == (before, ["1.1"])


@pytest.mark.usefixtures("screen")
def test_every_step_fits_its_width_and_is_accessible(page: Page, workbook: Path, table: Path):
    found = {step: faults(page) for step in steps(page, workbook, table)}

    assert {step: wrong for step, wrong in found.items() if wrong} == {}


def steps(page: Page, workbook: Path, table: Path) -> Iterator[str]:
    page.goto("/bang/")
    yield "tables"
    preview(page, workbook)
    yield "preview"
    page.goto("/phien-ban/")
    yield "versions"
    page.goto(f"/phien-ban/{FrameworkVersion.objects.get(code='2948-2017').pk}/")
    yield "a version"
    page.goto("/phien-ban/nhap/")
    yield "a file to choose"
    page.set_input_files("#file", table)
    page.get_by_role("button", name="Đọc và xem trước").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bảng tiêu chí đã đọc")
    yield "what was read"
    match(page, table)
    yield "the mapping"
