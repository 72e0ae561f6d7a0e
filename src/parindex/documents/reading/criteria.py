"""Criteria that a text cites: "(Tiêu chí 3.1: …)", "TC 7.2.1", "tiêu chí thành phần 1.1.2", and aims in their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parindex.documents.reading import remarks
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.plans import Remark

_CODE = r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,4}"
_NAMED = r"(?:(?:tieu chi|tctp|tc)(?: thanh phan)?(?: so)?)"
_UNTIL = rf"(?: ?- ?| den )(?:het )?(?:{_NAMED} )?"
_MORE = rf"(?:(?: ?[,;&/] ?| va | ?, va )(?:cac )?(?:{_NAMED} )?|{_UNTIL})(?={_CODE}(?! ?diem))"
_CITED = re.compile(rf"\b{_NAMED} ?:? ?(?:tu )?({_CODE}(?:{_MORE}{_CODE})*)(?![0-9]|\.[0-9])")
_LISTED = re.compile(rf"(?<![0-9.]){_CODE}(?:{_MORE}{_CODE})*(?![0-9])")
_RANGE = re.compile(rf"(?<![0-9.])({_CODE}){_UNTIL}({_CODE})(?![0-9])")
_AREAS = re.compile(
    rf"^(?:{_NAMED}|linh vuc) ?:? ?([0-9]{{1,2}}(?:(?: ?[,;&] ?| va )(?:(?:{_NAMED}|linh vuc) )?[0-9]{{1,2}})*)"
    r"(?![0-9.%])(?! ?[a-z])"
)
_WIDEST_RANGE = 30
_CODES = re.compile(rf"(?<![0-9.])({_CODE})(?![0-9])")
_CODE_ALONE = re.compile(_CODE)
_AIM = re.compile(
    r"^(?:nham |de |gop phan )?(?:nang cao|cai thien|gop phan|tang|giam|khac phuc|duy tri|phan dau)\b"
)
_ABOUT_INDEX = re.compile(r"\b(?:chi so|sipas|par ?index|cai cach hanh chinh)\b")
_LONGEST_PARENTHESIS = 1_000
_MOST_PARENTHESES = 20
_MAX_COMPARED = 300
_LEAST_SHARED = 1 / 3
_COMMON_WORDS = frozenset({"thuc", "hien", "cac", "cua", "ve", "va", "theo", "quy", "dinh", "tai", "cho"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Citations:
    """A text without its closing parentheses, and what they and it cite."""

    text: str
    codes: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    ranges: tuple[str, ...] = ()  # "1.1 đến 1.3", as printed


def read_citations(printed: str) -> Citations:
    """What a task's text cites. Parentheses at its end leave the text when they hold criteria or an aim."""
    text, closing = _without_closing(printed)
    inside = [(part, _codes_of(part)) for part in closing]
    codes = [code for _, found in inside for code in found] + list(_cited(flat(text)))
    aims = [in_one_line(part) for part, found in inside if not found]
    names = [
        (found[0], name) for part, found in inside if len(found) == 1 and (name := _name_after_code(part))
    ]
    return Citations(
        text=text,
        codes=tuple(dict.fromkeys(codes)),
        aims=tuple(dict.fromkeys(aims)),
        names=tuple(names),
        ranges=tuple(dict.fromkeys([*(r for part in closing for r in ranges_in(part)), *ranges_in(text)])),
    )


def codes_in_column(cell: str) -> tuple[tuple[str, ...], str]:
    """Codes of a column of criteria; the cell itself as an aim when it holds none."""
    codes = tuple(dict.fromkeys(code for line in cell.splitlines() for code in _listed(flat(line))))
    codes = codes or tuple(_codes_of(cell))
    alone = cell.strip(" .")
    if not codes and re.fullmatch(r"[0-9]{1,2}(?: ?[,;] ?[0-9]{1,2})*", alone):
        codes = tuple(dict.fromkeys(re.findall(r"[0-9]+", alone)))
    return (codes, "") if codes else ((), in_one_line(cell).strip(" -–.…"))


def ranges_in(text: str) -> list[str]:
    """Ranges of codes as printed: "1.1 đến 1.3"."""
    found: list[str] = []
    for line in text.splitlines():
        for listed in _LISTED.finditer(flat(line)):
            spans = [match.span() for match in _ranges(listed[0])]
            found.extend(line[listed.start() + start : listed.start() + end] for start, end in spans)
    return found


def leading_code(name: str) -> tuple[str, str]:
    """The code a criterion's name starts with ("Tiêu chí 1.2: …", "1.2. …") and the name after it."""
    match = re.match(rf"(?:{_NAMED} ?)?({_CODE})[.:)]? ?[-:]? ?", flat(name))
    return (match[1], name[match.end() :]) if match else ("", name)


