"""Các loại tệp: every kind of workbook that goes out and comes back. A new kind is one file and one line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from parindex.documents.tables import errors, facts, framework, result, sheet
from parindex.documents.tables.changes import Change
from parindex.documents.tables.identity import TITLES
from parindex.documents.tables.model import Workbook
from parindex.domain.rules.base import Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of workbook: what it is called, and its three deeds on a table of its own type."""

    title: Sentence
    write: Callable[[Any], bytes]
    read: Callable[[Workbook], Any]
    differences: Callable[[Any, Any], tuple[Change, ...]]


KINDS: Mapping[str, Kind] = {
    framework.KIND: Kind(
        title=TITLES[framework.KIND],
        write=framework.write,
        read=framework.read,
        differences=framework.differences,
    ),
    facts.KIND: Kind(
        title=TITLES[facts.KIND],
        write=facts.write,
        read=facts.read,
        differences=facts.differences,
    ),
    sheet.KIND: Kind(
        title=TITLES[sheet.KIND],
        write=sheet.write,
        read=sheet.read,
        differences=sheet.differences,
    ),
    result.KIND: Kind(
        title=TITLES[result.KIND],
        write=result.write,
        read=result.read,
        differences=result.differences,
    ),
}


def kind_of(workbook: Workbook) -> str:
    """The kind that a workbook says it is, a key of `KINDS`. Raises `UnreadableTable` for a kind that is not known."""
    kind = workbook.info["kind"]
    if kind not in KINDS:
        raise errors.unknown_kind(kind)
    return kind
