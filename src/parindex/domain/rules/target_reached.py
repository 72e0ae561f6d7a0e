"""Đạt chỉ tiêu: a target that was set is reached, or it is not.

Real case: 8.2.3 (revenue below the plan the Government set: 0 of 1.50). Two figures, or a yes/no fact, or both.
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
    StepValues,
    Values,
    Verdict,
    contradictory,
    missing,
    scored,
    unruled,
)
from parindex.domain.rules.checks import beyond
from parindex.domain.rules.figures import Measure, both, figure_input, is_vague
from parindex.domain.rules.parameters import Earning

_WORDS = {True: "met", False: "unmet"}


@dataclass(frozen=True, kw_only=True, slots=True)
class TargetReached:
    """Facts: `actual` and `target` (figures; a target is reached at the target itself), `reached` (yes/no)."""

    kind: Literal["target_reached"] = "target_reached"
    reached: str  # fact code
    actual: str = ""  # fact code
    target: str = ""  # fact code
    measure: Measure = "number"
    met: Earning
    unmet: Earning

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "met_rule": Sentence(
            vi="Đạt chỉ tiêu: được {points:points}/{maximum:points} điểm.",
            en="Target reached: {points:points} of {maximum:points} points.",
        ),
        "unmet_rule": Sentence(
            vi="Không đạt chỉ tiêu: được {points:points}/{maximum:points} điểm.",
            en="Target not reached: {points:points} of {maximum:points} points.",
        ),
        "figures": Sentence(
            vi="Thực hiện: {actual:figure}; chỉ tiêu: {target:figure}.",
            en="Actual: {actual:figure}; target: {target:figure}.",
        ),
        "met": Sentence(
            vi="Đạt chỉ tiêu: được {points:points}/{maximum:points} điểm.",
            en="The target is reached: {points:points} of {maximum:points} points.",
        ),
        "unmet": Sentence(
            vi="Không đạt chỉ tiêu: được {points:points}/{maximum:points} điểm.",
            en="The target is not reached: {points:points} of {maximum:points} points.",
        ),
        "disagree": Sentence(
            vi="Số thực hiện và chỉ tiêu không khớp với số liệu “{fact}”: phải làm rõ trước khi chấm.",
            en="The two figures disagree with the fact “{fact}”: settle this before scoring.",
        ),
        "missing": Sentence(
            vi="Chưa đủ số thực hiện và chỉ tiêu, cũng chưa có số liệu “{fact}”: chưa chấm được.",
            en="The actual figure and the target, or the fact “{fact}”, are needed: this cannot be scored yet.",
        ),
        "vague": Sentence(
            vi="Mới biết con số trong một khoảng: chưa so được với chỉ tiêu.",
            en="A figure is known only as a range: it cannot be compared with the target.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        reached = Input(name="reached", fact=self.reached, kind=FactKind.YES_NO, required=False)
        figures = (("actual", self.actual), ("target", self.target))
        return (reached, *(figure_input(name, fact, self.measure) for name, fact in figures if fact))

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        wrong = beyond((self.met.earns, self.unmet.earns), maximum)
        if bool(self.actual) == bool(self.target):
            return wrong
        return (*wrong, Sentence(vi="phải nêu cả actual và target", en="actual and target belong together"))

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return self._step("met_rule", self.met, maximum), self._step("unmet_rule", self.unmet, maximum)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        stated = cast("bool | None", values.get("reached"))
        computed, shown = _computed(values)
        if stated is not None and computed is not None and stated != computed:
            return contradictory(*shown, Step(key="target_reached.disagree", values={"fact": self.reached}))
        reached = computed if stated is None else stated
        if reached is None:
            return self._undecided(values)
        earning = self.met if reached else self.unmet
        return scored(earning.earns, *shown, self._step(_WORDS[reached], earning, maximum))

    def _undecided(self, values: Values) -> Verdict:
        if is_vague(values, "actual", "target"):
            return unruled(Step(key="target_reached.vague"))
        return missing(Step(key="target_reached.missing", values={"fact": self.reached}))

    def _step(self, name: str, earning: Earning, maximum: Decimal) -> Step:
        values = {"points": earning.earns, "maximum": maximum}
        return Step(key=f"{self.kind}.{name}", values=values, certainty=earning.certainty)


def _computed(values: Values) -> tuple[bool | None, tuple[Step, ...]]:
    pair = both(values, "actual", "target")
    if pair is None:
        return None, ()
    said: StepValues = {"actual": pair[0], "target": pair[1]}
    return pair[0] >= pair[1], (Step(key="target_reached.figures", values=said),)
