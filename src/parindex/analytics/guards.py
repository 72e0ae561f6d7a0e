"""What every kernel answers alike: facts that are missing, do not apply, or that the domain has to judge."""

from collections.abc import Mapping

import numpy as np

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import LevelColumn, YesNoColumn
from parindex.analytics.columns.base import Column, State
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.columns.lists import DeedsColumn, NamedCountsColumn
from parindex.analytics.columns.tallies import TallyColumn
from parindex.analytics.facts import UnitFacts
from parindex.analytics.kernels.base import Columns, Row
from parindex.analytics.leaves import Leaf
from parindex.domain.facts import FactKind
from parindex.domain.rules.base import Input, Outcome

_COLUMNS: Mapping[FactKind, type[Column]] = {
    FactKind.SHARE: FigureColumn,
    FactKind.NUMBER: FigureColumn,
    FactKind.COUNT: FigureColumn,
    FactKind.YES_NO: YesNoColumn,
    FactKind.LEVEL: LevelColumn,
    FactKind.EVENTS: TallyColumn,
    FactKind.OPTIONS: TallyColumn,
    FactKind.DEEDS: DeedsColumn,
    FactKind.NAMED_COUNTS: NamedCountsColumn,
}


def fill(leaf: Leaf, facts: UnitFacts, row: Row) -> None:
    """Fill the row of one leaf in; `row.left` then holds the units that the domain has to score."""
    if leaf.criterion.rule is None or leaf.criterion.maximum is None:
        _run(leaf, [facts.columns.get(leaf.register_fact)], row)
        return
    columns = [facts.columns.get(wanted.fact) for wanted in leaf.inputs]
    pairs = list(zip(leaf.inputs, columns, strict=True))
    if not any(column is None and wanted.required for wanted, column in pairs):
        if all(_fits(wanted, column) for wanted, column in pairs):
            _run(leaf, columns, row)
        else:
            row.leave_all()
    if any(column is None or column.states is not None for column in columns):
        _stop(leaf.inputs, columns, row)


def _run(leaf: Leaf, columns: Columns, row: Row) -> None:
    if leaf.kernel is None:
        row.leave_all()
    else:
        leaf.kernel.score(columns, row)


def _fits(wanted: Input, column: Column | None) -> bool:
    """Whether a column has the shape in which a kernel reads this input."""
    return column is None or (
        column.kind is wanted.kind and isinstance(column, _COLUMNS.get(wanted.kind, ()))
    )


def _stop(inputs: tuple[Input, ...], columns: Columns, row: Row) -> None:
    """Input after input, as the domain's `gather`: the first one that stops a unit decides."""
    undecided = np.ones(len(row.points), np.bool_)
    judged = np.zeros(len(row.points), np.bool_)
    for wanted, column in zip(inputs, columns, strict=True):
        states = _states(column, len(undecided))
        if states is None:
            continue
        aside = undecided & (states == State.ASIDE)
        judged |= aside
        undecided &= ~aside
        missing = undecided & (states == State.MISSING) & wanted.required
        inapplicable = undecided & (states == State.NOT_APPLICABLE)
        row.settle(missing, Outcome.MISSING)
        row.settle(inapplicable, Outcome.NOT_APPLICABLE)
        undecided &= ~(missing | inapplicable)
    row.left = judged if row.left is None else judged | (row.left & undecided)


def _states(column: Column | None, units: int) -> CodeArray | None:
    return np.full(units, State.MISSING, np.int8) if column is None else column.states
