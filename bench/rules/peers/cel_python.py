"""CEL by its Python implementation (cel-python), one expression an evaluation, on a sample."""

from collections.abc import Callable

import celpy
import numpy as np
import numpy.typing as npt
from celpy.celtypes import DoubleType

from bench.rules.cel_expressions import EXPRESSIONS
from bench.rules.task import LEAVES, Task

KEEPS = "expression text only"
SAMPLE = 100


def prepare(task: Task) -> Callable[[], list[float]]:
    environment = celpy.Environment()
    programs = [environment.program(environment.compile(expression)) for expression in EXPRESSIONS]
    rows, rules = task.rows(), list(enumerate(task.rules()))

    def score() -> list[float]:
        return [
            float(programs[kind].evaluate(_values(firsts[leaf], seconds[leaf], maximum)))
            for firsts, seconds in rows
            for leaf, (kind, maximum) in rules
        ]

    return score


def points(results: list[float]) -> npt.NDArray[np.float64]:
    return np.array(results).reshape(-1, LEAVES)


def _values(first: float, second: float, maximum: float) -> dict[str, DoubleType]:
    return {"a": DoubleType(first), "b": DoubleType(second), "m": DoubleType(maximum)}
