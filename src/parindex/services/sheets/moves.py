"""Quy trình: submit, return, accept, reopen, consolidate, send, appraise, explain, appraise again, publish."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from parindex.domain.facts import Award
from parindex.domain.rights import Right
from parindex.domain.workflow import STEPS, Milestone, Move, Stage
from parindex.records.models import AssessmentRound, RoundUnit, Sheet, SheetRow
from parindex.records.queries.sheets import locked_rows, milestones_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record
from parindex.services.sheets.awards import awarded, kept_as_claimed, stated_reason
from parindex.services.sheets.books import BooksOf, books_of
from parindex.services.sheets.pictures import place_of
from parindex.services.sheets.refusals import why_not
from parindex.services.sheets.versions import keep_move, keep_moves, locked_row, subjects_of


@transaction.atomic
def submit(*, actor: Actor, sheet: Sheet, today: date) -> int:
    """Gửi phiếu: the head sends the rows that `rows_to_send` names; returns how many. All of them or none."""
    rows = locked_rows(SheetRow.objects.filter(sheet=sheet))
    going = rows_to_send(rows, milestones=milestones_of(sheet.unit.round), today=today)
    return _all(going, Move.SUBMIT, Right.SUBMIT, actor, today)


def rows_to_send(
    rows: Iterable[SheetRow], *, milestones: Mapping[Milestone, date], today: date
) -> list[SheetRow]:
    """The rows that sending their sheet now is about: the unsent ones, and after the deadline the reopened ones.

    After it, where none is reopened, all unsent ones, so that the refusal can be told.
    """
    unsent = [row for row in rows if row.stage in STEPS[Move.SUBMIT].starts]
    still_open = [row for row in unsent if not why_not(row, Move.SUBMIT, milestones=milestones, today=today)]
    return still_open or unsent


@transaction.atomic
def accept(*, actor: Actor, rows: QuerySet[SheetRow], today: date, books: BooksOf = books_of) -> int:
    """Nhận: accept those of these rows that are submitted; returns how many. All of them or none.

    `books` is where the facts come from, here and below: a deed on many units has read them already.
    """
    actor.require(Right.REVIEW)
    waiting = locked_rows(rows.filter(stage=Stage.SUBMITTED))
    if not waiting:
        raise DeedError(
            "Chưa chọn dòng nào đang chờ nhận; chưa thay đổi gì.",
            "No row that waits to be accepted is chosen; nothing was changed.",
        )
    return _all(waiting, Move.ACCEPT, Right.REVIEW, actor, today, books=books)


@transaction.atomic
def return_row(*, actor: Actor, pk: int, reason: str, today: date) -> SheetRow:
    """Trả lại: one row goes back to its agency, with the reason."""
    return _one(pk, Move.RETURN, Right.REVIEW, actor, today, reason=stated_reason(reason))


@transaction.atomic
def reopen(*, actor: Actor, pk: int, reason: str, until: date, today: date) -> SheetRow:
    """Mở lại: one row is open for its agency until the end of a day, whatever the milestones say."""
    if until < today:
        raise DeedError(
            "Ngày mở lại phải từ hôm nay trở đi; chưa mở lại.",
            "A row is reopened until today or later; it was not reopened.",
        )
    actor = actor.require(Right.REVIEW)
    row = _one(pk, Move.REOPEN, Right.REVIEW, actor, today, reason=stated_reason(reason))
    row.open_until = until
    row.save(update_fields=["open_until"])
    record(
        actor=actor,
        deed="row_open_until",
        subject=f"{row.criterion} · {row.sheet.unit}",
        about=subjects_of(row),
        until=until.isoformat(),
    )
    return row


@transaction.atomic
def consolidate(*, actor: Actor, unit: RoundUnit, today: date, books: BooksOf = books_of) -> int:
    """Tổng hợp: every row of a unit that is not consolidated yet, once all of those are accepted."""
    rows = SheetRow.objects.filter(sheet__unit=unit).exclude(stage=Stage.CONSOLIDATED)
    return _rows_of_unit(rows, Move.CONSOLIDATE, actor, today, books)


@transaction.atomic
def send(*, actor: Actor, unit: RoundUnit, today: date, books: BooksOf = books_of) -> int:
    """Trình: the consolidated rows of a unit go to who appraises them."""
    return _rows_of_unit(SheetRow.objects.filter(sheet__unit=unit), Move.SEND, actor, today, books)


@transaction.atomic
def appraise(*, actor: Actor, pk: int, award: Award, today: date, right: Right = Right.APPRAISE) -> SheetRow:
    """Thẩm định: a body gives its points, lower or higher than claimed, then with a reason."""
    return _award(Move.APPRAISE, award, pk=pk, actor=actor, today=today, right=right)


@transaction.atomic
def finalise(*, actor: Actor, pk: int, award: Award, today: date, right: Right = Right.APPRAISE) -> SheetRow:
    """Thẩm định lại: the points that stand after the explanation."""
    return _award(Move.FINALISE, award, pk=pk, actor=actor, today=today, right=right)


@transaction.atomic
def award_rows(
    *, actor: Actor, unit: RoundUnit, awards: Mapping[int, Award], today: date, right: Right = Right.APPRAISE
) -> int:
    """Thẩm định many rows of a unit at once, by their keys: a first time, or again where a body has judged already.

    All of them or none; returns how many.
    """
    actor.require(right)
    rows = _rows_named(unit, awards)
    said = {row.pk: awarded(row, awards[row.pk]) for row in rows}
    sent = [row for row in rows if row.stage == Stage.SENT]
    judged = [row for row in rows if row.stage != Stage.SENT]
    for group, move in ((sent, Move.APPRAISE), (judged, Move.FINALISE)):
        if group:
            _all(group, move, right, actor, today, said)
    return len(rows)


@transaction.atomic
def agree(
    *,
    actor: Actor,
    unit: RoundUnit,
    rows: Collection[int],
    body: str,
    today: date,
    right: Right = Right.APPRAISE,
) -> int:
    """Giữ nguyên: rows of a unit keep what was claimed; returns how many. All of them or none."""
    actor.require(right)
    found = _rows_named(unit, rows)
    said = {row.pk: kept_as_claimed(row, body) for row in found}
    explained = [row for row in found if row.stage == Stage.EXPLAINED]
    others = [row for row in found if row.stage != Stage.EXPLAINED]
    for group, move in ((others, Move.APPRAISE), (explained, Move.FINALISE)):
        if group:
            _all(group, move, right, actor, today, said)
    return len(found)


@transaction.atomic
def explain(*, actor: Actor, pk: int, text: str, today: date) -> SheetRow:
    """Giải trình: what the agency answers to an appraisal; the appraiser's points stay as they are."""
    return _one(pk, Move.EXPLAIN, Right.EXPLAIN, actor, today, justification=stated_reason(text))


