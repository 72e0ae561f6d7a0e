"""Events and answers counted by name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from parindex.analytics.arrays import IntArray, reach
from parindex.analytics.columns.base import Column
from parindex.domain.facts import Event, FactKind, FactValue, NamedCount


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class TallyColumn(Column):
    """`counts`: int64 (names, units), how many events of each kind, or answers for each option, a unit has.

    `rows`: the values as they were handed in, by unit, where counts alone do not tell everything (an event's text and
    document, the order of answers). Without them an event is told by the name of its kind.
    Raises `ValueError` for counts below 0, another shape, or a kind of fact that is not counted by name.
    """

    names: tuple[str, ...]
    counts: IntArray
    rows: Sequence[FactValue | None] | None = None
    reach: int = field(init=False)

    def __post_init__(self) -> None:
        if self.kind not in {FactKind.EVENTS, FactKind.OPTIONS}:
            raise ValueError(f"{self.kind} is not counted by name")
        if self.counts.dtype != np.int64 or self.counts.ndim != 2 or len(self.counts) != len(self.names):
            raise ValueError("counts are int64, one row a name, one column a unit")
        if np.any(self.counts < 0):
            raise ValueError("a count cannot be negative")
        object.__setattr__(self, "reach", reach(self.counts))

    def __len__(self) -> int:
        return int(self.counts.shape[1])

    def value(self, unit: int) -> FactValue:
        row = None if self.rows is None else self.rows[unit]
        if row is not None:
            return row
        counted = zip(self.names, self.counts[:, unit].tolist(), strict=True)
        if self.kind is FactKind.OPTIONS:
            return tuple(NamedCount(name=name, count=count) for name, count in counted)
        return tuple(Event(kind=name, text=name) for name, count in counted for _ in range(count))
