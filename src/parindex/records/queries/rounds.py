"""Rounds, their units, facts and the state of their rows, and the published results."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet

from parindex.domain import facts as domain
from parindex.domain.agencies import AgencyLevel
from parindex.domain.fact_data import value_from_data
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.workflow import Move, Stage
from parindex.records.models import (
    Agency,
    AssessmentRound,
    Evidence,
    FrameworkVersion,
    PublishedResult,
    RoundFact,
    RoundUnit,
    RowNote,
    RowVersion,
    Sheet,
    SheetRow,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowState:
    """Where one row of a round stands: enough for a page on hundreds of sheets."""

    sheet: int
    criterion: str
    stage: Stage
    open_until: date | None
    claimed: Decimal | None
    is_filled: bool


def rounds() -> QuerySet[AssessmentRound]:
    """Every round, the newest first."""
    return (
        AssessmentRound.objects.select_related("framework")
        .defer("framework__data")
        .order_by("-year", "level")
    )


def rounds_with_units() -> QuerySet[AssessmentRound]:
    """Every round with its milestones and the number of its units, the newest first."""
    return rounds().annotate(units_there=Count("units")).prefetch_related("milestones")


def unit_count(round_: AssessmentRound) -> int:
    """The number of units of a round that was fetched with it."""
    return round_.units_there  # type: ignore[attr-defined, no-any-return]


def stage_counts(agencies: Collection[str] | None = None) -> Mapping[int, Mapping[Stage, int]]:
    """How many rows stand at each stage, by the rounds' keys: all of them, or those on sheets of some agencies."""
    rows = SheetRow.objects.all() if agencies is None else SheetRow.objects.filter(_on_sheets_of(agencies))
    counted = rows.values_list("sheet__unit__round", "stage").annotate(rows=Count("pk")).order_by()
    counts: dict[int, dict[Stage, int]] = {}
    for round_pk, stage, count in counted:
        counts.setdefault(round_pk, {})[Stage(stage)] = count
    return counts


def units_of_running_rounds() -> QuerySet[RoundUnit]:
    """The units of the rounds that are not published: the newest year first, then in their order."""
    return round_units().filter(round__published_at__isnull=True).defer("round__framework__data")


def stages_by_unit() -> Mapping[int, Mapping[Stage, int]]:
    """How many rows stand at each stage, by the keys of the units of rounds that are not published."""
    rows = SheetRow.objects.filter(sheet__unit__round__published_at__isnull=True)
    counted = rows.values_list("sheet__unit", "stage").annotate(rows=Count("pk")).order_by()
    counts: dict[int, dict[Stage, int]] = {}
    for unit, stage, count in counted:
        counts.setdefault(unit, {})[Stage(stage)] = count
    return counts


def questions_by_unit() -> Mapping[int, int]:
    """How many questions on rows have no answer yet, by the keys of the units of rounds that are not published."""
    open_ones = RowNote.objects.filter(question__isnull=True, answers__isnull=True)
    running = open_ones.filter(row__sheet__unit__round__published_at__isnull=True)
    return dict(running.values_list("row__sheet__unit").annotate(questions=Count("pk")).order_by())


def sheets_of_round(round_: AssessmentRound) -> QuerySet[Sheet]:
    """The sheets of a round with their units and agencies, in the units' order."""
    known = Sheet.objects.filter(unit__round=round_).select_related("unit__agency", "agency")
    return known.order_by("unit__position", "unit", "pk")


def row_states(round_: AssessmentRound) -> Iterator[RowState]:
    """The state of every row of a round, in one query."""
    rows = SheetRow.objects.filter(sheet__unit__round=round_).order_by("sheet", "position")
    columns = ("sheet", "criterion", "stage", "open_until", "current__claimed", "current__applicable")
    for sheet, criterion, stage, open_until, claimed, applicable in rows.values_list(*columns):
        yield RowState(
            sheet=sheet,
            criterion=criterion,
            stage=Stage(stage),
            open_until=open_until,
            claimed=claimed,
            is_filled=claimed is not None or applicable is False,
        )


def units_of_level(level: str, *, on: date) -> QuerySet[Agency]:
    """The agencies of a level that exist on a day, in their order."""
    return _existing(on).filter(level=level)


def scoring_agencies(*, on: date) -> QuerySet[Agency]:
    """The agencies of a day that can score an area of the province: its departments and the central ones in it."""
    return _existing(on).filter(level__in=[AgencyLevel.DEPARTMENT, AgencyLevel.CENTRAL])


def versions_of_level(level: str) -> QuerySet[FrameworkVersion]:
    """The stored frameworks for the units of a level, the newest first."""
    return FrameworkVersion.objects.filter(level=level).order_by("-stored_at", "-pk")


def versions_after(move: Move, unit: RoundUnit) -> Mapping[int, RowVersion]:
    """What each row of a unit said when a move was last made on it, by the rows' keys."""
    made = RowVersion.objects.filter(row__sheet__unit=unit, move=move, is_aside=False)
    return {version.row_id: version for version in made.order_by("row", "number")}


def evidence_dates(documents: Iterable[int]) -> Mapping[int, date | None]:
    """The days of issue of documents, by their keys."""
    wanted = Evidence.objects.filter(pk__in=set(documents)).order_by("pk")
    return dict(wanted.values_list("pk", "issued_date"))


def round_units() -> QuerySet[RoundUnit]:
    """Every unit of every round, the newest first."""
    known = RoundUnit.objects.select_related("round__framework", "agency")
    return known.order_by("-round__year", "round__level", "position", "pk")


def published_units(year: int | None = None) -> QuerySet[RoundUnit]:
    """The province as a unit of its published years (or of one of them), the newest first."""
    units = RoundUnit.objects.select_related("round__framework", "agency").defer("round__framework__data")
    wanted = units.filter(round__level=AgencyLevel.PROVINCE, round__published_at__isnull=False)
    return (wanted.filter(round__year=year) if year else wanted).order_by("-round__year", "position")


def fact_book(unit: RoundUnit) -> domain.FactBook:
    """The facts of a unit that stand, as rules read them."""
    return fact_books([unit])[unit.pk]


def fact_books(
    units: Iterable[RoundUnit], *, codes: Collection[str] | None = None
) -> Mapping[int, domain.FactBook]:
    """The facts of several units (or those of some codes), by the units' keys, in one query."""
    standing: dict[int, list[RoundFact]] = {unit.pk: [] for unit in units}
    wanted = RoundFact.objects.filter(unit__in=standing)
    wanted = wanted if codes is None else wanted.filter(code__in=codes)
    for row in wanted.order_by("unit", "pk"):
        kept = standing[row.unit_id]
        if row.replaces:
            kept[:] = [earlier for earlier in kept if earlier.code != row.code]
        if not row.is_withdrawn:
            kept.append(row)
    return {
        pk: domain.FactBook.of(as_fact(row) for row in sorted(rows, key=_place))
        for pk, rows in standing.items()
    }


def fact_count(round_pk: int) -> int:
    """How many facts were ever added to the units of a round."""
    return RoundFact.objects.filter(unit__round=round_pk).count()


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


def _existing(on: date) -> QuerySet[Agency]:
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    return Agency.objects.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gte=on)).order_by(
        "position", "code"
    )


def _on_sheets_of(agencies: Collection[str]) -> Q:
    return Q(sheet__agency__code__in=list(agencies))


def _place(row: RoundFact) -> tuple[int, int]:
    return row.position, row.pk
