"""Thời hạn: what a plan writes ("Quý II hàng năm", "Tháng 8/2018", "Theo chỉ đạo …") as dates."""

from parindex.domain.deadlines.kinds import Deadline, DeadlineKind
from parindex.domain.deadlines.occurrences import Occurrence, due_after, occurrences
from parindex.domain.deadlines.parsing import LONGEST, parse_deadline
from parindex.domain.deadlines.words import describe, describe_period

__all__ = [
    "LONGEST",
    "Deadline",
    "DeadlineKind",
    "Occurrence",
    "describe",
    "describe_period",
    "due_after",
    "occurrences",
    "parse_deadline",
]
