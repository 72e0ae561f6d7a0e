"""How pages say what waits for their reader, and where it is done."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext

from parindex.domain.workflow import Stage
from parindex.services.rounds.waiting import Waiting, WaitingUnit, Waits
from parindex.web.templatetags.parindex import number

register = template.Library()

_NAMED = 3  # units that a line names; more of them are on the page of their round
_AT = {
    Waits.ACCEPT: Stage.SUBMITTED,
    Waits.CONSOLIDATE: Stage.ACCEPTED,
    Waits.SEND: Stage.CONSOLIDATED,
    Waits.APPRAISE: Stage.SENT,
    Waits.FINALISE: Stage.EXPLAINED,
}
_KINDS = {Waits.ACCEPT: "submitted", Waits.ANSWER: "questions"}


@register.filter
def waiting_words(one: Waiting) -> str:
    """What waits, with its figure: "5 dòng chờ nhận"."""
    count = len(one.units) if one.waits in {Waits.CONSOLIDATE, Waits.SEND} else one.count
    return _words(one.waits, count) % {"n": number(count)}


@register.filter
def waiting_place(one: Waiting) -> str:
    """The page on which it is done: the unit's where there is one, else the round's with the units that it is about."""
    if one.waits is Waits.PUBLISH:
        return reverse("publish", args=[one.round.pk])
    if len(one.units) == 1:
        return unit_place(one.units[0], one.waits)
    stage = _AT.get(one.waits)
    question = f"?{urlencode({'trang-thai': stage.value})}" if stage else ""
    return f"{reverse('round', args=[one.round.pk])}{question}"


@register.filter
def unit_place(one: WaitingUnit, waits: Waits) -> str:
    """The page of a unit on which it is done."""
    if waits in {Waits.APPRAISE, Waits.FINALISE}:
        return reverse("appraisal", args=[one.unit.pk])
    question = f"?{urlencode({'xem': _KINDS[waits]})}" if waits in _KINDS else ""
    return f"{reverse('consolidation', args=[one.unit.pk])}{question}"


@register.filter
def named_units(one: Waiting) -> tuple[WaitingUnit, ...]:
    """The units that a line about questions names, as the page of a round does not tell who was asked."""
    is_named = one.waits is Waits.ANSWER and 1 < len(one.units) <= _NAMED
    return one.units if is_named else ()


@register.filter
def tells_units(one: Waiting) -> bool:
    """Whether the number of units says more than the words do already."""
    return len(one.units) > 1 and one.waits in {Waits.ACCEPT, Waits.APPRAISE, Waits.FINALISE, Waits.ANSWER}


def _words(waits: Waits, count: int) -> str:
    said = {
        Waits.ACCEPT: ngettext("%(n)s dòng chờ nhận", "%(n)s dòng chờ nhận", count),
        Waits.CONSOLIDATE: ngettext("%(n)s đơn vị chờ tổng hợp", "%(n)s đơn vị chờ tổng hợp", count),
        Waits.SEND: ngettext("%(n)s đơn vị chờ trình", "%(n)s đơn vị chờ trình", count),
        Waits.APPRAISE: ngettext("%(n)s dòng chờ thẩm định", "%(n)s dòng chờ thẩm định", count),
        Waits.FINALISE: ngettext(
            "%(n)s dòng đã giải trình, chờ thẩm định lại",
            "%(n)s dòng đã giải trình, chờ thẩm định lại",
            count,
        ),
        Waits.PUBLISH: gettext("thẩm định xong, chờ công bố"),
        Waits.ANSWER: ngettext("%(n)s câu hỏi chưa được trả lời", "%(n)s câu hỏi chưa được trả lời", count),
    }
    return said[waits]
