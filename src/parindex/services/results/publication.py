"""Công bố: what would become public, what is missing, and doing it, with what was announced of the province."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db import transaction

from parindex.domain.agencies import AgencyLevel
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.wording import points as said_points
from parindex.domain.workflow import Stage
from parindex.records.models import AssessmentRound, PublishedResult, RoundUnit
from parindex.records.queries.results import AwardedRow, announced_total, awarded_rows, round_of
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.sheets.awards import MOST_DECIMALS
from parindex.services.sheets.moves import publish

_READY = frozenset({Stage.APPRAISED, Stage.FINAL, Stage.PUBLISHED})


@dataclass(frozen=True, kw_only=True, slots=True)
class Announcement:
    """What a document announces of a province's year; None for what it leaves out."""

    points: Decimal | None
    rank: int | None
    source: str


class Lack(StrEnum):
    """What a unit still lacks before it can be published, in the order of the year."""

    NO_ROWS = "no_rows"
    UNSENT = "unsent"
    UNJUDGED = "unjudged"
    EXPLAINED = "explained"  # its agency explained itself: the second appraisal is due


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitReadiness:
    """How ready one unit is: rows, how many lack what, points given, and losses that nobody answers for."""

    unit: RoundUnit
    rows: int
    lacking: Mapping[Lack, int]
    awarded: Decimal
    unowned: int
    unowned_points: Decimal

    @property
    def waiting(self) -> int:
        """The rows that are not appraised for good."""
        return sum(self.lacking.values())

    @property
    def is_ready(self) -> bool:
        return self.rows > 0 and self.waiting == 0

    def lacks(self, lack: Lack) -> bool:
        return not self.rows if lack is Lack.NO_ROWS else lack in self.lacking


@dataclass(frozen=True, kw_only=True)
class Publication:
    """A round on the eve of its publication; `announced` is what is stored of the province's total already."""

    round: AssessmentRound
    units: tuple[UnitReadiness, ...]
    announced: PublishedResult | None

    @property
    def rows(self) -> int:
        return sum(unit.rows for unit in self.units)

    @property
    def waiting(self) -> int:
        return sum(unit.waiting for unit in self.units)

    @property
    def unowned(self) -> int:
        return sum(unit.unowned for unit in self.units)

    @property
    def unowned_points(self) -> Decimal:
        return sum((unit.unowned_points for unit in self.units), ZERO)

    @property
    def is_ready(self) -> bool:
        return bool(self.units) and all(unit.is_ready for unit in self.units)

    @property
    def missing(self) -> Mapping[Lack, tuple[UnitReadiness, ...]]:
        """What is missing before it can be published, with the units that lack it."""
        found = {lack: tuple(unit for unit in self.units if unit.lacks(lack)) for lack in Lack}
        return {lack: units for lack, units in found.items() if units}

    @property
    def takes_announcement(self) -> bool:
        """Whether a total and a rank among all provinces are announced for it, and not stored yet."""
        return self.round.level == AgencyLevel.PROVINCE and self.announced is None


def publication(round_pk: int, *, actor: Actor) -> Publication | None:
    """What a round's publication would make public; None where there is no such round. Four queries."""
    round_ = round_of(round_pk)
    if round_ is None:
        return None
    actor.require(Right.PUBLISH)
    framework = framework_of(round_.framework)
    rows: dict[int, list[AwardedRow]] = defaultdict(list)
    for row in awarded_rows(round_):
        rows[row.unit].append(row)
    units = list(round_.units.select_related("agency", "round"))
    is_province = round_.level == AgencyLevel.PROVINCE and len(units) == 1
    return Publication(
        round=round_,
        units=tuple(_readiness(unit, rows[unit.pk], framework) for unit in units),
        announced=announced_total(units[0]) if is_province else None,
    )


@transaction.atomic
def publish_round(
    *, actor: Actor, round_pk: int, confirmed: str, announcement: Announcement | None = None, today: date
) -> int:
    """Publish a round for good, once its year was typed to confirm it; returns how many rows.

    Raises `DeedError` where the year was mistyped, rows wait for their appraisal, or an announcement has no source.
    """
    actor = actor.require(Right.PUBLISH)
    seen = publication(round_pk, actor=actor)
    if seen is None or confirmed.strip() != str(seen.round.year):
        raise DeedError(
            "Chưa công bố: năm gõ để xác nhận không đúng với năm của kỳ này.",
            "Not published: the year typed to confirm is not that of this round.",
        )
    if seen.waiting:
        raise DeedError(
            f"Chưa công bố: còn {seen.waiting} dòng chưa thẩm định xong.",
            f"Not published: {seen.waiting} rows are not appraised yet.",
        )
    if not seen.is_ready:
        raise DeedError(
            "Chưa công bố: có đơn vị chưa có dòng nào trong phiếu.",
            "Not published: a unit has no row on any sheet.",
        )
    published = publish(actor=actor, round_=seen.round, today=today)
    if announcement and seen.takes_announcement:
        _require_possible(announcement, framework_of(seen.round.framework))
        _store(announcement, seen.units[0].unit, actor)
    return published


def _readiness(unit: RoundUnit, rows: list[AwardedRow], framework: Framework) -> UnitReadiness:
    lost = [_lost(row, framework) for row in rows if not row.is_owned]
    return UnitReadiness(
        unit=unit,
        rows=len(rows),
        lacking=Counter(lack for row in rows if (lack := _lack(row.stage))),
        awarded=sum((row.awarded or ZERO for row in rows), ZERO),
        unowned=sum(points > 0 for points in lost),
        unowned_points=sum(lost, ZERO),
    )


def _lack(stage: Stage) -> Lack | None:
    if stage in _READY:
        return None
    return {Stage.SENT: Lack.UNJUDGED, Stage.EXPLAINED: Lack.EXPLAINED}.get(stage, Lack.UNSENT)


def _lost(row: AwardedRow, framework: Framework) -> Decimal:
    criterion = framework.criterion(row.criterion)
    if row.awarded is None or criterion is None or criterion.maximum is None or row.stage not in _READY:
        return ZERO
    return criterion.maximum.points - row.awarded


def _require_possible(announcement: Announcement, framework: Framework) -> None:
    if not announcement.source.strip():
        raise DeedError(
            "Chưa công bố: phải ghi nguồn của điểm, hạng được công bố.",
            "Not published: name the source of the announced points and rank.",
        )
    given, most = announcement.points, framework.total
    if given is not None and not (0 <= given <= most and given == round(given, MOST_DECIMALS)):
        raise DeedError(
            f"Chưa công bố: tổng điểm phải từ 0 đến {said_points(most, 'vi')}, nhiều nhất {MOST_DECIMALS} chữ số "
            "thập phân.",
            f"Not published: the total must be 0 to {said_points(most, 'en')}, with at most {MOST_DECIMALS} decimals.",
        )


def _store(announcement: Announcement, unit: RoundUnit, actor: Actor) -> None:
    row = PublishedResult.objects.create(
        year=unit.round.year,
        scope="province",
        subject=unit.place_name,
        measure="total",
        statistic="value",
        points=announcement.points,
        rank=announcement.rank,
        trust="high",
        source=announcement.source.strip(),
    )
    record(
        actor=actor,
        deed="store_announced",
        subject=str(row),
        about=[f"round:{unit.round_id}"],
        points=None if row.points is None else str(row.points),
        rank=row.rank,
        source=row.source,
    )
