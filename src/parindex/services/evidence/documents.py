"""Tài liệu kiểm chứng: adding documents to rows, attaching them again elsewhere, new revisions, taking them off.

A file is looked at and kept before the transaction that names it: whatever stops the program, a document never lacks
its file; and while a file is looked at, nobody waits for the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.utils import timezone

from parindex.domain.rights import Right
from parindex.domain.titles import Title
from parindex.domain.workflow import Move, Stage
from parindex.records.models import Agency, Evidence, EvidenceRevision, RowEvidence, SheetRow
from parindex.records.queries.evidence import links_of
from parindex.records.queries.sheets import helpers_of, proofs_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.evidence.files import KeptFile, SentFile, keep_file
from parindex.services.evidence.library import LibraryDocument, readable_document
from parindex.services.evidence.words import Described, checked, checked_url
from parindex.services.log import record
from parindex.services.sheets.pictures import place_of
from parindex.services.sheets.refusals import why_not_now
from parindex.services.sheets.versions import locked_row, subjects_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Added:
    """What became of several files: those that are documents of the row now, and why the others are not."""

    documents: tuple[Evidence, ...]
    refused: tuple[DeedError, ...]


def add_files(*, actor: Actor, pk: int, said: Described, files: Sequence[SentFile], today: date) -> Added:
    """Each file as a document of a row; one that is refused keeps none of the others away.

    A title is for one file; several are called by their names.
    """
    _require_open(actor, pk, today)
    named = said if len(files) == 1 else replace(said, title="")
    documents: list[Evidence] = []
    refused: list[DeedError] = []
    for file in files:
        try:
            documents.append(add_file(actor=actor, pk=pk, said=named, file=file, today=today))
        except DeedError as error:
            refused.append(error)
    return Added(documents=tuple(documents), refused=tuple(refused))


def add_file(*, actor: Actor, pk: int, said: Described, file: SentFile, today: date) -> Evidence:
    """A file as a new document that proves a row.

    Raises `RefusedError` where the person may not, `DeedError` where the row is locked or the file is not taken: then
    nothing was kept.
    """
    said = checked(said, otherwise=PurePath(file.name).stem)
    _require_open(actor, pk, today)
    kept = keep_file(file)
    with transaction.atomic():
        row = _open_row(actor, pk, today)
        _refuse_twin(row, kept)
        document = _new_document(row, said, actor)
        _new_revision(document, kept, number=1, actor=actor)
        _attach(row, document, "evidence_add", actor, file=kept.name, sha256=kept.sha256)
    return document


@transaction.atomic
def add_link(*, actor: Actor, pk: int, said: Described, url: str, today: date) -> Evidence:
    """A page of another site as a new document that proves a row. Nobody asks that site whether it is there."""
    row = _open_row(actor, pk, today)
    address = checked_url(url)
    _refuse_twin_link(row, address)
    document = _new_document(row, checked(said, otherwise=address), actor, url=address)
    _attach(row, document, "evidence_add", actor, url=address)
    return document


@transaction.atomic
def attach(*, actor: Actor, pk: int, document_pk: int, today: date) -> RowEvidence:
    """Chọn từ kho: a document that the person may read proves one more row: another criterion's, or another year's."""
    row = _open_row(actor, pk, today)
    found = readable_document(document_pk, actor)
    if found is None:
        raise DeedError(
            "Không có tài liệu này trong kho; chưa đính kèm.",
            "There is no such document; nothing was attached.",
        )
    if any(link.evidence_id == document_pk for link in proofs_of(row)):
        raise DeedError(
            f"Tài liệu “{found.document}” đã đính kèm dòng này; giữ nguyên.",
            f"“{found.document}” is attached to this row already; it is kept as it is.",
        )
    return _attach(row, found.document, "evidence_attach", actor)


@transaction.atomic
def detach(*, actor: Actor, pk: int, today: date) -> RowEvidence:
    """Gỡ: a document no longer proves a row (`pk` is the link's). It stays in the library and in the row's versions."""
    link, row = _editable_link(actor, pk, today)
    link.removed_at, link.removed_by_id = timezone.now(), actor.user_id
    link.save()
    _log(row, link.evidence, "evidence_detach", actor)
    return link


def revise(*, actor: Actor, pk: int, file: SentFile, today: date) -> EvidenceRevision:
    """Thay tệp: the next revision of a document, seen from a row that it proves (`pk` is the link's).

    Earlier ones stay. Raises `DeedError` while the document proves another row that this person cannot change now.
    """
    with transaction.atomic():
        _require_changeable(actor, pk, today)
    kept = keep_file(file)
    with transaction.atomic():
        row, seen = _require_changeable(actor, pk, today)
        newest = seen.newest
        if newest and newest.sha256 == kept.sha256:
            raise DeedError(
                f"Tệp này giống hệt bản {newest.number} đang có; không tạo bản mới.",
                f"The file is the same as revision {newest.number}; no new one was made.",
            )
        number = newest.number + 1 if newest else 1
        revision = _new_revision(seen.document, kept, number=number, actor=actor)
        _log(
            row, seen.document, "evidence_revise", actor, file=kept.name, sha256=kept.sha256, revision=number
        )
    return revision


@transaction.atomic
def describe(*, actor: Actor, pk: int, said: Described, today: date) -> Evidence:
    """Sửa thông tin: a document's title, number and dates, seen from a row that it proves (`pk` is the link's)."""
    row, seen = _require_changeable(actor, pk, today)
    document, columns = seen.document, checked(said).columns
    before = {name: getattr(document, name) for name in columns}
    changes = {
        name: [_plain(before[name]), _plain(now)] for name, now in columns.items() if now != before[name]
    }
    if not changes:
        return document
    for name, now in columns.items():
        setattr(document, name, now)
    document.save(update_fields=list(columns))
    _log(row, document, "evidence_describe", actor, changes=changes)
    return document


def attach_refusal(row: SheetRow, *, actor: Actor, today: date) -> Title | None:
    """Why no document can be added to a row now: it is neither being filled in nor being explained by this person."""
    if (refused := why_not_now(row, Move.SAVE, today)) is None:
        return None
    explains = actor.may(Right.EXPLAIN, place_of(row, row.sheet.agency))
    return refused if not explains or why_not_now(row, Move.EXPLAIN, today) else None


@transaction.atomic
def _require_open(actor: Actor, pk: int, today: date) -> None:
    _open_row(actor, pk, today)


def _open_row(actor: Actor, pk: int, today: date) -> SheetRow:
    """A row that this person may add documents to, held until the transaction ends."""
    row = locked_row(pk)
    actor.require(Right.EDIT_ROWS, place_of(row, row.sheet.agency))
    if refused := attach_refusal(row, actor=actor, today=today):
        raise DeedError(f"{refused.vi} Chưa đính kèm gì.", f"{refused.en} Nothing was attached.")
    return row


def _editable_link(actor: Actor, pk: int, today: date) -> tuple[RowEvidence, SheetRow]:
    """A standing link with its row, which this person may change; what was sent in keeps its documents."""
    link = RowEvidence.objects.select_related("evidence").filter(pk=pk, removed_at__isnull=True).first()
    if link is None:
        raise DeedError(
            "Tài liệu này không còn đính kèm dòng; chưa thay đổi gì. Hãy tải lại trang.",
            "The document is no longer attached; nothing was changed. Load the page again.",
        )
    row = locked_row(link.row_id)
    actor.require(Right.EDIT_ROWS, place_of(row, row.sheet.agency))
    if refused := why_not_now(row, Move.SAVE, today):
        raise DeedError(f"{refused.vi} Chưa thay đổi gì.", f"{refused.en} Nothing was changed.")
    return link, row


def _require_changeable(actor: Actor, pk: int, today: date) -> tuple[SheetRow, LibraryDocument]:
    """A document that this person may change for every row that still counts on it. Raises `DeedError`."""
    link, row = _editable_link(actor, pk, today)
    seen = readable_document(link.evidence_id, actor)
    if seen is None:
        raise LookupError(
            f"evidence {link.evidence_id} is on row {row.pk} and cannot be read by who edits it"
        )
    for other in links_of(seen.document):
        if other.removed_at is None and other.pk != link.pk and not _may_change(other.row, actor, today):
            year, code = other.row.sheet.unit.round.year, other.row.criterion
            raise DeedError(
                f"Tài liệu còn kiểm chứng tiêu chí {code} năm {year} mà anh/chị không sửa được lúc này; "
                "hãy thêm tài liệu mới và gỡ tài liệu này. Chưa thay đổi gì.",
                f"The document still proves criterion {code} of {year}, which you cannot change now; "
                "add a new document and take this one off. Nothing was changed.",
            )
    return row, seen


def _may_change(row: SheetRow, actor: Actor, today: date) -> bool:
    """Whether a row may see a document change: a published one has its own version of it."""
    if row.stage == Stage.PUBLISHED:
        return True
    may_edit = actor.may(Right.EDIT_ROWS, place_of(row, row.sheet.agency))
    return may_edit and why_not_now(row, Move.SAVE, today) is None


def _refuse_twin(row: SheetRow, kept: KeptFile) -> None:
    for link in proofs_of(row):
        if any(revision.sha256 == kept.sha256 for revision in link.evidence.revisions.all()):
            raise DeedError(
                f"Tệp “{kept.name}” đã đính kèm dòng này (“{link.evidence}”); không lưu lần nữa.",
                f"“{kept.name}” is attached to this row already (“{link.evidence}”); it was not stored again.",
            )


def _refuse_twin_link(row: SheetRow, address: str) -> None:
    for link in proofs_of(row):
        if link.evidence.url == address:
            raise DeedError(
                f"Đường dẫn này đã đính kèm dòng này (“{link.evidence}”); không lưu lần nữa.",
                f"This link is attached to this row already (“{link.evidence}”); it was not stored again.",
            )


def _new_document(row: SheetRow, said: Described, actor: Actor, *, url: str = "") -> Evidence:
    agency = _agency_of(row, actor)
    return Evidence.objects.create(agency=agency, url=url, added_by_id=actor.user_id, **said.columns)


def _agency_of(row: SheetRow, actor: Actor) -> Agency:
    """Whose a new document is: the agency's of the sheet, or that of the helper who adds it."""
    own = {post.agency for post in actor.posts}
    asked = (helper.agency for helper in helpers_of(row) if helper.agency.code in own)
    return row.sheet.agency if row.sheet.agency.code in own else next(asked, row.sheet.agency)


def _new_revision(document: Evidence, kept: KeptFile, *, number: int, actor: Actor) -> EvidenceRevision:
    return EvidenceRevision.objects.create(
        evidence=document,
        number=number,
        sha256=kept.sha256,
        size=kept.size,
        media_type=kept.media_type,
        name=kept.name,
        added_by_id=actor.user_id,
    )


def _attach(row: SheetRow, document: Evidence, deed: str, actor: Actor, **detail: Any) -> RowEvidence:
    link = RowEvidence.objects.create(row=row, evidence=document, added_by_id=actor.user_id)
    _log(row, document, deed, actor, **detail)
    return link


def _log(row: SheetRow, document: Evidence, deed: str, actor: Actor, **detail: Any) -> None:
    record(
        actor=actor.require(
            Right.EDIT_ROWS, place_of(row, row.sheet.agency)
        ),  # every deed here asked this right
        deed=deed,
        subject=f"{row.criterion} · {document}",
        about=[*subjects_of(row), f"evidence:{document.pk}"],
        **detail,
    )


def _plain(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
