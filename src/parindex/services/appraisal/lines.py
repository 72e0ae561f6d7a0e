"""Một dòng trước người thẩm định: what was claimed, what the rule gives, what was given, and what is doubtful."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parindex.domain.facts import Award, AwardedAgain
from parindex.domain.points import ZERO
from parindex.domain.workflow import Move, Stage
from parindex.records.models import Agency, RowVersion
from parindex.records.queries.appraisals import award_of
from parindex.services.sheets.pictures import RowLine
from parindex.services.sheets.rows import OWN_SOURCE

JUDGED = (Stage.APPRAISED, Stage.EXPLAINED, Stage.FINAL, Stage.PUBLISHED)


class Doubt(StrEnum):
    """What an appraiser looks for first; each narrows the list of rows."""

    PENDING = "pending"  # not appraised yet
    DIFFERS = "differs"  # claimed otherwise than the rule gives on today's facts
    NO_EVIDENCE = "no_evidence"
    EXPLAINED = "explained"  # the agency explained: it waits for the second appraisal
    CHANGED = "changed"  # lowered or raised


@dataclass(frozen=True, kw_only=True)
class AppraisalLine:
    """One row as an appraiser sees it, with the agency that scored it."""

    line: RowLine
    agency: Agency
    first: RowVersion | None = None  # the first appraisal, where it was appraised again

    @property
    def pk(self) -> int:
        return self.line.row.pk

    @property
    def is_judged(self) -> bool:
        return self.line.stage in JUDGED

    @property
    def award(self) -> Award | None:
        """What was given, with the award that lowered it where points are still missing for its reason."""
        return award_of(self.line.version, self.first) if self.is_judged and self.line.version else None

    @property
    def again(self) -> Award | None:
        """What a second appraisal gave, where the reason of the first one still holds."""
        return self.award if isinstance(self.award, AwardedAgain) else None

    @property
    def change(self) -> Decimal:
        """Points beyond the claim: negative where the appraisal lowered it, 0 where it stands or there is none."""
        claimed, awarded = self.line.claimed, self.line.awarded
        if not self.is_judged or awarded is None or claimed is None:
            return ZERO
        return awarded - claimed

    @property
    def agrees(self) -> bool:
        """Whether a sent row claims exactly what the rule gives."""
        claimed = self.line.claimed
        agrees = claimed is not None and claimed == self.line.score.points
        return self.line.stage is Stage.SENT and agrees

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents that the facts name, each once; none where a fact rests on the sheet's own word."""
        named = tuple(dict.fromkeys(str(fact.reference) for fact in self.line.score.facts))
        return () if any(source.startswith(OWN_SOURCE) for source in named) else named

    @property
    def matches(self) -> bool:
        """Whether a row agrees, and attached documents or the sources of its facts prove it."""
        return self.agrees and bool(self.line.proofs or self.sources)

    @property
    def can_judge(self) -> bool:
        return self.line.can(Move.APPRAISE) or self.line.can(Move.FINALISE)

    def has(self, doubt: Doubt) -> bool:
        return {
            Doubt.PENDING: not self.is_judged,
            Doubt.DIFFERS: self.line.differs,
            Doubt.NO_EVIDENCE: bool(self.line.claimed) and not self.line.proofs,
            Doubt.EXPLAINED: self.line.stage is Stage.EXPLAINED,
            Doubt.CHANGED: bool(self.change),
        }[doubt]
