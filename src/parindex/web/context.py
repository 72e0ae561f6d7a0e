"""What the frame of every page shows: the unit, the year, the places to go."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from parindex.records.queries.rounds import published_units

FONT_WEIGHTS = ("400", "500", "600", "700")
THEME_COOKIE = "theme"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One entry of the navigation."""

    label: str
    href: str
    icon: str
    current: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """The variable `frame`, worked out only by templates that use it."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> dict[str, Any]:
    newest = published_units().first()
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "unit_name": newest.place_name if newest else "",
        "year": newest.round.year if newest else None,
        "is_sample": bool(newest and newest.round.is_sample),
        "theme": theme if theme in {"light", "dark"} else "",
        "font_weights": FONT_WEIGHTS,
        "nav": _places(request.path),
    }


def _places(path: str) -> list[Place]:
    places = (
        (_("Tổng quan"), "overview", "layout-dashboard"),
        (_("Bộ tiêu chí"), "criteria", "list-tree"),
        (_("Trừ điểm"), "losses", "circle-minus"),
        (_("Kế hoạch"), "plans", "clipboard-list"),
        (_("Cơ quan"), "agencies", "building-2"),
    )
    return [
        Place(label=label, href=href, icon=icon, current=_is_current(path, href))
        for label, name, icon in places
        for href in (reverse(name),)
    ]


def _is_current(path: str, href: str) -> bool:
    return path == href if href == "/" else path.startswith(href)
