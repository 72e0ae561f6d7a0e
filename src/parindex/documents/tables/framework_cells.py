"""Ô của bộ tiêu chí: texts of the data as cells that give back exactly the same text."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from parindex.documents.tables import cells, paths
from parindex.documents.tables.model import Cell, Column, Holds, Raw
from parindex.domain.text import read_number


def as_cell(text: str, column: Column) -> Cell:
    """A number where the column holds numbers and gives the same text back; otherwise the text, perhaps in quotes."""
    number = _number(text) if column.holds in _NUMBERS else None
    if number is not None and cells.held_exactly(number) and _number_as_text(number, column) == text:
        return number
    return text if _is_plain(text, column) else paths.quoted(text)


def from_cell(raw: Raw, column: Column) -> str | None:
    """The text of a cell; None for an empty one. Raises `Unfit`."""
    if column.holds in _NUMBERS and isinstance(raw, int | float) and not isinstance(raw, bool):
        return _number_as_text(cells.number(raw) or Decimal(0), column)
    said = cells.text(raw) if column.holds is Holds.TEXT else cells.code(raw)
    return _from_text(said, column) if said else None


def read_value(raw: Raw) -> paths.Leaf:
    """A value beside its path. Raises `Unfit`."""
    return paths.read_leaf(cells.code(raw))


def _from_text(said: str, column: Column) -> str:
    number = read_number(said) if column.holds in _NUMBERS and "," in said else None
    return paths.text_of(said) if number is None else _number_as_text(number, column)


def _is_plain(text: str, column: Column) -> bool:
    return text != "" and text == cells.clean(text) and _from_text(text, column) == text


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _as_points(number: Decimal) -> str:
    return cells.points(number).replace(",", ".")


def _as_whole(number: Decimal) -> str:
    return cells.plain(number).replace(",", ".")


_NUMBERS: Mapping[Holds, Callable[[Decimal], str]] = {Holds.POINTS: _as_points, Holds.WHOLE: _as_whole}


def _number_as_text(number: Decimal, column: Column) -> str:
    return _NUMBERS[column.holds](number)
