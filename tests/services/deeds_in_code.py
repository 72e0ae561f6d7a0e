"""The deeds that the code records, found in its source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import parindex.services
import parindex.web.accounts

_RECORDERS = {"record", "_record", "_log", "_attach", "record_access", "record_refused", "_person", "_factor"}
_DEED = re.compile(r"[a-z]+(_[a-z]+)+|invite|publish")


def deeds_in_code() -> set[str]:
    """Every deed that is written out where an entry of the log is added, or stands in the table of signals."""
    services, accounts = Path(parindex.services.__path__[0]), Path(parindex.web.accounts.__path__[0])
    called = {deed for path in services.rglob("*.py") for deed in _named_in_calls(path)}
    refused = {deed for path in accounts.rglob("*.py") for deed in _named_in_calls(path)}
    return called | refused | set(_signals(accounts / "journal.py"))


def _named_in_calls(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _RECORDERS:
            named = [keyword.value for keyword in node.keywords if keyword.arg == "deed"]
            yield from _deeds(named or node.args)


def _signals(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple):
            yield from _deeds(node.elts)


def _deeds(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and _DEED.fullmatch(str(node.value)):  # type: ignore[attr-defined]
            yield str(node.value)  # type: ignore[attr-defined]
