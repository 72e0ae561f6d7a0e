"""`parindex read FILE [--json]`: what a plan document says, for people or as JSON."""

import argparse
import os
import sys
from io import TextIOWrapper
from typing import Any

from parindex.cli.context import plan_context
from parindex.documents.reading import UnreadableDocument, plan_as_data, read_plan
from parindex.domain.plans import Plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a plan: .docx, .md, .txt or .pdf with a text layer")
    parser.add_argument("--json", action="store_true", help="print JSON (see docs/plan-schema.md)")


def run(options: argparse.Namespace) -> int:
    """Print a plan; 2 and one sentence on the error output when it cannot be read."""
    criteria, directory = plan_context()
    try:
        plan = read_plan(options.file, name=options.file, known_criteria=criteria, directory=directory)
    except UnreadableDocument as error:
        _speak_utf8(sys.stderr)
        print(error.vi, file=sys.stderr)
        return 2
    _speak_utf8(sys.stdout)
    try:
        print(_as_json(plan) if options.json else _as_text(plan), flush=True)
    except BrokenPipeError:  # whoever reads has read enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _as_json(plan: Plan) -> str:
    import json

    return json.dumps(plan_as_data(plan), ensure_ascii=False, indent=2)


def _as_text(plan: Plan) -> str:
    from parindex.cli.layout import terminal_width
    from parindex.cli.plan_text import plan_lines

    return "\n".join(plan_lines(plan, width=terminal_width()))


def _speak_utf8(stream: Any) -> None:
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
