"""Phiếu chấm điểm: the sheets of a person, and one sheet with the row that is open."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from parindex.domain.rights import Right, Role
from parindex.services.sheets.listing import SheetFilter, sheet_list
from parindex.services.sheets.pictures import SheetPicture, opened_sheet
from parindex.web.requests import PageRequest, in_parts, number_of, wants_part
from parindex.web.sheets.panel import row_panel, rows_shown

_AT_SHEETS = {Role.CONTRIBUTOR, Role.SCORER, Role.HEAD}
_AT_ROUNDS = {Role.COORDINATOR, Role.APPRAISER}


@require_safe
def start(request: PageRequest) -> HttpResponse:
    """Where a person's work begins: at the sheets for who fills them in, at the rounds for who moves them on."""
    roles = {post.role for post in request.actor.posts}
    if roles & _AT_SHEETS:
        return redirect("sheets")
    return redirect("rounds" if roles & _AT_ROUNDS else "overview")


@require_safe
@in_parts
def index(request: PageRequest) -> HttpResponse:
    """The sheets that the reader may read: what is theirs to do first; the filters alone answer with the list only."""
    wanted = SheetFilter(
        level=request.GET.get("cap", ""),
        stage=request.GET.get("trang-thai", ""),
        query=request.GET.get("q", "").strip(),
    )
    seen = sheet_list(
        actor=request.actor,
        today=timezone.localdate(),
        year=number_of(request.GET.get("nam", "")),
        wanted=wanted,
    )
    template = "web/sheets/list.html" if wants_part(request) else "web/sheets/index.html"
    return render(request, template, {"seen": seen, "may_manage": request.actor.may(Right.MANAGE_ROUNDS)})


@require_safe
@in_parts
def show(request: PageRequest, pk: int) -> HttpResponse:
    """One sheet, with one of its rows open beside it; what htmx asks for is answered alone."""
    picture = opened_sheet(pk, actor=request.actor, today=timezone.localdate())
    if picture is None:
        raise Http404
    context = sheet_context(picture, wanted=request.GET.get("loc", ""), opened=request.GET.get("dong", ""))
    return render(request, _template(request, is_open=context["panel"] is not None), context)


def sheet_context(picture: SheetPicture, *, wanted: str, opened: str = "") -> dict[str, object]:
    """What the templates of a sheet read. Raises `Http404` for a row that is not on it."""
    shown = rows_shown(picture, wanted)
    context: dict[str, object] = {"seen": picture, "shown": shown, "wanted": wanted, "panel": None}
    if opened:
        line = picture.row(number_of(opened) or 0)
        if line is None:
            raise Http404
        context["panel"] = row_panel(picture, line, shown=shown)
    return context


def _template(request: PageRequest, *, is_open: bool) -> str:
    """The rows or the open one, where only that is asked for; without an open row there is nothing but the page."""
    if wants_part(request) and request.htmx.target == "sheet-rows":
        return "web/sheets/rows.html"
    return "web/sheets/panel.html" if wants_part(request) and is_open else "web/sheets/show.html"
