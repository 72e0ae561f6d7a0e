"""Sheets and their rows."""

from collections.abc import Mapping

from parindex.domain.facts import Award
from parindex.domain.workflow import Stage
from parindex.records.models import RoundUnit, SheetRow

_AWARDED = (Stage.APPRAISED, Stage.EXPLAINED, Stage.FINAL, Stage.PUBLISHED)


def awards_of(unit: RoundUnit) -> Mapping[str, Award]:
    """What the newest appraisal gave each criterion of a unit; empty where there was none."""
    rows = SheetRow.objects.filter(sheet__unit=unit, stage__in=_AWARDED, current__awarded__isnull=False)
    columns = rows.values_list("criterion", "current__awarded", "current__reason", "current__body")
    return {
        criterion: Award(points=points, reason=reason, awarded_by=body)
        for criterion, points, reason, body in columns.order_by("pk")
    }
