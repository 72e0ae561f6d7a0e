"""Đường dẫn: plain nested data (texts, lists, dictionaries) as one row for each text, and back, exactly.

A path is written as in `rule.bands.0.at_least`: digits are places in a list, and a key that is not a plain word
stands in quotes. A value is its text; what a cell would not give back (blanks at the ends, control characters, an
empty text) stands in quotes with JSON's escapes. `[]` and `{}` are the empty list and dictionary.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from parindex.documents.tables import cells
from parindex.documents.tables.errors import Unfit

DEEPEST = 40
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_STEP = re.compile(
    r'(?P<place>0|[1-9][0-9]{0,5})|(?P<word>[A-Za-z_][A-Za-z0-9_-]*)|(?P<quoted>"(?:[^"\\]|\\.)*")'
)
_COMMA_NUMBER = re.compile(r"[-−]?[0-9]+,[0-9]+")

Path = tuple[str | int, ...]
Plain = Any  # str | list[Plain] | dict[str, Plain]
Leaf = Plain  # a text, an empty list or an empty dictionary


def leaves(data: Plain, path: Path = ()) -> Iterator[tuple[Path, Leaf]]:
    """Every text, empty list and empty dictionary with its path, in order. Raises `ValueError` for other data."""
    if isinstance(data, str) or not data:
        if not isinstance(data, str | list | dict):
            raise ValueError(f"{data!r} is neither text, list nor dictionary")
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, Sequence):
        for place, value in enumerate(data):
            yield from leaves(value, (*path, place))
    else:
        raise ValueError(f"{data!r} is neither text, list nor dictionary")


def built(found: Iterable[tuple[Path, Leaf]]) -> Plain:
    """The data of these leaves; places of lists may have gaps. Raises `Unfit` where leaves contradict each other."""
    root = _Node()
    for path, leaf in found:
        _put(root, path, leaf)
    return _listed(root)


def path_in_words(path: Path) -> str:
    """A path as a cell shows it."""
    return ".".join(map(_step_in_words, path))


def read_path(said: str) -> Path:
    """The path that a cell shows. Raises `Unfit`."""
    path: list[str | int] = []
    position = 0
    while match := _STEP.match(said, position):
        path.append(_step(match))
        position = match.end() + 1
        if match.end() == len(said) and len(path) <= DEEPEST:
            return tuple(path)
        if said[match.end() : position] != ".":
            break
    raise Unfit(
        f"“{said}” không phải là đường dẫn như bands.0.earns", f"“{said}” is no path such as bands.0.earns"
    )


def leaf_in_words(leaf: Leaf) -> str:
    """A leaf as a cell shows it."""
    if not isinstance(leaf, str):
        return "[]" if isinstance(leaf, list) else "{}"
    return leaf if _comes_back(leaf) else quoted(leaf)


def read_leaf(said: str) -> Leaf:
    """The leaf that a cell shows; a number with a comma is given with a point."""
    if said in {"[]", "{}"}:
        return [] if said == "[]" else {}
    return said.replace(",", ".").replace("−", "-") if _COMMA_NUMBER.fullmatch(said) else text_of(said)


def quoted(text: str) -> str:
    """A text in quotes, in letters that no spreadsheet changes."""
    return json.dumps(text)


def text_of(said: str) -> str:
    """The text in quotes where they hold all of it; otherwise the words as they stand."""
    text = _unquoted(said)
    return said if text is None else text


def _unquoted(said: str) -> str | None:
    try:
        text = json.loads(said) if said.startswith('"') else None
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def _comes_back(text: str) -> bool:
    return text != "" and text == cells.clean(text) and read_leaf(text) == text


def _step_in_words(step: str | int) -> str:
    if isinstance(step, int):
        return str(step)
    return step if _WORD.fullmatch(step) else quoted(step)


def _step(match: re.Match[str]) -> str | int:
    if match["place"] is not None:
        return int(match["place"])
    return match["word"] or text_of(match["quoted"])


class _Node(dict[str | int, Any]):
    """A list or dictionary while its leaves are put into it; an empty dictionary is a leaf."""


def _put(root: _Node, path: Path, leaf: Leaf) -> None:
    node = root
    for step in path[:-1]:
        node = node.setdefault(step, _Node())
        if not isinstance(node, _Node):
            raise _contradiction(path)
    if path[-1] in node:
        raise _contradiction(path)
    node[path[-1]] = leaf


def _listed(node: Plain) -> Plain:
    """Nodes as the lists and dictionaries that they are."""
    if not isinstance(node, _Node):
        return node
    if all(isinstance(step, str) for step in node):
        return {step: _listed(value) for step, value in node.items()}
    if not all(isinstance(step, int) for step in node):
        raise Unfit(
            "một chỗ không thể vừa là danh sách vừa có tên", "one place cannot be a list and have names"
        )
    return [_listed(node[place]) for place in sorted(node)]


def _contradiction(path: Path) -> Unfit:
    said = path_in_words(path)
    return Unfit(f"đường dẫn “{said}” có hai lần", f"the path “{said}” is there twice")
