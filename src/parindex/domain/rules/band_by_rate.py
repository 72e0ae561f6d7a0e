"""Chấm theo khung: the band that a share, a count or another number falls into decides the points.

Real cases: 5.7.1 (80 % ≤ share < 100 % earns 0.25 of 0.50), 7.1.1 (over 80 % earns 0.80 of 1.00).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import ClassVar, Literal, cast

from parindex.domain.facts import FactKind
from parindex.domain.intervals import Interval
from parindex.domain.rules.base import (
    Input,
    Sentence,
    Step,
    StepValue,
    StepValues,
    Values,
    Verdict,
    scored,
    unruled,
)
from parindex.domain.rules.checks import beyond, empty
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """One band: `at_least` (included) or `above`, `below` or `at_most` (included), and the points it earns."""

    earns: Decimal
    certainty: Certainty
    at_least: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    at_most: Decimal | None = None
    range: Interval = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.at_least is not None and self.above is not None:
            raise ValueError("a band starts with at_least or above, not both")
        if self.below is not None and self.at_most is not None:
            raise ValueError("a band ends with below or at_most, not both")
        low = self.above if self.at_least is None else self.at_least
        high = self.below if self.at_most is None else self.at_most
        values = Interval(
            low=None if low is None else Fraction(low),
            high=None if high is None else Fraction(high),
            low_included=self.above is None,
            high_included=self.below is None,
        )
        object.__setattr__(self, "range", values)

    def step(self, key: str, maximum: Decimal, **measured: StepValue) -> Step:
        values: StepValues = {**measured, "range": self.range, "points": self.earns, "maximum": maximum}
        return Step(key=key, values=values, certainty=self.certainty)


@dataclass(frozen=True, kw_only=True, slots=True)
class BandByRate:
    """Bands over one measured value. Values that no band holds are unruled: the source does not state them."""

    kind: Literal["band_by_rate"] = "band_by_rate"
    value: str  # fact code
    measure: Literal["share", "count", "number"] = "share"
    bands: tuple[Band, ...]

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "share.rule": Sentence(
            vi="{range:percent}: được {points:points}/{maximum:points} điểm.",
            en="{range:percent}: {points:points} of {maximum:points} points.",
        ),
        "share.band": Sentence(
            vi="{fact}: {value:percent}, thuộc mức {range:percent}, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {value:percent} (band: {range:percent}) earns {points:points} of {maximum:points} points.",
        ),
        "share.exact": Sentence(
            vi="{fact}: {value:percent}, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {value:percent} earns {points:points} of {maximum:points} points.",
        ),
        "share.undecided": Sentence(
            vi="{fact}: chỉ biết {value:percent}, chưa xác định được mức điểm.",
            en="{fact}: known only as {value:percent}, which does not settle the points.",
        ),
        "share.unruled": Sentence(
            vi="{fact}: {value:percent}, chưa rõ mức điểm tương ứng.",
            en="{fact}: {value:percent}; the points for this are not known.",
        ),
        "number.rule": Sentence(
            vi="{fact}: {range:number} – được {points:points}/{maximum:points} điểm.",
            en="{fact}: {range:number} earns {points:points} of {maximum:points} points.",
        ),
        "number.band": Sentence(
            vi="{fact}: {value:number}, thuộc mức {range:number}, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {value:number} (band: {range:number}) earns {points:points} of {maximum:points} points.",
        ),
        "number.exact": Sentence(
            vi="{fact}: {value:number}, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {value:number} earns {points:points} of {maximum:points} points.",
        ),
        "number.undecided": Sentence(
            vi="{fact}: chỉ biết {value:number}, chưa xác định được mức điểm.",
            en="{fact}: known only as {value:number}, which does not settle the points.",
        ),
        "number.unruled": Sentence(
            vi="{fact}: {value:number}, chưa rõ mức điểm tương ứng.",
            en="{fact}: {value:number}; the points for this are not known.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="value", fact=self.value, kind=FactKind(self.measure)),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        overlaps = tuple(
            Sentence(
                vi=f"mức {a.earns} điểm và mức {b.earns} điểm chồng lên nhau",
                en=f"the bands that earn {a.earns} and {b.earns} overlap",
            )
            for a, b in combinations(self.bands, 2)
            if a.range.meets(b.range)
        )
        none = empty(self.bands, Sentence(vi="mức", en="band"))
        return (*none, *beyond((band.earns for band in self.bands), maximum), *overlaps)

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return tuple(band.step(self._key("rule"), maximum, fact=self.value) for band in self.bands)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        shown = cast("Fraction | Decimal | int | Interval", values["value"])
        value = self._range(shown)
        measured: dict[str, StepValue] = {"fact": self.value, "value": shown}
        for band in self.bands:
            if band.range.covers(value):
                key = self._key("exact" if band.range == value else "band")
                return scored(band.earns, band.step(key, maximum, **measured))
        undecided = any(band.range.meets(value) for band in self.bands)
        return unruled(Step(key=self._key("undecided" if undecided else "unruled"), values=measured))

    def _range(self, value: Fraction | Decimal | int | Interval) -> Interval:
        if not isinstance(value, Interval):
            return Interval.at(Fraction(value))
        return value.within(Fraction(0), Fraction(1)) if self.measure == "share" else value

    def _key(self, name: str) -> str:
        measure = "share" if self.measure == "share" else "number"
        return f"{self.kind}.{measure}.{name}"
