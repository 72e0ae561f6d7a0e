"""Columns of the two tables of a plan, recognised by what their heading means, wherever they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parindex.documents.reading.blocks import Row
from parindex.documents.reading.words import flat

MAX_HEADING = 120
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


class Kind(StrEnum):
    TASKS = "tasks"
    LOSSES = "losses"


class Column(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    LEAD = "lead"
    COOPERATING = "cooperating"
    DEADLINE = "deadline"
    CRITERIA = "criteria"
    CODE = "code"
    NAME = "name"
    MAXIMUM = "maximum"
    EARNED = "earned"
    LOST = "lost"
    JUSTIFICATION = "justification"
    RESPONSIBLE = "responsible"


VIETNAMESE: Mapping[Column, str] = {
    Column.NUMBER: "số thứ tự",
    Column.TEXT: "nội dung nhiệm vụ",
    Column.LEAD: "cơ quan chủ trì",
    Column.COOPERATING: "cơ quan phối hợp",
    Column.DEADLINE: "thời hạn",
    Column.CRITERIA: "tiêu chí",
    Column.CODE: "mã tiêu chí",
    Column.NAME: "tên tiêu chí",
    Column.MAXIMUM: "điểm chuẩn",
    Column.EARNED: "điểm đạt được",
    Column.LOST: "điểm bị trừ",
    Column.JUSTIFICATION: "giải trình",
    Column.RESPONSIBLE: "cơ quan chịu trách nhiệm",
}

_NUMBER = ("stt", "tt", "so tt", "so thu tu")
_PHRASES: Mapping[Kind, Mapping[Column, tuple[str, ...]]] = {
    Kind.TASKS: {
        Column.NUMBER: _NUMBER,
        Column.TEXT: (
            "nhiem vu cu the",
            "noi dung nhiem vu",
            "noi dung cong viec",
            "noi dung",
            "nhiem vu",
            "ten nhiem vu",
            "cong viec",
            "giai phap",
        ),
        Column.LEAD: (
            "co quan chu tri",
            "don vi chu tri",
            "co quan don vi chu tri",
            "chu tri",
            "co quan thuc hien",
            "don vi thuc hien",
            "co quan don vi thuc hien",
            "co quan chu tri thuc hien",
        ),
        Column.COOPERATING: (
            "co quan phoi hop",
            "don vi phoi hop",
            "co quan don vi phoi hop",
            "phoi hop",
            "co quan phoi hop thuc hien",
        ),
        Column.DEADLINE: (
            "thoi gian hoan thanh",
            "thoi han hoan thanh",
            "thoi gian thuc hien",
            "thoi han thuc hien",
            "thoi han",
            "thoi gian",
            "tien do",
            "han hoan thanh",
        ),
        Column.CRITERIA: (
            "tieu chi",
            "tieu chi thanh phan",
            "tieu chi tieu chi thanh phan",
            "tieu chi lien quan",
            "ma tieu chi",
            "tc",
            "tctp",
        ),
    },
    Kind.LOSSES: {
        Column.NUMBER: _NUMBER,
        Column.CODE: ("ma", "ma tieu chi", "ma so", "so tieu chi", "ma tc"),
        Column.NAME: (
            "tieu chi bi tru diem",
            "tieu chi mat diem",
            "tieu chi tieu chi thanh phan",
            "tieu chi",
            "tieu chi thanh phan",
            "ten tieu chi",
            "noi dung tieu chi",
            "linh vuc tieu chi",
            "noi dung",
        ),
        Column.MAXIMUM: ("diem chuan", "diem toi da", "diem quy dinh", "thang diem", "diem chuan toi da"),
        Column.EARNED: (
            "diem dat duoc",
            "diem dat",
            "diem tham dinh",
            "diem bo noi vu tham dinh",
            "diem dat duoc sau tham dinh",
            "so diem dat duoc",
            "so diem dat",
        ),
        Column.LOST: (
            "diem bi tru",
            "diem tru",
            "so diem mat",
            "so diem bi tru",
            "so diem bi mat",
            "diem mat",
            "diem bi mat",
            "so diem tru",
        ),
        Column.JUSTIFICATION: (
            "giai trinh",
            "ly do",
            "nguyen nhan",
            "noi dung giai trinh",
            "ly do bi tru diem",
        ),
        Column.RESPONSIBLE: (
            "co quan chiu trach nhiem",
            "trach nhiem",
            "don vi chiu trach nhiem",
            "co quan don vi chiu trach nhiem",
            "trach nhiem cua co quan don vi",
            "co quan trach nhiem",
        ),
    },
}
_FIGURES = frozenset({Column.MAXIMUM, Column.EARNED, Column.LOST})
_WORK = frozenset({Column.LEAD, Column.COOPERATING, Column.DEADLINE})


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """Where the columns of a table stand; `header_rows` is how many rows from the top say so."""

    kind: Kind
    columns: Mapping[Column, int]
    width: int
    header_rows: int
    unknown: tuple[str, ...] = ()  # headings that mean nothing to us
    unheaded: tuple[int, ...] = ()  # columns without a heading

    def cell(self, row: Row, column: Column) -> str:
        position = self.columns.get(column)
        return row.cells[position] if position is not None and position < len(row.cells) else ""


def recognise(rows: Sequence[Row]) -> Layout | None:
    """The layout that the first rows of a table announce; None when they are no header of a known table."""
    for first in range(min(3, len(rows))):
        for depth in (2, 1):
            header = rows[first : first + depth]
            if len(header) == depth and (layout := _layout(header, header_rows=first + depth)):
                return layout
    return None


def _layout(header: Sequence[Row], *, header_rows: int) -> Layout | None:
    names = _joined_names(header)
    for kind in (Kind.LOSSES, Kind.TASKS):
        columns = _columns(names, kind)
        if _suffices(kind, columns) and (len(header) == 1 or _is_second_row(header[0], header[1], kind)):
            others = [i for i in range(len(names)) if i not in columns.values()]
            return Layout(
                kind=kind,
                columns=columns,
                width=len(names),
                header_rows=header_rows,
                unknown=tuple(names[i][0] for i in others if names[i][0]),
                unheaded=tuple(i for i in others if not names[i][0]),
            )
    return None


def _joined_names(header: Sequence[Row]) -> list[tuple[str, ...]]:
    """For each column its whole heading, then the lower row's alone; a merged upper heading reaches rightwards."""
    if len(header) == 1:
        return [(cell,) for cell in header[0].cells]
    upper, lower = list(header[0].cells), header[1].cells
    for position in range(1, len(upper)):
        if not upper[position] and lower[position]:
            upper[position] = upper[position - 1]
    return [_names(above, below) for above, below in zip(upper, lower, strict=False)]


