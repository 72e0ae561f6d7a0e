"""A unit's points area by area on one bar: every area begins at the same place in each unit's bar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.scoring import AreaScore, Tally
from parindex.web.charts.bars import Segment, percent

_GAP = Decimal("0.35")  # percent left free between two areas


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """An area's code over the middle of its stretch."""

    code: str
    x: str


def area_bar(areas: Iterable[AreaScore]) -> list[Segment]:
    """Earned, lost, open and inapplicable points of each area in its stretch; empty pieces are left out."""
    listed = tuple(areas)
    whole = _whole(listed)
    drawn: list[Segment] = []
    start = Decimal(0)
    for area in listed:
        drawn += _pieces(area.tally, start, whole)
        start += area.tally.maximum
    return drawn


def area_marks(areas: Iterable[AreaScore]) -> list[Mark]:
    """Where the areas' codes stand above the bars."""
    listed = tuple(areas)
    whole = _whole(listed)
    marks, start = [], Decimal(0)
    for area in listed:
        marks.append(Mark(code=area.area.code, x=percent(start + area.tally.maximum / 2, whole)))
        start += area.tally.maximum
    return marks


def _whole(areas: tuple[AreaScore, ...]) -> Decimal:
    return sum((area.tally.maximum for area in areas), Decimal(0))


def _pieces(tally: Tally, start: Decimal, whole: Decimal) -> Iterator[Segment]:
    if not tally.maximum:
        return
    # the gap is taken from each piece alike, so that an area's pieces keep their proportions
    kept = 1 - _GAP / 100 * whole / tally.maximum
    for kind, points in _kinds(tally):
        if points > 0:
            yield Segment(kind=kind, x=percent(start, whole), width=percent(points * kept, whole))
            start += points * kept


def _kinds(tally: Tally) -> tuple[tuple[str, Decimal], ...]:
    return (
        ("earned", tally.earned),
        ("lost", tally.lost),
        ("open", tally.open),
        ("left-out", tally.inapplicable),
    )
