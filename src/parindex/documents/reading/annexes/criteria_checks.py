"""Sums of a table of criteria: children and their parent, the areas and the total, the total and 100."""

from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.cells import Figures
from parindex.documents.reading.annexes.labels import Label
from parindex.documents.reading.annexes.model import CriterionRow
from parindex.documents.reading.annexes.vocabulary import Column
from parindex.documents.reading.figures import two_decimals
from parindex.domain.plans import Remark

HUNDRED = Decimal(100)


def check_sums(rows: Sequence[CriterionRow], totals: Iterable[Label], figures: Figures) -> None:
    """Remark every sum that is another than printed; where a part has no figure, its sum cannot be told."""
    codes = {row.code for row in rows}
    parts: dict[str, list[CriterionRow]] = {}
    for row in rows:
        parts.setdefault(_parent(row.code, codes), []).append(row)
    for row in rows:
        figures.notes.extend(_contradiction(row, _added(parts.get(row.code, ()))))
    added = _added(parts[""])
    for label in totals:
        _check_total(label, added, figures)
    if added is not None and added != HUNDRED:
        figures.notes.append(remarks.total_not_hundred("toàn bảng", two_decimals(added)))


def _contradiction(row: CriterionRow, added: Decimal | None) -> Iterator[Remark]:
    if row.maximum is not None and added is not None and added != row.maximum:
        named = shared.criterion_named(row.code, row.title)
        yield remarks.parts_do_not_add_up(row.place, named, two_decimals(row.maximum), two_decimals(added))


def _check_total(label: Label, added: Decimal | None, figures: Figures) -> None:
    printed = figures.read(label.line, Column.MAXIMUM, "Dòng cộng")
    if printed is not None and added is not None and printed != added:
        place = label.line.place
        figures.notes.append(shared.total_differs(place, two_decimals(printed), two_decimals(added)))


def _parent(code: str, codes: Set[str]) -> str:
    """The nearest code above that the table lists; "" for those of the highest level."""
    above = code.rpartition(".")[0]
    return above if not above or above in codes else _parent(above, codes)


def _added(parts: Iterable[CriterionRow]) -> Decimal | None:
    """The sum of maxima; None where one is missing, or there is none at all."""
    values = [part.maximum for part in parts]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None
