"""YAML files as text: what is written is what is read, with the line of everything.

All scalars stay strings, so that 1.10, no and 2018-07-18 keep what is written; types are the schema's business.
Files come from users too: aliases, tags, duplicate keys, deep nesting and huge files are refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from parindex.domain.rules.base import Sentence
from parindex.frameworks.problems import InvalidData, Problem

LARGEST_BYTES = 500_000
DEEPEST = 20

Key = str | int
Place = tuple[Key, ...]
Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, kw_only=True, slots=True)
class YamlDocument:
    """Plain data (strings, lists, dictionaries) and the line each piece starts on."""

    path: Path
    data: Plain
    lines: dict[Place, int]

    def line_of(self, place: tuple[Key, ...]) -> int:
        """The line of a place. Steps that the file does not know (a union's tag, a missing key) are skipped."""
        known: Place = ()
        for step in place:
            known = (*known, step) if (*known, step) in self.lines else known
        return self.lines[known]

    def problem(self, place: tuple[Key, ...], said: Sentence) -> Problem:
        """A problem at that place."""
        return Problem(path=self.path, line=self.line_of(place), said=said)


def read_yaml(path: Path) -> YamlDocument:
    """The one document of a YAML file. Raises `InvalidData` for whatever is no plain, small YAML file."""
    text = _text(path)
    try:
        return _Reader(path, YAML(typ="safe", pure=True).parse(text)).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or ""
        _refuse(path, mark.line + 1 if mark else 1, f"YAML viết sai: {what}", f"this is not YAML: {what}")
    except (YAMLError, ValueError) as error:
        if isinstance(error, InvalidData):
            raise
        _refuse(path, 1, "tệp có ký tự mà YAML không cho phép", "the file holds characters that YAML forbids")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        _refuse(path, 1, f"không đọc được tệp ({reason})", f"the file cannot be read ({reason})")
    if len(content) > LARGEST_BYTES:
        size = f"{LARGEST_BYTES // 1000} kB"
        _refuse(path, 1, f"tệp lớn hơn {size}", f"the file is larger than {size}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        _refuse(path, line, "tệp không phải là văn bản UTF-8", "the file is not UTF-8 text")


def _refuse(path: Path, line: int, vi: str, en: str) -> NoReturn:
    raise InvalidData([Problem(path=path, line=line, said=Sentence(vi=vi, en=en))]) from None


@dataclass(slots=True)
class _Reader:
    """Builds plain data from the parser's events; nothing is expanded, so nothing can blow up."""

    path: Path
    events: Iterator[Any]
    lines: dict[Place, int] = field(default_factory=dict)

    def document(self) -> YamlDocument:
        starts = (StreamStartEvent, DocumentStartEvent)
        first = next(event for event in self.events if not isinstance(event, starts))
        if not isinstance(first, NodeEvent):
            _refuse(self.path, 1, "tệp trống", "the file is empty")
        data = self._node(first, ())
        second = next((event for event in self.events if isinstance(event, DocumentStartEvent)), None)
        if second is not None:
            self._refuse(
                second, "tệp có nhiều hơn một tài liệu YAML", "the file holds more than one document"
            )
        return YamlDocument(path=self.path, data=data, lines=self.lines)

    def _node(self, event: Any, place: Place) -> Plain:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            self._refuse(
                event, "không dùng neo và bí danh (& và *)", "anchors and aliases (& and *) are not used here"
            )
        if event.tag is not None:
            self._refuse(event, "không dùng nhãn kiểu (!)", "tags (!) are not used here")
        if len(place) > DEEPEST:
            self._refuse(event, f"lồng quá {DEEPEST} tầng", f"nested more than {DEEPEST} levels deep")
        self.lines[place] = event.start_mark.line + 1
        if isinstance(event, MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(place)
        return str(event.value)

    def _mapping(self, place: Place) -> dict[str, Plain]:
        mapping: dict[str, Plain] = {}
        while not isinstance(key := next(self.events), MappingEndEvent):
            if not isinstance(key, ScalarEvent):
                self._refuse(key, "khóa phải là chữ", "a key must be plain text")
            name = str(key.value)
            if name in mapping:
                self._refuse(key, f"khóa “{name}” bị lặp", f"the key “{name}” is there twice")
            mapping[name] = self._node(next(self.events), (*place, name))
            self.lines[(*place, name)] = key.start_mark.line + 1
        return mapping

    def _sequence(self, place: Place) -> list[Plain]:
        sequence: list[Plain] = []
        while not isinstance(item := next(self.events), SequenceEndEvent):
            sequence.append(self._node(item, (*place, len(sequence))))
        return sequence

    def _refuse(self, event: Any, vi: str, en: str) -> NoReturn:
        _refuse(self.path, event.start_mark.line + 1, vi, en)
