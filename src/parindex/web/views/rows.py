"""Một dòng của phiếu: saving it, seeing what it would earn, and everything it ever said."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from parindex.domain.rules.base import Sentence
from parindex.records.models import Sheet
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.sheets.history import row_history
from parindex.services.sheets.pictures import RowLine, SheetPicture, opened_row, sheet_picture
from parindex.services.sheets.rows import RowEntry, SavedRow, adopt, save_row
from parindex.services.sheets.versions import version_seen
from parindex.web.requests import PageRequest, number_of
from parindex.web.sheets.conflicts import conflict_of
from parindex.web.sheets.entries import TypedRow, read_row
from parindex.web.sheets.fields import fact_fields
from parindex.web.sheets.panel import RowPanel, row_panel, rows_shown
from parindex.web.views.sheets import sheet_context


@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """A row's own address leads to its sheet, where it is open."""
    picture, line = _opened(request, pk)
    return redirect(_address(picture, line))


@require_POST
def save(request: PageRequest, pk: int) -> HttpResponse:
    """Keep what was typed; 409 where another person wrote in the same field, 422 where something cannot be kept."""
    picture, line = _opened(request, pk)
    typed = _typed(request, picture, line)
    try:
        saved = _saved(request, line, typed)
    except RefusedError:
        raise
    except DeedError as error:
        refused = replace(typed, problems={**typed.problems, "row": _said(error)})
        return _answer(request, picture.sheet, refused, line)
    if saved and saved.conflict:
        return _answer(request, picture.sheet, typed, line, saved=saved)
    if typed.has_problems or request.htmx:
        return _answer(request, picture.sheet, typed, line, is_kept=True)
    messages.success(request, _("Đã lưu tiêu chí %(code)s.") % {"code": line.row.criterion})
    return _onwards(request, line)


@require_POST
def preview(request: PageRequest, pk: int) -> HttpResponse:
    """What the rule would make of the facts as they are typed; nothing is stored."""
    picture, line = _opened(request, pk)
    panel = row_panel(picture, line, typed=_typed(request, picture, line))
    return render(request, "web/sheets/previewed.html", {"panel": panel})


@require_safe
def history(request: PageRequest, pk: int) -> HttpResponse:
    """Every version of a row beside the others."""
    picture, line = _opened(request, pk)
    context = {"seen": picture, "line": line, "history": row_history(line.row)}
    return render(request, "web/sheets/history.html", context)


def _opened(request: PageRequest, pk: int) -> tuple[SheetPicture, RowLine]:
    picture = opened_row(pk, actor=request.actor, today=timezone.localdate())
    if picture is None:
        raise Http404
    return picture, picture.rows[0]


def _typed(request: PageRequest, picture: SheetPicture, line: RowLine) -> TypedRow:
    base = number_of(request.POST.get("base", ""))
    seen = version_seen(line.row, base) if base else None
    fields = fact_fields(line.criterion, picture.framework, picture.facts)
    typed = read_row(request.POST, line, fields, seen)
    return _taken(typed, picture, line) if "take" in request.POST else typed


def _taken(typed: TypedRow, picture: SheetPicture, line: RowLine) -> TypedRow:
    """The same form, claiming what the rule makes of its facts."""
    points = row_panel(picture, line, typed=typed).score.points
    if points is None or not line.may_claim:
        return typed
    entry = replace(typed.entry, said={**typed.entry.said, "claimed": points})
    problems = {name: problem for name, problem in typed.problems.items() if name != "claimed"}
    return replace(typed, entry=entry, problems=problems)


def _saved(request: PageRequest, line: RowLine, typed: TypedRow) -> SavedRow | None:
    """What became of the words; None where they say nothing new."""
    if not typed.says_something:
        return None
    entry = _adopted(request, line, typed.entry)
    return save_row(actor=request.actor, pk=line.row.pk, entry=entry, today=timezone.localdate())


def _adopted(request: PageRequest, line: RowLine, entry: RowEntry) -> RowEntry:
    """The words of somebody who has seen what the other person wrote, and keeps their own."""
    number = number_of(request.POST.get("adopt", ""))
    version = version_seen(line.row, number) if number else None
    return adopt(entry, version) if version else entry


def _answer(
    request: PageRequest,
    sheet: Sheet,
    typed: TypedRow,
    line: RowLine,
    *,
    saved: SavedRow | None = None,
    is_kept: bool = False,
) -> HttpResponse:
    """The page, or its pieces, with what was typed; the sheet is read anew, for it may have changed."""
    picture = sheet_picture(sheet, actor=request.actor, today=timezone.localdate())
    line = picture.row(line.row.pk) or line
    wanted = request.POST.get("loc", "")
    conflict = conflict_of(saved, typed.entry, picture, line) if saved else None
    shown = rows_shown(picture, wanted)
    panel = row_panel(picture, line, shown=shown, typed=typed, conflict=conflict, is_kept=is_kept)
    context: dict[str, Any] = {**sheet_context(picture, wanted=wanted), "panel": panel, "line": line}
    context.update(is_kept=is_kept, at=timezone.localtime())
    template = "web/sheets/saved.html" if request.htmx else "web/sheets/show.html"
    answer = render(request, template, context, status=_status(request, panel, is_kept))
    if panel.has_problems:
        answer.headers["Left-Unsaved"] = "1"  # the browser goes on keeping the words
    return answer


def _status(request: PageRequest, panel: RowPanel, is_kept: bool) -> int:
    if panel.conflict:
        return 409
    return 200 if is_kept and request.htmx else 422


def _onwards(request: PageRequest, line: RowLine) -> HttpResponse:
    """Back to the row, or on to the one that its author asked for."""
    wanted, then = request.POST.get("loc", ""), request.POST.get("then", "")
    target = number_of(then) or line.row.pk
    query = urlencode({**({"loc": wanted} if wanted else {}), "dong": target})
    return redirect(f"{reverse('sheet', args=[line.row.sheet_id])}?{query}")


def _address(picture: SheetPicture, line: RowLine) -> str:
    return f"{reverse('sheet', args=[picture.sheet.pk])}?dong={line.row.pk}"


def _said(error: DeedError) -> Sentence:
    return Sentence(vi=error.vi, en=error.en)
