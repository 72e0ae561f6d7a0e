"""band_by_rate: edges, bands that clash, values known only between bounds."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.facts import Interval
from parindex.domain.rules.band_by_rate import Band, BandByRate
from parindex.domain.sources import Certainty

MAXIMUM = Decimal("0.50")


def band(earns: str, **bounds: str) -> Band:
    return Band(earns=Decimal(earns), certainty=Certainty.PLAN, **{k: Decimal(v) for k, v in bounds.items()})


RULE = BandByRate(
    value="share",
    bands=(band("0.00", below="0.80"), band("0.25", at_least="0.80", below="1"), band("0.50", at_least="1")),
)


@given(unit=st.integers(min_value=1, max_value=10**30))
def test_one_part_in_any_number_below_an_edge_falls_into_the_lower_band(unit: int):
    edge = Fraction("0.80")

    below, on = (RULE.evaluate({"value": value}, MAXIMUM) for value in (edge - Fraction(1, unit * 2), edge))

    assert (below.points, on.points) == (Fraction(0), Fraction(1, 4))


@given(share=st.fractions(min_value=0, max_value=1))
def test_bands_that_leave_no_gap_score_every_share(share: Fraction):
    expected = 0 if share < Fraction("0.8") else Fraction(1, 4) if share < 1 else Fraction(1, 2)

    assert RULE.evaluate({"value": share}, MAXIMUM).points == expected


@given(low=st.fractions(min_value=0, max_value=1), high=st.fractions(min_value=0, max_value=1))
def test_an_interval_scores_only_where_all_its_values_score_alike(low: Fraction, high: Fraction):
    low, high = sorted((low, high))

    ends = {RULE.evaluate({"value": value}, MAXIMUM).points for value in (low, high)}

    expected = ends.pop() if len(ends) == 1 else None
    assert RULE.evaluate({"value": Interval(low=low, high=high)}, MAXIMUM).points == expected


def test_bands_that_share_a_value_are_a_problem():
    rule = BandByRate(value="share", bands=(band("0.25", at_least="0.80"), band("0.50", at_least="1")))

    assert [said.en for said in rule.problems(MAXIMUM)] == ["the bands that earn 0.25 and 0.50 overlap"]


def test_a_band_that_earns_more_than_the_maximum_is_a_problem():
    rule = BandByRate(value="share", bands=(band("0.75", at_least="0.80"),))

    assert [said.en for said in rule.problems(MAXIMUM)] == ["0.75 points lie outside 0 to 0.50"]


@pytest.mark.parametrize(
    "bounds",
    [{"at_least": "1", "above": "1"}, {"below": "1", "at_most": "1"}, {"at_least": "1", "below": "0.5"}],
)
def test_a_band_that_holds_no_value_cannot_be_written(bounds: dict[str, str]):
    with pytest.raises(ValueError):
        band("0.25", **bounds)
