"""The sample frameworks: marked as such everywhere, whole, and of every rule kind."""

from decimal import Decimal
from typing import Any

import pytest

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rules.family import RULE_KINDS
from parindex.domain.sources import Certainty
from parindex.frameworks.known import UnknownFramework, path_of
from parindex.frameworks.loader import framework_for
from parindex.frameworks.stored import built_in_frameworks, framework_data

SAMPLES = [head.id for head in built_in_frameworks() if head.is_sample]


def _values_of(data: Any, key: str) -> list[str]:
    """Whatever stands under a key, at any depth."""
    if isinstance(data, list):
        return [value for item in data for value in _values_of(item, key)]
    if not isinstance(data, dict):
        return []
    own = [data[key]] if isinstance(data.get(key), str) else []
    return own + [value for item in data.values() for value in _values_of(item, key)]


def test_every_level_below_the_province_has_a_sample():
    levels = {head.id: head.level for head in built_in_frameworks() if head.is_sample}

    assert levels == {
        "mau-cap-huyen": AgencyLevel.DISTRICT,
        "mau-cap-xa": AgencyLevel.COMMUNE,
        "mau-so-nganh": AgencyLevel.DEPARTMENT,
    }


@pytest.mark.parametrize("framework_id", SAMPLES)
def test_a_sample_says_that_it_is_one_in_its_title_its_source_and_every_certainty(framework_id: str):
    framework, data = framework_for(framework_id), framework_data(framework_id)

    certainties = set(_values_of(data, "certainty"))
    thresholds = {
        value for name in ("met", "unmet", "none", "on_time", "late")
        for value in _values_of(data, f"{name}_certainty")
    }  # fmt: skip
    assert (framework.title.vi[-5:], framework.title.en[-8:]) == ("(mẫu)", "(sample)")
    assert str(framework.decision) == "Bộ tiêu chí mẫu của phần mềm, không phải văn bản chính thức"
    assert certainties | thresholds == {Certainty.SAMPLE}
    assert _values_of(data, "document") == [framework.decision.document]


@pytest.mark.parametrize("framework_id", SAMPLES)
def test_a_sample_lists_all_of_its_points(framework_id: str):
    framework = framework_for(framework_id)

    assert {framework.unlisted_in_area(area) for area in framework.areas} == {Decimal(0)}
    assert {framework.unlisted_in_part(part) for part in framework.parts} == {Decimal(0)}
    assert framework.total == Decimal(100)


@pytest.mark.parametrize("framework_id", SAMPLES)
def test_the_parents_of_a_sample_hold_what_their_children_hold(framework_id: str):
    framework = framework_for(framework_id)

    parents = [criterion for criterion in framework.criteria if framework.children(criterion.code)]
    held = {
        parent.code: sum(child.maximum.points for child in framework.children(parent.code) if child.maximum)
        for parent in parents
    }
    assert held == {parent.code: parent.maximum.points for parent in parents if parent.maximum}


@pytest.mark.parametrize("framework_id", SAMPLES)
def test_a_sample_scores_every_leaf_with_rules_of_every_kind(framework_id: str):
    framework = framework_for(framework_id)

    rules = [leaf.rule for leaf in framework.leaves()]
    assert 25 <= len(rules) <= 45
    assert {type(rule) for rule in rules} == set(RULE_KINDS)


@pytest.mark.parametrize("framework_id", SAMPLES)
def test_every_fact_that_a_sample_defines_is_read_by_a_rule(framework_id: str):
    framework = framework_for(framework_id)

    read = {wanted.fact for leaf in framework.leaves() if leaf.rule for wanted in leaf.rule.inputs()}
    assert {definition.code for definition in framework.fact_definitions} == read


@pytest.mark.parametrize("framework_id", SAMPLES)
def test_every_name_of_a_sample_is_given_in_both_languages(framework_id: str):
    data = framework_data(framework_id)

    vietnamese, english = _values_of(data, "vi"), _values_of(data, "en")
    assert len(vietnamese) == len(english)
    assert [text for text in (*vietnamese, *english) if not text] == []


def test_a_year_finds_the_framework_of_the_provinces_although_samples_serve_it_too():
    years = {head.id: head.years for head in built_in_frameworks()}

    assert years["mau-cap-xa"] == (2017, 2018)
    assert framework_for(2017).id == "2948-2017"
    with pytest.raises(UnknownFramework):
        path_of(2018)
