"""Reading deadlines as plans write them. The shapes without a comment stand in plan 5264/KH-UBND."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.deadlines import Deadline, DeadlineKind, describe, describe_period, parse_deadline

K = DeadlineKind
SHAPES: list[tuple[str, Deadline]] = [
    ("Hàng năm", Deadline(kind=K.YEARLY, text="")),
    ("Tháng 12 hàng năm", Deadline(kind=K.YEARLY_MONTH, text="", month=12)),
    ("Quý II hàng năm", Deadline(kind=K.YEARLY_QUARTER, text="", quarter=2)),
    ("Trước ngày 15/12 hàng năm", Deadline(kind=K.YEARLY_DAY, text="", day=15, month=12, before=True)),
    ("Quý II năm 2018", Deadline(kind=K.QUARTER, text="", quarter=2, year=2018)),
    ("Quý III năm 2018", Deadline(kind=K.QUARTER, text="", quarter=3, year=2018)),
    ("Tháng 7/2018", Deadline(kind=K.MONTH, text="", month=7, year=2018)),
    ("Tháng 12/2018", Deadline(kind=K.MONTH, text="", month=12, year=2018)),
    ("Trong năm 2018", Deadline(kind=K.YEAR, text="", year=2018)),
    ("Theo chỉ đạo của Chính phủ", Deadline(kind=K.ON_INSTRUCTION, text="")),
    # what other plans write
    ("Hằng năm", Deadline(kind=K.YEARLY, text="")),
    ("HÀNG NĂM.", Deadline(kind=K.YEARLY, text="")),
    ("Thường xuyên, hàng năm", Deadline(kind=K.YEARLY, text="")),
    ("Thường xuyên", Deadline(kind=K.CONTINUOUS, text="")),
    ("Quý 3/2018", Deadline(kind=K.QUARTER, text="", quarter=3, year=2018)),
    ("Quí IV/2018", Deadline(kind=K.QUARTER, text="", quarter=4, year=2018)),
    ("tháng 8 năm 2018", Deadline(kind=K.MONTH, text="", month=8, year=2018)),
    ("8/2018", Deadline(kind=K.MONTH, text="", month=8, year=2018)),
    ("Năm 2018", Deadline(kind=K.YEAR, text="", year=2018)),
    ("Trong năm", Deadline(kind=K.YEAR, text="")),
    ("Theo hướng dẫn của Bộ Nội vụ", Deadline(kind=K.ON_INSTRUCTION, text="")),
    ("Khi có chỉ đạo", Deadline(kind=K.ON_INSTRUCTION, text="")),
    ("Sau khi có kết quả công bố", Deadline(kind=K.ON_INSTRUCTION, text="")),
    ("Trước 30/6/2018", Deadline(kind=K.DAY, text="", day=30, month=6, year=2018, before=True)),
    ("Trước tháng 8/2018", Deadline(kind=K.MONTH, text="", month=8, year=2018, before=True)),
    ("Ngày 18 tháng 7 năm 2018", Deadline(kind=K.DAY, text="", day=18, month=7, year=2018)),
    ("18/7/2018", Deadline(kind=K.DAY, text="", day=18, month=7, year=2018)),
    ("18.7.2018", Deadline(kind=K.DAY, text="", day=18, month=7, year=2018)),
    ("Từ ngày 01/7/2018 đến ngày 31/12/2018", Deadline(kind=K.DAY, text="", day=31, month=12, year=2018)),
    ("6 tháng đầu năm 2018", Deadline(kind=K.PART_YEAR, text="", month=6, year=2018)),
    ("6 tháng cuối năm 2018", Deadline(kind=K.PART_YEAR, text="", month=12, year=2018)),
    ("9 tháng năm 2018", Deadline(kind=K.PART_YEAR, text="", month=9, year=2018)),
    ("6 tháng, năm", Deadline(kind=K.HALF_YEARLY, text="")),
    ("Tháng 6 và tháng 12 hàng năm", Deadline(kind=K.HALF_YEARLY, text="")),
    ("Hàng quý", Deadline(kind=K.QUARTERLY, text="")),
    ("Quý, 6 tháng, năm", Deadline(kind=K.QUARTERLY, text="")),
    ("Trước ngày 15 của tháng cuối quý", Deadline(kind=K.QUARTERLY, text="", day=15, before=True)),
    ("Hàng tháng", Deadline(kind=K.MONTHLY, text="")),
    ("Ngày 25 hàng tháng", Deadline(kind=K.MONTHLY, text="", day=25)),
    ("Giai đoạn 2018-2020", Deadline(kind=K.YEARS, text="", first_year=2018, year=2020)),
    ("2018 – 2020", Deadline(kind=K.YEARS, text="", first_year=2018, year=2020)),
    ("Hàng năm, giai đoạn 2018-2020", Deadline(kind=K.YEARLY, text="", first_year=2018, year=2020)),
    ("Năm 2018 và những năm tiếp theo", Deadline(kind=K.YEARLY, text="", first_year=2018)),
    ("Hàng năm (từ năm 2019)", Deadline(kind=K.YEARLY, text="", first_year=2019)),
    ("Trong quý II và quý III năm 2018", Deadline(kind=K.QUARTER, text="", quarter=3, year=2018)),
    ("Quý I, II/2018", Deadline(kind=K.QUARTER, text="", quarter=2, year=2018)),
    ("Tháng 11, 12/2018", Deadline(kind=K.MONTH, text="", month=12, year=2018)),
    (
        "Trong vòng 05 ngày làm việc kể từ ngày nhận được kết quả",
        Deadline(kind=K.AFTER_EVENT, text="", working_days=5),
    ),
    (
        "Trong 10 ngày kể từ ngày 18/7/2018",
        Deadline(kind=K.AFTER_EVENT, text="", days=10, day=18, month=7, year=2018),
    ),
    ("Quý II, IV hàng năm", Deadline(kind=K.HALF_YEARLY, text="")),
    ("Tháng 6, 12 hàng năm", Deadline(kind=K.HALF_YEARLY, text="")),
    ("Trước 20/6 và 20/12 hàng năm", Deadline(kind=K.HALF_YEARLY, text="", day=20, before=True)),
    ("3 tháng/lần", Deadline(kind=K.QUARTERLY, text="")),
    ("6 tháng/lần", Deadline(kind=K.HALF_YEARLY, text="")),
    ("01 tháng/lần", Deadline(kind=K.MONTHLY, text="")),
    ("02 lần/năm", Deadline(kind=K.HALF_YEARLY, text="")),
    ("Mỗi năm 2 lần", Deadline(kind=K.HALF_YEARLY, text="")),
    ("1 năm 1 lần", Deadline(kind=K.YEARLY, text="")),
    ("01 lần/năm", Deadline(kind=K.YEARLY, text="")),
    ("Định kỳ 3 tháng", Deadline(kind=K.QUARTERLY, text="")),
    ("03 tháng một lần", Deadline(kind=K.QUARTERLY, text="")),
    (
        "Quý II năm 2018 (trước 15/6)",
        Deadline(kind=K.DAY, text="", day=15, month=6, year=2018, before=True),
    ),
    # OCR slips
    ("Qúy lI năm 2O18", Deadline(kind=K.QUARTER, text="", quarter=2, year=2018)),
    ("QUÝ 1V NĂM 2018", Deadline(kind=K.QUARTER, text="", quarter=4, year=2018)),
    ("Tháng l2 /2018", Deadline(kind=K.MONTH, text="", month=12, year=2018)),
    ("thang 12 hang nam", Deadline(kind=K.YEARLY_MONTH, text="", month=12)),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES, ids=[text for text, _ in SHAPES])
def test_every_shape_of_deadline_is_read_and_its_text_kept(text, expected):
    assert parse_deadline(text) == replace(expected, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Đã hoàn thành",
        "Từ tháng 7/2018",  # a beginning, no end
        "Từ quý III/2018",
        "Đầu năm 2019",  # no day that could be missed
        "Tháng 13/2018",
        "31/2/2018",
        "Trước ngày 15 hàng quý",  # of which of the three months?
    ],
)
def test_what_states_no_last_day_is_kept_as_unknown_text(text):
    assert parse_deadline(text) == Deadline(kind=DeadlineKind.UNKNOWN, text=text)


def test_the_date_of_a_cited_document_is_no_deadline():
    text = "Theo Kế hoạch số 5264/KH-UBND ngày 18/7/2018"

    assert parse_deadline(text) == Deadline(kind=DeadlineKind.ON_INSTRUCTION, text=text)


def test_words_that_were_not_understood_are_handed_on():
    deadline = parse_deadline("Tháng 3, tháng 9 hàng năm")

    assert (deadline.kind, deadline.month, deadline.unread) == (DeadlineKind.YEARLY_MONTH, 9, "thang 3")


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Quý II, III hàng năm", "quy ii"),
        ("Tháng 3, 9 hàng năm", "thang 3"),
        ("15/11/2018 và 15/11/2019", "15/11/2018"),
        ("Quý IV năm 2018 và quý IV năm 2019", "quy iv nam 2018"),
    ],
)
def test_dates_that_the_last_one_does_not_cover_are_handed_on(text, unread):
    assert parse_deadline(text).unread == unread


def test_a_yearly_deadline_with_a_year_of_its_own_starts_in_that_year_and_says_so():
    deadline = parse_deadline("Tháng 12/2018 và hàng năm")

    assert (deadline.kind, deadline.month, deadline.first_year, deadline.unread) == (
        DeadlineKind.YEARLY_MONTH,
        12,
        2018,
        "thang 12/2018",
    )


@given(st.text(alphabet="Qquýháng năm0123456789/-IVl.trước ngày kể từ hàng", max_size=40))
def test_reading_never_fails_and_never_loses_the_text(text):
    assert parse_deadline(text).text == text


@given(st.sampled_from(SHAPES))
def test_case_makes_no_difference(shape):
    text, _ = shape

    assert replace(parse_deadline(text.upper()), text="") == replace(parse_deadline(text.lower()), text="")


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("Hàng năm", "hằng năm, đến 31/12", "every year, by 31 December"),
        ("Quý II hàng năm", "quý II hằng năm", "quarter II of every year"),
        ("Tháng 8/2018", "tháng 8/2018", "August 2018"),
        ("Trước ngày 15/12 hàng năm", "trước ngày 15/12 hằng năm", "before 15 December every year"),
        ("Trước tháng 8/2018", "trước tháng 8/2018", "before August 2018"),
        ("Trước ngày 25 hàng tháng", "trước ngày 25 hằng tháng", "before day 25 of every month"),
        (
            "Ngày 15 của tháng cuối quý",
            "đến ngày 15 tháng cuối quý",
            "by day 15 of the last month of every quarter",
        ),
        ("6 tháng cuối năm 2018", "6 tháng cuối năm 2018", "second half of 2018"),
        (
            "Trong 10 ngày kể từ ngày 30/4/2018",
            "trong 10 ngày kể từ ngày 30/4/2018",
            "within 10 days from 30 April 2018",
        ),
        ("Theo kế hoạch", "“Theo kế hoạch”: chưa có ngày", "“Theo kế hoạch”: no date yet"),
        ("Theo chỉ đạo của Chính phủ", "theo chỉ đạo: chưa có ngày", "on instruction: no date yet"),
        (
            "05 ngày làm việc kể từ ngày nhận",
            "trong 5 ngày làm việc: chưa có ngày bắt đầu",
            "within 5 working days: no starting day yet",
        ),
    ],
)
def test_a_deadline_is_described_in_few_words(text, vietnamese, english):
    deadline = parse_deadline(text)

    assert (describe(deadline, "vi"), describe(deadline, "en")) == (vietnamese, english)


@pytest.mark.parametrize("text", [text for text, _ in SHAPES])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_shape_has_a_description(text, language):
    assert describe(parse_deadline(text), language) != ""


@pytest.mark.parametrize(
    ("period", "vietnamese", "english"),
    [
        ("2018", "năm 2018", "2018"),
        ("2018-Q2", "quý II/2018", "quarter II of 2018"),
        ("2018-H1", "6 tháng, kỳ I/2018", "half I of 2018"),
        ("2018-08", "tháng 8/2018", "August 2018"),
        ("2018-2020", "giai đoạn 2018–2020", "2018–2020"),
        ("", "", ""),
    ],
)
def test_a_period_is_described_in_few_words(period, vietnamese, english):
    assert (describe_period(period, "vi"), describe_period(period, "en")) == (vietnamese, english)
