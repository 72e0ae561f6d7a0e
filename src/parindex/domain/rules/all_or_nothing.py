"""Đạt hoặc không: a requirement that holds earns everything, one that does not earns nothing.

Real cases: 3.1.1 (one regulation against article 14(4): 0 of 0.50), 3.2.2 (late entry: 0 of 1.00).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from parindex.domain.facts import FactKind
from parindex.domain.rules.base import Input, Sentence, Step, StepValues, Values, Verdict, scored
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class AllOrNothing:
    """`requirement` is a yes/no fact; the two certainties are those of "met" and of "not met"."""

    kind: Literal["all_or_nothing"] = "all_or_nothing"
    requirement: str  # fact code
    title: Title  # what is required
    met_certainty: Certainty
    unmet_certainty: Certainty

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "met_rule": Sentence(
            vi="{title}: được {maximum:points}/{maximum:points} điểm.",
            en="{title}: {maximum:points} of {maximum:points} points.",
        ),
        "unmet_rule": Sentence(
            vi="Không bảo đảm yêu cầu này: được 0,00/{maximum:points} điểm.",
            en="Otherwise: 0.00 of {maximum:points} points.",
        ),
        "met": Sentence(
            vi="Bảo đảm yêu cầu “{title}”: được {maximum:points}/{maximum:points} điểm.",
            en="The requirement “{title}” is met: {maximum:points} of {maximum:points} points.",
        ),
        "unmet": Sentence(
            vi="Không bảo đảm yêu cầu “{title}”: được 0,00/{maximum:points} điểm.",
            en="The requirement “{title}” is not met: 0.00 of {maximum:points} points.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="requirement", fact=self.requirement, kind=FactKind.YES_NO),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        return ()

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return (
            Step(
                key="all_or_nothing.met_rule",
                values={"title": self.title, "maximum": maximum},
                certainty=self.met_certainty,
            ),
            Step(
                key="all_or_nothing.unmet_rule", values={"maximum": maximum}, certainty=self.unmet_certainty
            ),
        )

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        said: StepValues = {"title": self.title, "maximum": maximum}
        if values["requirement"]:
            return scored(maximum, Step(key="all_or_nothing.met", values=said, certainty=self.met_certainty))
        return scored(
            Decimal(0), Step(key="all_or_nothing.unmet", values=said, certainty=self.unmet_certainty)
        )
