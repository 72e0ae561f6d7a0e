"""Mở phiếu: giving each unit of a round its sheets, one for each agency that scores some of its areas."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction

from parindex.domain.framework import Criterion, Framework
from parindex.domain.rights import Right
from parindex.domain.text import code_key
from parindex.records.models import Agency, AssessmentRound, RoundUnit, Sheet, SheetRow
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record


@transaction.atomic
def open_sheets(
    *, actor: Actor, round_: AssessmentRound, leads: Mapping[str, Agency] | None = None
) -> tuple[Sheet, ...]:
    """Open the sheets of every unit of a round. Once.

    `leads` says which agency scores an area; without it, and for areas that it does not name, a unit scores itself.
    """
    actor = actor.require(Right.MANAGE_ROUNDS)
    if AssessmentRound.objects.select_for_update().get(pk=round_.pk).published_at:
        raise DeedError(
            "Kỳ đánh giá đã công bố nên không mở phiếu nữa; giữ nguyên.",
            "The round is published and gets no sheets any more; it is kept as it is.",
        )
    if Sheet.objects.filter(unit__round=round_).exists():
        raise DeedError(
            "Phiếu chấm điểm của kỳ này đã mở từ trước; giữ nguyên.",
            "The sheets of this round are open already; they are kept as they are.",
        )
    framework = framework_of(round_.framework)
    units = round_.units.select_related("agency")
    sheets = [sheet for unit in units for sheet in _sheets_of(unit, framework, leads or {})]
    opened = _stored(sheets, self_scored(framework))
    record(
        actor=actor,
        deed="open_sheets",
        subject=str(round_),
        about=[f"round:{round_.pk}"],
        sheets=len(opened),
        leads={area: agency.code for area, agency in (leads or {}).items()},
    )
    return opened


def self_scored(framework: Framework) -> tuple[Criterion, ...]:
    """The leaves that agencies score themselves, in the order of their codes.

    Left out are those that a survey measures, and those whose maximum is a gap: there is nothing yet to score.
    """
    surveyed = {part.key for part in framework.parts if part.group == "survey"}
    leaves = (leaf for leaf in framework.leaves() if leaf.maximum and leaf.part not in surveyed)
    return tuple(sorted(leaves, key=lambda leaf: code_key(leaf.code)))


def _sheets_of(unit: RoundUnit, framework: Framework, leads: Mapping[str, Agency]) -> Iterable[Sheet]:
    """The sheets of a unit, not yet stored: one for each agency that scores areas of it, in the areas' order."""
    areas: dict[Agency, list[str]] = defaultdict(list)
    for area in framework.areas:
        agency = leads.get(area.code) or unit.agency
        if agency is None:
            raise DeedError(
                f"Chưa biết cơ quan nào chấm lĩnh vực {area.code} của {unit.name}; chưa mở phiếu nào.",
                f"Nobody is named to score area {area.code} of {unit.name}; no sheet was opened.",
            )
        areas[agency].append(area.code)
    return (Sheet(unit=unit, agency=agency, areas=codes) for agency, codes in areas.items())


def _stored(sheets: list[Sheet], leaves: Iterable[Criterion]) -> tuple[Sheet, ...]:
    """Stores sheets with their rows, in a number of queries that hardly grows: communes come by the hundred."""
    stored = Sheet.objects.bulk_create(sheets, batch_size=500)
    SheetRow.objects.bulk_create((row for sheet in stored for row in _rows_of(sheet, leaves)), batch_size=500)
    return tuple(stored)


def _rows_of(sheet: Sheet, leaves: Iterable[Criterion]) -> Iterable[SheetRow]:
    own = (leaf for leaf in leaves if leaf.area in sheet.areas)
    return (SheetRow(sheet=sheet, criterion=leaf.code, position=place) for place, leaf in enumerate(own))
