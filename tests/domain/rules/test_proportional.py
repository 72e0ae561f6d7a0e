"""proportional: exact to the last fraction, never above the maximum."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.rules.proportional import Proportional
from parindex.domain.sources import Certainty

MAXIMUM = Decimal("1.50")


def rule(full_at: str = "1", from_share: str = "0") -> Proportional:
    return Proportional(
        value="done", certainty=Certainty.OFFICIAL, full_at=Decimal(full_at), from_share=Decimal(from_share)
    )


@given(share=st.fractions(min_value=0, max_value=1))
def test_points_are_the_exact_share_of_the_maximum(share: Fraction):
    assert rule().evaluate({"value": share}, MAXIMUM).points == share * Fraction("1.5")


@given(share=st.fractions(min_value=0, max_value=1), full_at=st.decimals("0.01", "1", places=2))
def test_points_never_leave_0_to_the_maximum(share: Fraction, full_at: Decimal):
    points = rule(full_at=str(full_at)).evaluate({"value": share}, MAXIMUM).points

    assert points is not None
    assert 0 <= points <= Fraction(MAXIMUM)


@pytest.mark.parametrize(("full_at", "from_share"), [("0", "0"), ("0.5", "0.6"), ("0.5", "-0.1")])
def test_thresholds_in_the_wrong_order_are_a_problem(full_at: str, from_share: str):
    problems = rule(full_at, from_share).problems(MAXIMUM)

    assert [said.en for said in problems] == ["full_at must be above 0 and not below from_share"]


def test_a_full_share_above_100_percent_is_a_problem():
    assert [said.en for said in rule("1.2").problems(MAXIMUM)] == ["the share 1.2 lies outside 0 to 1"]
