"""Intervals: exact at both edges."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.intervals import Interval

BOUNDS = st.none() | st.fractions(min_value=-3, max_value=3, max_denominator=4)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(BOUNDS), draw(BOUNDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    ends = (draw(st.booleans()), draw(st.booleans())) if low != high or low is None else (True, True)
    return Interval(low=low, high=high, low_included=ends[0], high_included=ends[1])


@given(
    interval=intervals(), other=intervals(), value=st.fractions(min_value=-4, max_value=4, max_denominator=8)
)
def test_what_covers_another_interval_contains_its_values(
    interval: Interval, other: Interval, value: Fraction
):
    if interval.covers(other) and other.contains(value):
        assert interval.contains(value)


@given(
    interval=intervals(), other=intervals(), value=st.fractions(min_value=-4, max_value=4, max_denominator=8)
)
def test_intervals_that_share_a_value_meet(interval: Interval, other: Interval, value: Fraction):
    if interval.contains(value) and other.contains(value):
        assert interval.meets(other)


@given(interval=intervals(), other=intervals())
def test_meeting_is_mutual(interval: Interval, other: Interval):
    assert interval.meets(other) == other.meets(interval)


@pytest.mark.parametrize(
    ("low", "high", "low_included", "high_included"),
    [(2, 1, True, True), (1, 1, False, True), (1, 1, True, False)],
)
def test_an_interval_without_values_cannot_be_made(
    low: int, high: int, low_included: bool, high_included: bool
):
    with pytest.raises(ValueError):
        Interval(
            low=Fraction(low), high=Fraction(high), low_included=low_included, high_included=high_included
        )


def test_open_ends_are_closed_at_the_bounds_that_all_values_keep_to():
    over_eighty = Interval(low=Fraction("0.8"), low_included=False)

    assert over_eighty.within(Fraction(0), Fraction(1)) == Interval(
        low=Fraction("0.8"), high=Fraction(1), low_included=False
    )
