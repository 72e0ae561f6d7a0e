"""Documents with their revisions and the rows they prove, and what a check of a sheet asks beside its rows."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from parindex.domain.sources import Certainty
from parindex.domain.workflow import Move
from parindex.records.models import (
    Evidence,
    EvidenceRevision,
    RoundFact,
    RoundUnit,
    RowEvidence,
    RowHelper,
    RowVersion,
    Sheet,
)


def documents() -> QuerySet[Evidence]:
    """Every document, the newest first, with its agency, its revisions and all its links to rows, former ones too."""
    helpers = RowHelper.objects.select_related("agency").order_by("pk")
    links = RowEvidence.objects.select_related("row__sheet__agency", "row__sheet__unit__round", "removed_by")
    links = links.prefetch_related(Prefetch("row__row_helpers", queryset=helpers, to_attr="helping"))
    revisions = EvidenceRevision.objects.select_related("added_by").order_by("-number")
    return (
        Evidence.objects.select_related("agency", "added_by")
        .prefetch_related(
            Prefetch("revisions", queryset=revisions, to_attr="kept"),
            Prefetch("row_links", queryset=links.order_by("pk"), to_attr="links"),
        )
        .order_by("-added_at", "-pk")
    )


def documents_near(agencies: Collection[str]) -> QuerySet[Evidence]:
    """Documents of some agencies, or on a row of theirs or one they help with: all that their people might read."""
    near = (
        Q(agency__code__in=agencies)
        | Q(row_links__row__sheet__agency__code__in=agencies)
        | Q(row_links__row__helpers__code__in=agencies)
    )
    return documents().filter(pk__in=Evidence.objects.filter(near).values("pk"))


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentBrief:
    """What a search reads of a document: its words, its agency (code and name), and the rows it proves now.

    `rows` are criterion and year of each.
    """

    pk: int
    title: str
    number: str
    agency: str
    agency_name: str
    files: tuple[str, ...]
    rows: tuple[tuple[str, int], ...]


def briefs() -> list[DocumentBrief]:
    """Every document in brief, the newest first, in three queries."""
    files: dict[int, list[str]] = defaultdict(list)
    for pk, name in EvidenceRevision.objects.order_by("-number").values_list("evidence", "name"):
        files[pk].append(name)
    rows: dict[int, list[tuple[str, int]]] = defaultdict(list)
    standing = RowEvidence.objects.filter(removed_at__isnull=True).order_by("pk")
    for pk, criterion, year in standing.values_list(
        "evidence", "row__criterion", "row__sheet__unit__round__year"
    ):
        rows[pk].append((criterion, year))
    columns = Evidence.objects.order_by("-added_at", "-pk").values_list(
        "pk", "title", "number", "agency__code", "agency__name"
    )
    return [
        DocumentBrief(
            pk=pk,
            title=title,
            number=number,
            agency=code,
            agency_name=name,
            files=tuple(files[pk]),
            rows=tuple(rows[pk]),
        )
        for pk, title, number, code, name in columns
    ]


def revisions_of(document: Evidence) -> list[EvidenceRevision]:
    """A document's files, the newest first; they must have been fetched with it."""
    revisions: list[EvidenceRevision] = document.kept  # type: ignore[attr-defined]
    return revisions


def links_of(document: Evidence) -> list[RowEvidence]:
    """The rows that a document proves or has proved; they must have been fetched with it."""
    links: list[RowEvidence] = document.links  # type: ignore[attr-defined]
    return links


def years_of_evidence() -> list[int]:
    """The years whose rows some document proves, the newest first."""
    proofs = RowEvidence.objects.filter(removed_at__isnull=True)
    years = proofs.order_by("-row__sheet__unit__round__year").values_list(
        "row__sheet__unit__round__year", flat=True
    )
    return list(years.distinct())


def unexplained_overrides(unit: RoundUnit) -> frozenset[str]:
    """Codes of facts that stand against one the system knew already, without a reason."""
    known, unexplained = set[str](), set[str]()
    for row in RoundFact.objects.filter(unit=unit).order_by("pk"):
        if row.replaces:
            unexplained.discard(row.code)
        if row.replaces and row.code in known and not row.reason.strip():
            unexplained.add(row.code)
        if Certainty(row.certainty) is not Certainty.REPORTED:
            known.add(row.code)
    return frozenset(unexplained)


def last_submission(sheet: Sheet) -> RowVersion | None:
    """The newest version of a row of a sheet that came of its being submitted; None where it never was."""
    sent = RowVersion.objects.filter(row__sheet=sheet, move=Move.SUBMIT).select_related("by")
    return sent.order_by("-at", "-pk").first()
