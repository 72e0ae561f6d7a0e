"""Phiên bản của dòng: how every move is kept: the row as it now stands, beside everything it ever said."""

from collections.abc import Mapping, Sequence
from typing import Any

from parindex.domain.fact_data import value_as_data
from parindex.domain.facts import Fact, FactBook
from parindex.domain.rules.steps import steps_as_data
from parindex.domain.scoring import score_criterion
from parindex.domain.workflow import STEPS, Move, Stage
from parindex.records.models import RowEvidence, RowVersion, SheetRow
from parindex.records.queries.sheets import locked_rows, newest_number, proofs_of, stand_at_newest
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.sheets.books import book_of

# What a version carries on from the one before it, unless the move says otherwise.
_CARRIED = ("claimed", "awarded", "applicable", "justification", "remark", "reason", "body")


def locked_row(pk: int) -> SheetRow:
    """A row for a deed, held until the deed ends. Raises `DeedError` where there is none."""
    rows = locked_rows(SheetRow.objects.filter(pk=pk))
    if not rows:
        raise DeedError("Không có dòng này; chưa thay đổi gì.", "There is no such row; nothing was changed.")
    return rows[0]


def version_seen(row: SheetRow, number: int) -> RowVersion | None:
    """The version of a row that its reader saw; None where that was none."""
    if row.current and row.current.number == number:
        return row.current
    return row.versions.filter(number=number, is_aside=False).first()


def keep_move(
    row: SheetRow, move: Move, *, actor: Actor, book: FactBook | None = None, **changes: Any
) -> RowVersion:
    """Add a row's next version and let the row stand where the move leads. The entry in the log tells what changed.

    `changes` are columns of the version; everything else is carried on from the version before. `book` spares reading
    the unit's facts again.
    """
    before, earlier = row.current, row.stage
    version = new_version(row, move, actor=actor, book=book or book_of(row.sheet.unit), **changes)
    version.save()
    row.stage, row.current = version.stage, version
    row.save(update_fields=["stage", "current"])
    record(
        actor=actor,
        deed=f"row_{move.value}",
        subject=f"{row.criterion} · {row.sheet.unit}",
        about=subjects_of(row),
        version=version.number,
        stage=[earlier, version.stage],
        changes=changed(before, version),
    )
    return version


def keep_moves(
    rows: Sequence[SheetRow],
    move: Move,
    *,
    actor: Actor,
    books: Mapping[int, FactBook],
    changes: Mapping[int, Mapping[str, Any]] | None = None,
) -> None:
    """The same move for many rows, in a number of queries that hardly grows with them; one entry a sheet in the log.

    `changes` are columns of the version of a row, by its key.
    """
    stages, said = {row.pk: row.stage for row in rows}, changes or {}
    versions = [
        new_version(row, move, actor=actor, book=books[row.sheet.unit_id], **said.get(row.pk, {}))
        for row in rows
    ]
    for row, version in zip(rows, RowVersion.objects.bulk_create(versions, batch_size=500), strict=True):
        row.stage, row.current = version.stage, version
    stand_at_newest(rows)
    for sheet in dict.fromkeys(row.sheet for row in rows):
        own = [row for row in rows if row.sheet_id == sheet.pk]
        record(
            actor=actor,
            deed=f"rows_{move.value}",
            subject=str(sheet),
            about=[*subjects_of(own[0])[1:], *(f"row:{row.pk}" for row in own)],
            rows={row.criterion: [stages[row.pk], row.stage] for row in own},
        )


def new_version(row: SheetRow, move: Move, *, actor: Actor, book: FactBook, **changes: Any) -> RowVersion:
    """The next version of a row, not yet stored."""
    before = row.current
    framework = framework_of(row.sheet.unit.round.framework)
    criterion = framework.criterion(row.criterion)
    if criterion is None:
        raise LookupError(f"{framework.id} has no criterion {row.criterion}")
    score = score_criterion(framework, criterion, book)
    carried = {name: getattr(before, name) for name in _CARRIED} if before else {}
    said = {
        "facts": [fact_as_data(fact) for fact in score.facts],
        "steps": steps_as_data(score.steps),
        "evidence": [proof_as_data(link) for link in proofs_of(row)],
        "computed": score.points,
    }
    return RowVersion(
        row=row,
        number=newest_number(row) + 1,
        move=move,
        stage=STEPS[move].leads_to or Stage(row.stage),
        by_id=actor.user_id,
        by_agency_id=actor.agency_id,
        **{**carried, **said, **changes},
    )


def subjects_of(row: SheetRow) -> list[str]:
    """What a deed on a row is about, for the log: the row, its sheet, its unit and its round."""
    sheet = row.sheet
    unit = sheet.unit
    return [f"row:{row.pk}", f"sheet:{sheet.pk}", f"unit:{unit.pk}", f"round:{unit.round_id}"]


def changed(before: RowVersion | None, after: RowVersion) -> dict[str, list[Any]]:
    """What one version says otherwise than the one before it: column → [before, after], as plain data."""
    names = (*_CARRIED, "facts", "evidence")
    first = before or RowVersion(row=after.row)
    pairs = {name: [_plain(first, name), _plain(after, name)] for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def fact_as_data(fact: Fact) -> dict[str, Any]:
    """A fact as a version keeps it."""
    return {
        "code": fact.code,
        "value": None if fact.value is None else value_as_data(fact.value),
        "applicable": fact.applicable,
        "document": fact.reference.document,
        "place": fact.reference.place,
        "certainty": fact.certainty.value,
        "note": fact.note,
    }


def proof_as_data(link: RowEvidence) -> dict[str, Any]:
    """A document with its newest revision, as the versions of a row keep it."""
    document = link.evidence
    newest = max(document.revisions.all(), key=lambda revision: revision.number, default=None)
    return {
        "evidence": document.pk,
        "title": document.title,
        "number": document.number,
        "url": document.url,
        "revision": newest.number if newest else None,
        "sha256": newest.sha256 if newest else "",
        "name": newest.name if newest else "",
    }


def _plain(version: RowVersion, name: str) -> Any:
    value = getattr(version, name)
    return value if value is None or isinstance(value, bool | str | list | dict) else f"{value.normalize():f}"
