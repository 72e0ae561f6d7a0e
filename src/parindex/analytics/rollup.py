"""Tổng hợp theo lĩnh vực và theo phần: integer sums of the listed leaves, for many units."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from parindex.analytics.arrays import IntArray, common_denominator
from parindex.analytics.kernels.base import OUTCOME_CODES, Row
from parindex.domain.points import Rounding
from parindex.domain.rules.base import Outcome
from parindex.domain.scoring import Tally

_INAPPLICABLE = OUTCOME_CODES[Outcome.NOT_APPLICABLE]


@dataclass(frozen=True, kw_only=True, slots=True)
class Quanta:
    """The points in which sums are whole: the quantum, or the part of it that makes every maximum whole as well."""

    points: Decimal
    fineness: int  # grains in a quantum

    @classmethod
    def of(cls, rounding: Rounding, maxima: Iterable[Decimal]) -> "Quanta":
        quantum = Fraction(rounding.quantum)
        fineness = common_denominator(*(Fraction(maximum) / quantum for maximum in maxima))
        return cls(points=rounding.quantum / fineness, fineness=fineness)

    def whole(self, points: Decimal) -> int:
        return int(Fraction(points) / Fraction(self.points))


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Tallies:
    """Tallies of the listed leaves of each group (area or part), each int64 (groups, units), in grains.

    maximum (groups,) = earned + lost + open + inapplicable. What a framework does not list is not in them.
    """

    keys: tuple[str, ...]
    grain: Quanta
    maximum: IntArray
    earned: IntArray
    open: IntArray
    inapplicable: IntArray

    @classmethod
    def empty(cls, keys: Iterable[str], units: int, grain: Quanta) -> "Tallies":
        """Nothing added yet."""
        held = tuple(dict.fromkeys(keys))
        sums = np.zeros((3, len(held), units), np.int64)
        return cls(
            keys=held,
            grain=grain,
            maximum=np.zeros(len(held), np.int64),
            earned=sums[0],
            open=sums[1],
            inapplicable=sums[2],
        )

    @property
    def lost(self) -> IntArray:
        return self.maximum[:, np.newaxis] - self.earned - self.open - self.inapplicable

    def add(self, key: str, maximum: int, row: Row, *, all_scored: bool) -> None:
        """Add one leaf to the group `key`; a key that is no group is passed over, as in the domain."""
        if key not in self.keys:
            return
        group = self.keys.index(key)
        self.maximum[group] += maximum
        self.earned[group] += row.points if self.grain.fineness == 1 else row.points * self.grain.fineness
        if all_scored:
            return
        inapplicable = row.outcomes == _INAPPLICABLE
        self.inapplicable[group] += maximum * inapplicable
        self.open[group] += maximum * ((row.outcomes != 0) & ~inapplicable)

    def tally(self, key: str, unit: int) -> Tally:
        """The domain's tally of one unit and one group."""
        group = self.keys.index(key)
        return Tally(
            maximum=int(self.maximum[group]) * self.grain.points,
            earned=int(self.earned[group, unit]) * self.grain.points,
            lost=int(self.lost[group, unit]) * self.grain.points,
            open=int(self.open[group, unit]) * self.grain.points,
            inapplicable=int(self.inapplicable[group, unit]) * self.grain.points,
        )
