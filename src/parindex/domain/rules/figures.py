"""Two figures side by side, and what was stated about them: shared by comparison, target and relative kinds."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, cast

from parindex.domain.facts import FactKind
from parindex.domain.intervals import Interval
from parindex.domain.rules.base import Input, Values

Measure = Literal["number", "count", "share"]
Figure = Fraction | Decimal | int


def figure_input(name: str, fact: str, measure: Measure, *, required: bool = False) -> Input:
    """The input for one figure."""
    return Input(name=name, fact=fact, kind=FactKind(measure), required=required)


def figure(values: Values, name: str) -> Figure | None:
    """The exact figure of an input; None when it is not there, or only known between bounds."""
    value = values.get(name)
    return None if value is None or isinstance(value, Interval) else cast("Figure", value)


def both(values: Values, first: str, second: str) -> tuple[Figure, Figure] | None:
    """Both figures, when both are known exactly."""
    pair = figure(values, first), figure(values, second)
    return None if pair[0] is None or pair[1] is None else (pair[0], pair[1])


def is_vague(values: Values, *names: str) -> bool:
    """Whether a figure is there, but only known between bounds."""
    return any(isinstance(values.get(name), Interval) for name in names)
