"""Two figures side by side, compared in whole numbers."""

from collections.abc import Mapping

import numpy as np

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.kernels.base import Row
from parindex.analytics.kernels.limits import both_bounded

# How two figures can lie, by their code, each with a pair that lies so; "" is: not both are there.
ORDERS: Mapping[str, tuple[int, int] | None] = {"": None, "higher": (1, 0), "equal": (0, 0), "lower": (0, 1)}


def order(first: FigureColumn | None, second: FigureColumn | None, row: Row) -> CodeArray:
    """How the first figure lies to the second, int8 (units,): a place in `ORDERS`."""
    if first is None or second is None:
        return row.zeros()
    (a, under_a), (b, under_b) = both_bounded(first, second, row)
    left, right = a * under_b, b * under_a
    code: CodeArray = 2 + np.less(left, right).view(np.int8) - np.greater(left, right).view(np.int8)
    for absent in (first.absent(), second.absent()):
        if absent is not None:
            code[absent] = 0
    return code
