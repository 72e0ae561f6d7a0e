"""The ladder of all provinces: last year's rank, this year's, and the targets."""

from collections.abc import Iterable
from dataclasses import dataclass

from parindex.domain.plans import Target

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
        goals=tuple(rung(top, years, row) for row, (top, years) in enumerate(_by_rank(targets))),
        start=f"{_MARGIN}%",
        end=f"{100 - _MARGIN}%",
    )


def _by_rank(targets: Iterable[Target]) -> list[tuple[int, str]]:
    years: dict[int, list[int]] = {}
    for target in targets:
        years.setdefault(target.top, []).append(target.year)
    return [(top, _span(sorted(found))) for top, found in sorted(years.items(), reverse=True)]


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
