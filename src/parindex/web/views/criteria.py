"""Bộ tiêu chí và một tiêu chí."""

from fractions import Fraction

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from parindex.domain.explanation import explain, state_rule
from parindex.domain.intervals import Interval
from parindex.domain.rules.band_by_rate import BandByRate
from parindex.services.improvement.criteria import (
    CriterionPage,
    criteria_index,
    criterion_page,
    unlisted_page,
)
from parindex.web import exports
from parindex.web.charts import RuleLine, rule_line
from parindex.web.language import language
from parindex.web.requests import PageRequest, in_parts, wants_part
from parindex.web.views.empty import nothing_loaded
from parindex.web.years import asked_year


@in_parts
def index(request: PageRequest) -> HttpResponse:
    """The tree with search; the search alone answers with the tree only."""
    year = asked_year(request)
    seen = criteria_index(query=request.GET.get("q", "").strip(), year=year)
    if seen is None:
        return nothing_loaded(request, year)
    if exports.is_export(request):
        return exports.criteria(seen)
    template = "web/criteria/tree.html" if wants_part(request) else "web/criteria/index.html"
    scale = max(area.score.tally.maximum for area in seen.areas)
    return render(request, template, {"seen": seen, "area_scale": scale})


def show(request: HttpRequest, code: str) -> HttpResponse:
    """One criterion: rule, facts, explanation, loss, tasks, reference."""
    seen = criterion_page(code, year=asked_year(request))
    if seen is None:
        return _unlisted(request, code)
    framework = seen.picture.framework
    context = {
        "seen": seen,
        "statement": state_rule(seen.criterion, framework, language()),
        "explanation": explain(seen.score, framework, language()) if seen.score else (),
        "line": _line(seen),
    }
    return render(request, "web/criteria/show.html", context)


def _unlisted(request: HttpRequest, code: str) -> HttpResponse:
    """A code that plans cite and the framework does not list."""
    seen = unlisted_page(code)
    if seen is None:
        raise Http404
    return render(request, "web/criteria/unlisted.html", {"seen": seen})


def _line(seen: CriterionPage) -> RuleLine | None:
    rule = seen.criterion.rule
    if not isinstance(rule, BandByRate) or rule.measure != "share" or seen.score is None:
        return None
    values = (fact.value for fact in seen.score.facts if fact.code == rule.value)
    value = next((value for value in values if isinstance(value, Fraction | Interval)), None)
    return rule_line(rule.bands, value)
