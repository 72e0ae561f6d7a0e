"""Phần đầu: number, date, issuer, title and period of a plan."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.words import flat, runs_on
from parindex.domain.plans import Period, PlanDocument, Remark
from parindex.domain.text import nfc

_TITLE = re.compile(r"^(?:ke hoach|de an|chuong trinh|phuong an)(?=\s|$)(?! (?:so|nay)\b)")
_NUMBER = re.compile(r"\bso ?: ?([0-9]{1,6} ?/ ?(?:kh|da|ctr|pa|qd)(?: ?- ?[a-z]{1,12}){1,3})")
_PLACE_DATE = re.compile(r"\bngay ([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})\b")
_ANNEX = re.compile(
    r"kem theo (?:ke hoach|de an|chuong trinh|phuong an|quyet dinh)(?: so)? ?:? ?"
    r"([0-9]{1,6} ?/ ?[a-z]{1,6}(?: ?- ?[a-z]{1,12}){1,3})"
    r"(?:,? ngay ([0-9]{1,2})(?: ?[/.-] ?| thang )([0-9]{1,2})(?: ?[/.-] ?| nam )([0-9]{4}))?"
    r"(?: cua ([^)]{3,80}))?"
)
_ISSUER = re.compile(
    r"^(?:uy ban nhan dan|ubnd)(?: (tinh|thanh pho) ([a-z]+(?:[ -]{1,3}[a-z]+){0,4}?))?(?= cong hoa| doc lap|$)"
)
_PROVINCE = re.compile(r"^(tinh|thanh pho) ([a-z]+(?:[ -]{1,3}[a-z]+){0,4}?)(?= doc lap|$)")
_CAPITAL = r"[A-ZĐÀ-ÝĂÂÊÔƠƯ][^\W\d]*"
_PROVINCE_IN_TITLE = re.compile(rf"\b[Tt]ỉnh ({_CAPITAL}(?:(?: ?- ?| ){_CAPITAL}){{0,3}})")
_PERIOD = re.compile(r"\bgiai doan (20[0-9]{2}) ?(?:-|den(?: nam)?) ?(20[0-9]{2})\b")
_YEAR = re.compile(r"\bnam (20[0-9]{2})\b(?: ?(?:va|,|-) ?(?:nam )?(20[0-9]{2}))?")
_BODY = re.compile(r"^(?:[ivx]{1,4}[.)]|can cu|thuc hien|de |nham|ngay )")
_HEAD_LINES = 12
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Annex:
    place: str
    number: str
    printed_date: str
    issued_date: date | None
    issuer: str


def read_heading(paragraphs: Sequence[Paragraph], notes: list[Remark]) -> PlanDocument:
    """What a plan says about itself; what its head leaves out is taken from the annex line, with a remark."""
    start = _title_position(paragraphs)
    head = list(paragraphs[:_HEAD_LINES] if start is None else paragraphs[:start])
    title = _title(paragraphs[start:]) if start is not None else ""
    annex = next(_annexes(paragraphs, notes), None)
    number, issued = _number(head), _date(head, notes)
    issuer = _issuer(head)
    _check_against_annex(annex, number, issued, notes)
    document = PlanDocument(
        number=number or _annex_number(annex, notes),
        issued_date=issued or _annex_date(annex, notes),
        issuer=issuer or _annex_issuer(annex, title, paragraphs, notes),
        title=title,
        period=_period(title, notes),
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
            return _closed_up(paragraph.text[match.start(1) : match.end(1)])
    return ""


def _date(head: Sequence[Paragraph], notes: list[Remark]) -> date | None:
    for paragraph in head:
        if match := _PLACE_DATE.search(flat(paragraph.text)):
            return _real_date(match[3], match[2], match[1], paragraph.place, match[0], notes)
    return None


def _real_date(year: str, month: str, day: str, place: str, printed: str, notes: list[Remark]) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        notes.append(remarks.impossible_date(place, printed))
        return None


def _issuer(head: Sequence[Paragraph]) -> str:
    """ "UBND tỉnh …" out of the letterhead, whose two lines may be two paragraphs."""
    for position, paragraph in enumerate(head):
        match = _ISSUER.match(flat(paragraph.text))
        if not match:
            continue
        if match[2]:
            return f"UBND {_unit(match[1])} {_proper(paragraph.text[match.start(2) : match.end(2)])}"
        for other in head[position + 1 : position + 4]:
            if name := _province(other.text):
                return f"UBND {name}"
    return ""


def _province(line: str) -> str:
    match = _PROVINCE.match(flat(line))
    return f"{_unit(match[1])} {_proper(line[match.start(2) : match.end(2)])}" if match else ""


def _unit(folded: str) -> str:
    return "tỉnh" if folded == "tinh" else "thành phố"


def _proper(name: str) -> str:
    name = name.strip(" -*")
    return name.title() if name.isupper() else name


def _annexes(paragraphs: Sequence[Paragraph], notes: list[Remark]) -> Iterator[_Annex]:
    for paragraph in paragraphs:
        folded = flat(paragraph.text)
        if match := _ANNEX.search(folded):
            text = paragraph.text
            printed = text[match.start(2) : match.end(4)] if match[2] else ""
            issued = (
                _real_date(match[4], match[3], match[2], paragraph.place, printed, notes)
                if match[2]
                else None
            )
            yield _Annex(
                place=paragraph.place,
                number=_closed_up(text[match.start(1) : match.end(1)]),
                printed_date=printed,
                issued_date=issued,
                issuer=text[match.start(5) : match.end(5)].strip(" .,") if match[5] else "",
            )


def _closed_up(number: str) -> str:
    return "".join(number.split())


def _check_against_annex(annex: _Annex | None, number: str, issued: date | None, notes: list[Remark]) -> None:
    if annex and number and flat(annex.number) != flat(number):
        notes.append(remarks.annex_differs(annex.place, f"số {annex.number}", f"số {number}"))
    if annex and annex.issued_date and issued and annex.issued_date != issued:
        head = f"ngày {issued:%d/%m/%Y}"
        notes.append(remarks.annex_differs(annex.place, f"ngày {annex.printed_date}", head))


def _annex_number(annex: _Annex | None, notes: list[Remark]) -> str:
    if annex is None:
        return ""
    notes.append(remarks.number_from_annex(annex.place, annex.number))
    return annex.number


def _annex_date(annex: _Annex | None, notes: list[Remark]) -> date | None:
    if annex is None or annex.issued_date is None:
        return None
    notes.append(remarks.date_from_annex(annex.place, annex.printed_date))
    return annex.issued_date


def _annex_issuer(
    annex: _Annex | None, title: str, paragraphs: Sequence[Paragraph], notes: list[Remark]
) -> str:
    """The issuer of the annex line; "UBND tỉnh" alone is completed by the province of the title or signature."""
    if annex is None or not annex.issuer:
        return ""
    issuer = re.sub(r"^Ủy ban nhân dân", "UBND", annex.issuer, flags=re.IGNORECASE)
    if flat(issuer) in {"ubnd tinh", "ubnd thanh pho"}:
        named = _PROVINCE_IN_TITLE.search(title)
        province = (
            f"tỉnh {named[1].strip()}"
            if named
            else next(filter(None, map(_province, _texts(paragraphs))), "")
        )
        issuer = f"UBND {province}" if province else issuer
    notes.append(remarks.issuer_from_annex(annex.place, annex.issuer, issuer))
    return issuer


def _texts(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield re.sub(r"^Ủy ban nhân dân ", "", paragraph.text, flags=re.IGNORECASE)


def _period(title: str, notes: list[Remark]) -> Period | None:
    folded = flat(title)
    match = _PERIOD.search(folded) or _YEAR.search(folded)
    if not match:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    if last < first:
        notes.append(remarks.impossible_period("tên văn bản", match[0]))
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
