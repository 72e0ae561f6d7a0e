"""Vietnam's working days as the years really had them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from parindex.domain.sources import Certainty
from parindex.frameworks.calendars import DayChange, load_additions, vietnam_calendar
from parindex.frameworks.problems import InvalidData


@pytest.mark.parametrize(
    ("first_day_off", "last_day_off"),
    [
        (date(2018, 2, 14), date(2018, 2, 20)),
        (date(2019, 2, 2), date(2019, 2, 10)),  # 4 to 8 February between two weekends
        (date(2020, 1, 23), date(2020, 1, 29)),
    ],
)
def test_tet_is_off_from_the_day_before_to_the_last_day_of_the_holiday(first_day_off, last_day_off):
    calendar = vietnam_calendar()

    back_at_work = calendar.next_working_day(first_day_off)

    assert back_at_work == last_day_off + timedelta(days=1)
    assert calendar.is_working_day(first_day_off - timedelta(days=1)) is True


def test_national_day_on_a_sunday_gives_the_monday_off():
    assert vietnam_calendar().next_working_day(date(2018, 9, 1)) == date(2018, 9, 4)


def test_the_swap_of_new_year_2019_makes_a_monday_free_and_a_saturday_worked():
    calendar = vietnam_calendar()

    assert (calendar.is_working_day(date(2018, 12, 31)), calendar.is_working_day(date(2019, 1, 5))) == (
        False,
        True,
    )


def test_each_day_off_has_its_vietnamese_name():
    assert vietnam_calendar().holidays[date(2018, 4, 25)] == "Ngày Giỗ Tổ Hùng Vương"


CHANGES = """days_off:
  - {date: "2030-01-04", name: Nghỉ hoán đổi, reference: Thông báo của tỉnh, certainty: official}
working_days:
  - {date: 2030-01-05, name: Làm bù, reference: Thông báo của tỉnh, certainty: official}
"""


def test_an_announced_swap_can_be_added_with_its_reference(tmp_path):
    path = tmp_path / "calendar.yaml"
    path.write_text(CHANGES, encoding="utf-8")

    calendar = vietnam_calendar(path)

    assert (calendar.is_working_day(date(2030, 1, 4)), calendar.is_working_day(date(2030, 1, 5))) == (
        False,
        True,
    )
    assert load_additions(path).working_days == (
        DayChange(
            day=date(2030, 1, 5), name="Làm bù", reference="Thông báo của tỉnh", certainty=Certainty.OFFICIAL
        ),
    )


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("reference: Thông báo của tỉnh, ", "", "“reference” is missing"),
        ("2030-01-04", "4/1/2030", "“4/1/2030” is no date such as 2018-07-18"),
        ("certainty", "surety", "“certainty” is missing"),
    ],
)
def test_a_day_without_date_reference_or_certainty_is_refused(
    tmp_path: Path, before: str, after: str, problem: str
):
    path = tmp_path / "calendar.yaml"
    path.write_text(CHANGES.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(InvalidData) as caught:
        load_additions(path)

    assert (caught.value.problems[0].line, caught.value.problems[0].said.en) == (2, problem)


def test_the_calendar_that_is_built_in_has_no_additions_yet():
    added = load_additions()

    assert (added.days_off, added.working_days) == ((), ())
