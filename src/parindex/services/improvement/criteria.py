"""Bộ tiêu chí: the tree with points, and one criterion with everything known of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parindex.domain.coverage import Coverage, coverage_of, is_within, names, touches
from parindex.domain.framework import Criterion, FactDefinition
from parindex.domain.plans import Loss, Task
from parindex.domain.scoring import AreaScore, CriterionScore, Tally
from parindex.domain.text import code_key, fold
from parindex.services.improvement.overview import AreaLine
from parindex.services.improvement.picture import Picture, picture
from parindex.services.results.comparisons import HistoryYear, criterion_history

_CODE = re.compile(r"[0-9]{1,2}(\.[0-9]{1,3}){1,4}")


@dataclass(frozen=True, kw_only=True)
class TreeRow:
    """One criterion in the tree. `tally` sums the known leaves below it; `score` is a leaf's own."""

    criterion: Criterion
    depth: int
    tally: Tally
    score: CriterionScore | None

    @property
    def is_whole(self) -> bool:
        """Whether the tally is all there is: the known leaves hold the criterion's whole maximum, and are scored."""
        maximum = self.criterion.maximum
        return maximum is not None and maximum.points == self.tally.maximum and not self.tally.open


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One area with its rows; `unlisted` is what no row holds."""

    area: AreaScore
    lead: str
    rows: tuple[TreeRow, ...]


@dataclass(frozen=True, kw_only=True)
class CriteriaIndex:
    """The whole tree of one year, or the part of it that a search found."""

    picture: Picture
    areas: tuple[AreaLine, ...]
    branches: tuple[Branch, ...]
    query: str

    @property
    def found(self) -> int:
        return sum(len(branch.rows) for branch in self.branches)


@dataclass(frozen=True, kw_only=True)
class CriterionPage:
    """One criterion: its place, rule, facts, explanation, loss and tasks."""

    picture: Picture
    criterion: Criterion
    area: AreaScore
    lead: str
    parents: tuple[Criterion, ...]
    row: TreeRow
    children: tuple[TreeRow, ...]
    score: CriterionScore | None
    definitions: tuple[FactDefinition, ...]
    loss: Loss | None
    tasks: tuple[Task, ...]
    area_tasks: tuple[Task, ...]
    coverage: Coverage
    history: tuple[HistoryYear, ...]


def criteria_index(*, query: str = "", year: int | None = None) -> CriteriaIndex | None:
    """The tree, narrowed to what a search finds (without diacritics); None while no round is stored."""
    seen = picture(year)
    if seen is None:
        return None
    branches = (_branch(seen, area, query) for area in seen.score.areas)
    return CriteriaIndex(
        picture=seen,
        areas=tuple(AreaLine(score=a, lead=seen.lead_of(a.area.code)) for a in seen.score.areas),
        branches=tuple(branch for branch in branches if branch.rows or not query),
        query=query,
    )


@dataclass(frozen=True, kw_only=True)
class UnlistedPage:
    """A code that the framework does not list: what the plan says of it is all that is known."""

    picture: Picture
    code: str
    loss: Loss | None
    tasks: tuple[Task, ...]
    area_tasks: tuple[Task, ...]
    coverage: Coverage


def unlisted_page(code: str) -> UnlistedPage | None:
    """What is known of a code that the framework does not list; None for no round, or a code of none of its areas."""
    seen = picture()
    if seen is None or not _CODE.fullmatch(code):
        return None
    if not any(is_within(code, area.code) for area in seen.framework.areas):
        return None
    losses = seen.plan.losses if seen.plan else ()
    tasks = seen.plan.tasks if seen.plan else ()
    return UnlistedPage(
        picture=seen,
        code=code,
        loss=next((loss for loss in losses if loss.criterion == code), None),
        tasks=tuple(task for task in tasks if names(task, code)),
        area_tasks=_area_tasks(tasks, code),
        coverage=coverage_of(code, tasks),
    )


def criterion_page(code: str, *, year: int | None = None) -> CriterionPage | None:
    """One criterion; None when the framework does not know the code."""
    seen = picture(year)
    criterion = seen.framework.criterion(code) if seen else None
    if seen is None or criterion is None:
        return None
    tasks = seen.plan.tasks if seen.plan else ()
    losses = seen.plan.losses if seen.plan else ()
    wanted = {each.fact for each in criterion.rule.inputs()} if criterion.rule else set()
    rows = tuple(_rows(seen, criterion.area))
    return CriterionPage(
        picture=seen,
        criterion=criterion,
        area=next(a for a in seen.score.areas if a.area.code == criterion.area),
        lead=seen.lead_of(criterion.area),
        parents=tuple(_parents(seen, criterion)),
        row=next(row for row in rows if row.criterion is criterion),
        children=tuple(row for row in rows if row.criterion.parent == code),
        score=seen.score.criterion(code),
        definitions=tuple(d for d in seen.framework.fact_definitions if d.code in wanted),
        loss=next((loss for loss in losses if loss.criterion == code), None),
        tasks=tuple(task for task in tasks if names(task, code)),
        area_tasks=_area_tasks(tasks, code),
        coverage=coverage_of(code, tasks),
        history=criterion_history(code, version=seen.round.framework),
    )


def _area_tasks(tasks: tuple[Task, ...], code: str) -> tuple[Task, ...]:
    """The tasks that touch a criterion only through its whole area."""
    return tuple(task for task in tasks if touches(task, code) and not names(task, code))


def _branch(seen: Picture, area: AreaScore, query: str) -> Branch:
    rows = tuple(_rows(seen, area.area.code))
    hits = {row.criterion.code for row in rows if _matches(row.criterion, query)}
    kept = (row for row in rows if not query or any(is_within(hit, row.criterion.code) for hit in hits))
    return Branch(area=area, lead=seen.lead_of(area.area.code), rows=tuple(kept))


def _matches(criterion: Criterion, query: str) -> bool:
    wanted = fold(query)
    return any(wanted in fold(text) for text in (criterion.code, criterion.title.vi, criterion.title.en))


def _rows(seen: Picture, area: str) -> Iterator[TreeRow]:
    listed = (criterion for criterion in seen.framework.criteria if criterion.area == area)
    for criterion in sorted(listed, key=lambda each: code_key(each.code)):
        yield TreeRow(
            criterion=criterion,
            depth=criterion.code.count(".") - 1,
            tally=_tally_below(seen, criterion.code),
            score=seen.score.criterion(criterion.code),
        )


def _tally_below(seen: Picture, code: str) -> Tally:
    below = (score for score in seen.score.criteria if is_within(score.criterion.code, code))
    return sum((score.tally for score in below), Tally())


def _parents(seen: Picture, criterion: Criterion) -> Iterator[Criterion]:
    parent = seen.framework.criterion(criterion.parent) if criterion.parent else None
    if parent:
        yield from _parents(seen, parent)
        yield parent
