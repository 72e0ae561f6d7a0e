"""`parindex findings FILE [--json]`: what a plan overlooks, for people or as JSON."""

import argparse
import json
from collections.abc import Iterator, Sequence

from parindex.cli.layout import terminal_width, title, wrapped
from parindex.cli.output import print_refusal, print_result
from parindex.documents.reading import UnreadableDocument, read_plan
from parindex.domain.findings import FindingGroup, FindingItem, findings_as_data
from parindex.domain.wording import points as in_points
from parindex.services.improvement.findings import built_in_findings
from parindex.services.improvement.knowledge import built_in_knowledge

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
    groups = built_in_findings(plan)
    print_result(_as_json(groups) if options.json else "\n".join(_lines(groups, terminal_width())))
    return 0


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
