"""Explanations: steps in words, by one file, in both languages."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.explanation import explain, sentence, state_rule
from parindex.domain.facts import FactBook
from parindex.domain.rules.steps import STEP_FORMAT, Step, steps_from_data
from parindex.domain.scoring import score_criterion
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title
from parindex.frameworks.loader import framework_for

FRAMEWORK = framework_for("2948-2017")
BAND = Step(
    key="level.applied",
    values={
        "title": Title(vi="mức hai", en="level two"),
        "points": Decimal("0.25"),
        "maximum": Decimal("0.50"),
    },
)


def test_a_step_is_said_in_both_languages():
    assert sentence(BAND, "vi") == "Mức hai: được 0,25/0,50 điểm."
    assert sentence(BAND, "en") == "Level two: 0.25 of 0.50 points."


@pytest.mark.parametrize(
    ("certainty", "note"),
    [
        (Certainty.PLAN, ""),
        (Certainty.DERIVED, ""),
        (Certainty.IMPLIED, " (Mức suy luận, nguồn chưa nêu.)"),
        (Certainty.INFERRED, " (Mức suy ra từ nhiều nguồn, chưa nguồn nào nêu rõ.)"),
        (Certainty.EXPECTED, " (Mức theo thông lệ, cần xác nhận.)"),
        (Certainty.SAMPLE, " (Mức mẫu.)"),
    ],
)
def test_a_threshold_that_no_case_proves_says_so(certainty: Certainty, note: str):
    step = Step(key=BAND.key, values=BAND.values, certainty=certainty)

    assert sentence(step, "vi") == f"Mức hai: được 0,25/0,50 điểm.{note}"


def test_facts_are_named_by_their_titles_and_by_their_codes_where_they_have_none():
    step = Step(key="guard.missing", values={"fact": "level3_dossiers"})

    assert sentence(step, "vi") == "Chưa có số liệu “level3_dossiers”: chưa chấm được."
    assert sentence(step, "vi", {"level3_dossiers": Title(vi="Hồ sơ mức độ 3")}) == (
        "Chưa có số liệu “Hồ sơ mức độ 3”: chưa chấm được."
    )


def test_a_name_that_lacks_one_language_is_said_in_the_other():
    assert Title(vi="Chỉ tiếng Việt").said("en") == "Chỉ tiếng Việt"
    assert Title(en="English only").said("vi") == "English only"


def test_a_criterion_without_a_rule_states_none():
    found = FRAMEWORK.criterion("8.2.2")

    assert found is not None
    assert state_rule(found, FRAMEWORK, "vi") == ()


def test_a_criterion_without_a_maximum_says_that_the_framework_lacks_it():
    found = FRAMEWORK.criterion("1.5")
    assert found is not None
    score = score_criterion(FRAMEWORK, found, FactBook.of(()))

    assert explain(score, FRAMEWORK, "en") == (
        "The loaded framework does not state the maximum of this criterion.",
    )


def test_a_step_of_no_known_kind_is_an_error():
    with pytest.raises(KeyError):
        sentence(Step(key="astrology.applied"), "vi")


def test_steps_of_another_format_are_refused():
    with pytest.raises(ValueError, match="of format 99, not 1"):
        steps_from_data({"format": 99, "steps": []})

    assert STEP_FORMAT == 1


@pytest.mark.parametrize("value", [None, 1.5, {"float": "1.5"}, ["x"]])
def test_a_value_that_no_step_holds_is_refused(value: object):
    with pytest.raises(ValueError):
        Step.from_data({"key": "x", "values": {"value": value}})


def test_exact_numbers_stay_exact_in_json():
    step = Step(key="x", values={"third": Fraction(1, 3), "points": Decimal("1.10"), "count": 3, "text": "3"})

    assert step.as_data() == {
        "key": "x",
        "values": {"third": {"fraction": "1/3"}, "points": {"decimal": "1.10"}, "count": 3, "text": "3"},
    }
    assert Step.from_data(step.as_data()) == step
