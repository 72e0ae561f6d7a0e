"""Tiêu chí bị trừ điểm: the rows of the register of lost points as losses."""

import re
from collections.abc import Sequence
from decimal import Decimal

from parindex.documents.reading import remarks
from parindex.documents.reading.agencies import read_agencies
from parindex.documents.reading.criteria import Citations, check_codes, is_code, leading_code
from parindex.documents.reading.events import read_events, split_responsible
from parindex.documents.reading.figures import read_figure, two_decimals
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.tables import Entry
from parindex.documents.reading.vocabulary import Column
from parindex.documents.reading.words import in_one_line
from parindex.domain.plans import Loss, Remark

_TOTAL = re.compile(r"(?:tổng(?: cộng| số)?|cộng)(?: (?:số )?điểm)?(?: bị trừ)?\W*", re.IGNORECASE)
_Read = tuple[Entry, Loss]


def read_losses(entries: Sequence[Entry], *, knowledge: Knowledge, notes: list[Remark]) -> tuple[Loss, ...]:
    """Losses in the register's order; rows that only add others up are left out with a remark."""
    totals = [entry for entry in entries if _is_total(entry)]
    read = [(entry, _loss(entry, knowledge, notes)) for entry in entries if entry not in totals]
    kept = _without_subtotals(read, notes)
    added = sum((loss.lost for _, loss in kept if loss.lost is not None), Decimal(0))
    for entry in totals:
        _check_total(entry, added, notes)
    for entry, loss in kept:
        _check(entry, loss, knowledge, notes)
    _check_repeated(kept, notes)
    return tuple(loss for _, loss in kept)


def _loss(entry: Entry, knowledge: Knowledge, notes: list[Remark]) -> Loss:
    code, name = _code_and_name(entry, notes)
    justification, named = split_responsible(entry.text(Column.JUSTIFICATION))
    agencies = "\n".join(filter(None, (entry.text(Column.RESPONSIBLE), named)))
    return Loss(
        criterion=code,
        name=name,
        maximum=read_figure(entry, Column.MAXIMUM, notes),
        earned=read_figure(entry, Column.EARNED, notes),
        lost=read_figure(entry, Column.LOST, notes),
        justification=justification,
        responsible=read_agencies(agencies, place=entry.place, knowledge=knowledge, notes=notes),
        events=read_events(justification),
    )


def _code_and_name(entry: Entry, notes: list[Remark]) -> tuple[str, str]:
    printed, name = entry.number, in_one_line(entry.text(Column.NAME))
    own, rest = leading_code(printed)
    if own and not rest:
        return own, leading_code(name)[1] if leading_code(name)[0] == own else name
    code, rest = leading_code(name)
    if code:
        notes.append(remarks.criterion_code_from_name(entry.place, code, printed))
        return code, rest
    if not is_code(printed):
        notes.append(remarks.criterion_without_code(entry.place, name))
    return (printed if Column.CODE in entry.cells else ""), name


def _is_total(entry: Entry) -> bool:
    """Whether a row is the sum under the register: "Tổng cộng" ("Công bố …" folds alike, so accents count)."""
    return any(text and _TOTAL.fullmatch(in_one_line(text)) for text in (entry.number, entry.body))


def _check_total(entry: Entry, added: Decimal, notes: list[Remark]) -> None:
    title = in_one_line(f"{entry.number} {entry.body}")
    notes.append(remarks.subtotal_row(entry.place, title))
    printed = read_figure(entry, Column.LOST, [])
    if printed is not None and printed != added:
        notes.append(remarks.total_differs(entry.place, two_decimals(printed), two_decimals(added)))


def _without_subtotals(read: Sequence[_Read], notes: list[Remark]) -> list[_Read]:
    """Rows without those of a parent criterion whose parts have rows of their own."""
    codes = [loss.criterion for _, loss in read]
    parents = {code for code in codes if code and any(other.startswith(f"{code}.") for other in codes)}
    for entry, loss in read:
        if loss.criterion in parents:
            notes.append(remarks.subtotal_row(entry.place, f"{loss.criterion} {loss.name}"))
    return [(entry, loss) for entry, loss in read if loss.criterion not in parents]


def _check(entry: Entry, loss: Loss, knowledge: Knowledge, notes: list[Remark]) -> None:
    cited = Citations(
        text="", codes=(loss.criterion,) if loss.criterion else (), names=((loss.criterion, loss.name),)
    )
    check_codes(cited, owner="Bảng trừ điểm", place=entry.place, knowledge=knowledge, notes=notes)
    if loss.adds_up is False:
        figures = [two_decimals(value or Decimal(0)) for value in (loss.maximum, loss.earned, loss.lost)]
        notes.append(remarks.does_not_add_up(entry.place, loss.criterion, *figures))
    _check_events(entry, loss, notes)
    if not loss.responsible:
        notes.append(remarks.nobody_responsible(entry.place, loss.criterion))


def _check_events(entry: Entry, loss: Loss, notes: list[Remark]) -> None:
    points = [event.points for event in loss.events if event.points is not None]
    if len(points) < len(loss.events) or not loss.events:
        notes.append(remarks.events_without_points(entry.place, loss.criterion))
    elif loss.lost is not None and sum(points) != loss.lost:
        added = two_decimals(sum(points, Decimal(0)))
        notes.append(
            remarks.events_do_not_add_up(entry.place, loss.criterion, added, two_decimals(loss.lost))
        )


def _check_repeated(kept: Sequence[_Read], notes: list[Remark]) -> None:
    seen: set[str] = set()
    for entry, loss in kept:
        if loss.criterion and loss.criterion in seen:
            notes.append(remarks.loss_repeated(entry.place, loss.criterion))
        seen.add(loss.criterion)
