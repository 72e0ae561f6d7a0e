"""Random rules of every kind, and random values for their facts."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from parindex.domain.facts import Award, Deed, Event, FactKind, FactValue, Interval, NamedCount
from parindex.domain.rules.all_or_nothing import AllOrNothing
from parindex.domain.rules.band_by_rate import Band, BandByRate
from parindex.domain.rules.base import Input, Rule
from parindex.domain.rules.bonus_penalty import BonusPenalty
from parindex.domain.rules.checklist import Checklist, ChecklistItem
from parindex.domain.rules.comparison import Comparison
from parindex.domain.rules.count_threshold import CountStep, CountThreshold
from parindex.domain.rules.deduction_per_event import DeductionPerEvent
from parindex.domain.rules.grade import Breach, Grade
from parindex.domain.rules.level import Level, LevelEarning
from parindex.domain.rules.manual import Manual
from parindex.domain.rules.on_time import OnTime
from parindex.domain.rules.parameters import Cap, Earning, EventWeight, ShareOfMaximum
from parindex.domain.rules.proportional import Proportional
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.rules.survey_options import SurveyOptions
from parindex.domain.rules.target_reached import TargetReached
from parindex.domain.titles import Title
from tests.analytics.kit import certainties, fractions_near, points, shares, signed_numbers

NAMES = ("a", "b", "c", "d")
titles = st.sampled_from([Title(vi="một"), Title(vi="hai", en="two")])
measures = st.sampled_from(["number", "count", "share"])
earnings = st.builds(Earning, earns=points, certainty=certainties)
caps = st.none() | st.builds(Cap, points=points, certainty=certainties)
optional_facts = st.sampled_from([{}, {"on": True}])


def some(names: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=1, unique=True)


def named(build: Any, field: str, names: tuple[str, ...] = NAMES, **others: Any) -> st.SearchStrategy[Any]:
    """A tuple of parameters, each with a name of its own."""
    return some(names).flatmap(
        lambda chosen: st.tuples(
            *(st.builds(build, **{field: st.just(name)}, **others, certainty=certainties) for name in chosen)
        )
    )


@st.composite
def bands(draw: st.DrawFn, measure: str) -> tuple[Band, ...]:
    """Bands between ascending edges, some left out; either end of a band may be included."""
    numbers = {"share": shares, "count": st.integers(0, 30).map(Decimal), "number": signed_numbers}[measure]
    edges = sorted(draw(st.lists(numbers, min_size=1, max_size=4, unique=True)))
    found: list[Band] = []
    for low, high in zip([None, *edges], [*edges, None], strict=True):
        start = {} if low is None else {draw(st.sampled_from(["at_least", "above"])): low}
        end = {} if high is None else {draw(st.sampled_from(["below", "at_most"])): high}
        if draw(st.integers(0, 4)):
            found.append(Band(earns=draw(points), certainty=draw(certainties), **start, **end))
    return tuple(draw(st.permutations(found)))


band_by_rate = measures.flatmap(
    lambda measure: st.builds(
        BandByRate, value=st.just("value"), measure=st.just(measure), bands=bands(measure)
    )
)
proportional = st.tuples(shares.filter(bool), shares, certainties).map(
    lambda drawn: Proportional(
        value="value", full_at=drawn[0], from_share=min(drawn[0], drawn[1]), certainty=drawn[2]
    )
)
weights = named(EventWeight, "event", NAMES[:3], title=titles, points=points)

RULES: dict[str, st.SearchStrategy[Any]] = {
    "all_or_nothing": st.builds(
        AllOrNothing,
        requirement=st.just("value"),
        title=titles,
        met_certainty=certainties,
        unmet_certainty=certainties,
    ),
    "band_by_rate": band_by_rate,
    "bonus_penalty": st.builds(
        BonusPenalty,
        events=st.just("value"),
        base=earnings,
        bonuses=named(EventWeight, "event", NAMES[:1], title=titles, points=points),
        penalties=named(EventWeight, "event", NAMES[1:3], title=titles, points=points),
        bonus_cap=caps,
        penalty_cap=caps,
        may_exceed=st.booleans(),
    ),
    "checklist": named(
        ChecklistItem, "fact", title=titles, points=points, at_most=st.none() | st.integers(0, 5)
    ).map(lambda items: Checklist(items=items)),
    "comparison": optional_facts.flatmap(
        lambda on: st.builds(
            Comparison,
            trend=st.just("trend"),
            this_year=st.just("this" if on else ""),
            last_year=st.just("last" if on else ""),
            measure=measures,
            higher=st.none() | earnings,
            equal=st.none() | earnings,
            lower=st.none() | earnings,
        )
    ),
    "count_threshold": st.lists(st.integers(0, 20), min_size=1, max_size=4, unique=True)
    .flatmap(
        lambda counts: st.tuples(
            *(st.builds(CountStep, at_least=st.just(n), earns=points, certainty=certainties) for n in counts)
        )
    )
    .map(lambda steps: CountThreshold(value="value", steps=steps)),
    "deduction_per_event": st.builds(
        DeductionPerEvent, events=st.just("value"), weights=weights, none_certainty=certainties
    ),
    "grade": st.builds(
        Grade,
        value=st.just("value"),
        grades=named(ShareOfMaximum, "name", NAMES[:3], title=titles, share=shares),
        breach=st.none()
        | st.builds(
            Breach,
            fact=st.just("breach"),
            title=titles,
            certainty=certainties,
            share=st.none() | shares,
            may_be_negative=st.booleans(),
        ),
    ),
    "level": st.builds(
        Level,
        value=st.just("value"),
        levels=named(LevelEarning, "level", NAMES[:3], title=titles, earns=points),
    ),
    "manual": st.builds(Manual, award=st.just("value"), certainty=certainties),
    "on_time": st.builds(
        OnTime, deeds=st.just("value"), on_time_certainty=certainties, late_certainty=certainties
    ),
    "proportional": proportional,
    "relative_to_best": st.builds(
        RelativeToBest, value=st.just("value"), best=st.just("best"), measure=measures, certainty=certainties
    ),
    "survey_options": st.builds(
        SurveyOptions,
        answers=st.just("value"),
        options=named(ShareOfMaximum, "name", NAMES[:3], title=titles, share=shares),
    ),
    "target_reached": optional_facts.flatmap(
        lambda on: st.builds(
            TargetReached,
            reached=st.just("reached"),
            actual=st.just("actual" if on else ""),
            target=st.just("target" if on else ""),
            measure=measures,
            met=earnings,
            unmet=earnings,
        )
    ),
}

counts = st.integers(0, 6) | st.integers(0, 30) | st.integers(2**62, 2**64)
named_counts = st.builds(NamedCount, name=st.sampled_from(NAMES), count=counts)
deeds = st.builds(
    Deed,
    name=st.just("báo cáo"),
    due_date=st.just(date(2017, 6, 30)),
    done_date=st.none() | st.integers(-1, 1).map(lambda days: date(2017, 6, 30) + timedelta(days=days)),
)
events = st.builds(Event, kind=st.sampled_from(NAMES), text=st.sampled_from(["muộn", "sai"]))
awards = st.builds(Award, points=points, reason=st.sampled_from(["", "đủ hồ sơ."]), awarded_by=st.just(""))
LEVELS = (*NAMES, "higher", "equal", "lower")


def edges_of(rule: Rule) -> tuple[Fraction, ...]:
    """Every value at which the rule may change its mind."""
    if isinstance(rule, BandByRate):
        ranges = [band.range for band in rule.bands]
        return tuple(edge for held in ranges for edge in (held.low, held.high) if edge is not None)
    if isinstance(rule, Proportional):
        return Fraction(rule.full_at), Fraction(rule.from_share)
    if isinstance(rule, CountThreshold):
        return tuple(Fraction(step.at_least) for step in rule.steps)
    return ()


def values_of(rule: Rule, wanted: Input) -> st.SearchStrategy[FactValue]:
    """Values for one fact of a rule: many of them on an edge or one unit beside it."""
    edges = edges_of(rule)
    match wanted.kind:
        case FactKind.SHARE:
            exact = fractions_near(tuple(edge for edge in edges if 0 <= edge <= 1))
            return exact | exact | exact.map(lambda low: Interval(low=low, high=Fraction(1)))
        case FactKind.NUMBER:
            near = st.sampled_from(edges or (Fraction(0),)).flatmap(
                lambda edge: st.integers(-1, 1).map(
                    lambda step: Decimal(edge.numerator) / edge.denominator + Decimal(step) / 100
                )
            )
            return near | signed_numbers | st.sampled_from([Decimal("1E+30"), Decimal("1E-9"), Decimal("-0")])
        case FactKind.COUNT:
            near_count = st.sampled_from(edges or (Fraction(3),)).flatmap(
                lambda edge: st.integers(-1, 1).map(lambda step: max(0, int(edge) + step))
            )
            return near_count | counts
        case FactKind.YES_NO:
            return st.booleans()
        case FactKind.LEVEL:
            return st.sampled_from(LEVELS)
        case FactKind.EVENTS:
            return st.lists(events, max_size=4).map(tuple)
        case FactKind.DEEDS:
            return st.lists(deeds, max_size=3).map(tuple)
        case FactKind.NAMED_COUNTS | FactKind.OPTIONS:
            return st.lists(named_counts, max_size=4).map(tuple)
    return awards
