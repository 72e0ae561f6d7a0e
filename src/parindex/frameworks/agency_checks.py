"""What is wrong in a table of agencies: in a row's own words, its days, and its links to other rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rules.base import Sentence
from parindex.domain.sources import Certainty
from parindex.frameworks.table_source import Row, several

_NEEDED = ("code", "name", "level", "certainty")
_WORDS: Mapping[str, list[str]] = {"level": [*AgencyLevel], "certainty": [*Certainty]}
# Of GSO codes: a spreadsheet that takes 08707 for a number drops its zero.
_DIGITS: Mapping[str, int] = {AgencyLevel.PROVINCE: 2, AgencyLevel.DISTRICT: 3, AgencyLevel.COMMUNE: 5}

# Codes stand in the addresses of pages; the lengths are those of the records.
_CODE = re.compile(r"\w[\w.-]*")
_LONGEST: Mapping[str, int] = {"code": 60, "name": 200, "short": 40}


def agency_problems(rows: Sequence[Row]) -> Iterator[tuple[int, Sentence]]:
    """Every problem with the line of its row."""
    by_code: dict[str, Row] = {}
    for row in rows:
        first = by_code.setdefault(row.cells["code"], row)
        if row.cells["code"] and first is not row:
            yield row.line, _twice(row.cells["code"], first.line)
    for row in rows:
        for said in (*_words(row.cells), *_shapes(row.cells), *_days(row.cells), *_links(row.cells, by_code)):
            yield row.line, said


def _twice(code: str, line: int) -> Sentence:
    return Sentence(
        vi=f"mã “{code}” bị lặp (đã có ở dòng {line})",
        en=f"the code “{code}” is there twice (first in line {line})",
    )


def _words(cells: Mapping[str, str]) -> Iterator[Sentence]:
    for key in _NEEDED:
        if not cells[key]:
            yield Sentence(vi=f"thiếu “{key}”", en=f"“{key}” is missing")
    for key, words in _WORDS.items():
        word, among = cells[key], ", ".join(words)
        if word and word not in words:
            yield Sentence(vi=f"“{word}” phải là một trong: {among}", en=f"“{word}” must be one of: {among}")


def _shapes(cells: Mapping[str, str]) -> Iterator[Sentence]:
    """What a code may look like, and how long a text may be."""
    code, digits = cells["code"], _DIGITS.get(cells["level"], 0)
    if code and not _CODE.fullmatch(code):
        yield Sentence(
            vi=f"mã “{code}” chỉ được gồm chữ, số và các dấu . _ -",
            en=f"the code “{code}” may hold letters, digits and . _ - only",
        )
    for key, most in _LONGEST.items():
        if len(cells[key]) > most:
            yield Sentence(vi=f"“{key}” dài quá {most} ký tự", en=f"“{key}” is over {most} characters long")
    if digits and code.isdecimal() and len(code) != digits:
        yield Sentence(
            vi=f"mã “{code}” phải có {digits} chữ số", en=f"the code “{code}” needs {digits} digits"
        )


def _days(cells: Mapping[str, str]) -> Iterator[Sentence]:
    starts, ends = cells["valid_from"], cells["valid_to"]
    wrong = [text for text in (starts, ends) if text and not _is_date(text)]
    for text in wrong:
        yield Sentence(
            vi=f"“{text}” không phải là ngày như 2018-07-18", en=f"“{text}” is no date such as 2018-07-18"
        )
    if starts and ends and not wrong and date.fromisoformat(ends) < date.fromisoformat(starts):
        yield Sentence(
            vi=f"kết thúc ({ends}) trước khi bắt đầu ({starts})",
            en=f"ends ({ends}) before it starts ({starts})",
        )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _links(cells: Mapping[str, str], by_code: Mapping[str, Row]) -> Iterator[Sentence]:
    code, parent = cells["code"], cells["parent"]
    linked = [("parent", parent)] if parent else []
    linked += [("successors", successor) for successor in several(cells["successors"])]
    for key, other in linked:
        if other not in by_code:
            yield Sentence(
                vi=f"{key} “{other}” không có trong bảng", en=f"the {key} “{other}” is not in the table"
            )
    if code and code in _above(parent, by_code):
        yield Sentence(vi=f"“{code}” nằm dưới chính nó", en=f"“{code}” stands under itself")


def _above(parent: str, by_code: Mapping[str, Row]) -> list[str]:
    above: list[str] = []
    while parent and parent in by_code and parent not in above:
        above.append(parent)
        parent = by_code[parent].cells["parent"]
    return above
