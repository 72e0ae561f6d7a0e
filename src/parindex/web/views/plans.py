"""Kế hoạch và nhiệm vụ."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from parindex.services.improvement.plans import TaskFilter, plan_page, task_page
from parindex.web import exports
from parindex.web.doors import may_open
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded


@in_parts
def current(request: PageRequest) -> HttpResponse:
    """The plan that answers to the newest round."""
    return _plan(request, None)


@in_parts
def show(request: PageRequest, pk: int) -> HttpResponse:
    """One stored plan."""
    return _plan(request, pk)


def task(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """One task with its dates, criteria and the points that hang on it."""
    seen = task_page(pk, place, today=timezone.localdate())
    if seen is None:
        raise Http404
    return render(request, "web/plans/task.html", {"seen": seen})


def _plan(request: PageRequest, pk: int | None) -> HttpResponse:
    wanted = TaskFilter(
        lead=request.GET.get("chu-tri", ""),
        state=request.GET.get("han", ""),
        criterion=request.GET.get("tieu-chi", "").strip(),
        query=request.GET.get("q", "").strip(),
        order=request.GET.get("sap", ""),
    )
    seen = plan_page(pk, wanted=wanted, today=timezone.localdate())
    if seen is None and pk is not None:
        raise Http404
    if seen is None:
        return nothing_loaded(request)
    if exports.is_export(request):
        return exports.tasks(seen)
    template = "web/plans/tasks.html" if wants_part(request) else "web/plans/show.html"
    return render(request, template, {"seen": seen, "may_upload": may_open(request.actor, "upload")})
