"""Chấm theo phiếu khảo sát, for many units: the mean worth of the answers, exact until it is rounded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, cast

import numpy as np

from parindex.analytics.arrays import common_denominator
from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.kernels.base import NO_BRANCH, Columns, Kernel, Row, Scale
from parindex.analytics.kernels.limits import bounded_counts, factor_of
from parindex.analytics.kernels.parts import Rate
from parindex.analytics.kernels.weights import has_unknown, weighed
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.survey_options import SurveyOptions


def kernel(rule: SurveyOptions, scale: Scale) -> Kernel:
    """One case, and no branch: all answers decide together."""
    common = common_denominator(*(Fraction(option.share) for option in rule.options))
    worth = {option.name: int(Fraction(option.share) * common) for option in rule.options}
    rate = Rate.of(scale, Fraction(scale.maximum) / common)
    return _Kernel(
        rate=rate, worth=worth, factor=factor_of(rate.factor * max([1, *map(abs, worth.values())]))
    )


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Kernel:
    rate: Rate
    worth: Mapping[str, int]
    factor: int
    branches: ClassVar[tuple[int, ...]] = (NO_BRANCH,)

    def score(self, columns: Columns, row: Row) -> None:
        column = cast("TallyColumn", columns[0])
        counts = bounded_counts(column, self.factor * max(1, len(column.names)), row)
        answers = counts.sum(axis=0)
        none = answers == 0
        row.points[:] = self.rate.points(weighed(column, counts, self.worth), np.where(none, 1, answers))
        row.cases.fill(0)
        row.settle(has_unknown(column, self.worth), Outcome.UNRULED)
        row.settle(none, Outcome.MISSING)
