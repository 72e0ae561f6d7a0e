"""Kết quả: the points that a unit was awarded, with the reason and the body behind each lost point."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from parindex.documents.tables import cells, identity, lines
from parindex.documents.tables.changes import Change, Row, compare
from parindex.documents.tables.model import Cell, Column, Filled, Holds, Shape, Workbook
from parindex.documents.tables.records import Record
from parindex.documents.tables.workbook import write_workbook

KIND = "result"
_ABOUT = (
    "Kết quả chấm điểm của một đơn vị, mỗi tiêu chí một dòng: ghi điểm thẩm định, lý do trừ, cơ quan thẩm định "
    "và cơ quan chịu trách nhiệm, mỗi cơ quan một dòng trong ô. Điểm bị trừ do phần mềm tính lại."
)
_LONG = 48

SHAPE = Shape(
    name="Kết quả",
    columns={
        "criterion": lines.CRITERION,
        "title": lines.TITLE,
        "maximum": lines.MAXIMUM,
        "claimed": Column(heading="Điểm tự chấm", english="Claimed", holds=Holds.POINTS, width=12),
        "awarded": Column(
            heading="Điểm thẩm định",
            english="Awarded",
            holds=Holds.POINTS,
            width=12,
            editable=True,
            earlier=("Điểm được công nhận",),
        ),
        "lost": Column(heading="Điểm bị trừ", english="Lost", holds=Holds.POINTS, width=12),
        "reason": Column(heading="Lý do", english="Reason", width=_LONG, editable=True),
        "body": Column(heading="Cơ quan thẩm định", english="Appraised by", width=32, editable=True),
        "responsible": Column(heading="Trách nhiệm", english="Responsible", width=32, editable=True),
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultLine:
    """One criterion of the result; points that are None are not known."""

    criterion: str
    title: str
    maximum: Decimal | None
    claimed: Decimal | None
    awarded: Decimal | None
    reason: str = ""
    body: str = ""
    responsible: tuple[str, ...] = ()

    @property
    def lost(self) -> Decimal | None:
        """The maximum less what was awarded, where both are known."""
        return None if self.maximum is None or self.awarded is None else self.maximum - self.awarded


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultTable:
    """The result of one unit. Raises `ValueError` for a criterion twice."""

    year: int
    level: str
    unit_code: str
    unit_name: str
    rows: tuple[ResultLine, ...]

    def __post_init__(self) -> None:
        lines.by_criterion(self.rows)


def write(table: ResultTable) -> bytes:
    """The workbook. Raises `UnreadableTable` for what no sheet can hold."""
    info = {**_identity(table), **_info(table)}
    rows = Filled(shape=SHAPE, rows=[{**_row(line), "lost": line.lost} for line in table.rows])
    return write_workbook(kind=KIND, about=_ABOUT, info=info, sheets=[rows])


def read(workbook: Workbook) -> ResultTable:
    """The result in a workbook. Raises `UnreadableTable`, for the first cell that cannot be."""
    identity.expect(workbook, KIND)
    return ResultTable(
        year=identity.number(workbook, "year"),
        level=identity.needed(workbook, "level"),
        unit_code=identity.needed(workbook, "unit_code"),
        unit_name=workbook.info.get("unit_name", ""),
        rows=lines.read_lines(workbook, SHAPE, _line),
    )


def differences(stored: ResultTable, read: ResultTable) -> tuple[Change, ...]:
    """What the read result changes; what may not be edited is shown as refused.

    Lost points follow from the awarded ones and are no difference of their own. Raises `UnreadableTable` for the
    result of another round or unit.
    """
    identity.check_same(_identity(stored), _identity(read))
    return (
        *lines.changes_of_info(_info(stored), _info(read)),
        *compare(SHAPE, _shown(stored), _shown(read), named="title", rows_fixed=True),
    )


def accepted(stored: ResultTable, read: ResultTable) -> ResultTable:
    """The stored result with what may be edited taken from the one that was read."""
    found = lines.by_criterion(read.rows)
    return replace(stored, rows=tuple(_edited(line, found.get(line.criterion, line)) for line in stored.rows))


def _edited(stored: ResultLine, read: ResultLine) -> ResultLine:
    return replace(
        stored,
        awarded=read.awarded,
        reason=read.reason,
        body=read.body,
        responsible=read.responsible,
    )


def _identity(table: ResultTable) -> Mapping[str, str]:
    return {"year": str(table.year), "level": table.level, "unit_code": table.unit_code}


def _info(table: ResultTable) -> Mapping[str, str]:
    return {"unit_name": table.unit_name}


def _shown(table: ResultTable) -> Mapping[str, Row]:
    return {line.criterion: lines.shown(SHAPE, _row(line)) for line in table.rows}


def _row(line: ResultLine) -> Mapping[str, Cell]:
    """What is kept of a line; its lost points are not."""
    return {
        "criterion": line.criterion,
        "title": line.title,
        "maximum": line.maximum,
        "claimed": line.claimed,
        "awarded": line.awarded,
        "reason": line.reason,
        "body": line.body,
        "responsible": cells.joined(part for name in line.responsible for part in name.split(";")),
    }


def _line(record: Record) -> ResultLine:
    return ResultLine(
        criterion=record.code("criterion"),
        title=record.text("title"),
        maximum=record.number("maximum"),
        claimed=record.number("claimed"),
        awarded=record.number("awarded"),
        reason=record.text("reason"),
        body=record.text("body"),
        responsible=record.names("responsible"),
    )
