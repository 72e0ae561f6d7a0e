"""Chấm theo xếp loại: the grade a body was given earns a share of the maximum.

In real use: excellent 100 %, good 75 %, done 50 %; a breach takes 50 % of the maximum, or everything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal, cast

from parindex.domain.facts import FactKind
from parindex.domain.rules.base import Input, Sentence, Step, StepValues, Values, Verdict, scored, unruled
from parindex.domain.rules.checks import empty, not_shares, repeated
from parindex.domain.rules.parameters import ShareOfMaximum
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach:
    """Vi phạm (a yes/no fact): takes `share` of the maximum off; None leaves nothing.

    Points fall below zero only where `may_be_negative` says so.
    """

    fact: str
    title: Title
    certainty: Certainty
    share: Decimal | None = None
    may_be_negative: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Grade:
    """A grade that the source does not state is unruled. Without a breach fact, nothing is known to be breached."""

    kind: Literal["grade"] = "grade"
    value: str  # fact code
    grades: tuple[ShareOfMaximum, ...]
    breach: Breach | None = None

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="Xếp loại “{title}”: được {share:percent} điểm tối đa ({points:points}/{maximum:points} điểm).",
            en="Grade “{title}”: {share:percent} of the maximum ({points:points} of {maximum:points} points).",
        ),
        "breach_share_rule": Sentence(
            vi="{title}: trừ {share:percent} điểm tối đa ({cost:points} điểm).",
            en="{title}: {share:percent} of the maximum is deducted ({cost:points} points).",
        ),
        "breach_all_rule": Sentence(
            vi="{title}: trừ hết điểm.",
            en="{title}: all points are deducted.",
        ),
        "applied": Sentence(
            vi="Xếp loại “{title}”: được {share:percent} của {maximum:points} điểm, tức {points:points} điểm.",
            en="Grade “{title}”: {share:percent} of {maximum:points} points, that is {points:points} points.",
        ),
        "breach_share": Sentence(
            vi="{title}: trừ {share:percent} điểm tối đa ({cost:points} điểm), còn {points:points} điểm.",
            en="{title}: {share:percent} of the maximum ({cost:points} points) deducted, {points:points} points left.",
        ),
        "breach_all": Sentence(
            vi="{title}: trừ hết điểm, còn 0,00 điểm.",
            en="{title}: all points deducted, 0.00 points left.",
        ),
        "unknown": Sentence(
            vi="Xếp loại “{grade}”: chưa rõ mức điểm tương ứng.",
            en="Grade “{grade}”: the points for this are not known.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        grade = Input(name="value", fact=self.value, kind=FactKind.LEVEL)
        if self.breach is None:
            return (grade,)
        return grade, Input(name="breach", fact=self.breach.fact, kind=FactKind.YES_NO, required=False)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        none = empty(self.grades, Sentence(vi="xếp loại", en="grade"))
        breach = [] if self.breach is None or self.breach.share is None else [self.breach.share]
        shares = not_shares([*(grade.share for grade in self.grades), *breach])
        return (*none, *repeated(grade.name for grade in self.grades), *shares)

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        grades = tuple(_grade_step("rule", grade, maximum) for grade in self.grades)
        if self.breach is None:
            return grades
        key = "breach_all_rule" if self.breach.share is None else "breach_share_rule"
        return (*grades, _breach_step(key, self.breach, maximum, Fraction(0)))

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        found = cast("str", values["value"])
        grade = next((grade for grade in self.grades if grade.name == found), None)
        if grade is None:
            return unruled(Step(key="grade.unknown", values={"grade": found}))
        points = Fraction(grade.share) * Fraction(maximum)
        applied = _grade_step("applied", grade, maximum)
        if self.breach is None or not values.get("breach"):
            return scored(points, applied)
        if self.breach.share is None:
            return scored(Decimal(0), applied, _breach_step("breach_all", self.breach, maximum, points))
        left = points - Fraction(self.breach.share) * Fraction(maximum)
        left = left if self.breach.may_be_negative else max(Fraction(0), left)
        return scored(left, applied, _breach_step("breach_share", self.breach, maximum, left))


def _grade_step(name: str, grade: ShareOfMaximum, maximum: Decimal) -> Step:
    points = Fraction(grade.share) * Fraction(maximum)
    values: StepValues = {"title": grade.title, "share": grade.share, "points": points, "maximum": maximum}
    return Step(key=f"grade.{name}", values=values, certainty=grade.certainty)


def _breach_step(name: str, breach: Breach, maximum: Decimal, left: Fraction) -> Step:
    if breach.share is None:
        return Step(key=f"grade.{name}", values={"title": breach.title}, certainty=breach.certainty)
    cost = Fraction(breach.share) * Fraction(maximum)
    values: StepValues = {"title": breach.title, "share": breach.share, "cost": cost, "points": left}
    return Step(key=f"grade.{name}", values=values, certainty=breach.certainty)
