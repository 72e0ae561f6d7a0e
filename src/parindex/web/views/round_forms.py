"""What the forms of rounds say: read from a request, with a sentence for what cannot be read."""

from collections.abc import Mapping
from datetime import date

from django.http import QueryDict

from parindex.domain.agencies import AgencyLevel
from parindex.domain.workflow import MILESTONE_TITLES, Milestone, Move
from parindex.services.errors import DeedError
from parindex.services.rounds.opening import YEARS, YearToOpen

LEAD = "linh-vuc-"


def level_of(said: QueryDict) -> AgencyLevel:
    """The level asked for; the province where there is no such level."""
    try:
        return AgencyLevel(said.get("cap", ""))
    except ValueError:
        return AgencyLevel.PROVINCE


def year_of(said: QueryDict, *, today: date) -> int:
    """The year asked for; this year where it is none that can be opened."""
    text = said.get("nam", "").strip()
    year = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else today.year
    return year if year in YEARS else today.year


def typed_milestones(said: QueryDict) -> dict[Milestone, str]:
    """The days of the milestones as they were typed; "" where nothing was."""
    return {milestone: said.get(milestone.value, "").strip() for milestone in Milestone}


def milestones_of(said: QueryDict) -> Mapping[Milestone, date]:
    """The days of all milestones. Raises `DeedError` for one that is no date."""
    return {milestone: _day(milestone, text) for milestone, text in typed_milestones(said).items()}


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def year_to_open(said: QueryDict, *, today: date) -> YearToOpen:
    """Everything that the form of a new round says. Raises `DeedError` for a day that is no date."""
    leads = {name.removeprefix(LEAD): said.get(name, "") for name in said if name.startswith(LEAD)}
    return YearToOpen(
        level=level_of(said),
        year=year_of(said, today=today),
        framework=said.get("bo", ""),
        units=tuple(keys_of(said.getlist("don-vi"))),
        milestones=milestones_of(said),
        leads={area: key for area, text in leads.items() for key in keys_of([text])},
    )


def keys_of(texts: list[str]) -> list[int]:
    """The keys among what was ticked or chosen; whatever is none is left out."""
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 19]


def move_of(said: QueryDict) -> Move:
    """What is to be done to many units. Raises `DeedError` where it is no move at all."""
    try:
        return Move(said.get("viec", ""))
    except ValueError:
        raise DeedError(
            "Chưa chọn việc; chưa thay đổi gì.", "Nothing to do is chosen; nothing was changed."
        ) from None


def _day(milestone: Milestone, text: str) -> date:
    day = day_of(text)
    if day is None:
        title = MILESTONE_TITLES[milestone]
        raise DeedError(
            f"Mốc “{title.vi}” chưa có ngày; chưa lưu gì. Hãy ghi đủ sáu mốc.",
            f"“{title.en}” has no date; nothing was stored. Give all six dates.",
        )
    return day
