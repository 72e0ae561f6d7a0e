"""Doors: every address names the right that opens it, or says that it is public; nothing is open by default."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from parindex.domain.rights import Right
from parindex.services.actor import Actor
from parindex.web.requests import PageRequest

View = Callable[..., HttpResponseBase]
PUBLIC = None


def door(route: str, view: View, *, name: str, right: Right | None) -> URLPattern:
    """An address that only people with a right may open, whatever rows it reaches; `PUBLIC` is for everyone."""
    guarded = view if right is None else _guarded(view, right)
    pattern = path(route, guarded, name=name)
    RIGHT_OF[name] = right
    return pattern


RIGHT_OF: dict[str, Right | None] = {}


def may_open(actor: Actor, name: str) -> bool:
    """Whether somebody may open an address by its name."""
    right = RIGHT_OF[name]
    return right is None or actor.may(right)


def _guarded(view: View, right: Right) -> View:
    @wraps(view)
    def guarded(request: PageRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if not request.actor.may(right):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def _to_sign_in(request: PageRequest) -> HttpResponse:
    """The sign-in page, which leads back; a part of a page sends its whole page there."""
    if not request.headers.get("HX-Request"):
        return redirect_to_login(request.get_full_path())
    return HttpResponse(status=401, headers={"HX-Redirect": redirect_to_login(_page_of(request)).url})


def _page_of(request: PageRequest) -> str:
    """The path of the page whose part was asked for; the first page where that is not known."""
    return request.htmx.current_url_abs_path or "/"
