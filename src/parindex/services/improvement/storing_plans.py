"""Storing a plan as read, once for each file, beside any earlier reading of the same number."""

from dataclasses import asdict, dataclass

from django.db import transaction

from parindex.domain import plans as domain
from parindex.domain.agencies import AgencyDirectory
from parindex.domain.rights import Right
from parindex.records.models import (
    Agency,
    AreaLead,
    Duty,
    Loss,
    LossAgency,
    LossEvent,
    PartResult,
    Plan,
    Target,
    Task,
    TaskAgency,
)
from parindex.records.queries.agencies import agencies_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """The file a plan was read from."""

    name: str
    sha256: str


def stored_from(source: Source) -> Plan | None:
    """The plan that was stored from the same file, if any."""
    return Plan.objects.filter(sha256=source.sha256).first()


@transaction.atomic
def store_plan(*, actor: Actor, plan: domain.Plan, source: Source, is_sample: bool = False) -> Plan:
    """Store a plan as read, beside any earlier reading of the same number, which stays. Once for each file."""
    actor = actor.require(Right.STORE_PLAN)
    columns = {**_plan_columns(plan), "source_name": source.name, "is_sample": is_sample}
    row, is_new = Plan.objects.get_or_create(sha256=source.sha256, defaults=columns)
    if not is_new:
        raise DeedError(
            f"Tệp {source.name} đã được lưu từ trước; bản đã lưu được giữ nguyên.",
            f"The file {source.name} has been stored before; the stored plan is kept as it is.",
        )
    agencies = _AgencyRows(agencies_of(plan.document))
    _store_rows(row, plan)
    _store_tasks(row, plan, agencies)
    _store_losses(row, plan, agencies)
    record(
        actor=actor,
        deed="store_plan",
        subject=str(row),
        about=[f"plan:{row.pk}"],
        source=source.name,
        sha256=source.sha256,
        tasks=len(plan.tasks),
        losses=len(plan.losses),
        remarks=len(plan.remarks),
    )
    return row


class _AgencyRows:
    """Finds the stored agency that a name in a plan stands for."""

    def __init__(self, known: AgencyDirectory | None) -> None:
        self._known = known
        self._ids = dict(Agency.objects.values_list("code", "pk"))

    def id_of(self, name: str) -> int | None:
        agency = self._known.match(name).agency if self._known else None
        return self._ids.get(agency.code) if agency else None


def _plan_columns(plan: domain.Plan) -> dict[str, object]:
    document, period = plan.document, plan.document.period
    return {
        "number": document.number,
        "issued_date": document.issued_date,
        "issuer": document.issuer,
        "title": document.title,
        "first_year": period.first_year if period else None,
        "last_year": period.last_year if period else None,
        "base_year": plan.results.year,
        "rank_change": plan.results.rank_change,
        "remarks": [asdict(remark) for remark in plan.remarks],
    }


def _store_rows(row: Plan, plan: domain.Plan) -> None:
    PartResult.objects.bulk_create(
        PartResult(plan=row, position=n, **asdict(result)) for n, result in enumerate(plan.results.parts)
    )
    Target.objects.bulk_create(
        Target(plan=row, position=n, **asdict(target)) for n, target in enumerate(plan.targets)
    )
    Duty.objects.bulk_create(Duty(plan=row, position=n, text=text) for n, text in enumerate(plan.duties))
    AreaLead.objects.bulk_create(
        AreaLead(
            plan=row,
            position=n,
            area=lead.area,
            area_name=lead.area_name,
            agency=lead.agency,
            deadline_text=lead.deadline.text if lead.deadline else "",
        )
        for n, lead in enumerate(plan.area_leads)
    )


def _store_tasks(row: Plan, plan: domain.Plan, agencies: _AgencyRows) -> None:
    tasks = Task.objects.bulk_create(
        Task(
            plan=row,
            position=n,
            number=task.number,
            text=task.text,
            criteria=list(task.criteria),
            aims=list(task.aims),
            deadline_text=task.deadline.text if task.deadline else "",
        )
        for n, task in enumerate(plan.tasks)
    )
    TaskAgency.objects.bulk_create(
        TaskAgency(task=stored, role=role, name=name, agency_id=agencies.id_of(name), position=n)
        for stored, task in zip(tasks, plan.tasks, strict=True)
        for role, names in (
            (TaskAgency.Role.LEAD, task.lead),
            (TaskAgency.Role.COOPERATING, task.cooperating),
        )
        for n, name in enumerate(names)
    )


def _store_losses(row: Plan, plan: domain.Plan, agencies: _AgencyRows) -> None:
    losses = Loss.objects.bulk_create(
        Loss(
            plan=row,
            position=n,
            criterion=loss.criterion,
            name=loss.name,
            maximum=loss.maximum,
            earned=loss.earned,
            lost=loss.lost,
            justification=loss.justification,
        )
        for n, loss in enumerate(plan.losses)
    )
    pairs = tuple(zip(losses, plan.losses, strict=True))
    LossEvent.objects.bulk_create(
        LossEvent(loss=stored, position=n, **asdict(event))
        for stored, loss in pairs
        for n, event in enumerate(loss.events)
    )
    LossAgency.objects.bulk_create(
        LossAgency(loss=stored, name=name, agency_id=agencies.id_of(name), position=n)
        for stored, loss in pairs
        for n, name in enumerate(loss.responsible)
    )
