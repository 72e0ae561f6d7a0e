"""Cơ quan phối hợp: asking other agencies to fill in the facts and evidence of a row, and ending that."""

from datetime import date

from django.db import transaction

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rights import Right
from parindex.domain.workflow import Move
from parindex.records.models import Agency, RowHelper, Sheet, SheetRow
from parindex.records.queries.agencies import all_agencies
from parindex.records.queries.sheets import helpers_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record
from parindex.services.sheets.pictures import place_of
from parindex.services.sheets.refusals import why_not_now
from parindex.services.sheets.versions import locked_row, subjects_of


@transaction.atomic
def ask_help(*, actor: Actor, pk: int, agency: str, today: date) -> RowHelper:
    """Nhờ phối hợp: the people of another agency (its code) may read a row and fill in its facts and evidence."""
    actor, row = _open_row(actor, pk, today)
    asked = Agency.objects.filter(code=agency).first()
    if asked is None or not _can_help(asked, row.sheet, today):
        raise DeedError(
            "Hãy chọn một cơ quan trong danh sách; chưa nhờ ai.",
            "Choose an agency of the list; nobody was asked.",
        )
    if asked.pk == row.sheet.agency_id or any(helper.agency_id == asked.pk for helper in helpers_of(row)):
        raise DeedError(
            f"{asked.name} đã điền được dòng này từ trước; giữ nguyên.",
            f"{asked.name} can fill in this row already; nothing was changed.",
        )
    helper = RowHelper.objects.create(row=row, agency=asked)
    _log(row, asked, "help_ask", actor)
    return helper


@transaction.atomic
def end_help(*, actor: Actor, pk: int, today: date) -> None:
    """Thôi phối hợp: an agency no longer reads and fills in a row (`pk` is the helper's); what it entered stays."""
    helper = RowHelper.objects.select_related("agency").filter(pk=pk).first()
    if helper is None:
        raise DeedError(
            "Cơ quan này không còn phối hợp ở dòng này; chưa thay đổi gì.",
            "The agency no longer helps with this row; nothing was changed.",
        )
    actor, row = _open_row(actor, helper.row_id, today)
    helper.delete()
    _log(row, helper.agency, "help_end", actor)


def _open_row(actor: Actor, pk: int, today: date) -> tuple[Actor, SheetRow]:
    """The person in the post that gives out a row, and that row, which is still being filled in."""
    row = locked_row(pk)
    acting = actor.require(Right.CLAIM, place_of(row, row.sheet.agency))
    if refused := why_not_now(row, Move.SAVE, today):
        raise DeedError(f"{refused.vi} Chưa thay đổi gì.", f"{refused.en} Nothing was changed.")
    return acting, row


def could_help(row: SheetRow, sheet: Sheet, *, today: date) -> list[Agency]:
    """The agencies that could be asked to help with a row and are not yet, by level, then in their order."""
    taken = {sheet.agency_id, *(helper.agency_id for helper in helpers_of(row))}
    levels = list(AgencyLevel)
    free = [each for each in all_agencies() if each.pk not in taken and _can_help(each, sheet, today)]
    return sorted(free, key=lambda agency: levels.index(AgencyLevel(agency.level)))


def _can_help(agency: Agency, sheet: Sheet, today: date) -> bool:
    """Whether an agency can be asked at all: it exists today, or did at the end of the year that is scored."""
    return any(_exists(agency, day) for day in (today, date(sheet.unit.round.year, 12, 31)))


def _exists(agency: Agency, day: date) -> bool:
    started = agency.valid_from is None or agency.valid_from <= day
    return started and (agency.valid_to is None or day <= agency.valid_to)


def _log(row: SheetRow, agency: Agency, deed: str, actor: Actor) -> None:
    record(
        actor=actor,
        deed=deed,
        subject=f"{row.criterion} · {row.sheet.unit}",
        about=[*subjects_of(row), f"agency:{agency.pk}"],
        asked=agency.name,
    )
