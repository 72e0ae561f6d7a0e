"""Points in a cell of an annexed table: "0,5", "0.50", "−0,25", "(-0,25)", "1 điểm"; dashes and dots are empty."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from parindex.documents.reading import remarks as shared
from parindex.documents.reading.annexes import remarks
from parindex.documents.reading.annexes.lines import Line
from parindex.documents.reading.annexes.vocabulary import VIETNAMESE, Column
from parindex.documents.reading.figures import MAX_FIGURE, points, two_decimals
from parindex.domain.plans import Remark

_EMPTY = re.compile(r"[-–—−_.…/\s]*")
_IN_PARENTHESES = re.compile(r"\(\s*([^()]*?)\s*\)")
_SLIP = re.compile(r"(?=.*[0-9])[0-9OolI]+(?:[.,][0-9OolI]+)?")
_MEANT = str.maketrans("OolI", "0011")


def is_empty(printed: str) -> bool:
    return len(printed) <= MAX_FIGURE and _EMPTY.fullmatch(printed) is not None


def closed_digits(printed: str) -> str:
    """Digits for the letters that are misread for them: "O,5" is "0,5"; other texts stand."""
    return printed.translate(_MEANT) if len(printed) <= MAX_FIGURE and _SLIP.fullmatch(printed) else printed


def points_in(printed: str) -> Decimal | None:
    """The points of a cell, without remarks; None when it is no number."""
    if len(printed) > MAX_FIGURE:
        return None
    inside = _IN_PARENTHESES.fullmatch(printed)
    return points((inside[1] if inside else printed).removeprefix("+"))


@dataclass(slots=True)
class Figures:
    """Reads the points of one table's cells; gathers those with a comma, for one remark a column."""

    notes: list[Remark]
    _commas: dict[Column, list[Callable[[int], Remark]]] = field(default_factory=lambda: defaultdict(list))

    def read(self, line: Line, column: Column, named: str) -> Decimal | None:
        """The points of one cell; None where it is empty or, with a remark, no number."""
        printed, label = line.in_line(column), VIETNAMESE[column]
        if is_empty(printed):
            return None
        meant = closed_digits(printed)
        value = points_in(meant)
        if value is None:
            self.notes.append(shared.figure_unreadable(line.place, named, label, printed[:MAX_FIGURE]))
            return None
        if meant != printed:
            self.notes.append(remarks.figure_slip(line.place, named, label, printed, two_decimals(value)))
        if "," in printed:
            self._commas[column].append(
                lambda more: remarks.figures_with_comma(line.place, named, label, printed, more=more)
            )
        if value < 0 and column is Column.LOST:
            self.notes.append(shared.figure_negative(line.place, named, label, printed))
            return -value
        return value

    def finish(self) -> None:
        """Leave the remarks that speak of a whole column."""
        for told in self._commas.values():
            self.notes.append(told[0](len(told) - 1))
