"""CEL by its Rust implementation (common-expression-language), one expression an evaluation, on a sample."""

from collections.abc import Callable

import cel
import numpy as np
import numpy.typing as npt

from bench.rules.cel_expressions import EXPRESSIONS
from bench.rules.task import LEAVES, Task

KEEPS = "expression text only"
SAMPLE = 1_000


def prepare(task: Task) -> Callable[[], list[float]]:
    programs = [cel.compile(expression) for expression in EXPRESSIONS]
    rows, rules = task.rows(), list(enumerate(task.rules()))

    def score() -> list[float]:
        return [
            float(programs[kind].execute({"a": firsts[leaf], "b": seconds[leaf], "m": maximum}))
            for firsts, seconds in rows
            for leaf, (kind, maximum) in rules
        ]

    return score


def points(results: list[float]) -> npt.NDArray[np.float64]:
    return np.array(results).reshape(-1, LEAVES)
