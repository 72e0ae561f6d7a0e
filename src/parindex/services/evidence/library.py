"""Kho tài liệu kiểm chứng: which documents a reader may read, which rows each proves, and finding one again."""

from collections.abc import Sequence
from dataclasses import dataclass

from parindex.domain.coverage import is_within
from parindex.domain.rights import Reach, Right, RowPlace
from parindex.domain.text import fold
from parindex.records.models import Evidence, EvidenceRevision, RowEvidence
from parindex.records.queries.evidence import (
    DocumentBrief,
    briefs,
    documents,
    documents_near,
    links_of,
    revisions_of,
    years_of_evidence,
)
from parindex.records.queries.rounds import rounds
from parindex.services.actor import Actor
from parindex.services.sheets.pictures import place_of

MOST_SHOWN = 200
"""So many documents a page shows at once; an export has them all."""

_PORTION = 5000  # documents read whole at once


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
    """What a search found: `count` documents, of which `found` holds the newest; `agencies` and `years` can be chosen.

    `has_rounds` is False while no year was ever opened, so that no document can have come here yet.
    """

    found: Sequence[LibraryDocument]
    count: int
    known: int
    agencies: Sequence[tuple[str, str]]
    years: Sequence[int]
    has_rounds: bool
    query: str = ""
    agency: str = ""
    criterion: str = ""
    year: int | None = None

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.found)

    @property
    def is_filtered(self) -> bool:
        return bool(self.query or self.agency or self.criterion or self.year)


def library(
    actor: Actor,
    *,
    query: str = "",
    agency: str = "",
    criterion: str = "",
    year: int | None = None,
    most: int | None = MOST_SHOWN,
) -> Library:
    """The documents that a reader may read, the newest first, as far as they answer a search; `most` None is all.

    Who reads everything searches in thousands: of those only what is shown is read whole.
    """
    reads_all = actor.reach(Right.READ_ROWS) is Reach.ALL
    own = {} if reads_all else {each.document.pk: each for each in readable(actor)}
    known = briefs() if reads_all else [_brief(each) for each in own.values()]
    words = fold(query).split()
    pks = [
        each.pk
        for each in known
        if _is_of(each, agency=agency, criterion=criterion, year=year) and _says(each, words)
    ]
    shown = pks if most is None else pks[:most]
    return Library(
        found=_whole(shown, actor) if reads_all else [own[pk] for pk in shown],
        count=len(pks),
        known=len(known),
        agencies=sorted({(each.agency, each.agency_name) for each in known}),
        years=years_of_evidence(),
        has_rounds=bool(known) or rounds().exists(),
        query=query,
        agency=agency,
        criterion=criterion,
        year=year,
    )


def readable(actor: Actor) -> list[LibraryDocument]:
    """Every document that a reader may read because of an agency of theirs, the newest first."""
    near = documents_near({post.agency for post in actor.posts})
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
    """Whether a person may read a document: of an agency whose rows they may all read, or on a row that they may read.

    A row's versions name what was taken off it, so that its readers may go on reading that.
    """
    whole = RowPlace(agency=document.agency.code, criterion="")
    return actor.may(Right.READ_ROWS, whole) or any(_may_read_row(actor, link) for link in links_of(document))


def _may_read_row(actor: Actor, link: RowEvidence) -> bool:
    return actor.may(Right.READ_ROWS, place_of(link.row, link.row.sheet.agency))


def _seen(document: Evidence, actor: Actor) -> LibraryDocument:
    standing = [link for link in links_of(document) if link.removed_at is None]
    return LibraryDocument(
        document=document,
        revisions=revisions_of(document),
        links=[link for link in standing if _may_read_row(actor, link)],
    )


def _whole(pks: Sequence[int], actor: Actor) -> list[LibraryDocument]:
    """Documents by their keys, the newest first, in portions that a database takes."""
    portions = (pks[start : start + _PORTION] for start in range(0, len(pks), _PORTION))
    return [_seen(document, actor) for portion in portions for document in documents().filter(pk__in=portion)]


def _brief(each: LibraryDocument) -> DocumentBrief:
    document = each.document
    return DocumentBrief(
        pk=document.pk,
        title=document.title,
        number=document.number,
        agency=document.agency.code,
        agency_name=document.agency.name,
        files=tuple(revision.name for revision in each.revisions),
        rows=tuple((link.row.criterion, link.row.sheet.unit.round.year) for link in each.links),
    )


def _says(each: DocumentBrief, words: Sequence[str]) -> bool:
    """Whether every word (folded) stands in a document's title, number, agency, file names or criteria."""
    if not words:
        return True
    criteria = (criterion for criterion, _ in each.rows)
    said = fold(" ".join([each.title, each.number, each.agency_name, *each.files, *criteria]))
    return all(word in said for word in words)


def _is_of(each: DocumentBrief, *, agency: str, criterion: str, year: int | None) -> bool:
    if agency and each.agency != agency:
        return False
    if not criterion and not year:
        return True
    return any(
        (not criterion or is_within(code, criterion)) and (not year or of_year == year)
        for code, of_year in each.rows
    )
