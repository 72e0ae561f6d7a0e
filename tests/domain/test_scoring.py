"""Scoring a framework: every leaf gets its result, and everything adds up from the bottom."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.domain.explanation import explain, sentences
from parindex.domain.facts import Award, Deed, Event, Fact, FactBook, FactValue, Interval, NamedCount
from parindex.domain.framework import Framework
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.manual import Manual
from parindex.domain.scoring import FrameworkScore, Tally, score_framework
from parindex.domain.sources import Certainty
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.loader import framework_for
from tests.domain.rules.situations import KINDS, situations
from tests.domain.sample import criterion, fact, framework

RULES = [(s.rule, s.criterion.maximum) for kind in KINDS for s in situations(kind)]
EVERY_KIND = framework(
    *(
        criterion(
            f"1.{n}",
            rule,
            maximum=f"{maximum.points}" if maximum else None,
            part="surveyed" if n % 3 else "own",
        )
        for n, (rule, maximum) in enumerate(RULES, start=1)
    ),
    criterion("1.900", maximum="2.00"),
    criterion("1.901", maximum=None),
    total="1000.00",
    parts={"own": "600.00", "surveyed": "400.00"},
)
CODES = sorted(
    {wanted.fact for rule, _ in RULES for wanted in rule.inputs()}
    | {"own_complete", "surveyed_complete", "surveyed_award"}
)
TEXTS = st.sampled_from(["a", "b", "none", "commune", "lower", "higher", "award", "annual_report", "x"])
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=3)
BOUNDS = st.none() | st.fractions(min_value=-1, max_value=2, max_denominator=20)
NAMED = st.builds(NamedCount, name=TEXTS, count=st.integers(0, 10))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(BOUNDS), draw(BOUNDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low=low, high=high)


VALUES: st.SearchStrategy[FactValue | None] = st.one_of(
    st.none(),
    st.fractions(min_value=-1, max_value=2),
    intervals(),
    NUMBERS,
    st.integers(-3, 10),
    st.booleans(),
    TEXTS,
    st.lists(st.builds(Event, kind=TEXTS, text=TEXTS), max_size=4).map(tuple),
    st.lists(
        st.builds(Deed, name=TEXTS, due_date=st.dates(), done_date=st.none() | st.dates()), max_size=3
    ).map(tuple),
    st.lists(NAMED, max_size=4).map(tuple),
    st.builds(Award, points=NUMBERS, reason=TEXTS),
)
BOOKS = st.lists(st.builds(fact, st.sampled_from(CODES), VALUES), max_size=60).map(FactBook.of)


@settings(deadline=None)
@given(book=BOOKS)
def test_any_facts_give_every_leaf_a_result_and_every_level_its_sum(book: FactBook):
    score = score_framework(EVERY_KIND, book)

    assert [found.criterion for found in score.criteria] == list(EVERY_KIND.leaves())
    assert [found.outcome is Outcome.SCORED for found in score.criteria] == [
        found.points is not None for found in score.criteria
    ]
    assert [tally for tally in tallies(score) if not adds_up(tally)] == []
    assert score.total.maximum == EVERY_KIND.total


@settings(deadline=None)
@given(book=BOOKS)
def test_any_result_can_be_said_in_both_languages(book: FactBook):
    score = score_framework(EVERY_KIND, book)

    said = [explain(found, EVERY_KIND, language) for found in score.criteria for language in ("vi", "en")]
    parts = [sentences(part.steps, "vi") for part in score.parts]

    assert [texts for texts in (*said, *parts) if not texts or not all(texts)] == []


def tallies(score: FrameworkScore) -> Iterator[Tally]:
    yield score.total
    for part in score.parts:
        yield from (part.tally, part.unlisted)
    for area in score.areas:
        yield from (area.tally, area.unlisted)


def adds_up(tally: Tally) -> bool:
    return tally.maximum == tally.earned + tally.lost + tally.open + tally.inapplicable


# ── The real round ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def year_2017() -> FrameworkScore:
    return score_framework(framework_for(2017), load_facts().book)


def test_the_facts_of_2017_make_80_29_points(year_2017: FrameworkScore):
    sums = {name: year_2017.group(name) for name in ("direct", "survey")} | {"total": year_2017.total}

    assert {
        name: f"{tally.earned} of {tally.maximum}, {tally.lost} lost" for name, tally in sums.items()
    } == {
        "direct": "53.05 of 65.50, 12.45 lost",
        "survey": "27.24 of 34.50, 7.26 lost",
        "total": "80.29 of 100.00, 19.71 lost",
    }


def test_the_rules_of_2017_make_the_points_of_the_16_leaves_that_lost_some(year_2017: FrameworkScore):
    lost = {
        found.criterion.code: f"{found.points}/{found.maximum}" for found in year_2017.criteria if found.lost
    }

    assert lost == {
        "1.2": "1.75/3.00",
        "1.6": "0.00/1.00",
        "3.1.1": "0.00/0.50",
        "3.2.1": "0.00/0.50",
        "3.2.2": "0.00/1.00",
        "4.1.2": "0.50/1.50",
        "5.4": "2.00/3.00",
        "5.5.2": "0.25/0.50",
        "5.7.1": "0.25/0.50",
        "7.1.1": "0.80/1.00",
        "7.1.4": "0.50/1.00",
        "7.2.2": "0.00/1.00",
        "7.2.3": "0.00/1.00",
        "7.3.2": "0.00/1.00",
        "8.2.1": "0.50/1.00",
        "8.2.3": "0.00/1.50",
    }


def test_a_leaf_without_a_rule_earns_its_maximum_where_the_register_is_complete(year_2017: FrameworkScore):
    found = year_2017.criterion("8.2.2")
    assert found is not None

    assert (found.points, found.certainty) == (Decimal("1.00"), Certainty.DERIVED)
    assert explain(found, year_2017.framework, "vi") == (
        "Sổ trừ điểm của phần này đã đầy đủ, không có dòng nào về tiêu chí này: được trọn 1,00 điểm.",
    )


def test_points_that_no_single_part_settles_stay_open_in_their_area(year_2017: FrameworkScore):
    unlisted = {area.area.code: (area.tally.earned, area.tally.open) for area in year_2017.areas}

    assert unlisted["2"] == (Decimal("0.00"), Decimal("10.00"))
    assert unlisted["8"] == (Decimal("13.50"), Decimal("0.00"))


def test_without_a_complete_register_nothing_unlisted_is_credited():
    book = FactBook.of(f for f in load_facts().book if not f.code.startswith("register_complete"))

    score = score_framework(framework_for(2017), book)

    assert score.group("direct") == Tally(
        maximum=Decimal("65.50"), earned=Decimal("6.55"), lost=Decimal("12.45"), open=Decimal("46.50")
    )


# ── Small cases ───────────────────────────────────────────────────────────────────────────────────────────────────────


def one_award(*facts: Fact, parts: dict[str, str] | None = None) -> FrameworkScore:
    return score_framework(award_framework(parts), FactBook.of(facts))


def award_framework(parts: dict[str, str] | None = None) -> Framework:
    rule = Manual(award="award", certainty=Certainty.OFFICIAL)
    return framework(criterion("1.1", rule, maximum="4.00"), total="10.00", parts=parts)


def award(points: str) -> Award:
    return Award(points=Decimal(points), reason="Đủ hồ sơ")


def test_a_score_is_rescaled_to_what_applies():
    score = one_award(
        fact("award", award("3.00")), fact("rest_award", None), parts={"own": "4.00", "rest": "6.00"}
    )

    assert score.total == Tally(
        maximum=Decimal("10.00"), earned=Decimal("3.00"), lost=Decimal("1.00"), inapplicable=Decimal("6.00")
    )
    assert score.rescaled == Decimal("7.50")


def test_a_score_with_open_points_is_not_rescaled():
    assert one_award(fact("award", award("3.00"))).rescaled is None


def test_a_score_to_which_nothing_applies_is_not_rescaled():
    nothing = (fact("award", None), fact("rest_award", None))

    assert one_award(*nothing, parts={"own": "4.00", "rest": "6.00"}).rescaled is None


@pytest.mark.parametrize("points", ["6.01", "-0.01"])
def test_an_announced_result_beyond_its_part_is_left_open_with_its_reason(points: str):
    score = one_award(fact("rest_award", award(points)), parts={"own": "4.00", "rest": "6.00"})

    rest = score.parts[1]
    assert rest.tally.open == Decimal("6.00")
    assert [step.key for step in rest.steps] == ["manual.outside"]


def test_rounding_is_part_of_the_explanation():
    kind = next(s for s in situations("proportional") if s.row.points == "0.33")

    assert [step.key for step in kind.score().steps] == ["proportional.part", "guard.rounded"]


def test_points_are_as_certain_as_the_weakest_of_fact_threshold_and_maximum():
    kind = next(s for s in situations("band_by_rate") if s.row.points == "0.50")
    weaker = FactBook.of(replace(f, certainty=Certainty.SAMPLE) for f in kind.book)

    assert kind.score().certainty is Certainty.IMPLIED
    assert replace(kind, book=weaker).score().certainty is Certainty.SAMPLE


def test_one_day_of_delay_is_enough_to_count_days():
    assert Deed(name="x", due_date=date(2017, 12, 1), done_date=date(2018, 1, 19)).days_late == 49


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(Decimal("NaN"), id="NaN"),
        pytest.param(Decimal("Infinity"), id="infinity"),
        pytest.param(Decimal("1E+5000"), id="a decimal of 5000 digits"),
        pytest.param(Fraction(1, 10**5000), id="a fraction of 5000 digits"),
        pytest.param(10**5000, id="a count of 5000 digits"),
    ],
)
def test_a_fact_holds_no_number_that_nobody_could_have_written(value: FactValue):
    with pytest.raises(ValueError):
        fact("number", value)
