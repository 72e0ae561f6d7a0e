"""Mở kỳ đánh giá: what there is to choose from when a year is opened, and opening it with its sheets as one deed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from django.db import transaction

from parindex.domain.agencies import AgencyLevel
from parindex.domain.framework import Area, Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.workflow import Milestone
from parindex.frameworks.loader import framework_for
from parindex.frameworks.stored import built_in_frameworks, data_digest, framework_data
from parindex.records.models import Agency, AssessmentRound, FrameworkVersion
from parindex.records.queries.agencies import directory
from parindex.records.queries.plans import document_of, plan_as_domain, plans
from parindex.records.queries.rounds import scoring_agencies, units_of_level, versions_of_level
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.rounds.sheets import open_sheets, self_scored
from parindex.services.rounds.years import open_round

YEARS = range(2000, 2101)
_BUILT_IN, _STORED = "b", "v"


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameworkChoice:
    """A version that a round may be opened with; `key` names it in a form."""

    key: str
    framework: Framework

    @property
    def criteria(self) -> int:
        return sum(1 for _ in self.framework.leaves())

    @property
    def self_scored(self) -> int:
        return len(self_scored(self.framework))

    @property
    def unlisted(self) -> Decimal:
        """Points that no listed criterion holds: they cannot be scored in the sheets."""
        return sum((self.framework.unlisted_in_area(area) for area in self.framework.areas), ZERO)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeadChoice:
    """An area of the province with the agency that scored it by the newest plan; None where no plan names it."""

    area: Area
    proposed: Agency | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """What the coordinator chooses from. `there` is the round where that year is open already."""

    level: AgencyLevel
    year: int
    there: AssessmentRound | None
    levels: tuple[AgencyLevel, ...]
    frameworks: tuple[FrameworkChoice, ...]
    chosen: FrameworkChoice | None
    units: tuple[Agency, ...]
    milestones: Mapping[Milestone, date]
    leads: tuple[LeadChoice, ...]
    agencies: tuple[Agency, ...]

    @property
    def day(self) -> date:
        """The day on which the units of the year have to exist."""
        return last_day(self.year)


@dataclass(frozen=True, kw_only=True, slots=True)
class YearToOpen:
    """What was chosen: a framework by its key, units by their keys, the agency that scores each area (the province)."""

    level: AgencyLevel
    year: int
    framework: str
    units: tuple[int, ...]
    milestones: Mapping[Milestone, date]
    leads: Mapping[str, int]


def last_day(year: int) -> date:
    return date(year, 12, 31)


def proposed_milestones(year: int) -> Mapping[Milestone, date]:
    """Days that suit a year whose report goes out at its end; every one may be changed."""
    return {
        Milestone.SELF_SCORE: date(year, 12, 15),
        Milestone.REVIEW: date(year, 12, 20),
        Milestone.CONSOLIDATION: date(year, 12, 25),
        Milestone.SENDING: date(year, 12, 31),
        Milestone.EXPLANATION: date(year + 1, 3, 15),
        Milestone.SECOND_APPRAISAL: date(year + 1, 4, 15),
    }


def opening(*, actor: Actor, level: AgencyLevel, year: int, framework: str = "") -> Opening:
    """The choices for a year at a level, with what is proposed of each."""
    actor.require(Right.MANAGE_ROUNDS)
    choices = framework_choices(level)
    chosen = next((one for one in choices if one.key == framework), None) or _best(choices, year)
    units = tuple(units_of_level(level, on=last_day(year)))
    by_lead = level is AgencyLevel.PROVINCE and chosen is not None
    agencies = tuple(scoring_agencies(on=last_day(year))) if by_lead else ()
    return Opening(
        level=level,
        year=year,
        there=AssessmentRound.objects.filter(year=year, level=level).first(),
        levels=_levels(),
        frameworks=choices,
        chosen=chosen,
        units=units,
        milestones=proposed_milestones(year),
        leads=_lead_choices(chosen.framework, units, agencies, year) if by_lead and chosen else (),
        agencies=agencies,
    )


@transaction.atomic
def open_year(*, actor: Actor, wanted: YearToOpen) -> AssessmentRound:
    """Open a round with the sheets of all its units, or nothing of it. From then on its version is frozen.

    Raises `DeedError` for a year or choice that cannot be; then nothing was stored.
    """
    actor.require(Right.MANAGE_ROUNDS)
    if wanted.year not in YEARS:
        raise _not_opened(
            f"Năm phải từ {YEARS[0]} đến {YEARS[-1]}", f"The year must be {YEARS[0]} to {YEARS[-1]}"
        )
    version = _version(wanted, actor)
    leads = _leads(wanted, framework_of(version)) if wanted.level is AgencyLevel.PROVINCE else {}
    round_ = open_round(
        actor=actor,
        year=wanted.year,
        framework=version,
        units=_units(wanted),
        milestones=wanted.milestones,
        is_sample=version.is_sample,
    )
    open_sheets(actor=actor, round_=round_, leads=leads)
    return round_


def framework_choices(level: AgencyLevel) -> tuple[FrameworkChoice, ...]:
    """The stored versions of a level, the newest first, then the built-in frameworks that are not stored yet."""
    stored = tuple(versions_of_level(level))
    digests = {version.sha256 for version in stored}
    own = (FrameworkChoice(key=f"{_STORED}{one.pk}", framework=framework_of(one)) for one in stored)
    known = (head.id for head in built_in_frameworks() if head.level is level)
    built_in = (
        FrameworkChoice(key=f"{_BUILT_IN}{code}", framework=framework_for(code))
        for code in known
        if _digest(code) not in digests
    )
    return (*own, *built_in)


def _best(choices: Iterable[FrameworkChoice], year: int) -> FrameworkChoice | None:
    """The version made for the year, else one that is no sample, else the newest."""

    def suits(choice: FrameworkChoice) -> tuple[bool, bool]:
        return year not in choice.framework.years, choice.framework.is_sample

    return min(choices, key=suits, default=None)


def _levels() -> tuple[AgencyLevel, ...]:
    """The levels for which there is any framework."""
    levels = {head.level for head in built_in_frameworks()}
    levels |= {AgencyLevel(level) for level in FrameworkVersion.objects.values_list("level", flat=True)}
    return tuple(level for level in AgencyLevel if level in levels)


@lru_cache(maxsize=32)
def _digest(framework_id: str) -> str:
    return data_digest(framework_data(framework_id))


def _lead_choices(
    framework: Framework, units: tuple[Agency, ...], agencies: tuple[Agency, ...], year: int
) -> tuple[LeadChoice, ...]:
    names = {unit.name for unit in units}
    rows = (row for row in plans() if any(document_of(row).is_issued_by(name) for name in names))
    newest = next(rows, None)
    plan = plan_as_domain(newest) if newest else None
    by_code, known = {agency.code: agency for agency in agencies}, directory()

    def proposed(area: Area) -> Agency | None:
        name = plan.lead_of(area.code) if plan else ""
        agency = known.match(name, on=last_day(year)).agency if name else None
        return by_code.get(agency.code) if agency else None

    return tuple(LeadChoice(area=area, proposed=proposed(area)) for area in framework.areas)


def _version(wanted: YearToOpen, actor: Actor) -> FrameworkVersion:
    """The version of a key; a built-in one is stored now."""
    known = {choice.key for choice in framework_choices(wanted.level)}
    if wanted.framework not in known:
        raise _not_opened("Chưa chọn bộ tiêu chí của cấp này", "No framework of this level is chosen")
    kind, key = wanted.framework[:1], wanted.framework[1:]
    return (
        built_in_version(key, actor=actor) if kind == _BUILT_IN else FrameworkVersion.objects.get(pk=int(key))
    )


def _units(wanted: YearToOpen) -> list[Agency]:
    possible = {unit.pk: unit for unit in units_of_level(wanted.level, on=last_day(wanted.year))}
    if set(wanted.units) - possible.keys():
        raise _not_opened(
            f"Có đơn vị không thuộc cấp này vào ngày 31/12/{wanted.year}",
            f"A chosen unit is not one of this level on 31 December {wanted.year}",
        )
    return [unit for pk, unit in possible.items() if pk in wanted.units]


def _leads(wanted: YearToOpen, framework: Framework) -> Mapping[str, Agency]:
    possible = {agency.pk: agency for agency in scoring_agencies(on=last_day(wanted.year))}
    leads = {area.code: possible.get(wanted.leads.get(area.code, 0)) for area in framework.areas}
    missing = ", ".join(code for code, agency in leads.items() if agency is None)
    if missing:
        raise _not_opened(
            f"Chưa chọn cơ quan chấm điểm lĩnh vực {missing}", f"No agency is chosen to score area {missing}"
        )
    return {code: agency for code, agency in leads.items() if agency}


def _not_opened(vi: str, en: str) -> DeedError:
    return DeedError(f"{vi}; chưa mở kỳ đánh giá.", f"{en}; the round was not opened.")
