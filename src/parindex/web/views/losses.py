"""Trừ điểm và trách nhiệm."""

from django.http import HttpResponse
from django.shortcuts import render

from parindex.services.improvement.losses import register
from parindex.web import exports
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded
from parindex.web.years import asked_year


@in_parts
def index(request: PageRequest) -> HttpResponse:
    """The register, with the points each agency answers for."""
    year = asked_year(request)
    seen = register(
        agency=request.GET.get("co-quan", ""),
        area=request.GET.get("linh-vuc", ""),
        coverage=request.GET.get("nhiem-vu", ""),
        order=request.GET.get("sap", ""),
        year=year,
    )
    if seen is None:
        return nothing_loaded(request, year)
    if exports.is_export(request):
        return exports.register(seen)
    template = "web/losses/register.html" if wants_part(request) else "web/losses/index.html"
    scale = max((share.total for share in seen.shares), default=0)
    return render(request, template, {"seen": seen, "scale": scale})