@transaction.atomic
def publish(*, actor: Actor, round_: AssessmentRound, today: date) -> int:
    """Công bố: the results of all units of a round, once every row is appraised; returns how many rows."""
    actor = actor.require(Right.PUBLISH)
    locked = AssessmentRound.objects.select_for_update().get(pk=round_.pk)
    if locked.published_at:
        raise DeedError("Kỳ này đã công bố từ trước.", "This round is published already.")
    rows = locked_rows(SheetRow.objects.filter(sheet__unit__round=round_))
    published = _all(rows, Move.PUBLISH, Right.PUBLISH, actor, today)
    locked.published_at = timezone.now()
    locked.save(update_fields=["published_at"])
    record(actor=actor, deed="publish", subject=str(round_), about=[f"round:{round_.pk}"], rows=published)
    return published


def _rows_of_unit(rows: QuerySet[SheetRow], move: Move, actor: Actor, today: date, books: BooksOf) -> int:
    actor.require(Right.CONSOLIDATE)
    return _all(locked_rows(rows), move, Right.CONSOLIDATE, actor, today, books=books)


def _rows_named(unit: RoundUnit, wanted: Collection[int]) -> list[SheetRow]:
    rows = locked_rows(SheetRow.objects.filter(sheet__unit=unit, pk__in=list(wanted)))
    if len(rows) != len(set(wanted)):
        raise DeedError(
            "Có dòng không thuộc đơn vị này; chưa thay đổi gì.",
            "Some rows are not of this unit; nothing was changed.",
        )
    return rows


def _all(
    rows: list[SheetRow],
    move: Move,
    right: Right,
    actor: Actor,
    today: date,
    changes: Mapping[int, Mapping[str, Any]] | None = None,
    *,
    books: BooksOf = books_of,
) -> int:
    """The same move for every row of one round; refused for all where it is refused for one."""
    if not rows:
        raise DeedError("Không có dòng nào để làm việc này.", "There is no row to do this to.")
    milestones = milestones_of(rows[0].sheet.unit.round)
    # a right that ends at an agency moves rows of one sheet: whatever allows one of them allows all
    acting = [_require(row, move, right, actor, milestones, today) for row in rows]
    keep_moves(rows, move, actor=acting[0], changes=changes, books=books({row.sheet.unit for row in rows}))
    return len(rows)


def _one(pk: int, move: Move, right: Right, actor: Actor, today: date, **changes: Any) -> SheetRow:
    row = locked_row(pk)
    acting = _require(row, move, right, actor, milestones_of(row.sheet.unit.round), today)
    keep_move(row, move, actor=acting, **changes)
    return row


def _award(move: Move, award: Award, *, pk: int, actor: Actor, today: date, right: Right) -> SheetRow:
    row = locked_row(pk)
    acting = _require(row, move, right, actor, milestones_of(row.sheet.unit.round), today)
    keep_move(row, move, actor=acting, **awarded(row, award))
    return row


def _require(
    row: SheetRow,
    move: Move,
    right: Right,
    actor: Actor,
    milestones: Mapping[Milestone, date],
    today: date,
) -> Actor:
    """The person in the post that lets them make a move of a row. Raises `DeedError`."""
    acting = actor.require(right, place_of(row, row.sheet.agency))
    why = why_not(row, move, milestones=milestones, today=today)
    if why:
        raise DeedError(
            f"Tiêu chí {row.criterion}: {why.vi} Chưa thay đổi gì.",
            f"Criterion {row.criterion}: {why.en} Nothing was changed.",
        )
    return acting
