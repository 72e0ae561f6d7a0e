"""Thẩm định một đơn vị, và giải trình của cơ quan."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from parindex.domain.fact_forms.numbers import read_decimal
from parindex.domain.facts import Award
from parindex.domain.rights import Right
from parindex.services.appraisal.explanations import ExplanationsPage, explanations_page
from parindex.services.appraisal.rows import AppraisalPage, appraisal_page, judge, keep_matching
from parindex.services.errors import DeedError
from parindex.services.sheets import moves
from parindex.web.language import language
from parindex.web.requests import PageRequest, in_parts, number_of, wants_part


@in_parts
@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """All rows of a unit, one of them beside what proves it."""
    return _appraisal(request, pk)


@require_POST
def appraise(request: PageRequest, pk: int, row: int) -> HttpResponse:
    """Give a row its points, or keep its claim; then on to the next row."""
    try:
        judge(
            actor=request.actor,
            unit_pk=pk,
            pk=row,
            award=None if request.POST.get("act") == "keep" else _award(request),
            body=request.POST.get("body", ""),
            today=timezone.localdate(),
        )
    except DeedError as error:
        return _appraisal(request, pk, row=row, error=error)
    return redirect(_address(request, pk))


@require_POST
def keep(request: PageRequest, pk: int) -> HttpResponse:
    """Keep the claims that were listed for confirmation."""
    kept = keep_matching(
        actor=request.actor,
        unit_pk=pk,
        rows=_keys(request.POST.getlist("row")),
        body=request.POST.get("body", ""),
        today=timezone.localdate(),
    )
    messages.success(
        request, ngettext("Đã chấp nhận %(n)d dòng.", "Đã chấp nhận %(n)d dòng.", kept) % {"n": kept}
    )
    return redirect("appraisal", pk=pk)


@require_safe
def explanations(request: PageRequest, pk: int) -> HttpResponse:
    """What the appraisal gave the rows of the reader's own agency."""
    return render(request, "web/appraisal/explanations.html", {"seen": _explanations(request, pk)})


@require_POST
def explain(request: PageRequest, pk: int, row: int) -> HttpResponse:
    """Answer to the appraisal of one row; what was typed stays where it cannot be kept yet."""
    text = request.POST.get("text", "")
    try:
        moves.explain(actor=request.actor, pk=row, text=text, today=timezone.localdate())
    except DeedError as error:
        context = {
            "seen": _explanations(request, pk),
            "typed_for": row,
            "typed": text,
            "error": error.sentence(language()),
        }
        return render(request, "web/appraisal/explanations.html", context, status=422)
    messages.success(request, _("Đã gửi giải trình; hội đồng thẩm định sẽ xem lại dòng này."))
    return redirect("explanations", pk=pk)


def _appraisal(
    request: PageRequest, pk: int, *, row: int | None = None, error: DeedError | None = None
) -> HttpResponse:
    said = request.POST if error else request.GET
    seen = appraisal_page(
        pk,
        actor=request.actor,
        today=timezone.localdate(),
        doubt=said.get("loc", ""),
        area=said.get("linh-vuc", ""),
        row=row or number_of(said.get("dong", "")),
    )
    if seen is None:
        raise Http404
    context = {
        "seen": seen,
        "typed": _typed(request) if error else _proposed(seen),
        "error": error.sentence(language()) if error else "",
        "is_confirming": said.get("xac-nhan") == "khop" and request.actor.may(Right.APPRAISE),
        "may_appraise": request.actor.may(Right.APPRAISE),
        "may_import": request.actor.may(Right.IMPORT_RESULT),
        "may_publish": request.actor.may(Right.PUBLISH),
    }
    template = "web/appraisal/work.html" if wants_part(request) else "web/appraisal/show.html"
    return render(request, template, context, status=422 if error else 200)


def _proposed(seen: AppraisalPage) -> dict[str, object]:
    """What the form holds before anybody typed: what was given, else what was claimed."""
    if seen.chosen is None:
        return {}
    line = seen.chosen.line
    given = seen.chosen.is_judged and line.version
    return {
        "proposed": line.awarded if given else line.claimed,
        "reason": line.version.reason if given and line.version else "",
        "body": (line.version.body if given and line.version else "") or seen.body,
    }


def _typed(request: PageRequest) -> dict[str, object]:
    """What came back from the form; what it did not hold is empty."""
    return {name: request.POST.get(name, "") for name in ("points", "reason", "body")}


def _award(request: PageRequest) -> Award:
    points = read_decimal(request.POST.get("points", ""))
    if points is None:
        raise DeedError(
            "Điểm thẩm định phải là một con số, ví dụ 0,25; chưa lưu gì.",
            "The points given must be a number, such as 0.25; nothing was stored.",
        )
    reason, body = request.POST.get("reason", ""), request.POST.get("body", "")
    return Award(points=points, reason=reason, awarded_by=body)


def _address(request: PageRequest, pk: int) -> str:
    """The page under its filters, at the row that follows."""
    kept = [(name, request.POST.get(name, "")) for name in ("loc", "linh-vuc", "dong")]
    question = urlencode([(name, value) for name, value in kept if value])
    path = reverse("appraisal", args=[pk])
    return f"{path}?{question}#row" if question else path


def _explanations(request: PageRequest, pk: int) -> ExplanationsPage:
    seen = explanations_page(pk, actor=request.actor, today=timezone.localdate())
    if seen is None:
        raise Http404
    return seen


def _keys(texts: list[str]) -> list[int]:
    return [key for text in texts if (key := number_of(text)) is not None]
