"""So với năm trước: higher than, equal to or lower than last year.

Real case: 8.2.1 (less investment than last year: 0.50 of 1.00). The two figures, or a stated trend, or both.
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
from parindex.domain.titles import Title

TRENDS: Mapping[str, Title] = {
    "higher": Title(vi="cao hơn năm trước", en="higher than last year"),
    "equal": Title(vi="bằng năm trước", en="equal to last year"),
    "lower": Title(vi="thấp hơn năm trước", en="lower than last year"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Facts: `this_year` and `last_year` (figures), `trend` (a level: higher, equal or lower)."""

    kind: Literal["comparison"] = "comparison"
    trend: str  # fact code
    this_year: str = ""  # fact code
    last_year: str = ""  # fact code
    measure: Measure = "number"
    higher: Earning | None = None
    equal: Earning | None = None
    lower: Earning | None = None

    SENTENCES: ClassVar[Mapping[str, Sentence]] = {
        "rule": Sentence(
            vi="Kết quả {trend}: được {points:points}/{maximum:points} điểm.",
            en="A result {trend}: {points:points} of {maximum:points} points.",
        ),
        "figures": Sentence(
            vi="Năm nay: {this_year:figure}; năm trước: {last_year:figure}.",
            en="This year: {this_year:figure}; last year: {last_year:figure}.",
        ),
        "applied": Sentence(
            vi="Kết quả {trend}: được {points:points}/{maximum:points} điểm.",
            en="The result is {trend}: {points:points} of {maximum:points} points.",
        ),
        "unknown": Sentence(
            vi="Kết quả {trend}: chưa rõ mức điểm tương ứng.",
            en="The result is {trend}: the points for this are not known.",
        ),
        "no_trend": Sentence(
            vi="“{trend}” không cho biết kết quả cao hơn, bằng hay thấp hơn năm trước.",
            en="“{trend}” does not say whether the result is higher than, equal to or lower than last year.",
        ),
        "disagree": Sentence(
            vi="Theo hai con số thì {computed}, theo số liệu kê khai thì {stated}: phải làm rõ trước khi chấm.",
            en="By the two figures the result is {computed}, by the stated trend {stated}: settle this before scoring.",
        ),
        "missing": Sentence(
            vi="Chưa đủ hai con số để so sánh, cũng chưa có số liệu “{fact}”: chưa chấm được.",
            en="Two figures to compare, or the fact “{fact}”, are needed: this cannot be scored yet.",
        ),
        "vague": Sentence(
            vi="Mới biết con số trong một khoảng: chưa so được với năm trước.",
            en="A figure is known only as a range: it cannot be compared with last year.",
        ),
    }

    def inputs(self) -> tuple[Input, ...]:
        trend = Input(name="trend", fact=self.trend, kind=FactKind.LEVEL, required=False)
        figures = (("this_year", self.this_year), ("last_year", self.last_year))
        return (trend, *(figure_input(name, fact, self.measure) for name, fact in figures if fact))

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        known = [earning.earns for earning in (self.higher, self.equal, self.lower) if earning]
        wrong = beyond(known, maximum)
        if bool(self.this_year) == bool(self.last_year):
            return wrong
        return (
            *wrong,
            Sentence(vi="phải nêu cả this_year và last_year", en="this_year and last_year belong together"),
        )

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        return tuple(_step("rule", trend, maximum, e) for trend in TRENDS if (e := self._earning(trend)))

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        stated = cast("str | None", values.get("trend"))
        if stated is not None and stated not in TRENDS:
            return unruled(Step(key="comparison.no_trend", values={"trend": stated}))
        computed, shown = _computed(values)
        if stated and computed and stated != computed:
            said: StepValues = {"computed": TRENDS[computed], "stated": TRENDS[stated]}
            return contradictory(*shown, Step(key="comparison.disagree", values=said))
        trend = stated or computed
        if trend is None:
            return self._undecided(values)
        earning = self._earning(trend)
        if earning is None:
            return unruled(*shown, Step(key="comparison.unknown", values={"trend": TRENDS[trend]}))
        return scored(earning.earns, *shown, _step("applied", trend, maximum, earning))

    def _earning(self, trend: str) -> Earning | None:
        return {"higher": self.higher, "equal": self.equal, "lower": self.lower}[trend]

    def _undecided(self, values: Values) -> Verdict:
        if is_vague(values, "this_year", "last_year"):
            return unruled(Step(key="comparison.vague"))
        return missing(Step(key="comparison.missing", values={"fact": self.trend}))


def _step(name: str, trend: str, maximum: Decimal, earning: Earning) -> Step:
    values: StepValues = {"trend": TRENDS[trend], "points": earning.earns, "maximum": maximum}
    return Step(key=f"comparison.{name}", values=values, certainty=earning.certainty)


def _computed(values: Values) -> tuple[str | None, tuple[Step, ...]]:
    pair = both(values, "this_year", "last_year")
    if pair is None:
        return None, ()
    this_year, last_year = pair
    said: StepValues = {"this_year": this_year, "last_year": last_year}
    trend = "equal" if this_year == last_year else "higher" if this_year > last_year else "lower"
    return trend, (Step(key="comparison.figures", values=said),)
