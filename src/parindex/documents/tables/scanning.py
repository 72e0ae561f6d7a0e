"""Dò trang tính: how much a workbook's sheets hold and which of their cells hold no value, without building them.

A sheet with one cell in its last corner would be built as 17 billion cells, and one long shared text can be named by
every cell; both are measured here first. Excel's own errors are found too, which the reader would give as empty.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from xml.parsers import expat

from parindex.documents.tables import errors

MAX_ROWS = 20_000  # of a sheet, its headings not counted
MAX_COLUMNS = 200
MAX_CELLS = 400_000
MAX_CHARACTERS = 40_000_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_STRINGS = "xl/sharedstrings.xml"

Place = tuple[int, int]  # row and column, counted from 0
Attributes = Mapping[str, str]


class Fault(StrEnum):
    """A cell without a value that could be read."""

    ERROR = "error"  # #DIV/0! and the like
    UNCALCULATED = "uncalculated"  # a formula that was saved without its result


def scan(parts: Mapping[str, bytes]) -> Mapping[str, Mapping[Place, Fault]]:
    """Faults by the name of their sheet. Raises `UnreadableTable` for too much, and for what is no XML."""
    lengths = _string_lengths(parts.get(_STRINGS, b"<sst/>"))
    meter = _Meter()
    faults = {name: _scan_sheet(content, lengths, meter) for name, content in _sheet_parts(parts)}
    return {sheet: faults[part] for sheet, part in _sheets(parts) if part in faults}


def _sheet_parts(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every part that could be read as a sheet, whatever the workbook says of it."""
    return ((name, content) for name, content in parts.items() if name.endswith(".xml") and name != _STRINGS)


def _sheets(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The sheets' names, each with the name of its part."""
    targets: dict[str, str] = {}
    named: list[tuple[str, str]] = []

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = _resolved(attributes.get("Target", ""))

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            identity = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            named.append((attributes.get("name", ""), targets.get(identity, "")))

    _parse(parts["xl/_rels/workbook.xml.rels"], start=relation)
    _parse(parts["xl/workbook.xml"], start=sheet)
    return named


def _resolved(target: str) -> str:
    path = target.lstrip("/").lower()
    return path if path.startswith("xl/") else f"xl/{path}"


def _string_lengths(content: bytes) -> list[int]:
    lengths: list[int] = []

    def start(name: str, _attributes: Attributes) -> None:
        if name == "si":
            lengths.append(0)

    def text(data: str) -> None:
        if lengths:
            lengths[-1] += len(data)

    _parse(content, start=start, text=text)
    return lengths


@dataclass(slots=True)
class _Meter:
    """What all sheets hold together."""

    cells: int = 0
    characters: int = 0

    def count(self, characters: int) -> None:
        self.cells += 1
        self.characters += characters
        if self.cells > MAX_CELLS or self.characters > MAX_CHARACTERS:
            raise errors.too_large("quá nhiều ô hoặc quá nhiều chữ", "too many cells or too much text")


@dataclass(slots=True)
class _Cell:
    """A cell while it is read; `value` None as long as it has none."""

    place: Place
    kind: str
    has_formula: bool = False
    value: str | None = None

    def fault(self) -> Fault | None:
        if self.kind == "e":
            return Fault.ERROR
        without = not self.value and not (self.kind == "str" and self.value is not None)
        return Fault.UNCALCULATED if self.has_formula and without else None


@dataclass(slots=True)
class _SheetScan:
    """Follows the rows and cells of one sheet."""

    lengths: list[int]
    meter: _Meter
    row: int = -1
    column: int = -1
    cell: _Cell | None = None
    within_value: bool = False
    faults: dict[Place, Fault] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 2)) - 1, -1
        elif name == "c":
            self.cell = _Cell(place=self._place(attributes.get("r", "")), kind=attributes.get("t", "n"))
        elif self.cell and name == "f":
            self.cell.has_formula = True
        elif self.cell and name in {"v", "t"}:
            self.cell.value, self.within_value = self.cell.value or "", True

    def text(self, data: str) -> None:
        if self.within_value and self.cell:
            self.cell.value = (self.cell.value or "") + data

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self.within_value = False
        elif name == "c" and self.cell:
            self._close(self.cell)
            self.cell = None

    def _place(self, reference: str) -> Place:
        self.column += 1
        if not reference:
            return self.row, self.column
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise errors.damaged()
        self.column = _column_number(match[1])
        return int(match[2]) - 1, self.column

    def _close(self, cell: _Cell) -> None:
        fault = cell.fault()
        if fault:
            self.faults[cell.place] = fault
        if cell.value is None and not fault:
            return
        if cell.place[0] > MAX_ROWS or cell.place[1] >= MAX_COLUMNS:
            raise errors.too_large(
                f"một trang quá {MAX_ROWS:,} dòng hoặc {MAX_COLUMNS} cột".replace(",", "."),
                f"a sheet of more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns",
            )
        self.meter.count(self._length(cell))

    def _length(self, cell: _Cell) -> int:
        if cell.kind != "s":
            return len(cell.value or "")
        number = int(cell.value or "0")
        return self.lengths[number] if 0 <= number < len(self.lengths) else 0


def _scan_sheet(content: bytes, lengths: list[int], meter: _Meter) -> Mapping[Place, Fault]:
    sheet = _SheetScan(lengths=lengths, meter=meter)
    _parse(content, start=sheet.start, text=sheet.text, end=sheet.end)
    return sheet.faults


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _nothing(*_: object) -> None:
    """For what a reader of XML does not care about."""


def _parse(
    content: bytes,
    *,
    start: Callable[[str, Attributes], None],
    text: Callable[[str], None] = _nothing,
    end: Callable[[str], None] = _nothing,
) -> None:
    """Names come without their prefixes. Other encodings and document types, of no use to workbooks, are refused."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)  # noqa: FBT003 - the C function takes no keyword
    except (expat.ExpatError, ValueError) as error:
        raise errors.damaged() from error


def _refuse(*_: object) -> None:
    raise errors.damaged()


def _local(name: str) -> str:
    return name.rpartition(":")[2]
