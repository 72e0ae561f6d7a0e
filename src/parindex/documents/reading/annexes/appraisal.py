"""Kết quả thẩm định: what the ministry gave a province for each criterion, what it took away, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import refusals, remarks
from parindex.documents.reading.annexes.appraisal_checks import check_rows, check_totals
from parindex.documents.reading.annexes.cells import Figures
from parindex.documents.reading.annexes.codes import written
from parindex.documents.reading.annexes.heading import title_in
from parindex.documents.reading.annexes.labels import Label, Role, label_lines, says_other_points
from parindex.documents.reading.annexes.lines import Line, Part, read_parts
from parindex.documents.reading.annexes.model import AppraisalRow, ReadAppraisal
from parindex.documents.reading.annexes.scoring_lines import is_scoring_line
from parindex.documents.reading.annexes.source import read_annex
from parindex.documents.reading.annexes.vocabulary import Column
from parindex.documents.reading.words import in_one_line
from parindex.domain.plans import Remark

_JUDGED = frozenset({Column.AWARDED, Column.LOST})
_NOTHING = Line(cells={}, place="")


def read_appraisal(content: bytes, *, name: str) -> ReadAppraisal:
    """The appraisal in a .xlsx, .docx or .pdf file. Raises UnreadableDocument; doubts are remarks."""
    notes: list[Remark] = []
    part = _chosen(read_parts(read_annex(content, name=name, notes=notes), notes), name, notes)
    figures = Figures(notes)
    totals: list[Label] = []
    labels = label_lines(part.lines, is_complete=False, notes=notes)
    rows = _rows(labels, totals, figures)
    if not rows:
        raise refusals.no_appraised_row(name)
    if Column.AWARDED not in part.columns:
        rows = _derived(rows, part, notes)
    check_rows(rows, notes)
    check_totals(rows, totals, figures)
    figures.finish()
    return ReadAppraisal(rows=tuple(rows), remarks=tuple(notes))


def _chosen(parts: Sequence[Part], name: str, notes: list[Remark]) -> Part:
    if not parts:
        raise refusals.no_appraisal(name)
    judged = [part for part in parts if part.columns & _JUDGED]
    if not judged:
        raise refusals.no_appraised_points(name)
    others = (part for part in parts if part is not judged[0])
    notes.extend(remarks.other_set(part.place, title_in(part.above)) for part in others)
    return judged[0]


def _rows(labels: Iterable[Label], totals: list[Label], figures: Figures) -> list[AppraisalRow]:
    rows: list[AppraisalRow] = []
    left_out: list[Line] = []
    before = _NOTHING
    for label in labels:
        if label.role is Role.TOTAL:
            totals.append(label)
        elif label.role is Role.SUBTOTAL:
            figures.notes.append(shared.subtotal_row(label.line.place, in_one_line(label.title)))
        elif label.role is Role.CODED:
            rows.append(_row(label, figures))
        elif says_other_points(label.line, before):
            figures.notes.append(
                shared.criterion_without_code(label.line.place, in_one_line(label.title)[:200])
            )
            rows.append(_row(label, figures))
        elif rows and not is_scoring_line(label.title):
            rows[-1] = _continued(rows[-1], label, figures.notes)
        else:
            left_out.append(label.line)
        before = label.line
    if left_out:
        figures.notes.append(remarks.detail_lines_left_out(left_out[0].place, len(left_out)))
    return rows


def _row(label: Label, figures: Figures) -> AppraisalRow:
    line, code, title = label.line, written(label.code), in_one_line(label.title)
    named = shared.criterion_named(code, title)
    reason = line.text(Column.REASON)
    return AppraisalRow(
        code=code,
        title=title,
        maximum=figures.read(line, Column.MAXIMUM, named),
        claimed=figures.read(line, Column.CLAIMED, named),
        awarded=figures.read(line, Column.AWARDED, named),
        lost=figures.read(line, Column.LOST, named),
        reason=reason or line.text(Column.NOTE),
        body=line.in_line(Column.BODY),
        place=line.place,
    )


def _continued(row: AppraisalRow, label: Label, notes: list[Remark]) -> AppraisalRow:
    """A row with what follows of it after a page break, or in rows over which its code was merged."""
    line = label.line
    notes.append(shared.row_continued(line.place, row.code or "ngay trên"))
    return replace(
        row,
        title=_joined(row.title, in_one_line(label.title), " "),
        reason=_joined(row.reason, line.text(Column.REASON) or line.text(Column.NOTE), "\n"),
        body=_joined(row.body, line.in_line(Column.BODY), ", "),
    )


def _joined(first: str, rest: str, between: str) -> str:
    return between.join(filter(None, (first, rest if rest != first else "")))


def _derived(rows: Sequence[AppraisalRow], part: Part, notes: list[Remark]) -> list[AppraisalRow]:
    """Rows of a table of deductions: what was awarded is what was not taken away."""
    read = [
        row if row.maximum is None or row.lost is None else replace(row, awarded=row.maximum - row.lost)
        for row in rows
    ]
    count = sum(1 for row in read if row.awarded is not None)
    if count:
        notes.append(remarks.derived(part.place, count))
    return read
