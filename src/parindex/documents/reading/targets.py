"""Mục tiêu: the rank a plan aims at, year by year."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.words import flat
from parindex.domain.plans import Remark, Target

_TOP = re.compile(
    r"\btop ([0-9]{1,2})\b"
    r"|\b(?:trong|vao) (?:so |nhom )?([0-9]{1,2}) tinh,? (?:va )?thanh pho[^.;]{0,20} (?:dan dau|dung dau|cao nhat)"
    r"|\bxep (?:hang )?(?:thu |vi tri )(?:thu )?([0-9]{1,2})(?:/[0-9]{2})? tro len"
)
_YEARS = re.compile(
    r"\b(?:nam|giai doan)(?: tu)? ((?:20[0-9]{2})(?:(?: ?- ?| ?, ?| va | den (?:nam )?)(?:nam )?20[0-9]{2})*)"
)
_JUST_AFTER = re.compile(r"[^.;,]{0,80}?\b(?:vao|den|trong)(?: cuoi| het)? nam 20[0-9]{2}")
_YEAR = re.compile(r"20[0-9]{2}")
_NEARBY = 300
_LONGEST_CLAUSE = 1_000
_CLAUSE_END = re.compile(r"[;.](?=\s|$)")


def read_targets(paragraphs: Sequence[Paragraph], notes: list[Remark]) -> tuple[Target, ...]:
    """One target for each year named beside a rank; the same one said twice counts once."""
    found: dict[tuple[int, int], Target] = {}
    for paragraph in paragraphs:
        for target in _targets(paragraph, notes):
            found.setdefault((target.year, target.top), target)
    return tuple(found.values())


def _targets(paragraph: Paragraph, notes: list[Remark]) -> Iterator[Target]:
    folded = flat(paragraph.text)
    tops = list(_TOP.finditer(folded))
    start = 0
    for top, following in zip_longest(tops, tops[1:]):
        end = min(_clause_end(folded, top.end()), following.start() if following else len(folded))
        shared = following is not None and following.start() == end
        start = _sentence_start(folded, start, top.start())
        years = _years_of(folded[start : top.start()], folded[top.end() : end], shared)
        if shared:
            end = top.end()
        printed = paragraph.text[start:end].strip(" ;.,-–")
        if not years:
            notes.append(remarks.target_without_year(paragraph.place, printed[:_NEARBY]))
        rank = int(next(group for group in top.groups() if group))
        yield from (Target(year=year, top=rank, text=printed) for year in years)
        start = end


def _years_of(before: str, after: str, shared: bool) -> list[int]:
    """Years beside a rank: those just after it ("tốp 15 vào năm 2020"), unless another rank of the sentence follows."""
    close = _JUST_AFTER.match(after)
    candidates = [_years(close[0]) if close else [], _years(before[-_NEARBY:]), _years(after[:_NEARBY])]
    if shared:
        candidates = [candidates[1], candidates[0], candidates[2]]
    return next(filter(None, candidates), [])


def _sentence_start(folded: str, start: int, position: int) -> int:
    """Where the sentence of a position starts: what an earlier sentence says is not said of the rank."""
    ends = [match.end() for match in _CLAUSE_END.finditer(folded, start, position)]
    return ends[-1] if ends else start


def _clause_end(folded: str, start: int) -> int:
    match = _CLAUSE_END.search(folded, start, start + _LONGEST_CLAUSE)
    return match.end() if match else min(len(folded), start + _LONGEST_CLAUSE)


def _years(folded: str) -> list[int]:
    """Years of the last expression: "năm 2019 - 2020" is both and those between."""
    matches = list(_YEARS.finditer(folded))
    if not matches:
        return []
    printed = matches[-1][1]
    years = [int(year) for year in _YEAR.findall(printed)]
    is_range = len(years) == 2 and years[0] < years[1] and ("-" in printed or "den" in printed)
    return list(range(years[0], years[1] + 1)) if is_range else years
