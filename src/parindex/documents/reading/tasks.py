"""Nhiệm vụ cụ thể: the rows of the task table as tasks."""

import re
from collections.abc import Sequence

from parindex.documents.reading import remarks
from parindex.documents.reading.agencies import is_level, read_agencies
from parindex.documents.reading.criteria import (
    Citations,
    check_codes,
    codes_in_column,
    ranges_in,
    read_citations,
)
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.names import is_agency_name
from parindex.documents.reading.tables import Entry
from parindex.documents.reading.vocabulary import Column
from parindex.documents.reading.words import flat, in_one_line, without_mark
from parindex.domain.deadlines import LONGEST, Deadline, DeadlineKind, parse_deadline
from parindex.domain.plans import Period, Remark, Task

_LEADS = re.compile(r"\s*(?:-\s*)?\(?chu tri\)?\s*:?\s*")
_DATED = {
    *(DeadlineKind.YEAR, DeadlineKind.PART_YEAR, DeadlineKind.QUARTER, DeadlineKind.MONTH, DeadlineKind.DAY)
}
_COOPERATES = re.compile(r"[,;.\n]?\s*(?:(?:va|chu tri|-)\s*,?\s*){0,3}phoi hop(?: voi| thuc hien)?\s*:?\s*")


def read_tasks(
    entries: Sequence[Entry], *, knowledge: Knowledge, period: Period | None, notes: list[Remark]
) -> tuple[Task, ...]:
    """Tasks in the table's order, with remarks on each and on their numbering; `period` is the plan's own."""
    tasks = tuple(_task(entry, knowledge, period, notes) for entry in entries)
    _check_numbering(entries, notes)
    return tasks


def _task(entry: Entry, knowledge: Knowledge, period: Period | None, notes: list[Remark]) -> Task:
    citations = _citations(entry)
    number = entry.number
    owner = f"Nhiệm vụ {number}".strip()
    check_codes(citations, owner=owner, place=entry.place, knowledge=knowledge, notes=notes)
    if not citations.codes:
        aim = "; ".join(citations.aims)
        remark = (
            remarks.task_with_aim_only(entry.place, number, aim)
            if aim
            else remarks.task_without_criterion(entry.place, number)
        )
        notes.append(remark)
    lead, cooperating = _agencies(entry, knowledge, notes)
    return Task(
        number=number,
        text=citations.text,
        criteria=citations.codes,
        aims=citations.aims,
        lead=lead,
        cooperating=cooperating,
        deadline=read_deadline(entry, period, notes),
    )


def _citations(entry: Entry) -> Citations:
    cited = read_citations(entry.text(Column.TEXT))
    if not entry.text(Column.CRITERIA):
        return cited
    codes, aim = codes_in_column(entry.text(Column.CRITERIA))
    return Citations(
        text=cited.text,
        codes=tuple(dict.fromkeys(codes + cited.codes)),
        aims=tuple(dict.fromkeys((*cited.aims, *([aim] if aim else [])))),
        names=cited.names,
        ranges=(*ranges_in(entry.text(Column.CRITERIA)), *cited.ranges),
    )


def _agencies(
    entry: Entry, knowledge: Knowledge, notes: list[Remark]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead_text, cooperating_text = _split_roles(entry)
    if Column.LEAD not in entry.cells and (title := _agency_of_group(entry)):
        lead_text = title
        notes.append(remarks.lead_from_group(entry.place, entry.number, title))
    lead = read_agencies(lead_text, place=entry.place, knowledge=knowledge, notes=notes)
    cooperating = read_agencies(cooperating_text, place=entry.place, knowledge=knowledge, notes=notes)
    if not lead and Column.LEAD in entry.cells:
        notes.append(remarks.task_without_lead(entry.place, entry.number))
    levels = (name for name in lead if is_level(name))
    notes.extend(remarks.lead_is_level(entry.place, entry.number, name) for name in levels)
    return lead, cooperating


def _agency_of_group(entry: Entry) -> str:
    """The agency that heads a group of tasks ("I. Sở Nội vụ"); "" when the group's title names none."""
    title = without_mark(entry.group_title).strip(" .:")
    return title if is_agency_name(title) else ""


def _split_roles(entry: Entry) -> tuple[str, str]:
    """Lead and cooperating agencies; one column may hold both ("Sở A chủ trì, phối hợp với Sở B")."""
    lead, cooperating = entry.text(Column.LEAD), entry.text(Column.COOPERATING)
    match = _COOPERATES.search(flat(lead))
    if match and match.start() and not cooperating:
        lead, cooperating = lead[: match.start()], lead[match.end() :]
    first = _LEADS.match(flat(lead))
    lead = lead[first.end() :] if first else lead
    last = re.search(r"\s*\(?chu tri\)?\s*[.,;:]?$", flat(lead))
    return (lead[: last.start()] if last else lead), cooperating


def read_deadline(entry: Entry, period: Period | None, notes: list[Remark]) -> Deadline | None:
    """Thời hạn of a task, as written and as understood."""
    printed = in_one_line(entry.text(Column.DEADLINE))
    if not printed:
        if Column.DEADLINE in entry.cells:
            notes.append(remarks.deadline_missing(entry.place, entry.number))
        return None
    deadline = parse_deadline(printed)
    if deadline.kind is DeadlineKind.UNKNOWN:
        notes.append(remarks.deadline_not_understood(entry.place, entry.number, printed[:LONGEST]))
    elif deadline.unread:
        notes.append(remarks.deadline_partly_read(entry.place, entry.number, printed, deadline.unread))
    if deadline.year is None and deadline.kind in _DATED and not _is_one_year(period):
        notes.append(remarks.deadline_without_year(entry.place, entry.number, printed))
    return deadline


def _is_one_year(period: Period | None) -> bool:
    return period is not None and period.first_year == period.last_year


def _check_numbering(entries: Sequence[Entry], notes: list[Remark]) -> None:
    """Numbers of one group go up by one; a new group may start again or go on."""
    seen: set[tuple[int, str]] = set()
    before: Entry | None = None
    for entry in entries:
        key = (entry.group, entry.number)
        if entry.number and key in seen:
            notes.append(remarks.number_repeated(entry.place, entry.number))
        elif before and before.group == entry.group and _skips(before.number, entry.number):
            notes.append(remarks.number_skipped(entry.place, before.number, entry.number))
        seen.add(key)
        before = entry


def _skips(before: str, after: str) -> bool:
    return before.isdecimal() and after.isdecimal() and int(after) != int(before) + 1
