"""Those who fill in sheets and send them: rows, facts with their sources, documents, checks, answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Download, FilePayload, Locator, expect

from tests.browser.year_people import Person

SAVED = re.compile(r"Đã lưu lúc \d\d:\d\d")


@dataclass(frozen=True)
class Scorer(Person):
    """Người chấm điểm và duyệt của một cơ quan."""

    def open_sheet(self, sheet: str) -> None:
        """A sheet by the words of its card."""
        self.go("Chấm điểm")
        self.follow("Mở phiếu", within=self.page.locator(".sheet-card", has_text=sheet))
        expect(self.page.locator("#sheet-head")).to_be_visible()

    def open_row(self, criterion: str) -> None:
        link = re.compile(rf"^{re.escape(criterion)} ")
        self.page.locator("#sheet-rows").get_by_role("link", name=link).click()
        expect(self.page.locator("#row-panel h2 .num")).to_have_text(criterion)

    def sees_points(self, points: str) -> None:
        """What the rule makes of the facts as they are typed."""
        expect(self.page.locator(".live .points")).to_have_text(points)

    def score(self, criterion: str, points: str, facts: Mapping[str, str], source: str = "") -> None:
        """A row by its facts: what the rule makes of them is seen, and claimed."""
        self.open_row(criterion)
        for fact, value in facts.items():
            self.tell(fact, value, source)
        self.sees_points(points)
        self.claim_computed()

    def tell(self, fact: str, value: str, source: str = "") -> None:
        """A fact by its title: a figure, a level, or yes and no; and where it comes from."""
        group = self._fact(fact)
        if value in {"Có", "Không"}:
            group.get_by_label(value, exact=True).check()
        elif group.get_by_role("combobox").count():
            group.get_by_role("combobox").select_option(label=value)
        else:
            group.get_by_role("textbox", name=fact).fill(value)
        if source:
            group.get_by_label("Nguồn (văn bản, báo cáo)").fill(source)

    def list_case(self, fact: str, **cells: str) -> None:
        """One more row of a list of events, deeds or counts; cells by the names of their fields."""
        group = self._fact(fact)
        row = group.locator(".list-row").last
        if row.locator("input").first.input_value():
            self.press("Thêm dòng", within=group)
            row = group.locator(".list-row").last
        for name, text in cells.items():
            field = row.locator(f"[name$='-{name}']")
            if name == "kind":
                field.select_option(label=text)
            else:
                field.fill(text)

    def claim(self, points: str, justification: str = "") -> None:
        """The points of the open row, and why; saved."""
        self.page.get_by_label("Điểm tự chấm", exact=True).fill(points)
        if justification:
            self.page.get_by_label("Giải trình", exact=True).fill(justification)
        self.save()

    def claim_computed(self) -> None:
        self.press("Lấy theo điểm tính được")
        expect(self.page.locator(".save-state")).to_have_text(SAVED)

    def say_not_applicable(self, reason: str) -> None:
        self.page.get_by_label("Không áp dụng").check()
        self.page.get_by_label("Giải trình", exact=True).fill(reason)
        self.save()

    def save(self) -> None:
        self.press("Lưu")
        expect(self.page.locator(".save-state")).to_have_text(SAVED)

    def attach(self, file: FilePayload, title: str) -> None:
        self.page.get_by_label("Tệp", exact=True).set_input_files(file)
        self._describe(title)

    def attach_link(self, address: str, title: str) -> None:
        self.page.get_by_label("hoặc đường dẫn").fill(address)
        self._describe(title)

    def attach_again(self, title: str) -> None:
        """A document that the library has already."""
        self.page.get_by_text("Chọn từ kho").click()
        self.press(f"Chọn {title}")
        expect(self.page.locator(".proof-name > a", has_text=title)).to_be_visible()

    def answer(self, text: str) -> None:
        self.page.get_by_label("Nội dung trả lời").fill(text)
        self.press("Gửi trả lời")
        expect(self.page.locator(".answer .note-text")).to_have_text([text])

    def missing(self) -> Sequence[str]:
        """The rows that keep the open sheet back, by the check before it is sent."""
        self.follow("Kiểm tra và gửi phiếu")
        return self.words("section[aria-labelledby=blocking] .lacking > li > a .num")

    def open_missing(self, criterion: str) -> None:
        """A row that the check names."""
        link = re.compile(rf"^{re.escape(criterion)} ")
        self.page.locator(".lacking").get_by_role("link", name=link).click()
        expect(self.page.locator("#row-panel h2 .num")).to_have_text(criterion)

    def submit(self, rows: int) -> None:
        """Sends the open sheet once its check lets it go."""
        self.follow("Kiểm tra và gửi phiếu")
        self.press("Gửi phiếu")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Phiếu đã gửi")
        sent = self.page.locator(".kpi", has_text="Dòng đã gửi").locator(".value")
        expect(sent).to_have_text(re.compile(rf"^{rows}\s*/"))

    def take_out(self) -> Download:
        """The open sheet as a workbook."""
        return self.download("Tải về Excel")

    def fill_in_elsewhere(self, workbook: FilePayload, *, changes: int) -> None:
        """The open sheet from a workbook that was filled in with another program."""
        self.follow("Nhập từ Excel")
        self.bring_back(workbook, changes=changes)

    def explain(self, sheet: str, criterion: str, text: str) -> None:
        """Answers to what the appraisal took away."""
        self.open_sheet(sheet)
        self.follow("Kết quả thẩm định, giải trình")
        row = self.page.locator("section.card", has=self.page.locator("h2 .num", has_text=criterion))
        row.get_by_label("Giải trình của cơ quan").fill(text)
        self.press("Gửi giải trình", within=row)
        self.is_told("Đã gửi giải trình")

    def _fact(self, title: str) -> Locator:
        return self.page.get_by_role("group", name=title)

    def _describe(self, title: str) -> None:
        self.page.locator("#title-new").fill(title)
        self.press("Đính kèm")
        expect(self.page.locator(".proof-name > a", has_text=title)).to_be_visible()
