"""A province's agencies from its file of groups, checked; errors name the file and the line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from parindex.domain.agencies import Agency, AgencyDirectory, AgencyLevel
from parindex.domain.sources import Certainty

VINH_PHUC = Path(__file__).parent / "data" / "vinh-phuc" / "agencies.yaml"

_OF_GROUP = {"level", "parent", "certainty", "agencies"}
_OF_AGENCY = {
    "code",
    "name",
    "short",
    "aliases",
    "valid_from",
    "valid_to",
    "successors",
    "note",
    *_OF_GROUP,
} - {"agencies"}
_LISTS = {"aliases", "successors"}
_Word = TypeVar("_Word", bound=StrEnum)


class AgencyFileError(ValueError):
    """What is wrong in a file of agencies, as "file:line: what"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """One agency as written, with the group's words where its own are missing."""

    path: Path
    line: int
    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def error(self, what: str) -> AgencyFileError:
        return AgencyFileError(f"{self.path}:{self.line}: {what}")

    def required(self, key: str) -> str:
        if not self.texts.get(key, "").strip():
            raise self.error(f"an agency needs {key!r}")
        return self.texts[key]

    def word(self, key: str, words: type[_Word]) -> _Word:
        value = self.required(key)
        try:
            return words(value)
        except ValueError:
            raise self.error(f"{key} {value!r} is none of {', '.join(words)}") from None

    def day(self, key: str) -> date | None:
        value = self.texts.get(key, "")
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise self.error(f"{key} {value!r} is no date (write 2018-07-18)") from None


def load_agencies(path: Path = VINH_PHUC) -> tuple[Agency, ...]:
    """The agencies of a file, in its order. An agency without `valid_to` ends with its parent.

    Raises `AgencyFileError` for what is no such file: unknown or missing words, a code used twice, a parent or
    a successor that the file does not have, a time that ends before it starts.
    """
    entries: dict[str, _Entry] = {}
    for entry in _entries(path):
        code = entry.required("code")
        if code in entries:
            raise entry.error(f"code {code!r} is used twice (first in line {entries[code].line})")
        entries[code] = entry
    agencies = {code: _agency(entry) for code, entry in entries.items()}
    for code, agency in agencies.items():
        _check_links(agency, entries[code], agencies)
    return tuple(_ending_with_parent(agency, agencies) for agency in agencies.values())


@cache
def load_directory(path: Path = VINH_PHUC) -> AgencyDirectory:
    """The agencies of a file as a directory that matches names; read once."""
    return AgencyDirectory(load_agencies(path))


def directory_for(issuer: str, *, on: date | None = None) -> AgencyDirectory | None:
    """The directory of the province that a plan's issuer names ("UBND tỉnh Vĩnh Phúc"); None for another province."""
    directory = load_directory()
    return directory if directory.is_of(issuer, on=on) else None


def _agency(entry: _Entry) -> Agency:
    agency = Agency(
        code=entry.required("code"),
        name=entry.required("name"),
        level=entry.word("level", AgencyLevel),
        certainty=entry.word("certainty", Certainty),
        short=entry.texts.get("short", ""),
        parent=entry.texts.get("parent", ""),
        aliases=entry.lists.get("aliases", ()),
        valid_from=entry.day("valid_from"),
        valid_to=entry.day("valid_to"),
        successors=entry.lists.get("successors", ()),
        note=entry.texts.get("note", ""),
    )
    if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
        raise entry.error(f"{agency.code!r} ends ({agency.valid_to}) before it starts ({agency.valid_from})")
    return agency


def _check_links(agency: Agency, entry: _Entry, agencies: Mapping[str, Agency]) -> None:
    if agency.parent and agency.parent not in agencies:
        raise entry.error(f"parent {agency.parent!r} of {agency.code!r} is not in the file")
    for successor in agency.successors:
        if successor not in agencies:
            raise entry.error(f"successor {successor!r} of {agency.code!r} is not in the file")
    seen = {agency.code}
    while agency.parent:
        if agency.parent in seen:
            raise entry.error(f"{agency.code!r} stands under itself")
        seen.add(agency.parent)
        agency = agencies.get(agency.parent, agency)


def _ending_with_parent(agency: Agency, agencies: Mapping[str, Agency]) -> Agency:
    ancestor = agency
    while ancestor.valid_to is None and ancestor.parent:
        ancestor = agencies[ancestor.parent]
    return replace(agency, valid_to=ancestor.valid_to)


def _entries(path: Path) -> Iterator[_Entry]:
    root = _root(path)
    groups = _mapping(path, root, {"groups"}).get("groups")
    for group in _sequence(path, groups or root):
        shared = _mapping(path, group, _OF_GROUP)
        for node in _sequence(path, shared.pop("agencies", group)):
            own = _mapping(path, node, _OF_AGENCY)
            yield _Entry(
                path=path,
                line=_line(node),
                texts={key: _text(path, value) for key, value in (shared | own).items() if key not in _LISTS},
                lists={key: _texts(path, own[key]) for key in _LISTS & own.keys()},
            )


def _root(path: Path) -> Node:
    try:
        root = YAML(typ="safe", pure=True).compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise AgencyFileError(f"{path}:{line}: {error.problem}") from error
    if not isinstance(root, Node):
        raise AgencyFileError(f"{path}:1: the file is empty")
    return root


def _mapping(path: Path, node: Node, allowed: set[str]) -> dict[str, Node]:
    if not isinstance(node, MappingNode):
        raise AgencyFileError(f"{path}:{_line(node)}: keys and values are expected here")
    found: dict[str, Node] = {}
    for key, value in node.value:
        if key.value not in allowed or key.value in found:
            what = "twice" if key.value in found else "unknown"
            raise AgencyFileError(f"{path}:{_line(key)}: {key.value!r} is {what} here")
        found[key.value] = value
    return found


def _sequence(path: Path, node: Node) -> list[Node]:
    if not isinstance(node, SequenceNode):
        raise AgencyFileError(f"{path}:{_line(node)}: a list is expected here")
    return list(node.value)


def _texts(path: Path, node: Node) -> tuple[str, ...]:
    return tuple(_text(path, item) for item in _sequence(path, node))


def _text(path: Path, node: Node) -> str:
    if not isinstance(node, ScalarNode):
        raise AgencyFileError(f"{path}:{_line(node)}: a text is expected here")
    return str(node.value)


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
