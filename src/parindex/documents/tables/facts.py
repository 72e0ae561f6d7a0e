"""Bảng số liệu: the facts of any number of units for one round, to be filled in and sent back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from parindex.documents.tables import fact_catalogue, fact_rows, identity
from parindex.documents.tables.changes import Change, compare
from parindex.documents.tables.fact_reading import read_facts
from parindex.documents.tables.fact_table import FactTable as FactTable
from parindex.documents.tables.fact_table import UnitFacts as UnitFacts
from parindex.documents.tables.model import Filled, Workbook
from parindex.documents.tables.workbook import write_workbook

KIND = "facts"
_ABOUT = (
    "Bảng số liệu của một kỳ đánh giá, mỗi đơn vị và số liệu một dòng; dòng chưa có giá trị thì điền vào. "
    "Danh sách và điểm được cho nằm ở trang Chi tiết; danh sách trống thì ghi “không có”."
)


def write(table: FactTable) -> bytes:
    """The workbook. Raises `UnreadableTable` for what no sheet can hold."""
    return write_workbook(kind=KIND, about=_ABOUT, info=_identity(table), sheets=filled(table))


def read(workbook: Workbook) -> FactTable:
    """The table in a workbook. Raises `UnreadableTable`, for the first cell that cannot be."""
    identity.expect(workbook, KIND)
    return read_sheets(workbook)


def differences(stored: FactTable, read: FactTable) -> tuple[Change, ...]:
    """What the read table changes; other names of units and codes are refused.

    Raises `UnreadableTable` for a table of another round or level, and for one whose units or codes are not those
    that are stored.
    """
    identity.check_same(_identity(stored), _identity(read))
    fact_catalogue.check_same(stored, read)
    units = (fact_catalogue.shown_units(table) for table in (stored, read))
    definitions = (fact_catalogue.shown_definitions(table) for table in (stored, read))
    return (
        *compare(fact_catalogue.UNITS, *units, named="title", rows_fixed=True),
        *compare(fact_catalogue.DEFINITIONS, *definitions, named="title", rows_fixed=True),
        *compare(fact_rows.SHAPE, fact_rows.shown(stored), fact_rows.shown(read), named="value"),
    )


def filled(table: FactTable, *, fixed: Collection[str] = ()) -> Sequence[Filled]:
    """The sheets of the facts; workbooks that hold more than facts have them, too. `fixed` are codes to read only."""
    return (*fact_rows.filled(table, fixed), *fact_catalogue.filled(table))


def read_sheets(workbook: Workbook) -> FactTable:
    """The table that `filled` wrote. Raises `UnreadableTable`."""
    units, definitions = fact_catalogue.read_units(workbook), fact_catalogue.read_definitions(workbook)
    facts = read_facts(workbook, units=tuple(units), definitions=definitions)
    return FactTable(
        year=identity.number(workbook, "year"),
        level=identity.needed(workbook, "level"),
        units=tuple(UnitFacts(code=code, name=name, facts=facts[code]) for code, name in units.items()),
        definitions=definitions,
    )


def accepted(stored: FactTable, read: FactTable) -> FactTable:
    """The stored table with the facts that were read: what `differences` does not refuse."""
    facts = {unit.code: unit.facts for unit in read.units}
    return replace(stored, units=tuple(replace(unit, facts=facts[unit.code]) for unit in stored.units))


def _identity(table: FactTable) -> Mapping[str, str]:
    return {"year": str(table.year), "level": table.level}
