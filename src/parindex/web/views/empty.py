"""What a page says while nothing is loaded."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from parindex.web.doors import may_open
from parindex.web.requests import PageRequest


def nothing_loaded(request: PageRequest, year: int | None = None) -> HttpResponse:
    """The empty state of pages that need a published round; a year that was asked for and is none is not found."""
    if year is not None:
        raise Http404
    return render(request, "web/nothing_loaded.html", {"may_upload": may_open(request.actor, "upload")})
