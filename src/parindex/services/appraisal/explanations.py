"""Giải trình: what an agency is told of the appraisal of its own rows, and until when it can answer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.points import ZERO
from parindex.domain.rights import Right, RowPlace
from parindex.domain.workflow import Milestone, Move
from parindex.records.models import Sheet
from parindex.records.queries.results import sheet_of
from parindex.services.actor import Actor
from parindex.services.appraisal.lines import AppraisalLine
from parindex.services.sheets.pictures import sheet_picture


@dataclass(frozen=True, kw_only=True)
class ExplanationsPage:
    """The appraised rows of one sheet, those that lost points first; `waiting` is how many are not appraised."""

    sheet: Sheet
    lines: tuple[AppraisalLine, ...]
    waiting: int
    deadline: date | None
    today: date

    @property
    def days_left(self) -> int | None:
        """Days until explaining closes (0 on its last day, negative after it); None without a date."""
        return None if self.deadline is None else (self.deadline - self.today).days

    @property
    def changed(self) -> tuple[AppraisalLine, ...]:
        return tuple(line for line in self.lines if line.change)

    @property
    def kept(self) -> tuple[AppraisalLine, ...]:
        return tuple(line for line in self.lines if not line.change)

    @property
    def open(self) -> tuple[AppraisalLine, ...]:
        """The lowered rows that can still be explained."""
        return tuple(line for line in self.lines if line.change < 0 and line.line.can(Move.EXPLAIN))

    @property
    def points_open(self) -> Decimal:
        return -sum((line.change for line in self.open), ZERO)


def explanations_page(sheet_pk: int, *, actor: Actor, today: date) -> ExplanationsPage | None:
    """The appraisal of a sheet's rows, for those who may answer to it; None for any other sheet."""
    sheet = sheet_of(sheet_pk)
    if sheet is None or not actor.may(Right.EXPLAIN, RowPlace(agency=sheet.agency.code, criterion="")):
        return None
    picture = sheet_picture(sheet, actor=actor, today=today)
    lines = (AppraisalLine(line=line, agency=sheet.agency) for line in picture.rows)
    judged = [line for line in lines if line.is_judged]
    return ExplanationsPage(
        sheet=sheet,
        lines=tuple(sorted(judged, key=lambda line: line.change)),
        waiting=len(picture.rows) - len(judged),
        deadline=picture.milestones.get(Milestone.EXPLANATION),
        today=today,
    )
