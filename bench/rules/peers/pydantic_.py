"""pydantic: one validated model an evaluation, in a loop."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel

from bench.rules.task import LEAVES, Task, in_python, references

KEEPS = "full record"
SAMPLE = None


class Trace(BaseModel):
    rule: str
    numerator: float
    denominator: float
    branch: int
    points: float
    maximum: float
    reference: str
    note: str


def prepare(task: Task) -> Callable[[], list[Trace]]:
    rows, rules = task.rows(), list(enumerate(task.rules()))
    names, places = [f"R{leaf:02d}" for leaf in range(LEAVES)], references()

    def score() -> list[Trace]:
        traces = []
        for firsts, seconds in rows:
            for leaf, (kind, maximum) in rules:
                first, second = firsts[leaf], seconds[leaf]
                points, branch = in_python(kind, maximum, first, second)
                trace = Trace(
                    rule=names[leaf],
                    numerator=first,
                    denominator=second,
                    branch=branch,
                    points=points,
                    maximum=maximum,
                    reference=places[leaf],
                    note=f"{first:.0f}/{second:.0f} → {branch}: {points:g}/{maximum:g}",
                )
                traces.append(trace)
        return traces

    return score


def points(traces: list[Trace]) -> npt.NDArray[np.float64]:
    return np.array([trace.points for trace in traces]).reshape(-1, LEAVES)
