"""Kho tài liệu kiểm chứng: which documents a reader may read, which rows each proves, and finding one again."""

from collections.abc import Sequence
from dataclasses import dataclass

from parindex.domain.coverage import is_within
from parindex.domain.rights import Reach, Right
from parindex.domain.text import fold
from parindex.records.models import Evidence, EvidenceRevision, RowEvidence
from parindex.records.queries.evidence import (
    documents,
    documents_near,
    links_of,
    revisions_of,
    years_of_evidence,
)
from parindex.services.actor import Actor
from parindex.services.sheets import place_of

MOST_SHOWN = 200
"""So many documents a page shows at once; an export has them all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LibraryDocument:
    """One document with its files, the newest first, and the rows it proves as far as the reader may read them."""

    document: Evidence
    revisions: Sequence[EvidenceRevision]
    links: Sequence[RowEvidence]

    @property
    def newest(self) -> EvidenceRevision | None:
        return self.revisions[0] if self.revisions else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """What a search found; `agencies` and `years` are what can be chosen."""

    found: Sequence[LibraryDocument]
    known: int
    agencies: Sequence[tuple[str, str]]
    years: Sequence[int]
    query: str = ""
    agency: str = ""
    criterion: str = ""
    year: int | None = None

    @property
    def shown(self) -> Sequence[LibraryDocument]:
        return self.found[:MOST_SHOWN]

    @property
    def is_cut(self) -> bool:
        return len(self.found) > MOST_SHOWN

    @property
    def is_filtered(self) -> bool:
        return bool(self.query or self.agency or self.criterion or self.year)


def library(
    actor: Actor, *, query: str = "", agency: str = "", criterion: str = "", year: int | None = None
) -> Library:
    """The documents that a reader may read, the newest first, as far as they answer a search."""
    known = readable(actor)
    return Library(
        found=[
            each
            for each in known
            if _says(each, query) and _is_of(each, agency=agency, criterion=criterion, year=year)
        ],
        known=len(known),
        agencies=sorted({(each.document.agency.code, each.document.agency.name) for each in known}),
        years=years_of_evidence(),
        query=query,
        agency=agency,
        criterion=criterion,
        year=year,
    )


def readable(actor: Actor) -> list[LibraryDocument]:
    """Every document that a reader may read, the newest first."""
    reads_all = actor.reach(Right.READ_ROWS) is Reach.ALL
    near = documents() if reads_all else documents_near({post.agency for post in actor.posts})
    return [_seen(document, actor) for document in near if may_read(actor, document)]


def readable_document(pk: int, actor: Actor) -> LibraryDocument | None:
    """One document; None where there is none or the reader may not read it."""
    document = documents().filter(pk=pk).first()
    return _seen(document, actor) if document and may_read(actor, document) else None


def readable_revision(pk: int, actor: Actor) -> EvidenceRevision | None:
    """One file of a document; None where there is none or the reader may not read it."""
    document = documents().filter(revisions=pk).first()
    if document is None or not may_read(actor, document):
        return None
    return next((revision for revision in revisions_of(document) if revision.pk == pk), None)


def may_read(actor: Actor, document: Evidence) -> bool:
    """Whether a person may read a document: of their agency, or on a row that they may read.

    A row's versions name what was taken off it, so that its readers may go on reading that.
    """
    reach = actor.reach(Right.READ_ROWS)
    if reach is Reach.ALL:
        return True
    is_own = document.agency.code in {post.agency for post in actor.posts}
    return (is_own and reach is not Reach.NONE) or any(
        _may_read_row(actor, link) for link in links_of(document)
    )


def _may_read_row(actor: Actor, link: RowEvidence) -> bool:
    return actor.may(Right.READ_ROWS, place_of(link.row, link.row.sheet.agency))


def _seen(document: Evidence, actor: Actor) -> LibraryDocument:
    standing = [link for link in links_of(document) if link.removed_at is None]
    return LibraryDocument(
        document=document,
        revisions=revisions_of(document),
        links=[link for link in standing if _may_read_row(actor, link)],
    )


def _says(each: LibraryDocument, query: str) -> bool:
    """Whether every word of a query stands in a document's title, number, agency, file name or criteria."""
    document = each.document
    names = (revision.name for revision in each.revisions)
    criteria = (link.row.criterion for link in each.links)
    said = fold(" ".join([document.title, document.number, document.agency.name, *names, *criteria]))
    return all(word in said for word in fold(query).split())


def _is_of(each: LibraryDocument, *, agency: str, criterion: str, year: int | None) -> bool:
    if agency and each.document.agency.code != agency:
        return False
    if not criterion and not year:
        return True
    return any(
        (not criterion or is_within(link.row.criterion, criterion))
        and (not year or link.row.sheet.unit.round.year == year)
        for link in each.links
    )
