"""The steps of an explanation, as data: they are stored as JSON and put into words elsewhere.

The format is versioned: `STEP_FORMAT` is stored beside the steps, and steps of another version are refused.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from parindex.domain.intervals import Interval
from parindex.domain.sources import Certainty
from parindex.domain.titles import Title

STEP_FORMAT = 1

StepValue = Fraction | Decimal | int | str | date | Interval | Title
StepValues = Mapping[str, StepValue]


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One line of an explanation: a template key ("band_by_rate.share.band") and the values that fill it.

    `certainty` is that of the threshold the step applied, when it applied one. Values named `fact` or `…_fact`
    are fact codes, which an explanation shows by their titles.
    """

    key: str
    values: StepValues = field(default_factory=dict)
    certainty: Certainty | None = None

    def as_data(self) -> dict[str, Any]:
        """The step as JSON holds it; exact numbers become tagged text."""
        data: dict[str, Any] = {"key": self.key, "values": {n: _written(v) for n, v in self.values.items()}}
        return data if self.certainty is None else {**data, "certainty": self.certainty.value}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Step":
        """The step that `as_data` wrote. Raises `KeyError` or `ValueError` for anything else."""
        certainty = data.get("certainty")
        return cls(
            key=data["key"],
            values={name: _read(value) for name, value in data["values"].items()},
            certainty=None if certainty is None else Certainty(certainty),
        )


def steps_as_data(steps: Iterable[Step]) -> dict[str, Any]:
    """All steps with the version of their format."""
    return {"format": STEP_FORMAT, "steps": [step.as_data() for step in steps]}


def steps_from_data(data: Mapping[str, Any]) -> tuple[Step, ...]:
    """The steps that `steps_as_data` wrote. Raises `ValueError` for another version of the format."""
    if data.get("format") != STEP_FORMAT:
        raise ValueError(f"explanation steps of format {data.get('format')}, not {STEP_FORMAT}")
    return tuple(Step.from_data(step) for step in data["steps"])


def _written(value: StepValue) -> object:
    match value:
        case Fraction():
            return {"fraction": str(value)}
        case Decimal():
            return {"decimal": str(value)}
        case date():
            return {"date": value.isoformat()}
        case Title():
            return {"title": {"vi": value.vi, "en": value.en}}
        case Interval():
            return {"interval": _written_interval(value)}
    return value


def _written_interval(value: Interval) -> dict[str, object]:
    return {
        "low": None if value.low is None else str(value.low),
        "high": None if value.high is None else str(value.high),
        "low_included": value.low_included,
        "high_included": value.high_included,
    }


def _read(data: object) -> StepValue:
    match data:
        case {"fraction": str(text)}:
            return Fraction(text)
        case {"decimal": str(text)}:
            return Decimal(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"title": {"vi": str(vi), "en": str(en)}}:
            return Title(vi=vi, en=en)
        case {
            "interval": {"low": low, "high": high, "low_included": bool(start), "high_included": bool(end)}
        }:
            return Interval(low=_bound(low), high=_bound(high), low_included=start, high_included=end)
        case str() | int():
            return data
    raise ValueError(f"no value of an explanation step: {data!r}")


def _bound(text: object) -> Fraction | None:
    return None if text is None else Fraction(cast("str", text))
