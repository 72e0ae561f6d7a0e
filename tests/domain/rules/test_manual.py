"""manual: points only within 0 and the maximum, and only with a reason."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.facts import Award
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.manual import Manual
from parindex.domain.sources import Certainty

RULE = Manual(award="award", certainty=Certainty.PLAN)
MAXIMUM = Decimal("2.00")


@given(points=st.decimals("-3", "5", places=2), reason=st.sampled_from(["", " ", ".", "Đủ hồ sơ"]))
def test_an_award_scores_only_within_its_limits_and_with_a_reason(points: Decimal, reason: str):
    verdict = RULE.evaluate({"award": Award(points=points, reason=reason)}, MAXIMUM)

    allowed = 0 <= points <= MAXIMUM
    expected = (
        Outcome.CONTRADICTORY if not allowed else Outcome.SCORED if len(reason) > 1 else Outcome.MISSING
    )
    assert verdict.outcome is expected
