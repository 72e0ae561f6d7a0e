"""all_or_nothing: the two ends only."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.rules.all_or_nothing import AllOrNothing
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

RULE = AllOrNothing(
    requirement="lawful",
    title=Title(vi="đúng thẩm quyền", en="within its power"),
    met_certainty=Certainty.IMPLIED,
    unmet_certainty=Certainty.PLAN,
)


@pytest.mark.parametrize(
    ("holds", "points", "certainty"),
    [(True, Fraction(1, 2), Certainty.IMPLIED), (False, Fraction(0), Certainty.PLAN)],
)
def test_each_end_has_its_own_certainty(holds: bool, points: Fraction, certainty: Certainty):
    verdict = RULE.evaluate({"requirement": holds}, Decimal("0.50"))

    assert (verdict.points, verdict.steps[0].certainty) == (points, certainty)
