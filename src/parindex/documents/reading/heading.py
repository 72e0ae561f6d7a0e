"""Phần đầu: number, date, issuer, title and period of a plan."""

import re
from collections.abc import Sequence
from datetime import date

from parindex.documents.reading import remarks
from parindex.documents.reading.annex import (
    check_against_annex,
    date_from,
    find_annexes,
    issuer_from,
    number_from,
)
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.dates import closed_up, real_date
from parindex.documents.reading.issuers import issuer_of
from parindex.documents.reading.words import flat, runs_on
from parindex.domain.plans import Period, PlanDocument, Remark
from parindex.domain.text import nfc

_TITLE = re.compile(r"^(?:ke hoach|de an|chuong trinh|phuong an)(?=\s|$)(?! (?:so|nay)\b)")
_NUMBER = re.compile(r"\bso ?: ?([0-9]{1,6} ?/ ?(?:kh|da|ctr|pa|qd)(?: ?- ?[a-z]{1,12}){1,3})")
_PLACE_DATE = re.compile(r"\bngay ([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})\b")
_PERIOD = re.compile(r"\bgiai doan (20[0-9]{2}) ?(?:-|den(?: nam)?) ?(20[0-9]{2})\b")
_YEAR = re.compile(r"\bnam (20[0-9]{2})\b(?: ?(?:va|,|-) ?(?:nam )?(20[0-9]{2}))?")
_BODY = re.compile(r"^(?:[ivx]{1,4}[.)]|can cu|thuc hien|de |nham|ngay )")
_HEAD_LINES = 12
_LONGEST_TITLE = 200


def read_heading(
    paragraphs: Sequence[Paragraph], notes: list[Remark], *, results_year: int | None = None
) -> PlanDocument:
    """What a plan says about itself; what its head leaves out is taken from the annex line, with a remark.

    `results_year` is the year the plan answers to, which a title may name beside the plan's own.
    """
    start = _title_position(paragraphs)
    head = list(paragraphs[:_HEAD_LINES] if start is None else paragraphs[:start])
    title = _title(paragraphs[start:]) if start is not None else ""
    annex = next(find_annexes(paragraphs, notes), None)
    number, issued = _number(head), _date(head, notes)
    issuer = issuer_of(head)
    check_against_annex(annex, number, issued, notes)
    number = number or number_from(annex, notes)
    issued_date = issued or date_from(annex, notes)
    document = PlanDocument(
        number=number,
        issued_date=issued_date,
        issuer=issuer or issuer_from(annex, title, paragraphs, notes),
        title=title,
        period=_period(title, issued_date, results_year, notes),
    )
    _remark_gaps(document, notes)
    return document


def _title_position(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the title starts; KẾ HOẠCH in capitals goes before any line that merely starts with the word."""
    titles = [
        i
        for i, p in enumerate(paragraphs)
        if len(p.text) <= _LONGEST_TITLE * 2 and _TITLE.match(flat(p.text))
    ]
    return next((i for i in titles if paragraphs[i].text[:6].isupper()), titles[0] if titles else None)


def _title(paragraphs: Sequence[Paragraph]) -> str:
    """The title after the word KẾ HOẠCH, which may take several lines."""
    lines = [re.sub(r"^\S+ \S+\s*[:\-–]?\s*", "", f"{paragraphs[0].text} ").strip(" :")]
    for paragraph in paragraphs[1:5]:
        folded = flat(paragraph.text)
        whole = bool(lines[0]) and not runs_on(lines[-1], paragraph.text)
        if (
            whole
            or _BODY.match(folded)
            or len(paragraph.text) > _LONGEST_TITLE
            or folded.endswith((".", ":", ";"))
        ):
            if not folded.strip("-_* "):
                continue
            break
        lines.append(paragraph.text)
    return nfc(" ".join(lines))


def _number(head: Sequence[Paragraph]) -> str:
    for paragraph in head:
        if match := _NUMBER.search(flat(paragraph.text)):
            return closed_up(paragraph.text[match.start(1) : match.end(1)])
    return ""


def _date(head: Sequence[Paragraph], notes: list[Remark]) -> date | None:
    for paragraph in head:
        if match := _PLACE_DATE.search(flat(paragraph.text)):
            return real_date(match[3], match[2], match[1], paragraph.place, match[0], notes)
    return None


def _period(title: str, issued: date | None, results_year: int | None, notes: list[Remark]) -> Period | None:
    """The years of "giai đoạn …"; else the title's years, without those that lie before the plan."""
    folded = flat(title)
    if match := _PERIOD.search(folded):
        return _from_to(int(match[1]), int(match[2]), match[0], notes)
    spans = [(int(match[1]), int(match[2] or match[1]), match[0]) for match in _YEAR.finditer(folded)]
    ahead = [span for span in spans if _is_ahead(span[1], issued, results_year)]
    if len(ahead) == len(spans) == 1:
        return _from_to(*spans[0], notes)
    years = sorted({year for first, last, _ in ahead for year in (first, last)})
    period = Period(first_year=years[0], last_year=years[-1]) if years else None
    if spans:
        named = sorted({year for first, last, _ in spans for year in (first, last)})
        notes.append(remarks.period_chosen("tên văn bản", named, (years[0], years[-1]) if years else None))
    return period


def _is_ahead(year: int, issued: date | None, results_year: int | None) -> bool:
    """Whether a year can be the plan's own: not before it was issued, and not the year whose results it answers to."""
    return year >= issued.year if issued else year != results_year


def _from_to(first: int, last: int, printed: str, notes: list[Remark]) -> Period | None:
    if last < first:
        notes.append(remarks.impossible_period("tên văn bản", printed))
        return None
    return Period(first_year=first, last_year=last)


def _remark_gaps(document: PlanDocument, notes: list[Remark]) -> None:
    gaps = {
        "số, ký hiệu": document.number,
        "ngày ban hành": document.issued_date,
        "cơ quan ban hành": document.issuer,
        "tên": document.title,
        "giai đoạn": document.period,
    }
    notes.extend(remarks.heading_incomplete(name) for name, value in gaps.items() if not value)
