"""Cơ quan chủ trì lĩnh vực: who scores and justifies which area, and by when each year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parindex.documents.reading import remarks
from parindex.documents.reading.agencies import read_agencies
from parindex.documents.reading.area_numbers import AREA, LIST, area_numbers
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.words import flat, starts_item, without_mark
from parindex.domain.deadlines import Deadline, DeadlineKind, parse_deadline
from parindex.domain.plans import AreaLead, Remark

_AGENCY = (
    r"(?:(?:giam doc|chanh|chu tich|thu truong) )?"
    r"(?:so|ubnd|uy ban|van phong|vp|ban|bql|cong an|bao hiem|bhxh|thanh tra|kho bac|cuc|chi cuc|trung tam|truong|"
    r"vien|dai|bao|hoi|lien minh|ngan hang|buu dien|to cong tac|phong|bo chi huy)\b[^.:;]{0,100}?"
)
_LEADING = (
    r"(?:chu tri|phu trach|(?:co trach nhiem|chiu trach nhiem)(?: chinh)? ?"
    r"(?:cham diem|tu cham diem|danh gia|theo doi|tong hop|giai trinh|chu tri|phu trach|doi voi|ve|:"
    r"|(?=(?:cac )?linh vuc)))"
)
_BY_AGENCY = re.compile(
    rf"^(?:.{{0,60}}?\bgiao (?:cho )?)?(?P<agency>{_AGENCY}) ?[:,]? ?(?:duoc giao )?\b{_LEADING}(?![a-z])"
)
_BY_AREA = re.compile(
    rf"^(?:doi voi )?(?:cac )?linh vuc(?: so)? ?:? ?(?P<areas>{LIST})(?![0-9])(?P<name>[^;]*?)"
    rf"(?:[:)–,-]|\bdo\b|\bgiao(?: cho)?\b) ?(?P<agency>{_AGENCY}),? (?:la co quan )?(?:duoc giao )?{_LEADING}"
)
_CLAUSE = re.compile(rf";|(?<![0-9])\.(?=\s)|, ?(?:va )?(?={_AGENCY} {_LEADING})")
_FOLLOWING = re.compile(r"linh vuc(?: sau(?: day)?)? ?:? ?$")
_STARTS_WITH_AREA = re.compile(rf"^(?:va )?(?:cac )?linh vuc(?: so)? ?:? ?{LIST}(?![0-9])")
_DEADLINE = re.compile(r"thoi (?:gian|han) (?:gui )?bao cao\s?:?\s?([^;.]{3,80}?)(?=,|;|\.(?:\s|$)|$)")
_BEFORE = re.compile(r"(?:truoc|cham nhat)(?: la)? ngay [0-9]{1,2}/[0-9]{1,2} hang nam")
_NEARBY = 2
_LONGEST = 5_000  # letters of a paragraph that is looked through


@dataclass(frozen=True, slots=True)
class _Found:
    """Who leads, as printed, and which areas; `name` is the area's where only one is named."""

    agency: str
    areas: tuple[str, ...]
    name: str


def read_area_leads(
    paragraphs: Sequence[Paragraph], *, knowledge: Knowledge, notes: list[Remark]
) -> tuple[AreaLead, ...]:
    """Area leads in the document's order, each with the deadline said beside or just before the list."""
    leads: list[AreaLead] = []
    deadline: Deadline | None = None
    since = _NEARBY + 1
    agency = ""
    for paragraph in paragraphs:
        said = deadline_of(paragraph.text)
        deadline, since = (said, 0) if said else (deadline, since + 1)
        found, agency = _found(paragraph.text, agency)
        near = deadline if since <= _NEARBY else None
        leads.extend(lead for each in found for lead in _leads(each, paragraph.place, knowledge, near, notes))
        since = 0 if found else since
    return tuple(leads)


def check_area_leads(leads: Sequence[AreaLead], notes: list[Remark]) -> None:
    """Remark areas that are given twice, and that none was read at all."""
    if not leads:
        notes.append(remarks.area_leads_missing())
    seen: set[str] = set()
    for lead in leads:
        if lead.area in seen:
            notes.append(remarks.area_lead_repeated("phần tổ chức thực hiện", lead.area))
        seen.add(lead.area)


def _leads(
    found: _Found, place: str, knowledge: Knowledge, deadline: Deadline | None, notes: list[Remark]
) -> Iterator[AreaLead]:
    agency = ", ".join(read_agencies(found.agency, place=place, knowledge=knowledge, notes=notes))
    for area in found.areas:
        yield AreaLead(area=area, agency=agency, area_name=found.name, deadline=deadline)


def _found(printed: str, before: str) -> tuple[list[_Found], str]:
    """Leads of one paragraph, and the agency that a list below it goes on with ("… chủ trì các lĩnh vực sau:")."""
    text = _without_marks(printed)
    if "linh vuc" not in flat(text) or len(text) > _LONGEST:
        return [], ""
    agency = before
    found: list[_Found] = []
    for clause in _clauses(text):
        folded = flat(clause)
        if by_area := _BY_AREA.match(folded):
            areas = area_numbers(clause[by_area.start("areas") : by_area.end("areas")])
            name = _name(clause[by_area.start("name") : by_area.end("name")], areas)
            found.append(_Found(clause[by_area.start("agency") : by_area.end("agency")], areas, name))
            agency = ""
        elif by_agency := _BY_AGENCY.match(folded):
            agency = clause[by_agency.start("agency") : by_agency.end("agency")].strip(" ,:")
            found.extend(_areas(clause, by_agency.end(), agency))
        elif agency and _STARTS_WITH_AREA.match(folded):
            found.extend(_areas(clause, 0, agency))
    goes_on = agency if _FOLLOWING.search(flat(text)) or (before and found and starts_item(printed)) else ""
    return [each for each in found if each.areas], goes_on


def _without_marks(text: str) -> str:
    """Text without its list marks: "a) ", "- ", "1. "."""
    while (shorter := without_mark(text)) != text:
        text = shorter
    return text.strip()


def _clauses(text: str) -> Iterator[str]:
    start = 0
    for match in _CLAUSE.finditer(flat(text)):
        yield text[start : match.start()].strip()
        start = match.end()
    yield text[start:].strip(" .")


def _areas(clause: str, start: int, agency: str) -> Iterator[_Found]:
    for area in AREA.finditer(flat(clause), start):
        numbers = area_numbers(clause[area.start("areas") : area.end("areas")])
        name = clause[area.start("name") : area.end("name")] if area["name"] else ""
        yield _Found(agency, numbers, _name(name, numbers))


def _name(printed: str, areas: Sequence[str]) -> str:
    return printed.strip(' .,:–-“”"()') if len(areas) == 1 else ""


def deadline_of(text: str) -> Deadline | None:
    """The deadline that a sentence states for the yearly report."""
    folded = flat(text)
    stated, before = _DEADLINE.search(folded), _BEFORE.search(folded)
    if stated:
        deadline = parse_deadline(text[stated.start(1) : stated.end(1)].strip())
        if deadline.kind is not DeadlineKind.UNKNOWN:
            return deadline
    return parse_deadline(text[before.start() : before.end()]) if before else None
