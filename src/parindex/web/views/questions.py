"""Trao đổi về một dòng: questions and answers, beside the row."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from parindex.records.models import RowNote
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.sheets import questions
from parindex.services.sheets.pictures import opened_row
from parindex.web.language import language
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.row_marks import row_marks


@require_safe
@in_parts
def show(request: PageRequest, pk: int) -> HttpResponse:
    """All that was asked about a row."""
    return _page(request, pk)


@require_POST
def ask(request: PageRequest, pk: int) -> HttpResponse:
    """A question on a row."""
    text = request.POST.get("text", "")
    return _answered(request, pk, lambda: questions.ask(actor=request.actor, pk=pk, text=text))


@require_POST
def answer(request: PageRequest, pk: int) -> HttpResponse:
    """The answer to a question (`pk`)."""
    row = RowNote.objects.filter(pk=pk).values_list("row", flat=True).first()
    if row is None:
        raise Http404
    text = request.POST.get("text", "")
    return _answered(request, row, lambda: questions.answer(actor=request.actor, pk=pk, text=text))


def _answered(request: PageRequest, pk: int, deed: Callable[[], RowNote]) -> HttpResponse:
    try:
        deed()
    except RefusedError:
        raise
    except DeedError as error:
        return _page(request, pk, refused=error.sentence(language()))
    if wants_part(request):
        return _page(request, pk)
    messages.success(request, _("Đã gửi."))
    return redirect("row", pk=pk)


def _page(request: PageRequest, pk: int, *, refused: str = "") -> HttpResponse:
    """The discussion, or its page; where something was refused, the field still holds what was typed."""
    seen = opened_row(pk, actor=request.actor, today=timezone.localdate())
    if seen is None:
        raise Http404
    typed = request.POST.get("text", "") if refused else ""
    context = {"seen": seen, "line": seen.rows[0], "question_refused": refused, "question_typed": typed}
    context.update(row_marks(request, seen))
    if wants_part(request):
        return render(request, "web/evidence/questions.html", context)
    return render(request, "web/evidence/questions_page.html", context, status=422 if refused else 200)
