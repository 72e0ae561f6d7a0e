"""Chấm theo tỷ lệ: the share that was reached times the maximum.

The usual wording of the decisions: "tính theo công thức: (tỷ lệ × điểm tối đa) / tỷ lệ đạt điểm tối đa".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
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
from parindex.domain.rules.checks import not_shares
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class Proportional:
    """`maximum` from the share `full_at` up, below it in proportion; nothing below `from_share`."""

    kind: Literal["proportional"] = "proportional"
    value: str  # fact code
    certainty: Certainty
    full_at: Decimal = Decimal(1)
    from_share: Decimal = Decimal(0)

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="Đạt mức {full_at:percent}: được {maximum:points} điểm; dưới mức này: tính điểm theo tỷ lệ.",
            en="At {full_at:percent}: {maximum:points} points; below that, in proportion.",
        ),
        "floor_rule": Sentence(
            vi="Dưới {from_share:percent}: 0,00 điểm.",
            en="Below {from_share:percent}: 0.00 points.",
        ),
        "full": Sentence(
            vi="{fact}: {value:percent}, đạt mức {full_at:percent}, được trọn {maximum:points} điểm.",
            en="{fact}: {value:percent} (full at {full_at:percent}) earns the full {maximum:points} points.",
        ),
        "part": Sentence(
            vi="{fact}: {value:percent}, mức trọn điểm {full_at:percent}, được {points:points}/{maximum:points} điểm.",
            en="{fact}: {value:percent} (full at {full_at:percent}) earns {points:points} of {maximum:points} points.",
        ),
        "above_floor": Sentence(
            vi="Không thấp hơn mức tối thiểu {from_share:percent}.",
            en="Not below the minimum of {from_share:percent}.",
        ),
        "floor": Sentence(
            vi="{fact}: {value:percent}, dưới mức tối thiểu {from_share:percent}, được 0,00/{maximum:points} điểm.",
            en="{fact}: {value:percent} (below {from_share:percent}) earns 0.00 of {maximum:points} points.",
        ),
        "undecided": Sentence(
            vi="{fact}: chỉ biết {value:percent}, cần con số chính xác để tính theo tỷ lệ.",
            en="{fact}: known only as {value:percent}; the exact figure is needed.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="value", fact=self.value, kind=FactKind.SHARE),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        if 0 <= self.from_share <= self.full_at and self.full_at > 0:
            return not_shares((self.from_share, self.full_at))
        return (
            Sentence(
                vi="full_at phải lớn hơn 0 và không nhỏ hơn from_share",
                en="full_at must be above 0 and not below from_share",
            ),
        )

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        rule = self._step("rule", full_at=self.full_at, maximum=maximum)
        return (rule, self._step("floor_rule", from_share=self.from_share)) if self.from_share else (rule,)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        value = cast("Fraction | Interval", values["value"])
        low, high = (value.low, value.high) if isinstance(value, Interval) else (value, value)
        said: StepValues = {"fact": self.value, "value": value, "maximum": maximum}
        if low is not None and low >= self.full_at:
            return scored(maximum, self._step("full", **said, full_at=self.full_at))
        if high is not None and high < self.from_share:
            return scored(Decimal(0), self._step("floor", **said, from_share=self.from_share))
        if isinstance(value, Interval):
            return unruled(Step(key="proportional.undecided", values={"fact": self.value, "value": value}))
        points = value / Fraction(self.full_at) * Fraction(maximum)
        part = self._step("part", **said, full_at=self.full_at, points=points)
        return scored(points, part, *self._above_floor())

    def _above_floor(self) -> tuple[Step, ...]:
        return (self._step("above_floor", from_share=self.from_share),) if self.from_share else ()

    def _step(self, name: str, **values: StepValue) -> Step:
        return Step(key=f"{self.kind}.{name}", values=values, certainty=self.certainty)
