"""Mã của tiêu chí: "1.1", "1.1.1.", "Tiêu chí 1.2:", "I", "III." as numbers, and their order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parindex.documents.reading.words import flat

Code = tuple[int, ...]
_NAMED = r"(?:(?:tieu chi(?: thanh phan)?|tctp|tc|linh vuc|lv)(?: so)? ?:? ?)"
_CODE = r"(?:(?:[0-9]{1,2}|[ivx]{1,6})(?: ?[.] ?[0-9]{1,2}){0,4})"
_DEEP = r"(?:(?:[0-9]{1,2}|[ivx]{1,6})(?:[.][0-9]{1,2}){1,4})"
_WHOLE = re.compile(rf"(?P<named>{_NAMED})?(?P<code>{_CODE}|[0-9]{{1,2}},[0-9]{{1,2}}) ?[.):/-]?")
_LEADING = re.compile(
    rf"(?:(?P<named>{_NAMED})(?P<code>{_CODE})(?![0-9a-z])[.):]?|(?P<marked>{_CODE})[.):](?![0-9])"
    rf"|(?P<deep>{_DEEP})(?= ))\s*(?:-\s)?:?\s*(?=\S)"
)
_GROUP = re.compile(r"(?:(?:phan )?[a-h]|phan [ivx0-9]{1,4}) ?[.):]?")
_GROUP_TITLE = re.compile(r"phan (?:[a-h]|[ivx]{1,4}|[0-9])\b[.:) ]|[a-h][.)] ")
_DATE = re.compile(r"[0-9]{2}([0-9]{2})-([0-9]{2})-([0-9]{2})")
_MEANT = str.maketrans("Ool", "001")
_MAX_CODE = 40
_ROMANS = {
    tens + units: 10 * count + number
    for count, tens in enumerate(("", "X", "XX", "XXX"))
    for number, units in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if tens + units
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A code as printed, and its numbers; `is_sure` where it says that it is one ("Tiêu chí 1", "II.", "1.1")."""

    printed: str
    numbers: Code
    is_roman: bool = False
    is_slip: bool = False
    is_sure: bool = True


def read_mark(cell: str) -> Mark | None:
    """The code that a whole cell is; None when it is no code."""
    if len(cell) > _MAX_CODE:
        return None
    if match := _WHOLE.fullmatch(flat(cell)):
        return _mark(cell[match.start("code") : match.end("code")], printed=cell, is_slip="," in cell)
    meant = cell.translate(_MEANT) if any(map(str.isdigit, cell)) else cell
    match = _WHOLE.fullmatch(flat(meant)) if meant != cell else None
    return _mark(match["code"], printed=cell, is_slip=True) if match else None


def split_mark(text: str) -> tuple[Mark | None, str]:
    """The code that a title starts with ("Lĩnh vực 1: …", "1.2. …", "II. …") and the title after it."""
    match = _LEADING.match(flat(text[: 2 * _MAX_CODE]))
    if not match:
        return None, text
    start, end = next(match.span(group) for group in ("code", "marked", "deep") if match[group])
    mark = _mark(text[start:end], printed=text[:end], is_sure=bool(match["named"]))
    return (mark, text[match.end() :]) if mark else (None, text)


def is_group(cell: str) -> bool:
    """Whether a cell marks a group above the areas: "A", "B.", "Phần A"."""
    return cell[:1].isupper() and len(cell) <= _MAX_CODE and _GROUP.fullmatch(flat(cell)) is not None


def is_group_title(title: str) -> bool:
    """Whether a title names a group above the areas: "Phần B. Điều tra", "A. ĐÁNH GIÁ TRỰC TIẾP"."""
    folded = flat(title[:_MAX_CODE])
    return bool(_GROUP_TITLE.match(folded)) and (folded.startswith("phan") or title.isupper())


def dates_as_codes(cell: str) -> tuple[Code, ...]:
    """What a code that became a date can have been: 1.2 as the first of February or the second of January."""
    match = _DATE.fullmatch(cell)
    if not match:
        return ()
    year, month, day = map(int, match.groups())
    return ((day, month), (month, day), (day, month, year), (month, day, year))


def written(code: Sequence[int]) -> str:
    return ".".join(map(str, code))


def _mark(code: str, *, printed: str, is_slip: bool = False, is_sure: bool = False) -> Mark | None:
    """A Roman number counts in capitals only: "i)" and "v." mark the lines of a list."""
    first, *rest = re.split(r" ?[.,] ?", code)
    roman = _ROMANS.get(first)
    if not first.isdigit() and roman is None:
        return None
    return Mark(
        printed=printed,
        numbers=(roman or int(first), *map(int, rest)),
        is_roman=roman is not None and not rest,
        is_slip=is_slip,
        is_sure=is_sure or bool(rest) or roman is not None,
    )
