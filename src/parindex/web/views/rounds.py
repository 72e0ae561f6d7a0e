"""Kỳ đánh giá: all years, opening one, and one year on one page."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from parindex.domain.rights import Right
from parindex.domain.workflow import Milestone
from parindex.records.queries.rounds import rounds
from parindex.services.errors import DeedError
from parindex.services.review.units import move_units, ready_units
from parindex.services.rounds.opening import Opening, open_year, opening
from parindex.services.rounds.pages import RoundPage, UnitFilter, round_list, round_page
from parindex.services.rounds.waiting import may_wait, waiting_for
from parindex.services.rounds.years import set_milestones
from parindex.web.language import language
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.round_words import done_words
from parindex.web.views import round_forms


@require_safe
def index(request: PageRequest) -> HttpResponse:
    """All rounds, the newest first; what waits for the reader stands above them."""
    context = {
        "lines": round_list(actor=request.actor, today=timezone.localdate()),
        "may_wait": may_wait(request.actor),
        "waiting": waiting_for(request.actor),
    }
    return render(request, "web/rounds/index.html", {**context, **_acts(request)})


@in_parts
@require_http_methods(["GET", "HEAD", "POST"])
def open_new(request: PageRequest) -> HttpResponse:
    """The form of a new round; its level, year and framework decide on the rest of it."""
    if request.method != "POST":
        template = "web/rounds/opening.html" if wants_part(request) else "web/rounds/open.html"
        return render(request, template, _form(_opening(request)))
    try:
        wanted = round_forms.year_to_open(request.POST, today=timezone.localdate())
        row = open_year(actor=request.actor, wanted=wanted)
    except DeedError as error:
        return _again(request, error)
    messages.success(request, _("Đã mở kỳ đánh giá; từ nay bộ tiêu chí của kỳ này giữ nguyên."))
    return redirect("round", pk=row.pk)


@in_parts
@require_safe
def show(request: PageRequest, pk: int) -> HttpResponse:
    """One year on one page."""
    seen = _page(request, pk)
    template = "web/rounds/units.html" if wants_part(request) else "web/rounds/show.html"
    return render(request, template, _shown(request, seen))


@require_POST
def units(request: PageRequest, pk: int) -> HttpResponse:
    """Accept, consolidate or send the units that were ticked; the page says which of them could not be, and why."""
    row = rounds().filter(pk=pk).first()
    if row is None:
        raise Http404
    done = move_units(
        actor=request.actor,
        round_=row,
        move=round_forms.move_of(request.POST),
        units=round_forms.keys_of(request.POST.getlist("don-vi")),
        today=timezone.localdate(),
    )
    if done.refused:
        context = {**_shown(request, _page(request, pk)), "done": done}
        return render(request, "web/rounds/show.html", context, status=422)
    messages.success(request, done_words(done))
    filters = request.GET.urlencode()
    return redirect(f"{reverse('round', args=[pk])}{f'?{filters}' if filters else ''}")


@require_POST
def milestones(request: PageRequest, pk: int) -> HttpResponse:
    """Change the milestones of a round; the form keeps what was typed where they cannot be."""
    row = rounds().filter(pk=pk).first()
    if row is None:
        raise Http404
    try:
        set_milestones(actor=request.actor, round_=row, milestones=round_forms.milestones_of(request.POST))
    except DeedError as error:
        typed = round_forms.typed_milestones(request.POST)
        said = {"typed": typed, "error": error.sentence(language())}
        context = {**_shown(request, _page(request, pk)), **said}
        return render(request, "web/rounds/show.html", context, status=422)
    messages.success(request, _("Đã lưu các mốc thời gian; các ngày cũ còn trong nhật ký."))
    return redirect("round", pk=pk)


def _page(request: PageRequest, pk: int) -> RoundPage:
    wanted = UnitFilter(
        query=request.GET.get("q", "").strip(), stage=request.GET.get("trang-thai", "").strip()
    )
    seen = round_page(pk, actor=request.actor, today=timezone.localdate(), wanted=wanted)
    if seen is None:
        raise Http404
    return seen


def _shown(request: PageRequest, seen: RoundPage) -> dict[str, Any]:
    """What the templates of one round read."""
    ready = ready_units(seen.shown, actor=request.actor)
    return {"seen": seen, "typed": _days(seen), "ready": ready, **_acts(request)}


def _days(seen: RoundPage) -> dict[Milestone, str]:
    days = {day.milestone: day.last_date.isoformat() for day in seen.milestones}
    return {milestone: days.get(milestone, "") for milestone in Milestone}


def _opening(request: PageRequest) -> Opening:
    said = request.POST if request.method == "POST" else request.GET
    return opening(
        actor=request.actor,
        level=round_forms.level_of(said),
        year=round_forms.year_of(said, today=timezone.localdate()),
        framework=said.get("bo", ""),
    )


def _form(seen: Opening) -> dict[str, Any]:
    return {
        "seen": seen,
        "typed": {milestone: day.isoformat() for milestone, day in seen.milestones.items()},
        "ticked": {unit.pk for unit in seen.units},
        "leads": {lead.area.code: lead.proposed.pk for lead in seen.leads if lead.proposed},
    }


def _again(request: PageRequest, error: DeedError) -> HttpResponse:
    """The form as it was filled in, with what is to be corrected."""
    seen = _opening(request)
    chosen = {
        lead.area.code: request.POST.get(f"{round_forms.LEAD}{lead.area.code}", "") for lead in seen.leads
    }
    context = {
        "seen": seen,
        "typed": round_forms.typed_milestones(request.POST),
        "ticked": set(round_forms.keys_of(request.POST.getlist("don-vi"))),
        "leads": {area: key for area, text in chosen.items() for key in round_forms.keys_of([text])},
        "error": error.sentence(language()),
    }
    return render(request, "web/rounds/open.html", context, status=422)


def _acts(request: PageRequest) -> dict[str, bool]:
    """Which deeds and figures the page offers its reader."""
    return {
        "may_manage": request.actor.may(Right.MANAGE_ROUNDS),
        "may_read_result": request.actor.may(Right.READ_RESULT),
        "may_publish": request.actor.may(Right.PUBLISH),
    }
