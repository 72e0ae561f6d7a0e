"""Tasks that name no criterion, have no lead, or are led by a whole level."""

from collections.abc import Iterator

from parindex.domain.agencies import MatchKind
from parindex.domain.coverage import is_area
from parindex.domain.findings.model import Evidence, FindingGroup, FindingItem, task_group, task_item
from parindex.domain.plans import Plan, Task


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`tasks_without_criterion`, `tasks_without_lead`, `tasks_led_by_a_level`."""
    plan = evidence.plan
    yield from _without_criterion(plan, [task for task in plan.tasks if all(map(is_area, task.criteria))])
    if without_lead := [task for task in plan.tasks if not task.lead]:
        yield task_group(
            "tasks_without_lead",
            plan,
            without_lead,
            (task_item(plan, task, vi="", en="") for task in without_lead),
            vi="không có cơ quan chủ trì.",
            en="without a lead agency.",
        )
    if by_level := [task for task in plan.tasks if _is_led_by_a_level(evidence, task)]:
        yield task_group(
            "tasks_led_by_a_level",
            plan,
            by_level,
            (task_item(plan, t, vi=f": {', '.join(t.lead)}", en=f": {', '.join(t.lead)}") for t in by_level),
            vi="giao chung cho cả một cấp, chưa rõ cơ quan cụ thể.",
            en="led by a whole tier, no single agency.",
        )


def _without_criterion(plan: Plan, tasks: list[Task]) -> Iterator[FindingGroup]:
    if not tasks:
        return
    areas = sum(bool(task.criteria) for task in tasks)
    aims = sum(bool(task.aims) and not task.criteria for task in tasks)
    nothing = len(tasks) - areas - aims
    vi = _listed((aims, "chỉ nêu mục đích"), (areas, "chỉ nêu lĩnh vực"), (nothing, "không nêu"))
    en = _listed((aims, "naming only an aim"), (areas, "naming a whole area"), (nothing, "naming neither"))
    yield task_group(
        "tasks_without_criterion",
        plan,
        tasks,
        (_unnamed(plan, task) for task in tasks),
        vi=f"chưa gắn với tiêu chí cụ thể: {vi}.",
        en=f"without a criterion: {en}.",
    )


def _listed(*counts: tuple[int, str]) -> str:
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _unnamed(plan: Plan, task: Task) -> FindingItem:
    if task.criteria:
        areas = ", ".join(task.criteria)
        return task_item(
            plan,
            task,
            vi=f" nêu lĩnh vực {areas} thay cho tiêu chí",
            en=f" cites area {areas} instead of a criterion",
        )
    if task.aims:
        aims = "; ".join(task.aims)
        return task_item(plan, task, vi=f" chỉ nêu mục đích: {aims}", en=f" names only an aim: {aims}")
    return task_item(plan, task, vi=" không nêu tiêu chí hay mục đích", en=" names neither criterion nor aim")


def _is_led_by_a_level(evidence: Evidence, task: Task) -> bool:
    kinds = {evidence.directory.match(lead).kind for lead in task.lead}
    return bool(kinds & {MatchKind.LEVEL, MatchKind.GENERAL})
