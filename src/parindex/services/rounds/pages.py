"""Kỳ đánh giá trên một trang: how far each year is, and which unit stands where, as far as the reader may see it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.agencies import AgencyLevel
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right, RowPlace
from parindex.domain.text import fold
from parindex.domain.workflow import Milestone, Stage
from parindex.records.models import AssessmentRound, RoundUnit, Sheet
from parindex.records.queries.rounds import (
    RowState,
    rounds_with_units,
    row_states,
    sheets_of_round,
    stage_counts,
    unit_count,
)
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of

WITH_AGENCY = (Stage.DRAFT, Stage.RETURNED)  # the stages in which a row waits for its agency


@dataclass(frozen=True, kw_only=True, slots=True)
class MilestoneDay:
    """Mốc: a milestone with the days until it (0 on its day, negative after it)."""

    milestone: Milestone
    last_date: date
    days_left: int

    @property
    def is_past(self) -> bool:
        return self.days_left < 0


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundLine:
    """A round in the list; `stages` counts the rows that the reader may read about."""

    round: AssessmentRound
    units: int
    stages: Mapping[Stage, int]
    next: MilestoneDay | None

    @property
    def rows(self) -> int:
        return sum(self.stages.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetState:
    """How far a sheet is. `is_open` is False where the reader may not know; the figures are then zeros."""

    sheet: Sheet
    is_open: bool
    stages: Mapping[Stage, int]
    rows: int
    filled: int
    claimed: Decimal
    maximum: Decimal
    locked: int
    reopened: int

    @property
    def waiting(self) -> int:
        """Rows that are not handed in."""
        return sum(self.stages.get(stage, 0) for stage in WITH_AGENCY)


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitState:
    """How far a unit is: its sheets, and their sums over those that the reader may know."""

    unit: RoundUnit
    sheets: tuple[SheetState, ...]

    @property
    def is_open(self) -> bool:
        return any(sheet.is_open for sheet in self.sheets)

    @property
    def rows(self) -> int:
        return sum(sheet.rows for sheet in self.sheets)

    @property
    def filled(self) -> int:
        return sum(sheet.filled for sheet in self.sheets)

    @property
    def waiting(self) -> int:
        return sum(sheet.waiting for sheet in self.sheets)

    @property
    def claimed(self) -> Decimal:
        return sum((sheet.claimed for sheet in self.sheets), ZERO)

    @property
    def maximum(self) -> Decimal:
        return sum((sheet.maximum for sheet in self.sheets), ZERO)

    @property
    def stages(self) -> Mapping[Stage, int]:
        return added(sheet.stages for sheet in self.sheets)


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitFilter:
    """Which units are shown: by name (without diacritics), and by a stage that some row of theirs stands at."""

    query: str = ""
    stage: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.query or self.stage)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundPage:
    """A round with its milestones and units; `shown` are those that a filter left."""

    round: AssessmentRound
    framework: Framework
    milestones: tuple[MilestoneDay, ...]
    units: tuple[UnitState, ...]
    shown: tuple[UnitState, ...]
    wanted: UnitFilter
    today: date

    @property
    def stages(self) -> Mapping[Stage, int]:
        return added(unit.stages for unit in self.units)

    @property
    def rows(self) -> int:
        return sum(unit.rows for unit in self.units)

    @property
    def filled(self) -> int:
        return sum(unit.filled for unit in self.units)

    @property
    def waiting(self) -> int:
        return sum(unit.waiting for unit in self.units)

    @property
    def locked(self) -> int:
        return sum(sheet.locked for unit in self.units for sheet in unit.sheets)

    @property
    def has_sheets(self) -> bool:
        return any(unit.sheets for unit in self.units)

    @property
    def next(self) -> MilestoneDay | None:
        return next_of(self.milestones)


def round_list(*, actor: Actor, today: date) -> tuple[RoundLine, ...]:
    """Every round: the newest year first, and in it from the province down."""
    actor.require(Right.READ_ROUND)
    counts = stage_counts(None if actor.may(Right.READ_RESULT) else _own_agencies(actor))
    levels = list(AgencyLevel)
    return tuple(
        RoundLine(
            round=row,
            units=unit_count(row),
            stages=added([counts.get(row.pk, {})]),
            next=None if row.published_at else next_of(milestone_days(row, today=today)),
        )
        for row in sorted(
            rounds_with_units(), key=lambda row: (-row.year, levels.index(AgencyLevel(row.level)))
        )
    )


def round_page(pk: int, *, actor: Actor, today: date, wanted: UnitFilter) -> RoundPage | None:
    """One round; None where there is none. Seven queries, whatever the number of its units."""
    actor.require(Right.READ_ROUND)
    row = rounds_with_units().filter(pk=pk).first()
    if row is None:
        return None
    framework = framework_of(row.framework)
    units = _unit_states(row, framework, actor, today)
    return RoundPage(
        round=row,
        framework=framework,
        milestones=milestone_days(row, today=today),
        units=units,
        shown=tuple(unit for unit in units if _is_wanted(unit, wanted)),
        wanted=wanted,
        today=today,
    )


def milestone_days(row: AssessmentRound, *, today: date) -> tuple[MilestoneDay, ...]:
    """The milestones of a round in their order; those without a day are left out."""
    dates = {Milestone(one.milestone): one.last_date for one in row.milestones.all()}
    return tuple(
        MilestoneDay(milestone=one, last_date=dates[one], days_left=(dates[one] - today).days)
        for one in Milestone
        if one in dates
    )


def next_of(days: Iterable[MilestoneDay]) -> MilestoneDay | None:
    """The next milestone that is not past; None after the last one."""
    return next((day for day in days if not day.is_past), None)


def added(counts: Iterable[Mapping[Stage, int]]) -> Mapping[Stage, int]:
    """Counts of rows by stage, summed, in the order of the year."""
    sums: dict[Stage, int] = defaultdict(int)
    for count in counts:
        for stage, rows in count.items():
            sums[stage] += rows
    return {stage: sums[stage] for stage in Stage if sums[stage]}


def _unit_states(
    row: AssessmentRound, framework: Framework, actor: Actor, today: date
) -> tuple[UnitState, ...]:
    rows: dict[int, list[RowState]] = defaultdict(list)
    for state in row_states(row):
        rows[state.sheet].append(state)
    days = {day.milestone: day.last_date for day in milestone_days(row, today=today)}
    closed = days.get(Milestone.SELF_SCORE, today) < today
    maxima = {leaf.code: leaf.maximum.points if leaf.maximum else ZERO for leaf in framework.leaves()}
    sheets: dict[int, list[SheetState]] = defaultdict(list)
    for sheet in sheets_of_round(row):
        own = rows[sheet.pk] if _may_know(sheet, actor) else None
        sheets[sheet.unit_id].append(_sheet_state(sheet, own, maxima, today if closed else None))
    units = row.units.select_related("agency").order_by("position", "pk")
    return tuple(UnitState(unit=unit, sheets=tuple(sheets[unit.pk])) for unit in units)


def _may_know(sheet: Sheet, actor: Actor) -> bool:
    """Everybody's figures are for those who may read results; an agency's own ones are for its people."""
    return actor.may(Right.READ_RESULT) or sheet.agency.code in _own_agencies(actor)


def _own_agencies(actor: Actor) -> set[str]:
    """The agencies whose whole sheets a person may read; not those of which they were given single rows."""
    wholes = (RowPlace(agency=post.agency, criterion="") for post in actor.posts)
    return {whole.agency for whole in wholes if actor.may(Right.READ_ROWS, whole)}


def _sheet_state(
    sheet: Sheet, known: Sequence[RowState] | None, maxima: Mapping[str, Decimal], locked_on: date | None
) -> SheetState:
    """`locked_on` is today once self-scoring is over: rows that still wait are then locked, unless reopened."""
    rows = known or ()
    waiting = [row for row in rows if row.stage in WITH_AGENCY]
    reopened = [row for row in waiting if locked_on and row.open_until and row.open_until >= locked_on]
    return SheetState(
        sheet=sheet,
        is_open=known is not None,
        stages=added({row.stage: 1} for row in rows),
        rows=len(rows),
        filled=sum(row.is_filled for row in rows),
        claimed=sum((row.claimed or ZERO for row in rows), ZERO),
        maximum=sum((maxima.get(row.criterion, ZERO) for row in rows), ZERO),
        locked=len(waiting) - len(reopened) if locked_on else 0,
        reopened=len(reopened),
    )


def _is_wanted(unit: UnitState, wanted: UnitFilter) -> bool:
    names = (unit.unit.name, *(state.sheet.agency.name for state in unit.sheets))
    named = any(fold(wanted.query) in fold(name) for name in names)
    if wanted.stage == "waiting":
        return named and unit.waiting > 0
    return named and (not wanted.stage or wanted.stage in unit.stages)
