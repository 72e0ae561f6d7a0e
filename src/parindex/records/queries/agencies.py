"""Agencies as rows and as a directory."""

from django.db.models import QuerySet

from parindex.domain import agencies as domain
from parindex.domain.plans import PlanDocument
from parindex.domain.sources import Certainty
from parindex.records.models import Agency


def all_agencies() -> QuerySet[Agency]:
    """Every agency, those that have ended too."""
    return Agency.objects.select_related("parent").order_by("position", "code")


def directory() -> domain.AgencyDirectory:
    """The stored agencies as a directory that matches names, in one query (so without successors)."""
    return domain.AgencyDirectory(tuple(_as_domain(row) for row in all_agencies()))


def agencies_of(document: PlanDocument) -> domain.AgencyDirectory | None:
    """The stored agencies, where a plan is of their province; None for another province's, or an unknown issuer."""
    stored = directory()
    return stored if stored.is_of(document.issuer, on=document.issued_date) else None


def successor_codes(code: str) -> tuple[str, ...]:
    """Codes of the agencies that took over from one."""
    codes = Agency.objects.filter(predecessors__code=code).order_by("position").values_list("code", flat=True)
    return tuple(codes)


def _as_domain(row: Agency) -> domain.Agency:
    return domain.Agency(
        code=row.code,
        name=row.name,
        level=domain.AgencyLevel(row.level),
        certainty=Certainty(row.certainty),
        short=row.short,
        parent=row.parent.code if row.parent else "",
        aliases=tuple(row.aliases),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        note=row.note,
    )
