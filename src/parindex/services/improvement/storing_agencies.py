"""Danh mục cơ quan: agencies not stored yet are added, the others stay as they are."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from parindex.domain.agencies import Agency
from parindex.domain.rights import Right
from parindex.records.models import Agency as AgencyRow
from parindex.records.queries.agencies import directory
from parindex.services.actor import Actor
from parindex.services.log import record


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyPreview:
    """What a table of agencies would add; of those `there` already, `differing` are told otherwise and stay."""

    fresh: tuple[Agency, ...]
    there: tuple[Agency, ...]
    differing: tuple[Agency, ...]


def agency_preview(*, actor: Actor, agencies: Iterable[Agency]) -> AgencyPreview:
    """Hold a table of agencies against those that are stored. Nothing is stored."""
    actor.require(Right.MANAGE_ROUNDS)
    stored = {agency.code: agency for agency in directory().agencies}
    listed = tuple(agencies)
    there = tuple(agency for agency in listed if agency.code in stored)
    return AgencyPreview(
        fresh=tuple(agency for agency in listed if agency.code not in stored),
        there=there,
        # which agencies took over is left out: the directory is read without
        differing=tuple(one for one in there if replace(one, successors=()) != stored[one.code]),
    )


@transaction.atomic
def store_agencies(*, actor: Actor, agencies: Iterable[Agency], source: str) -> int:
    """Add the agencies whose codes are not stored yet; returns how many were added."""
    actor = actor.require(Right.MANAGE_ROUNDS)
    listed = tuple(agencies)
    known = set(AgencyRow.objects.values_list("code", flat=True))
    fresh = [agency for agency in listed if agency.code not in known]
    AgencyRow.objects.bulk_create(_row(agency, listed.index(agency)) for agency in fresh)
    rows = {row.code: row for row in AgencyRow.objects.all()}
    for agency in fresh:
        rows[agency.code].parent = rows.get(agency.parent)
    AgencyRow.objects.bulk_update([rows[agency.code] for agency in fresh], ["parent"])
    for agency in fresh:
        if agency.successors:
            rows[agency.code].successors.set([rows[code] for code in agency.successors])
    if fresh:
        record(actor=actor, deed="store_agencies", subject=source, added=len(fresh))
    return len(fresh)


def _row(agency: Agency, position: int) -> AgencyRow:
    return AgencyRow(
        code=agency.code,
        name=agency.name,
        short=agency.short,
        level=agency.level,
        aliases=list(agency.aliases),
        certainty=agency.certainty,
        valid_from=agency.valid_from,
        valid_to=agency.valid_to,
        note=agency.note,
        position=position,
    )
