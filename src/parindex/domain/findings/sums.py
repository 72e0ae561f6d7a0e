"""Figures that do not add up: inside a row of the register, among the results, and between the two."""

from collections.abc import Iterator
from decimal import Decimal

from parindex.domain.findings.model import (
    Evidence,
    FindingGroup,
    FindingItem,
    counted,
    points_figure,
    sum_lost,
)
from parindex.domain.plans import Loss, Plan
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.wording import points as in_points

_SUMS = (
    ("total", ("direct", "survey")),
    ("direct", ("appraised", "impact")),
    ("survey", ("sipas", "officials")),
)
_NAMES = {
    "total": Sentence(vi="tổng điểm", en="total"),
    "direct": Sentence(vi="đánh giá trực tiếp", en="direct assessment"),
    "survey": Sentence(vi="điều tra xã hội học", en="survey"),
    "appraised": Sentence(vi="thẩm định", en="appraisal"),
    "impact": Sentence(vi="tác động", en="impact"),
    "sipas": Sentence(vi="SIPAS", en="SIPAS"),
    "officials": Sentence(vi="công chức, lãnh đạo", en="officials"),
}


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`rows_not_adding_up`; the points are what the figures are apart."""
    items = (
        *(item for loss in evidence.plan.losses for item in _in_row(loss)),
        *_among_results(evidence.plan),
        *_register_against_results(evidence),
    )
    if not items:
        return
    apart = sum((item.points or ZERO for item in items), ZERO)
    yield FindingGroup(
        kind="rows_not_adding_up",
        figure=points_figure(apart),
        rest=Sentence(
            vi=f"điểm chênh lệch ở {len(items)} chỗ số liệu không khớp.",
            en=f"points apart in {counted(len(items), 'place', 'places')} where figures do not add up.",
        ),
        items=items,
        points=apart,
    )


def _in_row(loss: Loss) -> Iterator[FindingItem]:
    label = f"{loss.criterion} {loss.name}"
    if loss.maximum is not None and loss.earned is not None and loss.lost is not None and not loss.adds_up:
        yield _item(
            Sentence(vi=f"{label}: điểm chuẩn trừ điểm đạt", en=f"{label}: maximum less earned"),
            loss.maximum - loss.earned,
            Sentence(vi="điểm bị trừ ghi", en="the lost points are printed as"),
            loss.lost,
            criterion=loss.criterion,
        )
    events = [event.points for event in loss.events if event.points is not None]
    if (
        events
        and len(events) == len(loss.events)
        and loss.lost is not None
        and sum(events, ZERO) != loss.lost
    ):
        yield _item(
            Sentence(vi=f"{label}: cộng các lần trừ", en=f"{label}: the deductions add up to"),
            sum(events, ZERO),
            Sentence(vi="điểm bị trừ ghi", en="the lost points are printed as"),
            loss.lost,
            criterion=loss.criterion,
        )


def _among_results(plan: Plan) -> Iterator[FindingItem]:
    for whole, parts in _SUMS:
        printed, summands = _points(plan, whole), [_points(plan, part) for part in parts]
        known = [points for points in summands if points is not None]
        if printed is not None and len(known) == len(parts) and sum(known, ZERO) != printed:
            yield _item(
                Sentence(
                    vi=" cộng ".join(_NAMES[part].vi for part in parts),
                    en=" and ".join(_NAMES[part].en for part in parts),
                ),
                sum(known, ZERO),
                Sentence(vi=f"{_NAMES[whole].vi} ghi", en=f"{_NAMES[whole].en} is printed as"),
                printed,
            )


def _register_against_results(evidence: Evidence) -> Iterator[FindingItem]:
    """The register against the direct part's loss. One that goes beyond it holds survey rows, and is not judged."""
    earned, maximum = _points(evidence.plan, "direct"), evidence.maxima.get("direct")
    registered = sum_lost(evidence.plan.losses)
    if earned is None or maximum is None or not evidence.plan.losses or registered >= maximum - earned:
        return
    yield _item(
        Sentence(vi="Cộng sổ trừ điểm", en="The register adds up to"),
        registered,
        Sentence(vi="phần đánh giá trực tiếp mất", en="the direct part lost"),
        maximum - earned,
    )


def _points(plan: Plan, part: str) -> Decimal | None:
    result = plan.results.part(part)
    return result.points if result else None


def _item(
    left: Sentence, computed: Decimal, right: Sentence, printed: Decimal, criterion: str = ""
) -> FindingItem:
    return FindingItem(
        text=Sentence(
            vi=f"{left.vi} {in_points(computed, 'vi')}, {right.vi} {in_points(printed, 'vi')}",
            en=f"{left.en} {in_points(computed, 'en')}, {right.en} {in_points(printed, 'en')}",
        ),
        criterion=criterion,
        points=abs(computed - printed),
    )
