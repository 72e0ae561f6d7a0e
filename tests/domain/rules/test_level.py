"""level: levels that cannot be."""

from decimal import Decimal

from parindex.domain.rules.level import Level, LevelEarning
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


def test_a_level_named_twice_and_points_above_the_maximum_are_problems():
    levels = [
        LevelEarning(
            level="commune", title=Title(vi="cấp xã"), earns=Decimal(earns), certainty=Certainty.PLAN
        )
        for earns in ("0.25", "0.75")
    ]

    problems = Level(value="discipline", levels=tuple(levels)).problems(Decimal("0.50"))

    assert [said.en for said in problems] == [
        "“commune” is listed 2 times",
        "0.75 points lie outside 0 to 0.50",
    ]
