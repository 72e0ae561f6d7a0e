"""Nhật ký: who did what, when and from where."""

from contextlib import suppress
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from parindex.services.log_pages import LogFilter, log_page
from parindex.web.requests import PageRequest, in_parts, number_of, wants_part


@in_parts
def index(request: PageRequest) -> HttpResponse:
    """The log with its search; a search alone answers with the list only."""
    wanted = LogFilter(
        query=request.GET.get("q", "").strip(),
        deed=request.GET.get("viec", ""),
        about=request.GET.get("ve", ""),
        since=_day(request.GET.get("tu", "")),
        until=_day(request.GET.get("den", "")),
    )
    number = number_of(request.GET.get("trang", "")) or 1
    seen = log_page(actor=request.actor, wanted=wanted, number=number)
    template = "web/log/list.html" if wants_part(request) else "web/log/index.html"
    return render(request, template, {"seen": seen})


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
