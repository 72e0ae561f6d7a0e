"""Trách nhiệm về điểm mất."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from parindex.domain.rights import Right
from parindex.services.appraisal.owners import decide as decide_owners
from parindex.services.appraisal.owners import decide_as_proposed, owners_page
from parindex.services.errors import DeedError
from parindex.web.language import language
from parindex.web.requests import PageRequest
from parindex.web.views.round_forms import keys_of


@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """The losses of a unit, the largest first, with who answers for them."""
    return _page(request, pk)


@require_POST
def decide(request: PageRequest, pk: int, row: int) -> HttpResponse:
    """Decide who answers for one loss; what was ticked and typed stays where it cannot be kept."""
    try:
        decide_owners(
            actor=request.actor,
            unit_pk=pk,
            pk=row,
            agencies=[code for code in request.POST.getlist("agency") if code],
            reason=request.POST.get("reason", ""),
            today=timezone.localdate(),
        )
    except DeedError as error:
        return _page(request, pk, row=row, error=error)
    messages.success(request, _("Đã ghi cơ quan chịu trách nhiệm; các lần quyết định trước vẫn được giữ."))
    question = "?loc=open" if request.POST.get("loc") == "open" else ""
    return redirect(f"{reverse('owners', args=[pk])}{question}")


@require_POST
def decide_all(request: PageRequest, pk: int) -> HttpResponse:
    """Let the agency proposed first answer for every loss that the page showed as undecided."""
    decided = decide_as_proposed(
        actor=request.actor,
        unit_pk=pk,
        rows=keys_of(request.POST.getlist("dong")),
        today=timezone.localdate(),
    )
    said = ngettext(
        "Đã quyết định %(n)s dòng theo đề xuất.", "Đã quyết định %(n)s dòng theo đề xuất.", decided
    )
    messages.success(request, said % {"n": decided})
    return redirect("owners", pk=pk)


def _page(
    request: PageRequest, pk: int, *, row: int | None = None, error: DeedError | None = None
) -> HttpResponse:
    said = request.POST if error else request.GET
    only_open = said.get("loc") == "open"
    seen = owners_page(pk, actor=request.actor, today=timezone.localdate(), only_open=only_open)
    if seen is None:
        raise Http404
    context = {
        "seen": seen,
        "scale": max((share.total for share in seen.shares), default=0),
        "may_decide": request.actor.may(Right.DECIDE_OWNERS),
        "typed_for": row,
        "ticked": request.POST.getlist("agency"),
        "typed": request.POST.get("reason", ""),
        "error": error.sentence(language()) if error else "",
    }
    return render(request, "web/owners/show.html", context, status=422 if error else 200)
