"""Thresholds of a band rule on a line, with our value on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from parindex.domain.facts import Interval
from parindex.domain.rules.band_by_rate import Band


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnBand:
    """One band along the line; `shade` grows with the points it earns, 0 to 2."""

    x: str
    width: str
    middle: str
    earns: Decimal
    range: Interval
    shade: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleLine:
    """The line from `low` to `high`; `value_x` is None when there is no exact value to show."""

    bands: tuple[DrawnBand, ...]
    value_x: str | None
    value: Fraction | None


def rule_line(bands: Iterable[Band], value: Fraction | None, *, low: Fraction, high: Fraction) -> RuleLine:
    """Positions in percent of the line. A band of one point (exactly 100 %) is drawn as a thin piece."""
    listed = sorted(bands, key=lambda band: band.earns)
    span = high - low
    ranks = {points: n for n, points in enumerate(sorted({band.earns for band in listed}))}

    def place(at: Fraction) -> float:
        return float((min(max(at, low), high) - low) / span * 94)

    drawn = []
    for band in listed:
        start = place(low if band.range.low is None else band.range.low)
        end = place(high if band.range.high is None else band.range.high)
        width = max(end - start, 6.0)
        drawn.append(
            DrawnBand(
                x=f"{start:.2f}%",
                width=f"{width:.2f}%",
                middle=f"{start + width / 2:.2f}%",
                earns=band.earns,
                range=band.range,
                shade=min(2, ranks[band.earns] + (2 if len(ranks) == 1 else 0)),
            )
        )
    return RuleLine(
        bands=tuple(drawn), value_x=None if value is None else f"{place(value):.2f}%", value=value
    )
