"""Lần sửa của phiếu: the moment at which a sheet went out, and what of it was changed since.

The revision of an exported sheet is the number of the newest entry in the log about the sheet or its unit: numbers of
the log only grow, and each deed on a row or a fact adds one.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db.models import Max

from parindex.domain.facts import Fact
from parindex.records.models import LogEntry, LogSubject, RoundFact, RowVersion, Sheet
from parindex.records.queries.rounds import as_fact

_BEFORE_EVERYTHING = datetime(1, 1, 1, tzinfo=UTC)


def newest_revision(sheet: Sheet) -> int:
    """The revision that a sheet would go out with now; 0 where nothing was done yet."""
    about = LogSubject.objects.filter(about__in=[f"sheet:{sheet.pk}", f"unit:{sheet.unit_id}"])
    newest: int | None = about.aggregate(number=Max("entry__number"))["number"]
    return newest or 0


def moment_of(revision: int) -> datetime:
    """When a sheet of that revision went out at the earliest: what was said until then is in it."""
    entry = LogEntry.objects.filter(number=revision).first()
    return entry.at if entry else _BEFORE_EVERYTHING


def versions_at(sheet: Sheet, moment: datetime) -> Mapping[int, RowVersion]:
    """What each row said at a moment, by the rows' keys; rows that said nothing yet are left out."""
    said = RowVersion.objects.filter(row__sheet=sheet, is_aside=False, at__lte=moment)
    return {
        version.row_id: version for version in said.defer("steps", "facts", "evidence").order_by("number")
    }


def facts_at(sheet: Sheet, moment: datetime) -> tuple[Fact, ...]:
    """The facts of the unit that stood at a moment."""
    standing: dict[str, list[RoundFact]] = {}
    for row in RoundFact.objects.filter(unit=sheet.unit_id, entered_at__lte=moment).order_by("pk"):
        earlier = [] if row.replaces else standing.get(row.code, [])
        standing[row.code] = [*earlier, *([] if row.is_withdrawn else [row])]
    return tuple(as_fact(row) for rows in standing.values() for row in sorted(rows, key=_place))


def facts_since(sheet: Sheet, moment: datetime) -> frozenset[str]:
    """The codes of the unit's facts that were entered or withdrawn after a moment."""
    entered = RoundFact.objects.filter(unit=sheet.unit_id, entered_at__gt=moment)
    return frozenset(entered.values_list("code", flat=True))


def _place(row: RoundFact) -> tuple[int, int]:
    return row.position, row.pk
