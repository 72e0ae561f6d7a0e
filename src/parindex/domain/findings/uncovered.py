"""Lost points that no task is after, and those that only a task for the whole area touches."""

from collections.abc import Iterator

from parindex.domain.coverage import Coverage, coverage_of, touches
from parindex.domain.findings.model import Evidence, FindingGroup, is_lost, loss_group, loss_item
from parindex.domain.plans import Loss, Plan


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`losses_without_task`, `losses_with_area_task_only`."""
    plan = evidence.plan
    covered = [(loss, coverage_of(loss.criterion, plan.tasks)) for loss in plan.losses if is_lost(loss)]
    without = [loss for loss, coverage in covered if coverage is Coverage.NONE]
    by_area = [loss for loss, coverage in covered if coverage is Coverage.AREA]
    if without:
        yield loss_group(
            "losses_without_task",
            without,
            (loss_item(loss) for loss in without),
            vi="chưa có nhiệm vụ khắc phục.",
            en="that no task aims at.",
        )
    if by_area:
        yield loss_group(
            "losses_with_area_task_only",
            by_area,
            (loss_item(loss, tasks=_touching(plan, loss)) for loss in by_area),
            vi="chỉ có nhiệm vụ chung cho cả lĩnh vực.",
            en="that only a task for the whole area touches.",
        )


def _touching(plan: Plan, loss: Loss) -> tuple[str, ...]:
    return tuple(task.number for task in plan.tasks if touches(task, loss.criterion))
