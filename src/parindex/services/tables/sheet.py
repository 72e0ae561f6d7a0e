"""Phiếu chấm điểm qua bảng tính: filled in elsewhere, each row saved as its agency would save it on the page."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from parindex.documents.tables import Change
from parindex.documents.tables.sheet import KIND as KIND
from parindex.documents.tables.sheet import SheetTable, differences, read, write
from parindex.domain.rules.base import Sentence
from parindex.records.models import Sheet
from parindex.records.queries.sheets import sheets
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.sheets.pictures import RowLine, SheetPicture, opened_sheet
from parindex.services.sheets.rows import RowEntry, save_row
from parindex.services.tables.merging import merged
from parindex.services.tables.model import Incoming, Preview, Refusal, because, identity_of, refusals
from parindex.services.tables.revisions import moment_of
from parindex.services.tables.row_entries import Entries, entries_of
from parindex.services.tables.sheet_tables import given_codes, sheet_table, table_at
from parindex.services.tables.units import certainty_refusals, fact_names


def export(*, actor: Actor, pk: int, today: date) -> bytes | None:
    """A sheet by its key; None where there is none, or the reader may read none of its rows."""
    picture = opened_sheet(pk, actor=actor, today=today)
    return write(sheet_table(picture), fixed=given_codes(picture)) if picture else None


def take(incoming: Incoming) -> Preview:
    """Save the rows that a workbook changes. What others changed since it went out is refused, and stays."""
    found = read(incoming.workbook)
    picture = _picture(found, incoming.actor, incoming.today)
    stored, moment = sheet_table(picture), moment_of(found.revision)
    if found.revision != stored.revision:
        found = merged(went_out=table_at(picture, stored, moment), came_back=found, now=stored)
    changes = differences(stored, found)
    entries = entries_of(picture, found, changes, incoming.source, moment)
    kept, refused = _saved(picture, entries, incoming.actor, incoming.today)
    order = {change: place for place, change in enumerate(changes)}
    return Preview(
        kind=KIND,
        identity=identity_of(incoming.workbook),
        changes=tuple(sorted(kept, key=order.__getitem__)),
        refused=(*refusals(changes), *certainty_refusals(changes), *entries.refused, *refused),
        names=_names(stored, changes),
    )


def _names(table: SheetTable, changes: Iterable[Change]) -> Mapping[str, str]:
    titles = {line.criterion: line.title for line in table.rows}
    return {**fact_names(table.facts, changes), **titles}


def _picture(table: SheetTable, actor: Actor, today: date) -> SheetPicture:
    sheet = _sheet(table)
    picture = opened_sheet(sheet.pk, actor=actor, today=today) if sheet else None
    if picture is None:
        # the same sentence for a sheet that is not there and for one that the sender may not see
        raise DeedError(
            "Không có phiếu này trong những phiếu anh/chị được xem; chưa lưu gì.",
            "This sheet is not among those that you may see; nothing was stored.",
        )
    return picture


def _sheet(table: SheetTable) -> Sheet | None:
    units = sheets().filter(unit__round__year=table.year, unit__round__level=table.level)
    return units.filter(unit__agency__code=table.unit_code, agency__code=table.agency_code).first()


def _saved(
    picture: SheetPicture, entries: Entries, actor: Actor, today: date
) -> tuple[list[Change], list[Refusal]]:
    """Save row by row; what one row's refusal means for it is said of each of its differences."""
    kept: list[Change] = []
    refused: list[Refusal] = []
    for line in picture.rows:
        changes = entries.changes.get(line.criterion.code, ())
        if changes:
            why = _why_refused(line, entries.of(line), actor, today)
            kept.extend(() if why else changes)
            refused.extend(Refusal(change=change, why=why) for change in changes if why)
    return kept, refused


def _why_refused(line: RowLine, entry: RowEntry, actor: Actor, today: date) -> Sentence | None:
    """Why a row could not be saved, and nothing of it was; None when it was saved."""
    try:
        with transaction.atomic():
            saved = save_row(actor=actor, pk=line.row.pk, entry=entry, today=today)
            if saved.conflict:
                raise _ChangedSinceError
    except DeedError as error:
        return because(error)
    return None


class _ChangedSinceError(DeedError):
    """Somebody else saved the same columns or facts; their words stay, and those of the file are not kept aside."""

    def __init__(self) -> None:
        super().__init__(
            "Người khác đã sửa dòng này sau khi tệp được tải về; giữ nguyên bản mới hơn.",
            "Somebody else changed this row after the file went out; the newer version stays.",
        )
