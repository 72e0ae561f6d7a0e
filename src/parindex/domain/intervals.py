"""Khoảng giá trị: a value known only between bounds, and the ranges that rules put values into."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """A value known only between bounds ("trên 80 %"); a bound that is None is open-ended.

    Raises `ValueError` where no value could lie inside.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_included: bool = True
    high_included: bool = True

    def __post_init__(self) -> None:
        if self.low is None or self.high is None:
            return
        if self.low > self.high:
            raise ValueError("the low bound of an interval lies above its high bound")
        if self.low == self.high and not (self.low_included and self.high_included):
            raise ValueError("no value lies inside this interval")

    @classmethod
    def at(cls, value: Fraction) -> "Interval":
        """The interval that holds one value only."""
        return cls(low=value, high=value)

    def within(self, low: Fraction, high: Fraction) -> "Interval":
        """The interval with its open ends closed at the bounds that all values keep to."""
        return Interval(
            low=low if self.low is None else self.low,
            high=high if self.high is None else self.high,
            low_included=self.low_included or self.low is None,
            high_included=self.high_included or self.high is None,
        )

    def contains(self, value: Fraction) -> bool:
        """Whether a value lies inside; exact at both edges."""
        return self.covers(Interval.at(value))

    def covers(self, other: "Interval") -> bool:
        """Whether every value of the other interval lies inside this one."""
        return self._starts_before(other) and self._ends_after(other)

    def meets(self, other: "Interval") -> bool:
        """Whether the two intervals share a value."""
        return not (self._ends_before_start_of(other) or other._ends_before_start_of(self))

    def _ends_before_start_of(self, other: "Interval") -> bool:
        if self.high is None or other.low is None:
            return False
        touching = self.high_included and other.low_included
        return self.high < other.low or (self.high == other.low and not touching)

    def _starts_before(self, other: "Interval") -> bool:
        if self.low is None or other.low is None:
            return self.low is None
        return self.low < other.low or (
            self.low == other.low and (self.low_included or not other.low_included)
        )

    def _ends_after(self, other: "Interval") -> bool:
        if self.high is None or other.high is None:
            return self.high is None
        return self.high > other.high or (
            self.high == other.high and (self.high_included or not other.high_included)
        )
