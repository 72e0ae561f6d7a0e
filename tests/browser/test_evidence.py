"""Documents beside a row in a real browser: attached, chosen, dropped and taken off without leaving the sheet."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from parindex.domain.rights import Role
from tests.browser.seats import sit_down
from tests.documents.test_files_inspection import EICAR
from tests.scoring_year import Year
from tests.web.evidence_year import PDF, open_now, send, signed_in, upload

pytestmark = pytest.mark.browser

REPORT: FilePayload = {"name": "bao-cao.pdf", "mimeType": "application/pdf", "buffer": PDF}
NOTE: FilePayload = {"name": "ghi-chu.txt", "mimeType": "text/plain", "buffer": "Ghi chú".encode()}
VIRUS: FilePayload = {"name": "xau.txt", "mimeType": "text/plain", "buffer": EICAR}
DROP = """([area, text]) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "tha-vao.txt", {type: "text/plain"}));
    for (const kind of ["dragover", "drop"]) {
        area.dispatchEvent(new DragEvent(kind, {dataTransfer: files, bubbles: true, cancelable: true}));
    }
}"""


@pytest.fixture
def year(demonstration: None, settings: Any, tmp_path: Path) -> Year:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    return open_now()


def open_row(page: Page, year: Year, criterion: str) -> None:
    page.goto(f"/cham-diem/{year.sheet().pk}/?dong={year.row(criterion).pk}")


def attach(page: Page, *files: FilePayload) -> None:
    page.get_by_label("Tệp", exact=True).set_input_files(list(files))
    page.get_by_role("button", name="Đính kèm").click()


def test_several_files_are_attached_beside_the_row_and_the_list_counts_them(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    sit_down(context, base_url, Role.SCORER)
    open_row(page, year, "1.6")

    attach(page, REPORT, NOTE)

    expect(page.locator(".proof-name")).to_have_text(["bao-cao", "ghi-chu"])
    expect(page.get_by_role("row", name="1.6").locator(".count-marks")).to_contain_text("2")
    assert page.url.endswith(f"?dong={year.row('1.6').pk}")
    assert page.evaluate("document.activeElement.id") == f"evidence-head-{year.row('1.6').pk}"


def test_a_refused_file_says_why_beside_the_row_and_the_others_stay(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    sit_down(context, base_url, Role.SCORER)
    open_row(page, year, "1.6")

    attach(page, VIRUS, NOTE)

    expect(page.locator(".evidence [role=alert]")).to_have_text(
        "Tệp “xau.txt” chứa mẫu thử vi-rút; tệp không được nhận. Chưa lưu tệp này."
    )
    expect(page.locator(".proof-name")).to_have_text(["ghi-chu"])


def test_a_file_is_dropped_anywhere_on_the_field(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    sit_down(context, base_url, Role.SCORER)
    open_row(page, year, "1.6")

    area = page.locator(".evidence .file-drop").element_handle()
    page.evaluate(DROP, [area, "Nội dung"])
    page.get_by_role("button", name="Đính kèm").click()

    expect(page.locator(".proof-name")).to_have_text(["tha-vao"])


def test_a_document_is_chosen_from_the_library_and_taken_off_again(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    send(signed_in(Role.SCORER), year.row("1.2").pk, upload(), title="Báo cáo thủ tục")
    send(signed_in(Role.SCORER), year.row("1.2").pk, upload(b"Khac", "khac.txt"))
    sit_down(context, base_url, Role.SCORER)
    open_row(page, year, "1.6")

    page.get_by_text("Chọn từ kho").click()
    page.get_by_label("Tìm trong kho").fill("thu tuc")
    expect(page.locator(".pickable .proof-name")).to_have_text(["Báo cáo thủ tục"])
    page.get_by_role("button", name="Chọn Báo cáo thủ tục").click()
    expect(page.locator(".proof-name > a")).to_have_text(["Báo cáo thủ tục"])
    page.get_by_text("Sửa").click()
    page.get_by_role("button", name="Gỡ khỏi dòng này").click()

    expect(page.locator(".proof-name > a")).to_have_count(0)
    expect(page.locator(".evidence [role=status]")).to_have_text(
        "Đã gỡ “Báo cáo thủ tục”; tài liệu vẫn còn trong kho."
    )


def test_a_question_is_answered_beside_the_row(
    page: Page, context: BrowserContext, base_url: str, year: Year
):
    client = signed_in(Role.COORDINATOR)
    client.post(f"/cham-diem/dong/{year.row('1.6').pk}/trao-doi/hoi/", {"text": "Báo cáo nào?"})
    sit_down(context, base_url, Role.SCORER)
    open_row(page, year, "1.6")

    page.get_by_label("Nội dung trả lời").fill("Báo cáo quý I.")
    page.get_by_role("button", name="Gửi trả lời").click()

    expect(page.locator(".note-text")).to_have_text(["Báo cáo nào?", "Báo cáo quý I."])
    expect(page.get_by_role("row", name="1.6").locator(".count-marks")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 820])
def test_everything_works_on_a_page_of_its_own_without_javascript(
    browser: Any,
    browser_context_args: dict[str, Any],
    base_url: str,
    year: Year,
    width: int,
):
    screen = {"viewport": {"width": width, "height": 900}, "java_script_enabled": False}
    context = browser.new_context(**{**browser_context_args, **screen})
    sit_down(context, base_url, Role.SCORER)
    page = context.new_page()
    open_row(page, year, "1.6")

    attach(page, REPORT)

    expect(page.locator(".proof-name")).to_have_text(["bao-cao"])
    context.close()
