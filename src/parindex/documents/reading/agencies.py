"""Agencies as a document names them, under the directory's names where one is given."""

from parindex.documents.reading import remarks
from parindex.documents.reading.names import split_names
from parindex.domain.agencies import AgencyDirectory, MatchKind
from parindex.domain.plans import Remark


def read_agencies(
    text: str, *, place: str, directory: AgencyDirectory | None, notes: list[Remark]
) -> tuple[str, ...]:
    """The agencies of one cell. A name that the directory knows by an alias or a slip is given as it is there."""

    def is_known(name: str) -> bool:
        return directory is not None and directory.match(name).kind is not MatchKind.UNKNOWN

    found: list[str] = []
    for name, printed in split_names(text, is_known if directory else None):
        if name != printed:
            notes.append(remarks.agency_prefix_shared(place, printed, name))
        read = _known_name(name, place=place, directory=directory, notes=notes) if directory else name
        found.extend([read] if read and read not in found else [])
    return tuple(found)


def is_level(name: str, directory: AgencyDirectory | None) -> bool:
    """Whether a name stands for a whole level ("UBND cấp huyện")."""
    return (directory or AgencyDirectory(())).match(name).kind is MatchKind.LEVEL


def _known_name(name: str, *, place: str, directory: AgencyDirectory, notes: list[Remark]) -> str:
    match = directory.match(name)
    if match.kind is MatchKind.UNKNOWN:
        notes.append(remarks.agency_unknown(place, name))
    if match.agency is None or match.agency.name == name:
        return name
    notes.append(remarks.agency_read_as(place, name, match.agency.name))
    return match.agency.name
