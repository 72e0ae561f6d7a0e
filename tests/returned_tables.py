"""Workbooks as people send them back: edited in another program, previewed and stored in the tests."""

from collections.abc import Callable, Sequence
from datetime import date

from parindex.services import tables
from parindex.services.actor import Actor
from parindex.services.tables import Preview
from tests.documents.resaved import Cells, put, resaved, row_of
from tests.scoring_year import DAY

Edit = Callable[[Cells], None]


def edited(content: bytes, *edits: Edit) -> bytes:
    def edit(cells: Cells) -> None:
        for one in edits:
            one(cells)

    return resaved(content, edit)


def cell(sheet: str, named: tuple[str, str], heading: str, value: object) -> Edit:
    """An edit of one cell, in the first row whose column `named[0]` holds `named[1]`."""
    return lambda cells: put(sheet, row_of(cells, sheet, *named), heading, value)(cells)


def fact(code: str, heading: str, value: object) -> Edit:
    """An edit of a fact of the first unit that has a row for it."""
    return cell("Số liệu", ("Mã số liệu", code), heading, value)


def seen(actor: Actor, content: bytes, today: date = DAY) -> Preview:
    return tables.preview(actor=actor, content=content, name="bang.xlsx", today=today)


def store(actor: Actor, content: bytes, today: date = DAY) -> Preview:
    return tables.apply(actor=actor, content=content, name="bang.xlsx", today=today).preview


def said(preview: Preview) -> list[str]:
    """What is taken in."""
    return [change.said("vi") for change in preview.changes]


def refused(preview: Preview) -> list[tuple[str, str]]:
    """What is not, and why."""
    return [(one.change.said("vi"), one.why.vi) for one in preview.refused]


def why(preview: Preview) -> Sequence[str]:
    return [reason for _, reason in refused(preview)]
