"""Xếp hạng."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from parindex.domain.rights import Right
from parindex.services.results.rankings import ORDERS, Wanted, ranking, round_by, rounds_to_rank
from parindex.services.results.units import unit_result
from parindex.web import exports, ranking_exports
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded


def index(request: PageRequest) -> HttpResponse:
    """The rounds that have a ranking."""
    rounds = rounds_to_rank()
    if not rounds:
        return nothing_loaded(request)
    context = {"rounds": rounds, "may_compare": request.actor.may(Right.READ_RESULT)}
    return render(request, "web/rankings/index.html", context)


@in_parts
def show(request: PageRequest, pk: int) -> HttpResponse:
    """One round's units in their order; before publication only who may read results sees more than own rows."""
    round_ = round_by(pk)
    if round_ is None:
        raise Http404
    seen = ranking(round_, actor=request.actor, wanted=wanted_of(request))
    if exports.is_export(request) and seen.all_lines:
        return ranking_exports.ranking(seen)
    template = (
        "web/rankings/table.html" if wants_part(request) and seen.all_lines else "web/rankings/show.html"
    )
    return render(request, template, {"seen": seen})


def unit(request: PageRequest, pk: int, unit: int) -> HttpResponse:
    """One unit's result, area by area and criterion by criterion."""
    seen = unit_result(round_pk=pk, unit_pk=unit, actor=request.actor)
    if seen is None:
        raise Http404
    scale = max((area.tally.maximum for area in seen.areas), default=0)
    return render(request, "web/rankings/unit.html", {"seen": seen, "area_scale": scale})


def wanted_of(request: PageRequest) -> Wanted:
    """What the address asks of a ranking."""
    order = request.GET.get("sap", "")
    return Wanted(
        area=request.GET.get("linh-vuc", ""),
        query=request.GET.get("q", "").strip(),
        order=order if order in ORDERS else ORDERS[0],
    )
