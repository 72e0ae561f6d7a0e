"""Kết quả chấm nhiều đơn vị: points, outcomes and branches as arrays; any one explained on demand."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from parindex.analytics.arrays import CodeArray, IntArray
from parindex.analytics.facts import UnitFacts
from parindex.analytics.kernels.base import NO_BRANCH, OUTCOMES
from parindex.analytics.leaves import Leaf
from parindex.analytics.rollup import Tallies
from parindex.domain.framework import Framework
from parindex.domain.rules.base import Outcome
from parindex.domain.scoring import CriterionScore, score_criterion


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class UnitScores:
    """Scores of many units. Columns are the leaves, in the order of `leaves`.

    `points`: int64 (units, leaves), in units of the framework's rounding quantum, 0 where not scored; a leaf's column
    is contiguous. `outcomes`: int8 (units, leaves), places in `OUTCOMES`, 0 is scored. `cases`: int8 (units, leaves);
    `branches` tells what they mean. `areas` and `parts`: roll-up of the listed leaves.
    """

    framework: Framework
    facts: UnitFacts
    leaves: Mapping[str, Leaf]
    points: IntArray
    outcomes: CodeArray
    cases: CodeArray
    areas: Tallies
    parts: Tallies

    def place(self, code: str) -> int:
        """The column of a leaf. Raises `KeyError` for a code that is no leaf."""
        return self.leaves[code].place

    def outcome(self, unit: int, code: str) -> Outcome:
        return OUTCOMES[int(self.outcomes[unit, self.place(code)])]

    def decimal(self, unit: int, code: str) -> Decimal | None:
        """Points of one unit for one leaf; None unless scored."""
        place = self.place(code)
        if self.outcomes[unit, place]:
            return None
        return int(self.points[unit, place]) * self.framework.rounding.quantum

    def branches(self, code: str) -> CodeArray:
        """Int8 (units,): the step of the rule's `statement` that decided; -1 where none did, or several together."""
        leaf = self.leaves[code]
        table = np.array([*leaf.branches, NO_BRANCH], np.int8)  # case -1 reads the last one
        return table[self.cases[:, leaf.place]]

    def explanation(self, unit: int, code: str) -> CriterionScore:
        """Diễn giải cách tính: the domain's own score of this unit, with every step and every fact it read."""
        return explain(self.framework, self.leaves[code], self.facts, unit)


def explain(framework: Framework, leaf: Leaf, facts: UnitFacts, unit: int) -> CriterionScore:
    """The domain's score of one leaf on one unit's facts."""
    book = facts.book(unit, leaf.fact_codes)
    return score_criterion(framework, leaf.criterion, book, leaf.complete(book))
