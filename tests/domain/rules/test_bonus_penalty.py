"""bonus_penalty: caps of the year, and the limits of the criterion."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.facts import Event
from parindex.domain.rules.bonus_penalty import BonusPenalty
from parindex.domain.rules.parameters import Cap, Earning, EventWeight
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

MAXIMUM = Decimal("5.00")


def weight(event: str, points: str) -> EventWeight:
    return EventWeight(event=event, title=Title(vi=event), points=Decimal(points), certainty=Certainty.PLAN)


def cap(points: str) -> Cap:
    return Cap(points=Decimal(points), certainty=Certainty.PLAN)


def rule(*, may_exceed: bool) -> BonusPenalty:
    return BonusPenalty(
        events="events",
        base=Earning(earns=Decimal("3.00"), certainty=Certainty.PLAN),
        bonuses=(weight("award", "0.70"),),
        penalties=(weight("complaint", "0.40"),),
        bonus_cap=cap("2.50"),
        penalty_cap=cap("3.50"),
        may_exceed=may_exceed,
    )


@given(awards=st.integers(0, 12), complaints=st.integers(0, 12), may_exceed=st.booleans())
def test_bonuses_and_penalties_stop_at_their_caps_and_the_sum_at_its_limits(
    awards: int, complaints: int, may_exceed: bool
):
    events = (Event(kind="award", text="x"),) * awards + (Event(kind="complaint", text="y"),) * complaints

    points = rule(may_exceed=may_exceed).evaluate({"events": events}, MAXIMUM).points

    free = (
        3
        + min(Fraction(7, 10) * awards, Fraction("2.5"))
        - min(Fraction(4, 10) * complaints, Fraction("3.5"))
    )
    assert points == (free if may_exceed else min(Fraction(5), max(Fraction(0), free)))


def test_a_negative_cap_and_an_event_of_both_sorts_are_problems():
    both = BonusPenalty(
        events="events",
        base=Earning(earns=Decimal("6.00"), certainty=Certainty.PLAN),
        bonuses=(weight("award", "1"),),
        penalties=(weight("award", "1"),),
        bonus_cap=cap("-1"),
    )

    assert [said.en for said in both.problems(MAXIMUM)] == [
        "“award” is listed 2 times",
        "-1 must not be negative",
        "6.00 points lie outside 0 to 5.00",
    ]
