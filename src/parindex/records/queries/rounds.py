"""Rounds, their facts and the published results."""

from django.db.models import Exists, OuterRef, QuerySet

from parindex.domain import facts as domain
from parindex.domain.fact_data import value_from_data
from parindex.domain.sources import Certainty, LegalReference
from parindex.records.models import AssessmentRound, PublishedResult, RoundFact


def rounds() -> QuerySet[AssessmentRound]:
    """Every round, the newest first."""
    return AssessmentRound.objects.order_by("-year")


def newest_round() -> AssessmentRound | None:
    """The newest round, which also says (`is_published`) whether a total of its year has been published."""
    totals = PublishedResult.objects.filter(year=OuterRef("year"), measure="total", statistic="value")
    return rounds().annotate(is_published=Exists(totals)).first()


def fact_book(round_: AssessmentRound) -> domain.FactBook:
    """All facts of a round, as rules read them."""
    return domain.FactBook.of(_as_domain(row) for row in round_.facts.order_by("position", "pk"))


def totals_of(province: str) -> QuerySet[PublishedResult]:
    """The published totals and ranks of one province over the years."""
    wanted = PublishedResult.objects.filter(scope="province", subject=province)
    return wanted.filter(measure="total", statistic="value").order_by("year")


def _as_domain(row: RoundFact) -> domain.Fact:
    kind = domain.FactKind(row.kind)
    return domain.Fact(
        code=row.code,
        value=None if row.value is None else value_from_data(kind, row.value),
        reference=LegalReference(document=row.document, place=row.place, url=row.url),
        certainty=Certainty(row.certainty),
        applicable=row.applicable,
        note=row.note,
    )
