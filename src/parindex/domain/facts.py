"""Số liệu: dated values of one unit with their source, and how rules ask for them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import cast

from parindex.domain.intervals import Interval as Interval
from parindex.domain.sources import Certainty, LegalReference


class FactKind(StrEnum):
    """What a fact holds; the Python type of its value stands behind each kind."""

    SHARE = "share"  # Fraction 0..1 (99,6 % is 249/250), or an Interval
    NUMBER = "number"  # Decimal, or an Interval
    COUNT = "count"  # int >= 0
    YES_NO = "yes_no"  # bool
    LEVEL = "level"  # str, one of the rule's levels
    EVENTS = "events"  # tuple[Event, ...]
    DEEDS = "deeds"  # tuple[Deed, ...]
    NAMED_COUNTS = "named_counts"  # tuple[NamedCount, ...]
    OPTIONS = "options"  # tuple[NamedCount, ...]: answers counted by option
    AWARD = "award"  # Award


_MOST_DIGITS = 100
_TOO_LONG = int(f"1{'0' * _MOST_DIGITS}")


def is_sensible(number: Fraction | Decimal | int) -> bool:
    """Whether a number is finite and of a length that somebody could have written (100 digits)."""
    if isinstance(number, Decimal) and not (number.is_finite() and abs(number.adjusted()) < _MOST_DIGITS):
        return False
    exact = Fraction(number)
    return abs(exact.numerator) < _TOO_LONG and exact.denominator < _TOO_LONG


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One thing that happened and may cost points; `kind` is what the rule weighs."""

    kind: str
    text: str
    document: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """Something due by a date. `done_date` is None while it is not done."""

    name: str
    due_date: date
    done_date: date | None = None

    @property
    def days_late(self) -> int | None:
        """Calendar days after the due date (0 when on time); None when it was never done."""
        return None if self.done_date is None else max(0, (self.done_date - self.due_date).days)


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedCount:
    """A count with its name: the deputies of one agency, the answers for one option."""

    name: str
    count: int

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(f"a count cannot be negative: {self.name} {self.count}")
        if not is_sensible(self.count):
            raise ValueError(f"the count of {self.name} is too long to be one")


@dataclass(frozen=True, kw_only=True, slots=True)
class Award:
    """Points given by a person or a body, with the reason."""

    points: Decimal
    reason: str
    awarded_by: str = ""

    def __post_init__(self) -> None:
        if not is_sensible(self.points):
            raise ValueError(f"{self.points} is no number of points")

    @property
    def why_lost(self) -> str:
        """The reason of the points that are missing."""
        return self.reason

    @property
    def why_lost_by(self) -> str:
        """The body that gave this reason."""
        return self.awarded_by


@dataclass(frozen=True, kw_only=True, slots=True)
class AwardedAgain(Award):
    """Thẩm định lại: points given after a lowering that is not taken back; `first` is the award that lowered them.

    `reason` says why these points were given; why others are still missing, the first award says.
    """

    first: Award

    @property
    def why_lost(self) -> str:
        return self.first.reason

    @property
    def why_lost_by(self) -> str:
        return self.first.awarded_by


FactValue = (
    Fraction
    | Interval
    | Decimal
    | int
    | bool
    | str
    | tuple[Event, ...]
    | tuple[Deed, ...]
    | tuple[NamedCount, ...]
    | Award
)


VALUE_TYPES: Mapping[FactKind, tuple[type, ...]] = {
    FactKind.SHARE: (Fraction, Interval),
    FactKind.NUMBER: (Decimal, Interval),
    FactKind.COUNT: (int,),
    FactKind.YES_NO: (bool,),
    FactKind.LEVEL: (str,),
    FactKind.EVENTS: (tuple,),
    FactKind.DEEDS: (tuple,),
    FactKind.NAMED_COUNTS: (tuple,),
    FactKind.OPTIONS: (tuple,),
    FactKind.AWARD: (Award,),
}

_ELEMENT_TYPES: Mapping[FactKind, type] = {
    FactKind.EVENTS: Event,
    FactKind.DEEDS: Deed,
    FactKind.NAMED_COUNTS: NamedCount,
    FactKind.OPTIONS: NamedCount,
}


def fits(kind: FactKind, value: FactValue | None) -> bool:
    """Whether a value is what a kind of fact holds: its type, its elements, a share in 0..1, a count from 0."""
    if not isinstance(value, VALUE_TYPES[kind]) or (kind is FactKind.COUNT and isinstance(value, bool)):
        return False
    if isinstance(value, tuple):
        return all(isinstance(element, _ELEMENT_TYPES[kind]) for element in value)
    if kind is FactKind.SHARE:
        bounds = (value.low, value.high) if isinstance(value, Interval) else (cast("Fraction", value),)
        return all(bound is None or 0 <= bound <= 1 for bound in bounds)
    return kind is not FactKind.COUNT or cast("int", value) >= 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One value with its source. `value` None with `applicable` False says "không áp dụng"."""

    code: str
    value: FactValue | None
    reference: LegalReference
    certainty: Certainty
    applicable: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        if self.applicable and self.value is None:
            raise ValueError(f"fact {self.code} has no value: leave it out, or say that it does not apply")
        numbers = (self.value.low, self.value.high) if isinstance(self.value, Interval) else (self.value,)
        for number in numbers:
            if isinstance(number, Fraction | Decimal | int) and not is_sensible(number):
                raise ValueError(f"fact {self.code} holds no number that could have been written")


@dataclass(frozen=True, slots=True)
class FactBook:
    """All facts of one unit for one round. Several facts of one code stay side by side."""

    facts: tuple[Fact, ...]
    _by_code: Mapping[str, tuple[Fact, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_code: dict[str, tuple[Fact, ...]] = {}
        for fact in self.facts:
            by_code[fact.code] = (*by_code.get(fact.code, ()), fact)
        object.__setattr__(self, "_by_code", by_code)

    @classmethod
    def of(cls, facts: Iterable[Fact]) -> "FactBook":
        return cls(tuple(facts))

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def find(self, code: str) -> tuple[Fact, ...]:
        """Every fact of a code: none is missing, several that differ contradict each other."""
        return self._by_code.get(code, ())
