"""Requests as the pages see them."""

from django.http import HttpRequest
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from parindex.services.actor import Actor


class PageRequest(HttpRequest):
    """A request that says who acts, and whether a part of the page (`htmx`) or the whole of it is asked for."""

    htmx: HtmxDetails
    actor: Actor


def wants_part(request: PageRequest) -> bool:
    """Whether only the changing part is asked for; a page that htmx restores from its history is whole."""
    return bool(request.htmx) and not request.htmx.history_restore_request


def number_of(text: str) -> int | None:
    """A key or a year of a form or an address; None where it is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


# Says to caches, the browser's own too, that one address has two answers.
in_parts = vary_on_headers("HX-Request", "HX-History-Restore-Request")
