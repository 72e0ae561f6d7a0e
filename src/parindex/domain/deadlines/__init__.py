"""Thời hạn: what a plan writes ("Quý II hàng năm", "Tháng 8/2018", "Theo chỉ đạo …") as dates."""

from parindex.domain.deadlines.kinds import Deadline, DeadlineKind
from parindex.domain.deadlines.parsing import parse_deadline

__all__ = ["Deadline", "DeadlineKind", "parse_deadline"]
