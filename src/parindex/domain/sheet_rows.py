"""Phiếu chấm điểm: the rows of a scoring sheet as its checks read them, and what a check finds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence

Severity = Literal["blocks", "warns"]


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedEvidence:
    """Tài liệu kiểm chứng: a document as its author describes it; `removed` ones prove nothing."""

    title: str
    number: str = ""
    issued_date: date | None = None
    valid_to: date | None = None
    removed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedOverride:
    """A fact whose value the author replaced by another one, and why."""

    fact_title: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckedRow:
    """One criterion of the sheet: what is claimed, what the rule computes, and what stands behind it.

    `maximum` is None while it is a gap, `claimed` where nothing is entered, `computed` where the rule gives no points.
    `late_events` counts the late things that the facts of this criterion hold elsewhere in the system,
    `open_questions` those that the coordinator has asked and nobody has answered.
    """

    criterion: str
    title: str
    maximum: Decimal | None
    claimed: Decimal | None
    computed: Decimal | None = None
    applicable: bool = True
    justification: str = ""
    evidence: tuple[CheckedEvidence, ...] = ()
    overrides: tuple[CheckedOverride, ...] = ()
    late_events: int = 0
    open_questions: int = 0

    @property
    def claim(self) -> Decimal | None:
        """The points claimed; none in a row that is said not to apply."""
        return self.claimed if self.applicable else None

    @property
    def live_evidence(self) -> tuple[CheckedEvidence, ...]:
        return tuple(each for each in self.evidence if not each.removed)

    @property
    def lacks_evidence(self) -> bool:
        """Whether points are claimed that no document proves."""
        return (self.claim or ZERO) > 0 and not self.live_evidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Forgotten:
    """One thing that a row lacks; `said` says what and what to do, `points` what hangs on it where that is known."""

    kind: str
    criterion: str
    severity: Severity
    said: Sentence
    points: Decimal | None = None
