"""Levels and grades by name: a column's labels are looked up once, its units only point to them."""

from collections.abc import Iterable, Mapping

import numpy as np

from parindex.analytics.arrays import CodeArray
from parindex.analytics.columns.answers import LevelColumn


def places(names: Iterable[str]) -> dict[str, int]:
    """The first place of each name."""
    found: dict[str, int] = {}
    for place, name in enumerate(names):
        found.setdefault(name, place)
    return found


def stranger(names: Iterable[str]) -> str:
    """A name that is none of these, to ask the domain about names that a rule does not know."""
    return "".join(names) + "?"


def coded(column: LevelColumn, cases: Mapping[str, int], otherwise: int) -> CodeArray:
    """The case of each unit's label, int8 (units,)."""
    table = np.array([cases.get(label, otherwise) for label in column.labels], np.int8)
    return table[column.values]