def _names(above: str, below: str) -> tuple[str, ...]:
    return (f"{above} {below}".strip(), below) if below and below != above else (above,)


def _columns(names: Sequence[tuple[str, ...]], kind: Kind) -> dict[Column, int]:
    """Each meaning once; where two headings claim it, the closer one has it."""
    best: dict[Column, tuple[int, int]] = {}  # column: position, closeness
    for position, alternatives in enumerate(names):
        column, closeness = max((_meaning(name, kind) for name in alternatives), key=lambda m: m[1])
        if column and closeness > best.get(column, (-1, 0))[1]:
            best[column] = (position, closeness)
    return {column: position for column, (position, _) in best.items()}


def _meaning(heading: str, kind: Kind) -> tuple[Column | None, int]:
    """What a heading means and how closely it says so: 1000 for the phrase itself, else the phrase's length."""
    words = _words(heading)
    if not words:
        return None, 0
    found: tuple[Column | None, int] = (None, 0)
    for column, phrases in _PHRASES[kind].items():
        for phrase in phrases:
            if words == phrase or (column is Column.NUMBER and words.replace(" ", "") == phrase):
                return column, 1000
            if len(phrase) > max(3, found[1]) and f" {phrase} " in f" {words} ":
                found = (column, len(phrase))
    return found


def _words(heading: str) -> str:
    return _NOT_WORDS.sub(" ", flat(heading)).strip() if len(heading) <= MAX_HEADING else ""


def _suffices(kind: Kind, columns: Mapping[Column, int]) -> bool:
    if kind is Kind.TASKS:
        return Column.TEXT in columns and not _WORK.isdisjoint(columns)
    named = Column.NAME in columns or Column.CODE in columns
    return named and len(_FIGURES & columns.keys()) >= 2


def _is_second_row(upper: Row, lower: Row, kind: Kind) -> bool:
    """Whether a second row belongs to the header: it adds at least two headings, and nothing else."""
    added = [(a, b) for a, b in zip(upper.cells, lower.cells, strict=False) if b and a != b]
    return len(added) >= 2 and all(len(b) <= 40 and _meaning(b, kind)[1] > 0 for _, b in added)
