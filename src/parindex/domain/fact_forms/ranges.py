"""Khoảng giá trị trong biểu mẫu: "trên 80%", "từ 80% đến dưới 100%", and the same with signs or in English."""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from parindex.domain.fact_forms.errors import unreadable
from parindex.domain.intervals import Interval
from parindex.domain.text import fold

Reader = Callable[[str], Fraction | None]
Writer = Callable[[Fraction], str]

_BOUND = r"([-−]?\d[\d.,/ ]*%?)"
_ANY = {"moi gia tri", "any value"}
_ONE_SIDED: Mapping[str, re.Pattern[str]] = {
    "at_least": re.compile(rf"(?:tu {_BOUND} tro len|(?:>=|≥|at least) ?{_BOUND})"),
    "above": re.compile(rf"(?:tren|>|over) ?{_BOUND}"),
    "at_most": re.compile(rf"(?:khong qua|<=|≤|at most) ?{_BOUND}"),
    "below": re.compile(rf"(?:duoi|<|below) ?{_BOUND}"),
}
_TWO_SIDED = re.compile(rf"(tu|tren|from|over) {_BOUND} (?:den|to) (duoi |below )?{_BOUND}")


def read_range(text: str, read: Reader) -> Interval | None:
    """The interval that a text says; None for other words. `read` reads a bound. Raises `UnreadableError`."""
    said = fold(text)
    if said in _ANY:
        return Interval()
    if match := _TWO_SIDED.fullmatch(said):
        return _between(match, read)
    for name, pattern in _ONE_SIDED.items():
        if match := pattern.fullmatch(said):
            return _beside(name, _bound(next(filter(None, match.groups())), read))
    return None


def written_range(value: Interval, write: Writer) -> str:
    """An interval in words that `read_range` reads as the same interval."""
    if value.low is not None and value.high is not None:
        start, end = "từ" if value.low_included else "trên", "" if value.high_included else "dưới "
        return f"{start} {write(value.low)} đến {end}{write(value.high)}"
    if value.low is not None:
        return f"từ {write(value.low)} trở lên" if value.low_included else f"trên {write(value.low)}"
    if value.high is not None:
        return f"không quá {write(value.high)}" if value.high_included else f"dưới {write(value.high)}"
    return "mọi giá trị"


def _between(match: re.Match[str], read: Reader) -> Interval:
    low, high = _bound(match[2], read), _bound(match[4], read)
    try:
        return Interval(
            low=low, high=high, low_included=match[1] in {"tu", "from"}, high_included=not match[3]
        )
    except ValueError:
        raise unreadable(
            "value",
            vi="không giá trị nào nằm trong khoảng này; hãy xem lại hai đầu",
            en="no value lies in this range; check its two ends",
        ) from None


def _beside(name: str, bound: Fraction) -> Interval:
    if name in {"at_least", "above"}:
        return Interval(low=bound, low_included=name == "at_least")
    return Interval(high=bound, high_included=name == "at_most")


def _bound(text: str, read: Reader) -> Fraction:
    bound = read(text)
    if bound is None:
        raise unreadable("value", vi=f"“{text}” không phải là số", en=f"“{text}” is no number")
    return bound
