"""`parindex score [FACTS.yaml]`: points with their explanation, and whether they agree with what was announced."""

import argparse
from pathlib import Path

from parindex.cli.output import print_refusal, print_result
from parindex.domain.framework import Framework
from parindex.domain.losses import reconcile
from parindex.domain.scoring import FrameworkScore, score_framework
from parindex.domain.wording import Language
from parindex.frameworks.facts_file import VINH_PHUC_2017, RoundFacts, load_facts
from parindex.frameworks.known import UnknownFramework
from parindex.frameworks.loader import framework_for, load_framework
from parindex.frameworks.problems import InvalidData


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "facts", metavar="FACTS.yaml", nargs="?", type=Path, default=VINH_PHUC_2017,
        help="a file of facts (default: Vĩnh Phúc, 2017)",
    )  # fmt: skip
    parser.add_argument("--framework", metavar="ID", help="a built-in framework, or a framework file")
    parser.add_argument("--explain", metavar="CODE", help="say all about one criterion")
    parser.add_argument("--lang", choices=["vi", "en"], default="vi", help="language of the text")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print a score; 2 and what is wrong, line by line, on the error output when a file cannot be used."""
    try:
        given = None if options.framework is None else _framework(options.framework)
        facts = load_facts(options.facts, given)
        framework = given or framework_for(facts.framework_id)
    except (InvalidData, UnknownFramework) as error:
        return print_refusal(str(error))
    score = score_framework(framework, facts.book)
    if options.explain and framework.criterion(options.explain) is None:
        return print_refusal(_no_criterion(options.explain, framework, options.lang))
    print_result(_text(score, facts, options))
    return 0


def _framework(named: str) -> Framework:
    is_file = named.endswith((".yaml", ".yml"))
    return load_framework(Path(named)) if is_file else framework_for(named)


def _no_criterion(code: str, framework: Framework, language: Language) -> str:
    if language == "en":
        return f"The framework {framework.id} lists no criterion {code}."
    return f"Bộ tiêu chí {framework.id} không liệt kê tiêu chí {code}."


def _text(score: FrameworkScore, facts: RoundFacts, options: argparse.Namespace) -> str:
    # Loaded only when asked for: the two ways of printing share nothing.
    differences = reconcile(score, results=facts.results)
    if options.json:
        from parindex.cli.score_json import score_as_json

        return score_as_json(score, facts, differences, code=options.explain)
    from parindex.cli.layout import terminal_width
    from parindex.cli.score_text import ScoreText

    text = ScoreText(score=score, facts=facts, language=options.lang, width=terminal_width())
    lines = text.criterion(options.explain) if options.explain else text.whole(differences)
    return "\n".join(lines).lstrip("\n")
