"""Anh/chị còn quên gì? The check of a sheet, sending it, and what was sent."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from parindex.services.sheets.checks import sheet_check, submission_of, submit_sheet
from parindex.services.sheets.pictures import SheetPicture, opened_sheet
from parindex.web.requests import PageRequest


@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """What keeps a sheet from being sent, and what its author should look at once more."""
    check = sheet_check(_sheet(request, pk), actor=request.actor)
    return render(request, "web/evidence/check.html", {"check": check, "seen": check.sheet})


@require_POST
def submit(request: PageRequest, pk: int) -> HttpResponse:
    """Send the sheet."""
    submit_sheet(actor=request.actor, pk=pk, today=timezone.localdate())
    return redirect("sheet_submitted", pk=pk)


@require_safe
def submitted(request: PageRequest, pk: int) -> HttpResponse:
    """What was sent: rows, points, when and by whom. A sheet of which nothing was sent shows its check."""
    sent = submission_of(_sheet(request, pk))
    if sent is None:
        return redirect("sheet_check", pk=pk)
    return render(request, "web/evidence/submitted.html", {"sent": sent, "seen": sent.sheet})


def _sheet(request: PageRequest, pk: int) -> SheetPicture:
    seen = opened_sheet(pk, actor=request.actor, today=timezone.localdate())
    if seen is None:
        raise Http404
    return seen
