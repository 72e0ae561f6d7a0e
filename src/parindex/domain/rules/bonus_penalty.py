"""Điểm thưởng, điểm phạt: points that events add or take, each within its cap of the year."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import Event, FactKind
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Input, Sentence, Step, StepValues, Values, Verdict, scored, unruled
from parindex.domain.rules.checks import beyond, empty, negative, repeated
from parindex.domain.rules.parameters import Cap, Earning, EventWeight


@dataclass(frozen=True, kw_only=True, slots=True)
class BonusPenalty:
    """`base` points, plus bonuses, minus penalties; outside 0..maximum only where `may_exceed` says so."""

    kind: Literal["bonus_penalty"] = "bonus_penalty"
    events: str  # fact code
    base: Earning
    bonuses: tuple[EventWeight, ...] = ()
    penalties: tuple[EventWeight, ...] = ()
    bonus_cap: Cap | None = None
    penalty_cap: Cap | None = None
    may_exceed: bool = False

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "base_rule": Sentence(
            vi="Mức ban đầu: {points:points}/{maximum:points} điểm.",
            en="Starting points: {points:points} of {maximum:points} points.",
        ),
        "bonus_rule": Sentence(
            vi="Mỗi trường hợp “{title}”: cộng {points:points} điểm.",
            en="Each case of “{title}” adds {points:points} points.",
        ),
        "penalty_rule": Sentence(
            vi="Mỗi trường hợp “{title}”: trừ {points:points} điểm.",
            en="Each case of “{title}” costs {points:points} points.",
        ),
        "bonus_cap_rule": Sentence(
            vi="Cộng không quá {cap:points} điểm.",
            en="At most {cap:points} points are added.",
        ),
        "penalty_cap_rule": Sentence(
            vi="Trừ không quá {cap:points} điểm.",
            en="At most {cap:points} points are deducted.",
        ),
        "base": Sentence(
            vi="Mức ban đầu: {points:points}/{maximum:points} điểm.",
            en="Starting points: {points:points} of {maximum:points} points.",
        ),
        "bonus": Sentence(
            vi="{text} ({title}): cộng {points:points} điểm.",
            en="{text} ({title}): {points:points} points added.",
        ),
        "penalty": Sentence(
            vi="{text} ({title}): trừ {points:points} điểm.",
            en="{text} ({title}): {points:points} points deducted.",
        ),
        "unknown": Sentence(
            vi="{text}: chưa rõ mức cộng hoặc trừ của loại “{event}”.",
            en="{text}: what the kind “{event}” adds or costs is not known.",
        ),
        "bonus_capped": Sentence(
            vi="Các khoản cộng là {sum:points} điểm, vượt mức trần: chỉ tính {cap:points} điểm.",
            en="{sum:points} points added in all, over the cap: {cap:points} points count.",
        ),
        "penalty_capped": Sentence(
            vi="Các khoản trừ là {sum:points} điểm, vượt mức trần: chỉ tính {cap:points} điểm.",
            en="{sum:points} points deducted in all, over the cap: {cap:points} points count.",
        ),
        "total": Sentence(
            vi="Kết quả: {points:points}/{maximum:points} điểm.",
            en="Result: {points:points} of {maximum:points} points.",
        ),
        "limited": Sentence(
            vi="Cộng trừ được {sum:points} điểm, giới hạn từ 0 đến {maximum:points} điểm: tính {points:points} điểm.",
            en="The sum is {sum:points} points, limited to between 0 and {maximum:points}: {points:points} points.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="events", fact=self.events, kind=FactKind.EVENTS),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        weights = (*self.bonuses, *self.penalties)
        caps = [cap.points for cap in (self.bonus_cap, self.penalty_cap) if cap]
        return (
            *empty(weights, Sentence(vi="mức cộng, trừ", en="bonus or penalty")),
            *repeated(weight.event for weight in weights),
            *negative([*(weight.points for weight in weights), *caps]),
            *beyond([self.base.earns], maximum),
        )

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        caps = (("bonus_cap_rule", self.bonus_cap), ("penalty_cap_rule", self.penalty_cap))
        return (
            self._base("base_rule", maximum),
            *(_weight_step("bonus_rule", weight) for weight in self.bonuses),
            *(_weight_step("penalty_rule", weight) for weight in self.penalties),
            *(
                Step(key=f"{self.kind}.{name}", values={"cap": cap.points}, certainty=cap.certainty)
                for name, cap in caps
                if cap
            ),
        )

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        events = cast("tuple[Event, ...]", values["events"])
        known = {weight.event for weight in (*self.bonuses, *self.penalties)}
        unknown = [event for event in events if event.kind not in known]
        if unknown:
            return unruled(*(_unknown_step(event) for event in unknown))
        bonus, bonus_steps = _sum("bonus", events, self.bonuses, self.bonus_cap)
        penalty, penalty_steps = _sum("penalty", events, self.penalties, self.penalty_cap)
        result = self.base.earns + bonus - penalty
        points = result if self.may_exceed else min(maximum, max(ZERO, result))
        totals = {"sum": result, "points": points, "maximum": maximum}
        total = Step(key=f"{self.kind}.{'total' if points == result else 'limited'}", values=totals)
        return scored(points, self._base("base", maximum), *bonus_steps, *penalty_steps, total)

    def _base(self, name: str, maximum: Decimal) -> Step:
        values = {"points": self.base.earns, "maximum": maximum}
        return Step(key=f"{self.kind}.{name}", values=values, certainty=self.base.certainty)


def _unknown_step(event: Event) -> Step:
    return Step(key="bonus_penalty.unknown", values={"text": event.text, "event": event.kind})


def _weight_step(name: str, weight: EventWeight, text: str = "") -> Step:
    values: StepValues = {"title": weight.title, "points": weight.points}
    said = {**values, "text": text} if text else values
    return Step(key=f"bonus_penalty.{name}", values=said, certainty=weight.certainty)


def _sum(
    name: str, events: tuple[Event, ...], weights: tuple[EventWeight, ...], cap: Cap | None
) -> tuple[Decimal, tuple[Step, ...]]:
    by_kind = {weight.event: weight for weight in weights}
    counted = [(event, by_kind[event.kind]) for event in events if event.kind in by_kind]
    steps = tuple(_weight_step(name, weight, event.text) for event, weight in counted)
    total = sum((weight.points for _, weight in counted), ZERO)
    if cap is None or total <= cap.points:
        return total, steps
    said = {"sum": total, "cap": cap.points}
    capped = Step(key=f"bonus_penalty.{name}_capped", values=said, certainty=cap.certainty)
    return cap.points, (*steps, capped)
