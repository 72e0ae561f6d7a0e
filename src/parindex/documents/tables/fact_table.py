"""Bảng số liệu: facts of units side by side with what their codes mean."""

from dataclasses import dataclass

from parindex.documents.tables import cells, fact_values
from parindex.domain.facts import Fact, FactKind, fits
from parindex.domain.framework import FactDefinition


@dataclass(frozen=True, kw_only=True, slots=True)
class UnitFacts:
    """The facts of one unit; several of one code stay side by side."""

    code: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FactTable:
    """The facts of units of one level, and what each code means.

    Raises `ValueError` for a unit or a code that is there twice, for a fact that its definition does not allow,
    and for a level that no cell can show.
    """

    year: int
    level: str
    units: tuple[UnitFacts, ...]
    definitions: tuple[FactDefinition, ...]

    def __post_init__(self) -> None:
        kinds = {definition.code: definition.kind for definition in self.definitions}
        if len(kinds) < len(self.definitions) or len({unit.code for unit in self.units}) < len(self.units):
            raise ValueError("a unit or a fact code is there twice")
        for fact in (fact for unit in self.units for fact in unit.facts):
            if fact.code not in kinds:
                raise ValueError(f"no definition says what the fact {fact.code} is")
            if fact.value is not None and not _is_possible(fact, kinds[fact.code]):
                raise ValueError(f"the fact {fact.code} cannot be shown as {kinds[fact.code]}")


def _is_possible(fact: Fact, kind: FactKind) -> bool:
    if fact.value is None or not fits(kind, fact.value):
        return False
    if not isinstance(fact.value, str):
        return True
    return fact.value == cells.clean(fact.value) != "" and not fact_values.says_not_applicable(fact.value)
