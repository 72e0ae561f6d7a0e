"""Xếp hạng: units of one round by their points; equal points share a rank (1, 2, 2, 4)."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from parindex.domain.text import sort_key

Key = TypeVar("Key")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked(Generic[Key]):
    """One unit in its place. Without points, for they are not settled, there is no rank."""

    key: Key
    rank: int | None
    points: Decimal | None
    tied: bool


def rank(
    entries: Iterable[tuple[Key, Decimal | None]], *, name: Callable[[Key], str] = str
) -> tuple[Ranked[Key], ...]:
    """The units, the best first; those of equal points by name, as Vietnamese dictionaries sort; unranked ones last.

    A rank is one more than the number of units with more points.
    """
    listed = sorted(entries, key=lambda entry: sort_key(name(entry[0])))
    units_with = Counter(points for _, points in listed if points is not None)
    ranks: dict[Decimal, int] = {}
    ahead = 0
    for points in sorted(units_with, reverse=True):
        ranks[points] = ahead + 1
        ahead += units_with[points]
    placed = sorted(listed, key=lambda entry: ahead if entry[1] is None else ranks[entry[1]] - 1)
    return tuple(
        Ranked(
            key=key,
            rank=None if points is None else ranks[points],
            points=points,
            tied=points is not None and units_with[points] > 1,
        )
        for key, points in placed
    )
