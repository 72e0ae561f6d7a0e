"""target_reached: parameters that cannot be."""

from decimal import Decimal

from parindex.domain.rules.parameters import Earning
from parindex.domain.rules.target_reached import TargetReached
from parindex.domain.sources import Certainty


def test_a_figure_without_its_counterpart_and_points_below_zero_are_problems():
    met, unmet = (Earning(earns=Decimal(earns), certainty=Certainty.PLAN) for earns in ("1.50", "-0.50"))

    problems = TargetReached(reached="reached", actual="actual", met=met, unmet=unmet).problems(
        Decimal("1.50")
    )

    assert [said.en for said in problems] == [
        "-0.50 points lie outside 0 to 1.50",
        "actual and target belong together",
    ]
