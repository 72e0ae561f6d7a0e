"""Bars to both sides of zero: claimed beyond the award to the right, claimed too little to the left."""

from dataclasses import dataclass
from decimal import Decimal

from parindex.web.charts.bars import percent

_REACH = Decimal(48)  # percent to either side, so that the longest bar ends within the picture


@dataclass(frozen=True, kw_only=True, slots=True)
class Swing:
    """One bar; `kind` is `over`, `under` or `none`, positions are percentages as SVG writes them."""

    kind: str
    x: str
    width: str


def swing(difference: Decimal, largest: Decimal) -> Swing:
    """The bar of a difference, where the largest one reaches the end of its side."""
    length = abs(difference) / largest * _REACH if largest else Decimal(0)
    start = 50 - length if difference < 0 else Decimal(50)
    kind = "over" if difference > 0 else "under" if difference < 0 else "none"
    return Swing(kind=kind, x=percent(start, Decimal(100)), width=percent(length, Decimal(100)))
