"""Deadlines as dates over the years of a plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.calendar import Roll, WorkingCalendar
from parindex.domain.deadlines import Occurrence, due_after, occurrences, parse_deadline
from parindex.domain.periods import Period

PLAN = Period(first_year=2018, last_year=2020)
NO_HOLIDAYS = WorkingCalendar()


def due(text: str, period: Period | None = PLAN) -> list[tuple[str, str]]:
    return [(each.due_date.isoformat(), each.period) for each in occurrences(parse_deadline(text), period)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hàng năm", [("2018-12-31", "2018"), ("2019-12-31", "2019"), ("2020-12-31", "2020")]),
        (
            "Quý II hàng năm",
            [("2018-06-30", "2018-Q2"), ("2019-06-30", "2019-Q2"), ("2020-06-30", "2020-Q2")],
        ),
        (
            "Tháng 12 hàng năm",
            [("2018-12-31", "2018-12"), ("2019-12-31", "2019-12"), ("2020-12-31", "2020-12")],
        ),
        (
            "Trước ngày 15/12 hàng năm",
            [("2018-12-14", "2018"), ("2019-12-14", "2019"), ("2020-12-14", "2020")],
        ),
        ("Quý II năm 2018", [("2018-06-30", "2018-Q2")]),
        ("Quý III năm 2018", [("2018-09-30", "2018-Q3")]),
        ("Tháng 7/2018", [("2018-07-31", "2018-07")]),
        ("Trong năm 2018", [("2018-12-31", "2018")]),
        ("Theo chỉ đạo của Chính phủ", []),
        # what other plans write
        ("Giai đoạn 2018-2020", [("2020-12-31", "2018-2020")]),
        ("Hàng năm (từ năm 2019)", [("2019-12-31", "2019"), ("2020-12-31", "2020")]),
        ("Trước quý IV/2018", [("2018-09-30", "2018-Q4")]),
        ("Trước năm 2019", [("2018-12-31", "2019")]),
        ("6 tháng đầu năm 2018", [("2018-06-30", "2018-06")]),
        ("Thường xuyên", []),
        ("Quý II", []),
        ("Tháng 3/2021", [("2021-03-31", "2021-03")]),
        ("Trong 10 ngày kể từ ngày 18/7/2018", [("2018-07-28", "")]),
        ("Trong 10 ngày làm việc kể từ ngày 18/7/2018", []),
    ],
)
def test_a_deadline_of_the_plan_falls_due_on_these_dates(text, expected):
    assert due(text) == expected


def test_a_deadline_without_its_year_takes_the_year_of_a_one_year_plan():
    assert due("Quý II", Period(first_year=2018, last_year=2018)) == [("2018-06-30", "2018-Q2")]


def test_without_a_period_nothing_recurs_and_single_dates_stay():
    assert due("Hàng năm", None) == []
    assert due("Tháng 8/2018", None) == [("2018-08-31", "2018-08")]


def test_a_plan_that_ends_early_loses_its_later_occurrences():
    assert due("Quý II hàng năm", Period(first_year=2018, last_year=2019)) == due("Quý II hàng năm")[:2]


def test_half_years_quarters_and_months_come_two_four_and_twelve_times_a_year():
    year = Period(first_year=2018, last_year=2018)

    assert due("6 tháng, hàng năm", year) == [("2018-06-30", "2018-H1"), ("2018-12-31", "2018-H2")]
    assert due("Trước ngày 15 tháng cuối quý", year) == [
        ("2018-03-14", "2018-Q1"),
        ("2018-06-14", "2018-Q2"),
        ("2018-09-14", "2018-Q3"),
        ("2018-12-14", "2018-Q4"),
    ]
    assert len(due("Hàng tháng", year)) == 12


def test_the_last_day_of_february_follows_the_leap_year():
    years = Period(first_year=2019, last_year=2020)

    assert due("Tháng 2 hàng năm", years) == [("2019-02-28", "2019-02"), ("2020-02-29", "2020-02")]
    assert due("29/02 hàng năm", years) == [("2019-02-28", "2019"), ("2020-02-29", "2020")]
    assert due("Ngày 31 hàng tháng", years)[1] == ("2019-02-28", "2019-02")


def test_a_due_date_on_a_sunday_moves_to_the_working_day_asked_for():
    deadline = parse_deadline("Quý III năm 2018")  # 30 September 2018 is a Sunday

    moved = {roll: occurrences(deadline, PLAN, calendar=NO_HOLIDAYS, roll=roll) for roll in Roll}

    assert moved == {
        Roll.KEEP: (Occurrence(due_date=date(2018, 9, 30), period="2018-Q3"),),
        Roll.NEXT: (Occurrence(due_date=date(2018, 10, 1), period="2018-Q3"),),
        Roll.PREVIOUS: (Occurrence(due_date=date(2018, 9, 28), period="2018-Q3"),),
    }


def test_working_days_after_an_event_count_from_the_next_day_and_skip_the_weekend():
    deadline = parse_deadline("Trong vòng 05 ngày làm việc kể từ ngày công bố")

    assert due_after(deadline, date(2018, 7, 18), NO_HOLIDAYS) == date(2018, 7, 25)
    assert due_after(parse_deadline("Hàng năm"), date(2018, 7, 18), NO_HOLIDAYS) is None


def test_working_days_after_a_written_date_need_a_calendar():
    deadline = parse_deadline("Trong 10 ngày làm việc kể từ ngày 18/7/2018")

    found = occurrences(deadline, PLAN, calendar=NO_HOLIDAYS)

    assert found == (Occurrence(due_date=date(2018, 8, 1), period=""),)


@given(
    text=st.sampled_from(
        ["Hàng năm", "Quý II hàng năm", "Tháng 2 hàng năm", "Hàng tháng", "Hàng quý", "30/6 hàng năm"]
    ),
    first=st.integers(1990, 2090),
    length=st.integers(0, 9),
)
def test_each_year_of_the_plan_has_the_same_number_of_dates_each_inside_its_year(text, first, length):
    period = Period(first_year=first, last_year=first + length)

    found = occurrences(parse_deadline(text), period)

    per_year = [sum(each.due_date.year == year for each in found) for year in period.years]
    assert len(set(per_year)) == 1
    assert sum(per_year) == len(found)
    assert list(found) == sorted(found)
