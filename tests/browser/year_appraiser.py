"""The appraiser of the year: claim, evidence and explanation side by side; rows kept, lowered, raised."""

import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.browser.year_people import Person


@dataclass(frozen=True)
class Appraiser(Person):
    """Thành viên hội đồng thẩm định."""

    def keep_matching(self) -> None:
        """Keeps all rows whose claim is what the facts give, once they were shown."""
        self.page.get_by_role("link", name=re.compile("^Chấp nhận .* dòng khớp$")).click()
        self.press("Chấp nhận các dòng đã chọn")
        self.is_told("Đã chấp nhận")

    def open_row(self, criterion: str) -> None:
        link = re.compile(rf"^{re.escape(criterion)} ")
        self.page.locator(".appraisal-rows").get_by_role("link", name=link).click()
        expect(self.page.locator("#row-head .num")).to_have_text(criterion)

    def give(self, criterion: str, points: str, reason: str, *, button: str = "Cho điểm này") -> None:
        self.open_row(criterion)
        self.page.get_by_label("Điểm", exact=True).fill(points)
        self.page.get_by_label("Lý do (bắt buộc khi khác điểm tự chấm)").fill(reason)
        self.press(button)
        expect(self.page.locator("#row-head .num")).not_to_have_text(criterion)

    def keep(self, criterion: str) -> None:
        """Lets what a row says stand."""
        self.open_row(criterion)
        self.page.get_by_role("button", name="Giữ nguyên").click()
        expect(self.page.locator("#row-head .num")).not_to_have_text(criterion)
