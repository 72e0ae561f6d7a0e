"""Giải trình: a justification taken apart into deducted events and the agencies it names as responsible."""

import re
from collections.abc import Iterator

from parindex.documents.reading.words import flat, in_one_line, without_mark
from parindex.domain.plans import LossEvent
from parindex.domain.text import read_number

_DEDUCTED = re.compile(r"\(? ?(?:bi )?(?:tru|mat) ([0-9]{1,3}(?:[.,][0-9]{1,4})?) ?(?:diem|d)\b ?\)? ?[.;,]?")
_RESPONSIBLE = re.compile(
    r"(?:(?:co quan|don vi|,|va|\n) ?){0,4}(?:chiu )?trach nhiem(?: chinh| chu yeu| cua)?(?: thuoc(?: ve)?)? ?:\s*"
    r"|trach nhiem (?:chinh )?thuoc ve\s+"
)
_ITEM = re.compile(r"(?<=\s)[0-9]{1,2}[.)] (?=[A-ZĐÀ-Ỵ])")
_DOCUMENT = re.compile(
    r"số:?\s?[0-9]{1,6}(?:/[0-9]{4})?/[A-ZĐa-z0-9]{1,12}(?:\s?-\s?[A-ZĐƯ][A-ZĐƯa-z]{0,11}){0,4}"
    r"(?:,?\s(?:ngày\s)?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})?",
    re.IGNORECASE,
)


def split_responsible(justification: str) -> tuple[str, str]:
    """The justification before "Trách nhiệm: …", and the agencies after it."""
    matches = list(_RESPONSIBLE.finditer(flat(justification)))
    if not matches:
        return justification, ""
    return justification[: matches[-1].start()].rstrip(), justification[matches[-1].end() :]


def read_events(justification: str) -> tuple[LossEvent, ...]:
    """Deducted events in order; a justification that says no points is one event without points."""
    events = tuple(event for line in justification.splitlines() for event in _events_of_line(line))
    if events or not justification:
        return events
    return (LossEvent(text=in_one_line(justification), document=_document(in_one_line(justification))),)


def _events_of_line(line: str) -> Iterator[LossEvent]:
    start = 0
    for match in _DEDUCTED.finditer(flat(line)):
        printed = line[start : match.start()]
        items = list(_ITEM.finditer(printed))
        text = without_mark(printed[items[-1].start() :] if items else printed).strip(" .;,-–:")
        yield LossEvent(text=text, points=read_number(match[1]), document=_document(text))
        start = match.end()


def _document(text: str) -> str:
    match = _DOCUMENT.search(text)
    return match[0].strip() if match else ""
