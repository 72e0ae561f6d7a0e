"""A score as JSON: points as text with their decimals, explanations in both languages and as steps."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from parindex.cli.score_published import Compared, compared, ranks
from parindex.domain.explanation import explain, sentences, state_rule
from parindex.domain.losses import Difference, losses
from parindex.domain.rules.steps import steps_as_data
from parindex.domain.scoring import AreaScore, CriterionScore, FrameworkScore, PartScore, Tally
from parindex.domain.titles import Title
from parindex.frameworks.facts_file import RoundFacts


def score_as_json(
    score: FrameworkScore, facts: RoundFacts, differences: Iterable[Difference], *, code: str | None = None
) -> str:
    """The whole score, or one criterion of it."""
    data = _whole(score, facts, differences)
    if code is not None:
        data["criteria"] = [criterion for criterion in data["criteria"] if criterion["code"] == code]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _whole(score: FrameworkScore, facts: RoundFacts, differences: Iterable[Difference]) -> dict[str, Any]:
    return {
        "framework": score.framework.id,
        "year": facts.year,
        "unit": _title(facts.unit_name),
        "total": _tally(score.total),
        "direct": _tally(score.group("direct")),
        "survey": _tally(score.group("survey")),
        "ranks": [{"year": p.year, "rank": p.result.rank, "out_of": p.result.out_of} for p in ranks(facts)],
        "lost_criteria": len(losses(score)),
        "rescaled": _points(score.rescaled),
        "parts": [_part(part) for part in score.parts],
        "areas": [_area(area) for area in score.areas],
        "criteria": [_criterion(criterion, score) for criterion in score.criteria],
        "differences": [_difference(found) for found in compared(score, differences)],
    }


def _part(score: PartScore) -> dict[str, Any]:
    return {
        "key": score.part.key,
        "title": _title(score.part.title),
        **_tally(score.tally),
        "unlisted": _tally(score.unlisted),
        "explanation": {"vi": sentences(score.steps, "vi"), "en": sentences(score.steps, "en")},
    }


def _area(score: AreaScore) -> dict[str, Any]:
    return {
        "code": score.area.code,
        "title": _title(score.area.title),
        **_tally(score.tally),
        "unlisted": _tally(score.unlisted),
    }


def _criterion(score: CriterionScore, whole: FrameworkScore) -> dict[str, Any]:
    criterion, framework = score.criterion, whole.framework
    return {
        "code": criterion.code,
        "title": _title(criterion.title),
        "part": criterion.part,
        "outcome": score.outcome.value,
        "maximum": _points(score.maximum),
        "earned": _points(score.points),
        "lost": _points(score.lost),
        "certainty": score.certainty.value if score.certainty else None,
        "rule": {"vi": state_rule(criterion, framework, "vi"), "en": state_rule(criterion, framework, "en")},
        "explanation": {"vi": explain(score, framework, "vi"), "en": explain(score, framework, "en")},
        "steps": steps_as_data(score.steps),
        "facts": [{"code": fact.code, "source": str(fact.reference)} for fact in score.facts],
        "reference": str(criterion.reference),
    }


def _difference(found: Compared) -> dict[str, Any]:
    difference = found.difference
    return {
        "of": difference.of,
        "what": difference.what,
        "computed": _points(difference.computed),
        "printed": _points(difference.printed),
        "open": found.is_open,
        "vi": found.said.vi,
        "en": found.said.en,
    }


def _tally(tally: Tally) -> dict[str, str]:
    names = ("maximum", "earned", "lost", "open", "inapplicable")
    return {name: f"{getattr(tally, name):f}" for name in names}


def _points(points: Decimal | None) -> str | None:
    return None if points is None else f"{points:f}"


def _title(title: Title) -> dict[str, str]:
    return {"vi": title.vi, "en": title.en}
