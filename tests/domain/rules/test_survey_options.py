"""survey_options: the mean of the answers, exactly."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.facts import NamedCount
from parindex.domain.rules.parameters import ShareOfMaximum
from parindex.domain.rules.survey_options import SurveyOptions
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

SHARES = {"a": Decimal("1.00"), "b": Decimal("0.60"), "c": Decimal("0.20"), "d": Decimal("0.00")}
OPTIONS = [
    ShareOfMaximum(name=name, title=Title(vi=name), share=share, certainty=Certainty.OFFICIAL)
    for name, share in SHARES.items()
]
RULE = SurveyOptions(answers="answers", options=tuple(OPTIONS))


@given(counts=st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 10**9)), max_size=9))
def test_points_are_the_mean_worth_of_the_answers(counts: list[tuple[str, int]]):
    answers = tuple(NamedCount(name=name, count=count) for name, count in counts)
    total = sum(count for _, count in counts)

    points = RULE.evaluate({"answers": answers}, Decimal("1.50")).points

    worth = sum(Fraction(SHARES[name]) * count for name, count in counts)
    assert points == (Fraction("1.5") * worth / total if total else None)
