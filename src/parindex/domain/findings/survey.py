"""Survey points that neither a row nor a task of the plan names.

With the parts' maxima the loss of each survey is known. Without them only what the register leaves over is:
100 less the total less the register; it is held against the survey where the plan tells the survey's result.
"""

from collections.abc import Iterator
from decimal import Decimal

from parindex.domain.findings.model import (
    Evidence,
    FindingGroup,
    FindingItem,
    counted,
    points_figure,
    sum_lost,
    task_item,
)
from parindex.domain.plans import Plan, Task
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.surveys import names_survey, speaks_of_survey, words_of

FULL_SCORE = Decimal(100)
_PARTS = ("sipas", "officials")
_NAMES = {
    "sipas": Sentence(vi="khảo sát người dân, tổ chức (SIPAS)", en="the survey of citizens (SIPAS)"),
    "officials": Sentence(vi="khảo sát công chức, lãnh đạo", en="the survey of officials and leaders"),
    "survey": Sentence(vi="điều tra xã hội học", en="the sociological survey"),
    "left_over": Sentence(
        vi="điều tra xã hội học (nếu sổ trừ điểm đã đủ phần trực tiếp)",
        en="the sociological survey (if the register of the direct part is complete)",
    ),
}


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`survey_points_without_row_or_task`."""
    lost = _lost_by_part(evidence) if evidence.maxima else _left_over(evidence.plan)
    overlooked = {
        part: points for part, points in lost.items() if points > 0 and not _is_seen(evidence.plan, part)
    }
    if not overlooked:
        return
    points = sum(overlooked.values(), ZERO)
    misdirected = _tasks_for_the_first(evidence.plan)
    yield FindingGroup(
        kind="survey_points_without_row_or_task",
        figure=points_figure(points),
        rest=_rest(list(overlooked), len(misdirected)),
        items=(
            *(_part_item(evidence.plan, part, lost_points) for part, lost_points in overlooked.items()),
            *(
                task_item(
                    evidence.plan, task, vi=" dành cho SIPAS, đã xếp thứ 1", en=" goes to SIPAS, ranked first"
                )
                for task in misdirected
            ),
        ),
        points=points,
    )


def _rest(parts: list[str], misdirected: int) -> Sentence:
    where_vi = " và ".join(_NAMES[part].vi for part in parts)
    where_en = " and ".join(_NAMES[part].en for part in parts)
    vi = f"điểm mất ở {where_vi} mà không dòng nào trong sổ trừ điểm và không nhiệm vụ nào nhắc tới"
    en = f"points lost in {where_en} that no row of the register and no task names"
    if not misdirected:
        return Sentence(vi=f"{vi}.", en=f"{en}.")
    tasks = counted(misdirected, "task goes", "tasks go")
    return Sentence(
        vi=f"{vi}; {misdirected} nhiệm vụ lại dành cho SIPAS, vốn đã xếp thứ 1.",
        en=f"{en}; {tasks} to SIPAS, which is already ranked first.",
    )


def _lost_by_part(evidence: Evidence) -> dict[str, Decimal]:
    """Points lost in each survey whose maximum and result are known; else in the survey as a whole."""
    by_part = {part: _lost(evidence, part) for part in _PARTS}
    if None in by_part.values():
        by_part = {"survey": _lost(evidence, "survey")}
    return {part: points for part, points in by_part.items() if points is not None} or _left_over(
        evidence.plan
    )


def _lost(evidence: Evidence, part: str) -> Decimal | None:
    result, maximum = evidence.plan.results.part(part), evidence.maxima.get(part)
    return maximum - result.points if maximum is not None and result and result.points is not None else None


def _left_over(plan: Plan) -> dict[str, Decimal]:
    """What the register leaves of the points lost in all, where the plan has a register and tells of a survey."""
    total = plan.results.part("total")
    has_survey = any(plan.results.part(part) for part in _NAMES)
    if not (total and total.points is not None and plan.losses and has_survey):
        return {}
    return {"left_over": FULL_SCORE - total.points - sum_lost(plan.losses)}


def _is_seen(plan: Plan, part: str) -> bool:
    """Whether a row or a task speaks of a survey; of the survey as a whole SIPAS is the best part once it is first."""
    is_whole = part not in _PARTS
    parts = (
        ("officials", "sipas")
        if is_whole and not _is_first(plan)
        else ("officials",)
        if is_whole
        else (part,)
    )
    rows = (f"{loss.name} {loss.justification}" for loss in plan.losses)
    said = (*rows, *(words_of(task) for task in plan.tasks))
    return any(speaks_of_survey(text, each) for text in said for each in parts)


def _tasks_for_the_first(plan: Plan) -> list[Task]:
    return [task for task in plan.tasks if _is_first(plan) and names_survey(words_of(task), "sipas")]


def _is_first(plan: Plan) -> bool:
    sipas = plan.results.part("sipas")
    return sipas is not None and sipas.rank == 1


def _part_item(plan: Plan, part: str, points: Decimal) -> FindingItem:
    result = plan.results.part(part)
    rank_vi = f", hạng {result.rank}" if result and result.rank else ""
    rank_en = f", rank {result.rank}" if result and result.rank else ""
    name = _NAMES[part]
    vi, en = f"{name.vi}{rank_vi}", f"{name.en}{rank_en}"
    return FindingItem(text=Sentence(vi=vi[0].upper() + vi[1:], en=en[0].upper() + en[1:]), points=points)
