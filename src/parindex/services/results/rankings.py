"""Xếp hạng: the units of a round by their points, and what of it a reader may see before it is published."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from parindex.domain.framework import Area, Framework
from parindex.domain.ranking import Ranked, rank
from parindex.domain.rights import Right
from parindex.domain.rules.base import Sentence
from parindex.domain.scoring import Tally
from parindex.domain.text import fold, sort_key
from parindex.records.models import AssessmentRound, PublishedResult, RoundUnit
from parindex.records.queries.rankings import announced_totals, published_rounds, ranked_rounds
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of
from parindex.services.results.standings import Standing, round_standings
from parindex.services.results.unsettled import why_open
from parindex.services.sheets.own_rows import OwnRows, own_rows

ORDERS = ("rank", "name", "change")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What a reader asks of a ranking: one area alone, units whose names hold some words, another order."""

    area: str = ""
    query: str = ""
    order: str = "rank"


@dataclass(frozen=True, kw_only=True, slots=True)
class RankLine:
    """One unit in its place. `tally` and `points` are those of the area that is asked for, else of the whole.

    `why` says what is not settled, where there are no points. `earlier` is its rank of an earlier year.
    """

    standing: Standing
    rank: int | None
    tied: bool
    tally: Tally
    points: Decimal | None
    earlier: int | None
    is_own: bool
    why: Sentence | None

    @property
    def unit(self) -> RoundUnit:
        return self.standing.unit

    @property
    def places_lost(self) -> int | None:
        """Places lost since the earlier year; negative when the unit rose, None where one of the ranks is unknown."""
        return None if self.rank is None or self.earlier is None else self.rank - self.earlier

    @property
    def is_rescaled(self) -> bool:
        return self.tally.inapplicable > 0


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """A round's units in their order. Before publication only who may read results has `lines`; others have `own`."""

    round: AssessmentRound
    framework: Framework
    wanted: Wanted
    area: Area | None
    lines: tuple[RankLine, ...]
    all_lines: tuple[RankLine, ...]
    own: tuple[OwnRows, ...]
    earlier: AssessmentRound | None
    announced: PublishedResult | None

    @property
    def is_published(self) -> bool:
        return self.round.published_at is not None

    @property
    def ranked(self) -> tuple[RankLine, ...]:
        return tuple(line for line in self.all_lines if line.points is not None)

    @property
    def unsettled(self) -> int:
        return len(self.all_lines) - len(self.ranked)

    @property
    def best(self) -> RankLine | None:
        return max(self.ranked, key=_points, default=None)

    @property
    def last(self) -> RankLine | None:
        return min(self.ranked, key=_points, default=None)

    @property
    def middle(self) -> Decimal | None:
        """The median of the points: as many units have more as have less."""
        found = [_points(line) for line in self.ranked]
        return self.framework.rounding.apply(median(found)) if found else None

    @property
    def rows(self) -> int:
        return sum(len(line.standing.rows) for line in self.all_lines)

    @property
    def judged(self) -> int:
        return sum(line.standing.judged for line in self.all_lines)

    @property
    def is_provisional(self) -> bool:
        return not self.is_published

    @property
    def is_filtered(self) -> bool:
        return bool(self.wanted.area or self.wanted.query)


def may_see_all(round_: AssessmentRound, actor: Actor) -> bool:
    """Whether a reader may see every unit of a round with its rank: once it is published, or by their right."""
    return round_.published_at is not None or actor.may(Right.READ_RESULT)


def rounds_to_rank() -> tuple[AssessmentRound, ...]:
    """The rounds that have a ranking, or will have one: all of them, the newest first."""
    return tuple(ranked_rounds())


def round_by(pk: int) -> AssessmentRound | None:
    """A round by its key; None where there is none."""
    return ranked_rounds().filter(pk=pk).first()


def published_round(*, year: int, level: str) -> AssessmentRound | None:
    """The published round of a year and level; None where there is none, or it is not published yet."""
    return published_rounds().filter(year=year, level=level).first()


