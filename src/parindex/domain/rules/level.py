"""Chấm theo mức độ: the level, or the severity, that was found decides the points.

Real cases: 5.5.2 (commune-level discipline leaves 0.25 of 0.50), 7.1.4 (not all communes connected: 0.50 of 1.00).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import FactKind
from parindex.domain.rules.base import Input, Sentence, Step, StepValues, Values, Verdict, scored, unruled
from parindex.domain.rules.checks import beyond, empty, repeated
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class LevelEarning:
    """One level: its name in facts, its title, and the points it earns."""

    level: str
    title: Title
    earns: Decimal
    certainty: Certainty

    def step(self, key: str, maximum: Decimal) -> Step:
        values: StepValues = {"title": self.title, "points": self.earns, "maximum": maximum}
        return Step(key=key, values=values, certainty=self.certainty)


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """Levels that the source does not state are left out; a fact that names one of those is unruled."""

    kind: Literal["level"] = "level"
    value: str  # fact code
    levels: tuple[LevelEarning, ...]

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="{title}: được {points:points}/{maximum:points} điểm.",
            en="{title}: {points:points} of {maximum:points} points.",
        ),
        "applied": Sentence(
            vi="{title}: được {points:points}/{maximum:points} điểm.",
            en="{title}: {points:points} of {maximum:points} points.",
        ),
        "unknown": Sentence(
            vi="Mức “{level}”: chưa rõ mức điểm tương ứng.",
            en="Level “{level}”: the points for this are not known.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="value", fact=self.value, kind=FactKind.LEVEL),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        none = empty(self.levels, Sentence(vi="mức", en="level"))
        twice = repeated(level.level for level in self.levels)
        return (*none, *twice, *beyond((level.earns for level in self.levels), maximum))

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return tuple(level.step("level.rule", maximum) for level in self.levels)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        found = cast("str", values["value"])
        level = next((level for level in self.levels if level.level == found), None)
        if level is None:
            return unruled(Step(key="level.unknown", values={"level": found}))
        return scored(level.earns, level.step("level.applied", maximum))
