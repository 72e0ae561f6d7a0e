"""Deeds on rounds, and the whole picture of one year that the pages show parts of."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction

from parindex.domain import facts as domain
from parindex.domain.agencies import AgencyDirectory
from parindex.domain.fact_data import value_as_data
from parindex.domain.framework import Framework
from parindex.domain.plans import Plan
from parindex.domain.scoring import FrameworkScore, score_framework
from parindex.frameworks.loader import framework_for
from parindex.records.models import AssessmentRound, RoundFact
from parindex.records.models import Plan as PlanRow
from parindex.records.queries.agencies import directory
from parindex.records.queries.plans import plan_as_domain, plan_for
from parindex.records.queries.rounds import fact_book, rounds
from parindex.services.errors import DeedError
from parindex.services.log import record
from parindex.services.tasks import places_of


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One year: its round, framework, facts and score, and the plan that answers to it (None while there is none)."""

    round: AssessmentRound
    framework: Framework
    facts: domain.FactBook
    score: FrameworkScore
    plan_row: PlanRow | None
    plan: Plan | None
    agencies: AgencyDirectory

    def lead_of(self, area: str) -> str:
        """The agency that scores an area; "" while unknown."""
        return self.plan.lead_of(area) if self.plan else ""

    @cached_property
    def places(self) -> dict[int | str, int]:
        """Where each task stands in the plan."""
        return places_of(self.plan)


def picture(year: int | None = None) -> Picture | None:
    """The picture of a year, or of the newest one; None while no round is stored."""
    row = rounds().filter(year=year).first() if year else rounds().first()
    if row is None:
        return None
    framework = framework_for(row.framework_id)
    facts = fact_book(row)
    plan_row = plan_for(row)
    return Picture(
        round=row,
        framework=framework,
        facts=facts,
        score=score_framework(framework, facts),
        plan_row=plan_row,
        plan=plan_as_domain(plan_row) if plan_row else None,
        agencies=directory(),
    )


@transaction.atomic
def open_round(
    *, year: int, unit_name: str, framework: Framework, facts: Iterable[domain.Fact], is_sample: bool = False
) -> AssessmentRound:
    """Open a year with its framework and store its facts. A year is opened once."""
    if AssessmentRound.objects.filter(year=year).exists():
        raise DeedError(
            f"Kỳ đánh giá năm {year} đã mở từ trước; số liệu đã có được giữ nguyên.",
            f"The round of {year} is open already; its facts are kept as they are.",
        )
    kinds = {definition.code: definition.kind for definition in framework.fact_definitions}
    row = AssessmentRound.objects.create(
        year=year, unit_name=unit_name, framework_id=framework.id, is_sample=is_sample
    )
    stored = RoundFact.objects.bulk_create(
        _row(row, fact, kinds[fact.code], position) for position, fact in enumerate(facts)
    )
    record(deed="open_round", subject=str(row), framework=framework.id, facts=len(stored))
    return row


def _row(round_: AssessmentRound, fact: domain.Fact, kind: domain.FactKind, position: int) -> RoundFact:
    return RoundFact(
        round=round_,
        code=fact.code,
        kind=kind,
        value=None if fact.value is None else value_as_data(fact.value),
        applicable=fact.applicable,
        document=fact.reference.document,
        place=fact.reference.place,
        url=fact.reference.url,
        certainty=fact.certainty,
        note=fact.note,
        position=position,
    )
