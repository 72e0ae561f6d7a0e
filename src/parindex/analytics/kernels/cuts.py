"""Which stretch of the number line each figure lies in: decided in whole numbers, so that no edge is ever blurred."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import cast

import numpy as np

from parindex.analytics.arrays import BoolArray, CodeArray, IntArray, common_denominator
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.kernels.base import Columns, Row
from parindex.analytics.kernels.cases import Cases
from parindex.analytics.kernels.limits import bounded, factor_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """A place where the case changes: `mark` ÷ `common` itself (`included`), or just above it."""

    mark: int
    included: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Cuts:
    """Ascending cuts; a figure's stretch is the number of cuts it has reached. `samples` holds a value of each."""

    cuts: tuple[Cut, ...]
    common: int
    factor: int
    samples: tuple[Fraction, ...]

    @classmethod
    def between(
        cls,
        edges: Iterable[Fraction],
        case_of: Callable[[Fraction], object],
        *,
        low: Fraction | None = None,
        high: Fraction | None = None,
    ) -> "Cuts":
        """Cuts where `case_of` changes its answer. It may do so at the edges only; figures lie in low..high.

        Raises `OverflowError` when the edges are finer than int64 can tell.
        """
        values = _samples(set(edges), low, high)
        changes = [pair for pair in pairwise(values) if case_of(pair[0][0]) != case_of(pair[1][0])]
        at = [value if is_edge else below for (below, _), (value, is_edge) in changes]
        common = common_denominator(*at)
        marks = [int(edge * common) for edge in at]
        return cls(
            cuts=tuple(
                Cut(mark=mark, included=change[1][1]) for mark, change in zip(marks, changes, strict=True)
            ),
            common=common,
            factor=factor_of(common, *marks),
            samples=(values[0][0], *(value for _, (value, _) in changes)),
        )

    def place(self, column: FigureColumn, row: Row) -> CodeArray:
        """The stretch of each unit's figure, int8 (units,). Where products would leave int64, units are left."""
        reached = np.zeros(len(column), np.int8)
        numerator, denominator = bounded(column, self.factor, row)
        scaled = numerator * self.common
        for cut in self.cuts:
            reached += _reached(scaled, denominator * cut.mark, included=cut.included).view(np.int8)
        return reached


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class ByCut:
    """The kernel of a rule that asks only which stretch its one figure lies in; `cases` answers each stretch."""

    cuts: Cuts
    cases: Cases

    @property
    def branches(self) -> tuple[int, ...]:
        return self.cases.branches

    def score(self, columns: Columns, row: Row) -> None:
        self.cases.fill(self.cuts.place(cast("FigureColumn", columns[0]), row), row)


def _reached(figure: IntArray, mark: IntArray | int, *, included: bool) -> BoolArray:
    return np.greater_equal(figure, mark) if included else np.greater(figure, mark)


def _samples(
    edges: set[Fraction], low: Fraction | None, high: Fraction | None
) -> list[tuple[Fraction, bool]]:
    """Every edge and a value between each two, ascending, within low..high; with whether it is an edge."""
    marks = sorted(edges | {bound for bound in (low, high) if bound is not None}) or [Fraction(0)]
    between = [marks[0] - 1, *((a + b) / 2 for a, b in pairwise(marks)), marks[-1] + 1]
    values = [(between[0], False)]
    for mark, after in zip(marks, between[1:], strict=True):
        values += [(mark, True), (after, False)]
    return [
        (value, is_edge)
        for value, is_edge in values
        if (low is None or value >= low) and (high is None or value <= high)
    ]
