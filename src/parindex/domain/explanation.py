"""Diễn giải cách tính: steps become Vietnamese or English sentences, here and nowhere else."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any

from parindex.domain import wording
from parindex.domain.framework import Criterion, Framework
from parindex.domain.intervals import Interval
from parindex.domain.rules.base import Sentence, Step, StepValue
from parindex.domain.rules.family import SENTENCES as RULE_SENTENCES
from parindex.domain.rules.guards import SENTENCES as GUARD_SENTENCES
from parindex.domain.rules.steps import STEP_FORMAT as STEP_FORMAT
from parindex.domain.scoring import CriterionScore
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title
from parindex.domain.wording import Language

_SENTENCES: Mapping[str, Sentence] = {**GUARD_SENTENCES, **RULE_SENTENCES}

_NO_TITLES: Mapping[str, Title] = {}

# A threshold that no stated case has proved says so in every explanation that rests on it.
_UNPROVED: Mapping[Certainty, Sentence] = {
    Certainty.IMPLIED: Sentence(
        vi="(Mức suy luận, nguồn chưa nêu.)",
        en="(Inferred step; the source does not state it.)",
    ),
    Certainty.INFERRED: Sentence(
        vi="(Mức suy ra từ nhiều nguồn, chưa nguồn nào nêu rõ.)",
        en="(Step read from several sources; none states it.)",
    ),
    Certainty.EXPECTED: Sentence(
        vi="(Mức theo thông lệ, cần xác nhận.)",
        en="(Usual step, to be confirmed.)",
    ),
    Certainty.SAMPLE: Sentence(vi="(Mức mẫu.)", en="(Sample step.)"),
}


def explain(score: CriterionScore, framework: Framework, language: Language) -> tuple[str, ...]:
    """Why a criterion has its points, or none: one sentence a step, facts by their titles."""
    return sentences(score.steps, language, _titles(framework))


def state_rule(criterion: Criterion, framework: Framework, language: Language) -> tuple[str, ...]:
    """The rule of a criterion in words: what it reads, then one sentence a threshold; empty where there is none."""
    if criterion.rule is None or criterion.maximum is None:
        return ()
    titles = _titles(framework)
    facts = (titles.get(wanted.fact, Title(vi=wanted.fact)) for wanted in criterion.rule.inputs())
    reads = Step(key="guard.reads", values={"facts": "; ".join(title.said(language) for title in facts)})
    return sentences((reads, *criterion.rule.statement(criterion.maximum.points)), language, titles)


def sentence(step: Step, language: Language, fact_titles: Mapping[str, Title] = _NO_TITLES) -> str:
    """One step in words. Raises `KeyError` for a step that no rule kind knows."""
    text = _said(_SENTENCES[step.key], language)
    values = {name: _named(name, value, fact_titles) for name, value in step.values.items()}
    filled = _StepFormatter(language).vformat(text, (), values)
    filled = filled[:1].upper() + filled[1:]
    note = _UNPROVED.get(step.certainty) if step.certainty else None
    return filled if note is None else f"{filled} {_said(note, language)}"


def sentences(
    steps: Iterable[Step], language: Language, fact_titles: Mapping[str, Title] = _NO_TITLES
) -> tuple[str, ...]:
    """All steps in words, in order."""
    return tuple(sentence(step, language, fact_titles) for step in steps)


def _titles(framework: Framework) -> Mapping[str, Title]:
    return {definition.code: definition.title for definition in framework.fact_definitions}


def _said(text: Sentence, language: Language) -> str:
    return text.vi if language == "vi" else text.en


def _named(name: str, value: StepValue, fact_titles: Mapping[str, Title]) -> StepValue:
    """A fact's title instead of its code, where the value is a fact code that has a title."""
    is_fact_code = isinstance(value, str) and (name == "fact" or name.endswith("_fact"))
    title = fact_titles.get(value) if is_fact_code and isinstance(value, str) else None
    return title if title and title.vi else value


class _StepFormatter(Formatter):
    """Fills templates. Formats: points, number, percent (both also for ranges), figure, date, kind; text stands."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, Interval):
            return wording.interval(value, self._language, as_percent=format_spec == "percent")
        if isinstance(value, Title):
            return value.said(self._language)
        if isinstance(value, date):
            return wording.day(value, self._language)
        if isinstance(value, Fraction | Decimal | int):
            return self._number(value, format_spec)
        return wording.fact_kind(value, self._language) if format_spec == "kind" else str(value)

    def _number(self, value: Fraction | Decimal | int, format_spec: str) -> str:
        match format_spec:
            case "points":
                return wording.points(value, self._language)
            case "percent":
                return wording.percent(value, self._language)
            case "figure" if isinstance(value, Fraction):  # shares are fractions, other figures decimals
                return wording.percent(value, self._language)
        return wording.number(value, self._language)
