"""Phiếu chấm điểm: one agency's rows with the points it claims, and the facts they rest on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from parindex.documents.tables import cells, facts, identity, lines
from parindex.documents.tables.changes import Change, Row, compare
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.fact_table import FactTable
from parindex.documents.tables.model import Cell, Column, Filled, Holds, Shape, Workbook
from parindex.documents.tables.records import Record
from parindex.documents.tables.workbook import write_workbook

KIND = "sheet"
_ABOUT = (
    "Phiếu chấm điểm của một cơ quan, mỗi tiêu chí một dòng: ghi điểm tự chấm, có áp dụng hay không, giải trình "
    "và ghi chú; số liệu làm căn cứ ở các trang sau."
)
_LONG = 48

SHAPE = Shape(
    name="Phiếu chấm điểm",
    columns={
        "criterion": lines.CRITERION,
        "title": lines.TITLE,
        "maximum": lines.MAXIMUM,
        "stage": Column(heading="Trạng thái", english="Stage"),
        "claimed": Column(
            heading="Điểm tự chấm", english="Claimed", holds=Holds.POINTS, width=12, editable=True
        ),
        "computed": Column(heading="Điểm tính ra", english="Computed", holds=Holds.POINTS, width=12),
        "applicable": Column(
            heading="Áp dụng",
            english="Applicable",
            holds=Holds.YES_NO,
            editable=True,
            choices=("Có", "Không"),
        ),
        "justification": Column(heading="Giải trình", english="Justification", width=_LONG, editable=True),
        "remark": Column(heading="Ghi chú", english="Remark", width=_LONG, editable=True),
        "evidence": Column(heading="Tài liệu kiểm chứng", english="Evidence", width=_LONG),
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetLine:
    """One criterion of the sheet; points that are None are not known, or not claimed yet."""

    criterion: str
    title: str
    maximum: Decimal | None
    stage: str
    claimed: Decimal | None
    computed: Decimal | None
    applicable: bool
    justification: str = ""
    remark: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetTable:
    """The sheet of one agency of a unit; `facts` are the inputs of its rows. Raises `ValueError` for a row twice."""

    year: int
    level: str
    unit_code: str
    unit_name: str
    agency_code: str
    agency_name: str
    revision: int
    rows: tuple[SheetLine, ...]
    facts: FactTable

    def __post_init__(self) -> None:
        lines.by_criterion(self.rows)


def write(table: SheetTable, *, fixed: Collection[str] = ()) -> bytes:
    """The workbook; `fixed` are codes of facts to read only. Raises `UnreadableTable` for what no sheet can hold."""
    rows = Filled(shape=SHAPE, rows=[_row(line) for line in table.rows])
    info = {**_identity(table), **_info(table)}
    sheets = (rows, *facts.filled(table.facts, fixed=fixed))
    return write_workbook(kind=KIND, about=_ABOUT, info=info, sheets=sheets)


def read(workbook: Workbook) -> SheetTable:
    """The sheet in a workbook. Raises `UnreadableTable`, for the first cell that cannot be."""
    identity.expect(workbook, KIND)
    return SheetTable(
        year=identity.number(workbook, "year"),
        level=identity.needed(workbook, "level"),
        unit_code=identity.needed(workbook, "unit_code"),
        unit_name=workbook.info.get("unit_name", ""),
        agency_code=identity.needed(workbook, "agency_code"),
        agency_name=workbook.info.get("agency_name", ""),
        revision=identity.number(workbook, "revision"),
        rows=lines.read_lines(workbook, SHAPE, _line),
        facts=facts.read_sheets(workbook),
    )


def differences(stored: SheetTable, read: SheetTable) -> tuple[Change, ...]:
    """What the read sheet changes; what may not be edited is shown as refused.

    Raises `UnreadableTable` for the sheet of another round, unit or agency.
    """
    identity.check_same(_identity(stored), _identity(read))
    return (
        *lines.changes_of_info(_info(stored), _info(read)),
        *compare(SHAPE, _shown(stored), _shown(read), named="title", rows_fixed=True),
        *facts.differences(stored.facts, read.facts),
    )


def accepted(stored: SheetTable, read: SheetTable) -> SheetTable:
    """The stored sheet with what may be edited taken from the one that was read."""
    found = lines.by_criterion(read.rows)
    rows = tuple(_edited(line, found.get(line.criterion, line)) for line in stored.rows)
    return replace(stored, rows=rows, facts=facts.accepted(stored.facts, read.facts))


def _edited(stored: SheetLine, read: SheetLine) -> SheetLine:
    return replace(
        stored,
        claimed=read.claimed,
        applicable=read.applicable,
        justification=read.justification,
        remark=read.remark,
    )


def _identity(table: SheetTable) -> Mapping[str, str]:
    return {
        "year": str(table.year),
        "level": table.level,
        "unit_code": table.unit_code,
        "agency_code": table.agency_code,
    }


def _info(table: SheetTable) -> Mapping[str, str]:
    return {
        "unit_name": table.unit_name,
        "agency_name": table.agency_name,
        "revision": str(table.revision),
    }


def _shown(table: SheetTable) -> Mapping[str, Row]:
    return {line.criterion: lines.shown(SHAPE, _row(line)) for line in table.rows}


def _row(line: SheetLine) -> Mapping[str, Cell]:
    return {
        "criterion": line.criterion,
        "title": line.title,
        "maximum": line.maximum,
        "stage": line.stage,
        "claimed": line.claimed,
        "computed": line.computed,
        "applicable": line.applicable,
        "justification": line.justification,
        "remark": line.remark,
        "evidence": cells.joined(line.evidence),
    }


def _line(record: Record) -> SheetLine:
    applicable = record.yes_no("applicable")
    if applicable is None:
        raise record.refusal("applicable", Unfit("ghi Có hoặc Không", "write Có or Không"))
    return SheetLine(
        criterion=record.code("criterion"),
        title=record.text("title"),
        maximum=record.number("maximum"),
        stage=record.text("stage"),
        claimed=record.number("claimed"),
        computed=record.number("computed"),
        applicable=applicable,
        justification=record.text("justification"),
        remark=record.text("remark"),
        evidence=record.lines("evidence"),
    )
