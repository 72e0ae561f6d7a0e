"""Chấm điểm: facts and a framework in, explained points out; rolled up by part and by area.

The sums are exact: maximum = earned + lost + open + inapplicable at every level.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from parindex.domain.facts import Award, AwardedAgain, Fact, FactBook, FactKind
from parindex.domain.framework import Area, Criterion, Framework, Part
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Input, Outcome, Step, StepValues, Verdict, scored, unruled
from parindex.domain.rules.guards import gather
from parindex.domain.rules.manual import Manual
from parindex.domain.sources import Certainty, weakest

NO_AWARDS: Mapping[str, Award | None] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class CriterionScore:
    """Points of one leaf with their explanation; `points` is None unless `outcome` is scored."""

    criterion: Criterion
    outcome: Outcome
    points: Decimal | None
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]

    @property
    def maximum(self) -> Decimal | None:
        return self.criterion.maximum.points if self.criterion.maximum else None

    @property
    def lost(self) -> Decimal | None:
        if self.points is None or self.maximum is None:
            return None
        return self.maximum - self.points

    @property
    def tally(self) -> "Tally":
        """The leaf's points as a tally; empty while its maximum is a gap."""
        return Tally() if self.maximum is None else _settle(self.maximum, self.outcome, self.points)

    @property
    def certainty(self) -> Certainty | None:
        """The weakest of what the points rest on: facts, thresholds and the maximum."""
        thresholds = [step.certainty for step in self.steps if step.certainty]
        maximum = [self.criterion.maximum.certainty] if self.criterion.maximum else []
        return weakest([*(fact.certainty for fact in self.facts), *thresholds, *maximum])


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Points of a set of criteria. `open` is what is not settled yet, `inapplicable` what does not count."""

    maximum: Decimal = ZERO
    earned: Decimal = ZERO
    lost: Decimal = ZERO
    open: Decimal = ZERO
    inapplicable: Decimal = ZERO

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            maximum=self.maximum + other.maximum,
            earned=self.earned + other.earned,
            lost=self.lost + other.lost,
            open=self.open + other.open,
            inapplicable=self.inapplicable + other.inapplicable,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class PartScore:
    """A part's tally, the sum of what the framework lists and what it does not.

    `steps` explain the unlisted points, or why they are open.
    """

    part: Part
    tally: Tally
    unlisted: Tally
    listed: Tally
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaScore:
    """An area's tally; its `open` points hold the unlisted ones that no single part settles."""

    area: Area
    tally: Tally
    unlisted: Tally


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameworkScore:
    """The score of one unit under one framework."""

    framework: Framework
    criteria: tuple[CriterionScore, ...]
    parts: tuple[PartScore, ...]
    areas: tuple[AreaScore, ...]

    @property
    def total(self) -> Tally:
        return sum((part.tally for part in self.parts), Tally())

    def group(self, name: str) -> Tally:
        """The tally of the parts of a group: `direct` or `survey`."""
        return sum((score.tally for score in self.parts if score.part.group == name), Tally())

    def criterion(self, code: str) -> CriterionScore | None:
        return next((score for score in self.criteria if score.criterion.code == code), None)

    @property
    def rescaled(self) -> Decimal | None:
        """Earned points as if what does not apply were not there, out of the framework's total.

        None while points are open, or when nothing applies.
        """
        total = self.total
        applicable = total.maximum - total.inapplicable
        if total.open or not applicable:
            return None
        share = Fraction(total.earned) / Fraction(applicable)
        return self.framework.rounding.apply(share * Fraction(self.framework.total))


def score_framework(
    framework: Framework, book: FactBook, awards: Mapping[str, Award | None] = NO_AWARDS
) -> FrameworkScore:
    """Every leaf of the framework scored on the facts of one unit; one leaf's trouble never stops another.

    `awards` are what an appraisal decided, by criterion: they stand, whatever the rules make of the facts. None says
    that it let the criterion be left out as not applicable.
    """
    complete = {part.key for part in framework.parts if _is_true(book, part.register_fact)}
    computed = (score_criterion(framework, leaf, book, complete) for leaf in framework.leaves())
    criteria = tuple(_decided(score, awards) for score in computed)
    parts = tuple(_part_score(framework, part, criteria, book, complete) for part in framework.parts)
    areas = tuple(_area_score(framework, area, criteria, parts) for area in framework.areas)
    return FrameworkScore(framework=framework, criteria=criteria, parts=parts, areas=areas)


