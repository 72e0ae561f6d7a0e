"""Sheets and their rows, with all that a page shows of them, in a few queries whatever their number."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from parindex.domain.workflow import Milestone
from parindex.records.models import (
    AssessmentRound,
    EvidenceRevision,
    RowEvidence,
    RowHelper,
    RowNote,
    RowVersion,
    Sheet,
    SheetRow,
)


def sheets() -> QuerySet[Sheet]:
    """Every sheet with its unit, round, framework and agency: the newest year first, then in their order."""
    return _known_sheets().order_by(
        "-unit__round__year", "unit__round__level", "unit__position", "agency__position"
    )


def rows_of(sheets: Iterable[Sheet]) -> QuerySet[SheetRow]:
    """The rows of sheets with their newest version, evidence, helpers and the number of open questions."""
    answered = RowNote.objects.filter(question=OuterRef("pk"))
    questions = RowNote.objects.filter(question__isnull=True).filter(~Exists(answered))
    rows = SheetRow.objects.filter(sheet__in=[sheet.pk for sheet in sheets])
    rows = rows.select_related("current__by", "current__by_agency", "sheet__agency")
    rows = rows.annotate(open_questions=Count("notes", filter=Q(notes__in=questions), distinct=True))
    return _with_proofs(rows).order_by("sheet", "position")


def locked_rows(wanted: QuerySet[SheetRow]) -> list[SheetRow]:
    """Rows for a deed, with all that a version of theirs keeps, held until the transaction ends."""
    newest = RowVersion.objects.filter(row=OuterRef("pk")).order_by("-number").values("number")[:1]
    rows = wanted.select_for_update(of=("self",)).select_related("current").defer("current__steps")
    # each sheet is fetched once, not once a row; so is a framework's content, once a process
    rows = rows.prefetch_related(Prefetch("sheet", queryset=_known_sheets()))
    return list(_with_proofs(rows.annotate(newest_number=Subquery(newest))).order_by("sheet", "position"))


def stand_at_newest(rows: Iterable[SheetRow]) -> None:
    """Let rows stand at their newest version, kept-aside ones left out, in one query."""
    versions = RowVersion.objects.filter(row=OuterRef("pk"), is_aside=False).order_by("-number")
    SheetRow.objects.filter(pk__in=[row.pk for row in rows]).update(
        current=Subquery(versions.values("pk")[:1]), stage=Subquery(versions.values("stage")[:1])
    )


def proofs_of(row: SheetRow) -> list[RowEvidence]:
    """The evidence that proves a row now; it must have been fetched with the row."""
    proofs: list[RowEvidence] = row.proofs  # type: ignore[attr-defined]
    return proofs


def helpers_of(row: SheetRow) -> list[RowHelper]:
    """The agencies asked to help with a row; they must have been fetched with it."""
    helpers: list[RowHelper] = row.helping  # type: ignore[attr-defined]
    return helpers


def newest_number(row: SheetRow) -> int:
    """The number of the newest version of a row that was fetched for a deed; 0 where there is none."""
    number: int | None = row.newest_number  # type: ignore[attr-defined]
    return number or 0


def _known_sheets() -> QuerySet[Sheet]:
    known = Sheet.objects.select_related("unit__round__framework", "unit__agency", "agency")
    return known.defer("unit__round__framework__data")


def _with_proofs(rows: QuerySet[SheetRow]) -> QuerySet[SheetRow]:
    revisions = EvidenceRevision.objects.order_by("evidence", "-number")
    links = RowEvidence.objects.filter(removed_at__isnull=True).select_related("evidence")
    links = links.prefetch_related(Prefetch("evidence__revisions", queryset=revisions)).order_by("pk")
    helpers = RowHelper.objects.select_related("agency").order_by("pk")
    return rows.prefetch_related(
        Prefetch("evidence_links", queryset=links, to_attr="proofs"),
        Prefetch("row_helpers", queryset=helpers, to_attr="helping"),
    )


def milestones_of(round_: AssessmentRound) -> Mapping[Milestone, date]:
    """The last days of a round's stages."""
    dates = round_.milestones.order_by("last_date").values_list("milestone", "last_date")
    return {Milestone(milestone): last for milestone, last in dates}
