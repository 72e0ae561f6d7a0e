"""So với đơn vị tốt nhất, for many units: each unit's figure against the best one that its facts name."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, cast

import numpy as np

from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.kernels.base import Columns, Kernel, Row, Scale
from parindex.analytics.kernels.limits import both_bounded
from parindex.analytics.kernels.parts import Rate
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.relative_to_best import RelativeToBest


def kernel(rule: RelativeToBest, scale: Scale) -> Kernel:
    """One branch: the rule is one sentence."""
    return _Kernel(rate=Rate.of(scale, Fraction(scale.maximum)))


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kernel:
    rate: Rate
    branches: ClassVar[tuple[int, ...]] = (0,)

    def score(self, columns: Columns, row: Row) -> None:
        value, best = cast("list[FigureColumn]", columns)
        (a, under_a), (b, under_b) = both_bounded(value, best, row, self.rate.factor)
        left, right = a * under_b, b * under_a
        negative = (left < 0) | (right < 0)
        above = ~negative & (left > right)
        zero = ~negative & (left == right) & (right == 0)
        odd = negative | above | zero
        row.points[:] = self.rate.points(np.where(odd, 0, left), np.where(odd, 1, right))
        row.cases.fill(0)
        row.settle(above, Outcome.CONTRADICTORY)
        row.settle(negative | zero, Outcome.UNRULED)
