"""Phiếu chấm điểm: what a sheet shows: its rows with facts, points and explanation, and what its reader may do."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.facts import FactBook
from parindex.domain.framework import Criterion, Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Reach, Right, RowPlace
from parindex.domain.scoring import CriterionScore, score_criterion
from parindex.domain.titles import Title
from parindex.domain.workflow import Milestone, Move, Stage, refusal
from parindex.records.models import Agency, RowEvidence, RowVersion, Sheet, SheetRow
from parindex.records.queries.rounds import fact_books
from parindex.records.queries.sheets import helpers_of, milestones_of, proofs_of, rows_of, sheets
from parindex.services.actor import Actor
from parindex.services.frameworks import framework_of

_MOVE_RIGHTS: Mapping[Move, Right] = {
    Move.SAVE: Right.EDIT_ROWS,
    Move.SUBMIT: Right.SUBMIT,
    Move.RETURN: Right.REVIEW,
    Move.ACCEPT: Right.REVIEW,
    Move.REOPEN: Right.REVIEW,
    Move.CONSOLIDATE: Right.CONSOLIDATE,
    Move.SEND: Right.CONSOLIDATE,
    Move.APPRAISE: Right.APPRAISE,
    Move.EXPLAIN: Right.EXPLAIN,
    Move.FINALISE: Right.APPRAISE,
    Move.PUBLISH: Right.PUBLISH,
}


@dataclass(frozen=True, kw_only=True)
class RowLine:
    """One row: its criterion, what the rule makes of today's facts, its newest version, and what may be done.

    `refused` holds, for each move that the reader's rights allow at all, why it is not possible now (None: it is).
    """

    row: SheetRow
    criterion: Criterion
    score: CriterionScore
    refused: Mapping[Move, Title | None]
    may_claim: bool

    @property
    def version(self) -> RowVersion | None:
        return self.row.current

    @property
    def stage(self) -> Stage:
        return Stage(self.row.stage)

    @property
    def claimed(self) -> Decimal | None:
        return self.version.claimed if self.version else None

    @property
    def awarded(self) -> Decimal | None:
        return self.version.awarded if self.version else None

    @property
    def differs(self) -> bool:
        """Whether the claim is not what the rule gives on the facts as they are now."""
        return (
            self.claimed is not None and self.score.points is not None and self.claimed != self.score.points
        )

    @property
    def proofs(self) -> list[RowEvidence]:
        return proofs_of(self.row)

    @property
    def open_questions(self) -> int:
        return self.row.open_questions  # type: ignore[attr-defined, no-any-return]

    @property
    def is_filled(self) -> bool:
        """Whether somebody has said what the row earns, or that it does not apply."""
        return self.version is not None and (self.claimed is not None or not self.version.applicable)

    def can(self, move: Move) -> bool:
        return move in self.refused and self.refused[move] is None


@dataclass(frozen=True, kw_only=True)
class SheetPicture:
    """A sheet as one reader sees it; `rows` are those they may read."""

    sheet: Sheet
    framework: Framework
    facts: FactBook
    milestones: Mapping[Milestone, date]
    rows: tuple[RowLine, ...]
    today: date

    @property
    def claimed(self) -> Decimal:
        return sum((row.claimed or ZERO for row in self.rows), ZERO)

    @property
    def computed(self) -> Decimal:
        return sum((row.score.points or ZERO for row in self.rows), ZERO)

    @property
    def maximum(self) -> Decimal:
        return sum((row.score.maximum or ZERO for row in self.rows), ZERO)

    @property
    def filled(self) -> int:
        return sum(row.is_filled for row in self.rows)

    @property
    def days_left(self) -> int | None:
        """Days until self-scoring closes (0 on its last day, negative after it); None without a date."""
        last = self.milestones.get(Milestone.SELF_SCORE)
        return None if last is None else (last - self.today).days

    def row(self, pk: int) -> RowLine | None:
        return next((line for line in self.rows if line.row.pk == pk), None)


def place_of(row: SheetRow, agency: Agency) -> RowPlace:
    """Where a row stands, for the table of rights; the helpers must have been fetched with it."""
    helpers = tuple(helper.agency.code for helper in helpers_of(row))
    return RowPlace(agency=agency.code, criterion=row.criterion, helpers=helpers)


def sheet_picture(sheet: Sheet, *, actor: Actor, today: date) -> SheetPicture:
    """A sheet with the rows that the reader may read."""
    return sheet_pictures([sheet], actor=actor, today=today)[0]


def sheet_pictures(wanted: Collection[Sheet], *, actor: Actor, today: date) -> tuple[SheetPicture, ...]:
    """Several sheets of one round, in a number of queries that does not grow with them."""
    units = {sheet.unit_id: sheet.unit for sheet in wanted}
    books = fact_books(units.values())
    milestones = {sheet.unit.round_id: milestones_of(sheet.unit.round) for sheet in wanted}
    rows: dict[int, list[SheetRow]] = {sheet.pk: [] for sheet in wanted}
    for row in rows_of(wanted):
        rows[row.sheet_id].append(row)
    return tuple(
        _picture(sheet, rows[sheet.pk], books[sheet.unit_id], milestones[sheet.unit.round_id], actor, today)
        for sheet in wanted
    )


def sheets_for(actor: Actor, *, year: int | None = None) -> list[Sheet]:
    """The sheets on which the reader may read some row, in the order of `records.queries.sheets`."""
    known = sheets().filter(unit__round__year=year) if year else sheets()
    if actor.reach(Right.READ_ROWS) is Reach.ALL:
        return list(known)
    agencies = {post.agency for post in actor.posts}
    own = known.filter(agency__code__in=agencies) | known.filter(rows__helpers__code__in=agencies)
    return list(own.distinct())


def _picture(
    sheet: Sheet,
    rows: Iterable[SheetRow],
    book: FactBook,
    milestones: Mapping[Milestone, date],
    actor: Actor,
    today: date,
) -> SheetPicture:
    framework = framework_of(sheet.unit.round.framework)
    lines = (_line(row, sheet, framework, book, milestones, actor, today) for row in rows)
    return SheetPicture(
        sheet=sheet,
        framework=framework,
        facts=book,
        milestones=milestones,
        rows=tuple(line for line in lines if line),
        today=today,
    )


def _line(
    row: SheetRow,
    sheet: Sheet,
    framework: Framework,
    book: FactBook,
    milestones: Mapping[Milestone, date],
    actor: Actor,
    today: date,
) -> RowLine | None:
    place = place_of(row, sheet.agency)
    criterion = framework.criterion(row.criterion)
    if criterion is None or not actor.may(Right.READ_ROWS, place):
        return None
    refused = {
        move: refusal(move, Stage(row.stage), milestones=milestones, today=today, open_until=row.open_until)
        for move, right in _MOVE_RIGHTS.items()
        if actor.may(right, place)
    }
    return RowLine(
        row=row,
        criterion=criterion,
        score=score_criterion(framework, criterion, book),
        refused=refused,
        may_claim=actor.may(Right.CLAIM, place),
    )
