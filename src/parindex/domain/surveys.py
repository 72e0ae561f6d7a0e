"""Điều tra xã hội học: the words by which plans speak of the surveyed parts (`sipas`, `officials`)."""

import re

from parindex.domain.plans import Task
from parindex.domain.text import fold

_WHOLE = r"\b(?:dieu tra|khao sat) xa hoi hoc\b"
_PARTS = {
    "sipas": r"\bsipas\b|\bhai long\b",
    "officials": (
        r"\b(?:khao sat|lay y kien|phieu hoi|dieu tra xa hoi hoc|danh gia cua)\b[^.;]{0,40}"
        r"\b(?:can bo|cong chuc|lanh dao|quan ly)\b"
    ),
}


def names_survey(text: str, part: str) -> bool:
    """Whether a text names the survey of one part; never for a part that is not surveyed."""
    return part in _PARTS and re.search(_PARTS[part], fold(text)) is not None


def speaks_of_survey(text: str, part: str) -> bool:
    """Whether a text names the survey of one part, or the sociological survey as a whole."""
    return part in _PARTS and (names_survey(text, part) or re.search(_WHOLE, fold(text)) is not None)


def words_of(task: Task) -> str:
    """All a task says of what it is for: its text and its aims."""
    return " ".join((task.text, *task.aims))
