"""Chấm theo mức độ, for many units: one case a level, and one for the levels that the source does not state."""

from typing import cast

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import LevelColumn
from parindex.analytics.kernels.base import Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cases import ByCase, Cases
from parindex.analytics.kernels.labels import coded, places, stranger
from parindex.domain.rules.level import Level


def kernel(rule: Level, scale: Scale) -> Kernel:
    """A branch is a level."""
    cases = places(level.level for level in rule.levels)
    names = [level.level for level in rule.levels]
    asked = enumerate([*names, stranger(names)])
    answers = ((place, rule.evaluate({"value": name}, scale.maximum)) for place, name in asked)

    def pick(columns: Columns, row: Row) -> CodeArray:
        return coded(cast("LevelColumn", columns[0]), cases, len(names))

    return ByCase(cases=Cases.of(scale, answers), pick=pick)
