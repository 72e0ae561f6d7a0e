"""checklist: part points that add up to the maximum."""

from decimal import Decimal

from parindex.domain.rules.checklist import Checklist, ChecklistItem
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

MAXIMUM = Decimal("1.50")


def checklist(*points: str) -> Checklist:
    items = (
        ChecklistItem(fact=f"item_{n}", title=Title(vi=str(n)), points=Decimal(p), certainty=Certainty.PLAN)
        for n, p in enumerate(points)
    )
    return Checklist(items=tuple(items))


def test_part_points_that_do_not_add_up_to_the_maximum_are_a_problem():
    problems = checklist("1.00", "0.25").problems(MAXIMUM)

    assert [said.vi for said in problems] == ["điểm các yêu cầu cộng lại là 1.25, không phải 1.50"]


def test_part_points_that_add_up_are_no_problem():
    assert checklist("1.00", "0.50").problems(MAXIMUM) == ()


def test_all_items_met_earn_the_maximum():
    verdict = checklist("1.00", "0.50").evaluate({"item_0": True, "item_1": True}, MAXIMUM)

    assert verdict.points == MAXIMUM
