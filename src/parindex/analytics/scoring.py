"""Chấm điểm nhiều đơn vị: the framework's rules applied to whole columns, exact to the last quantum.

Every rule kind but `manual` has a kernel. What a kernel cannot do exactly in int64, and facts that no column can hold,
are scored by the domain itself, unit after unit: slower, and equal.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from parindex.analytics.facts import UnitFacts
from parindex.analytics.guards import fill
from parindex.analytics.kernels.base import NO_BRANCH, OUTCOME_CODES, Row
from parindex.analytics.leaves import Leaf
from parindex.analytics.rollup import Tallies
from parindex.analytics.scores import UnitScores, explain
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO


def score_units(framework: Framework, facts: UnitFacts) -> UnitScores:
    """Score every leaf of the framework for every unit. Keep a `Scorer` to score several tables."""
    return Scorer.of(framework).score(facts)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Scorer:
    """A framework made ready: each rule compiled once, from the domain's own parameters."""

    framework: Framework
    leaves: tuple[Leaf, ...]

    @classmethod
    def of(cls, framework: Framework) -> "Scorer":
        leaves = enumerate(framework.leaves())
        return cls(
            framework=framework,
            leaves=tuple(Leaf.of(framework, criterion, place) for place, criterion in leaves),
        )

    def score(self, facts: UnitFacts) -> UnitScores:
        """Points, outcomes, cases and roll-up of all units; see `UnitScores` for shapes and units."""
        shape = (len(self.leaves), facts.units)
        points = np.zeros(shape, np.int64)
        outcomes, cases = np.zeros((2, *shape), np.int8)
        areas = self._tallies([area.code for area in self.framework.areas], facts.units)
        parts = self._tallies([part.key for part in self.framework.parts], facts.units)
        for leaf in self.leaves:
            row = Row(points=points[leaf.place], outcomes=outcomes[leaf.place], cases=cases[leaf.place])
            self._score(leaf, facts, row)
            _add(leaf, row, areas, parts)
        return UnitScores(
            framework=self.framework,
            facts=facts,
            leaves={leaf.criterion.code: leaf for leaf in self.leaves},
            points=points.T,
            outcomes=outcomes.T,
            cases=cases.T,
            areas=areas,
            parts=parts,
        )

    def _tallies(self, keys: list[str], units: int) -> Tallies:
        criteria = (leaf.criterion for leaf in self.leaves)
        return Tallies.empty(keys, units, self.framework.rounding, criteria)

    def _score(self, leaf: Leaf, facts: UnitFacts, row: Row) -> None:
        fill(leaf, facts, row)
        if row.left is None:
            return
        for unit in np.flatnonzero(row.left).tolist():
            score = explain(self.framework, leaf, facts, unit)
            points = ZERO if score.points is None else score.points
            row.points[unit] = int(Fraction(points) / Fraction(self.framework.rounding.quantum))
            row.outcomes[unit] = OUTCOME_CODES[score.outcome]
            row.cases[unit] = NO_BRANCH


def _add(leaf: Leaf, row: Row, areas: Tallies, parts: Tallies) -> None:
    if leaf.criterion.maximum is None:
        return
    maximum, all_scored = leaf.criterion.maximum.points, not row.outcomes.any()
    areas.add(leaf.criterion.area, maximum, row, all_scored=all_scored)
    parts.add(leaf.criterion.part, maximum, row, all_scored=all_scored)
