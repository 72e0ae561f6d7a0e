"""The one shape of all kernels: a rule kind, made ready once, then applied to whole columns.

Nothing of a rule is typed again here. A kernel is made from the domain's rule, and where a rule knows only so many
cases the domain itself answers each case once, before any unit is looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

import numpy as np

from parindex.analytics.arrays import BoolArray, CodeArray, IntArray
from parindex.analytics.columns.base import Column
from parindex.domain.points import Rounding
from parindex.domain.rules.base import Outcome

OUTCOMES = tuple(Outcome)  # an outcome's code is its place here; scored is 0
OUTCOME_CODES = {outcome: code for code, outcome in enumerate(OUTCOMES)}

NO_BRANCH = -1

Columns = Sequence[Column | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """What a leaf's points are out of, and how they are rounded."""

    maximum: Decimal
    rounding: Rounding

    def whole(self, points: Fraction | Decimal) -> int:
        """Points, rounded, as a whole number of the framework's quantum."""
        return int(Fraction(self.rounding.apply(points)) / Fraction(self.rounding.quantum))

    def steps(self, points: Fraction | Decimal) -> Fraction:
        """Points, not rounded, in units of the framework's quantum."""
        return Fraction(points) / Fraction(self.rounding.quantum)


@dataclass(kw_only=True, slots=True, eq=False)
class Row:
    """What a kernel fills in for one leaf, each (units,): points int64 in quanta, outcome int8, case int8.

    Outcomes are 0 (scored) to begin with. `left` collects the units that the kernel leaves to the domain.
    """

    points: IntArray
    outcomes: CodeArray
    cases: CodeArray
    left: BoolArray | None = field(default=None)

    def leave(self, units: BoolArray | None) -> None:
        """Have the domain score these units, one by one."""
        if units is not None:
            self.left = units if self.left is None else self.left | units

    def zeros(self) -> CodeArray:
        """Int8 (units,): case 0 for everyone."""
        return np.zeros(len(self.points), np.int8)

    def leave_all(self) -> None:
        self.leave(np.ones(len(self.points), np.bool_))

    def settle(self, units: BoolArray, outcome: Outcome, case: int = NO_BRANCH) -> None:
        """Give these units no points, for this reason."""
        self.points[units] = 0
        self.outcomes[units] = OUTCOME_CODES[outcome]
        self.cases[units] = case


class Kernel(Protocol):
    """What every kernel offers."""

    @property
    def branches(self) -> tuple[int, ...]:
        """For each case, the step of the rule's `statement` that decides it; -1 where none does alone."""

    def score(self, columns: Columns, row: Row) -> None:
        """Fill the row in. Columns come in the order of the rule's inputs; an optional one may be None.

        Values of units that are missing or do not apply are calculated with as well, and overwritten afterwards.
        """
