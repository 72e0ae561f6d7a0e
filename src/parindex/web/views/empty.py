"""What a page says while nothing is loaded."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def nothing_loaded(request: HttpRequest) -> HttpResponse:
    """The empty state of pages that need a round."""
    return render(request, "web/nothing_loaded.html")
