"""Values of sample facts: what a rule reads when a unit does well, or does not. One function a rule kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import singledispatch
from math import ceil, floor
from random import Random
from typing import TypeVar

from parindex.domain.facts import Award, Deed, Event, FactValue, NamedCount
from parindex.domain.intervals import Interval
from parindex.domain.rules.all_or_nothing import AllOrNothing
from parindex.domain.rules.band_by_rate import BandByRate
from parindex.domain.rules.base import Rule
from parindex.domain.rules.bonus_penalty import BonusPenalty
from parindex.domain.rules.checklist import Checklist, ChecklistItem
from parindex.domain.rules.comparison import Comparison
from parindex.domain.rules.count_threshold import CountThreshold
from parindex.domain.rules.deduction_per_event import DeductionPerEvent
from parindex.domain.rules.figures import Figure, Measure
from parindex.domain.rules.grade import Grade
from parindex.domain.rules.level import Level
from parindex.domain.rules.manual import Manual
from parindex.domain.rules.on_time import OnTime
from parindex.domain.rules.parameters import EventWeight
from parindex.domain.rules.proportional import Proportional
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.rules.survey_options import SurveyOptions
from parindex.domain.rules.target_reached import TargetReached

_DUE = ((3, 31), (6, 30), (9, 30), (12, 15))
_ANSWERS = 120
_BODIES = 4
_BREACHED = 0.04  # of units

Values = Mapping[str, FactValue]  # by the code of the fact
_Item = TypeVar("_Item")


@dataclass(frozen=True, kw_only=True, slots=True)
class Draw:
    """What decides the values of one criterion: whether the unit does well, and the dice for the rest."""

    random: Random
    does_well: bool
    maximum: Decimal  # points of the criterion
    year: int

    def place(self, best_first: Sequence[_Item]) -> _Item:
        """The first of a list for a unit that does well, else one of the others, rather a near one."""
        others = best_first[1:]
        if self.does_well or not others:
            return best_first[0]
        return self.random.choices(others, weights=range(len(others), 0, -1))[0]


@singledispatch
def sample_values(rule: Rule, draw: Draw) -> Values:
    """Values of the facts that a rule reads, each of the kind it needs; no best figure, which the units decide."""
    raise NotImplementedError(rule.kind)


@sample_values.register
def _(rule: AllOrNothing, draw: Draw) -> Values:
    return {rule.requirement: draw.does_well}


@sample_values.register
def _(rule: BandByRate, draw: Draw) -> Values:
    band = draw.place(sorted(rule.bands, key=lambda band: band.earns, reverse=True))
    return {rule.value: _inside(band.range, rule.measure, draw.random)}


@sample_values.register
def _(rule: BonusPenalty, draw: Draw) -> Values:
    weights = rule.bonuses if draw.does_well else rule.penalties
    return {rule.events: _events(weights, draw.random, most=2, least=0 if draw.does_well else 1)}


@sample_values.register
def _(rule: Checklist, draw: Draw) -> Values:
    failed = None if draw.does_well else draw.random.choice(rule.items)
    return {item.fact: _item_value(item, draw.random, holds=item is not failed) for item in rule.items}


@sample_values.register
def _(rule: Comparison, draw: Draw) -> Values:
    stated = {"higher": rule.higher, "equal": rule.equal, "lower": rule.lower}
    trend = draw.place([trend for trend, earning in stated.items() if earning] or ["higher"])
    if not rule.this_year:
        return {rule.trend: trend}
    last_year = draw.random.randint(200, 700)
    change = draw.random.randint(5, 90) * {"higher": 1, "equal": 0, "lower": -1}[trend]
    return {
        rule.this_year: _figure(last_year + change, rule.measure),
        rule.last_year: _figure(last_year, rule.measure),
    }


@sample_values.register
def _(rule: CountThreshold, draw: Draw) -> Values:
    starts = sorted((step.at_least for step in rule.steps), reverse=True)
    start = draw.place(starts)
    ends = [other - 1 for other in starts if other > start] or [start + 3]
    return {rule.value: draw.random.randint(start, min(ends))}


@sample_values.register
def _(rule: DeductionPerEvent, draw: Draw) -> Values:
    return {rule.events: () if draw.does_well else _events(rule.weights, draw.random, most=2)}


@sample_values.register
def _(rule: Grade, draw: Draw) -> Values:
    grades = sorted(rule.grades, key=lambda grade: grade.share, reverse=True)
    values: dict[str, FactValue] = {rule.value: draw.place(grades).name}
    if rule.breach is not None:
        values[rule.breach.fact] = draw.random.random() < _BREACHED
    return values


@sample_values.register
def _(rule: Level, draw: Draw) -> Values:
    levels = sorted(rule.levels, key=lambda level: level.earns, reverse=True)
    return {rule.value: draw.place(levels).level}


@sample_values.register
def _(rule: Manual, draw: Draw) -> Values:
    twentieths = draw.random.randint(17, 20) if draw.does_well else draw.random.randint(8, 16)
    points = (draw.maximum * twentieths / 20).quantize(Decimal("0.01"))
    return {rule.award: Award(points=points, reason="Chấm mẫu để dùng thử")}


@sample_values.register
def _(rule: OnTime, draw: Draw) -> Values:
    late = None if draw.does_well else draw.random.randrange(len(_DUE))
    return {rule.deeds: tuple(_deed(quarter, draw, is_late=quarter == late) for quarter in range(len(_DUE)))}


@sample_values.register
def _(rule: Proportional, draw: Draw) -> Values:
    full, lowest = Fraction(rule.full_at), max(Fraction(rule.from_share), Fraction(rule.full_at) * 3 / 5)
    enough = Interval(low=full, high=min(Fraction(1), full * 6 / 5))
    range_ = enough if draw.does_well or lowest >= full else Interval(low=lowest, high=full)
    return {rule.value: _inside(range_, "share", draw.random)}


@sample_values.register
def _(rule: RelativeToBest, draw: Draw) -> Values:
    tenths = draw.random.randint(6, 8) if draw.does_well else draw.random.randint(2, 5)
    share_or_number = tenths * 100 + draw.random.randint(0, 9) * 10
    return {rule.value: tenths if rule.measure == "count" else _figure(share_or_number, rule.measure)}


@sample_values.register
def _(rule: SurveyOptions, draw: Draw) -> Values:
    options = sorted(rule.options, key=lambda option: option.share, reverse=True)
    falling = 0.35 if draw.does_well else 0.65
    weights = [falling**place for place in range(len(options))]
    answers = draw.random.choices([option.name for option in options], weights=weights, k=_ANSWERS)
    return {rule.answers: tuple(NamedCount(name=o.name, count=answers.count(o.name)) for o in options)}


@sample_values.register
def _(rule: TargetReached, draw: Draw) -> Values:
    if not rule.actual:
        return {rule.reached: draw.does_well}
    target = draw.random.randint(100, 600)
    change = draw.random.randint(0, 60) if draw.does_well else -draw.random.randint(5, 60)
    return {
        rule.actual: _figure(target + change, rule.measure),
        rule.target: _figure(target, rule.measure),
    }


def _inside(range_: Interval, measure: Measure, random: Random) -> Figure:
    """A value of a range, in tenths of a percent, tenths of a number or whole; open ends are not taken far."""
    scale = {"share": 1000, "number": 10, "count": 1}[measure]
    high = range_.high
    low = range_.low if range_.low is not None else (high or Fraction(0)) * 3 / 4
    if high is None:
        high = Fraction(1) if measure == "share" else low * 5 / 4 + 1
    first, last = ceil(low * scale), floor(high * scale)
    first += not range_.contains(Fraction(first, scale))
    last -= not range_.contains(Fraction(last, scale))
    return _scaled(random.randint(first, max(first, last)), scale, measure)


def _figure(thousandths: int, measure: Measure) -> Figure:
    return _scaled(thousandths, {"share": 1000, "number": 10, "count": 1}[measure], measure)


def _scaled(number: int, scale: int, measure: Measure) -> Figure:
    if measure == "share":
        return Fraction(number, scale)
    return number if measure == "count" else Decimal(number) / scale


def _events(
    weights: Sequence[EventWeight], random: Random, *, most: int, least: int = 1
) -> tuple[Event, ...]:
    if not weights:
        return ()
    drawn = [random.choice(weights) for _ in range(random.randint(least, most))]
    return tuple(Event(kind=weight.event, text=_as_sample(weight.title.vi)) for weight in drawn)


def _as_sample(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]} (mẫu)"


def _item_value(item: ChecklistItem, random: Random, *, holds: bool) -> FactValue:
    if item.at_most is None:
        return holds
    counts = [random.randint(min(1, item.at_most), item.at_most) for _ in range(_BODIES)]
    if not holds:
        counts[random.randrange(_BODIES)] = item.at_most + 1
    return tuple(NamedCount(name=f"Đơn vị {n} (mẫu)", count=count) for n, count in enumerate(counts, 1))


def _deed(quarter: int, draw: Draw, *, is_late: bool) -> Deed:
    month, day = _DUE[quarter]
    due = date(draw.year, month, day)
    days = draw.random.randint(1, 30) if is_late else -draw.random.randint(0, 9)
    return Deed(
        name=f"Việc đến hạn quý {quarter + 1} (mẫu)",
        due_date=due,
        done_date=due + timedelta(days=days),
    )
