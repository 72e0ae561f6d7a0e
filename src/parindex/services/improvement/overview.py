"""Tổng quan: where the province is, where the points went, who must move."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.findings import FindingGroup
from parindex.domain.plans import Plan, years_by_top
from parindex.domain.scoring import AreaScore, PartScore, Tally
from parindex.records.models import PublishedResult
from parindex.records.queries.rounds import totals_of
from parindex.services.improvement.findings import findings_of
from parindex.services.improvement.losses import LossLine, lines_of
from parindex.services.improvement.picture import Picture, picture
from parindex.services.improvement.tasks import TaskLine, task_lines

LARGEST = 10


@dataclass(frozen=True, kw_only=True)
class TargetGap:
    """The years of one target, and how many places are missing to it (0 when reached)."""

    years: str
    top: int
    places: int


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """One part of the score with its published rank."""

    score: PartScore
    rank: int | None


@dataclass(frozen=True, kw_only=True)
class AreaLine:
    """One area of the score with the agency that leads it."""

    score: AreaScore
    lead: str


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Everything the overview shows, the answer first."""

    picture: Picture
    total: Tally
    published: PublishedResult | None
    history: tuple[PublishedResult, ...]
    out_of: int | None
    gaps: tuple[TargetGap, ...]
    parts: tuple[PartLine, ...]
    areas: tuple[AreaLine, ...]
    losses: tuple[LossLine, ...]
    findings: tuple[FindingGroup, ...]
    tasks: tuple[TaskLine, ...]
    as_of: date | None

    @property
    def previous(self) -> PublishedResult | None:
        """The result of the year before, when its rank is known."""
        year = self.picture.round.year
        return next((result for result in self.history if result.year == year - 1 and result.rank), None)

    @property
    def later(self) -> tuple[PublishedResult, ...]:
        """What came after: ranks of later years."""
        return tuple(r for r in self.history if r.year > self.picture.round.year and r.rank)

    @property
    def places_lost(self) -> int | None:
        """Places lost since the year before; negative when the province rose."""
        if self.previous is None or self.published is None or not self.published.rank:
            return None
        return self.published.rank - (self.previous.rank or 0)

    @property
    def reconciles(self) -> bool:
        """Whether the computed total is the published one."""
        return self.published is not None and self.published.points == self.total.earned

    @property
    def may_reconcile(self) -> bool:
        """Whether points that are not settled could make up for what the announced total differs by."""
        if self.published is None or self.published.points is None or not self.total.open:
            return False
        missing: Decimal = self.published.points - self.total.earned
        return 0 < missing <= self.total.open


def overview(*, today: date, year: int | None = None) -> Overview | None:
    """The overview of a year; None while no round is stored."""
    seen = picture(year)
    if seen is None:
        return None
    history = tuple(totals_of(seen.unit.place_name))
    published = next((result for result in history if result.year == seen.round.year), None)
    as_of = seen.plan.day_of_reference(today) if seen.plan else None
    return Overview(
        picture=seen,
        total=seen.score.total,
        published=published,
        history=history,
        out_of=_out_of(seen.plan),
        gaps=_gaps(seen.plan, published),
        parts=tuple(PartLine(score=part, rank=_rank(seen.plan, part.part.key)) for part in seen.score.parts),
        areas=tuple(AreaLine(score=a, lead=seen.lead_of(a.area.code)) for a in seen.score.areas),
        losses=lines_of(seen),
        findings=findings_of(seen.plan, seen.framework, seen.agencies) if seen.plan else (),
        tasks=task_lines(seen.plan, as_of) if as_of else (),
        as_of=as_of,
    )


def _rank(plan: Plan | None, part: str) -> int | None:
    result = plan.results.part(part) if plan else None
    return result.rank if result else None


def _out_of(plan: Plan | None) -> int | None:
    total = plan.results.part("total") if plan else None
    return total.out_of if total else None


def _gaps(plan: Plan | None, published: PublishedResult | None) -> tuple[TargetGap, ...]:
    if plan is None or published is None or published.rank is None:
        return ()
    rank = published.rank
    return tuple(
        TargetGap(years=years, top=top, places=max(0, rank - top))
        for top, years in years_by_top(plan.targets)
    )
