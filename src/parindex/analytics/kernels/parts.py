"""Points in proportion: quotients of whole numbers, rounded as the framework states."""

from dataclasses import dataclass
from fractions import Fraction

from parindex.analytics.arrays import IntArray
from parindex.analytics.kernels.base import Scale
from parindex.analytics.kernels.limits import factor_of
from parindex.analytics.kernels.quotients import rounded
from parindex.domain.points import RoundingMode


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """What a share of 1 earns, not rounded, in the framework's quanta: `numerator` ÷ `denominator`."""

    numerator: int
    denominator: int
    factor: int  # what numerators and denominators of shares are multiplied by at most; see `limits`
    mode: RoundingMode

    @classmethod
    def of(cls, scale: Scale, points: Fraction) -> "Rate":
        """Raises `OverflowError` when the rate is finer than int64 can tell."""
        quanta = scale.steps(points)
        return cls(
            numerator=quanta.numerator,
            denominator=quanta.denominator,
            factor=factor_of(2 * (abs(quanta.numerator) + quanta.denominator)),
            mode=scale.rounding.mode,
        )

    def points(self, numerator: IntArray, denominator: IntArray | int) -> IntArray:
        """Rounded points, int64 (units,), of shares numerator ÷ denominator."""
        return rounded(numerator * self.numerator, denominator * self.denominator, self.mode)
