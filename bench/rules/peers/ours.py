"""parindex: whole columns, whole numbers; any evaluation explained by the domain on demand."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.rules.framework import columns, framework
from bench.rules.task import LEAVES, QUANTUM, Task
from parindex.analytics.scores import UnitScores
from parindex.analytics.scoring import Scorer

KEEPS = "outcome and case of each, every explanation on demand, sums by area and part"
SAMPLE = None

_times: dict[str, float] = {}


def prepare(task: Task) -> Callable[[], UnitScores]:
    """Not timed with the scoring, but told: compiling the rules, and building the columns."""
    held = framework(task)
    started = perf_counter()
    scorer = Scorer.of(held)
    compiled = perf_counter()
    facts = columns(task)
    _times.update(compile=compiled - started, columns=perf_counter() - compiled)
    return lambda: scorer.score(facts)


def points(scores: UnitScores) -> npt.NDArray[np.float64]:
    return scores.points.astype(np.float64) * float(QUANTUM)


def more(scores: UnitScores) -> dict[str, Any]:
    """What compiling and the columns took, and one explanation out of every hundredth evaluation."""
    codes = list(scores.leaves)
    asked = range(0, len(scores.points) * LEAVES, 101)
    started = perf_counter()
    for number in asked:
        scores.explanation(number // LEAVES, codes[number % LEAVES])
    return {**_times, "explanation": (perf_counter() - started) / len(asked)}
