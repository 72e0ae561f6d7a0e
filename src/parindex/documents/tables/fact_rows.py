"""Trang Số liệu: a row for each unit and fact, as it is written and compared."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parindex.documents.tables import cells, certainties, fact_details, fact_values
from parindex.documents.tables.changes import Row
from parindex.documents.tables.fact_table import FactTable
from parindex.documents.tables.model import Cell, Column, Filled, Holds, Shape
from parindex.domain.facts import Award, Fact, FactKind, FactValue, Interval
from parindex.domain.framework import FactDefinition
from parindex.domain.wording import fact_kind

SHAPE = Shape(
    name="Số liệu",
    grows=True,
    columns={
        "unit": Column(heading="Mã đơn vị", english="Unit code", holds=Holds.CODE),
        "unit_name": Column(heading="Tên đơn vị", english="Unit name", width=28),
        "code": Column(heading="Mã số liệu", english="Fact code", holds=Holds.CODE, width=28),
        "title": Column(heading="Số liệu", english="Fact", width=40),
        "kind": Column(heading="Loại", english="What it holds", width=24),
        "measure": Column(heading="Đơn vị tính", english="Unit of measure", width=12),
        "number": Column(heading="Lần", english="Number", holds=Holds.WHOLE, width=8),
        "value": Column(heading="Giá trị", english="Value", holds=Holds.ANY, width=28, editable=True),
        "applicable": Column(
            heading="Áp dụng",
            english="Applicable",
            holds=Holds.YES_NO,
            editable=True,
            choices=("Có", "Không"),
        ),
        "document": Column(heading="Văn bản nguồn", english="Source document", width=40, editable=True),
        "place": Column(heading="Vị trí trong văn bản", english="Place", width=24, editable=True),
        "url": Column(heading="Địa chỉ", english="Address", width=24, editable=True),
        "certainty": Column(
            heading="Độ chắc", english="Certainty", width=20, editable=True, choices=certainties.CHOICES
        ),
        "note": Column(heading="Ghi chú", english="Note", width=40, editable=True),
    },
)


def filled(table: FactTable, fixed: Collection[str] = ()) -> tuple[Filled, Filled]:
    """The sheet of the facts, and that of the rows of those that are lists; `fixed` are codes to read only."""
    listed: list[Mapping[str, Cell]] = []
    main: list[Mapping[str, Cell]] = []
    for slot in _slots(table):
        main.append({**slot.head(), **slot.content()})
        rows = fact_details.rows_of(slot.fact.value) if slot.fact else ()
        listed.extend({**slot.identity_cells(), **row} for row in rows)
    return _filled(SHAPE, main, fixed), _filled(fact_details.SHAPE, listed, fixed)


def _filled(shape: Shape, rows: Sequence[Mapping[str, Cell]], fixed: Collection[str]) -> Filled:
    read_only = frozenset(number for number, row in enumerate(rows) if row["code"] in fixed)
    return Filled(shape=shape, rows=rows, fixed=read_only)


def shown(table: FactTable) -> Mapping[str, Row]:
    """The facts that are there, as differences compare them."""
    return {slot.place: slot.shown() for slot in _slots(table) if slot.fact}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Slot:
    """One row: a fact of a unit, or the room for one."""

    unit: str
    unit_name: str
    definition: FactDefinition
    number: int
    fact: Fact | None

    @property
    def place(self) -> str:
        again = f" ({self.number})" if self.number > 1 else ""
        return f"{self.unit}, {self.definition.code}{again}"

    def identity_cells(self) -> Mapping[str, Cell]:
        return {"unit": self.unit, "code": self.definition.code, "number": self.number}

    def head(self) -> Mapping[str, Cell]:
        return {
            **self.identity_cells(),
            "unit_name": self.unit_name,
            "title": self.definition.title.vi or self.definition.code,
            "kind": fact_kind(self.definition.kind, "vi"),
            "measure": self.definition.unit,
        }

    def content(self) -> Mapping[str, Cell]:
        """What the fact says; nothing where it is still to be filled in."""
        fact = self.fact
        if fact is None:
            return {}
        return {
            "value": _value_cell(self.definition.kind, fact.value),
            "applicable": fact.applicable,
            "document": fact.reference.document,
            "place": fact.reference.place,
            "url": fact.reference.url,
            "certainty": certainties.in_words(fact.certainty),
            "note": fact.note,
        }

    def shown(self) -> Row:
        value = self.fact.value if self.fact else None
        said = {key: cells.shown(cell) for key, cell in self.content().items()}
        if isinstance(value, Award) or (isinstance(value, tuple) and value):
            said["value"] = fact_details.in_lines(value)
        if self.fact and value is None:
            said["value"] = fact_values.NOT_APPLICABLE
        return said


def _slots(table: FactTable) -> Iterator[_Slot]:
    for unit in table.units:
        for definition in table.definitions:
            facts = tuple(fact for fact in unit.facts if fact.code == definition.code)
            for number, fact in enumerate(facts or (None,), start=1):
                yield _Slot(
                    unit=unit.code, unit_name=unit.name, definition=definition, number=number, fact=fact
                )


def _value_cell(kind: FactKind, value: FactValue | None) -> Cell:
    if value is None:
        return None
    if kind is FactKind.NUMBER and isinstance(value, Interval):
        return fact_values.range_of_numbers(value)
    return fact_values.as_cell(value)
