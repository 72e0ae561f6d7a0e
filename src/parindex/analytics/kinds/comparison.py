"""So với năm trước, for many units: the stated trend (or none) by the computed one (or none), 20 cases."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from typing import cast

import numpy as np

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import LevelColumn
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.kernels.base import Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cases import ByCase, Cases
from parindex.analytics.kernels.labels import coded, stranger
from parindex.analytics.kernels.pairs import ORDERS, order
from parindex.domain.facts import FactValue
from parindex.domain.rules.base import Verdict
from parindex.domain.rules.comparison import TRENDS, Comparison

_STATED = (None, *TRENDS, stranger(TRENDS))
_CODES = {name: code for code, name in enumerate(_STATED) if name is not None}


def kernel(rule: Comparison, scale: Scale) -> Kernel:
    """A branch is a trend whose points are stated."""
    return ByCase(cases=Cases.of(scale, _answers(rule, scale)), pick=_pick)


def _pick(columns: Columns, row: Row) -> CodeArray:
    trend = cast("LevelColumn | None", columns[0])
    figures = cast("tuple[FigureColumn | None, ...]", columns[1:])
    computed = order(*figures, row) if len(figures) == 2 else row.zeros()
    if trend is None:
        return computed
    stated = coded(trend, _CODES, len(_STATED) - 1)
    absent = trend.absent()
    return (stated if absent is None else stated * ~absent) * np.int8(len(ORDERS)) + computed


def _answers(rule: Comparison, scale: Scale) -> Iterator[tuple[int, Verdict]]:
    ruled = [
        name for name, earning in zip(TRENDS, (rule.higher, rule.equal, rule.lower), strict=True) if earning
    ]
    for stated, (computed, pair) in product(_STATED, ORDERS.items()):
        values: dict[str, FactValue] = {} if stated is None else {"trend": stated}
        if pair:
            values |= {"this_year": Decimal(pair[0]), "last_year": Decimal(pair[1])}
        trend = stated or computed
        branch = ruled.index(trend) if trend in ruled else len(ruled)
        yield branch, rule.evaluate(values, scale.maximum)
