"""Chấm theo phiếu khảo sát: each answer is worth its option's share of the maximum; the mean counts.

In real use: four options worth 100, 60, 20 and 0 %.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, cast

from parindex.domain.facts import FactKind, NamedCount
from parindex.domain.rules.base import (
    Input,
    Sentence,
    Step,
    StepValues,
    Values,
    Verdict,
    missing,
    scored,
    unruled,
)
from parindex.domain.rules.checks import empty, not_shares, repeated
from parindex.domain.rules.parameters import ShareOfMaximum


@dataclass(frozen=True, kw_only=True, slots=True)
class SurveyOptions:
    """`answers` counts the answers by option; answers for an option without a share are unruled."""

    kind: Literal["survey_options"] = "survey_options"
    answers: str  # fact code
    options: tuple[ShareOfMaximum, ...]

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="Phương án “{title}”: được {share:percent} điểm tối đa.",
            en="Option “{title}”: {share:percent} of the maximum.",
        ),
        "option": Sentence(
            vi="Phương án “{title}”: {count:number} phiếu × {share:percent}.",
            en="Option “{title}”: {count:number} × {share:percent}.",
        ),
        "unknown": Sentence(
            vi="Phương án “{option}” ({count:number} phiếu): chưa rõ mức điểm tương ứng.",
            en="Option “{option}” (answers: {count:number}): the points for this are not known.",
        ),
        "no_answers": Sentence(
            vi="Số liệu “{fact}” không có phiếu trả lời nào: chưa chấm được.",
            en="The fact “{fact}” holds no answers: this cannot be scored yet.",
        ),
        "mean": Sentence(
            vi="Bình quân {count:number} phiếu: {mean:percent} của {maximum:points} điểm, tức {points:points} điểm.",
            en="Answers: {count:number}; mean: {mean:percent} of {maximum:points} points, or {points:points} points.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="answers", fact=self.answers, kind=FactKind.OPTIONS),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        none = empty(self.options, Sentence(vi="phương án", en="option"))
        twice = repeated(option.name for option in self.options)
        return (*none, *twice, *not_shares(option.share for option in self.options))

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return tuple(_option_step("rule", option) for option in self.options)

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        answers = [answer for answer in cast("tuple[NamedCount, ...]", values["answers"]) if answer.count]
        count = sum(answer.count for answer in answers)
        if not count:
            return missing(Step(key="survey_options.no_answers", values={"fact": self.answers}))
        options = {option.name: option for option in self.options}
        unknown = [answer for answer in answers if answer.name not in options]
        if unknown:
            return unruled(*(_unknown_step(answer) for answer in unknown))
        worth = sum((answer.count * Fraction(options[answer.name].share) for answer in answers), Fraction(0))
        mean = worth / count
        points = mean * Fraction(maximum)
        counted = (_option_step("option", options[answer.name], answer.count) for answer in answers)
        said: StepValues = {"count": count, "mean": mean, "points": points, "maximum": maximum}
        return scored(points, *counted, Step(key="survey_options.mean", values=said))


def _unknown_step(answer: NamedCount) -> Step:
    return Step(key="survey_options.unknown", values={"count": answer.count, "option": answer.name})


def _option_step(name: str, option: ShareOfMaximum, count: int | None = None) -> Step:
    values: StepValues = {"title": option.title, "share": option.share}
    counted = values if count is None else {**values, "count": count}
    return Step(key=f"survey_options.{name}", values=counted, certainty=option.certainty)
