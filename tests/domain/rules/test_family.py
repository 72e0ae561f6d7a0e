"""What all rule kinds promise alike; a new kind is held to it as soon as it has a file of situations."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any

import pytest

from parindex.domain import wording
from parindex.domain.explanation import sentence, sentences, state_rule
from parindex.domain.rules.family import SENTENCES, AnyRule
from parindex.domain.rules.guards import SENTENCES as GUARD_SENTENCES
from parindex.domain.rules.steps import steps_as_data, steps_from_data
from parindex.domain.scoring import score_criterion
from parindex.domain.sources import Certainty
from tests.domain.rules.situations import KINDS, Situation, situations

CASES = [(kind, situation) for kind in KINDS for situation in situations(kind)]
ALL = [pytest.param(situation, id=f"{kind}: {situation.row.name}") for kind, situation in CASES]
SCORED = [case for case, (_, situation) in zip(ALL, CASES, strict=True) if situation.row.outcome == "scored"]
LANGUAGES: tuple[wording.Language, ...] = ("vi", "en")
CHANGES = [Decimal(change) for change in ("0.01", "-0.01", "0.2", "-0.2", "2", "-2")]


@pytest.mark.parametrize("situation", SCORED)
def test_every_threshold_that_decides_the_result_is_in_the_explanation(situation: Situation):
    explained = {language: " ".join(situation.explained(language)) for language in LANGUAGES}

    unsaid = [
        threshold
        for threshold, changed in variations(situation.rule)
        if decides(situation, changed)
        and not all(is_said(threshold, explained[lang], lang) for lang in explained)
    ]

    assert unsaid == []


@pytest.mark.parametrize("situation", ALL)
def test_every_threshold_of_a_rule_is_in_its_statement(situation: Situation):
    stated = " ".join(state_rule(situation.criterion, situation.framework, "vi"))

    unsaid = [number for number in numbers(situation.rule) if not is_said(number, stated, "vi")]

    assert unsaid == []


@pytest.mark.parametrize("situation", ALL)
def test_thresholds_that_are_only_implied_say_so(situation: Situation):
    maximum = situation.criterion.maximum
    assert maximum is not None
    steps = (*situation.score().steps, *situation.rule.statement(maximum.points))
    implied = [step for step in steps if step.certainty is Certainty.IMPLIED]

    said = [sentence(step, "vi") for step in implied]

    assert [text for text in said if not text.endswith("(Mức suy luận, nguồn chưa nêu.)")] == []


@pytest.mark.parametrize("situation", ALL)
def test_steps_survive_a_round_trip_through_json(situation: Situation):
    steps = situation.score().steps

    read = steps_from_data(json.loads(json.dumps(steps_as_data(steps))))

    assert read == steps
    assert sentences(read, "en") == sentences(steps, "en")


@pytest.mark.parametrize("situation", ALL)
def test_rules_of_the_situations_have_no_problems(situation: Situation):
    assert situation.criterion.maximum is not None
    assert situation.rule.problems(situation.criterion.maximum.points) == ()


@pytest.mark.parametrize("key", [*SENTENCES, *GUARD_SENTENCES])
def test_both_languages_of_a_sentence_say_the_same_values(key: str):
    template = {**SENTENCES, **GUARD_SENTENCES}[key]

    assert blanks(template.vi) == blanks(template.en)


def test_every_sentence_of_every_kind_occurs_in_a_situation():
    told = {
        step.key
        for kind in KINDS
        for situation in situations(kind)
        for step in (*situation.score().steps, *situation.rule.statement(Decimal("1.00")))
    }

    assert sorted(set(SENTENCES) - told) == []


def variations(rule: Any) -> Iterator[tuple[Decimal | int, Any]]:
    """Each number of a rule, with the rule as it would be if that number were a little different."""
    for field in fields(rule):
        value = getattr(rule, field.name)
        if value == field.default or not field.init:
            continue  # a threshold that was not set
        for number, changed in changed_values(value):
            try:
                yield number, replace(rule, **{field.name: changed})
            except ValueError:
                continue  # such a rule could not be written


def changed_values(value: Any) -> Iterator[tuple[Decimal | int, Any]]:
    if isinstance(value, Decimal):
        yield from ((value, value + change) for change in CHANGES)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield from ((value, value + change) for change in (1, -1, 2, -2))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            for number, changed in changed_values(item):
                yield number, (*value[:position], changed, *value[position + 1 :])
    elif is_dataclass(value):
        yield from variations(value)


def decides(situation: Situation, rule: AnyRule) -> bool:
    """Whether the other rule, where it is a sound one, ends differently on the same facts."""
    maximum = situation.criterion.maximum
    assert maximum is not None
    if rule.problems(maximum.points):
        return False
    ours = situation.score()
    other = score_criterion(situation.framework, replace(situation.criterion, rule=rule), situation.book)
    return (ours.outcome, ours.points) != (other.outcome, other.points)


def numbers(rule: Any) -> set[Decimal | int]:
    return {number for number, _ in variations(rule)}


def is_said(number: Decimal | int, text: str, language: wording.Language) -> bool:
    forms = (wording.points(number, language), wording.number(number, language))
    said = "|".join(re.escape(form) for form in (*forms, wording.percent(Fraction(number), language)))
    return re.search(rf"(?<![\d.,])(?:{said})(?![\d%]|[.,]\d)", text) is not None


def blanks(template: str) -> set[str]:
    return {f"{name}:{form}" for _, name, form, _ in Formatter().parse(template) if name}
