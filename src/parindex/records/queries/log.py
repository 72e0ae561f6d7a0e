"""The log: searched, and the history of one object."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from parindex.records.models import AssessmentRound, LogEntry


def entries(
    *, deed: str = "", about: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[LogEntry]:
    """Entries, the newest first; days are those of the installation's time zone, both included."""
    found = LogEntry.objects.select_related("agency").order_by("-number")
    found = found.filter(deed=deed) if deed else found
    found = found.filter(subjects__about=about).distinct() if about else found
    found = found.filter(at__date__gte=since) if since else found
    return found.filter(at__date__lte=until) if until else found


def history_of(objects: Iterable[str]) -> QuerySet[LogEntry]:
    """What was done to some objects ("row:12"), the newest first."""
    found = LogEntry.objects.filter(subjects__about__in=list(objects)).select_related("agency")
    return found.distinct().order_by("-number")


def published_rounds() -> frozenset[str]:
    """The published rounds, as entries name them ("round:3")."""
    rounds = AssessmentRound.objects.filter(published_at__isnull=False)
    return frozenset(f"round:{pk}" for pk in rounds.values_list("pk", flat=True))


def deeds_done() -> list[str]:
    """The deeds that the log speaks of."""
    return list(LogEntry.objects.order_by("deed").values_list("deed", flat=True).distinct())
