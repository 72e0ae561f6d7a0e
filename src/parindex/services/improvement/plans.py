"""Kế hoạch: will it recover the points? Coverage, tasks with filters, findings; and one task."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.coverage import Coverage, is_within, names
from parindex.domain.findings import FindingGroup
from parindex.domain.framework import Framework
from parindex.domain.plans import Plan
from parindex.domain.points import ZERO
from parindex.domain.scoring import FrameworkScore, score_framework
from parindex.domain.text import fold, sort_key
from parindex.records.models import Plan as PlanRow
from parindex.records.models import RoundUnit
from parindex.records.queries.agencies import agencies_of
from parindex.records.queries.appraisals import awards_of
from parindex.records.queries.plans import plan_as_domain, plan_for, plans
from parindex.records.queries.rounds import fact_book, published_units
from parindex.services.frameworks.storing import framework_of
from parindex.services.improvement.findings import findings_of
from parindex.services.improvement.losses import LossLine, loss_lines
from parindex.services.improvement.tasks import TaskLine, TaskState, places_of, task_lines


@dataclass(frozen=True, kw_only=True)
class TaskFilter:
    """What a reader asked for; empty texts ask for nothing."""

    lead: str = ""
    state: str = ""
    criterion: str = ""
    query: str = ""
    order: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.lead or self.state or self.criterion or self.query)

    def keeps(self, line: TaskLine) -> bool:
        task = line.task
        cited = any(is_within(code, self.criterion) for code in task.criteria)
        words = " ".join((task.text, *task.aims, *task.lead, *task.cooperating))
        return (
            (not self.lead or self.lead in task.lead)
            and (not self.state or self.state == line.state)
            and (not self.criterion or cited)
            and fold(self.query) in fold(words)
        )


ORDERS: Mapping[str, Callable[[TaskLine], Any]] = {
    "due": lambda line: max(line.dates).due_date if line.state is TaskState.PASSED else _next_day(line),
    "lead": lambda line: [sort_key(name) for name in line.task.lead],
    "points": lambda line: -line.at_stake,
}


def _next_day(line: TaskLine) -> date:
    """The day a task falls due next; the end of time for one without a date."""
    return line.next_due.due_date if line.next_due else date.max


@dataclass(frozen=True, kw_only=True)
class PlanPicture:
    """A stored plan with the agencies of its province, the framework and the score of its base year, where known."""

    row: PlanRow
    plan: Plan
    agencies: AgencyDirectory | None
    framework: Framework | None
    score: FrameworkScore | None

    @cached_property
    def places(self) -> dict[int | str, int]:
        """Where each task stands in the plan."""
        return places_of(self.plan)


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """One plan with its coverage, tasks (filtered) and findings."""

    picture: PlanPicture
    others: tuple[PlanRow, ...]
    as_of: date
    tasks: tuple[TaskLine, ...]
    task_count: int
    leads: tuple[str, ...]
    states: tuple[TaskState, ...]
    wanted: TaskFilter
    losses: tuple[LossLine, ...]
    findings: tuple[FindingGroup, ...]

    @property
    def lost(self) -> Decimal:
        return sum((line.lost for line in self.losses), ZERO)

    @property
    def at_stake(self) -> Decimal:
        """Lost points that the shown tasks name, each row counted once."""
        named = {
            loss
            for line in self.tasks
            for loss in self.picture.plan.losses
            if names(line.task, loss.criterion)
        }
        return sum((loss.lost or ZERO for loss in named), ZERO)

    @property
    def covered(self) -> dict[Coverage, Decimal]:
        """Lost points by how tasks touch them."""
        return {
            coverage: sum((line.lost for line in self.losses if line.coverage is coverage), ZERO)
            for coverage in Coverage
        }

    @property
    def covered_or_area(self) -> Decimal:
        return self.lost - self.covered[Coverage.NONE]

    @property
    def uncovered(self) -> tuple[LossLine, ...]:
        """Losses that no task names, the largest first."""
        return tuple(line for line in self.losses if line.coverage is not Coverage.TASK)


@dataclass(frozen=True, kw_only=True)
class TaskPage:
    """One task with its dates and the losses it aims at."""

    picture: PlanPicture
    line: TaskLine
    as_of: date
    losses: tuple[LossLine, ...]
    findings: tuple[FindingGroup, ...]
    place: int
    count: int

    @property
    def days_late(self) -> int:
        """Calendar days since the last due date, when every date has passed; else 0."""
        if self.line.state is not TaskState.PASSED:
            return 0
        return (self.as_of - self.line.dates[-1].due_date).days


def plan_page(pk: int | None, *, wanted: TaskFilter, today: date) -> PlanPage | None:
    """A stored plan, or (pk None) the newest that answers to the newest round; None when there is none."""
    seen = _picture_of(pk)
    if seen is None:
        return None
    as_of = seen.plan.day_of_reference(today)
    lines = task_lines(seen.plan, as_of)
    kept = [line for line in lines if wanted.keeps(line)]
    if wanted.order in ORDERS:
        kept.sort(key=ORDERS[wanted.order])
    return PlanPage(
        picture=seen,
        others=tuple(plans().exclude(pk=seen.row.pk)),
        as_of=as_of,
        tasks=tuple(kept),
        task_count=len(lines),
        leads=tuple(sorted({name for line in lines for name in line.task.lead}, key=sort_key)),
        states=tuple(state for state in TaskState if any(line.state is state for line in lines)),
        wanted=wanted,
        losses=loss_lines(seen.score, seen.plan),
        findings=findings_of(seen.plan, seen.framework, seen.agencies),
    )


def task_page(pk: int, place: int, *, today: date) -> TaskPage | None:
    """The task at a place (from 1) of a plan; None when there is none. Numbers may be missing or repeat."""
    seen = _picture_of(pk)
    if seen is None:
        return None
    as_of = seen.plan.day_of_reference(today)
    lines = task_lines(seen.plan, as_of)
    if not 1 <= place <= len(lines):
        return None
    line = lines[place - 1]
    losses = (loss for loss in loss_lines(seen.score, seen.plan) if line.task in loss.tasks)
    findings = findings_of(seen.plan, seen.framework, seen.agencies)
    return TaskPage(
        picture=seen,
        line=line,
        as_of=as_of,
        losses=tuple(losses),
        findings=tuple(group for group in findings if _speaks_of(group, line.task.number)),
        place=place,
        count=len(lines),
    )


def _speaks_of(group: FindingGroup, number: str) -> bool:
    return any(number in item.tasks for item in group.items)


def _picture_of(pk: int | None) -> PlanPicture | None:
    known = tuple(published_units())
    row = _newest(known) if pk is None else plans().filter(pk=pk).first()
    if row is None:
        return None
    plan = plan_as_domain(row)
    answered = next((each for each in known if _answers(plan, each)), None)
    framework = framework_of(answered.round.framework) if answered else None
    return PlanPicture(
        row=row,
        plan=plan,
        agencies=agencies_of(plan.document),
        framework=framework,
        score=_score_of(answered, framework) if answered and framework else None,
    )


def _score_of(unit: RoundUnit, framework: Framework) -> FrameworkScore:
    return score_framework(framework, fact_book(unit), awards_of(unit))


def _newest(known: tuple[RoundUnit, ...]) -> PlanRow | None:
    """The plan that answers to the newest published year; while there is none, the newest of all."""
    return (plan_for(known[0]) if known else None) or plans().first()


def _answers(plan: Plan, unit: RoundUnit) -> bool:
    """Whether a unit itself issued the plan, for the year it answers to."""
    return plan.results.year == unit.round.year and plan.document.is_issued_by(unit.name)
