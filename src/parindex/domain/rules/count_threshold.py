"""Đủ số lượng: at least so many earn the maximum; lower counts earn what the source states for them.

Real case: 1.5 aims at at least 3 initiatives (the plan's task 18); its points are a gap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import FactKind
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
from parindex.domain.rules.checks import beyond, empty, negative, repeated
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class CountStep:
    """From `at_least` (included) up to the next step: the points it earns."""

    at_least: int
    earns: Decimal
    certainty: Certainty

    def step(self, key: str, maximum: Decimal, **measured: StepValue) -> Step:
        values: StepValues = {
            **measured,
            "at_least": self.at_least,
            "points": self.earns,
            "maximum": maximum,
        }
        return Step(key=key, values=values, certainty=self.certainty)


@dataclass(frozen=True, kw_only=True, slots=True)
class CountThreshold:
    """Steps in any order; a count below the lowest one is unruled (state 0 to rule it)."""

    kind: Literal["count_threshold"] = "count_threshold"
    value: str  # fact code
    steps: tuple[CountStep, ...]

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="{fact}: từ {at_least:number} trở lên – được {points:points}/{maximum:points} điểm.",
            en="{fact}: at least {at_least:number} earns {points:points} of {maximum:points} points.",
        ),
        "reached": Sentence(
            vi="{fact}: {count:number}, mức từ {at_least:number} trở lên, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {count:number} (at least {at_least:number}) earns {points:points} of {maximum:points} points.",
        ),
        "not_yet": Sentence(
            vi="Chưa đạt mức từ {at_least:number} trở lên ({points:points} điểm).",
            en="The level of at least {at_least:number} ({points:points} points) is not reached.",
        ),
        "unknown": Sentence(
            vi="{fact}: {count:number}, chưa rõ mức điểm khi dưới {at_least:number}.",
            en="{fact}: {count:number}; the points below {at_least:number} are not known.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="value", fact=self.value, kind=FactKind.COUNT),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        none = empty(self.steps, Sentence(vi="mức", en="step"))
        twice = repeated(step.at_least for step in self.steps)
        below = negative(Decimal(step.at_least) for step in self.steps)
        return (*none, *twice, *below, *beyond((step.earns for step in self.steps), maximum))

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return tuple(step.step("count_threshold.rule", maximum, fact=self.value) for step in self._ordered())

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        count = cast("int", values["value"])
        higher: CountStep | None = None
        for step in self._ordered():
            if step.at_least <= count:
                return scored(step.earns, *self._applied(count, step, higher, maximum))
            higher = step
        lowest = higher.at_least if higher else 0
        said: StepValues = {"fact": self.value, "count": count, "at_least": lowest}
        return unruled(Step(key="count_threshold.unknown", values=said))

    def _ordered(self) -> list[CountStep]:
        return sorted(self.steps, key=lambda step: step.at_least, reverse=True)

    def _applied(
        self, count: int, step: CountStep, higher: CountStep | None, maximum: Decimal
    ) -> tuple[Step, ...]:
        reached = step.step("count_threshold.reached", maximum, fact=self.value, count=count)
        # The step above decides as well: that it was not reached is part of the reason.
        return (reached,) if higher is None else (reached, higher.step("count_threshold.not_yet", maximum))
