"""An agency for the time it exists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


class AgencyLevel(StrEnum):
    """Where an agency stands. Levels come and go (the district level ended on 2025-07-01): agencies are dated."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    CENTRAL = "central"  # bodies of the central government that sit in the province
    DISTRICT = "district"
    COMMUNE = "commune"


LEVEL_TITLES: Mapping[AgencyLevel, Title] = {
    AgencyLevel.PROVINCE: Title(vi="Tỉnh", en="Province"),
    AgencyLevel.DEPARTMENT: Title(vi="Sở, ban, ngành", en="Departments"),
    AgencyLevel.CENTRAL: Title(vi="Cơ quan trung ương trên địa bàn", en="Central agencies in the province"),
    AgencyLevel.DISTRICT: Title(vi="Cấp huyện", en="District level"),
    AgencyLevel.COMMUNE: Title(vi="Cấp xã", en="Commune level"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Agency:
    """One agency for the time it exists. `code` is stable; `successors` are codes of the agencies that took over."""

    code: str
    name: str
    level: AgencyLevel
    certainty: Certainty
    short: str = ""
    parent: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()
    note: str = ""

    def exists_on(self, day: date) -> bool:
        """Whether the agency existed on that day (both ends included)."""
        started = self.valid_from is None or self.valid_from <= day
        return started and (self.valid_to is None or day <= self.valid_to)
