"""Plans as rows, and one plan with all it says as the domain's values."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from django.db.models import QuerySet

from parindex.domain import plans as domain
from parindex.domain.deadlines import Deadline, parse_deadline
from parindex.records.models import (
    AreaLead,
    Loss,
    PartResult,
    Plan,
    RoundUnit,
    Target,
    Task,
    TaskAgency,
)

_CENTS = Decimal("0.01")


def plans() -> QuerySet[Plan]:
    """Every stored plan, the newest first; a later reading of the same number stands before the earlier one."""
    return Plan.objects.order_by("-issued_date", "-pk")


def plan_for(unit: RoundUnit) -> Plan | None:
    """The newest plan with which a unit answers to its results of a year; nobody else's."""
    answers = plans().filter(base_year=unit.round.year)
    return next((row for row in answers if document_of(row).is_issued_by(unit.name)), None)


def document_of(row: Plan) -> domain.PlanDocument:
    """Number, date, issuer, title and period of a stored plan."""
    period = None
    if row.first_year and row.last_year:
        period = domain.Period(first_year=row.first_year, last_year=row.last_year)
    return domain.PlanDocument(
        number=row.number,
        issued_date=row.issued_date,
        issuer=row.issuer,
        title=row.title,
        period=period,
    )


def plan_as_domain(row: Plan) -> domain.Plan:
    """One plan with its rows: nine queries whatever its size, once a process, for a stored plan never changes."""
    return _plan_as_stored(_Stored(row=row, key=(row.pk, row.sha256, row.stored_at)))


@dataclass(frozen=True, slots=True)
class _Stored:
    """A row that is the same as another one exactly when it was stored by the same deed."""

    row: Plan = field(compare=False)
    key: tuple[object, ...]


@lru_cache(maxsize=32)
def _plan_as_stored(stored: _Stored) -> domain.Plan:
    row = stored.row
    return domain.Plan(
        document=document_of(row),
        results=domain.BaseResults(
            year=row.base_year,
            parts=tuple(_result(part) for part in row.partresult_rows.all()),
            rank_change=row.rank_change,
        ),
        targets=tuple(_target(target) for target in row.target_rows.all()),
        area_leads=tuple(_lead(lead) for lead in row.arealead_rows.all()),
        duties=tuple(duty.text for duty in row.duty_rows.all()),
        tasks=tuple(_task(task) for task in row.task_rows.prefetch_related("agencies")),
        losses=tuple(_loss(loss) for loss in row.loss_rows.prefetch_related("events", "responsible")),
        remarks=tuple(domain.Remark(**remark) for remark in row.remarks),
    )


def _result(row: PartResult) -> domain.PartResult:
    return domain.PartResult(part=row.part, points=_points(row.points), rank=row.rank, out_of=row.out_of)


def _target(row: Target) -> domain.Target:
    return domain.Target(year=row.year, top=row.top, text=row.text)


def _lead(row: AreaLead) -> domain.AreaLead:
    return domain.AreaLead(
        area=row.area, agency=row.agency, area_name=row.area_name, deadline=_deadline(row.deadline_text)
    )


def _task(row: Task) -> domain.Task:
    names = {role: tuple(a.name for a in row.agencies.all() if a.role == role) for role in TaskAgency.Role}
    return domain.Task(
        number=row.number,
        text=row.text,
        criteria=tuple(row.criteria),
        aims=tuple(row.aims),
        lead=names[TaskAgency.Role.LEAD],
        cooperating=names[TaskAgency.Role.COOPERATING],
        deadline=_deadline(row.deadline_text),
    )


def _loss(row: Loss) -> domain.Loss:
    events = (
        domain.LossEvent(text=event.text, points=_points(event.points), document=event.document)
        for event in row.events.all()
    )
    return domain.Loss(
        criterion=row.criterion,
        name=row.name,
        maximum=_points(row.maximum),
        earned=_points(row.earned),
        lost=_points(row.lost),
        justification=row.justification,
        responsible=tuple(agency.name for agency in row.responsible.all()),
        events=tuple(events),
    )


def _deadline(text: str) -> Deadline | None:
    return parse_deadline(text) if text else None


def _points(stored: Decimal | None) -> Decimal | None:
    """Points as documents print them: with two decimals, or with as many as there are."""
    if stored is None:
        return None
    cents = stored.quantize(_CENTS)
    return cents if cents == stored else stored.normalize()
