"""The documents mention what exists: rule kinds, findings, commands, make targets, words of the domain."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from parindex.cli import COMMANDS
from parindex.domain.agencies import AgencyLevel
from parindex.domain.coverage import Coverage
from parindex.domain.deadlines import DeadlineKind
from parindex.domain.facts import FactKind
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.family import RULE_KINDS, AnyRule
from parindex.domain.sources import Certainty

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
FINDINGS = ROOT / "src" / "parindex" / "domain" / "findings"
TARGET = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PICTURES = "docs/screenshots/"  # taken by `make screenshots`


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def rows_of(name: str) -> dict[str, str]:
    """The rows of a document's tables by the code in their first cell."""
    return dict(re.findall(r"^\| `([a-z_]+)` \|(.*)$", text_of(name), re.MULTILINE))


@pytest.mark.parametrize("kind", RULE_KINDS, ids=lambda kind: kind.__name__)
def test_a_rule_kind_has_its_row_with_every_parameter(kind: type[AnyRule]):
    row = rows_of("docs/rules.md")[str(kind.__dataclass_fields__["kind"].default)]

    unsaid = [field.name for field in fields(kind) if field.name != "kind" and f"`{field.name}`" not in row]

    assert unsaid == []


def test_the_table_of_rule_kinds_names_no_other():
    assert len(rows_of("docs/rules.md")) == len(RULE_KINDS)


def test_the_table_of_findings_names_every_kind_with_its_file():
    listed = {
        (kind, re.findall(r"`(\w+\.py)`", row)[-1]) for kind, row in rows_of("docs/findings.md").items()
    }

    assert listed == set(finding_kinds())


def finding_kinds() -> Iterator[tuple[str, str]]:
    """Every kind that a `find` names in its docstring, and that its file yields."""
    for path in sorted(FINDINGS.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        finds = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "find"]
        for kind in re.findall(r"`([a-z_]+)`", (ast.get_docstring(finds[0]) or "") if finds else ""):
            assert f'"{kind}"' in path.read_text(encoding="utf-8")
            yield kind, path.name


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_told_in_both_languages(command: str):
    assert text_of("README.md").count(f"| `parindex {command}") == 2


@pytest.mark.parametrize("target", TARGET.findall(text_of("Makefile")))
def test_a_make_target_is_in_the_list_of_commands(target: str):
    assert f"| `make {target}` |" in text_of("CONTRIBUTING.md")


@pytest.mark.parametrize("words", [AgencyLevel, Certainty, Coverage, DeadlineKind, FactKind, Outcome])
def test_the_glossary_holds_every_word_of_an_enumeration(words: type[StrEnum]):
    glossary = text_of("docs/glossary.md")

    assert [word.value for word in words if f"`{word.value}`" not in glossary] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_to_files_that_exist(document: Path):
    targets = [
        target for target in LINK.findall(document.read_text(encoding="utf-8")) if PICTURES not in target
    ]

    assert [target for target in targets if not (document.parent / target).exists()] == []
