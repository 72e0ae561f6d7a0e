"""Requests as the pages see them."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class PageRequest(HttpRequest):
    """A request that says whether a part of the page (`htmx`) or the whole of it is asked for."""

    htmx: HtmxDetails


def wants_part(request: PageRequest) -> bool:
    """Whether only the changing part is asked for; a page that htmx restores from its history is whole."""
    return bool(request.htmx) and not request.htmx.history_restore_request
