"""Trách nhiệm: who answers for each lost point of a unit: proposals with their basis, and what a person decided."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from parindex.domain.agencies import Agency, AgencyDirectory
from parindex.domain.coverage import Coverage
from parindex.domain.owners import LostRow, Proposal, proposals
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.records.models import LossOwner, RoundUnit, SheetRow
from parindex.records.queries.agencies import directory
from parindex.records.queries.results import owners_of, sheets_of, unit_of
from parindex.records.queries.sheets import helpers_of
from parindex.services.actor import Actor
from parindex.services.appraisal.lines import AppraisalLine
from parindex.services.appraisal.rows import appraisal_lines
from parindex.services.errors import DeedError
from parindex.services.improvement.losses import AgencyShare, LossLine, shares_by_agency
from parindex.services.log import record
from parindex.services.sheets.awards import stated_reason
from parindex.services.sheets.pictures import sheet_pictures


@dataclass(frozen=True, kw_only=True)
class OwnedLoss:
    """One appraised row that lost points, who may answer for it, and who was decided to."""

    line: AppraisalLine
    lost: Decimal
    proposals: tuple[Proposal, ...]
    decision: LossOwner | None
    owners: tuple[Agency, ...]

    @property
    def row(self) -> SheetRow:
        return self.line.line.row

    @property
    def others(self) -> tuple[Agency, ...]:
        """The agencies that were decided on though nothing proposed them."""
        proposed = {proposal.agency for proposal in self.proposals}
        return tuple(agency for agency in self.owners if agency not in proposed)


@dataclass(frozen=True, kw_only=True)
class OwnersPage:
    """The losses of a unit, the largest first; `shown` are those that the filter leaves."""

    unit: RoundUnit
    agencies: AgencyDirectory
    losses: tuple[OwnedLoss, ...]
    shares: tuple[AgencyShare, ...]
    waiting: int  # rows that are not appraised yet
    only_open: bool

    @property
    def shown(self) -> tuple[OwnedLoss, ...]:
        return self.open if self.only_open else self.losses

    @property
    def open(self) -> tuple[OwnedLoss, ...]:
        """The losses for which nobody was decided to answer."""
        return tuple(loss for loss in self.losses if not loss.owners)

    @property
    def proposed(self) -> tuple[OwnedLoss, ...]:
        """The open losses for which somebody is proposed; one deed decides on all of them."""
        return tuple(loss for loss in self.open if loss.proposals)

    @property
    def total(self) -> Decimal:
        return sum((loss.lost for loss in self.losses), ZERO)

    @property
    def undecided(self) -> Decimal:
        return sum((loss.lost for loss in self.open), ZERO)


def owners_page(unit_pk: int, *, actor: Actor, today: date, only_open: bool = False) -> OwnersPage | None:
    """The losses of a unit with who answers for them; None where there is no such unit."""
    unit = unit_of(unit_pk)
    if unit is None:
        return None
    actor.require(Right.READ_RESULT)
    lines = appraisal_lines(sheet_pictures(list(sheets_of(unit)), actor=actor, today=today))
    known, decisions = directory(), owners_of(unit)
    losses = [_loss(line, known, decisions.get(line.line.criterion.code)) for line in lines if _lost(line)]
    losses.sort(key=lambda loss: -loss.lost)
    return OwnersPage(
        unit=unit,
        agencies=known,
        losses=tuple(losses),
        shares=shares_by_agency(tuple(map(_as_line, losses)), known),
        waiting=sum(not line.is_judged for line in lines),
        only_open=only_open,
    )


@transaction.atomic
def decide(
    *, actor: Actor, unit_pk: int, pk: int, agencies: Collection[str], reason: str, today: date
) -> LossOwner:
    """Decide, by their codes, which agencies answer for a row's lost points; earlier decisions are kept.

    An agency that nothing proposes takes a reason. Raises `DeedError` where a row lost nothing, or no agency is known.
    """
    actor = actor.require(Right.DECIDE_OWNERS)
    page = owners_page(unit_pk, actor=actor, today=today)
    loss = next((loss for loss in page.losses if loss.row.pk == pk), None) if page else None
    if page is None or loss is None:
        raise DeedError(
            "Dòng này không mất điểm, hoặc chưa thẩm định; chưa lưu gì.",
            "This row lost no points, or is not appraised yet; nothing was stored.",
        )
    chosen = [agency for agency in map(page.agencies.get, dict.fromkeys(agencies)) if agency]
    if not chosen or len(chosen) != len(set(agencies)):
        raise DeedError(
            "Chưa chọn cơ quan nào, hoặc có cơ quan không còn trong danh mục; chưa lưu gì.",
            "No agency was chosen, or one is not known; nothing was stored.",
        )
    proposed = {proposal.agency for proposal in loss.proposals}
    kept = reason.strip() if proposed.issuperset(chosen) else stated_reason(reason)
    return _keep(loss, chosen, actor=actor, unit=page.unit, reason=kept)


@transaction.atomic
def decide_as_proposed(*, actor: Actor, unit_pk: int, rows: Collection[int], today: date) -> int:
    """Decide that the agency proposed first answers for each of these losses (the rows' keys); returns for how many.

    Losses that somebody decided on meanwhile, or that have no proposal, are left as they are. Raises `DeedError` where
    none is left.
    """
    actor = actor.require(Right.DECIDE_OWNERS)
    page = owners_page(unit_pk, actor=actor, today=today)
    wanted = [loss for loss in page.proposed if loss.row.pk in set(rows)] if page else []
    if page is None or not wanted:
        raise DeedError(
            "Không còn dòng nào chưa quyết định mà có đề xuất; chưa lưu gì.",
            "No loss is left that is undecided and has a proposal; nothing was stored.",
        )
    for loss in wanted:
        _keep(loss, [loss.proposals[0].agency], actor=actor, unit=page.unit)
    return len(wanted)


def _keep(
    loss: OwnedLoss, chosen: Collection[Agency], *, actor: Actor, unit: RoundUnit, reason: str = ""
) -> LossOwner:
    decision = LossOwner.objects.create(
        row=loss.row, agencies=[agency.code for agency in chosen], reason=reason, by_id=actor.user_id
    )
    record(
        actor=actor,
        deed="decide_owners",
        subject=f"{loss.row.criterion} · {unit}",
        about=[f"row:{loss.row.pk}", f"unit:{unit.pk}", f"round:{unit.round_id}"],
        lost=str(loss.lost),
        before=loss.decision.agencies if loss.decision else [],
        after=decision.agencies,
        reason=reason,
    )
    return decision


def _lost(line: AppraisalLine) -> Decimal:
    """Points that an appraised row lost; 0 where it lost none, or does not count."""
    maximum, awarded = line.line.score.maximum, line.line.awarded
    if not line.is_judged or maximum is None or awarded is None:
        return ZERO
    return maximum - awarded


def _loss(line: AppraisalLine, known: AgencyDirectory, decision: LossOwner | None) -> OwnedLoss:
    row = LostRow(
        criterion=line.line.criterion.code,
        scored_by=line.agency.code,
        helpers=tuple(helper.agency.code for helper in helpers_of(line.line.row)),
        facts=line.line.score.facts,
        said=_said(line),
    )
    decided = map(known.get, decision.agencies) if decision else ()
    return OwnedLoss(
        line=line,
        lost=_lost(line),
        proposals=proposals(row, known),
        decision=decision,
        owners=tuple(agency for agency in decided if agency),
    )


def _said(line: AppraisalLine) -> tuple[str, ...]:
    """What was said of a loss: by the appraisals, then by the agency."""
    award, version = line.award, line.line.version
    reasons = (award.why_lost, award.reason) if award else ()
    justification = version.justification if version else ""
    return tuple(dict.fromkeys(filter(None, (*reasons, justification))))


def _as_line(loss: OwnedLoss) -> LossLine:
    score = loss.line.line.score
    return LossLine(
        code=score.criterion.code,
        title=score.criterion.title,
        lost=loss.lost,
        earned=loss.line.line.awarded or ZERO,
        maximum=score.maximum or ZERO,
        score=None,
        row=None,
        responsible=tuple(agency.name for agency in loss.owners),
        tasks=(),
        coverage=Coverage.NONE,
    )
