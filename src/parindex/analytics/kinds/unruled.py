"""Criteria for which the framework states no rule, or no maximum, for many units.

They score only where the unit's facts say that the register of lost points is complete for their part.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from parindex.analytics.columns.answers import YesNoColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Row
from parindex.domain.rules.base import Outcome


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Unruled:
    """Its one column is the yes/no fact that says so; `full` is the maximum in quanta, None where there is none."""

    full: int | None
    branches: ClassVar[tuple[int, ...]] = (NO_BRANCH,)

    def score(self, columns: Columns, row: Row) -> None:
        register = columns[0]
        row.settle(np.ones(len(row.points), np.bool_), Outcome.UNRULED)
        if register is None or self.full is None:
            return
        if not isinstance(register, YesNoColumn):
            row.leave_all()
            return
        absent = register.absent()
        row.leave(register.aside_units())
        complete = register.values.astype(np.bool_)
        complete = complete if absent is None else complete & ~absent
        row.points[complete] = self.full
        row.outcomes[complete] = 0
        row.cases[complete] = 0
