"""Rows of many sheets at once, as a list of sheets counts them."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from parindex.records.models import AssessmentRound, RoundMilestone, RowHelper, Sheet, SheetRow

_SHOWN = ("criterion", "stage", "open_until", "position", "sheet")
_SAID = ("claimed", "awarded", "applicable", "reason", "at")


def rows_in_brief(sheets: Iterable[Sheet]) -> QuerySet[SheetRow]:
    """The rows of sheets with the points and the reason of their newest version, and their helpers."""
    rows = SheetRow.objects.filter(sheet__in=[sheet.pk for sheet in sheets]).select_related("current")
    helpers = RowHelper.objects.select_related("agency").order_by("pk")
    shown = rows.only(*_SHOWN, *(f"current__{column}" for column in _SAID))
    return shown.prefetch_related(Prefetch("row_helpers", queryset=helpers, to_attr="helping")).order_by(
        "sheet", "position"
    )


def milestones_of_rounds(rounds: Iterable[AssessmentRound]) -> QuerySet[RoundMilestone]:
    """The milestones of several rounds."""
    return RoundMilestone.objects.filter(round__in=[one.pk for one in rounds]).order_by("last_date", "pk")
