"""Số liệu trong biểu mẫu: what people type becomes the value of a fact, and back.

A form gives text by the names of fields, several texts for a column of a list. `as_fields` writes a value so that
`read_value` reads the same value again.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from parindex.domain.fact_forms.errors import UnreadableError as UnreadableError
from parindex.domain.fact_forms.errors import unreadable
from parindex.domain.fact_forms.lists import COLUMNS, read_rows, rows_as_fields
from parindex.domain.fact_forms.numbers import (
    read_decimal,
    read_exact,
    read_figure,
    read_share,
    written,
    written_percent,
)
from parindex.domain.fact_forms.ranges import read_range, written_range
from parindex.domain.fact_words import value_in_words
from parindex.domain.facts import Award, FactKind, FactValue, Interval, fits
from parindex.domain.rules.base import Sentence
from parindex.domain.text import fold, nfc
from parindex.domain.wording import fact_kind

Raw = Mapping[str, Sequence[str]]
LIST_KINDS = frozenset(COLUMNS)
NONE = "none"  # the field that says of a list that there is nothing to list

_YES_NO = {"yes": True, "co": True, "no": False, "khong": False}
_FIGURES = frozenset({FactKind.SHARE, FactKind.NUMBER, FactKind.COUNT})


def read_value(kind: FactKind, raw: Raw) -> FactValue | None:
    """The value that was typed; None where nothing was. Raises `UnreadableError` with a sentence for each field.

    Fields: "value" for single values; the columns of `lists.COLUMNS` and "none" for lists; "points", "reason" and
    "awarded_by" for an award.
    """
    if kind in LIST_KINDS:
        return _read_list(kind, raw)
    if kind is FactKind.AWARD:
        return _read_award(raw)
    text = _one(raw, "value")
    if not text:
        return None
    value: FactValue | None = _READERS[kind](text)
    if not fits(kind, value):
        raise unreadable(
            "value",
            vi=f"“{text}” không phải là {fact_kind(kind, 'vi')}",
            en=f"“{text}” is not {fact_kind(kind, 'en')}",
        )
    return value


def as_fields(kind: FactKind, value: FactValue | None) -> Raw:
    """A value as a form shows it; no fields where there is none."""
    if value is None:
        return {}
    if isinstance(value, Award):
        fields = {"points": written(value.points), "reason": value.reason, "awarded_by": value.awarded_by}
        return {name: (text,) for name, text in fields.items()}
    if isinstance(value, tuple):
        return rows_as_fields(kind, value) if value else {NONE: ("1",)}
    return {"value": (_single(kind, value),)}


def understood(kind: FactKind, raw: Raw, value: FactValue | None) -> Sentence | None:
    """Hiểu là: how a figure was read, where that is not exactly what was typed."""
    if value is None or kind not in _FIGURES or _one(raw, "value") in as_fields(kind, value)["value"]:
        return None
    vi, en = value_in_words(value, "vi")[0], value_in_words(value, "en")[0]
    if isinstance(value, Interval) and kind is FactKind.NUMBER:
        vi = en = written_range(value, written)
    return Sentence(vi=f"hiểu là {vi}", en=f"read as {en}")


def read_points(text: str) -> Decimal | None:
    """Points as people type them ("0,25" or "0.25"); None for a blank. Raises `UnreadableError` for "claimed"."""
    if not text.strip():
        return None
    points = read_decimal(text)
    if points is None:
        raise unreadable(
            "claimed",
            vi=f"“{text.strip()}” không phải là điểm; ghi như 0,25",
            en=f"“{text.strip()}” is no number of points; write it like 0.25",
        )
    return points


def _read_list(kind: FactKind, raw: Raw) -> FactValue | None:
    rows = read_rows(kind, raw)
    if rows and _one(raw, NONE):
        raise unreadable(
            NONE,
            vi="đã chọn “không có” nhưng vẫn còn dòng; hãy bỏ chọn hoặc xóa dòng",
            en="“none” is chosen and rows are filled in; take one of them away",
        )
    return cast("FactValue", rows) if rows or _one(raw, NONE) else None


def _read_award(raw: Raw) -> Award | None:
    texts = {name: _one(raw, name) for name in ("points", "reason", "awarded_by")}
    if not any(texts.values()):
        return None
    points = read_decimal(texts["points"])
    if points is None:
        raise unreadable(
            "points",
            vi=f"“{texts['points']}” không phải là điểm; ghi như 0,25",
            en=f"“{texts['points']}” is no number of points; write it like 0.25",
        )
    return Award(points=points, reason=texts["reason"], awarded_by=texts["awarded_by"])


def _one(raw: Raw, name: str) -> str:
    texts = raw.get(name, ())
    return nfc(texts[0]) if texts else ""


def _share(text: str) -> Fraction | Interval | None:
    return read_range(text, read_share) or read_share(text)


def _number(text: str) -> Decimal | Interval | None:
    return read_range(text, read_exact) or read_figure(text)


def _count(text: str) -> int | None:
    read = read_figure(text)
    return int(read) if read is not None and read == read.to_integral_value() else None


def _yes_no(text: str) -> bool | None:
    return _YES_NO.get(fold(text))


_READERS: Mapping[FactKind, Callable[[str], Any]] = {
    FactKind.SHARE: _share,
    FactKind.NUMBER: _number,
    FactKind.COUNT: _count,
    FactKind.YES_NO: _yes_no,
    FactKind.LEVEL: str,
}


def _single(kind: FactKind, value: FactValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        return written_range(value, written_percent if kind is FactKind.SHARE else written)
    if isinstance(value, Fraction):
        return written_percent(value)
    return value if isinstance(value, str) else written(cast("Decimal | int", value))
