"""Chênh lệch: a result as read beside the rows of a unit: what would change, what cannot, what is not there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parindex.documents.reading.annexes import AppraisalRow
from parindex.domain.framework import Framework
from parindex.domain.workflow import Stage
from parindex.records.models import SheetRow
from parindex.services.appraisal.import_reading import ResultSource
from parindex.services.sheets.awards import LEAST_REASON, claim_of


class Standing(StrEnum):
    """How a line of the table stands to the unit's rows."""

    NEW = "new"  # sent, not appraised yet
    CHANGED = "changed"  # appraised already, with other words or points
    SAME = "same"
    LOCKED = "locked"  # not sent yet, or settled for good
    WRONG = "wrong"  # more than the maximum
    TWICE = "twice"  # the table states it more than once
    SUM = "sum"  # an area or a criterion with parts: its points are those of its parts
    SURVEY = "survey"  # a criterion that no sheet holds: surveys are entered as figures of their part
    UNKNOWN = "unknown"  # a code that the framework does not list
    EMPTY = "empty"  # no points stated


GIVES = frozenset({Standing.NEW, Standing.CHANGED})
BLOCKS = frozenset({Standing.LOCKED, Standing.WRONG, Standing.TWICE})
_SETTLED = frozenset({Stage.FINAL, Stage.PUBLISHED})
_JUDGED = frozenset({Stage.APPRAISED, Stage.EXPLAINED})


@dataclass(frozen=True, kw_only=True)
class ResultLine:
    """One line of the table; `row` is the unit's, None where there is none. `before` is what was given until now."""

    read: AppraisalRow
    row: SheetRow | None
    standing: Standing
    title: str
    claimed: Decimal | None
    before: Decimal | None
    reason: str
    body: str

    @property
    def change(self) -> Decimal | None:
        """Points given beyond the claim; None where there is no claim."""
        if self.read.awarded is None or self.claimed is None:
            return None
        return self.read.awarded - self.claimed

    @property
    def claims_otherwise(self) -> bool:
        """Whether the table states another claim than the row."""
        return self.row is not None and self.read.claimed not in {None, self.claimed}


def result_lines(
    rows: tuple[AppraisalRow, ...],
    own: Mapping[str, SheetRow],
    framework: Framework,
    source: ResultSource,
) -> tuple[ResultLine, ...]:
    """The lines of a table beside a unit's own rows, by their criteria."""
    times = Counter(row.code for row in rows if row.code and row.awarded is not None)
    return tuple(_line(row, own.get(row.code), framework, source, times[row.code]) for row in rows)


def _line(
    read: AppraisalRow, row: SheetRow | None, framework: Framework, source: ResultSource, times: int
) -> ResultLine:
    claimed = claim_of(row) if row else None
    criterion = framework.criterion(read.code)
    reason, body = _reason(read, claimed, source), read.body or source.body
    return ResultLine(
        read=read,
        row=row,
        standing=_standing(read, row, framework, reason, body) if times <= 1 else Standing.TWICE,
        title=(criterion.title.vi if criterion else "") or read.title,
        claimed=claimed,
        before=row.current.awarded if row and row.current and row.stage in _JUDGED | _SETTLED else None,
        reason=reason,
        body=body,
    )


def _standing(
    read: AppraisalRow, row: SheetRow | None, framework: Framework, reason: str, body: str
) -> Standing:
    if row is None:
        return _without_row(read, framework)
    if read.awarded is None:
        return Standing.EMPTY
    criterion = framework.criterion(row.criterion)
    maximum = criterion.maximum.points if criterion and criterion.maximum else read.awarded
    if not 0 <= read.awarded <= maximum:
        return Standing.WRONG
    now = row.current
    if (
        row.stage in _JUDGED | _SETTLED
        and now
        and (now.awarded, now.reason, now.body)
        == (
            read.awarded,
            reason,
            body,
        )
    ):
        return Standing.SAME
    if row.stage in _JUDGED:
        return Standing.CHANGED
    return Standing.NEW if row.stage == Stage.SENT else Standing.LOCKED


def _without_row(read: AppraisalRow, framework: Framework) -> Standing:
    if framework.criterion(read.code) is None:
        return Standing.SUM if _is_area(read.code, framework) else Standing.UNKNOWN
    return Standing.SUM if framework.children(read.code) else Standing.SURVEY


def _is_area(code: str, framework: Framework) -> bool:
    return any(area.code == code for area in framework.areas)


def _reason(read: AppraisalRow, claimed: Decimal | None, source: ResultSource) -> str:
    """The table's reason; where it gives none for other points than claimed, that it gives none, with its source."""
    stated = read.reason.strip()
    if len(stated.split()) >= LEAST_REASON or read.awarded in {None, claimed}:
        return stated
    missing = f"Theo {source.document}; văn bản không nêu lý do."
    return f"{stated} (theo {source.document})" if stated else missing
