"""Điểm thưởng, điểm phạt, for many units: counts by kind of event, each side within its cap."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, cast

import numpy as np

from parindex.analytics.arrays import IntArray
from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Kernel, Row, Scale
from parindex.analytics.kernels.limits import bounded_counts
from parindex.analytics.kernels.weights import Grain, has_unknown, weighed
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.bonus_penalty import BonusPenalty
from parindex.domain.rules.parameters import Cap, EventWeight


def kernel(rule: BonusPenalty, scale: Scale) -> Kernel:
    """One case, and no branch: base, bonuses and penalties decide together."""
    caps = [cap.points for cap in (rule.bonus_cap, rule.penalty_cap) if cap]
    weights = [weight.points for weight in (*rule.bonuses, *rule.penalties)]
    grain = Grain.of(scale, [scale.maximum, rule.base.earns, *caps, *weights])
    base, maximum = grain.whole(rule.base.earns), grain.whole(scale.maximum)
    return _Kernel(
        grain=grain,
        base=base,
        limits=None if rule.may_exceed else (0, maximum),
        bonus=_Side.of(grain, rule.bonuses, rule.bonus_cap),
        penalty=_Side.of(grain, rule.penalties, rule.penalty_cap),
        factor=grain.factor(base, maximum, *map(grain.whole, (*caps, *weights))),
    )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Side:
    worth: Mapping[str, int]
    cap: int | None

    @classmethod
    def of(cls, grain: Grain, weights: tuple[EventWeight, ...], cap: Cap | None) -> "_Side":
        worth = {weight.event: grain.whole(weight.points) for weight in weights}
        return cls(worth=worth, cap=grain.whole(cap.points) if cap else None)

    def sum(self, column: TallyColumn, counts: IntArray) -> IntArray:
        total = weighed(column, counts, self.worth)
        return total if self.cap is None else np.minimum(total, self.cap)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kernel:
    grain: Grain
    base: int
    limits: tuple[int, int] | None
    bonus: _Side
    penalty: _Side
    factor: int
    branches: ClassVar[tuple[int, ...]] = (NO_BRANCH,)

    def score(self, columns: Columns, row: Row) -> None:
        column = cast("TallyColumn", columns[0])
        counts = bounded_counts(column, self.factor, row)
        result = self.base + self.bonus.sum(column, counts) - self.penalty.sum(column, counts)
        if self.limits is not None:
            result = np.clip(result, *self.limits)
        row.points[:] = self.grain.rounded(result)
        row.cases.fill(0)
        row.settle(has_unknown(column, {*self.bonus.worth, *self.penalty.worth}), Outcome.UNRULED)
