"""Tổng hợp: whether a unit's year can be sent, and every row that somebody should look at before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.text import code_key
from parindex.domain.titles import Title
from parindex.domain.workflow import STEPS, Milestone, Move, unit_move
from parindex.records.models import Agency, RoundUnit, Sheet
from parindex.records.queries.rounds import versions_after
from parindex.records.queries.sheets import sheets
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of
from parindex.services.review.lines import (
    BEFORE_SENDING,
    KINDS,
    AreaState,
    LateAgency,
    ReviewLine,
    known_sum,
    review_lines,
)
from parindex.services.rounds.pages import MilestoneDay, milestone_days
from parindex.services.sheets.pictures import sheet_pictures


@dataclass(frozen=True, kw_only=True, slots=True)
class LineFilter:
    """Which rows are shown: of an agency, an area, and of what kind (a key of `KINDS`; "": those that need a look)."""

    agency: str = ""
    area: str = ""
    kind: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.agency or self.area or self.kind)


@dataclass(frozen=True, kw_only=True)
class Consolidation:
    """A unit's year before it is sent; `shown` are the lines that a filter left."""

    unit: RoundUnit
    framework: Framework
    milestones: tuple[MilestoneDay, ...]
    sheets: tuple[Sheet, ...]
    areas: tuple[AreaState, ...]
    lines: tuple[ReviewLine, ...]
    shown: tuple[ReviewLine, ...]
    wanted: LineFilter
    today: date

    def count(self, kind: str) -> int:
        return sum(KINDS[kind](line) for line in self.lines)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many lines there are of each kind."""
        return {kind: self.count(kind) for kind in KINDS}

    @property
    def questions(self) -> int:
        return sum(line.line.open_questions for line in self.lines)

    @property
    def off(self) -> Decimal:
        """The points by which claims and rules differ, whichever is higher."""
        return sum((abs(line.difference or ZERO) for line in self.lines), ZERO)

    @property
    def claimed(self) -> Decimal:
        return sum((area.claimed for area in self.areas), ZERO)

    @property
    def computed(self) -> Decimal | None:
        return known_sum(area.computed for area in self.areas)

    @property
    def computable(self) -> int:
        return sum(area.computable for area in self.areas)

    @property
    def maximum(self) -> Decimal:
        return sum((area.maximum for area in self.areas), ZERO)

    @property
    def unlisted(self) -> Decimal:
        return sum((area.unlisted for area in self.areas), ZERO)

    @property
    def late(self) -> tuple[LateAgency, ...]:
        """Agencies that are late, the latest first."""
        found: dict[Agency, list[ReviewLine]] = defaultdict(list)
        for line in self.lines:
            if line.days_late:
                found[line.agency].append(line)
        return tuple(sorted((_late(*item) for item in found.items()), key=lambda one: -one.days))

    @property
    def waiting_sheets(self) -> tuple[tuple[Sheet, int], ...]:
        """The sheets with rows that wait to be accepted, and how many those are."""
        waiting = [line.line.row.sheet_id for line in self.lines if KINDS["submitted"](line)]
        return tuple((sheet, waiting.count(sheet.pk)) for sheet in self.sheets if sheet.pk in waiting)

    @property
    def is_sent(self) -> bool:
        return bool(self.lines) and all(line.line.stage not in BEFORE_SENDING for line in self.lines)

    @property
    def next_move(self) -> Move | None:
        """What can be done to the whole unit: consolidate, then send; None while rows are not accepted."""
        move = unit_move({line.line.stage for line in self.lines})
        return None if move is Move.ACCEPT else move

    @property
    def next_lines(self) -> tuple[ReviewLine, ...]:
        """The lines that the next move takes on."""
        starts = STEPS[self.next_move].starts if self.next_move else ()
        return tuple(line for line in self.lines if line.line.stage in starts)

    @property
    def refused(self) -> Title | None:
        """Why the next move is not possible today; None where it is, or where the reader may not make it."""
        said = (line.line.refused.get(self.next_move) for line in self.next_lines if self.next_move)
        return next((title for title in said if title), None)

    @property
    def self_scoring_is_over(self) -> bool:
        """Whether a row that goes back to its agency has to be reopened until some day."""
        return any(day.milestone is Milestone.SELF_SCORE and day.is_past for day in self.milestones)


def consolidation(
    unit: RoundUnit, *, actor: Actor, today: date, wanted: LineFilter | None = None
) -> Consolidation:
    """The whole year of a unit, for those who may read results before publication."""
    actor.require(Right.READ_RESULT)
    own = tuple(sheets().filter(unit=unit))
    milestones = milestone_days(unit.round, today=today)
    last = next((day.last_date for day in milestones if day.milestone is Milestone.SELF_SCORE), None)
    handed_in = versions_after(Move.SUBMIT, unit)
    pictures = sheet_pictures(own, actor=actor, today=today)
    lines = [line for picture in pictures for line in review_lines(picture, handed_in, last=last)]
    lines.sort(key=lambda line: code_key(line.line.criterion.code))
    wanted = wanted or LineFilter()
    framework = framework_of(unit.round.framework)
    return Consolidation(
        unit=unit,
        framework=framework,
        milestones=milestones,
        sheets=own,
        areas=tuple(_areas(framework, own, lines)),
        lines=tuple(lines),
        shown=tuple(line for line in lines if _is_wanted(line, wanted)),
        wanted=wanted,
        today=today,
    )


def _areas(framework: Framework, own: Iterable[Sheet], lines: list[ReviewLine]) -> Iterable[AreaState]:
    by_area: dict[str, list[ReviewLine]] = defaultdict(list)
    for line in lines:
        by_area[line.line.criterion.area].append(line)
    scored_by = {code: sheet for sheet in own for code in sheet.areas}
    for area in framework.areas:
        if area.code in scored_by:
            yield AreaState(
                area=area,
                sheet=scored_by[area.code],
                lines=tuple(by_area[area.code]),
                unlisted=framework.unlisted_in_area(area),
            )


def _late(agency: Agency, lines: list[ReviewLine]) -> LateAgency:
    return LateAgency(
        agency=agency,
        rows=len(lines),
        days=max(line.days_late for line in lines),
        points=sum((line.line.score.maximum or ZERO for line in lines), ZERO),
    )


def _is_wanted(line: ReviewLine, wanted: LineFilter) -> bool:
    if wanted.agency and line.agency.code != wanted.agency:
        return False
    if wanted.area and line.line.criterion.area != wanted.area:
        return False
    return KINDS.get(wanted.kind, KINDS["all"])(line)
