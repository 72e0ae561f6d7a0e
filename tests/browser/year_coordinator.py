"""The coordinator of the year: opens rounds, looks at rows, consolidates, sends, imports, decides, publishes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

from django.utils import timezone
from playwright.sync_api import Download, FilePayload, Locator, expect

from parindex.domain.workflow import MILESTONE_TITLES, Milestone
from tests.browser.year_people import Person, one_line


@dataclass(frozen=True)
class Coordinator(Person):
    """Điều phối viên ở Sở Nội vụ."""

    def choose_round(self, *, level: str, year: int) -> None:
        """To the form of a new round."""
        self.go("Kỳ đánh giá")
        self.follow("Mở kỳ đánh giá")
        self.page.get_by_role("combobox", name="Cấp", exact=True).select_option(label=level)
        self.page.wait_for_url("**cap=*")
        self.page.get_by_label("Năm", exact=True).fill(str(year))
        self.page.get_by_label("Năm", exact=True).blur()
        self.page.wait_for_url(f"**nam={year}*")

    def proposed_leads(self) -> list[str]:
        """Who is proposed to score each area, in the order of the areas."""
        return [one.inner_text() for one in self.page.locator(".lead-fields option:checked").all()]

    def open_round(self, only: Sequence[str] = ()) -> None:
        """Opens the round that was chosen, with milestones from next week on; `only` are the units that stay ticked."""
        first = timezone.localdate() + timedelta(weeks=1)
        for place, milestone in enumerate(Milestone):
            day = first + timedelta(weeks=place)
            self.page.get_by_label(MILESTONE_TITLES[milestone].vi, exact=True).fill(day.isoformat())
        for box in self.page.locator(".tick-list label").all() if only else ():
            if one_line(box.inner_text()) not in only:
                box.uncheck()
        self.press("Mở kỳ và các phiếu")
        self.is_told("Đã mở kỳ đánh giá")

    def ask(self, criterion: str, text: str) -> None:
        """Asks about a row of the unit that is open, and comes back."""
        back = self.page.url
        self.show("tất cả")
        self.page.locator(".review-rows").get_by_role("link", name=criterion).click()
        self.page.get_by_text("Hỏi cơ quan chấm điểm").click()
        self.page.get_by_label("Câu hỏi", exact=True).fill(text)
        self.press("Gửi câu hỏi")
        expect(self.page.locator(".note-text")).to_have_text([text])
        self.page.goto(back)

    def give_back(self, criterion: str, reason: str) -> None:
        row = self._row(criterion)
        row.get_by_text("Trả lại", exact=True).click()
        row.get_by_label("Lý do").fill(reason)
        self.press("Trả lại dòng này", within=row)
        self.is_told(f"Đã trả lại dòng {criterion}.")

    def accept_everything(self) -> None:
        """Accepts what waits, sheet by sheet."""
        whole_sheet = self.page.get_by_role("button", name="Nhận cả")
        while left := whole_sheet.count():
            whole_sheet.first.click()
            expect(whole_sheet).to_have_count(left - 1)

    def consolidate_and_send(self, rows: int) -> None:
        verdict = self.page.locator(".verdict-word")
        self.press(f"Tổng hợp {rows} dòng")
        expect(verdict).to_have_text("Được")
        self.press(f"Trình {rows} dòng")
        expect(verdict).to_have_text("Đã trình")

    def reported(self) -> Mapping[str, str]:
        """The sums of the scoring report of the unit that is open."""
        report = json.loads(Path(self.download("JSON").path()).read_text(encoding="utf-8"))
        return dict(report["sums"])

    def manifest(self) -> Mapping[str, str]:
        """What the package of the unit's documents says that it holds: the title of each by its number."""
        with ZipFile(self.download("Gói tài liệu kiểm chứng (ZIP)").path()) as package:
            manifest = json.loads(package.read("manifest.json"))
            assert {entry["path"] for entry in manifest["files"]} <= set(package.namelist())
        return {entry["number"]: entry["title"] for entry in manifest["files"]}

    def show(self, kind: str) -> None:
        """Narrows the rows of the unit that is open."""
        choice = self.page.get_by_role("combobox", name="Xem", exact=True)
        wanted = choice.locator("option", has_text=kind).first.get_attribute("value")
        choice.select_option(wanted)
        self.page.wait_for_url(f"**xem={wanted}*")

    def import_result(self, file: FilePayload, document: str, body: str, *, keeps_rest: bool) -> str:
        """Reads a table of the appraisal in, after its preview; returns what the preview said."""
        self.follow("Nhập kết quả thẩm định")
        self.page.get_by_label("Tệp", exact=True).set_input_files(file)
        self.page.get_by_label("Văn bản thông báo kết quả (số, ngày)").fill(document)
        self.page.get_by_label("Cơ quan thẩm định").fill(body)
        self.press("Đọc và xem chênh lệch")
        confirm = self.page.get_by_role("button", name="Xác nhận và ghi kết quả")
        expect(confirm).to_be_visible()
        said = one_line(self.page.locator(".lead").inner_text())
        if keeps_rest:
            self.page.locator("input[name=rest]").check()
        confirm.click()
        self.is_told("Đã nhập")
        return said

    def take_out_facts(self, level: str) -> Download:
        """The facts of a round as a workbook; the page to bring it back stays open."""
        self.open_level(level)
        self.follow("Bảng Excel")
        offer = self.page.locator(".table-offer", has_text="Bảng số liệu")
        choice = offer.get_by_role("combobox")
        choice.select_option(
            choice.locator(f"[label*='{level}'] option", has_text="2018").get_attribute("value")
        )
        with self.page.expect_download() as started:
            offer.get_by_role("button").click()
        return started.value

    def enter_part(self, part: str, points: str, document: str) -> None:
        """What was announced of a part that no sheet scores."""
        form = self.page.locator(".part-form", has_text=part)
        form.get_by_label("Điểm", exact=True).fill(points)
        form.get_by_label("Văn bản công bố").fill(document)
        self.press("Ghi điểm phần này", within=form)
        self.is_told("Đã ghi kết quả của phần này")

    def decide(self, criterion: str, agency: str = "", reason: str = "") -> None:
        """Who answers for a loss of the unit that is open: the agency proposed first, or another one, with a reason."""
        loss = self.page.locator(".owned-loss", has=self.page.locator("h2 .num", has_text=criterion))
        if agency:
            loss.get_by_role("checkbox").first.uncheck()
            loss.get_by_role("combobox").select_option(label=agency)
            loss.get_by_label("Lý do (bắt buộc khi chọn cơ quan khác)").fill(reason)
        else:
            loss.get_by_role("checkbox").first.check()
        self.press("Quyết định", within=loss)
        expect(loss.get_by_text("đã quyết định")).to_be_visible()

    def publish(self, level: str, year: int) -> None:
        self.open_level(level)
        self.follow("Công bố")
        self.page.get_by_label(f"Gõ năm {year} để xác nhận").fill(str(year))
        self.press("Công bố kết quả")
        self.is_told("Đã công bố kết quả.")

    def _row(self, criterion: str) -> Locator:
        return self.page.locator(".review-rows tbody tr").filter(
            has=self.page.locator("th .num", has_text=criterion)
        )
