"""deduction_per_event: sums, the floor, weights that cannot be."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.facts import Event
from parindex.domain.rules.deduction_per_event import DeductionPerEvent
from parindex.domain.rules.parameters import EventWeight
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

MAXIMUM = Decimal("3.00")
WEIGHTS = {"annual": Decimal("1.00"), "monitoring": Decimal("0.25")}


def rule(weights: list[tuple[str, Decimal]]) -> DeductionPerEvent:
    named = [
        EventWeight(event=event, title=Title(vi=event), points=points, certainty=Certainty.PLAN)
        for event, points in weights
    ]
    return DeductionPerEvent(events="late", weights=tuple(named), none_certainty=Certainty.IMPLIED)


@given(kinds=st.lists(st.sampled_from(sorted(WEIGHTS)), max_size=30))
def test_events_cost_the_sum_of_their_weights_down_to_nothing(kinds: list[str]):
    events = tuple(Event(kind=kind, text=kind) for kind in kinds)

    points = rule(list(WEIGHTS.items())).evaluate({"events": events}, MAXIMUM).points

    assert points == max(0, Fraction(MAXIMUM) - sum(Fraction(WEIGHTS[kind]) for kind in kinds))


def test_a_weight_named_twice_or_below_zero_is_a_problem():
    problems = rule([("annual", Decimal(1)), ("annual", Decimal(-1))]).problems(MAXIMUM)

    assert [said.en for said in problems] == ["“annual” is listed 2 times", "-1 must not be negative"]


def test_a_rule_without_weights_is_a_problem():
    assert [said.vi for said in rule([]).problems(MAXIMUM)] == ["chưa nêu mức trừ nào"]
