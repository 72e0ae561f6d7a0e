"""Values of facts as plain data (JSON), and back: exact, one shape for each kind."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from parindex.domain.facts import Award, Deed, Event, FactKind, FactValue, Interval, NamedCount


def value_as_data(value: FactValue) -> Any:
    """A value as JSON-ready data; shares and numbers are text, so that nothing becomes a float."""
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, Fraction | Decimal):
        return str(value)
    if isinstance(value, Interval):
        return _interval_as_data(value)
    if isinstance(value, tuple):
        return [_row_as_data(row) for row in value]
    return _row_as_data(value)


def value_from_data(kind: FactKind, data: Any) -> FactValue:
    """The value that `value_as_data` wrote. Raises `ValueError`, `KeyError` or `TypeError` for other data."""
    if isinstance(data, Mapping) and kind in {FactKind.SHARE, FactKind.NUMBER}:
        return _interval_from_data(data)
    return _READERS[kind](data)


def _row_as_data(row: Event | Deed | NamedCount | Award) -> dict[str, Any]:
    values = ((name, getattr(row, name)) for name in row.__dataclass_fields__)
    return {name: value if isinstance(value, int) else _text_or_none(value) for name, value in values}


def _text_or_none(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)


def _interval_as_data(value: Interval) -> dict[str, Any]:
    return {
        "low": _text_or_none(value.low),
        "high": _text_or_none(value.high),
        "low_included": value.low_included,
        "high_included": value.high_included,
    }


def _interval_from_data(data: Mapping[str, Any]) -> Interval:
    low, high = data["low"], data["high"]
    return Interval(
        low=None if low is None else Fraction(low),
        high=None if high is None else Fraction(high),
        low_included=bool(data["low_included"]),
        high_included=bool(data["high_included"]),
    )


def _deed(row: Mapping[str, Any]) -> Deed:
    done = row["done_date"]
    return Deed(
        name=row["name"],
        due_date=date.fromisoformat(row["due_date"]),
        done_date=None if done is None else date.fromisoformat(done),
    )


def _named_counts(rows: list[Mapping[str, Any]]) -> tuple[NamedCount, ...]:
    return tuple(NamedCount(name=row["name"], count=int(row["count"])) for row in rows)


_READERS: Mapping[FactKind, Callable[[Any], FactValue]] = {
    FactKind.SHARE: Fraction,
    FactKind.NUMBER: Decimal,
    FactKind.COUNT: int,
    FactKind.YES_NO: bool,
    FactKind.LEVEL: str,
    FactKind.EVENTS: lambda rows: tuple(Event(**row) for row in rows),
    FactKind.DEEDS: lambda rows: tuple(_deed(row) for row in rows),
    FactKind.NAMED_COUNTS: _named_counts,
    FactKind.OPTIONS: _named_counts,
    FactKind.AWARD: lambda row: Award(**{**row, "points": Decimal(row["points"])}),
}
