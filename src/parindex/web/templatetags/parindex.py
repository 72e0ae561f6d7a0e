"""How pages write numbers, dates, sentences and bars, in the reader's language."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from parindex.documents.reading import READ_THROUGH
from parindex.domain import wording
from parindex.domain.agencies import LEVEL_TITLES, Agency, AgencyDirectory, AgencyLevel
from parindex.domain.deadlines import Deadline, describe
from parindex.domain.explanation import sentences
from parindex.domain.fact_words import fact_in_words
from parindex.domain.facts import Fact
from parindex.domain.findings import FindingItem
from parindex.domain.framework import Criterion, FactDefinition, Framework
from parindex.domain.plans import Remark, Task
from parindex.domain.rules.family import level_titles
from parindex.domain.scoring import PartScore, Tally
from parindex.domain.sources import Certainty
from parindex.domain.wording import Number
from parindex.services.improvement.agencies import LevelGroup
from parindex.services.improvement.losses import AgencyShare
from parindex.services.improvement.tasks import TaskState
from parindex.web import charts
from parindex.web.language import language
from parindex.web.words import CERTAINTY_WORDS, STATE_WORDS, TRUST_WORDS

register = template.Library()


@register.filter
def points(value: Number | None) -> str:
    """Points with two decimals: 80,29; a dash where there are none."""
    return "–" if value is None else wording.points(value, language())


@register.filter
def minus(value: Number | None) -> str:
    """Lost points: −1,25; 0 where nothing was lost, a dash where it is not known."""
    if value is None:
        return "–"
    return f"−{wording.points(value, language())}" if value else "0"


@register.filter
def number(value: Number | None) -> str:
    return "–" if value is None else wording.number(value, language())


@register.filter
def day(value: date | None) -> str:
    return "–" if value is None else wording.day(value, language())


@register.filter
def titled(value: Any) -> str:
    """A title or sentence with `vi` and `en`, in the reader's language; Vietnamese where there is no English."""
    return cast("str", getattr(value, language()) or value.vi)


@register.simple_tag
def bar(tally: Tally, scale: Decimal) -> list[charts.Segment]:
    """Segments of a bar: earned, lost, open; widths in percent of the page's scale."""
    return charts.segments(tally, scale)


@register.filter
def absolute(value: int) -> int:
    return abs(value)


@register.filter
def deadline(value: Deadline | None) -> str:
    """A deadline in a few words; "chưa rõ" where a task states none."""
    return describe(value, language()) if value else _("chưa rõ thời hạn")


@register.filter
def certainty(value: str) -> str:
    """How surely something is known, in a word."""
    return str(CERTAINTY_WORDS[Certainty(value)])


@register.simple_tag(takes_context=True)
def agency_link(context: template.Context, name: str) -> str:
    """An agency's name, linked to its page when the directory of the page knows it."""
    seen = context.get("seen")
    directory: AgencyDirectory | None = seen.picture.agencies if seen else None
    agency = directory.match(name).agency if directory else None
    if agency is None:
        return name
    return format_html('<a href="{}">{}</a>', reverse("agency", args=[agency.code]), name)


@register.simple_tag(takes_context=True)
def task_url(context: template.Context, plan_pk: int, task: Task | str) -> str:
    """A task's address by its place in the plan: numbers may be missing, and begin again in each group."""
    places = context["seen"].picture.places
    place = places[task] if isinstance(task, str) else places[id(task)]
    return reverse("task", args=[plan_pk, place])


@register.simple_tag(takes_context=True)
def finding_url(context: template.Context, item: FindingItem) -> str:
    """Where an instance of a gap leads: to its criterion, else to the task it speaks of; "" where to neither."""
    picture = context["seen"].picture
    if "." in item.criterion and not item.of_task:
        return reverse("criterion", args=[item.criterion])
    if item.tasks and item.tasks[0] in picture.places:
        return reverse("task", args=[picture.row.pk, picture.places[item.tasks[0]]])
    return ""


@register.filter
def percent(value: Number | None) -> str:
    return "–" if value is None else wording.percent(value, language())


@register.simple_tag
def width(value: Decimal, scale: Decimal) -> str:
    """A length in percent of the page's scale, as SVG writes it."""
    return charts.percent(value, scale)


@register.inclusion_tag("ui/sort_head.html", takes_context=True)
def sort_head(
    context: template.Context,
    key: str,
    label: str,
    kind: str = "",
    order: str = "ascending",
    default: str = "",
) -> dict[str, Any]:
    """A column's heading that sorts the list by it; the state stands in the address."""
    parameters = context["request"].GET.copy()
    sorted_by = parameters.pop("sap", [""])[-1]
    parameters["sap"] = key
    kept = [(name, value) for name, value in parameters.items() if value]
    href = f"{context['path']}?{urlencode(kept)}"
    return {
        "label": label,
        "kind": kind,
        "href": href,
        "order": order if (sorted_by or default) == key else "",
    }


@register.simple_tag
def parent_name(agencies: AgencyDirectory, agency: Agency) -> str:
    """What an agency lies under."""
    parent = agencies.get(agency.parent)
    return parent.name if parent else ""


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: str) -> str:
    """The page's query string with some parameters changed."""
    parameters = context["request"].GET.copy()
    for name, value in changes.items():
        parameters[name] = value
    return urlencode([(name, value) for name, value in parameters.items() if value])


@register.simple_tag
def part_title(framework: Framework, key: str) -> str:
    """A part's title; "" where the source does not say which part a criterion belongs to."""
    return next((titled(part.title) for part in framework.parts if part.key == key), "")


@register.filter
def to_check(remarks: Iterable[Remark]) -> list[Remark]:
    """Remarks on what is missing, doubtful or contradictory: a person should look."""
    return [remark for remark in remarks if remark.kind not in READ_THROUGH]


@register.filter
def read_through(remarks: Iterable[Remark]) -> list[Remark]:
    """Remarks that only tell how a slip of the document was read."""
    return [remark for remark in remarks if remark.kind in READ_THROUGH]


@register.filter
def reasons(score: PartScore) -> tuple[str, ...]:
    """Why the unlisted points of a part are earned, lost or open."""
    return sentences(score.steps, language())


@register.simple_tag
def fact_title(code: str, definitions: Iterable[FactDefinition]) -> str:
    """What a fact is called."""
    return next((titled(d.title) for d in definitions if d.code == code), code)


@register.filter
def fact_lines(fact: Fact, criterion: Criterion) -> list[str]:
    """A fact's value in words, one line for each of its rows; levels by the titles that the criterion's rule gives."""
    return fact_in_words(fact, language(), level_titles(criterion.rule))


@register.filter
def state_word(value: str) -> str:
    """How a task stands by its dates, in words."""
    return str(STATE_WORDS[TaskState(value)])


@register.filter
def level_word(value: str) -> str:
    """A level of the organisation, in words."""
    return LEVEL_TITLES[AgencyLevel(value)].said(language())


@register.simple_tag
def children_of(group: LevelGroup, agency: Agency) -> tuple[Agency, ...]:
    """The agencies directly under one, on the day of the page."""
    return group.children.get(agency.code, ())


@register.simple_tag
def share_of(shares: Mapping[str, AgencyShare], agency: Agency) -> AgencyShare | None:
    """The points an agency answers for."""
    return shares.get(agency.code)


@register.filter
def trust(value: str) -> str:
    """How far a source is to be trusted, in words."""
    return str(TRUST_WORDS[value])
