"""Array types, and the largest whole number that the arithmetic may reach."""

from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

IntArray = npt.NDArray[np.int64]
CodeArray = npt.NDArray[np.int8]
BoolArray = npt.NDArray[np.bool_]
LabelArray = npt.NDArray[np.int16]
OrderArray = npt.NDArray[np.int32]

LARGEST = int(np.iinfo(np.int64).max)


def reach(*arrays: IntArray) -> int:
    """The largest absolute value in the arrays, as an unbounded integer; 0 when they are empty."""
    return max((max(int(array.max()), -int(array.min())) for array in arrays if array.size), default=0)


def common_denominator(*values: Fraction) -> int:
    """The least whole number that makes whole numbers of all values."""
    return lcm(*(value.denominator for value in values))
