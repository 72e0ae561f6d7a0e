"""Vietnamese text and numbers: one folding for search and matching, one order for lists, one way to read a number."""

import re
import unicodedata
from decimal import Decimal

_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_SPACES = re.compile(r"\s+")
_GROUPED = re.compile(r"\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,}")


def nfc(text: str) -> str:
    """Text in composed form, with runs of white space folded into one space."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


def fold(text: str) -> str:
    """Text for search and matching: lower case, no diacritics, đ as d; "hoà" and "hòa" fold alike."""
    stripped = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return _SPACES.sub(" ", stripped.casefold().replace("đ", "d")).strip()


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """Key that sorts as Vietnamese dictionaries do: letters first (a ă â … d đ …), then tones."""
    letters: list[tuple[int, int]] = []
    tones: list[str] = []
    for char in unicodedata.normalize("NFC", text.casefold()):
        base, tone = _split_tone(char)
        position = _ALPHABET.find(base)
        letters.append((1, position) if position >= 0 else (0, ord(base)))
        tones.append(str(_TONES.find(tone) + 1) if tone else "0")
    return tuple(letters), "".join(tones)


def code_key(code: str) -> tuple[tuple[int, str], ...]:
    """Key that sorts codes by their numbers: 3.2.2 before 3.2.10."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in code.split("."))


def read_number(text: str) -> Decimal | None:
    """The number in "0,5", "0.50", "1.394.695" or "1.394,50"; None when the text is no number.

    A single separator is the decimal one ("1.394" is 1,394), since the documents at hand write points;
    separators that repeat, or stand before another kind, group thousands.
    """
    digits = text.strip().replace("\u00a0", "").replace(" ", "")
    sign, digits = ("-", digits[1:]) if digits[:1] in {"-", "−"} else ("", digits)
    if not re.fullmatch(r"\d[\d.,]*", digits) or digits[-1] in ".,":
        return None
    if _GROUPED.fullmatch(digits):
        return Decimal(sign + re.sub(r"[.,]", "", digits))
    if "." in digits and "," in digits:
        decimal_mark = max(".,", key=digits.rfind)
        digits = digits.replace("," if decimal_mark == "." else ".", "")
    digits = digits.replace(",", ".")
    return Decimal(sign + digits) if digits.count(".") <= 1 else None


def _split_tone(char: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((c for c in parts if c in _TONES), "")
    return unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else char, tone
