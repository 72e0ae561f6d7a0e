"""The ladder of all provinces: last year's rank, this year's, and the targets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from parindex.domain.plans import Target, years_by_top

_MARGIN = 1.0  # percent at both ends, so that a dot on the first or last rung is whole


@dataclass(frozen=True, kw_only=True, slots=True)
class Rung:
    """A rank with its label and its place along the ladder."""

    rank: int
    x: str
    label: str = ""
    anchor: str = "start"
    row: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Ladder:
    """`now` and `then` are ranks of two years; `goals` the targets, the easiest first and highest drawn."""

    out_of: int
    ticks: tuple[Rung, ...]
    now: Rung
    then: Rung | None
    goals: tuple[Rung, ...]
    fall: tuple[str, str] | None  # where the arc between the two ranks starts, and how wide it is
    start: str
    end: str


def rank_ladder(
    *, out_of: int, now: tuple[int, int], then: tuple[int, int] | None, targets: Iterable[Target]
) -> Ladder:
    """The ladder for (year, rank) of this and an earlier round."""

    def rung(rank: int, label: str = "", row: int = 0) -> Rung:
        share = (rank - 1) / (out_of - 1)
        x = _MARGIN + share * (100 - 2 * _MARGIN)
        return Rung(rank=rank, x=f"{x:.2f}%", label=label, row=row, anchor="end" if share > 0.7 else "start")

    ticks = {1, *range(10, out_of - 5, 10), out_of}
    return Ladder(
        out_of=out_of,
        ticks=tuple(rung(rank, str(rank)) for rank in sorted(ticks)),
        now=rung(now[1], str(now[0])),
        then=rung(then[1], str(then[0])) if then else None,
        fall=_fall(then[1], now[1], rung) if then else None,
        goals=tuple(rung(top, years, row) for row, (top, years) in enumerate(years_by_top(targets))),
        start=f"{_MARGIN}%",
        end=f"{100 - _MARGIN}%",
    )


def _fall(then: int, now: int, rung: Callable[[int], Rung]) -> tuple[str, str]:
    left, right = (float(rung(rank).x.rstrip("%")) for rank in sorted((then, now)))
    return f"{left:.2f}%", f"{right - left:.2f}%"
