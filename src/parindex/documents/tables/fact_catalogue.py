"""Trang Đơn vị và Danh mục: which units a table of facts speaks of, and what its codes mean."""

from collections.abc import Mapping

from parindex.documents.tables import cells, errors
from parindex.documents.tables.changes import Row
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.fact_table import FactTable
from parindex.documents.tables.model import Cell, Column, Filled, Holds, Raw, Shape, Workbook
from parindex.documents.tables.records import Record, once, records
from parindex.domain.facts import FactKind
from parindex.domain.framework import FactDefinition
from parindex.domain.titles import Title
from parindex.domain.wording import fact_kind

UNITS = Shape(
    name="Đơn vị",
    columns={
        "code": Column(heading="Mã đơn vị", english="Unit code", holds=Holds.CODE),
        "title": Column(heading="Tên đơn vị", english="Unit name", width=48),
    },
)
DEFINITIONS = Shape(
    name="Danh mục",
    columns={
        "code": Column(heading="Mã số liệu", english="Fact code", holds=Holds.CODE, width=32),
        "title": Column(heading="Số liệu", english="Fact", width=48),
        "english": Column(heading="Tên tiếng Anh", english="English name", width=48),
        "kind": Column(heading="Mã loại", english="Kind", holds=Holds.CODE),
        "holds": Column(heading="Loại", english="What it holds", width=28),
        "unit": Column(heading="Đơn vị tính", english="Unit of measure"),
    },
)


def filled(table: FactTable) -> tuple[Filled, Filled]:
    """Both sheets."""
    units: list[Mapping[str, Cell]] = [{"code": unit.code, "title": unit.name} for unit in table.units]
    return Filled(shape=UNITS, rows=units), Filled(
        shape=DEFINITIONS, rows=[_row(definition) for definition in table.definitions]
    )


def read_units(workbook: Workbook) -> Mapping[str, str]:
    """Names of units by their codes. Raises `UnreadableTable`."""
    return {code: record.text("title") for code, record in _by_code(workbook, UNITS).items()}


def read_definitions(workbook: Workbook) -> tuple[FactDefinition, ...]:
    """What the codes mean. Raises `UnreadableTable`."""
    return tuple(
        FactDefinition(
            code=code,
            title=Title(vi=record.text("title"), en=record.text("english")),
            kind=record.read("kind", _kind),
            unit=record.text("unit"),
        )
        for code, record in _by_code(workbook, DEFINITIONS).items()
    )


def check_same(stored: FactTable, read: FactTable) -> None:
    """Raises `UnreadableTable` unless both speak of the same units and of the same facts."""
    if {unit.code for unit in stored.units} != {unit.code for unit in read.units}:
        raise errors.altered(UNITS.name)
    kinds = ({item.code: item.kind for item in table.definitions} for table in (stored, read))
    if next(kinds) != next(kinds):
        raise errors.altered(DEFINITIONS.name)


def shown_units(table: FactTable) -> Mapping[str, Row]:
    """The sheet of units as differences compare it."""
    return {unit.code: {"code": unit.code, "title": cells.clean(unit.name)} for unit in table.units}


def shown_definitions(table: FactTable) -> Mapping[str, Row]:
    """The catalogue as differences compare it."""
    return {
        definition.code: {key: cells.clean(said) for key, said in _row(definition).items()}
        for definition in table.definitions
    }


def _row(definition: FactDefinition) -> Mapping[str, str]:
    return {
        "code": definition.code,
        "title": definition.title.vi,
        "english": definition.title.en,
        "kind": definition.kind.value,
        "holds": fact_kind(definition.kind, "vi"),
        "unit": definition.unit,
    }


def _by_code(workbook: Workbook, shape: Shape) -> Mapping[str, Record]:
    found = once(records(workbook, shape), lambda record: (record.needed_code("code"),))
    return {code: record for (code,), record in found.items()}


def _kind(raw: Raw) -> FactKind:
    said = cells.code(raw)
    try:
        return FactKind(said)
    except ValueError:
        raise Unfit(f"không có loại số liệu “{said}”", f"there is no kind of fact “{said}”") from None
