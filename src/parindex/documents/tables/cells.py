"""Ô bảng tính: what a cell holds, read as the value its column wants. All of them raise `Unfit`."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

from parindex.documents.tables.errors import Unfit
from parindex.documents.tables.model import Cell, Raw
from parindex.documents.tables.scanning import Fault
from parindex.domain.facts import is_sensible
from parindex.domain.text import fold, read_number
from parindex.domain.wording import day as day_in_words

MAX_CHARACTERS = 32_767  # what a cell of Excel can hold
MAX_DIGITS = 210  # what a sensible number (`is_sensible`) can need
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YES_NO = {"co": True, "yes": True, "true": True, "khong": False, "no": False, "false": False}
_SEPARATOR = re.compile(r"[;\n]")


def clean(text: str) -> str:
    """Text as a cell keeps it: composed, without white space at its ends and without control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _NO_XML.sub("", lines)).strip()


def text(raw: Raw) -> str:
    """Text; a number or a date that was typed into a column of text is given as it looks."""
    if isinstance(raw, Fault):
        raise _fault(raw)
    if isinstance(raw, str):
        return _fitting(clean(raw))
    if isinstance(raw, bool):
        return yes_no_in_words(raw)
    if isinstance(raw, int | float):
        return plain(_exact(raw))
    return _moment(raw)


def code(raw: Raw) -> str:
    """A code. What Excel has turned into a number or a date is refused, for 1.1 may have been 1.10."""
    if isinstance(raw, str | Fault):
        return text(raw)
    shown = text(raw)
    raise Unfit(
        f"mã phải ở dạng chữ, nhưng Excel đã đổi thành “{shown}”; hãy đặt định dạng ô là Văn bản (Text) rồi gõ lại mã",
        f"a code must be text, but Excel has turned it into “{shown}”; format the cell as Text and type it again",
    )


