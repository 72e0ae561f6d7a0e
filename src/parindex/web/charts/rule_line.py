"""Thresholds of a band rule on a line, with our value on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from parindex.domain.facts import Interval
from parindex.domain.rules.band_by_rate import Band


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnBand:
    """One band along the line; `shade` grows with the points it earns, 0 to 2.

    `earns` is None where what it earns is unknown.
    """

    x: str
    width: str
    middle: str
    earns: Decimal | None
    shade: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Edge:
    """A threshold with its place along the line."""

    x: str
    share: Fraction


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleLine:
    """The line from 0 to 100 %; the value is a point (`value_width` "") or a range that it lies in."""

    bands: tuple[DrawnBand, ...]
    edges: tuple[Edge, ...]
    value: Fraction | Interval | None
    value_x: str
    value_width: str


_LENGTH = 94.0  # percent of the width; the rest leaves room for a band of exactly 100 %
_POINT = 6.0  # width of a band that is one value


def rule_line(bands: Iterable[Band], value: Fraction | Interval | None) -> RuleLine:
    """Positions in percent for bands over a share; stretches that no band holds are drawn as unknown."""
    listed = sorted(bands, key=lambda band: band.range.low or 0)
    edges = sorted({end for band in listed for end in (band.range.low, band.range.high) if end is not None})
    shades = {points: n for n, points in enumerate(sorted({band.earns for band in listed}))}
    drawn = [
        _drawn(*_ends(band.range), earns=band.earns, shade=min(2, shades[band.earns])) for band in listed
    ]
    start, end = _ends(value) if isinstance(value, Interval) else (value or Fraction(0), value or Fraction(0))
    return RuleLine(
        # what is known lies over what is not: a band of one value would vanish under the stretch around it
        bands=(*(_drawn(low, high, earns=None, shade=0) for low, high in _gaps(listed)), *drawn),
        edges=tuple(Edge(x=_percent(_place(edge)), share=edge) for edge in edges if 0 < edge <= 1),
        value=value,
        value_x=_percent(_place(start)),
        value_width=_percent(_place(end) - _place(start)) if isinstance(value, Interval) else "",
    )


def _gaps(listed: list[Band]) -> Iterator[tuple[Fraction, Fraction]]:
    """Stretches between 0 and 100 % that no band holds (single values left out)."""
    reached = Fraction(0)
    for band in listed:
        low, high = _ends(band.range)
        if low > reached:
            yield reached, low
        reached = max(reached, high)
    if reached < 1:
        yield reached, Fraction(1)


def _ends(span: Interval) -> tuple[Fraction, Fraction]:
    return span.low if span.low is not None else Fraction(
        0
    ), span.high if span.high is not None else Fraction(1)


def _drawn(low: Fraction, high: Fraction, *, earns: Decimal | None, shade: int) -> DrawnBand:
    start, width = _place(low), _place(high) - _place(low)
    width = max(width, _POINT if low == 1 else 2.0)
    return DrawnBand(
        x=_percent(start),
        width=_percent(width),
        middle=_percent(start + width / 2),
        earns=earns,
        shade=shade,
    )


def _place(at: Fraction) -> float:
    return float(min(max(at, Fraction(0)), Fraction(1))) * _LENGTH


def _percent(value: float) -> str:
    return f"{value:.2f}%"
