"""Giá trị số liệu trong một ô: one value of one kind as a cell shows it, and back, exactly."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from parindex.documents.tables import cells
from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Cell, Raw
from parindex.domain.facts import Award, FactKind, FactValue, Interval, fits
from parindex.domain.text import fold
from parindex.domain.wording import fact_kind

LISTED = "xem trang Chi tiết"
NO_ROWS = "không có"
NOT_APPLICABLE = "không áp dụng"
LIST_KINDS = frozenset(
    {FactKind.EVENTS, FactKind.DEEDS, FactKind.NAMED_COUNTS, FactKind.OPTIONS, FactKind.AWARD}
)

_NUMBER = r"([-−]?[0-9][0-9.,/ ]*%?)"
_ANY = "moi gia tri"
_ONE_SIDED: Mapping[str, re.Pattern[str]] = {
    "at_least": re.compile(f"tu {_NUMBER} tro len"),
    "above": re.compile(f"tren {_NUMBER}"),
    "at_most": re.compile(f"khong qua {_NUMBER}"),
    "below": re.compile(f"duoi {_NUMBER}"),
}
_TWO_SIDED = re.compile(f"(tu|tren) {_NUMBER} den (duoi )?{_NUMBER}")


def as_cell(value: FactValue) -> Cell:
    """What the cell of a value holds; lists and awards stand on a sheet of their own."""
    if isinstance(value, bool | int | Decimal | str):
        return value
    if isinstance(value, Fraction):
        return percent(value)
    if isinstance(value, Interval):
        return _range(value, as_percent=True)
    return LISTED if isinstance(value, Award) or value else NO_ROWS


def range_of_numbers(value: Interval) -> str:
    """An interval of a `number`, whose bounds are no percentages."""
    return _range(value, as_percent=False)


def from_cell(kind: FactKind, raw: Raw) -> FactValue | None:
    """The value of a kind that stands in one cell; None for an empty cell. Raises `Unfit`."""
    interval = _read_range(raw) if kind in {FactKind.SHARE, FactKind.NUMBER} else None
    value = interval or _READERS[kind](raw)
    if value is not None and not fits(kind, value):
        said = cells.text(raw)
        raise Unfit(
            f"“{said}” không phải là {fact_kind(kind, 'vi')}", f"“{said}” is not {fact_kind(kind, 'en')}"
        )
    return value


def says_not_applicable(raw: Raw) -> bool:
    """Whether a cell says "không áp dụng" in place of a value."""
    return isinstance(raw, str) and fold(raw) == fold(NOT_APPLICABLE)


def announces_rows(raw: Raw, rows: int) -> bool:
    """Whether the cell of a list says that there is one, be it empty. Raises `Unfit` where its rows say otherwise."""
    said = fold(cells.text(raw))
    if said not in {"", fold(LISTED), fold(NO_ROWS)}:
        raise Unfit(
            f"ghi các dòng ở trang Chi tiết; ở đây chỉ ghi “{LISTED}” hoặc “{NO_ROWS}”",
            f"the rows belong on the sheet Chi tiết; here only “{LISTED}” or “{NO_ROWS}” may stand",
        )
    if said == fold(NO_ROWS) and rows:
        raise Unfit("ghi là không có, nhưng trang Chi tiết có dòng", "it says none, but Chi tiết has rows")
    if said == fold(LISTED) and not rows:
        raise Unfit(
            f"trang Chi tiết không có dòng nào; nếu danh sách trống thì ghi “{NO_ROWS}”",
            f"Chi tiết has no rows; write “{NO_ROWS}” if the list is empty",
        )
    return bool(said or rows)


def percent(value: Fraction) -> str:
    """A share as a percentage with all its decimals ("99,6%"), or as a fraction where it has no end ("1/3")."""
    return exact(value * 100) + "%" if _ends(value) else str(value)


def exact(value: Fraction) -> str:
    """A number with all its decimals, or as a fraction where it has no end."""
    if not _ends(value):
        return str(value)
    places = max(_power(value.denominator, 2), _power(value.denominator, 5))
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}d}"
    shown = f"{digits[:-places]},{digits[-places:]}" if places else digits
    return f"-{shown}" if value < 0 else shown


def _ends(value: Fraction) -> bool:
    """Whether a number has an end when it is written with decimals, and a short one."""
    twos, fives = _power(value.denominator, 2), _power(value.denominator, 5)
    return value.denominator == 2**twos * 5**fives and max(twos, fives) <= 30


def _power(number: int, base: int) -> int:
    power = 0
    while number % base == 0:
        number, power = number // base, power + 1
    return power


def _range(value: Interval, *, as_percent: bool) -> str:
    show = percent if as_percent else exact
    if value.low is not None and value.high is not None:
        start, end = "từ" if value.low_included else "trên", "" if value.high_included else "dưới "
        return f"{start} {show(value.low)} đến {end}{show(value.high)}"
    if value.low is not None:
        return f"từ {show(value.low)} trở lên" if value.low_included else f"trên {show(value.low)}"
    if value.high is not None:
        return f"không quá {show(value.high)}" if value.high_included else f"dưới {show(value.high)}"
    return "mọi giá trị"


def _read_range(raw: Raw) -> Interval | None:
    """The interval in "từ 80% đến dưới 100%" and the like; None for other words."""
    said = fold(raw) if isinstance(raw, str) else ""
    try:
        return Interval() if said == _ANY else _two_sided(said) or _one_sided(said)
    except ValueError as error:
        if isinstance(error, Unfit):
            raise
        raise Unfit("không giá trị nào nằm trong khoảng này", "no value lies in this range") from None


def _two_sided(said: str) -> Interval | None:
    match = _TWO_SIDED.fullmatch(said)
    return match and Interval(
        low=cells.exact(match[2]),
        high=cells.exact(match[4]),
        low_included=match[1] == "tu",
        high_included=not match[3],
    )


def _one_sided(said: str) -> Interval | None:
    for name, pattern in _ONE_SIDED.items():
        if match := pattern.fullmatch(said):
            bound = cells.exact(match[1])
            if name in {"at_least", "above"}:
                return Interval(low=bound, low_included=name == "at_least")
            return Interval(high=bound, high_included=name == "at_most")
    return None


def _level(raw: Raw) -> str | None:
    return cells.code(raw) or None


_READERS = {
    FactKind.SHARE: cells.share,
    FactKind.NUMBER: cells.number,
    FactKind.COUNT: cells.whole,
    FactKind.YES_NO: cells.yes_no,
    FactKind.LEVEL: _level,
}
