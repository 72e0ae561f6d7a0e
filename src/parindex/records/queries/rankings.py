"""What the rows of a round's units say now: enough to rank hundreds of units, and to set claims beside awards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, Value

from parindex.domain.points import Rounding
from parindex.domain.workflow import Stage
from parindex.records.models import (
    AssessmentRound,
    FrameworkVersion,
    PublishedResult,
    RoundFact,
    RoundUnit,
    RowHelper,
    RowVersion,
    SheetRow,
)
from parindex.records.models.fields import POINTS_DECIMALS

JUDGED = (Stage.APPRAISED, Stage.EXPLAINED, Stage.FINAL, Stage.PUBLISHED)
_TOLD = Q(current__claimed__isnull=False, current__awarded__isnull=False, current__applicable=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowPoints:
    """One row by its points: what its agency claims, and what the newest appraisal gave. None: nothing yet."""

    unit: int
    criterion: str
    stage: Stage
    claimed: Decimal | None
    awarded: Decimal | None
    applies: bool

    @property
    def is_judged(self) -> bool:
        """Whether a body has looked at the row, be it to let it stand as claimed."""
        return self.stage in JUDGED

    @property
    def points(self) -> Decimal | None:
        """What counts: the points awarded, else those claimed; None where nothing was said, or it does not apply."""
        if self.is_judged and self.awarded is not None:
            return self.awarded
        return self.claimed if self.applies else None


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundSums:
    """The appraised rows of one round: how many there are, how many claimed more than they were given.

    `difference` is all that was claimed less all that was awarded.
    """

    round: int
    year: int
    level: str
    rows: int
    over: int
    units: int
    difference: Decimal

    @property
    def by_unit(self) -> Decimal:
        """The difference of an average unit, rounded half up to two decimals."""
        return Rounding().apply(Fraction(self.difference) / self.units)


def row_points(units: Iterable[RoundUnit]) -> Iterator[RowPoints]:
    """The points of every row of some units, in one query."""
    rows = SheetRow.objects.filter(sheet__unit__in=[unit.pk for unit in units]).order_by("sheet", "position")
    said = ("current__claimed", "current__awarded", "current__applicable")
    for unit, criterion, stage, claimed, awarded, applies in rows.values_list(
        "sheet__unit", "criterion", "stage", *said
    ):
        yield RowPoints(
            unit=unit,
            criterion=criterion,
            stage=Stage(stage),
            claimed=claimed,
            awarded=awarded,
            applies=applies is not False,
        )


def newest_words(round_: AssessmentRound) -> tuple[object, ...]:
    """What tells whether anything was said in a round since: its newest row, version and fact, with their moments.

    Rows are only ever added, so nothing changes unseen; the moments tell a home from one that was put back.
    """
    row = SheetRow.objects.filter(sheet__unit__round=OuterRef("pk"))
    version = RowVersion.objects.filter(row__sheet__unit__round=OuterRef("pk"))
    fact = RoundFact.objects.filter(unit__round=OuterRef("pk"))
    newest = (_newest(row, "pk"), _newest(version, "pk"), _newest(version, "at"))
    entered = (_newest(fact, "pk"), _newest(fact, "entered_at"))
    said: tuple[object, ...] = AssessmentRound.objects.values_list(*newest, *entered).get(pk=round_.pk)
    return said


def ranked_rounds() -> QuerySet[AssessmentRound]:
    """Every round with the number of its units (`unit_count`), the newest first."""
    listed = AssessmentRound.objects.select_related("framework").defer("framework__data")
    return listed.annotate(unit_count=Count("units")).order_by("-year", "level")


def published_rounds() -> QuerySet[AssessmentRound]:
    """The published rounds, as `ranked_rounds` gives them."""
    return ranked_rounds().filter(published_at__isnull=False)


def units_of(round_: AssessmentRound) -> QuerySet[RoundUnit]:
    """The units of a round with their agencies, in their order."""
    return round_.units.select_related("agency", "round__framework").defer("round__framework__data")


def rows_with_helpers(units: Iterable[RoundUnit]) -> QuerySet[SheetRow]:
    """The rows of some units with their newest version, their sheet's agency and their helpers."""
    helpers = RowHelper.objects.select_related("agency").order_by("pk")
    rows = SheetRow.objects.filter(sheet__unit__in=[unit.pk for unit in units])
    rows = rows.select_related("current", "sheet__agency")
    return rows.prefetch_related(Prefetch("row_helpers", queryset=helpers, to_attr="helping")).order_by(
        "sheet", "position"
    )


def rows_of_agencies(units: Iterable[RoundUnit], agencies: Iterable[str]) -> QuerySet[SheetRow]:
    """The rows of some units that are on sheets of some agencies, or with which these help."""
    codes = list(agencies)
    own = rows_with_helpers(units).filter(Q(sheet__agency__code__in=codes) | Q(helpers__code__in=codes))
    return own.distinct()


def told_rows(round_: AssessmentRound) -> QuerySet[SheetRow]:
    """The appraised rows of a round that had claimed points, with their version, unit and agency."""
    rows = SheetRow.objects.filter(_TOLD, sheet__unit__round=round_, stage__in=JUDGED)
    rows = rows.select_related("current", "sheet__agency", "sheet__unit")
    return rows.order_by("sheet__unit__position", "sheet__unit", "sheet", "position")


def round_sums() -> Iterator[RoundSums]:
    """The sums of every round in which some row was both claimed and awarded, the newest first."""
    rows = SheetRow.objects.filter(_TOLD, stage__in=JUDGED)
    by_round = rows.values_list(
        "sheet__unit__round", "sheet__unit__round__year", "sheet__unit__round__level"
    ).annotate(
        rows=Count("pk"),
        over=Count("pk", filter=Q(current__claimed__gt=F("current__awarded"))),
        units=Count("sheet__unit", distinct=True),
        claimed=Sum("current__claimed"),
        awarded=Sum("current__awarded"),
    )
    ordered = by_round.order_by("-sheet__unit__round__year", "sheet__unit__round__level")
    for pk, year, level, count, over, units, claimed, awarded in ordered:
        # the database adds up binary fractions; points have so many decimals and no more
        difference = round(claimed - awarded, POINTS_DECIMALS)
        yield RoundSums(
            round=pk, year=year, level=level, rows=count, over=over, units=units, difference=difference
        )


def announced_totals(year: int) -> QuerySet[PublishedResult]:
    """The announced totals and ranks of the provinces in a year, by rank; those without one last."""
    wanted = PublishedResult.objects.filter(year=year, scope="province", measure="total", statistic="value")
    return wanted.order_by(F("rank").asc(nulls_last=True), F("points").desc(nulls_last=True), "subject")


def versions_without_data(level: str) -> QuerySet[FrameworkVersion]:
    """The stored frameworks of a level with what each continues, the oldest first; without their content."""
    return FrameworkVersion.objects.filter(level=level).defer("data").order_by("stored_at", "pk")


def _newest(rows: QuerySet[Any], column: str) -> Subquery:
    """The greatest value of a column, of rows that belong together."""
    # grouped by what is the same for all of them, so that there is one row, or none
    return Subquery(
        rows.order_by().annotate(one=Value(1)).values("one").annotate(top=Max(column)).values("top")
    )
