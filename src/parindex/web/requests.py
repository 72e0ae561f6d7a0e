"""Requests as the pages see them."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class PageRequest(HttpRequest):
    """A request that says whether a part of the page (`htmx`) or the whole of it is asked for."""

    htmx: HtmxDetails
