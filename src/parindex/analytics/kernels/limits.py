"""Keeping products inside int64: units whose figures are too large for that are left to the domain, which is exact."""

from math import isqrt

import numpy as np

from parindex.analytics.arrays import LARGEST, IntArray
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.kernels.base import Row


def factor_of(*numbers: int) -> int:
    """The largest absolute value of a rule's own whole numbers. Raises `OverflowError` when it leaves int64."""
    largest = max(map(abs, numbers), default=1)
    if largest > LARGEST:
        raise OverflowError("the rule's numbers leave int64")
    return max(1, largest)


def bounded(column: FigureColumn, factor: int, row: Row) -> tuple[IntArray, IntArray | int]:
    """Numerators and denominators that stay inside int64 when multiplied by up to `factor`.

    Units beyond that are left to the domain, and read 0/1 here.
    """
    return _within(column, LARGEST // factor, row)


def both_bounded(
    first: FigureColumn, second: FigureColumn, row: Row, factor: int = 1
) -> tuple[tuple[IntArray, IntArray | int], tuple[IntArray, IntArray | int]]:
    """Two columns whose products with each other, times `factor`, stay inside int64."""
    if first.reach * second.reach * factor <= LARGEST:
        return (first.numerator, first.denominator), (second.numerator, second.denominator)
    limit = isqrt(LARGEST // factor)
    return _within(first, limit, row), _within(second, limit, row)


def bounded_counts(column: TallyColumn, factor: int, row: Row) -> IntArray:
    """Counts that stay inside int64 when multiplied by up to `factor`; units beyond are left, and read 0 here."""
    limit = LARGEST // factor
    if column.reach <= limit:
        return column.counts
    beyond = np.any(column.counts > limit, axis=0)
    row.leave(beyond)
    return np.where(beyond, 0, column.counts)


def _within(column: FigureColumn, limit: int, row: Row) -> tuple[IntArray, IntArray | int]:
    numerator, denominator = column.numerator, column.denominator
    if column.reach <= limit:
        return numerator, denominator
    beyond = (numerator > limit) | (numerator < -limit) | np.greater(denominator, limit)
    row.leave(beyond)
    return np.where(beyond, 0, numerator), np.where(beyond, 1, denominator).astype(np.int64)
