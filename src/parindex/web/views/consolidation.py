"""Tổng hợp: a unit's year before it is sent, and what the coordinator does to its rows."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from parindex.domain.rights import Right
from parindex.services.errors import DeedError
from parindex.services.review.accepting import accept_rows, send_back
from parindex.services.review.consolidation import LineFilter, consolidation
from parindex.services.sheets.moves import consolidate, send
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.round_forms import day_of, keys_of
from parindex.web.views.units import unit_or_404


@in_parts
@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """Can the unit's year be sent, and what is in the way."""
    wanted = LineFilter(
        agency=request.GET.get("co-quan", ""),
        area=request.GET.get("linh-vuc", ""),
        kind=request.GET.get("xem", ""),
    )
    seen = consolidation(unit_or_404(pk), actor=request.actor, today=timezone.localdate(), wanted=wanted)
    template = "web/consolidation/rows.html" if wants_part(request) else "web/consolidation/show.html"
    may = {
        "may_review": request.actor.may(Right.REVIEW),
        "may_consolidate": request.actor.may(Right.CONSOLIDATE),
    }
    return render(request, template, {"seen": seen, **may})


@require_POST
def accept(request: PageRequest, pk: int) -> HttpResponse:
    """Accept the rows that were ticked, or everything submitted on one sheet."""
    accepted = accept_rows(
        actor=request.actor,
        unit=unit_or_404(pk),
        today=timezone.localdate(),
        rows=keys_of(request.POST.getlist("dong")),
        whole_sheets=keys_of(request.POST.getlist("phieu")),
    )
    messages.success(
        request, ngettext("Đã nhận %(n)s dòng.", "Đã nhận %(n)s dòng.", accepted) % {"n": accepted}
    )
    return _back(request, pk)


@require_POST
def give_back(request: PageRequest, pk: int) -> HttpResponse:
    """Return one row with a reason; with a day it is reopened until then."""
    said = request.POST.get("mo-den", "").strip()
    until = day_of(said)
    if said and until is None:
        raise DeedError(
            "Ngày mở lại không đọc được; chưa thay đổi gì. Hãy chọn lại ngày.",
            "The day of reopening cannot be read; nothing was changed. Choose it again.",
        )
    row = send_back(
        actor=request.actor,
        pk=pk,
        reason=request.POST.get("ly-do", ""),
        until=until,
        today=timezone.localdate(),
    )
    messages.success(request, _("Đã trả lại dòng %(criterion)s.") % {"criterion": row.criterion})
    return _back(request, row.sheet.unit_id)


@require_POST
def gather(request: PageRequest, pk: int) -> HttpResponse:
    """Consolidate every row of the unit."""
    rows = consolidate(actor=request.actor, unit=unit_or_404(pk), today=timezone.localdate())
    messages.success(
        request, ngettext("Đã tổng hợp %(n)s dòng.", "Đã tổng hợp %(n)s dòng.", rows) % {"n": rows}
    )
    return _back(request, pk)


@require_POST
def pass_on(request: PageRequest, pk: int) -> HttpResponse:
    """Send the unit's year to those who appraise it."""
    rows = send(actor=request.actor, unit=unit_or_404(pk), today=timezone.localdate())
    messages.success(request, ngettext("Đã trình %(n)s dòng.", "Đã trình %(n)s dòng.", rows) % {"n": rows})
    return _back(request, pk)


def _back(request: PageRequest, pk: int) -> HttpResponse:
    """The page as it was filtered."""
    filters = request.GET.urlencode()
    return redirect(f"{reverse('consolidation', args=[pk])}{f'?{filters}' if filters else ''}")
