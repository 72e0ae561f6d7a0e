"""relative_to_best: the exact proportion."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.rules.base import Outcome
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.sources import Certainty

RULE = RelativeToBest(value="value", best="best", measure="count", certainty=Certainty.PLAN)


@given(value=st.integers(0, 10**12), best=st.integers(1, 10**12))
def test_points_are_the_exact_proportion_or_the_figures_contradict_each_other(value: int, best: int):
    verdict = RULE.evaluate({"value": value, "best": best}, Decimal("3.00"))

    assert verdict.points == (Fraction(3 * value, best) if value <= best else None)
    assert (verdict.outcome is Outcome.CONTRADICTORY) == (value > best)
