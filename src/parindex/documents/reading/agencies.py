"""Agencies as a document names them, under the directory's names where one is given."""

from parindex.documents.reading import remarks
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.names import split_names
from parindex.domain.agencies import AgencyDirectory, AgencyMatch, MatchKind
from parindex.domain.plans import Remark

LONGEST_NAME = 300
_NOBODY = AgencyDirectory(())  # knows levels and general addresses only


def read_agencies(text: str, *, place: str, knowledge: Knowledge, notes: list[Remark]) -> tuple[str, ...]:
    """The agencies of one cell. A name that the directory knows by an alias or a slip is given as it is there."""

    def is_known(name: str) -> bool:
        match = _match(name, knowledge)
        return match.kind is not MatchKind.UNKNOWN and not match.guessed

    found: list[str] = []
    for name, printed in split_names(text, is_known):
        if name != printed:
            notes.append(remarks.agency_prefix_shared(place, printed, name))
        read = _known_name(name, place=place, knowledge=knowledge, notes=notes)
        found.extend([read] if read and read not in found else [])
    return tuple(found)


def is_level(name: str) -> bool:
    """Whether a name stands for a whole level ("UBND cấp huyện")."""
    return len(name) <= LONGEST_NAME and _NOBODY.match(name).kind is MatchKind.LEVEL


def _match(name: str, knowledge: Knowledge) -> AgencyMatch:
    """The match among agencies of the day the plan was issued, else among all."""
    directory = knowledge.directory or _NOBODY
    if len(name) > LONGEST_NAME:
        return AgencyMatch(text=name, kind=MatchKind.UNKNOWN, exact=False)
    match = directory.match(name, on=knowledge.issued_date)
    return directory.match(name) if match.kind is MatchKind.UNKNOWN else match


def _known_name(name: str, *, place: str, knowledge: Knowledge, notes: list[Remark]) -> str:
    if knowledge.directory is None or not name:
        return name
    match = _match(name, knowledge)
    if match.kind is MatchKind.UNKNOWN:
        notes.append(remarks.agency_unknown(place, name))
    elif match.kind is MatchKind.AMBIGUOUS:
        candidates = ", ".join(agency.name for agency in match.candidates)
        notes.append(remarks.agency_ambiguous(place, name, candidates))
    if match.agency is None or match.agency.name == name:
        return name
    notes.append(remarks.agency_read_as(place, name, match.agency.name))
    return match.agency.name
