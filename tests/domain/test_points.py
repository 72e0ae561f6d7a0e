"""Rounding of points: exact, as the framework states."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.points import Rounding, RoundingMode

EXACT = st.fractions(min_value=-1000, max_value=1000)


@pytest.mark.parametrize(
    ("exact", "half_up", "half_even", "down"),
    [
        ("0.125", "0.13", "0.12", "0.12"),
        ("0.135", "0.14", "0.14", "0.13"),
        ("-0.125", "-0.13", "-0.12", "-0.12"),
        ("0.1249999999999999999999999999999999", "0.12", "0.12", "0.12"),
        ("0.1250000000000000000000000000000001", "0.13", "0.13", "0.12"),
        ("0.25", "0.25", "0.25", "0.25"),
        ("-0.001", "0.00", "0.00", "0.00"),
    ],
)
def test_points_are_rounded_as_the_framework_states(exact: str, half_up: str, half_even: str, down: str):
    modes = (RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN)

    rounded = [Rounding(mode=mode).apply(Decimal(exact)) for mode in modes]

    assert rounded == [Decimal(half_up), Decimal(half_even), Decimal(down)]


@given(steps=st.integers(-(10**9), 10**9))
def test_half_a_hundredth_is_always_rounded_away_from_zero(steps: int):
    half = Fraction(2 * steps + 1, 200)

    rounded = Rounding().apply(half)

    assert Fraction(rounded) == half + (Fraction(1, 200) if half > 0 else Fraction(-1, 200))


@given(exact=EXACT)
def test_rounding_moves_points_by_half_a_quantum_at_most(exact: Fraction):
    assert abs(Fraction(Rounding().apply(exact)) - exact) <= Fraction(1, 200)


@given(exact=EXACT, mode=st.sampled_from(RoundingMode))
def test_rounding_a_negative_mirrors_the_positive(exact: Fraction, mode: RoundingMode):
    rounding = Rounding(mode=mode)

    assert rounding.apply(-exact) == -rounding.apply(exact)


@given(exact=EXACT)
def test_rounding_to_a_quarter_lands_on_quarters(exact: Fraction):
    assert Rounding(quantum=Decimal("0.25")).apply(exact) % Decimal("0.25") == 0
