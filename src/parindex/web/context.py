"""What the frame of every page shows: the unit, the year, the places to go."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from parindex.records.queries.rounds import published_units
from parindex.web.doors import RIGHT_OF, may_open
from parindex.web.requests import PageRequest

FONT_WEIGHTS = ("400", "500", "600", "700")
THEME_COOKIE = "theme"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One entry of the navigation."""

    label: str | Promise
    href: str
    icon: str
    current: bool


def frame(request: PageRequest) -> dict[str, Any]:
    """The variable `frame`, worked out only by templates that use it."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


MAIN_PLACES = 5  # as many as a thumb finds at the foot of a phone; the others are one tap further
PLACES = (
    (_("Tổng quan"), "overview", "layout-dashboard"),
    (_("Chấm điểm"), "sheets", "list-checks"),
    (_("Kỳ đánh giá"), "rounds", "calendar-range"),
    (_("Trừ điểm"), "losses", "circle-minus"),
    (_("Kế hoạch"), "plans", "clipboard-list"),
    (_("Bộ tiêu chí"), "criteria", "list-tree"),
    (_("Xếp hạng"), "rankings", "trophy"),
    (_("Cơ quan"), "agencies", "building-2"),
    (_("Tài liệu kiểm chứng"), "evidence", "files"),
    (_("Tự chấm và thẩm định"), "over_scoring", "scale"),
    (_("Phiên bản bộ tiêu chí"), "versions", "git-compare-arrows"),
    (_("Bảng Excel"), "tables", "sheet"),
    (_("Nhật ký"), "log", "scroll-text"),
    (_("Người dùng"), "accounts", "users"),
    (_("Trang công khai"), "published", "globe"),
)


def _frame(request: PageRequest) -> dict[str, Any]:
    newest = published_units().first()
    places = _places(request)
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return {
        "unit_name": newest.place_name if newest else "",
        "year": newest.round.year if newest else None,
        "is_sample": bool(newest and newest.round.is_sample),
        "theme": theme if theme in {"light", "dark"} else "",
        "font_weights": FONT_WEIGHTS,
        "nav": places[:MAIN_PLACES],
        "more": places[MAIN_PLACES:],
        "in_more": any(place.current for place in places[MAIN_PLACES:]),
        "actor": request.actor,
    }


def _places(request: PageRequest) -> list[Place]:
    """The pages that the reader may open."""
    return [
        Place(label=label, href=href, icon=icon, current=_is_current(request.path, href))
        for label, name, icon in PLACES
        if name in RIGHT_OF and may_open(request.actor, name)
        for href in (reverse(name),)
    ]


def _is_current(path: str, href: str) -> bool:
    return path == href if href == "/" else path.startswith(href)
