"""A person at the keyboard: does deeds over HTTP and notes down those that the server confirmed."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from lxml import html

from bench.faults.http import Answer, Site
from parindex.documents.tables import read_workbook, sheet

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% {mark}\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass
class Ledger:
    """What the server confirmed: words in rows, files by their digests, sheets sent, plans and workbooks stored."""

    words: dict[int, list[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    sheets: set[int] = field(default_factory=set)
    plans: set[str] = field(default_factory=set)
    workbooks: dict[int, list[str]] = field(default_factory=dict)
    begun: Counter[str] = field(default_factory=Counter)

    @property
    def confirmed(self) -> Counter[str]:
        return Counter(
            saves=sum(map(len, self.words.values())),
            uploads=len(self.files),
            submissions=len(self.sheets),
            plans=len(self.plans),
            workbooks=sum(map(len, self.workbooks.values())),
        )

    def __str__(self) -> str:
        """How many deeds of each kind were confirmed, of how many begun."""
        confirmed = self.confirmed
        return ", ".join(f"{confirmed[kind]}/{self.begun[kind]} {kind}" for kind in confirmed)


@dataclass(frozen=True)
class Share:
    """What one person works on, and nobody else: rows, sheets to send, sheets to fill in by workbooks."""

    rows: list[int]
    sheets: list[int]
    imported: list[int]


class Person:
    """Does one deed after another, chosen by chance."""

    def __init__(self, site: Site, ledger: Ledger, share: Share, plan: bytes, name: str) -> None:
        self._site, self._ledger, self._plan, self._name, self._count = site, ledger, plan, name, 0
        self._rows, self._sheets, self._imported = share.rows, share.sheets, share.imported
        self._dice = random.Random(name)

    def do_something(self) -> None:
        """One deed. Raises `OSError` when the server dies in the middle of it."""
        deeds: dict[str, tuple[Callable[[], None], int]] = {
            "saves": (self._save, 10),
            "uploads": (self._upload, 4),
            "plans": (self._store_plan, 1),
            "workbooks": (self._import_sheet, 4),
            "submissions": (self._submit, 2 if self._sheets else 0),
        }
        (kind,) = self._dice.choices(list(deeds), [weight for _, weight in deeds.values()])
        self._count += 1
        self._ledger.begun[kind] += 1
        deeds[kind][0]()

    def look(self) -> None:
        """Open some pages and do nothing. Raises `OSError` while the server does not answer."""
        for pk in self._rows[:3]:
            self._site.get(f"/cham-diem/dong/{pk}/")

    @property
    def _mark(self) -> str:
        return f"{self._name}-{self._count}"

    def _save(self) -> None:
        pk = self._dice.choice(self._rows)
        form = fields(self._site.get(f"/cham-diem/dong/{pk}/"), "luu")
        words = f"Lời thứ {self._mark}"
        answer = self._site.post(f"/cham-diem/dong/{pk}/luu/", urlencode({**form, "remark": words}).encode())
        if answer.status == 302:
            self._ledger.words.setdefault(pk, []).append(words)

    def _upload(self) -> None:
        pk = self._dice.choice(self._rows)
        content = PDF.replace(b"{mark}", self._mark.encode())
        path = f"/cham-diem/dong/{pk}/minh-chung/"
        form = fields(self._site.get(path), "them")
        form |= {"title": f"Báo cáo {self._mark}"}
        if self._site.send_file(f"{path}them/", form, "files", f"{self._mark}.pdf", content).status == 302:
            self._ledger.files.add(sha256(content).hexdigest())

    def _submit(self) -> None:
        pk = self._sheets.pop()
        if self._site.post(f"/cham-diem/{pk}/gui/", b"").status == 302:
            self._ledger.sheets.add(pk)

    def _store_plan(self) -> None:
        content = self._plan + f"\n\n<!-- {self._mark} -->\n".encode()
        preview = self._site.send_file(
            "/ke-hoach/tai-len/xem-truoc/", {}, "file", f"{self._mark}.md", content
        )
        form = fields(preview, "luu")
        if self._site.post("/ke-hoach/tai-len/luu/", urlencode(form).encode()).status == 302:
            self._ledger.plans.add(sha256(content).hexdigest())

    def _import_sheet(self) -> None:
        pk = self._dice.choice(self._imported)
        table = sheet.read(read_workbook(self._site.get(f"/bang/tep/?bang=phieu/{pk}").body))
        mark = f"Nhập {self._mark}"
        lines = tuple(replace(line, remark=f"{mark} · {line.criterion}") for line in table.rows)
        content = sheet.write(replace(table, rows=lines))
        preview = self._site.send_file("/bang/nhap/", {}, "file", f"{self._mark}.xlsx", content)
        form = fields(preview, "luu")
        if self._site.post("/bang/nhap/luu/", urlencode(form).encode()).status == 302:
            self._ledger.workbooks.setdefault(pk, []).append(mark)


def fields(answer: Answer, action: str) -> dict[str, str]:
    """What a form of the page sends when nothing is changed: the one whose address ends in `action`/."""
    page: Any = html.fromstring(answer.body)
    form = next(form for form in page.forms if (form.get("action") or "").rstrip("/").endswith(action))
    return {name: value for name, value in form.form_values() if not name.startswith("csrf")}