def ranking(round_: AssessmentRound, *, actor: Actor, wanted: Wanted | None = None) -> Ranking:
    """The units of a round by their points, as far as the reader may see them."""
    asked = wanted or Wanted()
    if may_see_all(round_, actor):
        return ranked_units(round_, asked, agencies={post.agency for post in actor.posts})
    framework = framework_of(round_.framework)
    return Ranking(
        round=round_,
        framework=framework,
        wanted=Wanted(),
        area=None,
        lines=(),
        all_lines=(),
        own=own_rows(round_, actor=actor),
        earlier=None,
        announced=None,
    )


def ranked_units(round_: AssessmentRound, wanted: Wanted, *, agencies: Iterable[str] = ()) -> Ranking:
    """The whole ranking, whoever asks: for readers who may see it. `agencies` are those whose lines are marked."""
    standings = round_standings(round_)
    framework = framework_of(round_.framework)
    area = next((one for one in framework.areas if one.code == wanted.area), None)
    earlier = _earlier(round_) if area is None else None
    ranks = _ranks_of(earlier) if earlier else {}
    own = frozenset(agencies)
    by_key = {one.unit.pk: one for one in standings}
    lines = tuple(_line(one, by_key[one.key], area, ranks, own) for one in _placed(standings, area))
    return Ranking(
        round=round_,
        framework=framework,
        wanted=wanted,
        area=area,
        lines=tuple(_shown(lines, wanted)),
        all_lines=lines,
        own=(),
        earlier=earlier,
        announced=announced_of(round_, standings),
    )


def rank_of(standing: Standing, standings: tuple[Standing, ...]) -> tuple[int | None, int]:
    """The rank of a unit among its round's, and how many have one."""
    placed = _placed(standings, None)
    own = next((one.rank for one in placed if one.key == standing.unit.pk), None)
    return own, sum(one.rank is not None for one in placed)


def announced_of(round_: AssessmentRound, standings: tuple[Standing, ...]) -> PublishedResult | None:
    """What was announced of a province among all provinces: its rank is theirs to give, not this round's."""
    if round_.level != "province" or round_.published_at is None or len(standings) != 1:
        return None
    return announced_totals(round_.year).filter(subject=standings[0].unit.place_name).first()


def _placed(standings: tuple[Standing, ...], area: Area | None) -> tuple[Ranked[int], ...]:
    """The units by their keys; a unit alone has no rank, for there is none to be before or behind."""
    names = {one.unit.pk: one.unit.name for one in standings}
    points = [(one.unit.pk, one.points_in(area.code) if area else one.points) for one in standings]
    placed = rank(points, name=names.__getitem__)
    if len(standings) > 1:
        return placed
    return tuple(Ranked(key=one.key, rank=None, points=one.points, tied=False) for one in placed)


def _line(
    placed: Ranked[int],
    standing: Standing,
    area: Area | None,
    ranks: Mapping[int, int],
    own: frozenset[str],
) -> RankLine:
    agency = standing.unit.agency
    return RankLine(
        standing=standing,
        rank=placed.rank,
        tied=placed.tied,
        tally=standing.area(area.code).tally if area else standing.total,
        points=placed.points,
        earlier=ranks.get(agency.pk) if agency else None,
        is_own=agency is not None and agency.code in own,
        why=why_open(standing, area.code if area else "") if placed.points is None else None,
    )


def _shown(lines: tuple[RankLine, ...], wanted: Wanted) -> list[RankLine]:
    words = fold(wanted.query)
    found = [line for line in lines if words in fold(line.unit.name)]
    if wanted.order == "name":
        return sorted(found, key=lambda line: sort_key(line.unit.name))
    if wanted.order == "change":  # who rose most comes first, who cannot be compared last
        return sorted(found, key=lambda line: (line.places_lost is None, line.places_lost or 0))
    return found


def _earlier(round_: AssessmentRound) -> AssessmentRound | None:
    """The newest published round of the level before this one's year: only what is published is compared with."""
    return published_rounds().filter(level=round_.level, year__lt=round_.year).first()


def _ranks_of(round_: AssessmentRound) -> Mapping[int, int]:
    """The ranks of an earlier round's units, by their agencies."""
    standings = round_standings(round_)
    agencies = {one.unit.pk: one.unit.agency_id for one in standings}
    placed = ((agencies[one.key], one.rank) for one in _placed(standings, None))
    return {agency: place for agency, place in placed if agency is not None and place is not None}


def _points(line: RankLine) -> Decimal:
    return line.points if line.points is not None else Decimal(0)
