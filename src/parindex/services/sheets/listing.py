"""Phiếu của tôi: every sheet that a person may read, with what it still lacks and how long it stays open."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.agencies import AgencyLevel
from parindex.domain.points import ZERO
from parindex.domain.rights import Reach, Right
from parindex.domain.text import fold
from parindex.domain.workflow import Milestone, Move, Stage
from parindex.records.models import Sheet, SheetRow
from parindex.records.queries.sheet_briefs import milestones_of_rounds, rows_in_brief
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of
from parindex.services.sheets.pictures import place_of, sheets_for, years_for
from parindex.services.sheets.refusals import why_not

_WRITTEN_IN = (Stage.DRAFT, Stage.RETURNED)


@dataclass(frozen=True, kw_only=True)
class SheetBrief:
    """One sheet in the list; `rows` are those that may be read, `milestones` the last days of its round's stages.

    `to_explain` are the rows that an appraisal lowered and that the reader can answer for today.
    """

    sheet: Sheet
    rows: tuple[SheetRow, ...]
    to_explain: tuple[SheetRow, ...]
    maximum: Decimal
    milestones: Mapping[Milestone, date]
    today: date

    @property
    def level(self) -> AgencyLevel:
        return AgencyLevel(self.sheet.unit.round.level)

    @property
    def filled(self) -> int:
        return sum(_is_filled(row) for row in self.rows)

    @property
    def missing(self) -> int:
        """Rows that can still be written in and say nothing yet."""
        return sum(not _is_filled(row) for row in self.rows if row.stage in _WRITTEN_IN)

    @property
    def claimed(self) -> Decimal:
        said = (row.current.claimed for row in self.rows if row.current and row.current.applicable)
        return sum((points for points in said if points is not None), ZERO)

    @property
    def stages(self) -> Mapping[Stage, int]:
        """How many rows stand where, in the order of the year."""
        counted = Counter(Stage(row.stage) for row in self.rows)
        return {stage: counted[stage] for stage in Stage if counted[stage]}

    @property
    def returned(self) -> tuple[SheetRow, ...]:
        return tuple(row for row in self.rows if row.stage == Stage.RETURNED)

    @property
    def is_written_in(self) -> bool:
        """Whether some row still waits for its agency, whatever the day."""
        return any(row.stage in _WRITTEN_IN for row in self.rows)

    @property
    def days_left(self) -> int | None:
        """Days until self-scoring closes (0 on its last day, negative after it); None without a date."""
        return self._days_until(Milestone.SELF_SCORE)

    @property
    def days_to_explain(self) -> int | None:
        """Days until explaining closes, counted in the same way."""
        return self._days_until(Milestone.EXPLANATION)

    def _days_until(self, milestone: Milestone) -> int | None:
        last = self.milestones.get(milestone)
        return None if last is None else (last - self.today).days

    @property
    def is_open(self) -> bool:
        """Whether somebody can write in it today: all of it, or a row that was reopened."""
        in_time = self.days_left is None or self.days_left >= 0
        reopened = any(row.open_until and row.open_until >= self.today for row in self.rows)
        return self.is_written_in and (in_time or reopened)


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetFilter:
    """What of a long list is wanted; "" is everything. `query` is searched in the names of units and agencies."""

    level: str = ""
    stage: str = ""
    query: str = ""

    def __bool__(self) -> bool:
        return bool(self.level or self.stage or self.query)

    def takes(self, brief: SheetBrief) -> bool:
        named = fold(f"{brief.sheet.unit.name} {brief.sheet.agency.name} {brief.sheet.agency.short}")
        return (
            self.level in {"", brief.level}
            and fold(self.query) in named
            and (not self.stage or any(row.stage == self.stage for row in brief.rows))
        )


@dataclass(frozen=True, kw_only=True)
class SheetList:
    """The sheets of one year. `sees_all`: the reader looks at everybody's; else the sheets are their own."""

    year: int | None
    years: tuple[int, ...]
    wanted: SheetFilter
    known: tuple[SheetBrief, ...]
    sees_all: bool

    @property
    def shown(self) -> tuple[SheetBrief, ...]:
        return tuple(brief for brief in self.known if self.wanted.takes(brief))

    @property
    def own(self) -> tuple[SheetBrief, ...]:
        """The sheets shown, those on which something is to be done first."""
        return tuple(sorted(self.shown, key=lambda brief: not (brief.is_open or brief.to_explain)))

    @property
    def to_explain(self) -> tuple[SheetBrief, ...]:
        """The sheets with rows that wait for an explanation of the reader's agency, the most urgent first."""
        waiting = (brief for brief in self.shown if brief.to_explain)
        return tuple(
            sorted(waiting, key=lambda brief: (brief.days_to_explain is None, brief.days_to_explain or 0))
        )

    @property
    def rows_to_explain(self) -> int:
        return sum(len(brief.to_explain) for brief in self.to_explain)

    @property
    def groups(self) -> Mapping[AgencyLevel, tuple[SheetBrief, ...]]:
        """The sheets shown, by the level of their units."""
        groups: dict[AgencyLevel, list[SheetBrief]] = defaultdict(list)
        for brief in self.shown:
            groups[brief.level].append(brief)
        return {level: tuple(groups[level]) for level in AgencyLevel if level in groups}

    @property
    def levels(self) -> tuple[AgencyLevel, ...]:
        present = {brief.level for brief in self.known}
        return tuple(level for level in AgencyLevel if level in present)

    @property
    def stages(self) -> tuple[Stage, ...]:
        present = {stage for brief in self.known for stage in brief.stages}
        return tuple(stage for stage in Stage if stage in present)

    @property
    def open(self) -> tuple[SheetBrief, ...]:
        return tuple(brief for brief in self.shown if brief.is_open)

    @property
    def returned(self) -> int:
        return sum(len(brief.returned) for brief in self.shown)

    @property
    def missing(self) -> int:
        return sum(brief.missing for brief in self.shown if brief.is_open)

    @property
    def submitted(self) -> int:
        """Sheets whose every row has left its agency."""
        return sum(not brief.is_written_in for brief in self.shown)


