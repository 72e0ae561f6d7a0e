"""Danh mục yêu cầu: items with points of their own; each item is met or not.

Real cases: 4.1.2 (two bodies with 4 deputies, limit 3, lose the item of 1.00 out of 1.50), 5.4.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import FactKind, FactValue, NamedCount
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Input, Sentence, Step, StepValues, Values, Verdict, missing, scored
from parindex.domain.rules.checks import beyond, empty, repeated
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class ChecklistItem:
    """One item: met by a yes/no fact, or, where `at_most` is given, when every named count keeps to that limit."""

    fact: str
    title: Title
    points: Decimal
    certainty: Certainty
    at_most: int | None = None

    @property
    def values(self) -> StepValues:
        said: StepValues = {"title": self.title, "points": self.points}
        return said if self.at_most is None else {**said, "limit": self.at_most}


@dataclass(frozen=True, kw_only=True, slots=True)
class Checklist:
    """Items whose points add up to the maximum."""

    kind: Literal["checklist"] = "checklist"
    items: tuple[ChecklistItem, ...]

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "item_rule": Sentence(
            vi="{title}: {points:points} điểm.",
            en="{title}: {points:points} points.",
        ),
        "limit_rule": Sentence(
            vi="{title} (không quá {limit:number}): {points:points} điểm.",
            en="{title} (at most {limit:number}): {points:points} points.",
        ),
        "held": Sentence(
            vi="{title}: đạt, được {points:points} điểm.",
            en="{title}: met, {points:points} points.",
        ),
        "failed": Sentence(
            vi="{title}: không đạt, bị trừ {points:points} điểm.",
            en="{title}: not met, {points:points} points lost.",
        ),
        "within_limit": Sentence(
            vi="{title}: {count:number} đơn vị đều không quá {limit:number}, được {points:points} điểm.",
            en="{title}: none of {count:number} exceeds {limit:number}, {points:points} points.",
        ),
        "over_limit": Sentence(
            vi="{title}: {names} vượt quá {limit:number}, bị trừ {points:points} điểm.",
            en="{title}: over {limit:number} in {names}, {points:points} points lost.",
        ),
        "nothing_counted": Sentence(
            vi="Số liệu “{fact}” chưa nêu đơn vị nào: chưa chấm được.",
            en="The fact “{fact}” has no entries: this cannot be scored yet.",
        ),
        "sum": Sentence(
            vi="Tổng các yêu cầu đạt: {points:points}/{maximum:points} điểm.",
            en="The requirements met earn {points:points} of {maximum:points} points.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return tuple(
            Input(
                name=item.fact,
                fact=item.fact,
                kind=FactKind.YES_NO if item.at_most is None else FactKind.NAMED_COUNTS,
            )
            for item in self.items
        )

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        none = empty(self.items, Sentence(vi="yêu cầu", en="item"))
        wrong = (
            *none,
            *repeated(i.fact for i in self.items),
            *beyond((i.points for i in self.items), maximum),
        )
        added = sum((item.points for item in self.items), ZERO)
        if wrong or added == maximum:
            return wrong
        return (
            Sentence(
                vi=f"điểm các yêu cầu cộng lại là {added}, không phải {maximum}",
                en=f"the points of the items add up to {added}, not to {maximum}",
            ),
        )

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return tuple(
            Step(
                key="checklist.item_rule" if item.at_most is None else "checklist.limit_rule",
                values=item.values,
                certainty=item.certainty,
            )
            for item in self.items
        )

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        unknown = [item for item in self.items if values[item.fact] == ()]
        if unknown:
            return missing(*(Step(key="checklist.nothing_counted", values={"fact": i.fact}) for i in unknown))
        judged = [(item, *_judge(item, values[item.fact])) for item in self.items]
        points = sum((item.points for item, held, _ in judged if held), ZERO)
        total = Step(key="checklist.sum", values={"points": points, "maximum": maximum})
        return scored(points, *(step for _, _, step in judged), total)


def _judge(item: ChecklistItem, value: FactValue) -> tuple[bool, Step]:
    if item.at_most is None:
        held = value is True
        key = "checklist.held" if held else "checklist.failed"
        return held, Step(key=key, values=item.values, certainty=item.certainty)
    counts = cast("tuple[NamedCount, ...]", value)
    over = [count for count in counts if count.count > item.at_most]
    if not over:
        said = {**item.values, "count": len(counts)}
        return True, Step(key="checklist.within_limit", values=said, certainty=item.certainty)
    names = "; ".join(f"{count.name} ({count.count})" for count in over)
    return False, Step(
        key="checklist.over_limit", values={**item.values, "names": names}, certainty=item.certainty
    )
