"""The drawing of a rule over a share: bands, stretches without one, and our value."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.intervals import Interval
from parindex.domain.rules.band_by_rate import Band
from parindex.domain.sources import Certainty
from parindex.web.charts.rule_line import RuleLine, rule_line


def band(earns: str, **ends: str) -> Band:
    return Band(
        earns=Decimal(earns), certainty=Certainty.PLAN, **{end: Decimal(at) for end, at in ends.items()}
    )


def drawn(line: RuleLine) -> list[tuple[str, str, Decimal | None]]:
    return [(found.x, found.width, found.earns) for found in line.bands]


def test_bands_that_hold_every_share_leave_nothing_unknown():
    line = rule_line([band("1.00", at_least="0.80"), band("0.00", below="0.80")], None)

    assert drawn(line) == [("0.00%", "75.20%", Decimal("0.00")), ("75.20%", "18.80%", Decimal("1.00"))]


def test_a_band_of_one_value_lies_over_the_unknown_stretch_around_it():
    line = rule_line([band("0.00", at_least="0", at_most="0")], Fraction(0))

    assert drawn(line) == [("0.00%", "94.00%", None), ("0.00%", "2.00%", Decimal("0.00"))]


@pytest.mark.parametrize(
    ("value", "place", "width"),
    [
        (Fraction(1, 2), "47.00%", ""),
        (Interval(low=Fraction(1, 2), high=Fraction(3, 4)), "47.00%", "23.50%"),
        (Interval(low=Fraction(1, 2)), "47.00%", "47.00%"),
        (None, "0.00%", ""),
    ],
)
def test_a_value_is_a_point_or_the_range_it_lies_in(
    value: Fraction | Interval | None, place: str, width: str
):
    line = rule_line([band("1.00", at_least="0.80")], value)

    assert (line.value, line.value_x, line.value_width) == (value, place, width)
