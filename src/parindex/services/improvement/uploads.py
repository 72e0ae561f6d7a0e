"""Tải kế hoạch lên: read a document for a preview, and carry what was read to its confirmation. Stores nothing."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from parindex.documents.reading import Knowledge, UnreadableDocument, plan_as_data, plan_from_data, read_plan
from parindex.domain import plans as domain
from parindex.domain.points import ZERO
from parindex.records.models import Plan
from parindex.records.queries.agencies import agencies_of
from parindex.services.errors import DeedError
from parindex.services.improvement.knowledge import criteria_of
from parindex.services.improvement.storing_plans import Source, stored_from


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadPlan:
    """A plan as read and not yet stored; `stored` is the plan that the same file already became."""

    plan: domain.Plan
    source: Source
    stored: Plan | None

    @property
    def lost(self) -> Decimal:
        """Points lost in all rows, as printed."""
        return sum((loss.lost or ZERO for loss in self.plan.losses), ZERO)


def read_upload(*, content: bytes, name: str) -> ReadPlan:
    """Read an uploaded document. Stores nothing. Raises `DeedError` when it is no readable plan."""
    try:
        plan = read_plan(content, name=name, knowledge_of=_stored_knowledge)
    except UnreadableDocument as error:
        raise DeedError(
            f"{error.vi} Chưa lưu gì. Hãy chọn tệp .docx, .pdf có lớp chữ, .md hoặc .txt của kế hoạch.",
            f"{error.en} Nothing was stored. Choose a .docx, text-layer .pdf, .md or .txt file of the plan.",
        ) from error
    source = Source(name=name, sha256=sha256(content).hexdigest())
    return ReadPlan(plan=plan, source=source, stored=stored_from(source))


def _stored_knowledge(document: domain.PlanDocument, results: domain.BaseResults) -> Knowledge:
    """The stored agencies, where the plan is of their province, and the framework of its base year."""
    return Knowledge(criteria=criteria_of(results.year), directory=agencies_of(document))


def payload(plan: domain.Plan, source: Source) -> dict[str, object]:
    """A reading as plain data, to travel between preview and confirmation."""
    return {"plan": plan_as_data(plan), "source": asdict(source)}


def confirmed(data: dict[str, Any]) -> tuple[domain.Plan, Source]:
    """The reading that `payload` packed."""
    return plan_from_data(data["plan"]), Source(**data["source"])
