"""The task: the same seeded inputs and the same 60 rules for everyone.

Twenty rules of each of three kinds, in turn: points by the band that a share falls into; full, half or no points by
days late; points in proportion to a share, up to the whole. Shares are whole numbers over whole numbers, as in reports.
"""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

SEED = 5264
LEAVES = 60
BAND, LATE, PART = range(3)

# (from this share on, this much of the maximum), the best first: exact in decimals and in float64 alike
BANDS = ((Decimal("0.9"), Decimal("1")), (Decimal("0.7"), Decimal("0.75")), (Decimal("0.5"), Decimal("0.5")))
FULL_UNTIL, HALF_UNTIL = 60, 80  # days late
QUANTUM = Decimal("0.001")  # the finest that any band's points need


@dataclass(frozen=True, kw_only=True)
class Task:
    """`first` and `second`: int64 (units, leaves), numerators (or days late) and denominators; shares are within 0..1.

    `kinds`: int64 (leaves,). `maxima`: float64 (leaves,), multiples of a half.
    """

    first: npt.NDArray[np.int64]
    second: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.int64]
    maxima: npt.NDArray[np.float64]

    @property
    def units(self) -> int:
        return len(self.first)

    def rows(self) -> list[tuple[list[float], list[float]]]:
        """The inputs as lists of Python floats, a pair of lists for each unit."""
        return list(zip(self.first.astype(float).tolist(), self.second.astype(float).tolist(), strict=True))

    def rules(self) -> list[tuple[int, float]]:
        """Kind and maximum of each leaf as Python numbers."""
        return list(zip(self.kinds.tolist(), self.maxima.tolist(), strict=True))


def draw(units: int, sample: int | None = None) -> Task:
    """The inputs of `units` units, or of the first `sample` of them."""
    generator = np.random.default_rng(SEED)
    first = generator.integers(0, 100, (units, LEAVES))
    second = generator.integers(50, 120, (units, LEAVES))
    maxima = generator.choice([0.5, 1.0, 1.5, 2.0], LEAVES)
    kinds = np.arange(LEAVES) % 3
    # More than everything is everything: no rule tells the two apart.
    first = np.where(kinds == LATE, first, np.minimum(first, second))
    return Task(first=first[:sample], second=second[:sample], kinds=kinds, maxima=maxima)


def in_python(kind: int, maximum: float, first: float, second: float) -> tuple[float, int]:
    """Points and branch of one evaluation, as a programmer would write it down in floats."""
    share = first / second
    if kind == BAND:
        for branch, (least, worth) in enumerate(_FLOAT_BANDS):
            if share >= least:
                return worth * maximum, branch
        return 0.0, len(_FLOAT_BANDS)
    if kind == LATE:
        return (
            (maximum, 0) if first <= FULL_UNTIL else (maximum * 0.5, 1) if first <= HALF_UNTIL else (0.0, 2)
        )
    return maximum * min(share, 1.0), 0


def references() -> list[str]:
    """The place of each rule in the decision, for full records."""
    return [f"2948/QĐ-BNV#{leaf // 8 + 1}.{leaf % 8 + 1}" for leaf in range(LEAVES)]


_FLOAT_BANDS = [(float(least), float(worth)) for least, worth in BANDS]