def number(raw: Raw) -> Decimal | None:
    """A number or None; "0,5", "0.50" and 0.5 are the same."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _exact(raw)
    shown = text(raw)
    if not shown:
        return None
    read = read_number(shown) if isinstance(raw, str) and len(shown) <= MAX_DIGITS else None
    if read is None:
        raise Unfit(f"“{_short(shown)}” không phải là số", f"“{_short(shown)}” is no number")
    return _sensible(read)


def whole(raw: Raw) -> int | None:
    """A whole number from 0, or None."""
    read = number(raw)
    if read is not None and (read < 0 or read != read.to_integral_value()):
        raise Unfit(
            f"“{plain(read)}” không phải là số nguyên từ 0 trở lên",
            f"“{plain(read)}” is no whole number from 0",
        )
    return None if read is None else int(read)


def share(raw: Raw) -> Fraction | None:
    """A share 0..1 or None: "99,6%", "1/3", or a cell that Excel shows as a percentage."""
    read = exact(raw)
    if read is not None and not 0 <= read <= 1:
        shown = _short(text(raw))
        raise Unfit(
            f"“{shown}” không phải là tỷ lệ từ 0% đến 100%; hãy ghi như 99,6%",
            f"“{shown}” is no share from 0% to 100%; write it like 99,6%",
        )
    return read


def exact(raw: Raw) -> Fraction | None:
    """An exact value or None: a number, a percentage, or a fraction like 1/3."""
    shown = text(raw)
    above, stroke, below = shown.partition("/")
    parts = (
        [number(part.strip()) for part in (above.removesuffix("%"), below)] if isinstance(raw, str) else []
    )
    if not parts or not (stroke or shown.endswith("%")):
        read = number(raw)
        return None if read is None else Fraction(read)
    if parts[0] is None or (stroke and (not parts[1] or shown.count("%"))):
        raise Unfit(f"“{_short(shown)}” không phải là số", f"“{_short(shown)}” is no number")
    return Fraction(parts[0]) / (Fraction(parts[1]) if parts[1] else 100)


def day(raw: Raw) -> date | None:
    """A date or None: a date of Excel, 18/7/2018 or 2018-07-18."""
    if isinstance(raw, datetime) and raw.time() == time():
        return raw.date()
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return raw
    shown = text(raw)
    if not shown:
        return None
    match, iso = _DAY.fullmatch(shown), _ISO_DAY.fullmatch(shown)
    try:
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        pass
    raise Unfit(
        f"“{_short(shown)}” không phải là ngày như 18/7/2018",
        f"“{_short(shown)}” is no date such as 18/7/2018",
    )


def yes_no(raw: Raw) -> bool | None:
    """Có, Không, or None."""
    if isinstance(raw, bool):
        return raw
    shown = text(raw)
    if not shown:
        return None
    if fold(shown) not in _YES_NO:
        raise Unfit(
            f"“{_short(shown)}” không phải là Có hoặc Không", f"“{_short(shown)}” is neither Có nor Không"
        )
    return _YES_NO[fold(shown)]


def names(raw: Raw) -> tuple[str, ...]:
    """Names, one a line or divided by semicolons."""
    parts = (part.strip() for part in _SEPARATOR.split(text(raw)))
    return tuple(part for part in parts if part)


def lines(raw: Raw) -> tuple[str, ...]:
    """Texts, one a line."""
    return tuple(filter(None, map(str.strip, text(raw).split("\n"))))


def joined(parts: Iterable[str]) -> str:
    """Texts as a cell shows them: one a line."""
    found = (line.strip() for part in parts for line in clean(part).split("\n"))
    return "\n".join(filter(None, found))


def plain(value: Decimal | int) -> str:
    """A number in digits with all decimals it has, the comma before them: "1394695,5"."""
    digits = f"{Decimal(value):f}"
    shown = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if shown in {"-0", ""} else shown.replace(".", ",")


def points(value: Decimal | None) -> str:
    """Points as people read them, at least two decimals: "1,75"; "" where there are none."""
    if value is None:
        return ""
    above, _, below = plain(value).partition(",")
    return f"{above},{below:0<2}"


def shown(cell: Cell) -> str:
    """Any cell as people read it; "" for an empty one."""
    if isinstance(cell, bool):
        return yes_no_in_words(cell)
    if isinstance(cell, int | Decimal):
        return plain(cell)
    return day_in_words(cell, "vi") if isinstance(cell, date) else clean(cell or "")


def yes_no_in_words(value: bool) -> str:
    return "Có" if value else "Không"


def held_exactly(value: Decimal | int) -> bool:
    """Whether Excel, which keeps 15 digits, gives a number back as it was."""
    return is_sensible(value) and Decimal(f"{float(value):.15g}") == value


def _exact(raw: float) -> Decimal:
    # Excel keeps 15 digits: what a float holds beyond them (1.7500000000000002) was never anybody's number.
    return _sensible(Decimal(f"{raw:.15g}"))


def _sensible(value: Decimal) -> Decimal:
    if not is_sensible(value):
        raise Unfit("số này không thể có thật", "this number cannot be a real one")
    return value


def _fitting(read: str) -> str:
    if len(read) > MAX_CHARACTERS:
        raise too_long()
    return read


def too_long() -> Unfit:
    return Unfit("ô dài quá 32.767 ký tự", "the cell is longer than 32,767 characters")


def _fault(fault: Fault) -> Unfit:
    if fault is Fault.ERROR:
        return Unfit("công thức trong ô bị lỗi", "the formula in the cell gives an error")
    return Unfit(
        "công thức trong ô chưa có kết quả; hãy mở tệp bằng Excel rồi lưu lại",
        "the formula in the cell has no result yet; open the file in Excel and save it again",
    )


def _moment(raw: object) -> str:
    if isinstance(raw, date) and (not isinstance(raw, datetime) or raw.time() == time()):
        return day_in_words(raw, "vi")
    return str(raw)


def _short(shown: str) -> str:
    return shown if len(shown) <= 40 else f"{shown[:40]}…"
