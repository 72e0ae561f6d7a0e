"""Danh mục yêu cầu, for many units: the points of the items that are met, added up."""

from dataclasses import dataclass
from typing import ClassVar, cast

import numpy as np

from parindex.analytics.arrays import BoolArray
from parindex.analytics.columns.answers import YesNoColumn
from parindex.analytics.columns.base import Column
from parindex.analytics.columns.lists import NamedCountsColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Kernel, Row, Scale
from parindex.analytics.kernels.weights import Grain
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.checklist import Checklist


def kernel(rule: Checklist, scale: Scale) -> Kernel:
    """One case, and no branch: all items decide together."""
    grain = Grain.of(scale, [item.points for item in rule.items])
    worth = tuple(grain.whole(item.points) for item in rule.items)
    grain.factor(*worth)
    return _Kernel(grain=grain, worth=worth, limits=tuple(item.at_most for item in rule.items))


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kernel:
    grain: Grain
    worth: tuple[int, ...]
    limits: tuple[int | None, ...]
    branches: ClassVar[tuple[int, ...]] = (NO_BRANCH,)

    def score(self, columns: Columns, row: Row) -> None:
        total = np.zeros(len(row.points), np.int64)
        for column, worth, limit in zip(columns, self.worth, self.limits, strict=True):
            total += _held(column, limit) * np.int64(worth)
        row.points[:] = self.grain.rounded(total)
        row.cases.fill(0)
        for column in columns:
            if isinstance(column, NamedCountsColumn):
                row.settle(column.size == 0, Outcome.MISSING)


def _held(column: Column | None, limit: int | None) -> BoolArray:
    if limit is None:
        return cast("YesNoColumn", column).values.view(np.bool_)
    return cast("NamedCountsColumn", column).largest <= limit
