"""Kế hoạch nâng cao Chỉ số CCHC: what a plan document says, as plain values.

A plan is kept as it was written: what it leaves out is empty, what it contradicts stays contradictory
and is spoken of in `remarks` and in `domain.findings`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from parindex.domain.deadlines import Deadline
from parindex.domain.periods import Period as Period
from parindex.domain.text import fold


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanDocument:
    """Number, date and issuer of a plan; `None` or "" where the document does not say."""

    number: str
    issued_date: date | None
    issuer: str
    title: str
    period: Period | None

    def is_issued_by(self, unit_name: str) -> bool:
        """Whether the issuer is a unit's own people's committee: "UBND tỉnh Vĩnh Phúc" for "Tỉnh Vĩnh Phúc".

        A district's plan is not the province's, though its agencies are (`AgencyDirectory.is_of`).
        """
        unit = fold(unit_name)
        return fold(self.issuer) in {f"ubnd {unit}", f"uy ban nhan dan {unit}"}


@dataclass(frozen=True, kw_only=True, slots=True)
class PartResult:
    """One result of the base year. `part` is total, direct, appraised, impact, survey, sipas or officials."""

    part: str
    points: Decimal | None
    rank: int | None = None
    out_of: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BaseResults:
    """Results of the year the plan answers to. `rank_change` is positive when the province fell."""

    year: int | None
    parts: tuple[PartResult, ...]
    rank_change: int | None = None

    def part(self, name: str) -> PartResult | None:
        return next((result for result in self.parts if result.part == name), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Mục tiêu: be among the first `top` provinces in `year`."""

    year: int
    top: int
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaLead:
    """The agency that scores and justifies one area, with its yearly reporting deadline."""

    area: str
    agency: str
    area_name: str = ""
    deadline: Deadline | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """Nhiệm vụ cụ thể. `criteria` holds codes (also an area's, as written), `aims` what it names instead of one."""

    number: str
    text: str
    criteria: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    deadline: Deadline | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LossEvent:
    """One deducted event with the points it cost and the document it rests on, as far as the plan says."""

    text: str
    points: Decimal | None = None
    document: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Loss:
    """One row of the register of lost points; figures are as printed, whether or not they add up."""

    criterion: str
    name: str
    maximum: Decimal | None
    earned: Decimal | None
    lost: Decimal | None
    justification: str = ""
    responsible: tuple[str, ...] = ()
    events: tuple[LossEvent, ...] = ()

    @property
    def adds_up(self) -> bool | None:
        """Whether maximum − earned = lost; None when a figure is missing."""
        if self.maximum is None or self.earned is None or self.lost is None:
            return None
        return self.maximum - self.earned == self.lost


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something the reader noticed: a slip it read through, a guess, a contradiction.

    `kind` is a stable word for programs, `place` a human place ("dòng 120", "bảng 2, hàng 5"),
    `text` the Vietnamese sentence.
    """

    kind: str
    place: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A plan as read: document, base-year results, targets, leads, duties, tasks, losses, remarks."""

    document: PlanDocument
    results: BaseResults
    targets: tuple[Target, ...] = ()
    area_leads: tuple[AreaLead, ...] = ()
    duties: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    losses: tuple[Loss, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def lead_of(self, area: str) -> str:
        """The agency that scores an area; "" where the plan names none."""
        return next((lead.agency for lead in self.area_leads if lead.area == area), "")

    def day_of_reference(self, today: date) -> date:
        """The day on which tasks are looked at: today within the plan's period, else the day it was issued."""
        period = self.document.period
        if self.document.issued_date is None or (period and today.year in period.years):
            return today
        return self.document.issued_date


def years_by_top(targets: Iterable[Target]) -> tuple[tuple[int, str], ...]:
    """Targets gathered by their rank, the easiest first: ((15, "2018"), (10, "2019–2020"))."""
    years: dict[int, list[int]] = {}
    for target in targets:
        years.setdefault(target.top, []).append(target.year)
    return tuple((top, _span(sorted(found))) for top, found in sorted(years.items(), reverse=True))


def _span(years: list[int]) -> str:
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"
