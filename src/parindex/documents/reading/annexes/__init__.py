"""Annexed tables: the set of criteria of a decision, and the appraisal of a province."""

from parindex.documents.reading.annexes.appraisal import read_appraisal
from parindex.documents.reading.annexes.criteria import read_criteria
from parindex.documents.reading.annexes.model import (
    AppraisalRow,
    CriterionKind,
    CriterionRow,
    ReadAppraisal,
    ReadCriteria,
    ScoringLine,
)
from parindex.documents.reading.annexes.remarks import READ_THROUGH

__all__ = [
    "READ_THROUGH",
    "AppraisalRow",
    "CriterionKind",
    "CriterionRow",
    "ReadAppraisal",
    "ReadCriteria",
    "ScoringLine",
    "read_appraisal",
    "read_criteria",
]
