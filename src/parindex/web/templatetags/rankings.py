"""What the pages of rankings and comparisons show: bars by area, ranks, gaps around zero, reasons."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from parindex.domain import wording
from parindex.domain.explanation import sentences
from parindex.domain.framework import Framework
from parindex.domain.rules.steps import Step
from parindex.domain.titles import Title
from parindex.records.models import AssessmentRound, FrameworkVersion
from parindex.records.queries.rankings import RoundSums
from parindex.services.frameworks.storing import framework_of
from parindex.services.results.over_scoring import OverScoring
from parindex.services.results.standings import Basis, Standing
from parindex.web import charts
from parindex.web.language import language
from parindex.web.templatetags.parindex import level_word, titled

register = template.Library()

BASIS_WORDS: Mapping[Basis, str | Promise] = {
    Basis.APPRAISED: _("điểm thẩm định"),
    Basis.CLAIMED: _("tạm tính: dòng chưa thẩm định lấy điểm tự chấm"),
    Basis.COMPUTED: _("tính từ số liệu"),
}


@register.simple_tag
def area_bar(standing: Standing) -> list[charts.Segment]:
    """The pieces of a unit's bar, area by area."""
    return charts.area_bar(standing.score.areas)


@register.simple_tag
def area_marks(standing: Standing) -> list[charts.Mark]:
    """The areas' codes over their stretches of the bars."""
    return charts.area_marks(standing.score.areas)


@register.simple_tag
def swing(difference: Decimal, largest: Decimal) -> charts.Swing:
    """A bar to one side of zero."""
    return charts.swing(difference, largest)


@register.filter
def signed(value: Decimal | None) -> str:
    """Points with their sign: +1,25, −0,50, 0; a dash where they are not known."""
    if value is None:
        return "–"
    said = wording.points(abs(value), language())
    return f"+{said}" if value > 0 else f"−{said}" if value < 0 else "0"


@register.filter
def against(gap: Decimal) -> str:
    """What an appraisal changed, of what was claimed beyond it: −0,50 where it gave less."""
    return signed(-gap)


@register.filter
def rounded_percent(value: Fraction | None) -> str:
    """A share as a percentage with one decimal; a dash where it is not known."""
    return "–" if value is None else wording.percent(Fraction(round(value * 1000), 1000), language())


@register.filter
def moved(places: int | None) -> str:
    """Places lost or won in words; "" where the two ranks are not both known."""
    if places is None:
        return ""
    if places > 0:
        return ngettext("tụt %(n)d bậc", "tụt %(n)d bậc", places) % {"n": places}
    if places < 0:
        return ngettext("lên %(n)d bậc", "lên %(n)d bậc", -places) % {"n": -places}
    return str(_("giữ hạng"))


@register.filter
def basis(standing: Standing) -> str:
    """What a unit's points rest on, in words."""
    return str(BASIS_WORDS[standing.basis])


@register.filter
def round_name(round_: AssessmentRound | RoundSums) -> str:
    """A round as readers call it: the level and the year."""
    return f"{level_word(round_.level)} {round_.year}"


@register.filter
def version_name(version: FrameworkVersion) -> str:
    """A version by the title of its framework."""
    return titled(framework_of(version).title)


@register.simple_tag
def explained(steps: Iterable[Step], framework: Framework) -> tuple[str, ...]:
    """Steps of an explanation in words, facts by their titles."""
    titles: dict[str, Title] = {fact.code: fact.title for fact in framework.fact_definitions}
    return sentences(steps, language(), titles)


@register.simple_tag
def agency_named(seen: OverScoring, code: str) -> str:
    """An agency's name by its code."""
    return seen.names.get(code, code)


@register.simple_tag
def criterion_named(framework: Framework, code: str) -> str:
    """A criterion's code and title."""
    found = framework.criterion(code)
    return f"{code} {titled(found.title)}".strip() if found else code
