"""Phiếu chấm điểm: what a sheet shows: its rows with facts, points and explanation, and what its reader may do."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from parindex.domain.facts import FactBook
from parindex.domain.framework import Area, Criterion, Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Reach, Right, RowPlace
from parindex.domain.scoring import CriterionScore, score_criterion
from parindex.domain.titles import Title
from parindex.domain.workflow import Milestone, Move, Stage
from parindex.records.models import Agency, RowEvidence, RowVersion, Sheet, SheetRow
from parindex.records.queries.sheets import helpers_of, milestones_of, proofs_of, rows_of, sheets
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of
from parindex.services.sheets.books import books_of
from parindex.services.sheets.refusals import why_not

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
        """The points claimed; none in a row that is said not to apply."""
        return self.version.claimed if self.version and self.version.applicable else None

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


@dataclass(frozen=True, kw_only=True, slots=True)
class UnlistedArea:
    """Chưa liệt kê: an area's points that no listed criterion holds, and its criteria whose maximum is not known."""

    area: Area
    points: Decimal
    criteria: tuple[Criterion, ...]

    @classmethod
    def of(cls, framework: Framework, area: Area) -> "UnlistedArea":
        open_ones = (leaf for leaf in framework.leaves() if leaf.area == area.code and not leaf.maximum)
        points = framework.unlisted_in_area(area)
        return cls(area=area, points=points, criteria=tuple(open_ones))


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
    def unlisted(self) -> tuple["UnlistedArea", ...]:
        """What the framework leaves open in the sheet's areas: criteria without a maximum, unlisted points."""
        areas = [area for area in self.framework.areas if area.code in self.sheet.areas]
        found = (UnlistedArea.of(self.framework, area) for area in areas)
        return tuple(area for area in found if area.points or area.criteria)

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


def opened_sheet(pk: int, *, actor: Actor, today: date) -> SheetPicture | None:
    """A sheet by its key; None where there is none, or none of its rows may be read."""
    sheet = sheets().filter(pk=pk).first()
    seen = sheet_picture(sheet, actor=actor, today=today) if sheet else None
    return seen if seen and seen.rows else None


def opened_row(pk: int, *, actor: Actor, today: date) -> SheetPicture | None:
    """The sheet of a row with that row alone; None where there is none, or it may not be read."""
    sheet = sheets().filter(rows=pk).first()
    seen = sheet_pictures([sheet], actor=actor, today=today, only=pk)[0] if sheet else None
    return seen if seen and seen.rows else None


def sheet_pictures(
    wanted: Collection[Sheet], *, actor: Actor, today: date, only: int | None = None
) -> tuple[SheetPicture, ...]:
    """Several sheets of one round, in a number of queries that does not grow with them.

    `only` is the key of the one row that is wanted.
    """
    units = {sheet.unit_id: sheet.unit for sheet in wanted}
    books = books_of(units.values())
    rounds = {sheet.unit.round_id: sheet.unit.round for sheet in wanted}
    milestones = {pk: milestones_of(round_) for pk, round_ in rounds.items()}
    rows: dict[int, list[SheetRow]] = {sheet.pk: [] for sheet in wanted}
    for row in rows_of(wanted) if only is None else rows_of(wanted).filter(pk=only):
        rows[row.sheet_id].append(row)
    return tuple(
        _picture(sheet, rows[sheet.pk], books[sheet.unit_id], milestones[sheet.unit.round_id], actor, today)
        for sheet in wanted
    )


def sheets_for(actor: Actor, *, year: int | None = None) -> list[Sheet]:
    """The sheets on which the reader may read some row, in the order of `records.queries.sheets`."""
    readable = _readable(actor)
    return list(readable.filter(unit__round__year=year) if year else readable)


def years_for(actor: Actor) -> tuple[int, ...]:
    """The years that `sheets_for` finds something in, the newest first."""
    years = _readable(actor).order_by("-unit__round__year").values_list("unit__round__year", flat=True)
    return tuple(years.distinct())


def _readable(actor: Actor) -> QuerySet[Sheet]:
    known = sheets()
    if actor.reach(Right.READ_ROWS) is Reach.ALL:
        return known
    agencies = {post.agency for post in actor.posts}
    own = Q(agency__code__in=agencies) | Q(rows__helpers__code__in=agencies)
    return known.filter(own).distinct()


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
        move: why_not(row, move, milestones=milestones, today=today)
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
