"""What a page says while nothing is loaded."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def nothing_loaded(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The empty state of pages that need a published round; a year that was asked for and is none is not found."""
    if year is not None:
        raise Http404
    return render(request, "web/nothing_loaded.html")
