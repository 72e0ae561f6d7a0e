"""Kết quả của một đơn vị: its areas and criteria with what was claimed, computed and awarded, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.facts import Award, AwardedAgain
from parindex.domain.framework import Area, Criterion, Framework
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.rules.steps import Step, steps_from_data
from parindex.domain.scoring import CriterionScore, Tally
from parindex.domain.text import code_key
from parindex.records.models import AssessmentRound, PublishedResult, RoundUnit, RowVersion, SheetRow
from parindex.records.queries.appraisals import awards_of
from parindex.records.queries.rankings import JUDGED, rows_with_helpers, units_of
from parindex.services.actor import Actor
from parindex.services.results.rankings import announced_of, may_see_all, rank_of, round_by
from parindex.services.results.standings import Standing, round_standings
from parindex.services.results.unsettled import why_open
from parindex.services.sheets.own_rows import readable_rows


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionLine:
    """One leaf of a unit: what its agency claimed, what the rule gave, what the appraisal gave, and what counts.

    `computed` and `steps` are of the moment when the row was last moved; of a leaf without a row they are the score's.
    """

    criterion: Criterion
    row: SheetRow | None
    award: Award | None
    tally: Tally
    computed: Decimal | None
    steps: tuple[Step, ...]

    @property
    def version(self) -> RowVersion | None:
        return self.row.current if self.row else None

    @property
    def is_judged(self) -> bool:
        return self.row is not None and self.row.stage in JUDGED

    @property
    def applies(self) -> bool:
        return self.version.applicable if self.version else not self.tally.inapplicable

    @property
    def claimed(self) -> Decimal | None:
        return self.version.claimed if self.version and self.version.applicable else None

    @property
    def awarded(self) -> Decimal | None:
        """The points awarded; None where no body has looked, or a row that does not apply was left as it is."""
        return self.version.awarded if self.version and self.is_judged else None

    @property
    def gap(self) -> Decimal | None:
        """Points claimed beyond those awarded; negative where the appraisal gave more."""
        return None if self.claimed is None or self.awarded is None else self.claimed - self.awarded

    @property
    def reason(self) -> str:
        """Why points are missing or were added, as the appraisal says."""
        return self.award.why_lost if self.award else ""

    @property
    def reason_by(self) -> str:
        """The body that gave this reason."""
        return self.award.why_lost_by if self.award else ""

    @property
    def again(self) -> Award | None:
        """What a second appraisal gave, where the reason of the first one still holds."""
        return self.award if isinstance(self.award, AwardedAgain) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaLines:
    """One area with its leaves; `unlisted` is what no leaf holds, None where the reader sees some rows only."""

    area: Area
    tally: Tally
    unlisted: Tally | None
    lines: tuple[CriterionLine, ...]


@dataclass(frozen=True, kw_only=True)
class UnitResult:
    """A unit's result as one reader may see it: whole, or their own rows alone, then without `standing` and rank."""

    round: AssessmentRound
    unit: RoundUnit
    framework: Framework
    areas: tuple[AreaLines, ...]
    standing: Standing | None
    rank: int | None
    out_of: int
    why: Sentence | None
    announced: PublishedResult | None

    @property
    def is_whole(self) -> bool:
        return self.standing is not None

    @property
    def is_provisional(self) -> bool:
        return self.round.published_at is None

    @property
    def total(self) -> Tally:
        """The sum of what is shown."""
        return self.standing.total if self.standing else sum((one.tally for one in self.areas), Tally())

    @property
    def has_rows(self) -> bool:
        return any(line.row for area in self.areas for line in area.lines)

    @property
    def claimed(self) -> Decimal:
        return sum((line.claimed or ZERO for area in self.areas for line in area.lines), ZERO)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Said:
    """What was claimed of a unit and what was given for it, by the codes of the criteria."""

    rows: Mapping[str, SheetRow]
    awards: Mapping[str, Award | None]

    @classmethod
    def of(cls, unit: RoundUnit, rows: Iterable[SheetRow]) -> "_Said":
        return cls(rows={row.criterion: row for row in rows}, awards=awards_of(unit))


def unit_result(*, round_pk: int, unit_pk: int, actor: Actor) -> UnitResult | None:
    """A unit's result; None where there is no such unit, or the reader may see nothing of it."""
    round_ = round_by(round_pk)
    unit = units_of(round_).filter(pk=unit_pk).first() if round_ else None
    if round_ is None or unit is None:
        return None
    return _whole(round_, unit) if may_see_all(round_, actor) else _own(round_, unit, actor)


def _whole(round_: AssessmentRound, unit: RoundUnit) -> UnitResult:
    standings = round_standings(round_)
    standing = next(one for one in standings if one.unit.pk == unit.pk)
    place, out_of = rank_of(standing, standings)
    said = _Said.of(unit, rows_with_helpers([unit]))
    return UnitResult(
        round=round_,
        unit=unit,
        framework=standing.framework,
        areas=tuple(
            _area(score.area, score.tally, score.unlisted, standing, said) for score in standing.score.areas
        ),
        standing=standing,
        rank=place,
        out_of=out_of,
        why=why_open(standing) if standing.points is None else None,
        announced=announced_of(round_, standings),
    )


def _own(round_: AssessmentRound, unit: RoundUnit, actor: Actor) -> UnitResult | None:
    """The rows of a unit that are the reader's own, as they stand; nothing of the others, and no rank."""
    rows = readable_rows([unit], actor=actor)
    if not rows:
        return None
    said = _Said.of(unit, rows)
    standing = next(one for one in round_standings(round_) if one.unit.pk == unit.pk)
    found = (_own_area(area, standing, said) for area in standing.framework.areas)
    return UnitResult(
        round=round_,
        unit=unit,
        framework=standing.framework,
        areas=tuple(one for one in found if one.lines),
        standing=None,
        rank=None,
        out_of=0,
        why=None,
        announced=None,
    )


def _own_area(area: Area, standing: Standing, said: _Said) -> AreaLines:
    lines = _lines(
        area, (one for one in standing.score.criteria if one.criterion.code in said.rows), standing, said
    )
    tally = sum((line.tally for line in lines), Tally())
    return AreaLines(area=area, tally=tally, unlisted=None, lines=lines)


def _area(area: Area, tally: Tally, unlisted: Tally, standing: Standing, said: _Said) -> AreaLines:
    return AreaLines(
        area=area, tally=tally, unlisted=unlisted, lines=_lines(area, standing.score.criteria, standing, said)
    )


def _lines(
    area: Area, scores: Iterable[CriterionScore], standing: Standing, said: _Said
) -> tuple[CriterionLine, ...]:
    own = (score for score in scores if score.criterion.area == area.code)
    ordered = sorted(own, key=lambda score: code_key(score.criterion.code))
    return tuple(_line(score, standing.framework, said) for score in ordered)


def _line(score: CriterionScore, framework: Framework, said: _Said) -> CriterionLine:
    row = said.rows.get(score.criterion.code)
    version = row.current if row else None
    computed, steps = (version.computed, _steps(version)) if version else (score.points, score.steps)
    if row is not None and version is None:
        computed, steps = None, ()
    return CriterionLine(
        criterion=framework.criterion(score.criterion.code) or score.criterion,
        row=row,
        award=said.awards.get(score.criterion.code) if row else None,
        tally=score.tally,
        computed=computed,
        steps=steps,
    )


def _steps(version: RowVersion) -> tuple[Step, ...]:
    return steps_from_data(version.steps) if version.steps else ()
