"""Numbers and ranges as Vietnamese and English readers write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain import wording
from parindex.domain.facts import Interval


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Decimal("80.29"), "80,29", "80.29"),
        (Decimal("1234.5"), "1.234,50", "1,234.50"),
        (Fraction(1, 3), "0,333333", "0.333333"),
        (Decimal("-0.8"), "-0,80", "-0.80"),
        (Decimal("0"), "0,00", "0.00"),
        (
            Decimal("1E+30"),
            "1.000.000.000.000.000.000.000.000.000.000,00",
            "1,000,000,000,000,000,000,000,000,000,000.00",
        ),
    ],
)
def test_points_have_two_decimals_and_more_only_where_needed(value: Decimal | Fraction, vi: str, en: str):
    assert (wording.points(value, "vi"), wording.points(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1394695, "1.394.695"),
        (Decimal("3.50"), "3,5"),
        (Decimal("-12"), "-12"),
        (Fraction(2, 3), "0,666667"),
        (0, "0"),
    ],
)
def test_numbers_have_the_decimals_they_need(value: int | Decimal | Fraction, expected: str):
    assert wording.number(value, "vi") == expected


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(249, 250), "99,6%"),
        (Fraction(1), "100%"),
        (Fraction(1, 3), "33,3333%"),
        (Decimal("0.805"), "80,5%"),
        (Fraction(2999998, 3000000), "99,9999%"),
        (1 - Fraction(1, 10**9), "99,9999999%"),
        (Fraction("0.8") + Fraction(1, 10**7), "80,00001%"),
    ],
)
def test_shares_are_shown_as_percentages(share: Fraction | Decimal, expected: str):
    assert wording.percent(share, "vi") == expected


@given(share=st.fractions(min_value=0, max_value=1))
def test_a_share_beside_a_round_number_is_never_shown_as_that_number(share: Fraction):
    shown = wording.percent(share, "vi")

    assert (shown == "100%") == (share == 1)
    assert (shown == "80%") == (share == Fraction("0.8"))


@given(hundredths=st.integers(-(10**12), 10**12))
def test_points_read_back_are_the_same_points(hundredths: int):
    value = Decimal(hundredths) / 100

    text = wording.points(value, "vi")

    assert Decimal(text.replace(".", "").replace(",", ".")) == value


EIGHTY, FULL = Fraction("0.8"), Fraction(1)


@pytest.mark.parametrize(
    ("interval", "vi", "en"),
    [
        (
            Interval(low=EIGHTY, high=FULL, high_included=False),
            "từ 80% đến dưới 100%",
            "from 80% to below 100%",
        ),
        (
            Interval(low=EIGHTY, high=FULL, low_included=False, high_included=False),
            "trên 80% đến dưới 100%",
            "over 80% to below 100%",
        ),
        (Interval(low=EIGHTY, high=FULL), "từ 80% đến 100%", "from 80% to 100%"),
        (Interval(low=EIGHTY), "từ 80% trở lên", "at least 80%"),
        (Interval(low=EIGHTY, low_included=False), "trên 80%", "over 80%"),
        (Interval(high=EIGHTY, high_included=False), "dưới 80%", "below 80%"),
        (Interval(high=EIGHTY), "không quá 80%", "at most 80%"),
        (Interval(low=FULL, high=FULL), "100%", "100%"),
        (Interval(), "mọi giá trị", "any value"),
    ],
)
def test_a_range_reads_as_people_say_it(interval: Interval, vi: str, en: str):
    assert wording.interval(interval, "vi", as_percent=True) == vi
    assert wording.interval(interval, "en", as_percent=True) == en


def test_a_range_of_numbers_has_no_percent_sign():
    assert wording.interval(Interval(low=Fraction(5)), "vi", as_percent=False) == "từ 5 trở lên"


def test_dates_read_as_people_write_them():
    assert wording.day(date(2018, 7, 18), "vi") == "18/7/2018"
    assert wording.day(date(2018, 7, 18), "en") == "18 July 2018"
