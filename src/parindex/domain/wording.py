"""Numbers, dates and ranges as Vietnamese and English readers write them: 80,29 and 80.29."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, cast

from parindex.domain.facts import FactKind
from parindex.domain.intervals import Interval

Language = Literal["vi", "en"]
Number = Fraction | Decimal | int

_MARKS: Mapping[Language, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}  # thousands, decimals


def points(value: Number, language: Language) -> str:
    """Points with two decimals: 1,75. More decimals (at most six) are shown only when the value has them."""
    return _written(value, language, least=2, most=6)


def number(value: Number, language: Language) -> str:
    """A number with the decimals it has (at most six): 1.394.695 or 3,5."""
    return _written(value, language, least=0, most=6)


def percent(value: Number, language: Language) -> str:
    """A share 0..1 as a percentage with at most four decimals: 99,6%."""
    return f"{_written(Fraction(value) * 100, language, least=0, most=4)}%"


def day(value: date, language: Language) -> str:
    """A date: 18/7/2018, or 18 July 2018."""
    return f"{value.day}/{value.month}/{value.year}" if language == "vi" else f"{value.day} {value:%B %Y}"


def interval(value: Interval, language: Language, *, as_percent: bool) -> str:
    """A range in words: "từ 80% đến dưới 100%", "trên 80%", "từ 5 trở lên"; one value stands alone: "100%"."""
    show = percent if as_percent else number
    words = _RANGE_WORDS[language]
    if value.low is None and value.high is None:
        return words.any
    if value.low is None and value.high is not None:
        return words.only_high[value.high_included].format(show(value.high, language))
    if value.high is None and value.low is not None:
        return words.only_low[value.low_included].format(show(value.low, language))
    low, high = show(cast("Fraction", value.low), language), show(cast("Fraction", value.high), language)
    if value.low == value.high:
        return low
    start, end = words.low[value.low_included].format(low), words.high[value.high_included].format(high)
    return words.joined.format(low=start, high=end)


def fact_kind(kind: str, language: Language) -> str:
    """What a kind of fact holds, in words."""
    return _FACT_KINDS[FactKind(kind)][language]


@dataclass(frozen=True, slots=True)
class _RangeWords:
    """Words by whether the bound is included; `only_…` where the other side is open."""

    low: Mapping[bool, str]
    high: Mapping[bool, str]
    only_low: Mapping[bool, str]
    only_high: Mapping[bool, str]
    joined: str
    any: str


_RANGE_WORDS: Mapping[Language, _RangeWords] = {
    "vi": _RangeWords(
        low={True: "từ {}", False: "trên {}"},
        high={True: "{}", False: "dưới {}"},
        only_low={True: "từ {} trở lên", False: "trên {}"},
        only_high={True: "không quá {}", False: "dưới {}"},
        joined="{low} đến {high}",
        any="mọi giá trị",
    ),
    "en": _RangeWords(
        low={True: "from {}", False: "over {}"},
        high={True: "{}", False: "below {}"},
        only_low={True: "at least {}", False: "over {}"},
        only_high={True: "at most {}", False: "below {}"},
        joined="{low} to {high}",
        any="any value",
    ),
}

_FACT_KINDS: Mapping[FactKind, Mapping[Language, str]] = {
    FactKind.SHARE: {"vi": "tỷ lệ từ 0% đến 100%", "en": "a share from 0% to 100%"},
    FactKind.NUMBER: {"vi": "con số", "en": "a number"},
    FactKind.COUNT: {"vi": "số lượng từ 0 trở lên", "en": "a count from 0"},
    FactKind.YES_NO: {"vi": "có hoặc không", "en": "yes or no"},
    FactKind.LEVEL: {"vi": "một mức trong danh mục", "en": "one of several levels"},
    FactKind.EVENTS: {"vi": "danh sách vụ việc", "en": "a list of events"},
    FactKind.DEEDS: {"vi": "danh sách việc có hạn", "en": "a list of things due"},
    FactKind.NAMED_COUNTS: {"vi": "số lượng theo từng nơi", "en": "counts by name"},
    FactKind.OPTIONS: {"vi": "số phiếu theo từng phương án", "en": "answers counted by option"},
    FactKind.AWARD: {"vi": "điểm được cho, có lý do", "en": "points given with a reason"},
}


def _written(value: Number, language: Language, *, least: int, most: int) -> str:
    """A number in digits, rounded half up to `most` decimals, without zeros at the end beyond `least`."""
    exact = Fraction(value)
    digits = _half_up(abs(exact) * 10**most)
    places = most
    # What is a little more or less than a round number must not be shown as that number: 99.999999% is not 100%.
    while digits % 10 == 0 and digits != abs(exact) * 10**places:
        places += 1
        digits = _half_up(abs(exact) * 10**places)
    while places > least and digits % 10 == 0:
        digits, places = digits // 10, places - 1
    whole, rest = divmod(digits, 10**places)
    thousands, decimals = _MARKS[language]
    sign = "-" if exact < 0 and digits else ""
    fraction = f"{decimals}{rest:0{places}d}" if places else ""
    return f"{sign}{whole:,}".replace(",", thousands) + fraction


def _half_up(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
