"""Đúng hạn, for many units: nothing due, all on time, or something late."""

from datetime import date, timedelta
from typing import cast

import numpy as np

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.lists import DeedsColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Kernel, Row, Scale
from parindex.analytics.kernels.cases import ByCase, Cases
from parindex.domain.facts import Deed
from parindex.domain.rules.on_time import OnTime

_DUE = date(2000, 1, 2)
_CASES = (
    (NO_BRANCH, ()),
    (0, (Deed(name="on time", due_date=_DUE, done_date=_DUE),)),
    (1, (Deed(name="late", due_date=_DUE, done_date=_DUE + timedelta(days=1)),)),
)


def kernel(rule: OnTime, scale: Scale) -> Kernel:
    """Branch 0 is all on time, 1 is something late. The deeds' dates were compared when their column was made."""
    answers = ((branch, rule.evaluate({"deeds": deeds}, scale.maximum)) for branch, deeds in _CASES)
    return ByCase(cases=Cases.of(scale, answers), pick=_pick)


def _pick(columns: Columns, row: Row) -> CodeArray:
    column = cast("DeedsColumn", columns[0])
    return (column.due > 0).view(np.int8) + (column.late > 0).view(np.int8)
