"""So với đơn vị tốt nhất: the best unit earns the maximum, the others in proportion. Used in emulation scoring."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from parindex.domain.rules.base import (
    Input,
    Sentence,
    Step,
    StepValue,
    Values,
    Verdict,
    contradictory,
    scored,
    unruled,
)
from parindex.domain.rules.figures import Measure, both, figure_input
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class RelativeToBest:
    """value ÷ best × maximum; both figures are of one kind and not negative."""

    kind: Literal["relative_to_best"] = "relative_to_best"
    value: str  # fact code
    best: str  # fact code
    measure: Measure = "number"
    certainty: Certainty

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="Đơn vị tốt nhất được {maximum:points} điểm; đơn vị khác tính theo tỷ lệ so với đơn vị tốt nhất.",
            en="The best unit earns {maximum:points} points; the others earn in proportion to it.",
        ),
        "applied": Sentence(
            vi="{fact}: {value:figure}, mức tốt nhất là {best:figure}, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {value:figure} (best: {best:figure}) earns {points:points} of {maximum:points} points.",
        ),
        "best_is_zero": Sentence(
            vi="Mức tốt nhất là 0: không có gì để so sánh, chưa chấm được.",
            en="The best figure is 0: there is nothing to compare with, so this cannot be scored yet.",
        ),
        "above_best": Sentence(
            vi="{fact}: {value:figure}, cao hơn mức tốt nhất {best:figure}: phải làm rõ trước khi chấm.",
            en="{fact}: {value:figure}, above the best figure {best:figure}: settle this before scoring.",
        ),
        "negative": Sentence(
            vi="{fact}: {value:figure}, mức tốt nhất là {best:figure}: số âm, không tính theo tỷ lệ được.",
            en="{fact}: {value:figure} (best: {best:figure}); negative figures cannot be scored in proportion.",
        ),
        "vague": Sentence(
            vi="Mới biết con số trong một khoảng: cần con số chính xác để so sánh.",
            en="A figure is known only as a range: the exact one is needed.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (
            figure_input("value", self.value, self.measure, required=True),
            figure_input("best", self.best, self.measure, required=True),
        )

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        return ()

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return (Step(key="relative_to_best.rule", values={"maximum": maximum}, certainty=self.certainty),)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        pair = both(values, "value", "best")
        if pair is None:
            return unruled(Step(key="relative_to_best.vague"))
        value, best = pair
        said: dict[str, StepValue] = {"fact": self.value, "value": value, "best": best}
        if value < 0 or best < 0:
            return unruled(Step(key="relative_to_best.negative", values=said))
        if value > best:
            return contradictory(Step(key="relative_to_best.above_best", values=said))
        if best == 0:
            return unruled(Step(key="relative_to_best.best_is_zero"))
        points = Fraction(value) / Fraction(best) * Fraction(maximum)
        said.update(points=points, maximum=maximum)
        return scored(points, Step(key="relative_to_best.applied", values=said, certainty=self.certainty))
