"""count_threshold: the highest step that a count reaches."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.rules.count_threshold import CountStep, CountThreshold
from parindex.domain.sources import Certainty

STEPS = {0: Decimal("0.00"), 1: Decimal("0.50"), 3: Decimal("1.00")}


def rule(steps: dict[int, Decimal]) -> CountThreshold:
    made = [CountStep(at_least=n, earns=earns, certainty=Certainty.PLAN) for n, earns in steps.items()]
    return CountThreshold(value="initiatives", steps=tuple(made))


@given(count=st.integers(min_value=0, max_value=100))
def test_a_count_earns_the_highest_step_it_reaches(count: int):
    expected = STEPS[max(step for step in STEPS if step <= count)]

    assert rule(STEPS).evaluate({"value": count}, Decimal("1.00")).points == Fraction(expected)


def test_a_step_below_zero_is_a_problem():
    assert [said.en for said in rule({-1: Decimal(1)}).problems(Decimal(1))] == ["-1 must not be negative"]
