"""Bảng tiêu chí: the rows of a decision's table as a tree, with the parents that the codes ask for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.points import ZERO
from parindex.domain.text import code_key


@dataclass(frozen=True, kw_only=True, slots=True)
class RowOfTable:
    """Dòng của bảng tiêu chí: an area where the code has one part ("3"), else a criterion ("3.2.1").

    `maximum` None is a gap; `survey` says that the points come out of a survey.
    """

    code: str
    title: str
    maximum: Decimal | None = None
    survey: bool = False
    evidence: str = ""
    note: str = ""

    @property
    def is_area(self) -> bool:
        return "." not in self.code


@dataclass(frozen=True, kw_only=True, slots=True)
class CriteriaTable:
    """The rows in the order of their codes; `added` are the codes of parents that the table does not have."""

    areas: tuple[RowOfTable, ...]
    criteria: tuple[RowOfTable, ...]
    leaves: tuple[RowOfTable, ...]
    added: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[RowOfTable]) -> "CriteriaTable":
        given = tuple(rows)
        codes = {row.code for row in given}
        above = {parent for code in codes for parent in _above(code)}
        added = (RowOfTable(code=code, title="") for code in above - codes)
        listed = sorted((*given, *added), key=lambda row: code_key(row.code))
        return cls(
            areas=tuple(row for row in listed if row.is_area),
            criteria=tuple(row for row in listed if not row.is_area),
            leaves=tuple(row for row in listed if not row.is_area and row.code not in above),
            added=frozenset(above - codes),
        )

    @property
    def total(self) -> Decimal:
        return sum((self.maximum_of(area) for area in self.areas), ZERO)

    def maximum_of(self, area: RowOfTable) -> Decimal:
        """The points of an area: as stated, else what its leaves hold."""
        return points_of(self._below(area)) if area.maximum is None else area.maximum

    def leaves_by(self, *, survey: bool) -> Sequence[RowOfTable]:
        """The leaves that are surveyed, or those that are not."""
        return [leaf for leaf in self.leaves if leaf.survey is survey]

    def unlisted_by(self, *, survey: bool) -> Decimal:
        """Points that areas hold beyond their leaves; surveyed where all leaves without a maximum are."""
        areas = (area for area in self.areas if self._has_survey_gaps(area) is survey)
        # leaves that hold more than their area are a slip of the table, which reading the data reports
        return sum((max(ZERO, self.maximum_of(area) - points_of(self._below(area))) for area in areas), ZERO)

    def _has_survey_gaps(self, area: RowOfTable) -> bool:
        gaps = [leaf for leaf in self._below(area) if leaf.maximum is None]
        return bool(gaps) and all(leaf.survey for leaf in gaps)

    def _below(self, area: RowOfTable) -> Sequence[RowOfTable]:
        return [leaf for leaf in self.leaves if leaf.code.startswith(f"{area.code}.")]


def points_of(rows: Iterable[RowOfTable]) -> Decimal:
    """The points that rows are known to hold."""
    return sum((row.maximum for row in rows if row.maximum is not None), ZERO)


def _above(code: str) -> Iterator[str]:
    parent, _, _ = code.rpartition(".")
    while parent:
        yield parent
        parent, _, _ = parent.rpartition(".")
