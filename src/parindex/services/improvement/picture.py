"""The whole picture of a published year, from which the pages of the province are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from parindex.domain import facts as domain
from parindex.domain.agencies import AgencyDirectory
from parindex.domain.framework import Framework
from parindex.domain.plans import Plan
from parindex.domain.scoring import FrameworkScore, score_framework
from parindex.records.models import (
    AssessmentRound,
    RoundUnit,
)
from parindex.records.models import Plan as PlanRow
from parindex.records.queries.agencies import directory
from parindex.records.queries.appraisals import awards_of
from parindex.records.queries.plans import plan_as_domain, plan_for
from parindex.records.queries.results import area_agencies, owners_of
from parindex.records.queries.rounds import fact_book, published_units
from parindex.services.frameworks.storing import framework_of
from parindex.services.improvement.tasks import places_of


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The province in one published year: framework, facts and score, and the plan that answers to it, if any.

    `leads` are the agencies that scored each area on sheets, `awards` what the appraisal gave each criterion, `owners`
    the names of the agencies that were decided to answer for its lost points, `years` every published year.
    """

    unit: RoundUnit
    framework: Framework
    facts: domain.FactBook
    score: FrameworkScore
    plan_row: PlanRow | None
    plan: Plan | None
    agencies: AgencyDirectory
    leads: Mapping[str, str]
    awards: Mapping[str, domain.Award | None]
    owners: Mapping[str, tuple[str, ...]]
    years: tuple[int, ...]

    @property
    def other_year(self) -> int | None:
        """The year, where it is not the newest one: links have to name it."""
        return self.round.year if self.round.year != self.years[0] else None

    @property
    def round(self) -> AssessmentRound:
        return self.unit.round

    def lead_of(self, area: str) -> str:
        """The agency that scores an area; "" while unknown."""
        named = self.plan.lead_of(area) if self.plan else ""
        return named or self.leads.get(area, "")

    @cached_property
    def places(self) -> dict[int | str, int]:
        """Where each task stands in the plan."""
        return places_of(self.plan)


def picture(year: int | None = None) -> Picture | None:
    """The picture of a published year, or of the newest one; None while there is none."""
    units = list(published_units())
    unit = next((unit for unit in units if year in {None, unit.round.year}), None)
    if unit is None:
        return None
    framework = framework_of(unit.round.framework)
    facts, awards = fact_book(unit), awards_of(unit)
    plan_row, agencies = plan_for(unit), directory()
    return Picture(
        unit=unit,
        framework=framework,
        facts=facts,
        score=score_framework(framework, facts, awards),
        plan_row=plan_row,
        plan=plan_as_domain(plan_row) if plan_row else None,
        agencies=agencies,
        leads=area_agencies(unit),
        awards=awards,
        owners=_owners(unit, agencies),
        years=tuple(dict.fromkeys(unit.round.year for unit in units)),
    )


def _owners(unit: RoundUnit, agencies: AgencyDirectory) -> dict[str, tuple[str, ...]]:
    decided = {criterion: map(agencies.get, row.agencies) for criterion, row in owners_of(unit).items()}
    return {code: tuple(agency.name for agency in found if agency) for code, found in decided.items()}
