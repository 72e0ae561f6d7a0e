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
            vi="Không có vụ việc nào: {maximum:points}/{maximum:points} điểm; trừ nhiều nhất đến 0 điểm.",
            en="No event: {maximum:points} of {maximum:points} points; deductions stop at 0.",
        ),
        "weight_rule": Sentence(
            vi="Mỗi vụ việc “{title}”: trừ {cost:points} điểm.",
            en="Each event “{title}” costs {cost:points} points.",
        ),
        "none": Sentence(
            vi="Không có vụ việc nào bị trừ điểm: được {maximum:points}/{maximum:points} điểm.",
            en="No event costs points: {maximum:points} of {maximum:points} points.",
        ),
        "event": Sentence(
            vi="{text} ({title}): trừ {cost:points} điểm.", en="{text} ({title}): costs {cost:points} points."
        ),
        "unknown": Sentence(
            vi="{text}: chưa rõ loại vụ việc “{event}” bị trừ bao nhiêu điểm.",
            en="{text}: what an event of the kind “{event}” costs is not known.",
        ),
        "rest": Sentence(
            vi="Tổng trừ {deducted:points} điểm: còn {points:points}/{maximum:points} điểm.",
            en="{deducted:points} points deducted in all: {points:points} of {maximum:points} are left.",
        ),
        "floor": Sentence(
            vi="Tổng trừ {deducted:points} điểm, vượt điểm tối đa: còn 0/{maximum:points} điểm.",
            en="{deducted:points} points deducted in all, more than the maximum: 0 of {maximum:points} are left.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="events", fact=self.events, kind=FactKind.EVENTS),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:  # noqa: ARG002  (one shape for all kinds)
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
