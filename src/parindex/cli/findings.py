"""`parindex findings FILE [--json]`: what a plan overlooks, for people or as JSON."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from parindex.cli.layout import terminal_width, title, wrapped
from parindex.cli.output import print_refusal, print_result
from parindex.documents.reading import UnreadableDocument, read_plan
from parindex.domain.findings import FindingGroup, FindingItem, find_gaps, findings_as_data
from parindex.domain.plans import Plan
from parindex.domain.wording import points as in_points
from parindex.frameworks.agencies import directory_for
from parindex.frameworks.loader import framework_for
from parindex.services.knowledge import built_in_knowledge

_NONE = "Không thấy điều gì kế hoạch bỏ sót."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a plan: .docx, .md, .txt or .pdf with a text layer")
    parser.add_argument("--json", action="store_true", help="print JSON: kind, sentence, points, items")


def run(options: argparse.Namespace) -> int:
    """Print the gaps of a plan; 2 and one sentence on the error output when it cannot be read."""
    try:
        plan = read_plan(options.file, name=options.file, knowledge_of=built_in_knowledge)
    except UnreadableDocument as error:
        return print_refusal(error.vi)
    document = plan.document
    directory = directory_for(document.issuer, on=document.issued_date)
    groups = find_gaps(plan, directory=directory, part_maxima=_part_maxima(plan))
    print_result(_as_json(groups) if options.json else "\n".join(_lines(groups, terminal_width())))
    return 0


def _part_maxima(plan: Plan) -> Mapping[str, Decimal] | None:
    """Maxima of the framework of the year that the plan answers to, where it is known."""
    if plan.results.year is None:
        return None
    try:
        framework = framework_for(plan.results.year)
    except LookupError:
        return None
    return {part.key: part.maximum.points for part in framework.parts}


def _as_json(groups: Sequence[FindingGroup]) -> str:
    return json.dumps(findings_as_data(groups), ensure_ascii=False, indent=2)


def _lines(groups: Sequence[FindingGroup], width: int) -> Iterator[str]:
    yield from title("Kế hoạch còn bỏ sót")
    if not groups:
        yield _NONE
    for group in groups:
        yield ""
        yield from wrapped(group.rest.vi, width=width, first=f"{group.figure.vi:>6}  ", rest=" " * 8)
        for item in group.items:
            yield from wrapped(_said(item), width=width, first=" " * 8 + "· ", rest=" " * 10)


def _said(item: FindingItem) -> str:
    points = "" if item.points is None else f" ({in_points(item.points, 'vi')} điểm)"
    tasks = f" – nhiệm vụ {', '.join(item.tasks)}" if item.tasks and item.criterion and item.points else ""
    return f"{item.text.vi}{points}{tasks}"
