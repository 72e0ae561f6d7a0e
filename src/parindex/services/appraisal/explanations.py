"""Giải trình: what an agency is told of the appraisal of its rows, until when it can answer, and what it answered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.points import ZERO
from parindex.domain.rights import Right, RowPlace
from parindex.domain.workflow import Milestone, Move
from parindex.records.models import RowVersion, Sheet
from parindex.records.queries.appraisals import explanations_of, first_appraisals
from parindex.records.queries.results import sheet_of
from parindex.services.actor import Actor
from parindex.services.appraisal.lines import AppraisalLine
from parindex.services.sheets.pictures import sheet_picture


@dataclass(frozen=True, kw_only=True)
class ExplainedLine(AppraisalLine):
    """An appraised row with what its agency answered, if it did."""

    explanation: RowVersion | None

    @property
    def is_told(self) -> bool:
        """Whether there is more to tell than that the claim stands."""
        reason = self.line.version.reason if self.line.version else ""
        return bool(self.change or reason or self.first or self.explanation)

    @property
    def granted(self) -> Decimal:
        """Points given beyond the first appraisal, after the agency had answered to it."""
        first: Decimal | None = self.first.awarded if self.first else None
        if first is None or self.line.awarded is None or self.explanation is None:
            return ZERO
        return self.line.awarded - first


@dataclass(frozen=True, kw_only=True)
class ExplanationsPage:
    """The appraised rows of one sheet, those that lost points first; `waiting` is how many are not appraised."""

    sheet: Sheet
    lines: tuple[ExplainedLine, ...]
    waiting: int
    deadline: date | None
    today: date

    @property
    def days_left(self) -> int | None:
        """Days until explaining closes (0 on its last day, negative after it); None without a date."""
        return None if self.deadline is None else (self.deadline - self.today).days

    @property
    def tells_deadline(self) -> bool:
        """Whether the last day matters: something can be answered, will be, or can no longer be."""
        return self.days_left is not None and bool(self.open or self.waiting or self.days_left < 0)

    @property
    def told(self) -> tuple[ExplainedLine, ...]:
        return tuple(line for line in self.lines if line.is_told)

    @property
    def kept(self) -> tuple[ExplainedLine, ...]:
        return tuple(line for line in self.lines if not line.is_told)

    @property
    def explained(self) -> tuple[ExplainedLine, ...]:
        return tuple(line for line in self.lines if line.explanation)

    @property
    def granted(self) -> Decimal:
        """Points that came back after explanations."""
        return sum((line.granted for line in self.explained), ZERO)

    @property
    def points_lowered(self) -> Decimal:
        """Points that the rows' newest appraisals gave less than was claimed."""
        return -sum((line.change for line in self.lines if line.change < 0), ZERO)

    @property
    def open(self) -> tuple[ExplainedLine, ...]:
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
    firsts, explanations = first_appraisals([sheet.unit]), explanations_of(sheet)
    lines = (
        ExplainedLine(
            line=line,
            agency=sheet.agency,
            first=firsts.get(line.row.pk),
            explanation=explanations.get(line.row.pk),
        )
        for line in picture.rows
    )
    judged = [line for line in lines if line.is_judged]
    return ExplanationsPage(
        sheet=sheet,
        lines=tuple(sorted(judged, key=lambda line: line.change)),
        waiting=len(picture.rows) - len(judged),
        deadline=picture.milestones.get(Milestone.EXPLANATION),
        today=today,
    )