def score_criterion(
    framework: Framework, criterion: Criterion, book: FactBook, complete: Iterable[str] = ()
) -> CriterionScore:
    """One leaf scored. `complete` names the parts whose register of lost points is known to be complete."""
    verdict, facts = _verdict(criterion, book, complete)
    points, steps = None, verdict.steps
    if verdict.points is not None:
        points = framework.rounding.apply(verdict.points)
        if points != verdict.points:
            steps = (*steps, Step(key="guard.rounded", values={"points": points}))
    return CriterionScore(
        criterion=criterion, outcome=verdict.outcome, points=points, steps=steps, facts=facts
    )


def _decided(score: CriterionScore, awards: Mapping[str, Award | None]) -> CriterionScore:
    """What the appraiser decided in place of what was computed, which stays in the explanation."""
    if score.criterion.code not in awards:
        return score
    award = awards[score.criterion.code]
    if award is None:
        steps = (*score.steps, Step(key="guard.left_out"))
        return replace(score, outcome=Outcome.NOT_APPLICABLE, points=None, steps=steps)
    return replace(
        score, outcome=Outcome.SCORED, points=award.points, steps=(*score.steps, *_appraised(award))
    )


def _appraised(award: Award) -> tuple[Step, ...]:
    """What a body gave and why; before it the award that lowered the points, where a second one followed."""
    reason = award.reason.strip().rstrip(".")
    said: StepValues = {"points": award.points, "body": award.awarded_by, "reason": reason}
    if isinstance(award, AwardedAgain):
        key = "guard.appraised_again" if reason else "guard.appraised_again_without_reason"
        return (*_appraised(award.first), Step(key=key, values=said))
    key = "guard.appraised" if reason else "guard.appraised_as_claimed"
    return (Step(key=key, values=said),)


def _verdict(
    criterion: Criterion, book: FactBook, complete: Iterable[str]
) -> tuple[Verdict, tuple[Fact, ...]]:
    if criterion.maximum is None:
        return unruled(Step(key="guard.no_maximum")), ()
    maximum = criterion.maximum.points
    if criterion.rule is not None:
        values, facts, stopped = gather(criterion.rule.inputs(), book)
        return stopped or criterion.rule.evaluate(values, maximum), facts
    if criterion.part and criterion.part in complete:
        said = {"maximum": maximum}
        step = Step(key="guard.register_complete", values=said, certainty=Certainty.DERIVED)
        return scored(maximum, step), ()
    return unruled(Step(key="guard.no_rule")), ()


def _part_score(
    framework: Framework,
    part: Part,
    criteria: tuple[CriterionScore, ...],
    book: FactBook,
    complete: Iterable[str],
) -> PartScore:
    listed = sum((s.tally for s in criteria if s.criterion.part == part.key), Tally())
    rest = framework.unlisted_in_part(part)
    verdict = _unlisted(part, rest, book, complete)
    earned = None if verdict.points is None else framework.rounding.apply(verdict.points)
    unlisted = _settle(rest, verdict.outcome, earned)
    return PartScore(
        part=part, tally=listed + unlisted, unlisted=unlisted, listed=listed, steps=verdict.steps
    )


def _unlisted(part: Part, rest: Decimal, book: FactBook, complete: Iterable[str]) -> Verdict:
    """The points of what a part does not list: an announced award, or everything when its register is complete."""
    if part.result_fact:
        award = Input(name="award", fact=part.result_fact, kind=FactKind.AWARD)
        values, _, stopped = gather((award,), book)
        return stopped or Manual(award=part.result_fact, certainty=part.maximum.certainty).evaluate(
            values, rest
        )
    if part.key in complete:
        step = Step(key="guard.unlisted_complete", values={"maximum": rest}, certainty=Certainty.DERIVED)
        return scored(rest, step)
    return unruled(Step(key="guard.unlisted", values={"maximum": rest}))


def _area_score(
    framework: Framework, area: Area, criteria: tuple[CriterionScore, ...], parts: tuple[PartScore, ...]
) -> AreaScore:
    listed = sum((s.tally for s in criteria if s.criterion.area == area.code), Tally())
    rest = framework.unlisted_in_area(area)
    known = sum((p.unlisted for p in parts if p.part.area == area.code), Tally())
    unlisted = known + Tally(maximum=rest - known.maximum, open=rest - known.maximum)
    return AreaScore(area=area, tally=listed + unlisted, unlisted=unlisted)


def _settle(maximum: Decimal, outcome: Outcome, points: Decimal | None) -> Tally:
    if outcome is Outcome.NOT_APPLICABLE:
        return Tally(maximum=maximum, inapplicable=maximum)
    if points is None:
        return Tally(maximum=maximum, open=maximum)
    return Tally(maximum=maximum, earned=points, lost=maximum - points)


def _is_true(book: FactBook, code: str) -> bool:
    values = [fact.value for fact in book.find(code)]
    return bool(values) and all(value is True for value in values)
