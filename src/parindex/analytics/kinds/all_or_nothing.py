"""Đạt hoặc không, for many units: two cases."""

from typing import cast

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import YesNoColumn
from parindex.analytics.kernels.base import Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cases import ByCase, Cases
from parindex.domain.rules.all_or_nothing import AllOrNothing


def kernel(rule: AllOrNothing, scale: Scale) -> Kernel:
    """Case 0 is unmet, 1 is met; the statement says met first."""
    answers = ((int(not met), rule.evaluate({"requirement": met}, scale.maximum)) for met in (False, True))
    return ByCase(cases=Cases.of(scale, answers), pick=_pick)


def _pick(columns: Columns, row: Row) -> CodeArray:
    return cast("YesNoColumn", columns[0]).values
