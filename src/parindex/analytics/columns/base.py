"""The one shape of all columns: what a column says about each unit, besides the value itself."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from parindex.analytics.arrays import BoolArray, CodeArray, OrderArray
from parindex.domain.facts import Fact, FactKind, FactValue
from parindex.domain.sources import Certainty, LegalReference


class State(IntEnum):
    """Whether a column knows the value of a unit."""

    KNOWN = 0
    MISSING = 1
    NOT_APPLICABLE = 2
    ASIDE = 3  # kept as domain facts: contradictions, ranges, numbers beyond int64


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """Where values of a column come from."""

    reference: LegalReference
    certainty: Certainty
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Column(ABC):
    """One fact of many units, in the order of the units.

    `states`: int8 (units,) of `State`; None when every value is known. Where a value is not known the arrays hold any
    value of the right kind. `source_of`: int32 (units,), the place in `sources` of each unit's source; None when the
    first one is everyone's. `aside`: the facts, by unit, of the units whose state is ASIDE.
    """

    kind: FactKind
    sources: tuple[Provenance, ...]
    source_of: OrderArray | None = None
    states: CodeArray | None = None
    aside: Mapping[int, tuple[Fact, ...]] = field(default_factory=dict)

    @abstractmethod
    def __len__(self) -> int:
        """The number of units."""

    @abstractmethod
    def value(self, unit: int) -> FactValue:
        """The value of a unit as the domain holds it."""

    def facts(self, code: str, unit: int) -> tuple[Fact, ...]:
        """The domain's facts of one unit: none when the value is missing."""
        state = State.KNOWN if self.states is None else State(self.states[unit])
        if state is State.MISSING:
            return ()
        if state is State.ASIDE:
            return self.aside[unit]
        source = self.sources[0 if self.source_of is None else self.source_of[unit]]
        known = state is State.KNOWN
        fact = Fact(
            code=code,
            value=self.value(unit) if known else None,
            reference=source.reference,
            certainty=source.certainty,
            applicable=known,
            note=source.note,
        )
        return (fact,)

    def absent(self) -> BoolArray | None:
        """Bool (units,): where there is no value to calculate with; None when there is one everywhere."""
        return None if self.states is None else self.states != State.KNOWN

    def aside_units(self) -> BoolArray | None:
        """Bool (units,): whose facts the domain has to judge; None when there are none."""
        return None if self.states is None or not self.aside else self.states == State.ASIDE
