"""Cơ quan chủ trì lĩnh vực: who scores and justifies which area, and by when each year."""

import re
from collections.abc import Iterator, Sequence

from parindex.documents.reading import remarks
from parindex.documents.reading.agencies import read_agencies
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.words import flat, without_bullet
from parindex.domain.deadlines import Deadline, DeadlineKind, parse_deadline
from parindex.domain.plans import AreaLead, Remark

_LEADS = re.compile(r"^(?:giao )?([^.:;]{3,120}?),? (?:chu tri|phu trach)\b[^.;]{0,80}?(?=linh vuc [0-9])")
_AREA = re.compile(
    r"linh vuc ([0-9]{1,2}(?: ?[,;] ?[0-9]{1,2})*(?: va [0-9]{1,2})?)"
    r"(?:(?: ?[:\-] ?| ?[“\"(] ?)([^;]*?))?(?=[;”\")]|\.(?:\s|$)|,? (?:va )?linh vuc [0-9]|$)"
)
_DEADLINE = re.compile(r"thoi (?:gian|han) (?:gui )?bao cao\s?:?\s?([^;.]{3,80}?)(?=,|;|\.(?:\s|$)|$)")
_BEFORE = re.compile(r"(?:truoc|cham nhat)(?: la)? ngay [0-9]{1,2}/[0-9]{1,2} hang nam")
_NUMBER = re.compile(r"[0-9]{1,2}")
_NEARBY = 2


def read_area_leads(
    paragraphs: Sequence[Paragraph], *, knowledge: Knowledge, notes: list[Remark]
) -> tuple[AreaLead, ...]:
    """Area leads in the document's order, each with the deadline said beside or just before the list."""
    leads: list[AreaLead] = []
    deadline: Deadline | None = None
    since = _NEARBY + 1
    for paragraph in paragraphs:
        said = _deadline(paragraph.text)
        deadline, since = (said, 0) if said else (deadline, since + 1)
        found = list(_leads(paragraph, knowledge, deadline if since <= _NEARBY else None, notes))
        since = 0 if found else since
        leads.extend(found)
    _check_repeated(leads, notes)
    return tuple(leads)


def _leads(
    paragraph: Paragraph, knowledge: Knowledge, deadline: Deadline | None, notes: list[Remark]
) -> Iterator[AreaLead]:
    text = without_bullet(paragraph.text)
    folded = flat(text)
    match = _LEADS.match(folded)
    if not match:
        return
    agency = read_agencies(
        text[match.start(1) : match.end(1)], place=paragraph.place, knowledge=knowledge, notes=notes
    )
    for area in _AREA.finditer(folded, match.end()):
        name = text[area.start(2) : area.end(2)].strip(' .,:“”"') if area[2] else ""
        codes = _NUMBER.findall(area[1])
        for code in codes:
            yield AreaLead(
                area=str(int(code)),
                agency=", ".join(agency),
                area_name=name if len(codes) == 1 else "",
                deadline=deadline,
            )


def _deadline(text: str) -> Deadline | None:
    folded = flat(text)
    stated, before = _DEADLINE.search(folded), _BEFORE.search(folded)
    if stated:
        deadline = parse_deadline(text[stated.start(1) : stated.end(1)].strip())
        if deadline.kind is not DeadlineKind.UNKNOWN:
            return deadline
    return parse_deadline(text[before.start() : before.end()]) if before else None


def _check_repeated(leads: Sequence[AreaLead], notes: list[Remark]) -> None:
    seen: set[str] = set()
    for lead in leads:
        if lead.area in seen:
            notes.append(remarks.area_lead_repeated("phần tổ chức thực hiện", lead.area))
        seen.add(lead.area)
