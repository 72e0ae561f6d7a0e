"""parindex, one unit after another: the domain's own full record of every evaluation, on a sample."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from bench.rules.framework import books, framework
from bench.rules.task import LEAVES, Task
from parindex.domain.scoring import CriterionScore, score_criterion

KEEPS = "full record: steps with thresholds, arithmetic, facts and their sources"
SAMPLE = 500


def prepare(task: Task) -> Callable[[], list[CriterionScore]]:
    held, read = framework(task), books(task)
    leaves = tuple(held.leaves())
    return lambda: [score_criterion(held, leaf, book) for book in read for leaf in leaves]


def points(scores: list[CriterionScore]) -> npt.NDArray[np.float64]:
    return np.array([float(score.points or 0) for score in scores]).reshape(-1, LEAVES)
