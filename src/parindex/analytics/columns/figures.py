"""Exact figures: shares, counts and other numbers as whole numerators over whole denominators."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import numpy as np

from parindex.analytics.arrays import IntArray, reach
from parindex.analytics.columns.base import Column
from parindex.domain.facts import FactKind, FactValue

_KINDS = (FactKind.SHARE, FactKind.NUMBER, FactKind.COUNT)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class FigureColumn(Column):
    """Numerators int64 (units,) over denominators: int64 (units,), or one whole number for all units.

    A share lies in 0..1; a count is whole and not negative; a number is a decimal: its denominator is a power of ten.
    Raises `ValueError` for anything else.
    """

    numerator: IntArray
    denominator: IntArray | int = 1
    reach: int = field(init=False)  # largest absolute value of numerator and denominator

    def __post_init__(self) -> None:
        if self.kind not in _KINDS or self.numerator.dtype != np.int64 or self.numerator.ndim != 1:
            raise ValueError("a figure is a share, a number or a count, its numerators one row of int64")
        if problem := self._problem():
            raise ValueError(problem)
        object.__setattr__(self, "reach", reach(self.numerator, np.atleast_1d(self.denominator)))

    def __len__(self) -> int:
        return len(self.numerator)

    def value(self, unit: int) -> FactValue:
        numerator = int(self.numerator[unit])
        if self.kind is FactKind.COUNT:
            return numerator
        if isinstance(self.denominator, int):
            exact = Fraction(numerator, self.denominator)
        else:
            exact = Fraction(numerator, int(self.denominator[unit]))
        return exact if self.kind is FactKind.SHARE else Decimal(exact.numerator) / exact.denominator

    def _problem(self) -> str:
        whole = isinstance(self.denominator, int)
        if not isinstance(self.denominator, int) and (
            self.denominator.dtype != np.int64 or self.denominator.shape != self.numerator.shape
        ):
            return "denominators are int64, one for each numerator"
        if np.any(np.less_equal(self.denominator, 0)):
            return "a denominator must be above 0"
        if self.kind is FactKind.SHARE and not self._lies_in_0_to_1():
            return "a share lies in 0..1"
        if self.kind is FactKind.COUNT and (self.denominator != 1 or np.any(self.numerator < 0)):
            return "a count is whole and not negative"
        if self.kind is FactKind.NUMBER and not (whole and str(self.denominator).strip("0") == "1"):
            return "the denominator of numbers is one power of ten"
        return ""

    def _lies_in_0_to_1(self) -> bool:
        return bool(np.all((self.numerator >= 0) & (self.numerator <= self.denominator)))
