"""Fact books of many units, one a unit, turned into columns."""

from collections.abc import Mapping, Sequence

import numpy as np

from parindex.analytics.builders import BUILDERS, Frame, is_plain
from parindex.analytics.columns.base import Column, Provenance, State
from parindex.analytics.facts import UnitFacts
from parindex.domain.facts import Fact, FactBook, FactKind
from parindex.domain.framework import Framework
from parindex.domain.sources import Certainty, LegalReference

_NO_SOURCE = Provenance(reference=LegalReference(document="-"), certainty=Certainty.SAMPLE)


def units_from_books(framework: Framework, books: Sequence[FactBook]) -> UnitFacts:
    """The columns that the framework's rules read. What no column can hold is kept aside, as it is."""
    columns = {code: column_from(kind, code, books) for code, kind in _wanted(framework).items()}
    return UnitFacts(units=len(books), columns=columns)


def column_from(kind: FactKind, code: str, books: Sequence[FactBook]) -> Column:
    """The column of one fact code."""
    found = [book.find(code) for book in books]
    states = np.array([_state(kind, facts) for facts in found], np.int8)
    known = [facts[0] if state == State.KNOWN else None for facts, state in zip(found, states, strict=True)]
    sources, source_of = _sources(found, states)
    frame = Frame(
        kind=kind,
        sources=sources,
        source_of=source_of if len(sources) > 1 else None,
        states=states if states.any() else None,
        aside={unit: found[unit] for unit in np.flatnonzero(states == State.ASIDE).tolist()},
    )
    return BUILDERS[kind](frame, [None if fact is None else fact.value for fact in known])


def _wanted(framework: Framework) -> Mapping[str, FactKind]:
    rules = [leaf.rule for leaf in framework.leaves() if leaf.rule is not None]
    registers = {part.register_fact: FactKind.YES_NO for part in framework.parts if part.register_fact}
    return registers | {wanted.fact: wanted.kind for rule in rules for wanted in rule.inputs()}


def _state(kind: FactKind, facts: tuple[Fact, ...]) -> State:
    if not facts:
        return State.MISSING
    fact = facts[0]
    if len(facts) == 1 and not fact.applicable and fact.value is None:
        return State.NOT_APPLICABLE
    simple = len(facts) == 1 and fact.applicable and fact.value is not None and is_plain(kind, fact.value)
    return State.KNOWN if simple else State.ASIDE


def _sources(
    found: list[tuple[Fact, ...]], states: np.ndarray[tuple[int], np.dtype[np.int8]]
) -> tuple[tuple[Provenance, ...], np.ndarray[tuple[int], np.dtype[np.int32]]]:
    """Each source once, and where each unit's stands among them."""
    places: dict[Provenance, int] = {}
    held = np.zeros(len(found), np.int32)
    for unit, facts in enumerate(found):
        if states[unit] in {State.KNOWN, State.NOT_APPLICABLE}:
            fact = facts[0]
            source = Provenance(reference=fact.reference, certainty=fact.certainty, note=fact.note)
            held[unit] = places.setdefault(source, len(places))
    return tuple(places) or (_NO_SOURCE,), held
