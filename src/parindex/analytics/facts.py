"""Số liệu của nhiều đơn vị: the facts of many units as columns by fact code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parindex.analytics.columns.base import Column
from parindex.domain.facts import FactBook


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class UnitFacts:
    """`units` units, numbered from 0, and a column for each fact code. A code without a column is missing everywhere.

    Raises `ValueError` when a column holds another number of units.
    """

    units: int
    columns: Mapping[str, Column]

    def __post_init__(self) -> None:
        for code, column in self.columns.items():
            states = column if column.states is None else column.states
            if len(column) != self.units or len(states) != self.units:
                raise ValueError(f"column {code} holds {len(column)} units, not {self.units}")

    def book(self, unit: int, codes: Iterable[str]) -> FactBook:
        """The facts of one unit, of these codes only, as the domain reads them."""
        asked = ((code, self.columns.get(code)) for code in dict.fromkeys(codes))
        return FactBook.of(
            fact for code, column in asked if column is not None for fact in column.facts(code, unit)
        )
