"""Trách nhiệm: who might answer for a lost point, and why: proposals for a person to decide on, never a decision."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from parindex.domain.agencies import Agency, AgencyDirectory, AgencyLevel
from parindex.domain.facts import Award, Deed, Event, Fact, NamedCount
from parindex.domain.rules.base import Sentence
from parindex.domain.text import fold

_LEAST_LETTERS = 3  # shorter abbreviations stand for too much else


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """Đề xuất: an agency that may answer for a loss, with everything that speaks for it."""

    agency: Agency
    bases: tuple[Sentence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LostRow:
    """A criterion that lost points: the codes of the agency that scores it and of those that helped with it.

    `said` are further texts about the loss: the appraiser's reason, the agency's justification.
    """

    criterion: str
    scored_by: str
    helpers: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    said: tuple[str, ...] = ()


def proposals(row: LostRow, directory: AgencyDirectory) -> tuple[Proposal, ...]:
    """The agencies that may answer for a loss: those that facts name first, then helpers, then who scores it."""
    found = [*_named(row, directory), *_helping(row, directory), *_scoring(row, directory)]
    bases: dict[str, list[Sentence]] = {}
    agencies: dict[str, Agency] = {}
    for agency, basis in found:
        agencies[agency.code] = agency
        bases.setdefault(agency.code, []).append(basis)
    return tuple(
        Proposal(agency=agencies[code], bases=tuple(dict.fromkeys(said))) for code, said in bases.items()
    )


def named_in(text: str, directory: AgencyDirectory) -> tuple[Agency, ...]:
    """The departments, central agencies and districts that a text names, in the order in which it does.

    A name within a longer one is not the shorter's: "Sở Tài chính" is not named by "Sở Tài chính - Kế hoạch".
    """
    folded = fold(text)
    hits = sorted(
        (match.start(), -len(key), agency.code)
        for agency in directory.agencies
        if agency.level in _NAMED_LEVELS
        for key in _keys(agency)
        for match in re.finditer(rf"(?<!\w){re.escape(key)}(?!\w)", folded)
    )
    found: list[str] = []
    end = 0
    for start, rest in groupby(hits, key=lambda hit: hit[0]):
        _, length, code = next(rest)
        if start >= end:
            found.append(code)
            end = start - length
    known = (directory.get(code) for code in dict.fromkeys(found))
    return tuple(agency for agency in known if agency)


_NAMED_LEVELS = frozenset({AgencyLevel.DEPARTMENT, AgencyLevel.CENTRAL, AgencyLevel.DISTRICT})


def _named(row: LostRow, directory: AgencyDirectory) -> Iterator[tuple[Agency, Sentence]]:
    for fact in row.facts:
        for text in _texts(fact):
            yield from ((agency, _basis_of_fact(text)) for agency in named_in(text, directory))
    for text in row.said:
        yield from ((agency, _basis_of_words(text)) for agency in named_in(text, directory))


def _helping(row: LostRow, directory: AgencyDirectory) -> Iterator[tuple[Agency, Sentence]]:
    basis = Sentence(vi="được đề nghị phối hợp dòng này", en="was asked to help with this row")
    return ((agency, basis) for agency in _known(row.helpers, directory))


def _scoring(row: LostRow, directory: AgencyDirectory) -> Iterator[tuple[Agency, Sentence]]:
    basis = Sentence(vi="chấm tiêu chí này", en="scores this criterion")
    return ((agency, basis) for agency in _known((row.scored_by,), directory))


def _known(codes: Iterable[str], directory: AgencyDirectory) -> Iterator[Agency]:
    return (agency for agency in map(directory.get, codes) if agency)


def _texts(fact: Fact) -> Iterator[str]:
    """What a fact says of single things: an event, something that was due, a count of one place, an award."""
    rows = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    for row in rows:
        if isinstance(row, Event):
            yield f"{row.text} ({row.document})" if row.document else row.text
        elif isinstance(row, Deed | NamedCount):
            yield row.name
        elif isinstance(row, Award):
            yield row.reason
    if fact.note:
        yield fact.note


def _basis_of_fact(text: str) -> Sentence:
    return Sentence(vi=f"số liệu ghi: {text}", en=f"the facts say: {text}")


def _basis_of_words(text: str) -> Sentence:
    return Sentence(vi=f"được nêu tên: {text}", en=f"is named: {text}")


def _keys(agency: Agency) -> frozenset[str]:
    names = (agency.name, agency.short, *agency.aliases)
    return frozenset(key for name in names if len(key := fold(name)) >= _LEAST_LETTERS)
