"""Questions on rows and their answers."""

from django.db.models import QuerySet

from parindex.records.models import RowNote, SheetRow


def notes_of(row: SheetRow) -> QuerySet[RowNote]:
    """All that was asked and answered on a row, in the order it was written."""
    return RowNote.objects.filter(row=row).select_related("by", "by_agency").order_by("pk")
