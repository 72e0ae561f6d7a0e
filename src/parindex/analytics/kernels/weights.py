"""Counts by name times what each name is worth, in whole numbers of one common fraction of the quantum."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from parindex.analytics.arrays import BoolArray, IntArray, common_denominator
from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.kernels.base import Scale
from parindex.analytics.kernels.limits import factor_of
from parindex.analytics.kernels.quotients import rounded
from parindex.domain.points import RoundingMode


@dataclass(frozen=True, kw_only=True, slots=True)
class Grain:
    """Whole numbers of quantum ÷ `fineness`, in which a rule's points are exact before rounding."""

    fineness: int
    scale: Scale

    @classmethod
    def of(cls, scale: Scale, points: Iterable[Decimal]) -> "Grain":
        return cls(fineness=common_denominator(*map(scale.steps, points)), scale=scale)

    def whole(self, points: Decimal) -> int:
        return int(self.scale.steps(points) * self.fineness)

    def factor(self, *wholes: int) -> int:
        """What a sum of counts times these numbers may reach for each count of 1; see `limits`."""
        return factor_of(2 * (sum(map(abs, wholes)) + self.fineness))

    def rounded(self, wholes: IntArray) -> IntArray:
        """Points in quanta, int64 (units,)."""
        mode: RoundingMode = self.scale.rounding.mode
        return wholes if self.fineness == 1 else rounded(wholes, self.fineness, mode)


def weighed(column: TallyColumn, counts: IntArray, worth: Mapping[str, int]) -> IntArray:
    """Sum of counts times worth, int64 (units,); names that are worth nothing known count 0."""
    total = np.zeros(counts.shape[1], np.int64)
    for name, row in zip(column.names, counts, strict=True):
        if weight := worth.get(name):
            total += row * weight
    return total


def has_unknown(column: TallyColumn, known: Iterable[str]) -> BoolArray:
    """Bool (units,): whether a unit counts anything under a name that is not known."""
    names = set(known)
    strange = [place for place, name in enumerate(column.names) if name not in names]
    if not strange:
        return np.zeros(len(column), np.bool_)
    return np.asarray((column.counts[strange] > 0).any(axis=0))
