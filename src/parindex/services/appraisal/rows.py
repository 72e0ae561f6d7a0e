"""Thẩm định: all rows of a unit beside what proves them, with what the appraiser asks of each: is the claim true?"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from parindex.domain.coverage import is_within
from parindex.domain.facts import Award
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.text import code_key
from parindex.domain.workflow import Milestone, Stage
from parindex.records.models import RoundUnit, RowVersion, SheetRow
from parindex.records.queries.appraisals import first_appraisals
from parindex.records.queries.results import sheets_of, unit_of, versions_of
from parindex.services.actor import Actor
from parindex.services.appraisal.lines import AppraisalLine, Doubt
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.sheets.moves import agree, appraise, finalise
from parindex.services.sheets.pictures import SheetPicture, sheet_pictures

COUNCIL = "Hội đồng thẩm định"


@dataclass(frozen=True, kw_only=True)
class AppraisalPage:
    """A unit's rows, narrowed by `doubt` and `area`, and the one that is looked at with every stage it went through."""

    unit: RoundUnit
    framework: Framework
    milestones: Mapping[Milestone, date]
    lines: tuple[AppraisalLine, ...]
    shown: tuple[AppraisalLine, ...]
    doubt: str
    area: str
    chosen: AppraisalLine | None
    history: tuple[RowVersion, ...]
    body: str  # the appraiser's own, proposed in the form

    @property
    def judged(self) -> int:
        return sum(line.is_judged for line in self.lines)

    @property
    def counts(self) -> Mapping[str, int]:
        return {doubt.value: sum(line.has(doubt) for line in self.lines) for doubt in Doubt}

    @property
    def lowered(self) -> tuple[AppraisalLine, ...]:
        return tuple(line for line in self.lines if line.change < 0)

    @property
    def raised(self) -> tuple[AppraisalLine, ...]:
        return tuple(line for line in self.lines if line.change > 0)

    @property
    def points_lowered(self) -> Decimal:
        return sum((line.change for line in self.lowered), ZERO)

    @property
    def points_raised(self) -> Decimal:
        return sum((line.change for line in self.raised), ZERO)

    @property
    def claimed(self) -> Decimal:
        return sum((line.line.claimed or ZERO for line in self.lines), ZERO)

    @property
    def awarded(self) -> Decimal:
        return sum((line.line.awarded or ZERO for line in self.lines if line.is_judged), ZERO)

    @property
    def maximum(self) -> Decimal:
        return sum((line.line.score.maximum or ZERO for line in self.lines), ZERO)

    @property
    def matching(self) -> tuple[AppraisalLine, ...]:
        return tuple(line for line in self.lines if line.matches)

    @property
    def unproved(self) -> tuple[AppraisalLine, ...]:
        """The rows that agree with the rule, but that nothing proves."""
        return tuple(line for line in self.lines if line.agrees and not line.matches)

    @property
    def place(self) -> int:
        """Where the chosen row stands in the list shown, from 1; 0 where it is not in it."""
        return next((n for n, line in enumerate(self.shown, 1) if line is self.chosen), 0)

    @property
    def previous(self) -> AppraisalLine | None:
        return self.shown[self.place - 2] if self.place > 1 else None

    @property
    def next(self) -> AppraisalLine | None:
        return self.shown[self.place] if self.place < len(self.shown) else None


def appraisal_page(
    unit_pk: int, *, actor: Actor, today: date, doubt: str = "", area: str = "", row: int | None = None
) -> AppraisalPage | None:
    """The rows of a unit; None where there is no such unit. Without `row`, the first shown that waits is looked at."""
    unit = unit_of(unit_pk)
    if unit is None:
        return None
    actor.require(Right.READ_RESULT)
    sheets = list(sheets_of(unit))
    pictures = sheet_pictures(sheets, actor=actor, today=today)
    lines = appraisal_lines(pictures)
    kept = doubt if doubt in set(Doubt) else ""
    shown = tuple(line for line in lines if _is_shown(line, kept, area))
    chosen = _chosen(lines, shown, row)
    return AppraisalPage(
        unit=unit,
        framework=framework_of(unit.round.framework),
        milestones=pictures[0].milestones if pictures else {},
        lines=lines,
        shown=shown,
        doubt=kept,
        area=area,
        chosen=chosen,
        history=tuple(versions_of(chosen.pk)) if chosen else (),
        body=actor.agency or COUNCIL,
    )


@transaction.atomic
def judge(*, actor: Actor, unit_pk: int, pk: int, award: Award | None, body: str, today: date) -> SheetRow:
    """Thẩm định one row: `award`, or (None) the claim as it stands; again where the agency has explained."""
    actor = actor.require(Right.APPRAISE)
    rows = SheetRow.objects.select_related("sheet__unit__round__framework")
    row = rows.filter(pk=pk, sheet__unit=unit_pk).first()
    if row is None:
        raise DeedError("Không có dòng này; chưa thay đổi gì.", "There is no such row; nothing was changed.")
    unit = row.sheet.unit
    if award is None:
        agree(actor=actor, unit=unit, rows=[pk], body=body, today=today)
    elif row.stage == Stage.EXPLAINED:
        finalise(actor=actor, pk=pk, award=award, today=today)
    else:
        appraise(actor=actor, pk=pk, award=award, today=today)
    row.refresh_from_db()
    return row


@transaction.atomic
def keep_matching(*, actor: Actor, unit_pk: int, rows: Collection[int], body: str, today: date) -> int:
    """Chấp nhận các dòng khớp: rows whose claim is what the rule gives, and that are proved; returns how many.

    Refused for all where one of them no longer matches: what was confirmed is what is done.
    """
    page = appraisal_page(unit_pk, actor=actor, today=today)
    matching = {line.pk for line in page.matching} if page else set()
    if page is None or not rows or not set(rows) <= matching:
        raise DeedError(
            "Các dòng đã thay đổi từ khi xem; chưa thay đổi gì. Hãy xem lại danh sách rồi xác nhận.",
            "The rows have changed since they were shown; nothing was changed. Look at the list again, then confirm.",
        )
    return agree(actor=actor, unit=page.unit, rows=rows, body=body, today=today)


def appraisal_lines(pictures: Iterable[SheetPicture]) -> tuple[AppraisalLine, ...]:
    """The rows of several sheets, in the order of their codes."""
    seen = tuple(pictures)
    firsts = first_appraisals({picture.sheet.unit for picture in seen})
    lines = (
        AppraisalLine(line=line, agency=picture.sheet.agency, first=firsts.get(line.row.pk))
        for picture in seen
        for line in picture.rows
    )
    return tuple(sorted(lines, key=lambda line: code_key(line.line.criterion.code)))


def _is_shown(line: AppraisalLine, doubt: str, area: str) -> bool:
    in_area = not area or is_within(line.line.criterion.code, area)
    return in_area and (not doubt or line.has(Doubt(doubt)))


def _chosen(
    lines: tuple[AppraisalLine, ...], shown: tuple[AppraisalLine, ...], pk: int | None
) -> AppraisalLine | None:
    asked = next((line for line in lines if line.pk == pk), None)
    waiting = next((line for line in shown if not line.is_judged), None)
    return asked or waiting or next(iter(shown), None)
