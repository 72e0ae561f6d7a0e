"""Ba bản của một phiếu: as it went out, as it came back, and as it stands now.

What its sender left as it was is as it stands now, whoever changed it meanwhile; what they edited is what they wrote.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from parindex.documents.tables.changes import Change
from parindex.documents.tables.sheet import SHAPE, SheetLine, SheetTable, differences
from parindex.domain.facts import Fact
from parindex.services.tables.units import fact_of

_EDITED = {column.heading: key for key, column in SHAPE.columns.items() if column.editable}


def merged(*, went_out: SheetTable, came_back: SheetTable, now: SheetTable) -> SheetTable:
    """The returned table as its sender would have edited the one that stands now."""
    edits = [change for change in differences(went_out, came_back) if not change.refused]
    rows = {line.criterion: line for line in came_back.rows}
    facts = {fact_of(change)[1] for change in edits if change.place not in rows}
    kept = (fact for fact in now.facts.units[0].facts if fact.code not in facts)
    edited = (fact for fact in came_back.facts.units[0].facts if fact.code in facts)
    return replace(
        now,
        rows=tuple(_line(line, rows.get(line.criterion), _keys(edits, line.criterion)) for line in now.rows),
        facts=replace(now.facts, units=(replace(now.facts.units[0], facts=_in_order(now, kept, edited)),)),
    )


def _keys(edits: Iterable[Change], criterion: str) -> list[str]:
    return [_EDITED[change.what.vi] for change in edits if change.place == criterion]


def _line(now: SheetLine, came_back: SheetLine | None, keys: Iterable[str]) -> SheetLine:
    said: dict[str, Any] = {key: getattr(came_back, key) for key in keys}
    return replace(now, **said) if came_back else now


def _in_order(now: SheetTable, *facts: Iterable[Fact]) -> tuple[Fact, ...]:
    order = {definition.code: place for place, definition in enumerate(now.facts.definitions)}
    return tuple(sorted((fact for group in facts for fact in group), key=lambda fact: order[fact.code]))
