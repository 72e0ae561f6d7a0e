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
class Edge:
    """A threshold with its place along the line."""

    x: str
    share: Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleLine:
    """The line; `value_x` is None when there is no exact value to show."""

    bands: tuple[DrawnBand, ...]
    edges: tuple[Edge, ...]
    value_x: str | None
    value: Fraction | None


_LENGTH = 92.0  # percent of the width; the rest leaves room for a band of exactly 100 %
_POINT = 6.0  # width of a band that is one value


def rule_line(bands: Iterable[Band], value: Fraction | None) -> RuleLine:
    """Positions in percent for bands over a share, drawn from as far below the lowest threshold as 100 % lies above."""
    listed = sorted(bands, key=lambda band: band.range.low or 0)
    edges = sorted({end for band in listed for end in (band.range.low, band.range.high) if end is not None})
    low = _start(edges, value)
    shades = {points: n for n, points in enumerate(sorted({band.earns for band in listed}))}

    def place(at: Fraction) -> float:
        return float((min(max(at, low), Fraction(1)) - low) / (1 - low)) * _LENGTH

    def drawn(band: Band) -> DrawnBand:
        start = place(low if band.range.low is None else band.range.low)
        end = place(Fraction(1) if band.range.high is None else band.range.high)
        width = max(end - start, _POINT)
        return DrawnBand(
            x=f"{start:.2f}%",
            width=f"{width:.2f}%",
            middle=f"{start + width / 2:.2f}%",
            earns=band.earns,
            range=band.range,
            shade=min(2, shades[band.earns] + (2 if len(shades) == 1 else 0)),
        )

    return RuleLine(
        bands=tuple(drawn(band) for band in listed),
        edges=tuple(Edge(x=f"{place(edge):.2f}%", share=edge) for edge in edges if edge > low),
        value_x=None if value is None else f"{place(value):.2f}%",
        value=value,
    )


def _start(edges: list[Fraction], value: Fraction | None) -> Fraction:
    below_one = [edge for edge in (*edges, value) if edge is not None and edge < 1]
    lowest = min(below_one, default=Fraction(0))
    return max(Fraction(0), 2 * lowest - 1)
