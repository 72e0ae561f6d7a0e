"""Agencies as rows and as a directory."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from parindex.domain import agencies as domain
from parindex.domain.sources import Certainty
from parindex.records.models import Agency


def agencies_on(day: date) -> QuerySet[Agency]:
    """Agencies that existed on a day, in the order of the tree's file."""
    started = Q(valid_from=None) | Q(valid_from__lte=day)
    going = Q(valid_to=None) | Q(valid_to__gte=day)
    return Agency.objects.filter(started & going).select_related("parent").order_by("position", "code")


def all_agencies() -> QuerySet[Agency]:
    """Every agency, those that have ended too."""
    return Agency.objects.select_related("parent").prefetch_related("successors").order_by("position", "code")


def directory() -> domain.AgencyDirectory:
    """The stored agencies as a directory that matches names."""
    return domain.AgencyDirectory(tuple(as_domain(all_agencies())))


def as_domain(rows: Iterable[Agency]) -> Iterable[domain.Agency]:
    """Rows as the domain's agencies."""
    for row in rows:
        yield domain.Agency(
            code=row.code,
            name=row.name,
            level=domain.AgencyLevel(row.level),
            certainty=Certainty(row.certainty),
            short=row.short,
            parent=row.parent.code if row.parent else "",
            aliases=tuple(row.aliases),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            successors=tuple(agency.code for agency in row.successors.all()),
            note=row.note,
        )
