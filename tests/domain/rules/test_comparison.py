"""comparison: two figures decide as their order does."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.rules.comparison import Comparison
from parindex.domain.rules.parameters import Earning
from parindex.domain.sources import Certainty

EARNS = {"higher": Decimal("1.00"), "equal": Decimal("0.75"), "lower": Decimal("0.50")}
RULE = Comparison(
    trend="trend",
    this_year="now",
    last_year="before",
    higher=Earning(earns=EARNS["higher"], certainty=Certainty.PLAN),
    equal=Earning(earns=EARNS["equal"], certainty=Certainty.PLAN),
    lower=Earning(earns=EARNS["lower"], certainty=Certainty.PLAN),
)
FIGURES = st.decimals(allow_nan=False, allow_infinity=False)


@given(now=FIGURES, before=FIGURES)
def test_figures_earn_what_their_order_earns(now: Decimal, before: Decimal):
    trend = "equal" if now == before else "higher" if now > before else "lower"

    verdict = RULE.evaluate({"this_year": now, "last_year": before}, Decimal("1.00"))

    assert verdict.points == Fraction(EARNS[trend])


def test_one_figure_alone_in_a_rule_is_a_problem():
    rule = Comparison(trend="trend", this_year="now")

    assert [said.en for said in rule.problems(Decimal(1))] == ["this_year and last_year belong together"]
