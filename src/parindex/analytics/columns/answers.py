"""Answers out of a few: yes or no, and levels or grades by name."""

from dataclasses import dataclass

import numpy as np

from parindex.analytics.arrays import CodeArray, LabelArray
from parindex.analytics.columns.base import Column
from parindex.domain.facts import FactKind, FactValue


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class YesNoColumn(Column):
    """`values`: int8 (units,), 1 for yes and 0 for no. Raises `ValueError` for anything else."""

    kind: FactKind = FactKind.YES_NO
    values: CodeArray

    def __post_init__(self) -> None:
        if self.values.dtype != np.int8 or np.any((self.values != 0) & (self.values != 1)):
            raise ValueError("yes and no are 1 and 0 in int8")

    def __len__(self) -> int:
        return len(self.values)

    def value(self, unit: int) -> FactValue:
        return bool(self.values[unit])


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class LevelColumn(Column):
    """`values`: int16 (units,), places in `labels`. Raises `ValueError` for a place that holds no label."""

    kind: FactKind = FactKind.LEVEL
    values: LabelArray
    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.values.dtype != np.int16 or np.any((self.values < 0) | (self.values >= len(self.labels))):
            raise ValueError("levels are places in the labels, in int16")

    def __len__(self) -> int:
        return len(self.values)

    def value(self, unit: int) -> FactValue:
        return self.labels[int(self.values[unit])]
