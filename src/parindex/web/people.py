"""The acting person of a request, and what a page says when a deed was refused."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme

from parindex.records.models import User
from parindex.services.actor import Actor, RefusedError
from parindex.services.errors import DeedError
from parindex.services.people.posts import actor_of
from parindex.web.language import language

NOBODY = Actor(name="")


class ActingPerson:
    """Gives every request its `actor`, and answers deeds that were refused: 403, or 422 with what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DeedError):
            return None
        status = 403 if isinstance(error, RefusedError) else 422
        context = {"sentence": error.sentence(language()), "back": _back(request)}
        return render(request, "web/refused.html", context, status=status)


def _back(request: HttpRequest) -> str:
    """The page that led here, where it is one of this site; else ""."""
    page = request.headers.get("Referer", "")
    is_own = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()})
    return page if is_own else ""


def _actor(request: HttpRequest) -> Actor:
    if not isinstance(request.user, User):
        return NOBODY
    address = request.META.get("REMOTE_ADDR", "")
    return actor_of(request.user, address=address, today=timezone.localdate())
