"""Tổng quan."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from parindex.services.improvement.overview import LARGEST, Overview, overview
from parindex.services.improvement.tasks import next_due
from parindex.web.charts import Ladder, rank_ladder
from parindex.web.doors import may_open
from parindex.web.requests import PageRequest
from parindex.web.views.empty import nothing_loaded
from parindex.web.years import asked_year

NEXT_DUE = 7


def show(request: PageRequest) -> HttpResponse:
    """The whole year on one page."""
    year = asked_year(request)
    seen = overview(today=timezone.localdate(), year=year)
    if seen is None:
        return nothing_loaded(request, year)
    context = {
        "seen": seen,
        "ladder": _ladder(seen),
        "scale": max(part.score.tally.maximum for part in seen.parts),
        "area_scale": max(area.score.tally.maximum for area in seen.areas),
        "largest": seen.losses[:LARGEST],
        "next_due": next_due(seen.tasks, NEXT_DUE),
        "may_upload": may_open(request.actor, "upload"),
        "more_losses": max(0, len(seen.losses) - LARGEST),
    }
    return render(request, "web/overview.html", context)


def _ladder(seen: Overview) -> Ladder | None:
    if seen.published is None or seen.published.rank is None or seen.out_of is None:
        return None
    previous = seen.previous
    return rank_ladder(
        out_of=seen.out_of,
        now=(seen.published.year, seen.published.rank),
        then=(previous.year, previous.rank) if previous and previous.rank else None,
        targets=seen.picture.plan.targets if seen.picture.plan else (),
    )
