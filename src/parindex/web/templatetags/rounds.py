"""How pages of rounds write stages, milestones and days."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from parindex.domain.workflow import (
    MILESTONE_TITLES,
    MOVE_TITLES,
    STAGE_TITLES,
    STEPS,
    Milestone,
    Move,
    Stage,
)
from parindex.services.errors import DeedError
from parindex.services.review.consolidation import Consolidation, LineFilter
from parindex.services.review.lines import ReviewLine
from parindex.services.review.units import MovedUnits, ReadyUnits
from parindex.services.rounds.pages import MilestoneDay
from parindex.web.charts import percent
from parindex.web.language import language
from parindex.web.round_words import act_words, done_words
from parindex.web.templatetags.parindex import minus, points

register = template.Library()

_LOOKS: Mapping[Stage, str] = {
    Stage.DRAFT: "",
    Stage.RETURNED: "unsure",
    Stage.SUBMITTED: "task",
    Stage.ACCEPTED: "task",
}

_KINDS: Mapping[str, str | Promise] = {
    "": _("cần xem"),
    "all": _("tất cả"),
    "waiting": _("chưa gửi"),
    "submitted": _("chờ nhận"),
    "differs": _("lệch điểm"),
    "questions": _("còn câu hỏi"),
    "no-evidence": _("không có tài liệu"),
    "changed": _("số liệu đổi sau khi gửi"),
}


@register.filter
def stage_word(value: str) -> str:
    """A stage in words."""
    return STAGE_TITLES[Stage(value)].said(language())


@register.filter
def stage_look(value: str) -> str:
    """The class of a stage's chip: what waits for its agency, what waits here, what is done."""
    return _LOOKS.get(Stage(value), "good")


@register.filter
def milestone_word(value: str) -> str:
    """A milestone in words."""
    return MILESTONE_TITLES[Milestone(value)].said(language())


@register.filter
def days_left(day: MilestoneDay) -> str:
    """How far a milestone is."""
    if day.days_left > 0:
        return ngettext("còn %(n)s ngày", "còn %(n)s ngày", day.days_left) % {"n": day.days_left}
    return gettext("đã qua") if day.is_past else gettext("hôm nay là ngày cuối")


@register.filter
def move_word(value: str) -> str:
    """A move in words."""
    return MOVE_TITLES[Move(value)].said(language())


@register.filter
def act_on_units(ready: ReadyUnits) -> str:
    """What one act does to many units, in words."""
    return act_words(ready)


@register.filter
def done_to_units(done: MovedUnits) -> str:
    """What was done to many units, in words."""
    return done_words(done)


@register.filter
def said(error: DeedError) -> str:
    """Why a deed was refused, in the reader's language."""
    return error.sentence(language())


@register.filter
def signed(value: Decimal) -> str:
    """How much more or less is claimed: +0,25 or −0,25."""
    return f"+{points(value)}" if value > 0 else minus(-value)


@register.simple_tag
def kinds_of_lines() -> list[tuple[str, str | Promise]]:
    """The kinds of rows that a list of them can be narrowed to."""
    return list(_KINDS.items())


@register.filter
def goes_back(line: ReviewLine) -> bool:
    """Whether a row may be given (back) to its agency; a draft only where it is locked."""
    return line.line.stage in STEPS[Move.REOPEN].starts and (not line.waits or line.days_late > 0)


@register.filter
def must_reopen(line: ReviewLine, seen: Consolidation) -> bool:
    """Whether giving a row back takes a day until which it is open."""
    return seen.self_scoring_is_over or line.line.stage not in STEPS[Move.RETURN].starts


@register.simple_tag
def query_of(wanted: LineFilter) -> str:
    """The filter of a list of rows, as its address says it."""
    said = {"xem": wanted.kind, "co-quan": wanted.agency, "linh-vuc": wanted.area}
    return urlencode([(name, value) for name, value in said.items() if value])


@register.filter
def of(counts: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping holds for a key; "" where it holds nothing."""
    return counts.get(key, "")


@register.simple_tag
def part_of(part: int, whole: int) -> str:
    """A length in percent of a whole, as SVG writes it."""
    return percent(Decimal(part), Decimal(whole))


@register.filter
def until_today(days: tuple[MilestoneDay, ...]) -> list[MilestoneDay]:
    """The milestones that are past."""
    return [day for day in days if day.is_past]


@register.filter
def from_today(days: tuple[MilestoneDay, ...]) -> list[MilestoneDay]:
    """The milestones that are still to come, today's too."""
    return [day for day in days if not day.is_past]


@register.simple_tag
def all_stages() -> tuple[Stage, ...]:
    """Every stage, in the order of the year."""
    return tuple(Stage)
