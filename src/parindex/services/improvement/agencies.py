"""Cơ quan: the dated tree, and one agency with what it answers for."""

from dataclasses import dataclass
from datetime import date

from parindex.domain.agencies import Agency, AgencyDirectory, AgencyLevel
from parindex.domain.scoring import AreaScore
from parindex.domain.text import fold
from parindex.records.queries.agencies import directory, successor_codes
from parindex.services.improvement.losses import AgencyShare, lines_of, shares_by_agency
from parindex.services.improvement.picture import Picture, picture
from parindex.services.improvement.tasks import TaskLine, TaskState, task_lines

LEVELS = tuple(AgencyLevel)


@dataclass(frozen=True, kw_only=True)
class LevelGroup:
    """The agencies of one level on a day, each with those directly under it."""

    level: AgencyLevel
    agencies: tuple[Agency, ...]
    children: dict[str, tuple[Agency, ...]]

    @property
    def nested(self) -> bool:
        """Whether the level is shown with what lies under it."""
        return bool(self.children)


@dataclass(frozen=True, kw_only=True)
class AgencyIndex:
    """The tree on a day; `found` holds what a search found instead."""

    agencies: AgencyDirectory
    on: date
    listed: tuple[Agency, ...]
    groups: tuple[LevelGroup, ...]
    counts: dict[AgencyLevel, int]
    shares: dict[str, AgencyShare]
    query: str
    found: tuple[Agency, ...]

    @property
    def shown(self) -> tuple[Agency, ...]:
        """The agencies that the list speaks of: what was found, or all of the day."""
        return self.found if self.query else self.listed

    @property
    def commune_count(self) -> int:
        return self.counts[AgencyLevel.COMMUNE]

    @property
    def ended(self) -> tuple[Agency, ...]:
        """Provinces that had ended by that day: what lay under them ended with them."""
        provinces = (a for a in self.agencies.agencies if a.level is AgencyLevel.PROVINCE)
        return tuple(a for a in provinces if a.valid_to is not None and a.valid_to < self.on)


@dataclass(frozen=True, kw_only=True)
class AgencyPage:
    """One agency: when it existed, who took over, and its losses, areas and tasks.

    `picture` is None while no year is published: then nothing is lost, led or scored.
    """

    picture: Picture | None
    agency: Agency
    ancestors: tuple[Agency, ...]
    children: tuple[Agency, ...]
    successors: tuple[Agency, ...]
    share: AgencyShare | None
    areas: tuple[AreaScore, ...]
    leading: tuple[TaskLine, ...]
    cooperating: tuple[TaskLine, ...]
    as_of: date

    @property
    def overdue(self) -> int:
        """How many tasks it leads whose every date has passed."""
        return sum(line.state is TaskState.PASSED for line in self.leading)


def agency_index(*, today: date, on: date | None = None, query: str = "") -> AgencyIndex | None:
    """The agencies that existed on a day (the day the plan was issued, unless told otherwise); None without any."""
    seen = picture()
    agencies = seen.agencies if seen else directory()
    if not agencies.agencies:
        return None
    day = on or _day_of(seen, today)
    listed = [agency for agency in agencies.agencies if agency.exists_on(day)]
    return AgencyIndex(
        agencies=agencies,
        on=day,
        listed=tuple(listed),
        groups=tuple(_group(agencies, level, day) for level in LEVELS),
        counts={level: sum(agency.level is level for agency in listed) for level in LEVELS},
        shares={share.code: share for share in _shares(seen) if share.code},
        query=query,
        found=tuple(agency for agency in listed if query and _matches(agency, query)),
    )


def agency_page(code: str, *, today: date) -> AgencyPage | None:
    """One agency; None when the code is unknown."""
    seen = picture()
    agencies = seen.agencies if seen else directory()
    agency = agencies.get(code)
    if agency is None:
        return None
    plan = seen.plan if seen else None
    as_of = plan.day_of_reference(today) if plan else today
    lines = task_lines(plan, as_of)
    successors = (agencies.get(code) for code in successor_codes(agency.code))
    return AgencyPage(
        picture=seen,
        agency=agency,
        ancestors=tuple(reversed(agencies.ancestors(code))),
        children=agencies.children_of(code, on=_day_of(seen, today)),
        successors=tuple(each for each in successors if each),
        share=next((share for share in _shares(seen) if share.code == code), None),
        areas=_areas_of(seen, agency),
        leading=tuple(line for line in lines if _any(agencies, line.task.lead, agency)),
        cooperating=tuple(line for line in lines if _any(agencies, line.task.cooperating, agency)),
        as_of=as_of,
    )


def _areas_of(seen: Picture | None, agency: Agency) -> tuple[AreaScore, ...]:
    """The areas that the agency scores."""
    if seen is None:
        return ()
    leads = ((score, seen.lead_of(score.area.code)) for score in seen.score.areas)
    return tuple(score for score, lead in leads if lead and _is(seen.agencies, lead, agency))


def _group(agencies: AgencyDirectory, level: AgencyLevel, day: date) -> LevelGroup:
    listed = agencies.of_level(level, on=day)
    nested = level is AgencyLevel.DISTRICT
    if level is AgencyLevel.COMMUNE:  # those of a district are shown under it
        districts = {agency.code for agency in agencies.of_level(AgencyLevel.DISTRICT, on=day)}
        listed = tuple(agency for agency in listed if agency.parent not in districts)
    children = {a.code: agencies.children_of(a.code, on=day) for a in listed} if nested else {}
    return LevelGroup(level=level, agencies=listed, children=children)


def _shares(seen: Picture | None) -> tuple[AgencyShare, ...]:
    return shares_by_agency(lines_of(seen), seen.agencies) if seen else ()


def _day_of(seen: Picture | None, today: date) -> date:
    """The day on which the published year is told; today while there is none."""
    if seen is None:
        return today
    issued = seen.plan.document.issued_date if seen.plan else None
    return issued or date(seen.round.year, 12, 31)


def _matches(agency: Agency, query: str) -> bool:
    wanted = fold(query)
    return any(wanted in fold(name) for name in (agency.name, agency.short, *agency.aliases))


def _is(agencies: AgencyDirectory, name: str, agency: Agency) -> bool:
    found = agencies.match(name)
    return found.agency == agency or found.level is agency.level


def _any(agencies: AgencyDirectory, names: tuple[str, ...], agency: Agency) -> bool:
    return any(_is(agencies, name, agency) for name in names)