def sheet_list(
    *, actor: Actor, today: date, year: int | None = None, wanted: SheetFilter | None = None
) -> SheetList:
    """The sheets of a year, or of the newest one, with rows that the reader may read."""
    years = years_for(actor)
    chosen = year if year in years else next(iter(years), None)
    found = sheets_for(actor, year=chosen) if chosen else []
    return SheetList(
        year=chosen,
        years=years,
        wanted=wanted or SheetFilter(),
        known=tuple(_briefs(found, actor, today)),
        sees_all=actor.reach(Right.READ_ROWS) is Reach.ALL,
    )


def _briefs(found: Collection[Sheet], actor: Actor, today: date) -> Iterable[SheetBrief]:
    rows: dict[int, list[SheetRow]] = defaultdict(list)
    for row in rows_in_brief(found):
        rows[row.sheet_id].append(row)
    rounds = {sheet.unit.round_id: sheet.unit.round for sheet in found}
    milestones: dict[int, dict[Milestone, date]] = defaultdict(dict)
    for last in milestones_of_rounds(rounds.values()):
        milestones[last.round_id][Milestone(last.milestone)] = last.last_date
    for sheet in found:
        readable = tuple(
            row for row in rows[sheet.pk] if actor.may(Right.READ_ROWS, place_of(row, sheet.agency))
        )
        if readable:
            known = milestones[sheet.unit.round_id]
            yield SheetBrief(
                sheet=sheet,
                rows=readable,
                to_explain=tuple(_to_explain(sheet, readable, actor, known, today)),
                maximum=_maximum(sheet, readable),
                milestones=known,
                today=today,
            )


def _to_explain(
    sheet: Sheet,
    rows: Iterable[SheetRow],
    actor: Actor,
    milestones: Mapping[Milestone, date],
    today: date,
) -> Iterable[SheetRow]:
    for row in rows:
        late = why_not(row, Move.EXPLAIN, milestones=milestones, today=today)
        if _is_lowered(row) and not late and actor.may(Right.EXPLAIN, place_of(row, sheet.agency)):
            yield row


def _is_lowered(row: SheetRow) -> bool:
    said = row.current
    if said is None or not said.applicable or said.claimed is None or said.awarded is None:
        return False
    return bool(said.awarded < said.claimed)


def _maximum(sheet: Sheet, rows: Iterable[SheetRow]) -> Decimal:
    framework = framework_of(sheet.unit.round.framework)
    listed = {leaf.code: leaf.maximum.points for leaf in framework.leaves() if leaf.maximum}
    return sum((listed.get(row.criterion, ZERO) for row in rows), ZERO)


def _is_filled(row: SheetRow) -> bool:
    return row.current is not None and (row.current.claimed is not None or not row.current.applicable)
