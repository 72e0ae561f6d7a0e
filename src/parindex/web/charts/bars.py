"""Bars of one page share one scale."""

from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.scoring import Tally


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """One piece of a bar; `x` and `width` are percentages as SVG writes them."""

    kind: str
    x: str
    width: str


def segments(tally: Tally, scale: Decimal) -> list[Segment]:
    """Earned, lost and open points of a tally, one after the other; empty pieces are left out."""
    pieces = (("earned", tally.earned), ("lost", tally.lost), ("open", tally.open))
    drawn, start = [], Decimal(0)
    for kind, points in pieces:
        if points > 0:
            drawn.append(Segment(kind=kind, x=percent(start, scale), width=percent(points, scale)))
            start += points
    return drawn


def percent(value: Decimal, scale: Decimal) -> str:
    """A length as SVG writes it: "46.25%"."""
    return f"{value / scale * 100:.2f}%" if scale else "0%"
