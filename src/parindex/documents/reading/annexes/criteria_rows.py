"""Rows of a table of criteria: each criterion with the lines below it that say how its points are given."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.cells import Figures, points_in
from parindex.documents.reading.annexes.codes import Code, written
from parindex.documents.reading.annexes.labels import Label, Role
from parindex.documents.reading.annexes.lines import Line
from parindex.documents.reading.annexes.model import CriterionKind, CriterionRow, ScoringLine
from parindex.documents.reading.annexes.scoring_lines import (
    as_items,
    is_scoring_line,
    points_said,
    split_title,
    without_dash,
)
from parindex.documents.reading.annexes.vocabulary import Column
from parindex.documents.reading.figures import two_decimals
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.plans import Remark

_SURVEY = r"\b(?:d?t?xhh|dieu tra xa hoi hoc|khao sat xa hoi hoc)\b"
_CELL_OF_SURVEY = re.compile(rf"(?:(?:diem|ket qua|danh gia|cham|thong qua|qua) ){{0,3}}{_SURVEY}")
_EVIDENCE_OF_SURVEY = re.compile(_SURVEY)
_TITLE_OF_SURVEY = re.compile(rf"\([^()]*{_SURVEY}[^()]*\)")
_NOT_SURVEYED = frozenset({"khong", "0", "0.0", "0,0", "0,00", "0.00"})
_KINDS = {1: CriterionKind.AREA, 2: CriterionKind.CRITERION}
_LONGEST, _SHORT = 500, 60


@dataclass(kw_only=True, slots=True)
class _Draft:
    """A criterion while its rows are gathered; a line comes with what the column of points says beside it."""

    code: Code
    title: str
    line: Line
    texts: dict[Column, list[str]] = field(default_factory=dict)
    items: list[tuple[str, Line]] = field(default_factory=list)

    @property
    def named(self) -> str:
        return shared.criterion_named(written(self.code), self.title)

    def gather(self, line: Line) -> bool:
        """Keep what a row adds to the columns of text, if anything; a cell merged over several rows counts once."""
        before = sum(map(len, self.texts.values()))
        for column in (Column.EVIDENCE, Column.NOTE):
            kept, text = self.texts.setdefault(column, []), line.text(column)
            if text and (not kept or kept[-1] != text):
                kept.append(text)
        return sum(map(len, self.texts.values())) > before

    def text(self, column: Column) -> str:
        return "\n".join(self.texts.get(column, []))


def read_rows(labels: Iterable[Label], totals: list[Label], figures: Figures) -> tuple[CriterionRow, ...]:
    """Criteria in the table's order; rows that sum it up go to `totals`."""
    drafts = _drafts(labels, totals, figures.notes)
    return tuple(_row(draft, figures) for draft in drafts)


def _drafts(labels: Iterable[Label], totals: list[Label], notes: list[Remark]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for label in labels:
        if label.role is Role.TOTAL:
            totals.append(label)
        elif label.role is Role.SUBTOTAL:
            notes.append(shared.subtotal_row(label.line.place, in_one_line(label.title)))
        elif label.role is Role.CODED:
            title, items = split_title(label.title)
            drafts.append(_Draft(code=label.code, title=title, line=label.line))
            _gather(drafts[-1], label.line, items)
        elif drafts:
            _go_on(drafts[-1], label, notes)
        else:
            notes.append(remarks.row_outside(label.line.place, in_one_line(label.title)))
    return drafts


def _gather(draft: _Draft, line: Line, items: Sequence[str]) -> None:
    draft.gather(line)
    draft.items.extend((item, line) for item in (*items, *as_items(line.text(Column.SCORING))))


def _go_on(draft: _Draft, label: Label, notes: list[Remark]) -> None:
    """A row without a code: scoring lines of the criterion above, or the rest of it after a page break."""
    line, title = label.line, label.title
    if title and (is_scoring_line(title) or not title[:1].islower()):
        if not is_scoring_line(title):
            notes.append(remarks.line_without_mark(line.place, written(draft.code)))
        _gather(draft, line, as_items(title))
        return
    if draft.gather(line) or title:
        notes.append(shared.row_continued(line.place, written(draft.code)))
    if title and draft.items:
        text, before = draft.items[-1]
        draft.items[-1] = (f"{text} {in_one_line(title)}", before)
    elif title:
        draft.title = f"{draft.title} {in_one_line(title)}"


def _row(draft: _Draft, figures: Figures) -> CriterionRow:
    return CriterionRow(
        code=written(draft.code),
        title=draft.title,
        kind=_KINDS.get(len(draft.code), CriterionKind.SUB),
        maximum=_maximum(draft, figures),
        survey=_is_surveyed(draft),
        evidence=draft.text(Column.EVIDENCE),
        note=draft.text(Column.NOTE),
        scoring_lines=_scoring_lines(draft, figures.notes),
        place=draft.line.place,
    )


def _maximum(draft: _Draft, figures: Figures) -> Decimal | None:
    value = figures.read(draft.line, Column.MAXIMUM, draft.named)
    if value is None and points_in(draft.line.in_line(Column.SURVEY)) is not None:
        figures.notes.append(remarks.maximum_from_survey(draft.line.place, draft.named))
        value = figures.read(draft.line, Column.SURVEY, draft.named)
    if value is None:
        figures.notes.append(remarks.maximum_missing(draft.line.place, draft.named))
    return value


def _is_surveyed(draft: _Draft) -> bool:
    """Whether the row's own cells say so: a mark or points in the survey's column, or its name elsewhere.

    A report on a survey is evidence as any other.
    """
    marked = flat(draft.line.in_line(Column.SURVEY)).strip(" -.…")
    cells = [flat(draft.line.in_line(column)[:_LONGEST]) for column in (Column.CLAIMED, Column.NOTE)]
    evidence = flat(draft.line.in_line(Column.EVIDENCE))
    return (
        (bool(marked) and marked not in _NOT_SURVEYED)
        or any(map(_CELL_OF_SURVEY.match, cells))
        or (len(evidence) <= _SHORT and _EVIDENCE_OF_SURVEY.match(evidence) is not None)
        or _TITLE_OF_SURVEY.search(flat(draft.title[:_LONGEST])) is not None
    )


def _scoring_lines(draft: _Draft, notes: list[Remark]) -> tuple[ScoringLine, ...]:
    beside = [_points_beside(line, draft) for _, line in draft.items]
    merged = bool(beside) and all(
        points == points_in(draft.line.in_line(Column.MAXIMUM)) for points in beside
    )
    lines = []
    for (text, line), points in zip(draft.items, beside, strict=True):
        said = points_said(text)
        if said is not None and points not in (None, said, -said) and not merged:
            code, printed = written(draft.code), two_decimals(points or Decimal(0))
            notes.append(remarks.line_points_differ(line.place, code, printed, two_decimals(said)))
        stated = said if said is not None or merged else points
        lines.append(ScoringLine(text=without_dash(in_one_line(text)), points=stated))
    return tuple(lines)


def _points_beside(line: Line, draft: _Draft) -> Decimal | None:
    """What the column of points says in a line's own row."""
    return None if line is draft.line else points_in(line.in_line(Column.MAXIMUM))
