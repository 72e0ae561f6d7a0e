"""The deeds that the services record, found in their source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import parindex.services

_RECORDERS = {"record", "_record"}


def deeds_in_code() -> set[str]:
    """Every deed that is written out where an entry of the log is added."""
    folder = Path(parindex.services.__path__[0])
    return {deed for path in folder.rglob("*.py") for deed in _deeds_of(path)}


def _deeds_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _RECORDERS:
            named = [keyword.value for keyword in node.keywords if keyword.arg == "deed"]
            given = [*named, *([] if named else node.args)]
            yield from (
                one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)
            )
