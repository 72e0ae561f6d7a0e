"""A plan as plain data (the JSON of `parindex read --json`) and back; the shape is in `plan.schema.json`."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from parindex.domain.deadlines import Deadline, DeadlineKind
from parindex.domain.periods import Period
from parindex.domain.plans import (
    AreaLead,
    BaseResults,
    Loss,
    LossEvent,
    PartResult,
    Plan,
    PlanDocument,
    Remark,
    Target,
    Task,
)

Data = dict[str, Any]
_CENTS = Decimal("0.01")


def plan_as_data(plan: Plan) -> Data:
    """A plan as dicts, lists, strings and whole numbers; points are text with two decimals ("1.25")."""
    return {
        "document": _document(plan.document),
        "results": _results(plan.results),
        "targets": [{"year": t.year, "top": t.top, "text": t.text} for t in plan.targets],
        "area_leads": [_area_lead(lead) for lead in plan.area_leads],
        "duties": list(plan.duties),
        "tasks": [_task(task) for task in plan.tasks],
        "losses": [_loss(loss) for loss in plan.losses],
        "remarks": [{"kind": r.kind, "place": r.place, "text": r.text} for r in plan.remarks],
    }


def plan_from_data(data: Mapping[str, Any]) -> Plan:
    """The plan that `plan_as_data` made this data from. Raises KeyError or ValueError on other data."""
    return Plan(
        document=_document_from(data["document"]),
        results=_results_from(data["results"]),
        targets=tuple(Target(**target) for target in data["targets"]),
        area_leads=tuple(_area_lead_from(lead) for lead in data["area_leads"]),
        duties=tuple(data["duties"]),
        tasks=tuple(_task_from(task) for task in data["tasks"]),
        losses=tuple(_loss_from(loss) for loss in data["losses"]),
        remarks=tuple(Remark(**remark) for remark in data["remarks"]),
    )


def _document(document: PlanDocument) -> Data:
    period = document.period
    return {
        "number": document.number,
        "issued_date": document.issued_date.isoformat() if document.issued_date else None,
        "issuer": document.issuer,
        "title": document.title,
        "period": {"first_year": period.first_year, "last_year": period.last_year} if period else None,
    }


def _document_from(data: Data) -> PlanDocument:
    issued, period = data["issued_date"], data["period"]
    return PlanDocument(
        number=data["number"],
        issued_date=date.fromisoformat(issued) if issued else None,
        issuer=data["issuer"],
        title=data["title"],
        period=Period(**period) if period else None,
    )


def _results(results: BaseResults) -> Data:
    parts = [
        {"part": p.part, "points": _points(p.points), "rank": p.rank, "out_of": p.out_of}
        for p in results.parts
    ]
    return {"year": results.year, "rank_change": results.rank_change, "parts": parts}


def _results_from(data: Data) -> BaseResults:
    parts = tuple(PartResult(**{**part, "points": _decimal(part["points"])}) for part in data["parts"])
    return BaseResults(year=data["year"], parts=parts, rank_change=data["rank_change"])


def _area_lead(lead: AreaLead) -> Data:
    return {
        "area": lead.area,
        "area_name": lead.area_name,
        "agency": lead.agency,
        "deadline": _deadline(lead.deadline),
    }


def _area_lead_from(data: Data) -> AreaLead:
    return AreaLead(**{**data, "deadline": _deadline_from(data["deadline"])})


def _task(task: Task) -> Data:
    return {
        "number": task.number,
        "text": task.text,
        "criteria": list(task.criteria),
        "aims": list(task.aims),
        "lead": list(task.lead),
        "cooperating": list(task.cooperating),
        "deadline": _deadline(task.deadline),
    }


def _task_from(data: Data) -> Task:
    lists = {key: tuple(data[key]) for key in ("criteria", "aims", "lead", "cooperating")}
    return Task(**{**data, **lists, "deadline": _deadline_from(data["deadline"])})


def _loss(loss: Loss) -> Data:
    return {
        "criterion": loss.criterion,
        "name": loss.name,
        "maximum": _points(loss.maximum),
        "earned": _points(loss.earned),
        "lost": _points(loss.lost),
        "justification": loss.justification,
        "responsible": list(loss.responsible),
        "events": [
            {"text": e.text, "points": _points(e.points), "document": e.document} for e in loss.events
        ],
    }


def _loss_from(data: Data) -> Loss:
    figures = {key: _decimal(data[key]) for key in ("maximum", "earned", "lost")}
    events = tuple(LossEvent(**{**event, "points": _decimal(event["points"])}) for event in data["events"])
    return Loss(**{**data, **figures, "responsible": tuple(data["responsible"]), "events": events})


def _deadline(deadline: Deadline | None) -> Data | None:
    """Kind and text, and whatever else the deadline says."""
    if deadline is None:
        return None
    said = {f.name: getattr(deadline, f.name) for f in fields(deadline)}
    rest = {name: value for name, value in said.items() if value not in (None, "") and value is not False}
    return {**rest, "kind": deadline.kind.value, "text": deadline.text}


def _deadline_from(data: Data | None) -> Deadline | None:
    return Deadline(**{**data, "kind": DeadlineKind(data["kind"])}) if data else None


def _points(value: Decimal | None) -> str | None:
    """Two decimals, or as many as there are."""
    if value is None:
        return None
    exponent = value.as_tuple().exponent
    return f"{value:f}" if isinstance(exponent, int) and exponent < -2 else f"{value.quantize(_CENTS):f}"


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
