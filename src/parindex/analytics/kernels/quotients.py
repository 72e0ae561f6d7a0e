"""Exact rounding of many quotients of whole numbers: what `domain.points.Rounding` does for one."""

import numpy as np

from parindex.analytics.arrays import IntArray
from parindex.domain.points import RoundingMode


def rounded(numerator: IntArray, denominator: IntArray | int, mode: RoundingMode) -> IntArray:
    """numerator ÷ denominator as whole numbers, int64, same shape.

    Denominators are above 0. The caller sees to it that 2 × |numerator| + denominator and 2 × denominator fit int64.
    """
    if numerator.size and numerator.min() < 0:
        # Halves round away from zero, and "down" goes towards it: the sign stays outside.
        signed: IntArray = np.sign(numerator) * _rounded(np.abs(numerator), denominator, mode)
        return signed
    return _rounded(numerator, denominator, mode)


def _rounded(numerator: IntArray, denominator: IntArray | int, mode: RoundingMode) -> IntArray:
    if mode is RoundingMode.HALF_UP:
        doubled = numerator + numerator
        doubled += denominator
        np.floor_divide(doubled, np.add(denominator, denominator), out=doubled)
        return doubled
    if mode is RoundingMode.DOWN:
        return np.floor_divide(numerator, denominator)
    quotient: IntArray
    quotient, rest = np.divmod(numerator, denominator)
    rest += rest
    up = (rest > denominator) | ((rest == denominator) & (quotient % 2 == 1))
    quotient += up
    return quotient
