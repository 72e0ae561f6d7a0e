"""Every page that a browser can be sent to, and the states of pages that only a deed leads to."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import FilePayload, Page

from tests.web.addresses import PAGES, address

STATES = (
    "/bo-tieu-chi/?q=thu+tuc",
    "/bo-tieu-chi/?q=khong+co+gi",
    "/tru-diem/?nhiem-vu=area&co-quan=%3F",
    "/ke-hoach/?q=khong+co+gi",
    "/co-quan/?q=tam+dao",
    "/co-quan/?ngay=2025-07-01",
    "/bo-tieu-chi/3.2/",
    "/khong-co/",
)


JUNK: FilePayload = {"name": "rac.txt", "mimeType": "text/plain", "buffer": "Không phải kế hoạch".encode()}


def visit_all(page: Page, plan_file: Path) -> Iterator[str]:
    """Goes to every page and state in turn, and says where it is."""
    for path in (*(address(name) for name in PAGES), "/thiet-ke/", *STATES):
        page.goto(path)
        yield path
    page.goto("/ke-hoach/tai-len/")
    page.get_by_label("Tệp kế hoạch").set_input_files(plan_file)
    page.get_by_role("button", name="Đọc và xem trước").click()
    page.wait_for_url("**/xem-truoc/")
    yield "the preview of an upload"
    page.goto("/ke-hoach/tai-len/")
    page.get_by_label("Tệp kế hoạch").set_input_files(JUNK)
    page.get_by_role("button", name="Đọc và xem trước").click()
    page.get_by_role("alert").wait_for()
    yield "an upload that was refused"
