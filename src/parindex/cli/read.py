"""`parindex read FILE [--json]`: what a plan document says, for people or as JSON."""

import argparse

from parindex.cli.output import print_refusal, print_result
from parindex.documents.reading import UnreadableDocument, plan_as_data, read_plan
from parindex.domain.plans import Plan
from parindex.services.improvement.knowledge import built_in_knowledge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a plan: .docx, .md, .txt or .pdf with a text layer")
    parser.add_argument("--json", action="store_true", help="print JSON (see docs/plan-schema.md)")


def run(options: argparse.Namespace) -> int:
    """Print a plan; 2 and one sentence on the error output when it cannot be read."""
    try:
        plan = read_plan(options.file, name=options.file, knowledge_of=built_in_knowledge)
    except UnreadableDocument as error:
        return print_refusal(error.vi)
    print_result(_as_json(plan) if options.json else _as_text(plan))
    return 0


def _as_json(plan: Plan) -> str:
    import json

    return json.dumps(plan_as_data(plan), ensure_ascii=False, indent=2)


def _as_text(plan: Plan) -> str:
    from parindex.cli.layout import terminal_width
    from parindex.cli.plan_text import plan_lines

    return "\n".join(plan_lines(plan, width=terminal_width()))
