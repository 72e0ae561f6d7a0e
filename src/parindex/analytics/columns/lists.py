"""Lists of deeds with their dates, and of named counts, with what the rules ask of them counted once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from parindex.analytics.arrays import IntArray
from parindex.analytics.columns.base import Column
from parindex.domain.facts import Deed, FactKind, FactValue, NamedCount


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class DeedsColumn(Column):
    """`rows`: each unit's deeds. Counted from them, int64 (units,): how many were due, how many late or undone."""

    kind: FactKind = FactKind.DEEDS
    rows: Sequence[tuple[Deed, ...]]
    due: IntArray = field(init=False)
    late: IntArray = field(init=False)

    def __post_init__(self) -> None:
        late = [sum(deed.days_late != 0 for deed in deeds) for deeds in self.rows]
        object.__setattr__(self, "due", _whole([len(deeds) for deeds in self.rows]))
        object.__setattr__(self, "late", _whole(late))

    def __len__(self) -> int:
        return len(self.rows)

    def value(self, unit: int) -> FactValue:
        return self.rows[unit]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class NamedCountsColumn(Column):
    """`rows`: each unit's named counts. From them, int64 (units,): how many there are, and the largest (0: none)."""

    kind: FactKind = FactKind.NAMED_COUNTS
    rows: Sequence[tuple[NamedCount, ...]]
    size: IntArray = field(init=False)
    largest: IntArray = field(init=False)

    def __post_init__(self) -> None:
        largest = [max((named.count for named in counts), default=0) for counts in self.rows]
        object.__setattr__(self, "size", _whole([len(counts) for counts in self.rows]))
        object.__setattr__(self, "largest", _whole(largest))

    def __len__(self) -> int:
        return len(self.rows)

    def value(self, unit: int) -> FactValue:
        return self.rows[unit]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class ValueColumn(Column):
    """`rows`: each unit's value as the domain holds it, for kinds with no columnar shape (awards).

    Rules that read such a column are evaluated by the domain, unit after unit.
    """

    rows: Sequence[Any]

    def __len__(self) -> int:
        return len(self.rows)

    def value(self, unit: int) -> FactValue:
        value: FactValue = self.rows[unit]
        return value


def _whole(numbers: list[int]) -> IntArray:
    return np.array(numbers, dtype=np.int64)
