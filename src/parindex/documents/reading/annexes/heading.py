"""Tên bảng: title, decision and year of an annexed table, from the lines above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annex import find_annexes
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.dates import closed_up
from parindex.documents.reading.words import flat
from parindex.domain.plans import Remark
from parindex.domain.text import nfc

_TITLE = re.compile(
    r"(?:bo|bang|cac) (?:tieu chi|chi so|diem|tong hop)\b|tieu chi\b|chi so cai cach\b|ket qua (?:tham dinh|cham)\b"
)
_ENDS = re.compile(r"\(|kem theo|ban hanh|don vi tinh|cong hoa xa hoi")
_NOTE = re.compile(r"\((?:ban hanh )?kem theo\b")
_DECISION = re.compile(r"\b(?:quyet dinh )?so ?:? ?([0-9]{1,6} ?/ ?qd(?: ?- ?[a-z]{1,12}){1,3})")
_YEAR = re.compile(
    r"\bnam (20[0-9]{2})\b(?: ?(?:va|,|-) ?(?:nam )?(20[0-9]{2}))?|\bgiai doan (20[0-9]{2}) ?- ?(20[0-9]{2})"
)
_MOST_LINES = 5
_LONGEST_LINE = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class AnnexHeading:
    """What stands above a table; "" and None where it does not say."""

    title: str
    decision_number: str
    year: int | None


def read_heading(
    above: Sequence[Paragraph], everything: Sequence[Paragraph], notes: list[Remark]
) -> AnnexHeading:
    """Title, decision and year; the decision may be named anywhere in the document, first where it is annexed."""
    title = title_in(above)
    number = _number(above) or _number(everything)
    gaps = {"tên bảng": title, "số quyết định": number}
    notes.extend(shared.heading_incomplete(gap) for gap, value in gaps.items() if not value)
    return AnnexHeading(title=title, decision_number=number, year=_year(title, notes))


def title_in(above: Sequence[Paragraph]) -> str:
    """The last title above a table, which may take several lines; one in capitals goes before others."""
    starts = [
        i for i, line in enumerate(above) if len(line.text) <= _LONGEST_LINE and _TITLE.match(flat(line.text))
    ]
    capital = [
        i
        for i in starts
        if above[i].text.isupper() and not (i and _goes_on(above[i - 1].text, above[i].text))
    ]
    if not starts:
        return ""
    start = capital[-1] if capital else starts[-1]
    lines = [above[start].text]
    for paragraph in above[start + 1 : start + _MOST_LINES]:
        if not _goes_on(lines[-1], paragraph.text):
            break
        lines.append(paragraph.text)
    title = nfc(" ".join(lines))
    note = _NOTE.search(flat(title))
    return title[: note.start()].rstrip() if note else title


def _goes_on(before: str, after: str) -> bool:
    """Whether a title goes on in the next line: in the same case, with no note in parentheses."""
    if _ENDS.match(flat(after)) or len(after) > _LONGEST_LINE:
        return False
    return after.isupper() and before.isupper()


def _number(lines: Sequence[Paragraph]) -> str:
    for annex in find_annexes(lines, []):
        if "/qd" in flat(annex.number):
            return annex.number
    for line in lines:
        if match := _DECISION.search(flat(line.text[:_LONGEST_LINE])):
            return closed_up(line.text[match.start(1) : match.end(1)])
    return ""


def _year(title: str, notes: list[Remark]) -> int | None:
    years = sorted({int(year) for match in _YEAR.finditer(flat(title)) for year in match.groups() if year})
    if len(years) > 1:
        notes.append(remarks.year_unclear(", ".join(map(str, years))))
    elif not years:
        notes.append(shared.heading_incomplete("năm áp dụng của bảng"))
    return years[0] if len(years) == 1 else None
