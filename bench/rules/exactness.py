"""How far results are from the exact ones, which are worked out in whole numbers, apart from everybody's code."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from bench.rules.task import BAND, BANDS, PART, QUANTUM, Task


@dataclass(frozen=True, kw_only=True)
class Exactness:
    """`wrong_side` of `bands` evaluations fell on the wrong side of a threshold, `points_off` in all.

    `units_hit`: units with at least one of them. `wrong_rounding` of `parts` points in proportion came out another
    0.001 than the exact one after rounding half up.
    """

    bands: int
    wrong_side: int
    units_hit: int
    points_off: float
    parts: int
    wrong_rounding: int


def check(task: Task, points: npt.NDArray[np.float64]) -> Exactness:
    """Compare float64 (units, leaves) points."""
    bands, parts = task.kinds == BAND, task.kinds == PART
    off = np.abs(points[:, bands] - exact_bands(task))
    wrong = off > float(QUANTUM)  # nearer than that, it is the right band in floats
    quanta = np.floor(points[:, parts] / float(QUANTUM) + 0.5).astype(np.int64)
    return Exactness(
        bands=wrong.size,
        wrong_side=int(wrong.sum()),
        units_hit=int(wrong.any(axis=1).sum()),
        points_off=float(off[wrong].sum()),
        parts=quanta.size,
        wrong_rounding=int((quanta != exact_parts(task)).sum()),
    )


def exact_bands(task: Task) -> npt.NDArray[np.float64]:
    """Points of the band evaluations: which band is found by comparing products of whole numbers."""
    bands = task.kinds == BAND
    first, second = task.first[:, bands], task.second[:, bands]
    worth = np.zeros(first.shape)
    for least, earns in reversed(BANDS):
        edge = Fraction(least)
        reached = first * edge.denominator >= second * edge.numerator
        worth[reached] = float(earns)
    result: npt.NDArray[np.float64] = worth * task.maxima[bands]
    return result


def exact_parts(task: Task) -> npt.NDArray[np.int64]:
    """Points in proportion, rounded half up, in quanta: one whole-number division each."""
    parts = task.kinds == PART
    first, second = task.first[:, parts], task.second[:, parts]
    whole = (task.maxima[parts] / float(QUANTUM)).round().astype(np.int64)  # quanta of the maximum
    result: npt.NDArray[np.int64] = (2 * first * whole + second) // (2 * second)
    return result
