"""Bộ tiêu chí as annexed to a decision: the whole table of areas, criteria and sub-criteria with their points."""

import re
from collections.abc import Sequence

from parindex.documents.reading.annexes import refusals, remarks
from parindex.documents.reading.annexes.cells import Figures
from parindex.documents.reading.annexes.criteria_checks import check_sums
from parindex.documents.reading.annexes.criteria_rows import read_rows
from parindex.documents.reading.annexes.heading import read_heading, title_in
from parindex.documents.reading.annexes.labels import Label, label_lines
from parindex.documents.reading.annexes.lines import Part, read_parts
from parindex.documents.reading.annexes.model import ReadCriteria
from parindex.documents.reading.annexes.source import read_annex
from parindex.documents.reading.annexes.vocabulary import Column
from parindex.documents.reading.blocks import as_paragraphs
from parindex.documents.reading.words import flat
from parindex.domain.plans import Remark

_OF_PROVINCES = re.compile(r"\b(?:cac tinh|uy ban nhan dan|ubnd|tinh, thanh pho|cap tinh)\b")


def read_criteria(content: bytes, *, name: str) -> ReadCriteria:
    """The table of criteria in a .xlsx, .docx or .pdf file. Raises UnreadableDocument; doubts are remarks."""
    notes: list[Remark] = []
    blocks = read_annex(content, name=name, notes=notes)
    part = _chosen(read_parts(blocks, notes), name, notes)
    heading = read_heading(part.above, as_paragraphs(blocks), notes)
    figures, totals = Figures(notes), list[Label]()
    rows = read_rows(label_lines(part.lines, is_complete=True, notes=notes), totals, figures)
    if not rows:
        raise refusals.no_criterion(name)
    check_sums(rows, totals, figures)
    figures.finish()
    return ReadCriteria(
        title=heading.title,
        decision_number=heading.decision_number,
        year=heading.year,
        rows=rows,
        remarks=tuple(notes),
    )


def _chosen(parts: Sequence[Part], name: str, notes: list[Remark]) -> Part:
    """The provinces' table where a decision annexes several, for ministries have theirs; else the longest one."""
    if not parts:
        raise refusals.no_criteria(name)
    whole = [part for part in parts if part.columns & {Column.MAXIMUM, Column.SURVEY}]
    if not whole:
        raise refusals.no_maximum(name)
    ours = [part for part in whole if _OF_PROVINCES.search(flat(title_in(part.above)))]
    chosen = max(ours or whole, key=lambda part: len(part.lines))
    notes.extend(remarks.other_set(part.place, title_in(part.above)) for part in parts if part is not chosen)
    return chosen
