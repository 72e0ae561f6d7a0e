"""Cơ quan."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from parindex.services.improvement.agencies import agency_index, agency_page
from parindex.web import exports
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded


@in_parts
def index(request: PageRequest) -> HttpResponse:
    """The tree on a day, or what a search found in it."""
    seen = agency_index(
        today=timezone.localdate(),
        on=_day(request.GET.get("ngay", "")),
        query=request.GET.get("q", "").strip(),
    )
    if seen is None:
        return nothing_loaded(request)
    if exports.is_export(request):
        return exports.agencies(seen)
    template = "web/agencies/tree.html" if wants_part(request) else "web/agencies/index.html"
    return render(request, template, {"seen": seen})


def show(request: HttpRequest, code: str) -> HttpResponse:
    """One agency with what it answers for."""
    seen = agency_page(code, today=timezone.localdate())
    if seen is None:
        raise Http404
    return render(request, "web/agencies/show.html", {"seen": seen})


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
