"""What appraisals gave each row, and after a second one why points are still missing."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from parindex.domain.facts import Award, AwardedAgain
from parindex.domain.workflow import Move, Stage
from parindex.records.models import RoundUnit, RowVersion, Sheet, SheetRow

_AWARDED = (Stage.APPRAISED, Stage.EXPLAINED, Stage.FINAL, Stage.PUBLISHED)
_BULKY = ("facts", "steps", "evidence")


def awards_of(unit: RoundUnit) -> Mapping[str, Award | None]:
    """What the newest appraisal gave each criterion of a unit; empty where there was none.

    None says that it let the criterion be left out, as its agency had said that it does not apply.
    """
    decided = Q(current__awarded__isnull=False) | Q(current__applicable=False)
    rows = SheetRow.objects.filter(decided, sheet__unit=unit, stage__in=_AWARDED).select_related("current")
    rows = rows.defer(*(f"current__{column}" for column in _BULKY)).order_by("pk")
    firsts = first_appraisals([unit])
    return {row.criterion: award_of(row.current, firsts.get(row.pk)) for row in rows if row.current}


def first_appraisals(units: Iterable[RoundUnit]) -> Mapping[int, RowVersion]:
    """The first appraisal of each row of some units that was appraised again, by the rows' keys."""
    versions = RowVersion.objects.filter(
        row__sheet__unit__in=[unit.pk for unit in units], move=Move.APPRAISE, is_aside=False
    )
    again = versions.filter(row__versions__move=Move.FINALISE)
    return {version.row_id: version for version in again.defer(*_BULKY).order_by("row", "number")}


def explanations_of(sheet: Sheet) -> Mapping[int, RowVersion]:
    """What the agency answered to the appraisal of each row of a sheet, by the rows' keys."""
    versions = RowVersion.objects.filter(row__sheet=sheet, move=Move.EXPLAIN, is_aside=False)
    versions = versions.select_related("by").defer(*_BULKY).order_by("row", "number")
    return {version.row_id: version for version in versions}


def award_of(version: RowVersion, first: RowVersion | None = None) -> Award | None:
    """What a version was given, beside the `first` appraisal where that lowered what is still missing."""
    last, lowered = _award(version), _award(first) if first else None
    if last is None or lowered is None or not _is_still_missing(lowered, last, version):
        return last
    return AwardedAgain(points=last.points, reason=last.reason, awarded_by=last.awarded_by, first=lowered)


def _award(version: RowVersion) -> Award | None:
    if version.awarded is None:
        return None
    return Award(points=version.awarded, reason=version.reason, awarded_by=version.body)


def _is_still_missing(lowered: Award, last: Award, version: RowVersion) -> bool:
    """Whether both gave less than was claimed; where nothing was, the first one's reason alone says what is missing."""
    claimed = version.claimed if version.applicable else None
    return bool(lowered.reason) and (claimed is None or max(lowered.points, last.points) < claimed)
