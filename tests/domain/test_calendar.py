"""Working days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.calendar import Roll, WorkingCalendar

DAYS = st.dates(date(2017, 1, 1), date(2021, 12, 31))
CALENDARS = st.builds(
    WorkingCalendar,
    holidays=st.dictionaries(DAYS, st.just("nghỉ"), max_size=40),
    working_weekends=st.frozensets(DAYS.filter(lambda day: day.weekday() >= 5), max_size=10),
)
COUNTS = st.integers(0, 60)


def test_a_holiday_and_a_weekend_are_not_worked_and_a_swapped_saturday_is():
    calendar = WorkingCalendar(
        holidays={date(2018, 9, 3): "Quốc khánh"}, working_weekends=frozenset({date(2018, 9, 8)})
    )

    worked = [calendar.is_working_day(date(2018, 9, day)) for day in range(1, 10)]

    assert worked == [False, False, False, True, True, True, True, True, False]


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, date(2018, 7, 23)), (5, date(2018, 7, 27)), (0, date(2018, 7, 20)), (-1, date(2018, 7, 19))],
)
def test_working_days_after_a_friday_start_on_monday(count, expected):
    assert WorkingCalendar().add_working_days(date(2018, 7, 20), count) == expected


@given(CALENDARS, DAYS)
def test_the_next_and_the_previous_working_day_are_worked_and_nothing_between_is(calendar, day):
    following, preceding = calendar.next_working_day(day), calendar.previous_working_day(day)

    assert preceding <= day <= following
    assert calendar.is_working_day(following)
    assert calendar.is_working_day(preceding)
    assert calendar.working_days_between(day, following) == (0 if following == day else 1)


@given(CALENDARS, DAYS, COUNTS)
def test_counting_takes_back_what_adding_gave(calendar, day, count):
    assert calendar.working_days_between(day, calendar.add_working_days(day, count)) == count


@given(CALENDARS, DAYS, COUNTS, COUNTS)
def test_adding_twice_is_adding_the_sum(calendar, day, first, second):
    step_by_step = calendar.add_working_days(calendar.add_working_days(day, first), second)

    assert step_by_step == calendar.add_working_days(day, first + second)


@given(CALENDARS, DAYS, st.integers(1, 60))
def test_a_day_count_lands_on_a_working_day_and_comes_back_to_the_working_day_it_left(calendar, day, count):
    start = calendar.next_working_day(day)

    reached = calendar.add_working_days(start, count)

    assert calendar.is_working_day(reached)
    assert calendar.add_working_days(reached, -count) == start


@given(CALENDARS, DAYS, DAYS)
def test_counting_backwards_between_working_days_is_counting_forwards_negated(calendar, first, second):
    start, end = calendar.next_working_day(first), calendar.next_working_day(second)

    assert calendar.working_days_between(start, end) == -calendar.working_days_between(end, start)


@given(CALENDARS, DAYS)
def test_rolling_a_working_day_leaves_it(calendar, day):
    worked = calendar.next_working_day(day)

    assert {calendar.rolled(worked, roll) for roll in Roll} == {worked}
    assert calendar.rolled(day, Roll.KEEP) == day


def test_far_counts_stay_quick_enough_for_a_plan():
    assert (
        WorkingCalendar().working_days_between(date(2018, 1, 1), date(2018, 1, 1) + timedelta(days=365))
        == 261
    )
