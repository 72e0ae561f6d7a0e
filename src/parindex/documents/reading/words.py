"""Folding that keeps every letter at its place, so that a match in folded text points into the printed text."""

import re
import unicodedata

_LETTER_RANGES = (range(0x41, 0x5B), range(0xC0, 0x1B1), range(0x1EA0, 0x1EFA))
_MARK = re.compile(r"^\s*(?:[-–—+•*●▪]|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ][.)]|[IVX]{1,5}[.)])\s+")
_BULLET = re.compile(r"^\s*[-–—+•●▪*]\s*(?=\S)")


def _same_length_table() -> dict[int, str]:
    marked = {code: unicodedata.normalize("NFD", chr(code))[0] for span in _LETTER_RANGES for code in span}
    letters = {code: base.lower() for code, base in marked.items() if base.isascii() and base.isalpha()}
    others = {ord("Đ"): "d", ord("đ"): "d", **dict.fromkeys(map(ord, "–—−‐‑"), "-"), ord("\u00a0"): " "}
    return letters | others


_TABLE = _same_length_table()


def flat(text: str) -> str:
    """Lower case without diacritics, letter for letter (unlike `domain.text.fold`, which also closes up spaces)."""
    return text.translate(_TABLE)


def is_bullet(text: str) -> bool:
    return _BULLET.match(text) is not None


def starts_item(text: str) -> bool:
    """Whether a line starts with a list mark: "- ", "2. ", "a) ", "II. "."""
    return _MARK.match(text) is not None


def without_mark(text: str) -> str:
    """Text without its list mark."""
    return _MARK.sub("", text, count=1)


def without_bullet(text: str) -> str:
    return _BULLET.sub("", text, count=1)


def runs_on(before: str, after: str) -> bool:
    """Whether `after` goes on with a sentence that `before` broke off."""
    return bool(before) and before[-1] not in ".;:!?)…”" and after[:1].islower()


def in_one_line(text: str) -> str:
    return " ".join(text.split())
