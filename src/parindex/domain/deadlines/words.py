"""A deadline and the period of an occurrence in a few words, Vietnamese or English."""

import re

from parindex.domain.deadlines.kinds import Deadline, DeadlineKind
from parindex.domain.text import fold, nfc

_ROMAN = ("", "I", "II", "III", "IV")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_VIETNAMESE = {
    DeadlineKind.YEARLY: "hằng năm, đến 31/12",
    DeadlineKind.YEARLY_MONTH: "tháng {month} hằng năm",
    DeadlineKind.YEARLY_QUARTER: "quý {roman} hằng năm",
    DeadlineKind.YEARLY_DAY: "{till} ngày {day}/{month} hằng năm",
    DeadlineKind.HALF_YEARLY: "6 tháng một lần",
    DeadlineKind.QUARTERLY: "hằng quý",
    DeadlineKind.MONTHLY: "hằng tháng",
    DeadlineKind.YEAR: "trong năm {year}",
    DeadlineKind.YEARS: "giai đoạn {first_year}–{year}",
    DeadlineKind.PART_YEAR: "{month} tháng năm {year}",
    DeadlineKind.QUARTER: "quý {roman}/{year}",
    DeadlineKind.MONTH: "tháng {month}/{year}",
    DeadlineKind.DAY: "{till} ngày {day}/{month}/{year}",
    DeadlineKind.AFTER_EVENT: "trong {count}: chưa có ngày bắt đầu",
    DeadlineKind.CONTINUOUS: "thường xuyên: không có ngày",
    DeadlineKind.ON_INSTRUCTION: "theo chỉ đạo: chưa có ngày",
    DeadlineKind.UNKNOWN: "chưa rõ thời hạn",
}
_ENGLISH = {
    DeadlineKind.YEARLY: "every year, by 31 December",
    DeadlineKind.YEARLY_MONTH: "every {month_name}",
    DeadlineKind.YEARLY_QUARTER: "quarter {roman} of every year",
    DeadlineKind.YEARLY_DAY: "{till} {day} {month_name} every year",
    DeadlineKind.HALF_YEARLY: "twice a year",
    DeadlineKind.QUARTERLY: "every quarter",
    DeadlineKind.MONTHLY: "every month",
    DeadlineKind.YEAR: "within {year}",
    DeadlineKind.YEARS: "{first_year}–{year}",
    DeadlineKind.PART_YEAR: "first {month} months of {year}",
    DeadlineKind.QUARTER: "quarter {roman} of {year}",
    DeadlineKind.MONTH: "{month_name} {year}",
    DeadlineKind.DAY: "{till} {day} {month_name} {year}",
    DeadlineKind.AFTER_EVENT: "within {count}: no starting day yet",
    DeadlineKind.CONTINUOUS: "continuously: no date",
    DeadlineKind.ON_INSTRUCTION: "on instruction: no date yet",
    DeadlineKind.UNKNOWN: "deadline not understood",
}
_DAYS = {
    DeadlineKind.MONTHLY: ("{till} ngày {day} hằng tháng", "{till} day {day} of every month"),
    DeadlineKind.QUARTERLY: (
        "{till} ngày {day} tháng cuối quý",
        "{till} day {day} of the last month of every quarter",
    ),
    DeadlineKind.HALF_YEARLY: (
        "{till} ngày {day} của tháng 6 và tháng 12",
        "{till} day {day} of June and December",
    ),
}
_INSTRUCTED = re.compile(r"\b(?:chi dao|huong dan|yeu cau)\b")
_UNITS = {"H": ("6 tháng, kỳ {0}/{1}", "half {0} of {1}"), "Q": ("quý {0}/{1}", "quarter {0} of {1}")}


def describe(deadline: Deadline, language: str = "vi") -> str:
    """A deadline in a few words; what the text does not say is a dash."""
    vietnamese = language == "vi"
    if special := _special(deadline, vietnamese=vietnamese):
        return special
    words = (_VIETNAMESE if vietnamese else _ENGLISH)[deadline.kind].format(
        year=deadline.year or "…",
        first_year=deadline.first_year or "…",
        roman=_ROMAN[deadline.quarter or 0],
        month=deadline.month,
        month_name=_MONTHS[(deadline.month or 1) - 1],
        day=deadline.day,
        till=_till(vietnamese=vietnamese, before=deadline.before),
        count=_count(deadline, vietnamese=vietnamese),
    )
    if deadline.before and "{till}" not in _VIETNAMESE[deadline.kind]:
        return f"{_till(vietnamese=vietnamese, before=True)} {words}"
    return words


def _special(deadline: Deadline, *, vietnamese: bool) -> str:
    """Words for a day of a rhythm, the second half of a year, an event whose day is known, and other events."""
    kind, till = deadline.kind, _till(vietnamese=vietnamese, before=deadline.before)
    if deadline.day and kind in _DAYS:
        return _DAYS[kind][0 if vietnamese else 1].format(till=till, day=deadline.day)
    if kind is DeadlineKind.PART_YEAR and deadline.month == 12 and not deadline.before:
        year = deadline.year or "…"
        return f"6 tháng cuối năm {year}" if vietnamese else f"second half of {year}"
    if kind is DeadlineKind.AFTER_EVENT and deadline.year and deadline.month and deadline.day:
        count = _count(deadline, vietnamese=vietnamese)
        day, month, year = deadline.day, deadline.month, deadline.year
        if vietnamese:
            return f"trong {count} kể từ ngày {day}/{month}/{year}"
        return f"within {count} from {day} {_MONTHS[month - 1]} {year}"
    if kind is DeadlineKind.ON_INSTRUCTION and deadline.text and not _INSTRUCTED.search(fold(deadline.text)):
        text = nfc(deadline.text)
        return f"“{text}”: chưa có ngày" if vietnamese else f"“{text}”: no date yet"
    return ""


def describe_period(period: str, language: str = "vi") -> str:
    """The period of an occurrence ("2018-Q2") in words ("quý II/2018")."""
    vietnamese = language == "vi"
    year, _, part = period.partition("-")
    if not part:
        return (f"năm {year}" if vietnamese else year) if year else ""
    if part[0] in _UNITS:
        return _UNITS[part[0]][0 if vietnamese else 1].format(_ROMAN[int(part[1:])], year)
    if len(part) == 2:
        return f"tháng {int(part)}/{year}" if vietnamese else f"{_MONTHS[int(part) - 1]} {year}"
    return f"giai đoạn {year}–{part}" if vietnamese else f"{year}–{part}"


def _till(*, vietnamese: bool, before: bool) -> str:
    if vietnamese:
        return "trước" if before else "đến"
    return "before" if before else "by"


def _count(deadline: Deadline, *, vietnamese: bool) -> str:
    if deadline.working_days is not None:
        return (
            f"{deadline.working_days} ngày làm việc"
            if vietnamese
            else f"{deadline.working_days} working days"
        )
    return f"{deadline.days} ngày" if vietnamese else f"{deadline.days} days"
