"""Điểm: exact decimals, rounded only as the framework states."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

ZERO = Decimal("0.00")


class RoundingMode(StrEnum):
    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    DOWN = "down"


@dataclass(frozen=True, kw_only=True, slots=True)
class Rounding:
    """How a framework rounds points: the smallest step and what happens half-way."""

    quantum: Decimal = Decimal("0.01")
    mode: RoundingMode = RoundingMode.HALF_UP

    def apply(self, points: Fraction | Decimal) -> Decimal:
        """Points rounded to the quantum, exactly: a third is never first cut to a float or to 28 digits."""
        numerator, denominator = points.as_integer_ratio()
        above, below = self.quantum.as_integer_ratio()
        return _whole(numerator * below, denominator * above, self.mode) * self.quantum


def _whole(numerator: int, denominator: int, mode: RoundingMode) -> int:
    sign = -1 if numerator < 0 else 1
    quotient, rest = divmod(abs(numerator), denominator)
    if mode is RoundingMode.DOWN or rest == 0:
        return sign * quotient
    doubled = 2 * rest - denominator
    up = doubled > 0 or (doubled == 0 and (mode is RoundingMode.HALF_UP or quotient % 2 == 1))
    return sign * (quotient + up)
