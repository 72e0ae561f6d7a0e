"""Điểm đang có: what each unit of a round has now: points awarded, else claimed; where no row speaks, its facts do.

A row that says nothing yet leaves its points open: no rule fills in what an agency has not claimed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from parindex.domain.comparing import share_of
from parindex.domain.facts import Award, Fact, FactBook
from parindex.domain.framework import Criterion, Framework
from parindex.domain.rules.manual import Manual
from parindex.domain.scoring import AreaScore, FrameworkScore, Tally, score_framework
from parindex.domain.sources import Certainty, LegalReference
from parindex.records.models import AssessmentRound, RoundUnit
from parindex.records.queries.rankings import RowPoints, newest_words, row_points, units_of
from parindex.services.frameworks.storing import framework_of
from parindex.services.sheets.books import books_of

_SHEET = LegalReference(document="Phiếu chấm điểm")
_MOST_KEPT = (
    12  # rounds; 137 communes take a second to score, and stay as they are from one question to the next
)


class Basis(StrEnum):
    """Căn cứ: what a unit's points rest on."""

    APPRAISED = "appraised"
    CLAIMED = "claimed"  # some rows are not appraised yet: what they claim stands in for it
    COMPUTED = "computed"  # the round has no sheets: rules and facts alone


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """One unit with its score and its rows, by their criteria."""

    unit: RoundUnit
    framework: Framework
    score: FrameworkScore
    rows: Mapping[str, RowPoints]

    @property
    def total(self) -> Tally:
        return self.score.total

    @property
    def points(self) -> Decimal | None:
        """Points out of the framework's total; None while some are open."""
        return self.score.rescaled

    @property
    def is_rescaled(self) -> bool:
        """Whether something does not apply, so that the rest was scaled up."""
        return self.total.inapplicable > 0

    @property
    def judged(self) -> int:
        return sum(row.is_judged for row in self.rows.values())

    @property
    def basis(self) -> Basis:
        if not self.rows:
            return Basis.COMPUTED
        return Basis.APPRAISED if self.judged == len(self.rows) else Basis.CLAIMED

    def area(self, code: str) -> AreaScore:
        return next(score for score in self.score.areas if score.area.code == code)

    def points_in(self, code: str) -> Decimal | None:
        """Points of one area out of its maximum, scaled up where something does not apply; None while some are open."""
        score = self.area(code)
        share = share_of(score.tally)
        return None if share is None else self.framework.rounding.apply(share * Fraction(score.tally.maximum))


def round_standings(round_: AssessmentRound) -> tuple[Standing, ...]:
    """Where the units of a round stand, in their order; worked out anew when something was said since."""
    state = (round_.opened_at, round_.framework_id, *newest_words(round_))
    units = tuple(units_of(round_))
    kept_state, kept = _KEPT.get(round_.pk, ((), ()))
    if kept_state == state and [one.unit.pk for one in kept] == [unit.pk for unit in units]:
        return tuple(replace(one, unit=unit) for one, unit in zip(kept, units, strict=True))
    found = standings_of(units)
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    _KEPT[round_.pk] = state, found
    return found


_KEPT: dict[int, tuple[tuple[object, ...], tuple[Standing, ...]]] = {}


def standings_of(units: Collection[RoundUnit]) -> tuple[Standing, ...]:
    """Where units stand, of one round or several: a few queries, whatever their number."""
    rows: dict[int, dict[str, RowPoints]] = defaultdict(dict)
    for row in row_points(units):
        rows[row.unit][row.criterion] = row
    books = books_of(units)
    entered: dict[tuple[int, frozenset[str]], Framework] = {}
    standings = []
    for unit in units:
        framework, own = framework_of(unit.round.framework), rows[unit.pk]
        key = unit.round_id, frozenset(own)
        if key not in entered:
            entered[key] = _entered(framework, own)
        standings.append(_standing(unit, framework, entered[key], books[unit.pk], own))
    return tuple(standings)


def _standing(
    unit: RoundUnit, framework: Framework, entered: Framework, book: FactBook, rows: Mapping[str, RowPoints]
) -> Standing:
    left_out = (_left_out(row) for row in rows.values() if not row.applies and row.points is None)
    awards = {
        code: Award(points=row.points, reason="") for code, row in rows.items() if row.points is not None
    }
    score = score_framework(entered, FactBook.of((*book, *left_out)), awards)
    return Standing(unit=unit, framework=framework, score=replace(score, framework=framework), rows=rows)


def _entered(framework: Framework, criteria: Iterable[str]) -> Framework:
    """The framework in which the points of some criteria are what people enter, not what their rules give."""
    codes = frozenset(criteria)
    changed = (_by_hand(one) if one.code in codes else one for one in framework.criteria)
    return replace(framework, criteria=tuple(changed))


def _by_hand(criterion: Criterion) -> Criterion:
    return replace(criterion, rule=Manual(award=_code(criterion.code), certainty=Certainty.REPORTED))


def _left_out(row: RowPoints) -> Fact:
    return Fact(
        code=_code(row.criterion),
        value=None,
        reference=_SHEET,
        certainty=Certainty.REPORTED,
        applicable=False,
    )


def _code(criterion: str) -> str:
    return f"sheet row {criterion}"  # with spaces, as no fact of a framework is named
