"""Chấm thủ công: the appraiser decides, with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import Award, FactKind
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
)
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class Manual:
    """`award` holds the points with their reason; without a reason nothing is scored."""

    kind: Literal["manual"] = "manual"
    award: str  # fact code
    certainty: Certainty

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="Cơ quan thẩm định chấm từ 0 đến {maximum:points} điểm, có nêu lý do.",
            en="The appraiser gives 0 to {maximum:points} points, with a reason.",
        ),
        "awarded": Sentence(
            vi="Được chấm {points:points}/{maximum:points} điểm. Lý do: {reason}.",
            en="{points:points} of {maximum:points} points were given. Reason: {reason}.",
        ),
        "awarded_by": Sentence(
            vi="{awarded_by} chấm {points:points}/{maximum:points} điểm. Lý do: {reason}.",
            en="{awarded_by} gave {points:points} of {maximum:points} points. Reason: {reason}.",
        ),
        "outside": Sentence(
            vi="Được chấm {points:points} điểm, ngoài khoảng từ 0 đến {maximum:points} điểm: phải làm rõ.",
            en="{points:points} points were given, outside 0 to {maximum:points} points: settle this first.",
        ),
        "no_reason": Sentence(
            vi="Số liệu “{fact}” ghi {points:points} điểm nhưng chưa nêu lý do: chưa tính điểm.",
            en="The fact “{fact}” gives {points:points} points without a reason: they do not count yet.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="award", fact=self.award, kind=FactKind.AWARD),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        return ()

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return (Step(key="manual.rule", values={"maximum": maximum}, certainty=self.certainty),)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        award = cast("Award", values["award"])
        said: StepValues = {"points": award.points, "maximum": maximum}
        if not 0 <= award.points <= maximum:
            return contradictory(Step(key="manual.outside", values=said))
        reason = award.reason.strip().rstrip(".")
        if not reason:
            return missing(Step(key="manual.no_reason", values={**said, "fact": self.award}))
        given: StepValues = {**said, "reason": reason}
        if not award.awarded_by:
            return scored(award.points, Step(key="manual.awarded", values=given))
        return scored(
            award.points,
            Step(key="manual.awarded_by", values={**given, "awarded_by": award.awarded_by}),
        )
