"""Phần của cơ quan mình: what a reader may see of a round that is not published: the rows they may read, no more.

Survey results, totals and ranks are no rows: they stay closed until publication.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.records.models import AssessmentRound, RoundUnit, SheetRow
from parindex.records.queries.rankings import rows_of_agencies, units_of
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of
from parindex.services.sheets.pictures import place_of


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnRows:
    """The rows of one unit that a reader may read, and their sums; `settled` counts those that have points."""

    unit: RoundUnit
    rows: tuple[SheetRow, ...]
    maximum: Decimal
    claimed: Decimal
    settled: int


def own_rows(round_: AssessmentRound, *, actor: Actor) -> tuple[OwnRows, ...]:
    """The units of a round of which the reader may read some row, with these rows."""
    units = {unit.pk: unit for unit in units_of(round_)}
    framework = framework_of(round_.framework)
    found: dict[int, list[SheetRow]] = defaultdict(list)
    for row in readable_rows(list(units.values()), actor=actor):
        found[row.sheet.unit_id].append(row)
    return tuple(_own(unit, found[pk], framework) for pk, unit in units.items() if pk in found)


def readable_rows(units: list[RoundUnit], *, actor: Actor) -> tuple[SheetRow, ...]:
    """The rows of some units that the reader may read, of agencies that they belong to."""
    agencies = {post.agency for post in actor.posts}
    rows = rows_of_agencies(units, agencies)
    return tuple(row for row in rows if actor.may(Right.READ_ROWS, place_of(row, row.sheet.agency)))


def _own(unit: RoundUnit, rows: list[SheetRow], framework: Framework) -> OwnRows:
    leaves = (framework.criterion(row.criterion) for row in rows)
    said = [row.current.claimed for row in rows if row.current and row.current.applicable]
    return OwnRows(
        unit=unit,
        rows=tuple(rows),
        maximum=sum((leaf.maximum.points for leaf in leaves if leaf and leaf.maximum), ZERO),
        claimed=sum((points for points in said if points is not None), ZERO),
        settled=sum(points is not None for points in said),
    )
