"""Trang Chi tiết: the rows of facts that are lists, and the points that somebody awarded."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from parindex.documents.tables import cells
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Cell, Column, Holds, Shape
from parindex.documents.tables.records import Record
from parindex.domain.facts import Award, Deed, Event, FactKind, FactValue, NamedCount

Value = TypeVar("Value")
DetailRow = Event | Deed | NamedCount | Award

SHAPE = Shape(
    name="Chi tiết",
    grows=True,
    columns={
        "unit": Column(heading="Mã đơn vị", english="Unit code", holds=Holds.CODE, editable=True),
        "code": Column(heading="Mã số liệu", english="Fact code", holds=Holds.CODE, width=28, editable=True),
        "number": Column(heading="Lần", english="Number", holds=Holds.WHOLE, width=8, editable=True),
        "kind": Column(heading="Phân loại", english="Kind", holds=Holds.CODE, width=24, editable=True),
        "text": Column(heading="Nội dung", english="Content", width=50, editable=True),
        "document": Column(heading="Văn bản", english="Document", width=32, editable=True),
        "due": Column(heading="Hạn", english="Due", holds=Holds.DATE, editable=True),
        "done": Column(heading="Ngày thực hiện", english="Done", holds=Holds.DATE, editable=True),
        "count": Column(heading="Số lượng", english="Count", holds=Holds.WHOLE, editable=True),
        "points": Column(heading="Điểm", english="Points", holds=Holds.POINTS, editable=True),
        "awarded_by": Column(heading="Người cho điểm", english="Awarded by", width=28, editable=True),
    },
)
_IDENTITY = ("unit", "code", "number")
_USED: Mapping[FactKind, tuple[str, ...]] = {
    FactKind.EVENTS: ("kind", "text", "document"),
    FactKind.DEEDS: ("text", "due", "done"),
    FactKind.NAMED_COUNTS: ("text", "count"),
    FactKind.OPTIONS: ("text", "count"),
    FactKind.AWARD: ("points", "text", "awarded_by"),
}


def rows_of(value: FactValue | None) -> Sequence[Mapping[str, Cell]]:
    """The rows of one value, without saying whose they are; none for a value that needs no rows."""
    if isinstance(value, Award):
        return [_row(value)]
    return [_row(row) for row in value] if isinstance(value, tuple) else []


def read(kind: FactKind, found: Sequence[Record]) -> FactValue:
    """The value that rows of a list kind make. Raises `UnreadableTable`."""
    for record in found:
        _check_unused(kind, record)
    if kind is FactKind.EVENTS:
        return tuple(map(_event, found))
    if kind is FactKind.DEEDS:
        return tuple(map(_deed, found))
    if kind is FactKind.AWARD:
        return _award(found[0])
    return tuple(map(_named_count, found))


def in_lines(value: FactValue) -> str:
    """A list as differences show it: a line for each row, its cells one after the other."""
    return "\n".join(" · ".join(filter(None, map(cells.shown, row.values()))) for row in rows_of(value))


def _row(row: DetailRow) -> Mapping[str, Cell]:
    match row:
        case Event():
            return {"kind": row.kind, "text": row.text, "document": row.document}
        case Deed():
            return {"text": row.name, "due": row.due_date, "done": row.done_date}
        case NamedCount():
            return {"text": row.name, "count": row.count}
        case Award():
            return {"points": row.points, "text": row.reason, "awarded_by": row.awarded_by}


def _check_unused(kind: FactKind, record: Record) -> None:
    for key in SHAPE.columns:
        if key not in (*_IDENTITY, *_USED[kind]) and record.text(key):
            unfit = Unfit("số liệu loại này không dùng cột này", "facts of this kind do not use this column")
            raise record.refusal(key, unfit)


def _event(record: Record) -> Event:
    return Event(kind=record.code("kind"), text=record.text("text"), document=record.text("document"))


def _deed(record: Record) -> Deed:
    due = _needed(record, "due", cells.day)
    return Deed(name=record.text("text"), due_date=due, done_date=record.day("done"))


def _named_count(record: Record) -> NamedCount:
    return NamedCount(name=record.text("text"), count=_needed(record, "count", cells.whole))


def _award(record: Record) -> Award:
    points = _needed(record, "points", cells.number)
    return Award(points=points, reason=record.text("text"), awarded_by=record.text("awarded_by"))


def _needed(record: Record, key: str, reader: Callable[..., Value | None]) -> Value:
    value = record.read(key, reader)
    if value is None:
        raise record.refusal(key, Unfit("ô không được để trống", "the cell must not be empty"))
    return value
