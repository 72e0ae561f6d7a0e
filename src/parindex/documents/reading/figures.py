"""Points in a cell of the register: "0,5", "0,50", "0.50", "3", "1,25 điểm"."""

import re
from decimal import Decimal

from parindex.documents.reading import remarks
from parindex.documents.reading.tables import Entry
from parindex.documents.reading.vocabulary import VIETNAMESE, Column
from parindex.documents.reading.words import in_one_line
from parindex.domain.plans import Remark
from parindex.domain.text import read_number

MAX_FIGURE = 40
_UNIT = re.compile(r"\s*(?:điểm|đ)?\s*[.*]*$", re.IGNORECASE)
_TWO_DECIMALS = re.compile(r"[-−]?[0-9]+[.,][0-9]{2}")


def read_figure(entry: Entry, column: Column, named: str, notes: list[Remark]) -> Decimal | None:
    """The points of one cell, with a remark when it is empty or no number; `named` says whose they are."""
    if column not in entry.cells:
        return None
    printed, label = in_one_line(entry.text(column)), VIETNAMESE[column]
    if not printed:
        notes.append(remarks.figure_missing(entry.place, named, label))
        return None
    value = points(printed)
    if value is None:
        notes.append(remarks.figure_unreadable(entry.place, named, label, printed[:MAX_FIGURE]))
        return None
    if value < 0 and column is Column.LOST:
        notes.append(remarks.figure_negative(entry.place, named, label, printed))
        return -value
    return value


def points(printed: str) -> Decimal | None:
    return read_number(_UNIT.sub("", printed)) if len(printed) <= MAX_FIGURE else None


def is_figure(printed: str) -> bool:
    return points(in_one_line(printed)) is not None


def has_two_decimals(printed: str) -> bool:
    return _TWO_DECIMALS.fullmatch(_UNIT.sub("", in_one_line(printed))) is not None


def two_decimals(value: Decimal) -> str:
    """Points for people: "1,25"."""
    return f"{value:.2f}".replace(".", ",")
