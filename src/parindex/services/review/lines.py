"""Rà soát: a row, an area and an agency as the coordinator looks at them before a unit's year is sent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.framework import Area
from parindex.domain.points import ZERO
from parindex.domain.workflow import Stage
from parindex.records.models import Agency, RowVersion, Sheet
from parindex.services.rounds.pages import WITH_AGENCY, added
from parindex.services.sheets.pictures import RowLine, SheetPicture

BEFORE_SENDING = (*WITH_AGENCY, Stage.SUBMITTED, Stage.ACCEPTED, Stage.CONSOLIDATED)


@dataclass(frozen=True, kw_only=True)
class ReviewLine:
    """A row as the coordinator looks at it. `handed_in` is its version of when it was last submitted.

    `days_late` counts from its agency's last day, which a reopening moves; 0 while that has not passed.
    """

    line: RowLine
    agency: Agency
    handed_in: RowVersion | None
    days_late: int

    @property
    def waits(self) -> bool:
        """Whether the row is with its agency."""
        return self.line.stage in WITH_AGENCY

    @property
    def claim(self) -> Decimal | None:
        """The points claimed; none in a row that is said not to apply."""
        version = self.line.version
        return version.claimed if version and version.applicable else None

    @property
    def difference(self) -> Decimal | None:
        """Points claimed above (or below) those that the rule gives; None where one of them is not known."""
        computed = self.line.score.points
        return None if self.claim is None or computed is None else self.claim - computed

    @property
    def differs(self) -> bool:
        return bool(self.difference)

    @property
    def lacks_evidence(self) -> bool:
        """Whether points are claimed that no document proves."""
        return (self.claim or ZERO) > 0 and not self.line.proofs

    @property
    def has_changed(self) -> bool:
        """Whether the facts give other points now than when the row was handed in."""
        return self.handed_in is not None and self.handed_in.computed != self.line.score.points

    @property
    def needs_a_look(self) -> bool:
        if self.line.stage not in BEFORE_SENDING:
            return False
        unsettled = self.waits or self.line.stage is Stage.SUBMITTED or self.line.open_questions > 0
        return unsettled or self.differs or self.lacks_evidence or self.has_changed


@dataclass(frozen=True, kw_only=True)
class AreaState:
    """One area of the unit, as far as one agency scores it."""

    area: Area
    sheet: Sheet
    lines: tuple[ReviewLine, ...]
    unlisted: Decimal

    @property
    def stages(self) -> Mapping[Stage, int]:
        return added({line.line.stage: 1} for line in self.lines)

    @property
    def filled(self) -> int:
        return sum(line.line.is_filled for line in self.lines)

    @property
    def claimed(self) -> Decimal:
        return sum((line.claim or ZERO for line in self.lines), ZERO)

    @property
    def computed(self) -> Decimal | None:
        """What the rules give on the facts that are there; None where they give nothing yet."""
        return known_sum(line.line.score.points for line in self.lines)

    @property
    def computable(self) -> int:
        """How many lines the rules give points."""
        return sum(line.line.score.points is not None for line in self.lines)

    @property
    def differs(self) -> bool:
        return any(line.differs for line in self.lines)

    @property
    def maximum(self) -> Decimal:
        return sum((line.line.score.maximum or ZERO for line in self.lines), ZERO)

    @property
    def questions(self) -> int:
        return sum(line.line.open_questions for line in self.lines)


@dataclass(frozen=True, kw_only=True, slots=True)
class LateAgency:
    """An agency whose last day has passed with rows not handed in."""

    agency: Agency
    rows: int
    days: int
    points: Decimal


KINDS: Mapping[str, Callable[[ReviewLine], bool]] = {
    "": lambda line: line.needs_a_look,
    "all": lambda line: bool(line),
    "waiting": lambda line: line.waits,
    "submitted": lambda line: line.line.stage is Stage.SUBMITTED,
    "differs": lambda line: line.differs,
    "questions": lambda line: line.line.open_questions > 0,
    "no-evidence": lambda line: line.lacks_evidence,
    "changed": lambda line: line.has_changed,
}


def known_sum(points: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the points that are known; None where none are."""
    known = [point for point in points if point is not None]
    return sum(known, ZERO) if known else None


def review_lines(
    picture: SheetPicture, handed_in: Mapping[int, RowVersion], *, last: date | None
) -> list[ReviewLine]:
    """The rows of a sheet, whose agency's last day is `last`; `handed_in` are versions by their rows' keys."""
    return [
        ReviewLine(
            line=line,
            agency=picture.sheet.agency,
            handed_in=handed_in.get(line.row.pk),
            days_late=_days_late(line, last, picture.today),
        )
        for line in picture.rows
    ]


def _days_late(line: RowLine, last: date | None, today: date) -> int:
    if last is None or line.stage not in WITH_AGENCY:
        return 0
    return max(0, (today - max(last, line.row.open_until or last)).days)
