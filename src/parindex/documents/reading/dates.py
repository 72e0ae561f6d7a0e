"""Dates and document numbers as printed, brought to values."""

from datetime import date

from parindex.documents.reading import remarks
from parindex.domain.plans import Remark


def real_date(year: str, month: str, day: str, place: str, printed: str, notes: list[Remark]) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        notes.append(remarks.impossible_date(place, printed))
        return None


def closed_up(number: str) -> str:
    return "".join(number.split())
