"""Cơ quan phối hợp của một dòng."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from parindex.records.models import RowHelper
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.sheets import helpers
from parindex.services.sheets.pictures import opened_row
from parindex.web.language import language
from parindex.web.requests import PageRequest, in_parts, wants_part


@require_safe
@in_parts
def show(request: PageRequest, pk: int) -> HttpResponse:
    """Who helps with a row, and who could be asked."""
    return _page(request, pk)


@require_POST
def ask(request: PageRequest, pk: int) -> HttpResponse:
    """Ask an agency."""
    code, today = request.POST.get("agency", ""), timezone.localdate()
    return _answered(
        request, pk, lambda: helpers.ask_help(actor=request.actor, pk=pk, agency=code, today=today)
    )


@require_POST
def end(request: PageRequest, pk: int) -> HttpResponse:
    """An agency no longer helps; `pk` is the helper's."""
    row = RowHelper.objects.filter(pk=pk).values_list("row", flat=True).first()
    if row is None:
        raise Http404
    return _answered(
        request, row, lambda: helpers.end_help(actor=request.actor, pk=pk, today=timezone.localdate())
    )


def _answered(request: PageRequest, pk: int, deed: Callable[[], object]) -> HttpResponse:
    try:
        deed()
    except RefusedError:
        raise
    except DeedError as error:
        return _page(request, pk, refused=error.sentence(language()))
    if wants_part(request):
        return _page(request, pk)
    messages.success(request, _("Đã lưu các cơ quan phối hợp."))
    return redirect("row", pk=pk)


def _page(request: PageRequest, pk: int, *, refused: str = "") -> HttpResponse:
    today = timezone.localdate()
    seen = opened_row(pk, actor=request.actor, today=today)
    if seen is None:
        raise Http404
    choice = helpers.could_help(seen.rows[0].row, seen.sheet, today=today)
    context = {"seen": seen, "line": seen.rows[0], "helper_choice": choice, "helper_refused": refused}
    if wants_part(request):
        return render(request, "web/evidence/helpers.html", context)
    return render(request, "web/evidence/helpers_page.html", context, status=422 if refused else 200)
