"""Công bố: pages for everybody, without signing in; only published rounds are on them."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from parindex.services.results.publications import public_index, publication
from parindex.web import exports, ranking_exports
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded
from parindex.web.views.rankings import wanted_of


def index(request: PageRequest) -> HttpResponse:
    """The published years, and the province's announced ranks."""
    seen = public_index()
    if not seen.years:
        return nothing_loaded(request)
    return render(request, "web/published/index.html", {"seen": seen})


@in_parts
def show(request: PageRequest, year: int, level: str) -> HttpResponse:
    """One published ranking, also as open data."""
    seen = publication(year=year, level=level, wanted=wanted_of(request))
    if seen is None:
        raise Http404
    if exports.is_export(request):
        return ranking_exports.ranking(seen.ranking)
    if request.GET.get("xuat") == "csv":
        return ranking_exports.open_csv(seen)
    if request.GET.get("xuat") == "json":
        return ranking_exports.open_json(seen)
    template = "web/published/table.html" if wants_part(request) else "web/published/show.html"
    return render(request, template, {"seen": seen.ranking, "announced": seen.announced})
