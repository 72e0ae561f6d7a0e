"""Chấm theo tỷ lệ, for many units: exact quotients, rounded once."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, cast

import numpy as np

from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.kernels.base import Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cuts import Cuts
from parindex.analytics.kernels.limits import bounded
from parindex.analytics.kernels.parts import Rate
from parindex.domain.rules.proportional import Proportional


def kernel(rule: Proportional, scale: Scale) -> Kernel:
    """Case 1 is below the floor."""
    floor = Fraction(rule.from_share)
    return _Kernel(
        rate=Rate.of(scale, Fraction(scale.maximum) / Fraction(rule.full_at)),
        full=scale.whole(scale.maximum),
        floor=Cuts.between([floor], lambda share: share >= floor, low=Fraction(0), high=Fraction(1)),
    )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kernel:
    rate: Rate
    full: int
    floor: Cuts
    branches: ClassVar[tuple[int, ...]] = (0, 1)

    def score(self, columns: Columns, row: Row) -> None:
        column = cast("FigureColumn", columns[0])
        # Rounding keeps the order, so that capping afterwards is capping before.
        np.minimum(self.rate.points(*bounded(column, self.rate.factor, row)), self.full, out=row.points)
        row.cases.fill(0)
        if self.floor.cuts:
            below = self.floor.place(column, row) == 0
            row.points[below] = 0
            row.cases[below] = 1
