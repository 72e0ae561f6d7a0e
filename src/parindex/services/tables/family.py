"""Các loại bảng: every kind of workbook that can be taken in. A new kind is one file and one line here.

A preview does all that confirming it would do and then takes it back, so that it can promise nothing else.
"""

from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256

from django.db import transaction

from parindex.documents.tables import UnreadableTable, kind_of, read_workbook
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record
from parindex.services.tables import facts, framework, result, sheet
from parindex.services.tables.model import Applied, Incoming, Preview, Source, SupersededPreviewError

# Each stores what a workbook changes, as far as it may, and says what it stored; the caller decides whether it stays.
TAKERS: Mapping[str, Callable[[Incoming], Preview]] = {
    framework.KIND: framework.take,
    facts.KIND: facts.take,
    sheet.KIND: sheet.take,
    result.KIND: result.take,
}


def preview(*, actor: Actor, content: bytes, name: str, today: date) -> Preview:
    """What a workbook would change; nothing is stored. Raises `DeedError` for a file that cannot be used."""
    with transaction.atomic():
        seen = _taken(actor, content, _source(content, name), today)
        transaction.set_rollback(True)
    return seen


@transaction.atomic
def apply(*, actor: Actor, content: bytes, name: str, today: date, shown: str = "") -> Applied:
    """Store what a workbook changes: all that its preview shows as changes, or nothing.

    `shown` is the digest of the preview that was confirmed. Raises `SupersededPreviewError` where there is another one
    now, `DeedError` where something speaks against the whole file.
    """
    source = _source(content, name)
    seen = _taken(actor, content, source, today)
    if seen.problems:
        raise DeedError(seen.problems[0].vi, seen.problems[0].en)
    if shown and shown != seen.digest:
        raise SupersededPreviewError
    if seen.changes:
        record(
            actor=actor,
            deed="import_table",
            subject=name,
            kind=seen.kind,
            of=dict(seen.identity),
            sha256=source.sha256,
            changes=len(seen.changes),
            refused=len(seen.refused),
        )
    return Applied(preview=seen)


def _source(content: bytes, name: str) -> Source:
    return Source(name=name, sha256=sha256(content).hexdigest())


def _taken(actor: Actor, content: bytes, source: Source, today: date) -> Preview:
    try:
        workbook = read_workbook(content)
        return TAKERS[kind_of(workbook)](Incoming(actor=actor, workbook=workbook, source=source, today=today))
    except UnreadableTable as error:
        raise DeedError(
            f"{_ended(error.vi)} Chưa lưu gì.", f"{_ended(error.en)} Nothing was stored."
        ) from error


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
