"""Danh sách trong biểu mẫu: events, deeds and counts, one row of fields each; rows left blank are no rows."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from parindex.domain.fact_forms.errors import UnreadableError
from parindex.domain.fact_forms.numbers import read_figure, written
from parindex.domain.facts import Award, Deed, Event, FactKind, NamedCount, is_sensible
from parindex.domain.rules.base import Sentence
from parindex.domain.text import nfc
from parindex.domain.wording import day as day_in_words

ListRow = TypeVar("ListRow", Event, Deed, NamedCount)
Fields = Mapping[str, str]

COLUMNS: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.EVENTS: ("kind", "text", "document"),
    FactKind.DEEDS: ("name", "due", "done"),
    FactKind.NAMED_COUNTS: ("name", "count"),
    FactKind.OPTIONS: ("name", "count"),
}
_GIVEN = {FactKind.OPTIONS: ("name",)}  # what the form fills in itself: a row with nothing else is blank
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_BLANK = Sentence(vi="không được để trống", en="must not be blank")


class _FieldError(Exception):
    def __init__(self, name: str, problem: Sentence) -> None:
        super().__init__(name)
        self.name, self.problem = name, problem


def read_rows(kind: FactKind, raw: Mapping[str, Sequence[str]]) -> tuple[Event | Deed | NamedCount, ...]:
    """The rows of a list, columns side by side. Raises `UnreadableError` with every field that cannot be read."""
    columns = [raw.get(name, ()) for name in COLUMNS[kind]]
    rows: list[Event | Deed | NamedCount] = []
    problems: dict[str, Sentence] = {}
    for place in range(max(map(len, columns), default=0)):
        cells = {name: _cell(raw.get(name, ()), place) for name in COLUMNS[kind]}
        if not any(value for name, value in cells.items() if name not in _GIVEN.get(kind, ())):
            continue
        try:
            rows.append(_READERS[kind](cells))
        except _FieldError as bad:
            problems[f"{bad.name}.{place}"] = bad.problem
    if problems:
        raise UnreadableError(problems)
    return tuple(rows)


def rows_as_fields(
    kind: FactKind, rows: Sequence[Event | Deed | NamedCount | Award]
) -> Mapping[str, tuple[str, ...]]:
    """The columns of a list as a form shows them."""
    written_rows = [_row_as_fields(row) for row in rows]
    return {name: tuple(row[name] for row in written_rows) for name in COLUMNS[kind]}


def read_day(text: str) -> date | None:
    """A date: 18/7/2018, 18-7-2018 or 2018-07-18; None where there is no such day."""
    match, iso = _DAY.fullmatch(text.strip()), _ISO_DAY.fullmatch(text.strip())
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None


def _cell(column: Sequence[str], place: int) -> str:
    return nfc(column[place]) if place < len(column) else ""


def _event(cells: Fields) -> Event:
    return Event(kind=_filled(cells, "kind"), text=_filled(cells, "text"), document=cells["document"])


def _deed(cells: Fields) -> Deed:
    done = _day(cells, "done") if cells["done"] else None
    return Deed(name=_filled(cells, "name"), due_date=_day(cells, "due"), done_date=done)


def _named_count(cells: Fields) -> NamedCount:
    return NamedCount(name=_filled(cells, "name"), count=_count(cells))


def _filled(cells: Fields, name: str) -> str:
    if not cells[name]:
        raise _FieldError(name, _BLANK)
    return cells[name]


def _day(cells: Fields, name: str) -> date:
    read = read_day(_filled(cells, name))
    if read is None:
        raise _FieldError(
            name,
            Sentence(
                vi=f"“{cells[name]}” không phải là ngày; ghi như 18/7/2018",
                en=f"“{cells[name]}” is no date; write it like 18/7/2018",
            ),
        )
    return read


def _count(cells: Fields) -> int:
    read = read_figure(_filled(cells, "count"))
    if read is None or read < 0 or read != read.to_integral_value() or not is_sensible(read):
        raise _FieldError(
            "count",
            Sentence(
                vi=f"“{cells['count']}” không phải là số nguyên từ 0 trở lên",
                en=f"“{cells['count']}” is no whole number from 0",
            ),
        )
    return int(read)


_READERS: Mapping[FactKind, Callable[[Fields], Event | Deed | NamedCount]] = {
    FactKind.EVENTS: _event,
    FactKind.DEEDS: _deed,
    FactKind.NAMED_COUNTS: _named_count,
    FactKind.OPTIONS: _named_count,
}


def _row_as_fields(row: Event | Deed | NamedCount | Award) -> Fields:
    match row:
        case Event():
            return {"kind": row.kind, "text": row.text, "document": row.document}
        case Deed():
            done = day_in_words(row.done_date, "vi") if row.done_date else ""
            return {"name": row.name, "due": day_in_words(row.due_date, "vi"), "done": done}
        case NamedCount():
            return {"name": row.name, "count": written(row.count)}
    raise TypeError(f"{type(row).__name__} is no row of a list")
