"""Chấm theo xếp loại, for many units: one case for each grade without a breach, and one with it."""

from collections.abc import Iterator
from itertools import product
from typing import cast

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import LevelColumn, YesNoColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cases import ByCase, Cases
from parindex.analytics.kernels.labels import coded, places, stranger
from parindex.domain.rules.base import Verdict
from parindex.domain.rules.grade import Grade


def kernel(rule: Grade, scale: Scale) -> Kernel:
    """A branch is a grade that no breach touched, or the breach that leaves nothing."""
    names = [grade.name for grade in rule.grades]
    cases = {name: 2 * place for name, place in places(names).items()}

    def pick(columns: Columns, row: Row) -> CodeArray:
        graded = coded(cast("LevelColumn", columns[0]), cases, 2 * len(names))
        breach = cast("YesNoColumn | None", columns[1]) if rule.breach else None
        return graded if breach is None else graded + _breached(breach)

    return ByCase(cases=Cases.of(scale, _answers(rule, names, scale)), pick=pick)


def _answers(rule: Grade, names: list[str], scale: Scale) -> Iterator[tuple[int, Verdict]]:
    takes_all = rule.breach is not None and rule.breach.share is None
    for (place, name), breach in product(enumerate([*names, stranger(names)]), (False, True)):
        touched = breach and rule.breach is not None
        branch = (len(names) if takes_all else NO_BRANCH) if touched else place
        yield branch, rule.evaluate({"value": name, "breach": breach}, scale.maximum)


def _breached(column: YesNoColumn) -> CodeArray:
    absent = column.absent()
    return column.values if absent is None else column.values * ~absent
