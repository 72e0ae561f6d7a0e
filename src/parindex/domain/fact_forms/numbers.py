"""Con số trong biểu mẫu: numbers, shares and points as people type them, and written back exactly."""

import re
from decimal import Decimal
from fractions import Fraction

from parindex.domain.facts import is_sensible
from parindex.domain.text import read_number

_LONGEST = 210  # characters: what a sensible number can need
_THOUSANDS = re.compile(r"[-−]?[1-9]\d{0,2}\.\d{3}")
_LONGEST_DECIMALS = 30


def read_figure(text: str) -> Decimal | None:
    """A number as Vietnamese write it: "1.394" is 1394, "1,394" has decimals; None where there is no number."""
    short = text.strip()
    if _THOUSANDS.fullmatch(short):
        return Decimal(short.replace(".", "").replace("−", "-"))
    return read_decimal(short)


def read_decimal(text: str) -> Decimal | None:
    """A number whose single separator is the decimal one, as points and shares have it: "0,25", "0.25"."""
    read = read_number(text) if len(text) <= _LONGEST else None
    return read if read is not None and is_sensible(read) else None


def read_share(text: str) -> Fraction | None:
    """A share: "99,6%", "99.6" (a bare number is a percentage), "249/250", "249 trên 250"; None for other words."""
    above, below = _divided(text)
    if below:
        parts = read_figure(above), read_figure(below)
        return Fraction(parts[0]) / Fraction(parts[1]) if parts[0] is not None and parts[1] else None
    read = read_decimal(above.strip().removesuffix("%"))
    return None if read is None else Fraction(read) / 100


def read_exact(text: str) -> Fraction | None:
    """A number, or a fraction such as 1/3."""
    above, below = _divided(text)
    parts = read_figure(above), read_figure(below) if below else Decimal(1)
    return Fraction(parts[0]) / Fraction(parts[1]) if parts[0] is not None and parts[1] else None


def written(value: Fraction | Decimal | int) -> str:
    """A number with all its decimals and points between thousands: "1.394,5"; "1/3" where decimals have no end."""
    exact = Fraction(value)
    places = _places(exact)
    if places is None:
        return f"{exact.numerator}/{exact.denominator}"
    whole, rest = divmod(abs(exact.numerator) * 10**places // exact.denominator, 10**places)
    decimals = f",{rest:0{places}d}" if places else ""
    return ("-" if exact < 0 else "") + f"{whole:,}".replace(",", ".") + decimals


def written_percent(value: Fraction) -> str:
    """A share as a percentage with all its decimals ("99,6%"), or as the fraction it is ("1/3")."""
    return (
        f"{written(value * 100)}%" if _places(value) is not None else f"{value.numerator}/{value.denominator}"
    )


def _divided(text: str) -> tuple[str, str]:
    """Numerator and denominator; the second is "" where the text is one number."""
    match = re.fullmatch(r"([^/]+?)\s*(?:/|\btrên\b|\bof\b)\s*([^/%]+)", text.strip(), re.IGNORECASE)
    return (match[1], match[2]) if match else (text, "")


def _places(value: Fraction) -> int | None:
    """How many decimals write a number exactly; None where there is no end to them, or only a very long one."""
    rest, most = value.denominator, 0
    for base in (2, 5):
        power = 0
        while rest % base == 0:
            rest, power = rest // base, power + 1
        most = max(most, power)
    return most if rest == 1 and most <= _LONGEST_DECIMALS else None
