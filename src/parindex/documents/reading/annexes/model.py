"""What annexed tables say, as plain values: kept as printed, with remarks on what is doubtful."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parindex.domain.plans import Remark


class CriterionKind(StrEnum):
    """Lĩnh vực, tiêu chí, tiêu chí thành phần: by the depth of the code."""

    AREA = "area"
    CRITERION = "criterion"
    SUB = "sub"


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoringLine:
    """One line on how points are given; `points` as it states them, negative where it takes points away."""

    text: str
    points: Decimal | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionRow:
    """One area or criterion as printed; `maximum` None where the table states none."""

    code: str
    title: str
    kind: CriterionKind
    maximum: Decimal | None
    survey: bool
    evidence: str
    note: str
    scoring_lines: tuple[ScoringLine, ...]
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadCriteria:
    """The table as read: rows in its order, and what was noticed."""

    title: str
    decision_number: str
    year: int | None
    rows: tuple[CriterionRow, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class AppraisalRow:
    """One criterion as appraised; figures are as printed, whether or not they add up, None where there is none.

    `lost` is never negative. `awarded` is derived, with a remark, where the table has no column for it.
    """

    code: str
    title: str
    maximum: Decimal | None
    claimed: Decimal | None
    awarded: Decimal | None
    lost: Decimal | None
    reason: str
    body: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadAppraisal:
    """Rows in the table's order, and what was noticed."""

    rows: tuple[AppraisalRow, ...]
    remarks: tuple[Remark, ...]