def is_code(text: str) -> bool:
    return _CODE_ALONE.fullmatch(text) is not None


def check_codes(
    citations: Citations, *, owner: str, place: str, knowledge: Knowledge, notes: list[Remark]
) -> None:
    """Remark areas in place of criteria, codes that the framework does not have, and names unlike its own."""
    for printed in citations.ranges:
        first, last = _CODES.findall(printed)
        notes.append(remarks.criteria_range(place, owner, printed, _between(first, last)))
    for code in citations.codes:
        if "." not in code:
            notes.append(remarks.area_as_criterion(place, owner, code))
        elif knowledge.criteria is not None and code not in knowledge.criteria:
            notes.append(remarks.unknown_criterion(place, owner, code))
    for code, name in citations.names:
        known = (knowledge.criteria or {}).get(code, "")
        if known and _differ(name, known):
            notes.append(remarks.criterion_name_differs(place, code, name, known))


def _without_closing(printed: str) -> tuple[str, list[str]]:
    """The text before its last parentheses, and those of them that speak of criteria or aims, in order."""
    text = printed.rstrip()
    closing: list[str] = []
    while len(closing) < _MOST_PARENTHESES and (span := _last_parenthesis(text)):
        start, end = span
        inside = in_one_line(text[start + 1 : end])
        if not _codes_of(inside) and not _is_aim(inside):
            break
        closing.insert(0, inside)
        text = text[:start].rstrip(" \n;,")
    return in_one_line(text), closing


def _last_parenthesis(text: str) -> tuple[int, int] | None:
    """Where the parenthesis at the end of a text opens and closes; one that was never closed ends with the text."""
    end = len(text.rstrip(" .;,"))
    if not end:
        return None
    if text[end - 1] != ")":
        start = text.rfind("(")
        unclosed = start >= 0 and ")" not in text[start:] and len(text) - start < 400
        return (start, end) if unclosed and _codes_of(text[start + 1 :]) else None
    depth = 0
    for position in range(end - 1, max(-1, end - _LONGEST_PARENTHESIS), -1):
        depth += {")": 1, "(": -1}.get(text[position], 0)
        if depth == 0:
            return position, end - 1
    return None


def _codes_of(inside: str) -> list[str]:
    folded = flat(in_one_line(inside))
    codes = list(_cited(folded))
    if not codes and (areas := _AREAS.match(folded)):
        codes = re.findall(r"[0-9]+", areas[1])
    return codes or (list(_listed(folded)) if _CODE_ALONE.match(inside.strip()) else [])


def _cited(folded: str) -> Iterator[str]:
    for match in _CITED.finditer(folded):
        yield from _listed(match[1])


def _listed(folded: str) -> Iterator[str]:
    """Codes of a list; a range ("1.1 - 1.3") stands for the siblings between its ends too."""
    for match in _LISTED.finditer(folded):
        ranges = {first.start(1): first for first in _ranges(match[0])}
        for code in _CODES.finditer(match[0]):
            yield code[1]
            if code.start() in ranges:
                yield from _between(ranges[code.start()][1], ranges[code.start()][2])[1:-1]


def _ranges(listed: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := _RANGE.search(listed, position):
        yield match
        position = match.end(1) + 1


def _between(first: str, last: str) -> list[str]:
    """The siblings from one code to another; [] where they have no common parent, for then it is not clear which."""
    *parent, start = first.split(".")
    *other, end = last.split(".")
    if parent != other or not int(start) < int(end) <= int(start) + _WIDEST_RANGE:
        return []
    return [".".join([*parent, str(number)]) for number in range(int(start), int(end) + 1)]


def _is_aim(inside: str) -> bool:
    folded = flat(inside)
    return len(folded.split()) >= 3 and bool(_AIM.match(folded) or _ABOUT_INDEX.search(folded))


def _name_after_code(inside: str) -> str:
    """The name in "Tiêu chí 3.1: Kiểm soát quy định TTHC"."""
    match = re.search(r"[0-9.]+ ?[:\-–] ?(\S.*)$", inside)
    return match[1].strip(" .;") if match else ""


def _differ(printed: str, known: str) -> bool:
    """Whether two names are clearly different: hardly a word of the shorter one stands in the longer one."""
    shorter, longer = sorted((_telling_words(printed), _telling_words(known)), key=len)
    return bool(shorter) and len(shorter & longer) < len(shorter) * _LEAST_SHARED


def _telling_words(name: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", flat(name[:_MAX_COMPARED]))) - _COMMON_WORDS
