"""Các phiên bản của một dòng: everything a row ever said, who said it and when, one move after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from parindex.domain.fact_data import value_from_data
from parindex.domain.fact_words import fact_in_words
from parindex.domain.facts import Fact
from parindex.domain.framework import Framework
from parindex.domain.rules.family import level_titles
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import Title
from parindex.domain.wording import Language
from parindex.domain.workflow import Move
from parindex.records.models import RowVersion, SheetRow

FactLines = tuple[tuple[Title, tuple[str, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class HistoryEntry:
    """One version, standing for the `saves` that its author made one after the other up to it.

    `changed` names the columns that it says otherwise than what stood before it.
    """

    version: RowVersion
    saves: int
    changed: frozenset[str]

    @property
    def move(self) -> Move:
        return Move(self.version.move)

    @property
    def said(self) -> frozenset[str]:
        """The columns that it says: every one, and of words that were kept aside only those that met others."""
        return self.changed if self.version.is_aside else frozenset(_COMPARED)


_COMPARED = (
    "claimed", "computed", "awarded", "applicable", "justification", "remark", "reason", "facts", "evidence",
)  # fmt: skip
_WRITTEN = ("claimed", "applicable", "justification", "remark")


def row_history(row: SheetRow) -> tuple[HistoryEntry, ...]:
    """Every version of a row, the newest first; a person's saves in a row are told once, as they ended."""
    versions = list(row.versions.select_related("by", "by_agency").order_by("number"))
    told: list[HistoryEntry] = []
    for version in versions:
        saves = 1
        if told and _goes_on(told[-1].version, version):
            saves = told.pop().saves + 1
        before = next((one.version for one in reversed(told) if not one.version.is_aside), None)
        told.append(HistoryEntry(version=version, saves=saves, changed=_changed(before, version)))
    return tuple(reversed(told))


def facts_in_words(version: RowVersion, framework: Framework, language: Language) -> FactLines:
    """The facts that a version was computed from, by their titles; of words kept aside, those that were entered."""
    definitions = {one.code: one for one in framework.fact_definitions}
    criterion = framework.criterion(version.row.criterion)
    titles = level_titles(criterion.rule if criterion else None)
    told = (data["value"] if version.is_aside else data for data in version.facts)
    known = [data for data in told if data["code"] in definitions]
    return tuple(
        (
            definitions[data["code"]].title,
            tuple(fact_in_words(_fact(data, definitions), language, titles)),
        )
        for data in known
    )


def _goes_on(before: RowVersion, version: RowVersion) -> bool:
    """Whether a save only carries on what the same person saved just before."""
    saves = before.move == version.move == Move.SAVE
    return saves and before.by_id == version.by_id and not (before.is_aside or version.is_aside)


def _changed(before: RowVersion | None, version: RowVersion) -> frozenset[str]:
    if version.is_aside:
        # everything else is what the row said meanwhile; its facts are those of the form alone, not all of the row
        words = _differing(_WRITTEN, before or RowVersion(), version)
        return words | {"facts"} if version.facts else words
    if before is None:
        return frozenset()
    return _differing(_COMPARED, before, version)


def _differing(names: Iterable[str], before: RowVersion, version: RowVersion) -> frozenset[str]:
    return frozenset(name for name in names if getattr(before, name) != getattr(version, name))


def _fact(data: Mapping[str, Any], definitions: Mapping[str, Any]) -> Fact:
    kind = definitions[data["code"]].kind
    value = None if data["value"] is None else value_from_data(kind, data["value"])
    return Fact(
        code=data["code"],
        value=value,
        reference=LegalReference(document=data["document"], place=data.get("place", "")),
        certainty=Certainty(data["certainty"]),
        applicable=data["applicable"],
    )
