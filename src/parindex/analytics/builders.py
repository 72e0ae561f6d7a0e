"""How a column of each kind is built from the domain's values; None stands where a unit has none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypedDict, cast

import numpy as np

from parindex.analytics.arrays import LARGEST, CodeArray, OrderArray
from parindex.analytics.columns.answers import LevelColumn, YesNoColumn
from parindex.analytics.columns.base import Column, Provenance
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.columns.lists import DeedsColumn, NamedCountsColumn, ValueColumn
from parindex.analytics.columns.tallies import TallyColumn
from parindex.domain.facts import Event, Fact, FactKind, FactValue, Interval, NamedCount, fits

_DIGITS = 6  # decimal places of a column of numbers; a number with more is kept aside

Values = Sequence[Any]  # each of the kind's type, or None


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What columns of all kinds share; see `Column`."""

    kind: FactKind
    sources: tuple[Provenance, ...]
    source_of: OrderArray | None
    states: CodeArray | None
    aside: Mapping[int, tuple[Fact, ...]]

    @property
    def shared(self) -> "_Shared":
        return {
            "kind": self.kind,
            "sources": self.sources,
            "source_of": self.source_of,
            "states": self.states,
            "aside": self.aside,
        }


class _Shared(TypedDict):
    kind: FactKind
    sources: tuple[Provenance, ...]
    source_of: OrderArray | None
    states: CodeArray | None
    aside: Mapping[int, tuple[Fact, ...]]


def is_plain(kind: FactKind, value: FactValue) -> bool:
    """Whether a column can hold a value: of its kind, exact, and inside int64."""
    if not fits(kind, value) or isinstance(value, Interval):
        return False
    return all(abs(number) <= LARGEST for number in _numbers(value)) and _is_short(value)


def _numbers(value: FactValue) -> list[int]:
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    if isinstance(value, Decimal):
        return [int(value.copy_abs().to_integral_value()) * 10**_DIGITS + 10**_DIGITS]
    if isinstance(value, tuple):
        return [sum(row.count for row in value if isinstance(row, NamedCount))]
    return [value] if isinstance(value, int) else []


def _is_short(value: FactValue) -> bool:
    return not isinstance(value, Decimal) or (Fraction(value) * 10**_DIGITS).denominator == 1


def _share(frame: Frame, values: Values) -> Column:
    shares = [Fraction(0) if value is None else cast("Fraction", value) for value in values]
    return FigureColumn(
        **frame.shared,
        numerator=np.array([share.numerator for share in shares], np.int64),
        denominator=np.array([share.denominator for share in shares], np.int64),
    )


def _number(frame: Frame, values: Values) -> Column:
    scaled = [0 if value is None else int(Fraction(value) * 10**_DIGITS) for value in values]
    return FigureColumn(**frame.shared, numerator=np.array(scaled, np.int64), denominator=10**_DIGITS)


def _count(frame: Frame, values: Values) -> Column:
    return FigureColumn(**frame.shared, numerator=np.array([value or 0 for value in values], np.int64))


def _yes_no(frame: Frame, values: Values) -> Column:
    return YesNoColumn(**frame.shared, values=np.array([bool(value) for value in values], np.int8))


def _level(frame: Frame, values: Values) -> Column:
    labels = tuple(dict.fromkeys("" if value is None else value for value in values))
    places = {label: place for place, label in enumerate(labels)}
    codes = np.array([places["" if value is None else value] for value in values], np.int16)
    return LevelColumn(**frame.shared, values=codes, labels=labels)


def _tally(frame: Frame, values: Values) -> Column:
    counted = [(unit, *_named(row)) for unit, rows in enumerate(values) for row in rows or ()]
    names = {name: place for place, name in enumerate(dict.fromkeys(name for _, name, _ in counted))}
    counts = np.zeros((len(names), len(values)), np.int64)
    for unit, name, count in counted:
        counts[names[name], unit] += count
    return TallyColumn(**frame.shared, names=tuple(names), counts=counts, rows=values)


def _named(row: Event | NamedCount) -> tuple[str, int]:
    return (row.kind, 1) if isinstance(row, Event) else (row.name, row.count)


def _deeds(frame: Frame, values: Values) -> Column:
    return DeedsColumn(**frame.shared, rows=[value or () for value in values])


def _named_counts(frame: Frame, values: Values) -> Column:
    return NamedCountsColumn(**frame.shared, rows=[value or () for value in values])


def _award(frame: Frame, values: Values) -> Column:
    return ValueColumn(**frame.shared, rows=values)


BUILDERS: Mapping[FactKind, Callable[[Frame, Values], Column]] = {
    FactKind.SHARE: _share,
    FactKind.NUMBER: _number,
    FactKind.COUNT: _count,
    FactKind.YES_NO: _yes_no,
    FactKind.LEVEL: _level,
    FactKind.EVENTS: _tally,
    FactKind.DEEDS: _deeds,
    FactKind.NAMED_COUNTS: _named_counts,
    FactKind.OPTIONS: _tally,
    FactKind.AWARD: _award,
}
