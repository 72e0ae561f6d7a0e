"""Rules that know only so many cases: the domain answers each case once, and units only say which case is theirs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from parindex.analytics.arrays import CodeArray, IntArray
from parindex.analytics.kernels.base import NO_BRANCH, OUTCOME_CODES, Columns, Row, Scale
from parindex.domain.rules.base import Outcome, Verdict

_MOST = 127  # a case is an int8


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Cases:
    """The domain's answers, one a case: points int64 (cases,) in quanta, outcomes int8 (cases,)."""

    points: IntArray
    outcomes: CodeArray
    branches: tuple[int, ...]
    all_scored: bool

    @classmethod
    def of(cls, scale: Scale, answers: Iterable[tuple[int, Verdict]]) -> "Cases":
        """Cases from pairs of branch and verdict; a verdict without points has no branch.

        Raises `OverflowError` for more cases than int8 can number, or points that int64 cannot hold.
        """
        pairs = tuple(answers)
        if len(pairs) > _MOST:
            raise OverflowError(f"{len(pairs)} cases")
        whole = [0 if v.points is None else scale.whole(v.points) for _, v in pairs]
        return cls(
            points=np.array(whole, np.int64),
            outcomes=np.array([OUTCOME_CODES[v.outcome] for _, v in pairs], np.int8),
            branches=tuple(NO_BRANCH if v.points is None else branch for branch, v in pairs),
            all_scored=all(v.outcome is Outcome.SCORED for _, v in pairs),
        )

    def fill(self, case: CodeArray, row: Row) -> None:
        """Give each unit what its case earns. `case`: int8 (units,)."""
        place = case.astype(np.intp)  # converted once instead of in each take
        np.take(self.points, place, out=row.points, mode="clip")
        if not self.all_scored:
            np.take(self.outcomes, place, out=row.outcomes, mode="clip")
        row.cases[:] = case


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class ByCase:
    """The kernel of a rule with finitely many cases. `pick` finds each unit's case, int8 (units,)."""

    cases: Cases
    pick: Callable[[Columns, Row], CodeArray]

    @property
    def branches(self) -> tuple[int, ...]:
        return self.cases.branches

    def score(self, columns: Columns, row: Row) -> None:
        self.cases.fill(self.pick(columns, row), row)
