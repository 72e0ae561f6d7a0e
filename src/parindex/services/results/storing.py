"""Deeds on published results."""

from django.db import transaction

from parindex.domain.rights import Right
from parindex.frameworks.results import published_results
from parindex.records.models import PublishedResult
from parindex.services.actor import Actor
from parindex.services.log import record


@transaction.atomic
def store_results(*, actor: Actor) -> int:
    """Add the published results that come with the software, once; returns how many were added."""
    actor = actor.require(Right.MANAGE_ROUNDS)
    if PublishedResult.objects.exists():
        return 0
    rows = PublishedResult.objects.bulk_create(
        PublishedResult(
            year=result.year,
            scope=result.scope,
            subject=result.subject,
            measure=result.measure,
            statistic=result.statistic,
            points=result.points,
            rank=result.rank,
            maximum=result.maximum,
            trust=result.certainty,
            source=result.source,
            note=result.note,
        )
        for result in published_results()
    )
    record(actor=actor, deed="store_results", subject="published-results.csv", added=len(rows))
    return len(rows)
