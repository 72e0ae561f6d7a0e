"""Sample facts: whatever the framework and the unit, they can be scored, and every sum adds up."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from random import Random

import pytest

from parindex.domain.agencies import AgencyLevel
from parindex.domain.best_unit import with_best
from parindex.domain.facts import Fact, FactBook, fits
from parindex.domain.points import ZERO
from parindex.domain.ranking import rank
from parindex.domain.rules.base import Outcome, Rule
from parindex.domain.rules.family import RULE_KINDS
from parindex.domain.scoring import FrameworkScore, Tally, score_framework
from parindex.domain.sources import Certainty
from parindex.frameworks.agencies import load_agencies
from parindex.frameworks.known import framework_ids
from parindex.frameworks.loader import framework_for
from parindex.frameworks.sample_facts import sample_facts
from parindex.frameworks.sample_values import Draw, sample_values
from parindex.frameworks.stored import built_in_frameworks
from tests.domain.rules.situations import KINDS, situations

UNITS = [agency.code for agency in load_agencies()][:150]
OF_LEVEL = {head.level: head.id for head in built_in_frameworks() if head.is_sample}
RULES = [pytest.param(situation.rule, id=kind) for kind in KINDS for situation in situations(kind)]


@cache
def _scores(
    framework_id: str, year: int = 2017, level: AgencyLevel | None = None
) -> Mapping[str, FrameworkScore]:
    """The scores of 150 units, or of all units of a level."""
    framework = framework_for(framework_id)
    units = [agency.code for agency in load_agencies() if agency.level is level] if level else UNITS
    books = {unit: FactBook.of(sample_facts(framework, unit, year=year)) for unit in units}
    return {unit: score_framework(framework, book) for unit, book in with_best(framework, books).items()}


def _sum(tallies: list[Tally]) -> Tally:
    return sum(tallies, Tally())


def _reconciles(tally: Tally) -> bool:
    return tally.maximum == tally.earned + tally.lost + tally.open + tally.inapplicable


@pytest.mark.parametrize("framework_id", framework_ids())
def test_every_leaf_that_has_a_rule_is_settled_for_150_units(framework_id: str):
    outcomes = Counter(
        leaf.outcome
        for score in _scores(framework_id).values()
        for leaf in score.criteria
        if leaf.criterion.rule is not None
    )

    assert set(outcomes) <= {Outcome.SCORED, Outcome.NOT_APPLICABLE}
    assert outcomes[Outcome.NOT_APPLICABLE] > 0


@pytest.mark.parametrize("framework_id", framework_ids())
def test_every_sum_of_150_units_reconciles(framework_id: str):
    scores = _scores(framework_id).values()

    wrong = [
        score
        for score in scores
        if score.total != _sum([area.tally for area in score.areas])
        or not all(_reconciles(part.tally) for part in score.parts)
        or not all(_reconciles(area.tally) for area in score.areas)
    ]
    assert wrong == []
    assert {score.total.maximum for score in scores} == {Decimal(100)}


@pytest.mark.parametrize("framework_id", OF_LEVEL.values())
def test_points_of_samples_vary_and_most_units_do_well(framework_id: str):
    points = [score.rescaled or ZERO for score in _scores(framework_id).values()]

    assert len(set(points)) > len(points) * 3 / 4
    assert min(points) > Decimal(60)
    assert sorted(points)[len(points) // 2] > Decimal(80)


@pytest.mark.parametrize("level", [AgencyLevel.DEPARTMENT, AgencyLevel.DISTRICT])
def test_one_department_and_one_district_was_not_surveyed_and_is_scored_without_it(level: AgencyLevel):
    scores = _scores(OF_LEVEL[level], level=level).values()

    (without,) = [score for score in scores if score.group("survey").inapplicable]

    assert without.group("survey").earned + without.group("survey").lost == ZERO
    assert without.rescaled is not None
    assert without.rescaled > without.total.earned


@pytest.mark.parametrize("level", [AgencyLevel.DEPARTMENT, AgencyLevel.DISTRICT, AgencyLevel.COMMUNE])
def test_two_units_of_a_level_share_a_rank(level: AgencyLevel):
    ranked = rank((unit, score.rescaled) for unit, score in _scores(OF_LEVEL[level], level=level).items())

    assert len([row for row in ranked if row.tied]) >= 2


def test_a_unit_has_the_same_facts_every_time_and_others_in_another_year():
    framework = framework_for("mau-cap-huyen")

    facts = sample_facts(framework, "251", year=2017)

    assert sample_facts(framework, "251", year=2017) == facts
    assert sample_facts(framework, "251", year=2018) != facts
    assert sample_facts(framework, "252", year=2017) != facts


def test_the_facts_of_a_unit_stay_what_they_are_on_every_machine():
    facts = {fact.code: fact for fact in sample_facts(framework_for("mau-cap-huyen"), "251", year=2017)}

    assert facts["disbursed"].value == Fraction(481, 500)
    assert facts["initiatives"].value == 7
    assert facts["discipline_level"].value == "none"


@pytest.mark.parametrize("framework_id", framework_ids())
def test_sample_facts_say_that_they_are_samples_and_hold_what_the_framework_defines(framework_id: str):
    framework = framework_for(framework_id)
    kinds = {definition.code: definition.kind for definition in framework.fact_definitions}
    facts: list[Fact] = [fact for unit in UNITS for fact in sample_facts(framework, unit, year=2017)]

    assert {fact.certainty for fact in facts} == {Certainty.SAMPLE}
    assert {str(fact.reference) for fact in facts} == {"Số liệu mẫu"}
    assert [fact for fact in facts if fact.applicable and not fits(kinds[fact.code], fact.value)] == []


def test_every_rule_kind_has_sample_values():
    registered = set(sample_values.registry) - {object}

    assert registered == set(RULE_KINDS)


@pytest.mark.parametrize("rule", RULES)
def test_the_values_for_a_rule_are_of_the_kinds_it_reads(rule: Rule):
    kinds = {wanted.fact: wanted.kind for wanted in rule.inputs()}
    values = [
        (code, value)
        for seed in range(20)
        for does_well in (True, False)
        for code, value in sample_values(
            rule, Draw(random=Random(seed), does_well=does_well, maximum=Decimal(2), year=2017)
        ).items()
    ]

    assert values
    assert [(code, value) for code, value in values if not fits(kinds[code], value)] == []
