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
from parindex.analytics.rollup import Quanta, Tallies
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
    grain: Quanta
    maxima: tuple[int, ...]  # of the leaves, in grains; 0 where the framework states none

    @classmethod
    def of(cls, framework: Framework) -> "Scorer":
        criteria = tuple(framework.leaves())
        maxima = [ZERO if leaf.maximum is None else leaf.maximum.points for leaf in criteria]
        grain = Quanta.of(framework.rounding, maxima)
        return cls(
            framework=framework,
            leaves=tuple(Leaf.of(framework, criterion, place) for place, criterion in enumerate(criteria)),
            grain=grain,
            maxima=tuple(map(grain.whole, maxima)),
        )

    def score(self, facts: UnitFacts) -> UnitScores:
        """Points, outcomes, cases and roll-up of all units; see `UnitScores` for shapes and units."""
        shape = (len(self.leaves), facts.units)
        points = np.empty(shape, np.int64)
        outcomes, cases = np.zeros((2, *shape), np.int8)
        areas = Tallies.empty((area.code for area in self.framework.areas), facts.units, self.grain)
        parts = Tallies.empty((part.key for part in self.framework.parts), facts.units, self.grain)
        for leaf, maximum in zip(self.leaves, self.maxima, strict=True):
            row = Row(points=points[leaf.place], outcomes=outcomes[leaf.place], cases=cases[leaf.place])
            self._score(leaf, facts, row)
            all_scored = not row.outcomes.any()
            areas.add(leaf.criterion.area, maximum, row, all_scored=all_scored)
            parts.add(leaf.criterion.part, maximum, row, all_scored=all_scored)
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
