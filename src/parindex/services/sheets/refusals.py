"""Vì sao chưa làm được: why a row cannot make a move on a day, by its stage, its round's milestones, its reopening."""

from collections.abc import Mapping
from datetime import date

from parindex.domain.titles import Title
from parindex.domain.workflow import Milestone, Move, Stage, refusal
from parindex.records.models import SheetRow
from parindex.records.queries.sheets import milestones_of


def why_not(row: SheetRow, move: Move, *, milestones: Mapping[Milestone, date], today: date) -> Title | None:
    """Why a row cannot make a move; None when it can. `milestones` are those of its round."""
    return refusal(move, Stage(row.stage), milestones=milestones, today=today, open_until=row.open_until)


def why_not_now(row: SheetRow, move: Move, today: date) -> Title | None:
    """The same of one row alone, whose milestones are then asked for: one query."""
    return why_not(row, move, milestones=milestones_of(row.sheet.unit.round), today=today)
