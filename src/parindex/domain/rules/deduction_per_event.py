"""Trừ điểm theo vụ việc: each event costs the points of its kind, down to nothing.

Real case: 1.2 (two late reports of different kinds cost 1.00 and 0.25 of 3.00).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import Event, FactKind
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Input, Sentence, Step, Values, Verdict, scored, unruled
from parindex.domain.rules.checks import empty, negative, repeated
from parindex.domain.rules.parameters import EventWeight
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class DeductionPerEvent:
    """An event of a kind that no weight names is unruled. `none_certainty`: that no event costs nothing."""

    kind: Literal["deduction_per_event"] = "deduction_per_event"
    events: str  # fact code
    weights: tuple[EventWeight, ...]
    none_certainty: Certainty

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "none_rule": Sentence(
            vi="Không có trường hợp nào: được {maximum:points}/{maximum:points} điểm; trừ đến hết điểm của tiêu chí.",
            en="No case: {maximum:points} of {maximum:points} points; deductions end when no points are left.",
        ),
        "weight_rule": Sentence(
            vi="Mỗi trường hợp “{title}”: trừ {cost:points} điểm.",
            en="Each case of “{title}” costs {cost:points} points.",
        ),
        "none": Sentence(
            vi="Không có trường hợp nào bị trừ: được {maximum:points}/{maximum:points} điểm.",
            en="Nothing is deducted: {maximum:points} of {maximum:points} points.",
        ),
        "event": Sentence(
            vi="{text} ({title}): trừ {cost:points} điểm.",
            en="{text} ({title}): {cost:points} points deducted.",
        ),
        "unknown": Sentence(
            vi="{text}: chưa rõ mức trừ của loại “{event}”.",
            en="{text}: what the kind “{event}” costs is not known.",
        ),
        "rest": Sentence(
            vi="Trừ tổng cộng {deducted:points} điểm, còn {points:points}/{maximum:points} điểm.",
            en="{deducted:points} points deducted in all, {points:points} of {maximum:points} points left.",
        ),
        "floor": Sentence(
            vi="Trừ tổng cộng {deducted:points} điểm, vượt điểm tối đa: còn 0,00/{maximum:points} điểm.",
            en="{deducted:points} points deducted in all, more than the maximum: 0.00 of {maximum:points} points left.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="events", fact=self.events, kind=FactKind.EVENTS),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        none = empty(self.weights, Sentence(vi="mức trừ", en="weight"))
        twice = repeated(weight.event for weight in self.weights)
        return (*none, *twice, *negative(weight.points for weight in self.weights))

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        none = Step(
            key="deduction_per_event.none_rule", values={"maximum": maximum}, certainty=self.none_certainty
        )
        weights = (
            Step(
                key="deduction_per_event.weight_rule",
                values={"title": weight.title, "cost": weight.points},
                certainty=weight.certainty,
            )
            for weight in self.weights
        )
        return (none, *weights)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        events = cast("tuple[Event, ...]", values["events"])
        if not events:
            said = {"maximum": maximum}
            none = Step(key="deduction_per_event.none", values=said, certainty=self.none_certainty)
            return scored(maximum, none)
        weights = {weight.event: weight for weight in self.weights}
        steps = tuple(_event_step(event, weights.get(event.kind)) for event in events)
        if any(event.kind not in weights for event in events):
            return unruled(*steps)
        deducted = sum((weights[event.kind].points for event in events), ZERO)
        points = max(ZERO, maximum - deducted)
        key = "deduction_per_event.rest" if deducted <= maximum else "deduction_per_event.floor"
        rest = {"deducted": deducted, "points": points, "maximum": maximum}
        return scored(points, *steps, Step(key=key, values=rest))


def _event_step(event: Event, weight: EventWeight | None) -> Step:
    if weight is None:
        return Step(key="deduction_per_event.unknown", values={"text": event.text, "event": event.kind})
    return Step(
        key="deduction_per_event.event",
        values={"text": event.text, "title": weight.title, "cost": weight.points},
        certainty=weight.certainty,
    )
