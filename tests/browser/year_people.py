"""People of a whole year in the browser: each has a browser of their own, and gets about by links and buttons."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Download, FilePayload, Locator, Page, expect

from tests.web.accounts import PASSWORD

OpenBrowser = Callable[[], BrowserContext]


@dataclass(frozen=True)
class Person:
    """Somebody at a page."""

    page: Page

    def sign_in(self, email: str) -> None:
        self.page.goto("/tai-khoan/dang-nhap/")
        self.page.get_by_label("Thư điện tử").fill(email)
        self.page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
        self.press("Đăng nhập")
        expect(self.page.locator(".account-menu")).to_be_visible()

    def go(self, place: str) -> None:
        """To a place of the navigation."""
        self._shown(place).click()
        expect(self._place(place)).to_have_attribute("aria-current", "page")

    def open_page(self, what: str, unit: str) -> str:
        """To a unit's "Tổng hợp", "Thẩm định" or "Trách nhiệm"; returns the address."""
        self.open_level("Tỉnh" if unit.startswith("Tỉnh") else "Cấp huyện")
        line = self.page.locator("#units tr", has_text=unit).first
        self.follow(what, within=line)
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("2018")
        return self.page.url

    def answered(self, address: str) -> int:
        """The status with which an address that somebody else has is answered."""
        return self.page.request.get(address).status

    def open_level(self, level: str) -> None:
        """To the round of 2018 of a level."""
        self.go("Kỳ đánh giá")
        year = self.page.locator("section", has=self.page.get_by_role("heading", name="Năm 2018"))
        self.follow(level, within=year)

    def follow(self, link: str, within: Locator | None = None) -> None:
        """By a link to another page."""
        found = (within or self.page).get_by_role("link", name=link, exact=True).first
        address = found.get_attribute("href") or ""
        found.click()
        if not address.startswith("?"):
            self.page.wait_for_url(f"**{address.partition('#')[0]}*")

    def press(self, button: str, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=button, exact=True).first.click()

    def download(self, link: str, within: Locator | None = None) -> Download:
        with self.page.expect_download() as started:
            (within or self.page).get_by_role("link", name=link).click()
        return started.value

    def is_told(self, words: str) -> None:
        """The page confirms a deed."""
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_visible()

    def bring_back(self, workbook: FilePayload, *, changes: int) -> None:
        """Reads an edited workbook in, after its preview."""
        self.page.get_by_label("Tệp đã sửa").set_input_files(workbook)
        self.press("Đọc và xem trước")
        expect(self.page.get_by_role("status").first).to_have_text(f"{changes} thay đổi sẽ được lưu.")
        self.press("Lưu các thay đổi")
        self.is_told(f"Đã lưu {changes} thay đổi từ tệp {workbook['name']}.")

    def words(self, selector: str) -> list[str]:
        """What stands in the elements of a page, on one line each."""
        found = self.page.locator(selector)
        expect(found.first).to_be_visible()
        return [one_line(text) for text in found.all_inner_texts()]

    def pairs(self, *columns: str) -> list[tuple[str, ...]]:
        """What stands in columns of a table, line by line."""
        return list(zip(*(self.words(column) for column in columns), strict=True))

    def _place(self, place: str) -> Locator:
        places = self.page.get_by_role("navigation", name="Các trang")
        return places.get_by_role("link", name=place, exact=True, include_hidden=True)

    def _shown(self, place: str) -> Locator:
        link = self._place(place)
        if not link.is_visible():
            self.page.locator(".more-nav > summary").click()
        return link


@dataclass(frozen=True)
class Administrator(Person):
    """Quản trị viên."""

    def invite(self, *, name: str, email: str, role: str, agency: str) -> str:
        """Makes an invitation; returns the link that it is accepted by."""
        self.go("Người dùng")
        self.follow("Mời người dùng")
        self.page.get_by_label("Họ và tên").fill(name)
        self.page.get_by_label("Thư điện tử").fill(email)
        self.page.get_by_label("Vai trò").select_option(label=role)
        self.page.get_by_label("Tại cơ quan").select_option(label=agency)
        self.press("Tạo thư mời")
        return self.page.get_by_label("Liên kết, chỉ hiện lần này").input_value()


def accept_invitation(person: Person, link: str) -> None:
    """Sets a password on the page that an invitation leads to, and is signed in."""
    person.page.goto(link)
    person.page.get_by_label("Mật khẩu").fill(PASSWORD)
    person.press("Đặt mật khẩu và đăng nhập")
    expect(person.page.locator(".account-menu")).to_be_visible()


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
