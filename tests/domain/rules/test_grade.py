"""grade: parameters that cannot be."""

from decimal import Decimal

from parindex.domain.rules.grade import Breach, Grade
from parindex.domain.rules.parameters import ShareOfMaximum
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


def test_shares_outside_0_to_1_are_problems():
    good = ShareOfMaximum(name="good", title=Title(vi="tốt"), share=Decimal("75"), certainty=Certainty.PLAN)
    breach = Breach(fact="breach", title=Title(vi="vi phạm"), share=Decimal("-0.5"), certainty=Certainty.PLAN)

    problems = Grade(value="grade", grades=(good,), breach=breach).problems(Decimal(4))

    assert [said.en for said in problems] == [
        "the share 75 lies outside 0 to 1",
        "the share -0.5 lies outside 0 to 1",
    ]
