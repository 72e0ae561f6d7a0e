"""Rounds, their units and facts, and the published results."""

from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from parindex.domain import facts as domain
from parindex.domain.agencies import AgencyLevel
from parindex.domain.fact_data import value_from_data
from parindex.domain.sources import Certainty, LegalReference
from parindex.records.models import AssessmentRound, PublishedResult, RoundFact, RoundUnit


def rounds() -> QuerySet[AssessmentRound]:
    """Every round, the newest first."""
    return AssessmentRound.objects.select_related("framework").order_by("-year", "level")


def published_units(year: int | None = None) -> QuerySet[RoundUnit]:
    """The province as a unit of its published years (or of one of them), the newest first."""
    units = RoundUnit.objects.select_related("round__framework", "agency")
    wanted = units.filter(round__level=AgencyLevel.PROVINCE, round__published_at__isnull=False)
    return (wanted.filter(round__year=year) if year else wanted).order_by("-round__year", "position")


def fact_book(unit: RoundUnit) -> domain.FactBook:
    """The facts of a unit that stand, as rules read them."""
    return fact_books([unit])[unit.pk]


def fact_books(units: Iterable[RoundUnit]) -> Mapping[int, domain.FactBook]:
    """The facts of several units, by the units' keys, in one query."""
    standing: dict[int, list[RoundFact]] = {unit.pk: [] for unit in units}
    for row in RoundFact.objects.filter(unit__in=standing).order_by("unit", "pk"):
        kept = standing[row.unit_id]
        if row.replaces:
            kept[:] = [earlier for earlier in kept if earlier.code != row.code]
        if not row.is_withdrawn:
            kept.append(row)
    return {
        pk: domain.FactBook.of(as_fact(row) for row in sorted(rows, key=_place))
        for pk, rows in standing.items()
    }


def totals_of(province: str) -> QuerySet[PublishedResult]:
    """The published totals and ranks of one province over the years."""
    wanted = PublishedResult.objects.filter(scope="province", subject=province)
    return wanted.filter(measure="total", statistic="value").order_by("year")


def as_fact(row: RoundFact) -> domain.Fact:
    """A stored fact as the domain's value."""
    kind = domain.FactKind(row.kind)
    return domain.Fact(
        code=row.code,
        value=None if row.value is None else value_from_data(kind, row.value),
        reference=LegalReference(document=row.document, place=row.place, url=row.url),
        certainty=Certainty(row.certainty),
        applicable=row.applicable,
        note=row.note,
    )


def _place(row: RoundFact) -> tuple[int, int]:
    return row.position, row.pk
