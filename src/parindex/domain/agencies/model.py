"""An agency for the time it exists."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from parindex.domain.sources import Certainty


class AgencyLevel(StrEnum):
    """Where an agency stands. Levels come and go (the district level ended on 2025-07-01): agencies are dated."""

    PROVINCE = "province"
    DEPARTMENT = "department"
    CENTRAL = "central"  # bodies of the central government that sit in the province
    DISTRICT = "district"
    COMMUNE = "commune"


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
