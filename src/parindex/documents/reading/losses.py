"""Tiêu chí bị trừ điểm: the rows of the register of lost points as losses."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from parindex.documents.reading import remarks
from parindex.documents.reading.agencies import read_agencies
from parindex.documents.reading.criteria import Citations, check_codes, is_code, leading_code
from parindex.documents.reading.events import read_events, split_responsible
from parindex.documents.reading.figures import has_two_decimals, is_figure, read_figure, two_decimals
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.tables import Entry
from parindex.documents.reading.vocabulary import VIETNAMESE, Column
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.plans import Loss, Remark

_AREA = re.compile(r"^(?:(?:linh vuc|lv)(?: so)? ?:? ?)?([0-9]{1,2})[.):]?$")
_AREA_NAMED = re.compile(r"^linh vuc(?: so)? ?:? ?([0-9]{1,2})(?![0-9.]*[0-9])")
_Read = tuple[Entry, Loss]


def read_losses(entries: Sequence[Entry], *, knowledge: Knowledge, notes: list[Remark]) -> tuple[Loss, ...]:
    """Losses in the register's order; rows that only add others up are left out with a remark."""
    totals = [entry for entry in entries if entry.is_total]
    areas = _area_rows(entries)
    sums = [*totals, *(entry for entry, _ in areas)]
    read = [(entry, _loss(entry, knowledge, notes)) for entry in entries if not _is_among(entry, sums)]
    kept = _without_subtotals(read, notes)
    for entry, area in areas:
        _check_subtotal(entry, area, kept, notes)
    added = sum((loss.lost for _, loss in kept if loss.lost is not None), Decimal(0))
    for entry in totals:
        _check_total(entry, added, notes)
    for entry, loss in kept:
        _check(entry, loss, knowledge, notes)
    _check_decimals(kept, notes)
    _check_repeated(kept, notes)
    return tuple(loss for _, loss in kept)


def _loss(entry: Entry, knowledge: Knowledge, notes: list[Remark]) -> Loss:
    code, name = _code_and_name(entry, notes)
    named = remarks.criterion_named(code, name)
    justification, answering = split_responsible(entry.text(Column.JUSTIFICATION))
    column = Column.RESPONSIBLE if Column.RESPONSIBLE in entry.cells else Column.LEAD
    agencies = "\n".join(filter(None, (entry.text(column), answering)))
    return Loss(
        criterion=code,
        name=name,
        maximum=read_figure(entry, Column.MAXIMUM, named, notes),
        earned=read_figure(entry, Column.EARNED, named, notes),
        lost=read_figure(entry, Column.LOST, named, notes),
        justification=justification,
        responsible=read_agencies(agencies, place=entry.place, knowledge=knowledge, notes=notes),
        events=tuple(
            event if event.text else replace(event, text=name) for event in read_events(justification)
        ),
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


def _is_among(entry: Entry, others: Sequence[Entry]) -> bool:
    return any(entry is other for other in others)


def _area_rows(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Rows that add up an area, with its number: "1 | CHỈ ĐẠO ĐIỀU HÀNH", "Lĩnh vực 1" above rows 1.1, 1.2."""
    printed = {leading_code(entry.number)[0] for entry in entries}
    codes = printed | {leading_code(in_one_line(entry.body))[0] for entry in entries}
    areas: list[tuple[Entry, str]] = []
    for entry in entries:
        named = _AREA_NAMED.match(flat(in_one_line(entry.body)))
        match = named or _AREA.match(flat(entry.number))
        if leading_code(in_one_line(entry.body))[0] or match is None:
            continue
        # A bare number may be a row's own; it is an area's only where the rows' numbers are codes of that area.
        is_said = named is not None or not entry.number.isdigit()
        area = match[1].lstrip("0")
        if any(code.startswith(f"{area}.") for code in (codes if is_said else printed)):
            areas.append((entry, area))
    return areas


def _check_total(entry: Entry, added: Decimal, notes: list[Remark]) -> None:
    title = in_one_line(f"{entry.number} {entry.body}")
    notes.append(remarks.subtotal_row(entry.place, title))
    printed = read_figure(entry, Column.LOST, "", [])
    if printed is not None and printed != added:
        notes.append(remarks.total_differs(entry.place, two_decimals(printed), two_decimals(added)))


def _check_subtotal(entry: Entry, code: str, kept: Sequence[_Read], notes: list[Remark]) -> None:
    """Remark a row that adds up those of its descendants, and where it does not."""
    parts = [loss.lost for _, loss in kept if loss.criterion.startswith(f"{code}.")]
    _check_total(entry, sum((lost for lost in parts if lost is not None), Decimal(0)), notes)


def _without_subtotals(read: Sequence[_Read], notes: list[Remark]) -> list[_Read]:
    """Rows without those of a parent criterion whose parts have rows of their own."""
    codes = [loss.criterion for _, loss in read]
    parents = {code for code in codes if code and any(other.startswith(f"{code}.") for other in codes)}
    kept = [(entry, loss) for entry, loss in read if loss.criterion not in parents]
    for entry, loss in read:
        if loss.criterion in parents:
            _check_subtotal(entry, loss.criterion, kept, notes)
    return kept


def _check(entry: Entry, loss: Loss, knowledge: Knowledge, notes: list[Remark]) -> None:
    named = remarks.criterion_named(loss.criterion, loss.name)
    cited = Citations(
        text="", codes=(loss.criterion,) if loss.criterion else (), names=((loss.criterion, loss.name),)
    )
    check_codes(cited, owner="Bảng trừ điểm", place=entry.place, knowledge=knowledge, notes=notes)
    if loss.adds_up is False:
        figures = [two_decimals(value or Decimal(0)) for value in (loss.maximum, loss.earned, loss.lost)]
        notes.append(remarks.does_not_add_up(entry.place, named, *figures))
    _check_events(entry, loss, notes)
    if not loss.responsible:
        notes.append(remarks.nobody_responsible(entry.place, named))


def _check_events(entry: Entry, loss: Loss, notes: list[Remark]) -> None:
    named = remarks.criterion_named(loss.criterion, loss.name)
    points = [event.points for event in loss.events if event.points is not None]
    if len(points) < len(loss.events) or not loss.events:
        notes.append(remarks.events_without_points(entry.place, named))
    elif loss.lost is not None and sum(points) != loss.lost:
        added = two_decimals(sum(points, Decimal(0)))
        notes.append(remarks.events_do_not_add_up(entry.place, named, added, two_decimals(loss.lost)))


def _check_repeated(kept: Sequence[_Read], notes: list[Remark]) -> None:
    seen: set[str] = set()
    for entry, loss in kept:
        if loss.criterion and loss.criterion in seen:
            notes.append(remarks.loss_repeated(entry.place, loss.criterion))
        seen.add(loss.criterion)


def _check_decimals(kept: Sequence[_Read], notes: list[Remark]) -> None:
    """One remark a register on cells printed with fewer decimals than the others of their column."""
    odd = [
        (entry, loss, column)
        for column in (Column.MAXIMUM, Column.EARNED, Column.LOST)
        if any(has_two_decimals(entry.text(column)) for entry, _ in kept)
        for entry, loss in kept
        if is_figure(entry.text(column)) and not has_two_decimals(entry.text(column))
    ]
    if odd:
        entry, loss, column = odd[0]
        named = remarks.criterion_named(loss.criterion, loss.name)
        printed = in_one_line(entry.text(column))
        notes.append(
            remarks.figure_not_two_decimals(
                entry.place, named, VIETNAMESE[column], printed, more=len(odd) - 1
            )
        )
