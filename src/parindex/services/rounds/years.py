"""Kỳ đánh giá: opening a year, and its milestones."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from django.db import transaction

from parindex.domain.rights import Right
from parindex.domain.wording import day as said_day
from parindex.domain.workflow import MILESTONE_TITLES, Milestone
from parindex.records.models import (
    Agency,
    AssessmentRound,
    FrameworkVersion,
    RoundMilestone,
    RoundUnit,
)
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record


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
    actor = actor.require(Right.MANAGE_ROUNDS)
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
    actor = actor.require(Right.MANAGE_ROUNDS)
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
