"""Frameworks as plain data (JSON) and back: what an installation keeps of its own sets of criteria.

The shape is that of a framework file: every scalar is text, as it is written.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from parindex.domain.framework import Framework
from parindex.domain.rules.base import Sentence
from parindex.frameworks.known import KnownFramework as KnownFramework
from parindex.frameworks.known import built_in_frameworks as built_in_frameworks
from parindex.frameworks.known import path_of
from parindex.frameworks.loader import framework_of
from parindex.frameworks.problems import InvalidData, Problem
from parindex.frameworks.yaml_source import DEEPEST, Place, Plain, read_yaml

_NAMES = ("code", "key", "name", "level", "event", "fact")


def framework_data(framework_id: str) -> dict[str, Plain]:
    """The data of a built-in framework. Raises `UnknownFramework`."""
    return cast("dict[str, Plain]", read_yaml(path_of(framework_id)).data)


def framework_from_data(data: Mapping[str, Any], *, name: str = "") -> Framework:
    """The framework that the data describe, checked as a file is; `name` is what problems call the data.

    Raises `InvalidData` with every problem and its place ("criteria 1.2 → rule → kind").
    """
    document = _StoredDocument(path=Path(name or str(data.get("id", "bộ tiêu chí"))), data=dict(data))
    unreadable = [document.problem(place, said) for place, said in _unreadable(document.data)]
    if unreadable:
        raise InvalidData(unreadable)
    return framework_of(document)


def data_digest(data: Mapping[str, Any]) -> str:
    """SHA-256 of the data, in hexadecimal digits; the order of keys makes no difference."""
    return sha256(json.dumps(data, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class _StoredDocument:
    """Data without lines: a problem names the keys that lead to it."""

    path: Path
    data: Plain

    def problem(self, place: Place, said: Sentence) -> Problem:
        return Problem(path=self.path, line=0, said=said, place=_readable(self.data, place))


def _readable(data: Any, place: Place) -> str:
    """A place in words: elements of lists by what names them, else by their number from 1.

    Steps that the data do not hold (a union's tag) are skipped.
    """
    words = ""
    for step in place:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
            words += f" {_name(data) or step + 1}"
        elif isinstance(data, dict) and step in data:
            data = data[step]
            words += f" → {step}"
    return words.removeprefix(" → ")


def _name(element: Any) -> str:
    if not isinstance(element, dict):
        return ""
    return next((element[key] for key in _NAMES if isinstance(element.get(key), str)), "")


def _unreadable(data: Any, place: Place = ()) -> Iterator[tuple[Place, Sentence]]:
    if len(place) > DEEPEST:
        yield (
            place,
            Sentence(vi=f"lồng quá {DEEPEST} tầng", en=f"nested more than {DEEPEST} levels deep"),
        )
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _unreadable(value, (*place, key))
    elif not isinstance(data, str):
        yield place, Sentence(vi=f"“{data}” phải viết thành chữ", en=f"“{data}” must be written as text")
