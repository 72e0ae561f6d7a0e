"""Who answers for lost points: nobody named, somebody else than the area's lead, or an area without a lead."""

from collections.abc import Iterator

from parindex.domain.findings.model import (
    Evidence,
    FindingGroup,
    FindingItem,
    area_of,
    counted,
    is_lost,
    loss_group,
    loss_item,
    points_figure,
    points_lost,
    sum_lost,
)
from parindex.domain.plans import Loss, Plan
from parindex.domain.rules.base import Sentence
from parindex.domain.text import code_key


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`losses_without_responsible_agency`, `responsible_differs_from_lead`, `areas_without_lead`."""
    lost = [loss for loss in evidence.plan.losses if is_lost(loss)]
    yield from _without_agency([loss for loss in lost if not loss.responsible])
    yield from _other_than_lead(evidence, lost)
    yield from _areas_without_lead(evidence.plan, lost)


def _without_agency(losses: list[Loss]) -> Iterator[FindingGroup]:
    if losses:
        yield loss_group(
            "losses_without_responsible_agency",
            losses,
            (loss_item(loss) for loss in losses),
            vi="chưa ghi rõ cơ quan chịu trách nhiệm.",
            en="with no responsible agency named.",
        )


def _other_than_lead(evidence: Evidence, losses: list[Loss]) -> Iterator[FindingGroup]:
    """Rows whose responsible agencies do not include the lead of their area."""
    leads = _leads(evidence.plan)
    named = [(loss, leads[area_of(loss.criterion)]) for loss in losses if area_of(loss.criterion) in leads]
    different = [
        (loss, lead) for loss, lead in named if loss.responsible and not _answers(evidence, lead, loss)
    ]
    if different:
        yield loss_group(
            "responsible_differs_from_lead",
            [loss for loss, _ in different],
            (_difference(loss, lead) for loss, lead in different),
            vi="mà cơ quan chịu trách nhiệm không phải cơ quan chủ trì lĩnh vực.",
            en="whose responsible agency is not the area's lead.",
        )


def _areas_without_lead(plan: Plan, losses: list[Loss]) -> Iterator[FindingGroup]:
    """Areas that a list of leads leaves out; where no list was read, nothing is known of any area."""
    leads = _leads(plan)
    if not leads:
        return
    codes = [loss.criterion for loss in losses] + [code for task in plan.tasks for code in task.criteria]
    areas = sorted({area_of(code) for code in codes} - leads.keys() - {""}, key=code_key)
    if not areas:
        return
    points = sum_lost(loss for loss in losses if area_of(loss.criterion) in areas)
    yield FindingGroup(
        kind="areas_without_lead",
        figure=points_figure(points),
        rest=Sentence(
            vi=f"điểm mất thuộc {len(areas)} lĩnh vực không có cơ quan chủ trì.",
            en=f"points lost in {counted(len(areas), 'area', 'areas')} without a lead agency.",
        ),
        items=tuple(_area_item(area, losses) for area in areas),
        points=points,
    )


def _leads(plan: Plan) -> dict[str, str]:
    return {lead.area: lead.agency for lead in plan.area_leads if lead.agency}


def _answers(evidence: Evidence, lead: str, loss: Loss) -> bool:
    return any(evidence.directory.same(lead, agency) for agency in loss.responsible)


def _difference(loss: Loss, lead: str) -> FindingItem:
    named = ", ".join(loss.responsible)
    return FindingItem(
        text=Sentence(
            vi=f"{loss.criterion} {loss.name}: chịu trách nhiệm {named}; chủ trì lĩnh vực {lead}",
            en=f"{loss.criterion} {loss.name}: responsible {named}; the area's lead {lead}",
        ),
        criterion=loss.criterion,
        agencies=(*loss.responsible, lead),
        points=points_lost(loss),
    )


def _area_item(area: str, losses: list[Loss]) -> FindingItem:
    return FindingItem(
        text=Sentence(vi=f"Lĩnh vực {area}", en=f"Area {area}"),
        criterion=area,
        points=sum_lost(loss for loss in losses if area_of(loss.criterion) == area),
    )
