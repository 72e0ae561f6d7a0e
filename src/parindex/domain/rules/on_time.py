"""Đúng hạn: everything due was done by its date, or nothing is earned.

Real case: 3.2.1 (one field published 49 days late: 0 of 0.50). What was never done counts as late.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, cast

from parindex.domain.facts import Deed, FactKind
from parindex.domain.rules.base import Input, Sentence, Step, StepValues, Values, Verdict, missing, scored
from parindex.domain.sources import Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class OnTime:
    """`deeds` is a list of things due; the two certainties are those of "all on time" and of "one late"."""

    kind: Literal["on_time"] = "on_time"
    deeds: str  # fact code
    on_time_certainty: Certainty
    late_certainty: Certainty

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "on_time_rule": Sentence(
            vi="Mọi việc đúng hạn: được {maximum:points}/{maximum:points} điểm.",
            en="Everything on time: {maximum:points} of {maximum:points} points.",
        ),
        "late_rule": Sentence(
            vi="Có việc quá hạn: được 0,00/{maximum:points} điểm.",
            en="Anything overdue: 0.00 of {maximum:points} points.",
        ),
        "late_deed": Sentence(
            vi="{name}: hạn ngày {due:date}, thực hiện ngày {done:date}, quá hạn {days:number} ngày.",
            en="{name}: due {due:date}, done {done:date}; days overdue: {days:number}.",
        ),
        "undone_deed": Sentence(
            vi="{name}: hạn ngày {due:date}, chưa thực hiện.",
            en="{name}: due {due:date}, not done.",
        ),
        "late": Sentence(
            vi="Quá hạn {late:number} trên tổng số {count:number} việc: được 0,00/{maximum:points} điểm.",
            en="{late:number} of {count:number} due dates missed: 0.00 of {maximum:points} points.",
        ),
        "on_time": Sentence(
            vi="Đúng hạn {count:number} trên tổng số {count:number} việc: được {maximum:points}/{maximum:points} điểm.",
            en="{count:number} of {count:number} due dates met: {maximum:points} of {maximum:points} points.",
        ),
        "nothing_due": Sentence(
            vi="Số liệu “{fact}” không nêu việc nào đến hạn: chưa chấm được.",
            en="The fact “{fact}” lists nothing that was due: this cannot be scored yet.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        return (Input(name="deeds", fact=self.deeds, kind=FactKind.DEEDS),)

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        return ()

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        values = {"maximum": maximum}
        return (
            Step(key="on_time.on_time_rule", values=values, certainty=self.on_time_certainty),
            Step(key="on_time.late_rule", values=values, certainty=self.late_certainty),
        )

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        deeds = cast("tuple[Deed, ...]", values["deeds"])
        if not deeds:
            return missing(Step(key="on_time.nothing_due", values={"fact": self.deeds}))
        late = [deed for deed in deeds if deed.days_late != 0]
        said: StepValues = {"count": len(deeds), "maximum": maximum}
        if not late:
            return scored(maximum, Step(key="on_time.on_time", values=said, certainty=self.on_time_certainty))
        conclusion = Step(
            key="on_time.late", values={**said, "late": len(late)}, certainty=self.late_certainty
        )
        return scored(Decimal(0), *(_late_step(deed) for deed in late), conclusion)


def _late_step(deed: Deed) -> Step:
    if deed.done_date is None or deed.days_late is None:
        return Step(key="on_time.undone_deed", values={"name": deed.name, "due": deed.due_date})
    return Step(
        key="on_time.late_deed",
        values={"name": deed.name, "due": deed.due_date, "done": deed.done_date, "days": deed.days_late},
    )
