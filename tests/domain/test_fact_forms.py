"""What people type for a fact, what is understood, and that nothing is lost between a value and its form."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.fact_forms import UnreadableError, as_fields, read_points, read_value, understood
from parindex.domain.facts import Award, Deed, Event, FactKind, FactValue, Interval, NamedCount

WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=591, categories=["L", "N"]), min_size=1)
DAYS = st.dates(min_value=date(1000, 1, 1))
FIGURES = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
SHARES = st.fractions(min_value=0, max_value=1, max_denominator=10**6)
COUNTS = st.integers(min_value=0, max_value=10**15)


def ranges(bounds: st.SearchStrategy[Fraction]) -> st.SearchStrategy[Interval]:
    """Intervals of every shape: open at either end, with and without their bounds."""
    pairs = st.tuples(bounds, bounds).filter(lambda pair: pair[0] != pair[1]).map(sorted)
    both = st.tuples(pairs, st.booleans(), st.booleans())
    return st.one_of(
        both.map(
            lambda said: Interval(
                low=said[0][0], high=said[0][1], low_included=said[1], high_included=said[2]
            )
        ),
        st.tuples(bounds, st.booleans()).map(lambda said: Interval(low=said[0], low_included=said[1])),
        st.tuples(bounds, st.booleans()).map(lambda said: Interval(high=said[0], high_included=said[1])),
        st.just(Interval()),
    )


def rows(row: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(row, max_size=4).map(tuple)


NAMED = rows(st.builds(NamedCount, name=WORDS, count=COUNTS))
VALUES = {
    FactKind.SHARE: SHARES | ranges(SHARES),
    FactKind.NUMBER: st.decimals(allow_nan=False, allow_infinity=False, places=4, max_value=10**12)
    | ranges(FIGURES),
    FactKind.COUNT: COUNTS,
    FactKind.YES_NO: st.booleans(),
    FactKind.LEVEL: WORDS,
    FactKind.EVENTS: rows(st.builds(Event, kind=WORDS, text=WORDS, document=WORDS | st.just(""))),
    FactKind.DEEDS: rows(st.builds(Deed, name=WORDS, due_date=DAYS, done_date=DAYS | st.none())),
    FactKind.NAMED_COUNTS: NAMED,
    FactKind.OPTIONS: NAMED,
    FactKind.AWARD: st.builds(
        Award, points=st.decimals(0, 100, places=2), reason=WORDS, awarded_by=WORDS | st.just("")
    ),
}
TYPED = st.sampled_from(FactKind).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind]))


@given(TYPED)
def test_a_value_in_its_form_is_read_as_the_same_value(typed: tuple[FactKind, FactValue]):
    kind, value = typed

    assert read_value(kind, as_fields(kind, value)) == value


def one(text: str) -> dict[str, list[str]]:
    return {"value": [text]}


@pytest.mark.parametrize(
    "text", ["99,6%", "99.6", "99,6", "99,60 %", "249/250", "249 trên 250", "249 of 250", "  249 / 250 "]
)
def test_a_share_may_be_written_as_a_percentage_or_as_so_many_of_so_many(text: str):
    assert read_value(FactKind.SHARE, one(text)) == Fraction(249, 250)


@pytest.mark.parametrize("kind", list(FactKind))
def test_what_is_left_blank_is_no_value(kind: FactKind):
    assert read_value(kind, {}) is None
    assert read_value(kind, {"value": ["  "], "text": ["", ""], "name": [""], "points": [""]}) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("trên 80%", Fraction(4, 5), None), ("> 80", Fraction(4, 5), None), ("below 80%", None, Fraction(4, 5))],
)
def test_a_range_is_kept_as_a_range(text: str, low: Fraction | None, high: Fraction | None):
    read = read_value(FactKind.SHARE, one(text))

    assert read == Interval(low=low, high=high, low_included=low is None, high_included=high is None)


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (FactKind.SHARE, "249/250", "hiểu là 99,6%"),
        (FactKind.SHARE, "0,5", "hiểu là 0,5%"),
        (FactKind.NUMBER, "1394", "hiểu là 1.394"),
        (FactKind.NUMBER, "1394.5", "hiểu là 1.394,5"),
        (FactKind.NUMBER, ">= 5", "hiểu là từ 5 trở lên"),
        (FactKind.COUNT, "1 394", "hiểu là 1.394"),
    ],
)
def test_what_was_understood_is_said_where_it_is_not_what_was_typed(kind: FactKind, text: str, said: str):
    answer = understood(kind, one(text), read_value(kind, one(text)))

    assert answer is not None
    assert answer.vi == said


def test_a_point_before_three_digits_groups_thousands_and_a_comma_does_not():
    assert read_value(FactKind.NUMBER, one("1.394")) == Decimal(1394)
    assert read_value(FactKind.NUMBER, one("1,394")) == Decimal("1.394")
    assert read_value(FactKind.NUMBER, one("0.394")) == Decimal("0.394")
    assert read_value(FactKind.COUNT, one("1.394")) == 1394
    assert understood(FactKind.COUNT, one("1.394"), 1394) is None


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (FactKind.SHARE, "101%", "“101%” không phải là tỷ lệ từ 0% đến 100%"),
        (FactKind.SHARE, "3/2", "“3/2” không phải là tỷ lệ từ 0% đến 100%"),
        (FactKind.SHARE, "1/0", "“1/0” không phải là tỷ lệ từ 0% đến 100%"),
        (FactKind.SHARE, "gần đủ", "“gần đủ” không phải là tỷ lệ từ 0% đến 100%"),
        (FactKind.NUMBER, "9" * 200, f"“{'9' * 200}” không phải là con số"),
        (FactKind.COUNT, "-1", "“-1” không phải là số lượng từ 0 trở lên"),
        (FactKind.COUNT, "1,5", "“1,5” không phải là số lượng từ 0 trở lên"),
        (FactKind.YES_NO, "có lẽ", "“có lẽ” không phải là có hoặc không"),
        (FactKind.SHARE, "từ 90% đến 80%", "không giá trị nào nằm trong khoảng này; hãy xem lại hai đầu"),
        (FactKind.NUMBER, "trên 1/0", "“1/0” không phải là số"),
    ],
)
def test_what_cannot_be_read_says_so(kind: FactKind, text: str, said: str):
    with pytest.raises(UnreadableError) as refused:
        read_value(kind, one(text))

    assert {field: problem.vi for field, problem in refused.value.problems.items()} == {"value": said}


def test_rows_left_blank_are_no_rows_and_dates_may_be_written_both_ways():
    raw = {
        "name": ["", "Báo cáo quý I", "Báo cáo quý II"],
        "due": ["", "18/7/2018", "2018-10-05"],
        "done": ["", "", "05.10.2018"],
    }

    assert read_value(FactKind.DEEDS, raw) == (
        Deed(name="Báo cáo quý I", due_date=date(2018, 7, 18)),
        Deed(name="Báo cáo quý II", due_date=date(2018, 10, 5), done_date=date(2018, 10, 5)),
    )


def test_every_field_of_a_list_that_cannot_be_read_is_named_with_its_row():
    raw = {"name": ["Báo cáo", "", "Đề án"], "due": ["31/2/2018", "1/1/2018", ""], "done": ["", "", ""]}

    with pytest.raises(UnreadableError) as refused:
        read_value(FactKind.DEEDS, raw)

    assert {field: problem.vi for field, problem in refused.value.problems.items()} == {
        "due.0": "“31/2/2018” không phải là ngày; ghi như 18/7/2018",
        "name.1": "không được để trống",
        "due.2": "không được để trống",
    }


def test_nothing_to_list_is_a_value_and_contradicts_rows():
    assert read_value(FactKind.EVENTS, {"none": ["1"]}) == ()
    with pytest.raises(UnreadableError):
        read_value(FactKind.EVENTS, {"none": ["1"], "kind": ["late"], "text": ["Chậm"], "document": [""]})


def test_an_option_that_nobody_chose_may_be_left_blank():
    raw = {"name": ["Rất hài lòng", "Hài lòng"], "count": ["1.200", ""]}

    assert read_value(FactKind.OPTIONS, raw) == (NamedCount(name="Rất hài lòng", count=1200),)


@pytest.mark.parametrize(("text", "points"), [("0,25", "0.25"), ("0.25", "0.25"), (" 1 ", "1")])
def test_points_are_read_with_a_comma_or_a_point(text: str, points: str):
    assert read_points(text) == Decimal(points)


def test_no_points_are_none_and_words_are_no_points():
    assert read_points("  ") is None
    with pytest.raises(UnreadableError) as refused:
        read_points("tối đa")
    assert refused.value.problems["claimed"].vi == "“tối đa” không phải là điểm; ghi như 0,25"
