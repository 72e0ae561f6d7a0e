"""So sánh: claims beside awards, and a unit's facts under another version of the criteria."""

from django.http import HttpResponse
from django.shortcuts import render

from parindex.services.results import comparisons
from parindex.services.results import over_scoring as claims
from parindex.web import exports, ranking_exports
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded


@in_parts
def over_scoring(request: PageRequest) -> HttpResponse:
    """Who claims more than the appraisal gives, by agency and criterion; a choice shows its rows."""
    seen = claims.over_scoring(
        actor=request.actor,
        round_pk=_key(request, "ky"),
        agency=request.GET.get("co-quan", ""),
        criterion=request.GET.get("tieu-chi", ""),
    )
    if seen is None:
        return _nothing_appraised(request)
    if exports.is_export(request):
        return ranking_exports.over_scoring(seen)
    template = (
        "web/comparisons/told_rows.html" if wants_part(request) else "web/comparisons/over_scoring.html"
    )
    context = {
        "seen": seen,
        "agency_scale": claims.largest(seen.gaps.by_agency),
        "criterion_scale": claims.largest(seen.gaps.by_criterion),
    }
    return render(request, template, context)


def what_if(request: PageRequest) -> HttpResponse:
    """What the facts of a unit would earn under another version."""
    seen = comparisons.what_if_page(
        actor=request.actor,
        round_pk=_key(request, "ky"),
        unit_pk=_key(request, "don-vi"),
        version_pk=_key(request, "bo"),
    )
    if seen is None:
        return nothing_loaded(request)
    if exports.is_export(request):
        return ranking_exports.what_if(seen)
    return render(request, "web/comparisons/what_if.html", {"seen": seen})


def _nothing_appraised(request: PageRequest) -> HttpResponse:
    if not comparisons.has_rounds():
        return nothing_loaded(request)
    return render(request, "web/comparisons/nothing_appraised.html")


def _key(request: PageRequest, name: str) -> int | None:
    """A key in the address; None where there is none, or something else."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
