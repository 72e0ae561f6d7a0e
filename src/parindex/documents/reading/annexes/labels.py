"""What each row of an annexed table is: a criterion with its code, a sum, a group, or a line without a code."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.cells import is_empty, points_in
from parindex.documents.reading.annexes.codes import (
    Code,
    Mark,
    is_group,
    is_group_title,
    read_mark,
    split_mark,
    written,
)
from parindex.documents.reading.annexes.lines import Line
from parindex.documents.reading.annexes.numbering import Numbering
from parindex.documents.reading.annexes.scoring_lines import is_scoring_line
from parindex.documents.reading.annexes.vocabulary import Column
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.plans import Remark

_TOTAL = re.compile(
    r"(?:tổng cộng|tổng(?: số)? điểm|tổng số|tổng|cộng)"
    r"(?: tối đa| toàn bộ| chung| các lĩnh vực| bị trừ| bộ tiêu chí)*"
    r"(?P<some> (?:lĩnh vực|mục|phần|nhóm|tiêu chí) ?[0-9IVXA-H.]{1,9})?\s*(?:\([^()]*\))?\W*",
    re.IGNORECASE,
)
_NOTE = re.compile(r"ghi chu\b ?:?|chu thich\b")
_LIST_MARK = re.compile(r"([-–—+*•●]|[a-hđ][.)]?)")
_GIVEN = (Column.CLAIMED, Column.AWARDED, Column.LOST)
_LONGEST_TOTAL = 120


class Role(StrEnum):
    CODED = "coded"
    PLAIN = "plain"  # without a code: a scoring line, or the rest of the row above
    TOTAL = "total"
    SUBTOTAL = "subtotal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """One row with its role; `title` keeps its line breaks and has no code. `code` is () unless it is coded."""

    role: Role
    line: Line
    title: str
    code: Code = ()


def label_lines(lines: Iterable[Line], *, is_complete: bool, notes: list[Remark]) -> Iterator[Label]:
    """Rows in order, groups left out with a remark; `is_complete` says that a jump of the codes is one."""
    numbering = Numbering(notes=notes, is_complete=is_complete)
    before: Line | None = None
    for line in lines:
        if label := _label(line, before, numbering):
            yield label
        before = line


def _label(line: Line, before: Line | None, numbering: Numbering) -> Label | None:
    cell, title = _cell_and_title(line)
    if role := _role_of_sum(cell) or _role_of_sum(in_one_line(title)):
        return Label(role=role, line=line, title=title)
    if before and _repeats(line, before):
        same = title == _cell_and_title(before)[1]
        return Label(role=Role.PLAIN, line=line, title="" if same else title)
    if is_group(cell) or (not cell and is_group_title(title)) or _NOTE.match(flat(title[:20])):
        numbering.notes.append(shared.group_row(line.place, in_one_line(f"{cell} {title}")[:200]))
        return None
    mark, title = _mark(cell, title, line, numbering)
    if mark:
        return Label(role=Role.CODED, line=line, title=title, code=numbering.follow(mark, line.place))
    return _without_code(cell, title, line, numbering)


def _cell_and_title(line: Line) -> tuple[str, str]:
    """The cell of the code and the title; a title that stands in both, or is merged over both, is the title.

    Without a code of its own, a title that is nothing but one ("1.2") is the code: codes headed "Tiêu chí".
    """
    cell, title = line.in_line(Column.CODE), line.text(Column.TITLE)
    if not cell and (mark := read_mark(title)) and len(mark.numbers) > 1 and not mark.is_slip:
        return title, ""
    if cell and not title and read_mark(cell) is None and not is_group(cell):
        return "", line.text(Column.CODE)
    return cell, title


def _role_of_sum(text: str) -> Role | None:
    """The role of a row that sums up the table, or some of its rows; accents count, for "Công" is no "Cộng"."""
    match = _TOTAL.fullmatch(text) if 0 < len(text) <= _LONGEST_TOTAL else None
    return (Role.SUBTOTAL if match["some"] else Role.TOTAL) if match else None


def _repeats(line: Line, before: Line) -> bool:
    """Whether the code was merged over both rows, so that the lower one is a line of the upper one."""
    cell, title = line.in_line(Column.CODE), line.text(Column.TITLE)
    if not cell or cell != before.in_line(Column.CODE) or read_mark(cell) is None:
        return False
    if says_other_points(line, before):
        return False
    is_line = is_scoring_line(title) or title == before.text(Column.TITLE)
    return is_line or not line.text(Column.MAXIMUM)


def _mark(cell: str, title: str, line: Line, numbering: Numbering) -> tuple[Mark | None, str]:
    """The code of a row and its title without it; a whole code in the title goes before a running number."""
    mark, (own, rest) = read_mark(cell), split_mark(title)
    if own is None or is_scoring_line(title):
        return mark, title
    if mark and len(mark.numbers) == 1 and not mark.is_roman and len(own.numbers) > 1:
        numbering.notes.append(shared.criterion_code_from_name(line.place, written(own.numbers), cell))
        return own, rest
    if mark:
        return mark, rest if own.numbers == mark.numbers else title
    # An item of a list may be numbered too ("1. Có kế hoạch"); a row that is merged over both columns is none.
    is_merged = not line.text(Column.TITLE) or Column.CODE not in line.cells
    return (own, rest) if own.is_sure or is_merged else (None, title)


def _without_code(cell: str, title: str, line: Line, numbering: Numbering) -> Label:
    if cell and (code := numbering.from_date(cell, line.place)):
        return Label(role=Role.CODED, line=line, title=title, code=code)
    is_listed = _LIST_MARK.fullmatch(cell) is not None
    if cell and not is_listed:
        numbering.notes.append(remarks.code_unreadable(line.place, cell))
    elif not cell and _is_area(title, line):
        mark = numbering.next_area()
        code = numbering.follow(mark, line.place)
        numbering.notes.append(remarks.area_by_order(line.place, in_one_line(title), written(code)))
        return Label(role=Role.CODED, line=line, title=title, code=code)
    return Label(role=Role.PLAIN, line=line, title=_listed(cell, title) if is_listed else title)


def _listed(cell: str, title: str) -> str:
    """A line whose list mark stands in the column of codes: "a", "b)", "-"."""
    return f"{cell.rstrip('.)')}) {title}" if cell[0].isalpha() else f"{cell} {title}"


def says_other_points(line: Line, before: Line) -> bool:
    """Whether a row has points that the row above it has not: points merged over both are none of its own."""
    said = ((line.in_line(column), before.in_line(column)) for column in _GIVEN)
    return any(not is_empty(printed) and printed != above for printed, above in said)


def _is_area(title: str, line: Line) -> bool:
    """Whether a row without a code is an area: capitals, several words, and points of its own."""
    words = in_one_line(title)
    has_points = points_in(line.in_line(Column.MAXIMUM)) is not None
    return has_points and words.isupper() and len(words.split()) >= 2 and not is_scoring_line(words)
