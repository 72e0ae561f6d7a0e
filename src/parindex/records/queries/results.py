"""Results of a unit: its sheets, the stages of a row, decisions on who answers for what, and published years."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet

from parindex.domain.workflow import Stage
from parindex.records.models import (
    AssessmentRound,
    LossOwner,
    PublishedResult,
    RoundUnit,
    RowVersion,
    Sheet,
    SheetRow,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class AwardedRow:
    """One row of a round as its publication looks at it; `is_owned` once somebody was decided to answer for it."""

    unit: int
    criterion: str
    stage: Stage
    awarded: Decimal | None
    is_owned: bool


def unit_of(pk: int) -> RoundUnit | None:
    """A unit with its round and framework; None where there is none of that key."""
    units = RoundUnit.objects.select_related("round__framework", "agency").defer("round__framework__data")
    return units.filter(pk=pk).first()


def round_of(pk: int) -> AssessmentRound | None:
    """A round with its framework; None where there is none of that key."""
    rounds = AssessmentRound.objects.select_related("framework").defer("framework__data")
    return rounds.filter(pk=pk).first()


def sheet_of(pk: int) -> Sheet | None:
    """A sheet with its unit, round, framework and agency; None where there is none of that key."""
    return _sheets().filter(pk=pk).first()


def sheets_of(unit: RoundUnit) -> QuerySet[Sheet]:
    """The sheets of a unit, in their order."""
    return _sheets().filter(unit=unit).order_by("pk")


def versions_of(row_pk: int) -> QuerySet[RowVersion]:
    """What a row said after every move, the first one first; words kept aside are left out."""
    kept = RowVersion.objects.filter(row=row_pk, is_aside=False)
    return kept.select_related("by", "by_agency").order_by("number")


def owners_of(unit: RoundUnit) -> Mapping[str, LossOwner]:
    """The decision that stands on who answers for the lost points of each criterion of a unit."""
    decisions = LossOwner.objects.filter(row__sheet__unit=unit).select_related("by", "row").order_by("pk")
    return {decision.row.criterion: decision for decision in decisions}


def awarded_rows(round_: AssessmentRound) -> Iterator[AwardedRow]:
    """Every row of a round with the points it was given, in one query."""
    decided = Exists(LossOwner.objects.filter(row=OuterRef("pk")))
    rows = SheetRow.objects.filter(sheet__unit__round=round_).annotate(is_owned=decided)
    columns = ("sheet__unit", "criterion", "stage", "current__awarded", "is_owned")
    for unit, criterion, stage, awarded, is_owned in rows.order_by("sheet", "position").values_list(*columns):
        yield AwardedRow(
            unit=unit, criterion=criterion, stage=Stage(stage), awarded=awarded, is_owned=is_owned
        )


def area_agencies(unit: RoundUnit) -> Mapping[str, str]:
    """The name of the agency whose sheet holds each area of a unit."""
    sheets = unit.sheets.order_by("pk").values_list("areas", "agency__name")
    return {area: name for areas, name in sheets for area in areas}


def announced_total(unit: RoundUnit) -> PublishedResult | None:
    """What was announced as a province's total and rank of its year; None where nothing is stored."""
    wanted = PublishedResult.objects.filter(scope="province", subject=unit.place_name, year=unit.round.year)
    return wanted.filter(measure="total", statistic="value").order_by("pk").first()


def _sheets() -> QuerySet[Sheet]:
    known = Sheet.objects.select_related("unit__round__framework", "unit__agency", "agency")
    return known.defer("unit__round__framework__data")
