"""One row on its sheet, as a reader sees it; what is not for them is as if it were not there."""

from dataclasses import dataclass
from datetime import date

from parindex.domain.rights import Right, RowPlace
from parindex.records.queries.sheets import sheets
from parindex.services.actor import Actor
from parindex.services.sheets import RowLine, SheetPicture, sheet_picture


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenRow:
    """A row and the sheet around it."""

    sheet: SheetPicture
    line: RowLine


def seen_row(pk: int, *, actor: Actor, today: date) -> SeenRow | None:
    """A row by its key; None where there is none or the reader may not read it."""
    sheet = sheets().filter(rows=pk).first()
    if sheet is None:
        return None
    picture = sheet_picture(sheet, actor=actor, today=today)
    line = picture.row(pk)
    return SeenRow(sheet=picture, line=line) if line else None


def seen_sheet(pk: int, *, actor: Actor, today: date) -> SheetPicture | None:
    """A sheet by its key; None where there is none or the reader may not read it, not even one row."""
    sheet = sheets().filter(pk=pk).first()
    if sheet is None:
        return None
    picture = sheet_picture(sheet, actor=actor, today=today)
    whole = RowPlace(agency=sheet.agency.code, criterion="")
    return picture if picture.rows or actor.may(Right.READ_ROWS, whole) else None
