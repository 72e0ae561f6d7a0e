"""Cells that say "nt", "như trên": they repeat the row above."""

import re
from collections.abc import Sequence
from dataclasses import replace

from parindex.documents.reading import remarks
from parindex.documents.reading.tables import Entry
from parindex.documents.reading.vocabulary import VIETNAMESE, Column, Kind
from parindex.documents.reading.words import flat, in_one_line
from parindex.domain.plans import Remark

_REPEATS = re.compile(r"[(-]?\s*(?:nt|n\.t\.?|nhu tren|nhu muc tren|nhu dong tren)\s*[.)-]?|[\"”“″]|''|//")
_COLUMNS = (Column.LEAD, Column.COOPERATING, Column.RESPONSIBLE, Column.DEADLINE)


def with_repeated_cells(entries: Sequence[Entry], notes: list[Remark]) -> list[Entry]:
    """Entries whose cells repeat those above; a row with none of these cells filled (a sum) stands in no one's way."""
    read: list[Entry] = []
    above: dict[Kind, Entry] = {}
    for entry in entries:
        entry = _filled(entry, above.get(entry.kind), notes)
        read.append(entry)
        if any(entry.text(column) for column in _COLUMNS):
            above[entry.kind] = entry
    return read


def _filled(entry: Entry, above: Entry | None, notes: list[Remark]) -> Entry:
    cells = dict(entry.cells)
    for column in _COLUMNS:
        printed, said = in_one_line(entry.text(column)), above.text(column) if above else ""
        if said and _REPEATS.fullmatch(flat(printed)):
            cells[column] = said
            notes.append(remarks.cell_repeats_above(entry.place, VIETNAMESE[column], printed, said))
    return replace(entry, cells=cells)
