"""Đạt chỉ tiêu, for many units: what was stated (or nothing) by what the figures show (or nothing)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import cast

import numpy as np

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import YesNoColumn
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.kernels.base import Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cases import ByCase, Cases
from parindex.analytics.kernels.pairs import ORDERS, order
from parindex.domain.facts import FactValue
from parindex.domain.rules.base import Verdict
from parindex.domain.rules.target_reached import TargetReached

_STATED = (None, False, True)


def kernel(rule: TargetReached, scale: Scale) -> Kernel:
    """Branch 0 is reached, 1 is not."""
    return ByCase(cases=Cases.of(scale, _answers(rule, scale)), pick=_pick)


def _pick(columns: Columns, row: Row) -> CodeArray:
    reached = cast("YesNoColumn | None", columns[0])
    figures = cast("tuple[FigureColumn | None, ...]", columns[1:])
    computed = order(*figures, row) if len(figures) == 2 else row.zeros()
    if reached is None:
        return computed
    stated = reached.values + np.int8(1)
    absent = reached.absent()
    return (stated if absent is None else stated * ~absent) * np.int8(len(ORDERS)) + computed


def _answers(rule: TargetReached, scale: Scale) -> Iterator[tuple[int, Verdict]]:
    for stated, (computed, pair) in product(_STATED, ORDERS.items()):
        values: dict[str, FactValue] = {} if stated is None else {"reached": stated}
        if pair:
            values |= {"actual": Decimal(pair[0]), "target": Decimal(pair[1])}
        met = computed in {"higher", "equal"} if stated is None else stated
        yield int(not met), rule.evaluate(values, scale.maximum)
