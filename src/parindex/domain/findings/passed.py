"""Deadlines that had passed on the day the plan was issued.

A task counts as passed when no date is left to it. Of a recurring one whose first date had passed while others
are to come, the first date is listed apart: it was missed, not the task.
"""

from collections.abc import Iterator
from datetime import date

from parindex.domain.deadlines import occurrences
from parindex.domain.findings.model import Evidence, FindingGroup, FindingItem, task_group, task_item
from parindex.domain.plans import Plan, Task
from parindex.domain.wording import day as in_words


def find(evidence: Evidence) -> Iterator[FindingGroup]:
    """`deadlines_passed_on_issue`, `first_dates_passed_on_issue`."""
    plan, issued = evidence.plan, evidence.plan.document.issued_date
    if issued is None:
        return
    dated = [(task, days) for task in plan.tasks if (days := _due_dates(plan, task))]
    over = [(task, days[-1]) for task, days in dated if days[-1] < issued]
    begun = [(task, days[0]) for task, days in dated if days[0] < issued <= days[-1]]
    if over:
        yield task_group(
            "deadlines_passed_on_issue",
            plan,
            [task for task, _ in over],
            (_item(plan, task, day) for task, day in over),
            vi="đã quá hạn ngay ngày ký kế hoạch.",
            en="already overdue on the day the plan was signed.",
        )
    if begun:
        yield task_group(
            "first_dates_passed_on_issue",
            plan,
            [task for task, _ in begun],
            (_item(plan, task, day) for task, day in begun),
            vi="định kỳ đã quá hạn kỳ đầu ngay khi ký kế hoạch; các kỳ sau vẫn còn.",
            en="whose first date had passed when the plan was signed; later ones remain.",
        )


def _due_dates(plan: Plan, task: Task) -> list[date]:
    if task.deadline is None:
        return []
    return [each.due_date for each in occurrences(task.deadline, plan.document.period)]


def _item(plan: Plan, task: Task, day: date) -> FindingItem:
    written = task.deadline.text if task.deadline else ""
    return task_item(
        plan,
        task,
        vi=f": {written}, tức {in_words(day, 'vi')}",
        en=f": {written}, that is {in_words(day, 'en')}",
        due_date=day,
    )
