"""The line "(Kèm theo Kế hoạch số … ngày … của …)" above an annex, which stands in for a missing head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.dates import closed_up, real_date
from parindex.documents.reading.issuers import whole_name
from parindex.documents.reading.words import flat
from parindex.domain.plans import Remark

_ANNEX = re.compile(
    r"kem theo (?:ke hoach|de an|chuong trinh|phuong an|quyet dinh)(?: so)? ?:? ?"
    r"([0-9]{1,6} ?/ ?[a-z]{1,6}(?: ?- ?[a-z]{1,12}){1,3})"
    r"(?:,? ngay ([0-9]{1,2})(?: ?[/.-] ?| thang )([0-9]{1,2})(?: ?[/.-] ?| nam )([0-9]{4}))?"
    r"(?: cua ([^)]{3,80}))?"
)


@dataclass(frozen=True, slots=True)
class Annex:
    place: str
    number: str
    printed_date: str
    issued_date: date | None
    issuer: str


def find_annexes(paragraphs: Sequence[Paragraph], notes: list[Remark]) -> Iterator[Annex]:
    for paragraph in paragraphs:
        folded = flat(paragraph.text)
        if match := _ANNEX.search(folded):
            text = paragraph.text
            printed = text[match.start(2) : match.end(4)] if match[2] else ""
            issued = (
                real_date(match[4], match[3], match[2], paragraph.place, printed, notes) if match[2] else None
            )
            yield Annex(
                place=paragraph.place,
                number=closed_up(text[match.start(1) : match.end(1)]),
                printed_date=printed,
                issued_date=issued,
                issuer=text[match.start(5) : match.end(5)].strip(" .,") if match[5] else "",
            )


def check_against_annex(annex: Annex | None, number: str, issued: date | None, notes: list[Remark]) -> None:
    if annex and number and flat(annex.number) != flat(number):
        notes.append(remarks.annex_differs(annex.place, f"số {annex.number}", f"số {number}"))
    if annex and annex.issued_date and issued and annex.issued_date != issued:
        head = f"ngày {issued:%d/%m/%Y}"
        notes.append(remarks.annex_differs(annex.place, f"ngày {annex.printed_date}", head))


def number_from(annex: Annex | None, notes: list[Remark]) -> str:
    if annex is None:
        return ""
    notes.append(remarks.number_from_annex(annex.place, annex.number))
    return annex.number


def date_from(annex: Annex | None, notes: list[Remark]) -> date | None:
    if annex is None or annex.issued_date is None:
        return None
    notes.append(remarks.date_from_annex(annex.place, annex.printed_date))
    return annex.issued_date


def issuer_from(annex: Annex | None, title: str, paragraphs: Sequence[Paragraph], notes: list[Remark]) -> str:
    if annex is None or not annex.issuer:
        return ""
    issuer = whole_name(annex.issuer, title, paragraphs)
    notes.append(remarks.issuer_from_annex(annex.place, annex.issuer, issuer))
    return issuer
