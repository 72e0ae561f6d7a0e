"""Điểm bị trừ: computed losses beside the register's rows, who answers for them and which task recovers them."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypedDict

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.coverage import Coverage, coverage_of, is_within, names, touches
from parindex.domain.facts import Award, AwardedAgain
from parindex.domain.losses import losses, unlisted_losses
from parindex.domain.plans import Loss, Plan, Task
from parindex.domain.points import ZERO
from parindex.domain.scoring import CriterionScore, FrameworkScore, PartScore
from parindex.domain.surveys import speaks_of_survey, words_of
from parindex.domain.text import code_key, sort_key
from parindex.domain.titles import Title
from parindex.services.improvement.picture import Picture, picture


@dataclass(frozen=True, kw_only=True)
class LossLine:
    """One loss: of a criterion, or (code "") of a part whose criteria are not listed."""

    code: str
    title: Title
    lost: Decimal
    earned: Decimal
    maximum: Decimal
    score: CriterionScore | None
    row: Loss | None
    responsible: tuple[str, ...]
    tasks: tuple[Task, ...]
    coverage: Coverage
    reason: str = ""  # the appraiser's
    again: Award | None = None  # what a second appraisal gave after all, where points are still missing


class _Touched(TypedDict):
    tasks: tuple[Task, ...]
    coverage: Coverage


@dataclass(frozen=True, kw_only=True)
class Register:
    """The register of a year, filtered; `shares` and `total` are of all its lines."""

    picture: Picture
    lines: tuple[LossLine, ...]
    shares: tuple["AgencyShare", ...]
    total: Decimal
    in_register: Decimal  # of the total, what rows of the plan's register name
    agency: str
    area: str
    coverage: str
    order: str

    @property
    def outside(self) -> Decimal:
        """Points lost that no row of the register names."""
        return self.total - self.in_register

    @property
    def is_filtered(self) -> bool:
        return bool(self.agency or self.area or self.coverage)

    @property
    def shown(self) -> Decimal:
        return sum((line.lost for line in self.lines), ZERO)


@dataclass(frozen=True, kw_only=True)
class AgencyShare:
    """Points an agency answers for: alone, and together with others (counted in full for each of them)."""

    name: str
    code: str
    alone: Decimal
    shared: Decimal
    lines: tuple[LossLine, ...]

    @property
    def total(self) -> Decimal:
        return self.alone + self.shared

    @property
    def inside(self) -> Decimal:
        """Of the total, what rows of the register name."""
        return sum((line.lost for line in self.lines if line.row), ZERO)

    @property
    def outside(self) -> Decimal:
        return self.total - self.inside


ORDERS: Mapping[str, Callable[[LossLine], Any]] = {
    "points": lambda line: (-line.lost, code_key(line.code or _LAST)),
    "criterion": lambda line: code_key(line.code or _LAST),
    "agency": lambda line: (not line.responsible, [sort_key(name) for name in line.responsible], -line.lost),
}
_LAST = "99"  # losses of no listed criterion come after all codes


def loss_lines(score: FrameworkScore | None, plan: Plan | None) -> tuple[LossLine, ...]:
    """Every loss, the largest first: as computed, or as the plan's register prints it where there is no score."""
    lines = [*_scored(score, plan), *_unlisted(score, plan)] if score else _printed(plan)
    return tuple(sorted(lines, key=ORDERS["points"]))


def lines_of(seen: Picture) -> tuple[LossLine, ...]:
    """Every loss of a published year, the largest first: with the appraiser's reason and the agencies that answer.

    They are those that the plan's register names; where it names none, those that were decided on.
    """
    return tuple(_appraised(line, seen) for line in loss_lines(seen.score, seen.plan))


def _appraised(line: LossLine, seen: Picture) -> LossLine:
    award = seen.awards.get(line.code)
    return replace(
        line,
        responsible=line.responsible or seen.owners.get(line.code, ()),
        reason=award.why_lost if award else "",
        again=award if isinstance(award, AwardedAgain) else None,
    )


