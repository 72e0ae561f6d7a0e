"""Figures of an appraisal that contradict each other: in one row, between a criterion and its parts, in the total."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.cells import Figures
from parindex.documents.reading.annexes.labels import Label
from parindex.documents.reading.annexes.model import AppraisalRow
from parindex.documents.reading.annexes.vocabulary import VIETNAMESE, Column
from parindex.documents.reading.figures import two_decimals
from parindex.domain.plans import Remark


def check_rows(rows: Sequence[AppraisalRow], notes: list[Remark]) -> None:
    """Remark what does not fit in a row, and losses of a criterion that its parts do not add up to."""
    for row in rows:
        notes.extend(_contradictions(row))
        if row.maximum is None:
            notes.append(remarks.maximum_missing(row.place, _named(row)))
        added = _lost_below(row.code, rows)
        if row.lost is not None and added is not None and added != row.lost:
            figures = two_decimals(row.lost), two_decimals(added)
            notes.append(remarks.losses_do_not_add_up(row.place, _named(row), *figures))


def check_totals(rows: Sequence[AppraisalRow], totals: Iterable[Label], figures: Figures) -> None:
    """Remark a row that sums up the losses where the highest rows add up to something else."""
    codes = {row.code for row in rows}
    highest = [row for row in rows if not any(above in codes for above in _above(row.code))]
    added = sum((row.lost for row in highest if row.lost is not None), Decimal(0))
    for label in totals:
        printed = figures.read(label.line, Column.LOST, "Dòng cộng")
        if printed is not None and printed != added:
            place = label.line.place
            figures.notes.append(shared.total_differs(place, two_decimals(printed), two_decimals(added)))


def _contradictions(row: AppraisalRow) -> Iterator[Remark]:
    if row.maximum is None:
        return
    maximum = two_decimals(row.maximum)
    for column, value in ((Column.CLAIMED, row.claimed), (Column.AWARDED, row.awarded)):
        if value is not None and value > row.maximum:
            label = VIETNAMESE[column]
            yield remarks.above_maximum(row.place, _named(row), label, two_decimals(value), maximum)
    if row.awarded is None or row.lost is None or row.awarded + row.lost == row.maximum:
        return
    if row.claimed is not None and row.claimed - row.awarded == row.lost:
        yield remarks.lost_from_claimed(row.place, _named(row))
    else:
        figures = two_decimals(row.awarded), two_decimals(row.lost)
        yield shared.does_not_add_up(row.place, _named(row), maximum, *figures)


def _lost_below(code: str, rows: Sequence[AppraisalRow]) -> Decimal | None:
    """What the parts right below a criterion lost; None where the table lists none, or one has no figure."""
    parts = [row.lost for row in rows if code and row.code.rpartition(".")[0] == code]
    known = [lost for lost in parts if lost is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None


def _above(code: str) -> Iterator[str]:
    while code := code.rpartition(".")[0]:
        yield code


def _named(row: AppraisalRow) -> str:
    return shared.criterion_named(row.code, row.title)
