"""Chấm vượt: what agencies claimed beside what the appraisal gave them, by agency, by criterion and row by row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from parindex.domain.comparing import ClaimedAndAwarded, Gap, Gaps, gaps
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.titles import NO_TITLE, Title
from parindex.records.models import AssessmentRound, RowVersion, SheetRow
from parindex.records.queries.appraisals import award_of, first_appraisals
from parindex.records.queries.rankings import RoundSums, ranked_rounds, round_sums, told_rows
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldRow:
    """One appraised row with what was claimed and what was given."""

    row: SheetRow
    agency: str
    agency_name: str
    unit: str
    area: str
    title: Title
    maximum: Decimal
    claimed: Decimal
    awarded: Decimal
    reason: str

    @property
    def difference(self) -> Decimal:
        """Points claimed beyond those awarded; negative where the appraisal gave more."""
        return self.claimed - self.awarded


@dataclass(frozen=True, kw_only=True)
class OverScoring:
    """A round's claims beside its awards. `rows` are those of the chosen agency or criterion, the largest gap first."""

    rounds: tuple[RoundSums, ...]
    round: AssessmentRound
    framework: Framework
    gaps: Gaps
    names: Mapping[str, str]
    agency: str
    criterion: str
    rows: tuple[ToldRow, ...]
    all_rows: tuple[ToldRow, ...]

    @property
    def is_chosen(self) -> bool:
        return bool(self.agency or self.criterion)

    @property
    def claimed(self) -> Decimal:
        return sum((row.claimed for row in self.all_rows), ZERO)

    @property
    def awarded(self) -> Decimal:
        return sum((row.awarded for row in self.all_rows), ZERO)

    @property
    def difference(self) -> Decimal:
        return self.claimed - self.awarded

    @property
    def over(self) -> int:
        """How many rows claimed more than they were given."""
        return sum(row.difference > 0 for row in self.all_rows)

    @property
    def under(self) -> int:
        return sum(row.difference < 0 for row in self.all_rows)

    @property
    def share(self) -> Fraction | None:
        """The difference as a share of what was claimed."""
        return Fraction(self.difference) / Fraction(self.claimed) if self.claimed else None

    def title(self, code: str) -> Title:
        found = self.framework.criterion(code)
        return found.title if found else NO_TITLE

    @property
    def years(self) -> tuple[RoundSums, ...]:
        """The rounds of the same level, the newest first."""
        return tuple(one for one in self.rounds if one.level == self.round.level)


def over_scoring(
    *, actor: Actor, round_pk: int | None = None, agency: str = "", criterion: str = ""
) -> OverScoring | None:
    """Claims beside awards in a round, the newest one unless another is named; None while nothing is appraised."""
    actor.require(Right.READ_RESULT)
    rounds = tuple(round_sums())
    if not rounds:
        return None
    chosen = next((one for one in rounds if one.round == round_pk), rounds[0])
    round_ = ranked_rounds().get(pk=chosen.round)
    framework = framework_of(round_.framework)
    firsts = first_appraisals(round_.units.all())
    rows = tuple(_told(row, framework, firsts.get(row.pk)) for row in told_rows(round_))
    return OverScoring(
        rounds=rounds,
        round=round_,
        framework=framework,
        gaps=gaps(_compared(rows)),
        names={row.agency: row.agency_name for row in rows},
        agency=agency,
        criterion=criterion,
        rows=_of(rows, agency, criterion),
        all_rows=rows,
    )


def largest(found: Iterable[Gap]) -> Decimal:
    """The largest difference either way: what bars around zero are drawn against."""
    return max((abs(gap.difference) for gap in found), default=ZERO)


def _told(row: SheetRow, framework: Framework, first: RowVersion | None) -> ToldRow:
    version = row.current
    award = award_of(version, first) if version else None
    if version is None or version.claimed is None or award is None:
        raise LookupError(f"row {row.pk} tells nothing")
    criterion = framework.criterion(row.criterion)
    return ToldRow(
        row=row,
        agency=row.sheet.agency.code,
        agency_name=row.sheet.agency.name,
        unit=row.sheet.unit.name,
        area=criterion.area if criterion else "",
        title=criterion.title if criterion else NO_TITLE,
        maximum=criterion.maximum.points if criterion and criterion.maximum else ZERO,
        claimed=version.claimed,
        awarded=award.points,
        reason=award.why_lost,
    )


def _compared(rows: Iterable[ToldRow]) -> Iterable[ClaimedAndAwarded]:
    for row in rows:
        yield ClaimedAndAwarded(
            agency=row.agency,
            criterion=row.row.criterion,
            maximum=row.maximum,
            claimed=row.claimed,
            awarded=row.awarded,
        )


def _of(rows: tuple[ToldRow, ...], agency: str, criterion: str) -> tuple[ToldRow, ...]:
    """The rows of the choice in which claim and award differ, the largest difference first."""
    wanted = (
        row
        for row in rows
        if row.difference and agency in {"", row.agency} and criterion in {"", row.row.criterion}
    )
    return tuple(sorted(wanted, key=lambda row: -row.difference))
