"""Trừ điểm theo vụ việc, for many units: counts by kind of event times what each costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, cast

import numpy as np

from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Kernel, Row, Scale
from parindex.analytics.kernels.limits import bounded_counts
from parindex.analytics.kernels.weights import Grain, has_unknown, weighed
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.deduction_per_event import DeductionPerEvent


def kernel(rule: DeductionPerEvent, scale: Scale) -> Kernel:
    """Case 0 is no event at all, which the statement says first; case 1 is some."""
    grain = Grain.of(scale, [scale.maximum, *(weight.points for weight in rule.weights)])
    costs = {weight.event: grain.whole(weight.points) for weight in rule.weights}
    maximum = grain.whole(scale.maximum)
    return _Kernel(grain=grain, costs=costs, maximum=maximum, factor=grain.factor(maximum, *costs.values()))


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kernel:
    grain: Grain
    costs: Mapping[str, int]
    maximum: int
    factor: int
    branches: ClassVar[tuple[int, ...]] = (0, NO_BRANCH)

    def score(self, columns: Columns, row: Row) -> None:
        column = cast("TallyColumn", columns[0])
        deducted = weighed(column, bounded_counts(column, self.factor, row), self.costs)
        row.points[:] = self.grain.rounded(np.maximum(0, self.maximum - deducted))
        row.cases[:] = column.counts.any(axis=0)
        row.settle(has_unknown(column, self.costs), Outcome.UNRULED)
