"""`parindex occurrences FILE|PLAN`: when the tasks of a plan fall due, and for whom."""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from parindex.cli.layout import title
from parindex.cli.output import print_refusal, print_result
from parindex.cli.site import prepare_home
from parindex.documents.reading import UnreadableDocument, read_plan
from parindex.domain.agencies import LEVEL_TITLES, AgencyDirectory
from parindex.domain.plans import Plan, Task
from parindex.domain.schedule import Due
from parindex.domain.wording import day as in_words
from parindex.services.improvement.knowledge import built_in_knowledge
from parindex.services.improvement.schedules import schedule_of, undated_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "plan", metavar="FILE|PLAN", help="a plan's document, or the number of a plan stored in PARINDEX_HOME"
    )
    parser.add_argument(
        "--from", dest="first", metavar="DATE", type=_day, default=date.min, help="first day (2018-01-01)"
    )
    parser.add_argument(
        "--to", dest="last", metavar="DATE", type=_day, default=date.max, help="last day, included"
    )
    parser.add_argument(
        "--json", action="store_true", help="print JSON: one object for each task, lead and date"
    )


def run(options: argparse.Namespace) -> int:
    """Print the due dates; 2 and one sentence on the error output where there is no such plan, or it cannot be read."""
    try:
        plan, agencies = _plan(options.plan)
    except UnreadableDocument as error:
        return print_refusal(error.vi)
    if plan is None:
        return print_refusal(f"Không có tệp và cũng không có kế hoạch đã lưu nào mang số “{options.plan}”.")
    dues = schedule_of(plan, first=options.first, last=options.last, agencies=agencies)
    print_result(_as_json(dues) if options.json else "\n".join(_lines(dues, undated_of(plan))))
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it like 2018-12-31") from error


def _plan(named: str) -> tuple[Plan | None, AgencyDirectory | None]:
    if Path(named).exists():
        return read_plan(named, name=named, knowledge_of=built_in_knowledge), None
    prepare_home()
    from parindex.services.improvement.stored_plans import stored_plan

    return stored_plan(named) or (None, None)


def _as_json(dues: Sequence[Due]) -> str:
    return json.dumps([_data(due) for due in dues], ensure_ascii=False, indent=2)


def _data(due: Due) -> dict[str, Any]:
    lead = {"agency_level": due.level.value} if due.level else {"agency": due.agency}
    return {
        "task": due.task,
        **lead,
        "due_date": due.due_date.isoformat(),
        "period": due.period,
        "passed_on_issue": due.passed_on_issue,
    }


def _lines(dues: Sequence[Due], without_date: Sequence[Task]) -> Iterator[str]:
    yield from title("Lịch của kế hoạch")
    for due in dues:
        lead = LEVEL_TITLES[due.level].vi if due.level else due.agency
        passed = "  (đã qua khi ký kế hoạch)" if due.passed_on_issue else ""
        yield f"{in_words(due.due_date, 'vi'):>10}  {due.period:<9}  NV {due.task:<4}  {lead}{passed}"
    if not dues:
        yield "Không có ngày nào trong khoảng này."
    for task in without_date:
        written = task.deadline.text if task.deadline else "không ghi thời hạn"
        yield f"Không có ngày: NV {task.number} ({written})"
