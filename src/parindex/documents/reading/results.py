"""Kết quả: points and ranks of the base year, out of the sentence that opens a plan."""

import re
from collections.abc import Iterator, Sequence

from parindex.documents.reading import remarks
from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.words import flat
from parindex.domain.plans import BaseResults, PartResult, Remark
from parindex.domain.text import read_number

_PARTS = {
    "total": r"tong diem|tong so diem|(?:chi so (?:danh gia )?(?:cai cach hanh chinh|cchc)|par ?-?index)\b"
    r"[^.;:(]{0,80}?\b(?:dat|dung|xep)\b",
    "direct": r"diem danh gia truc tiep|danh gia truc tiep",
    "appraised": r"diem (?:do )?(?:bo noi vu )?tham dinh|diem qua tham dinh",
    "impact": r"(?:diem )?(?:danh gia )?tac dong (?:den|cua)",
    "survey": r"(?:diem )?dieu tra xa hoi hoc",
    "sipas": r"chi so hai long|sipas|khao sat (?:lay y kien )?(?:cua )?nguoi dan",
    "officials": r"khao sat (?:lay y kien )?(?:cua )?(?:can bo,? )?cong chuc|khao sat lanh dao|lanh dao,? quan ly",
}
_ANY_PART = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS.items()))
_NUMBER = r"([0-9]{1,3}(?:[.,][0-9]{1,4})?)"
_OUT_OF = r"(?: ?/ ?[0-9]{2,3}(?:[.,][0-9]{1,2})?)?"
_POINTS = re.compile(rf"{_NUMBER}{_OUT_OF} ?(?:diem|%)")
_BARE = re.compile(
    r" ?(?:cua (?:toan )?tinh )?(?:dat(?: duoc)?|la|:|-)? ?([0-9]{1,3}[.,][0-9]{1,4})(?![0-9])(?! ?%)"
)
_SOME_POINTS = re.compile(
    r"[0-9] ?(?:diem|%)|diem[^.;]{0,20} [0-9]{1,3}[.,][0-9]|[0-9][.,][0-9]{1,4} ?/ ?100"
)
_HOPED = re.compile(r"\b(?:phan dau|muc tieu|chi tieu)\b[^.;]*$")
_YEAR_OF_INDEX = re.compile(
    r"(?:chi so[^.;]{0,60}?(?:cai cach hanh chinh|cchc)|par ?-?index)[^.;]{0,60}?\bnam ((?:19|20)[0-9]{2})\b"
)
_RANK = re.compile(
    r"(?:xep|dung|vi tri|hang|thu)(?: (?:hang|vi tri|vi thu|thu|o|tren)){0,3} ([0-9]{1,2})(?: ?/ ?([0-9]{2,3}))?"
)
_FELL = re.compile(r"\b(tut|giam|ha|lui|tang|len|vuot|cai thien) (?:them )?([0-9]{1,2}) (?:bac|hang|vi tri)")
_ROSE = {"tang", "len", "vuot", "cai thien"}
_YEAR = re.compile(r"(?<!so voi )\bnam ((?:19|20)[0-9]{2})\b")


def read_results(paragraphs: Sequence[Paragraph], notes: list[Remark]) -> BaseResults:
    """Results of the first paragraphs that tell points by part; empty with a remark when none does."""
    told = [(p, flat(p.text)) for p in paragraphs]
    told = [(p, text) for p, text in told if _SOME_POINTS.search(text) and _tells_results(text)]
    parts: dict[str, PartResult] = {}
    for paragraph, text in told:
        for result in _parts(text):
            _keep(result, parts, paragraph.place, notes)
    if not parts:
        notes.append(remarks.results_missing())
        return BaseResults(year=None, parts=())
    year = _year(told)
    if year is None:
        notes.append(remarks.results_year_missing(told[0][0].place))
    ordered = tuple(parts[name] for name in _PARTS if name in parts)
    return BaseResults(year=year, parts=ordered, rank_change=_rank_change(told))


def _tells_results(text: str) -> bool:
    return bool(_ANY_PART.search(text)) and ("chi so" in text or "par index" in text or "xep" in text)


def _parts(text: str) -> Iterator[PartResult]:
    """A result for each run of text from one part's name to the next part's."""
    marks = [match for match in _ANY_PART.finditer(text) if match.lastgroup]
    starts = [mark for i, mark in enumerate(marks) if i == 0 or marks[i - 1].lastgroup != mark.lastgroup]
    for mark, after in zip(starts, [*starts[1:], None], strict=True):
        if _HOPED.search(text, 0, mark.start()):
            continue
        end = after.start() if after else len(text)
        run = text[mark.start() : end]
        bare = (_BARE.match(text, m.end(), end) for m in marks if mark.start() <= m.start() < end)
        points = next(filter(None, bare), None) or _POINTS.search(run)
        rank = _RANK.search(run)
        if points or (rank and rank[2]):
            yield PartResult(
                part=mark.lastgroup or "",
                points=read_number(points[1]) if points else None,
                rank=int(rank[1]) if rank else None,
                out_of=int(rank[2]) if rank and rank[2] else None,
            )


def _keep(result: PartResult, parts: dict[str, PartResult], place: str, notes: list[Remark]) -> None:
    first = parts.setdefault(result.part, result)
    if first.points != result.points and first.points is not None and result.points is not None:
        notes.append(remarks.result_repeated(place, result.part, str(first.points), str(result.points)))


def _year(told: Sequence[tuple[Paragraph, str]]) -> int | None:
    """The year that the index is said to be of, else the first year named beside it."""
    named = (
        match for pattern in (_YEAR_OF_INDEX, _YEAR) for _, text in told if (match := pattern.search(text))
    )
    return next((int(match[1]) for match in named), None)


def _rank_change(told: Sequence[tuple[Paragraph, str]]) -> int | None:
    for _, text in told:
        if match := _FELL.search(text):
            return -int(match[2]) if match[1] in _ROSE else int(match[2])
    return None
