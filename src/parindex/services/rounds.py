"""Kỳ đánh giá: opening a year, its milestones, and the whole picture of a published year for the pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from django.db import transaction

from parindex.domain import facts as domain
from parindex.domain.agencies import AgencyDirectory
from parindex.domain.fact_data import value_as_data
from parindex.domain.framework import Framework
from parindex.domain.plans import Plan
from parindex.domain.rights import Right
from parindex.domain.scoring import FrameworkScore, score_framework
from parindex.domain.wording import day as said_day
from parindex.domain.workflow import MILESTONE_TITLES, Milestone
from parindex.records.models import (
    Agency,
    AssessmentRound,
    FrameworkVersion,
    RoundFact,
    RoundMilestone,
    RoundUnit,
)
from parindex.records.models import Plan as PlanRow
from parindex.records.queries.agencies import directory
from parindex.records.queries.plans import plan_as_domain, plan_for
from parindex.records.queries.results import area_agencies, owners_of
from parindex.records.queries.rounds import fact_book, published_units
from parindex.records.queries.sheets import awards_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks import framework_of
from parindex.services.log import record
from parindex.services.tasks import places_of


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


@transaction.atomic
def open_round(
    *,
    actor: Actor,
    year: int,
    framework: FrameworkVersion,
    units: Iterable[Agency],
    milestones: Mapping[Milestone, date] | None = None,
    is_sample: bool = False,
) -> AssessmentRound:
    """Open a year for the units of the framework's level; the version stays with it for ever. Opened once.

    Raises `DeedError` where it is open already, no unit is chosen, or a milestone lies before an earlier one's day.
    """
    actor.require(Right.MANAGE_ROUNDS)
    if AssessmentRound.objects.filter(year=year, level=framework.level).exists():
        raise DeedError(
            f"Kỳ đánh giá năm {year} của cấp này đã mở từ trước; dữ liệu đã có được giữ nguyên.",
            f"The round of {year} is open already at this level; what is there is kept as it is.",
        )
    agencies = tuple(units)
    if not agencies:
        raise DeedError(
            "Chưa chọn đơn vị nào; chưa mở kỳ đánh giá. Hãy chọn ít nhất một đơn vị.",
            "No unit is chosen; the round was not opened. Choose at least one.",
        )
    _require_order(milestones or {})
    row = AssessmentRound.objects.create(
        year=year, level=framework.level, framework=framework, is_sample=is_sample
    )
    RoundUnit.objects.bulk_create(
        RoundUnit(round=row, agency=agency, name=agency.name, position=position)
        for position, agency in enumerate(agencies)
    )
    _store_milestones(row, milestones or {})
    record(
        actor=actor,
        deed="open_round",
        subject=str(row),
        about=[f"round:{row.pk}"],
        framework=framework.code,
        sha256=framework.sha256,
        units=[agency.code for agency in agencies],
        milestones=_said(milestones or {}),
    )
    return row


@transaction.atomic
def set_milestones(*, actor: Actor, round_: AssessmentRound, milestones: Mapping[Milestone, date]) -> None:
    """Change the last days of a round's stages; what they were is in the log. Raises `DeedError` as opening does."""
    actor.require(Right.MANAGE_ROUNDS)
    if AssessmentRound.objects.select_for_update().get(pk=round_.pk).published_at:
        raise DeedError(
            "Kỳ đánh giá đã công bố, không đổi mốc được nữa.",
            "The round is published; its milestones no longer change.",
        )
    _require_order(milestones)
    before = {Milestone(row.milestone): row.last_date for row in round_.milestones.all()}
    round_.milestones.all().delete()
    _store_milestones(round_, milestones)
    record(
        actor=actor,
        deed="set_milestones",
        subject=str(round_),
        about=[f"round:{round_.pk}"],
        before=_said(before),
        after=_said(milestones),
    )


@transaction.atomic
def store_facts(*, actor: Actor, unit: RoundUnit, framework: Framework, facts: Iterable[domain.Fact]) -> int:
    """Store facts that are already known of a unit, beside those it has; returns how many."""
    actor.require(Right.MANAGE_ROUNDS)
    kinds = {definition.code: definition.kind for definition in framework.fact_definitions}
    first = RoundFact.objects.filter(unit=unit).count()
    stored = RoundFact.objects.bulk_create(
        fact_row(unit, fact, kinds[fact.code], position) for position, fact in enumerate(facts, start=first)
    )
    record(
        actor=actor,
        deed="store_facts",
        subject=str(unit),
        about=[f"unit:{unit.pk}"],
        facts=len(stored),
    )
    return len(stored)


def fact_row(unit: RoundUnit, fact: domain.Fact, kind: domain.FactKind, position: int = 0) -> RoundFact:
    """A fact as a row to store."""
    return RoundFact(
        unit=unit,
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


def _require_order(milestones: Mapping[Milestone, date]) -> None:
    """The stages of a year follow each other; two of them may end on one day."""
    ordered = [(one, milestones[one]) for one in Milestone if one in milestones]
    for (earlier, first), (later, second) in pairwise(ordered):
        if second < first:
            before, after = MILESTONE_TITLES[earlier], MILESTONE_TITLES[later]
            raise DeedError(
                f"Mốc “{after.vi}” ({said_day(second, 'vi')}) không được trước mốc “{before.vi}” "
                f"({said_day(first, 'vi')}); chưa lưu gì. Hãy sửa một trong hai ngày.",
                f"“{after.en}” ({said_day(second, 'en')}) cannot come before “{before.en}” "
                f"({said_day(first, 'en')}); nothing was stored. Correct one of the two dates.",
            )


def _store_milestones(round_: AssessmentRound, milestones: Mapping[Milestone, date]) -> None:
    RoundMilestone.objects.bulk_create(
        RoundMilestone(round=round_, milestone=milestone, last_date=last)
        for milestone, last in milestones.items()
    )


def _said(milestones: Mapping[Milestone, date]) -> dict[str, str]:
    return {milestone.value: last.isoformat() for milestone, last in milestones.items()}