def register(
    *, agency: str = "", area: str = "", coverage: str = "", order: str = "", year: int | None = None
) -> Register | None:
    """The register of a published year, or of the newest one; None while there is none.

    `agency` is a code, or "?" for losses that name none; `area` an area's code; `coverage` a `Coverage`; `order` a
    key of `ORDERS`, by points when it is none.
    """
    seen = picture(year)
    if seen is None:
        return None
    lines = lines_of(seen)
    shares = shares_by_agency(lines, seen.agencies)
    held = next((share.lines for share in shares if (share.code or "?") == agency), ())
    kept = (
        line
        for line in lines
        if (not agency or line in held)
        and (not area or is_within(line.code, area))
        and (not coverage or line.coverage.value == coverage)
    )
    return Register(
        picture=seen,
        lines=tuple(sorted(kept, key=ORDERS.get(order, ORDERS["points"]))),
        shares=shares,
        total=sum((line.lost for line in lines), ZERO),
        in_register=sum((line.lost for line in lines if line.row), ZERO),
        agency=agency,
        area=area,
        coverage=coverage,
        order=order if order in ORDERS else "",
    )


def shares_by_agency(lines: tuple[LossLine, ...], agencies: AgencyDirectory) -> tuple[AgencyShare, ...]:
    """Points by responsible agency, the largest first; the agency "" gathers losses that name none."""
    held: dict[str, list[LossLine]] = defaultdict(list)
    for line in lines:
        for name in line.responsible or ("",):
            held[_full_name(name, agencies)].append(line)
    shares = (_share(name, tuple(found), agencies) for name, found in held.items())
    return tuple(sorted(shares, key=lambda share: (-share.total, share.name)))


def _share(name: str, lines: tuple[LossLine, ...], agencies: AgencyDirectory) -> AgencyShare:
    agency = agencies.match(name).agency if name else None
    shared = sum((line.lost for line in lines if len(line.responsible) > 1), ZERO)
    total = sum((line.lost for line in lines), ZERO)
    return AgencyShare(
        name=name, code=agency.code if agency else "", alone=total - shared, shared=shared, lines=lines
    )


def _full_name(name: str, agencies: AgencyDirectory) -> str:
    agency = agencies.match(name).agency if name else None
    return agency.name if agency else name


def _scored(score: FrameworkScore, plan: Plan | None) -> list[LossLine]:
    rows = {loss.criterion: loss for loss in plan.losses} if plan else {}
    return [
        LossLine(
            code=each.criterion.code,
            title=each.criterion.title,
            lost=each.lost or ZERO,
            earned=each.points or ZERO,
            maximum=each.maximum or ZERO,
            score=each,
            row=rows.get(each.criterion.code),
            responsible=rows[each.criterion.code].responsible if each.criterion.code in rows else (),
            **_touched(each.criterion.code, plan),
        )
        for each in losses(score)
    ]


def _printed(plan: Plan | None) -> list[LossLine]:
    return [
        LossLine(
            code=row.criterion,
            title=Title(vi=row.name),
            lost=row.lost or ZERO,
            earned=row.earned or ZERO,
            maximum=row.maximum or ZERO,
            score=None,
            row=row,
            responsible=row.responsible,
            **_touched(row.criterion, plan),
        )
        for row in (plan.losses if plan else ())
    ]


def _unlisted(score: FrameworkScore, plan: Plan | None) -> list[LossLine]:
    return [_unlisted_line(part, plan.tasks if plan else ()) for part in unlisted_losses(score)]


def _unlisted_line(part: PartScore, tasks: tuple[Task, ...]) -> LossLine:
    after_it = tuple(task for task in tasks if speaks_of_survey(words_of(task), part.part.key))
    return LossLine(
        code="",
        title=part.part.title,
        lost=part.unlisted.lost,
        earned=part.tally.earned,
        maximum=part.tally.maximum,
        score=None,
        row=None,
        responsible=(),
        tasks=after_it,
        coverage=Coverage.TASK if after_it else Coverage.NONE,
    )


def _touched(code: str, plan: Plan | None) -> _Touched:
    """The tasks that name a criterion, or else those for its whole area."""
    tasks = plan.tasks if plan else ()
    naming = tuple(task for task in tasks if names(task, code))
    by_area = tuple(task for task in tasks if touches(task, code))
    return {"tasks": naming or by_area, "coverage": coverage_of(code, tasks)}
