"""Rà soát: accepting what agencies handed in, and giving a row back to its agency."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q

from parindex.domain.rights import Right
from parindex.domain.workflow import Milestone
from parindex.records.models import RoundUnit, SheetRow
from parindex.records.queries.sheets import milestones_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.sheets.moves import accept, reopen, return_row
from parindex.services.sheets.versions import locked_row


def accept_rows(
    *,
    actor: Actor,
    unit: RoundUnit,
    today: date,
    rows: Collection[int] = (),
    whole_sheets: Collection[int] = (),
) -> int:
    """Nhận: the rows named, and everything submitted on the sheets named; returns how many. All of them or none.

    A row that somebody else has accepted or returned meanwhile is left as it is.
    """
    named = Q(pk__in=list(rows)) | Q(sheet__in=list(whole_sheets))
    return accept(actor=actor, rows=SheetRow.objects.filter(named, sheet__unit=unit), today=today)


@transaction.atomic
def send_back(*, actor: Actor, pk: int, reason: str, until: date | None, today: date) -> SheetRow:
    """Trả lại: a row goes back to its agency; with `until` it is reopened for it until that day.

    Raises `DeedError` without `until` once self-scoring is over: the agency could not touch the row.
    """
    actor.require(Right.REVIEW)
    if until is not None:
        return reopen(actor=actor, pk=pk, reason=reason, until=until, today=today)
    last = milestones_of(locked_row(pk).sheet.unit.round).get(Milestone.SELF_SCORE)
    if last is not None and last < today:
        raise DeedError(
            "Đã hết hạn tự chấm điểm nên cơ quan không sửa được dòng trả lại; chưa thay đổi gì. "
            "Hãy ghi ngày mở lại.",
            "Self-scoring is over, so the agency could not correct the row; nothing was changed. "
            "Give the day until which it is reopened.",
        )
    return return_row(actor=actor, pk=pk, reason=reason, today=today)
