"""So sánh: the facts of one round under another set of criteria, and what agencies claimed beside what they got.

Totals of two sets of criteria are never set against each other without their maxima: years differ in what they ask.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from parindex.domain.coverage import is_within
from parindex.domain.explanation import explain
from parindex.domain.facts import FactBook, FactKind
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Outcome, Sentence
from parindex.domain.scoring import CriterionScore, FrameworkScore, Tally, score_framework
from parindex.domain.text import code_key
from parindex.domain.titles import Title

OldCodes = Mapping[str, tuple[str, ...]]  # the old criteria that a new one stands for, by its code


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIfRow:
    """One leaf of the new set of criteria beside the old criteria that it stands for (none: it is new).

    `why` says why the new one has no points; None when it is scored.
    """

    code: str
    title: Title
    old_codes: tuple[str, ...]
    old: Tally
    new: Tally
    outcome: Outcome
    points: Decimal | None
    why: Sentence | None

    @property
    def old_share(self) -> Fraction | None:
        """The share of the maximum that the old criteria earned; None while some of it is not settled."""
        return share_of(self.old)

    @property
    def new_share(self) -> Fraction | None:
        """The share of the maximum that the new criterion earns; None while it is not settled."""
        return share_of(self.new)


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIf:
    """The facts of a round under both sets of criteria; `dropped` are old leaves that no new criterion stands for."""

    rows: tuple[WhatIfRow, ...]
    dropped: tuple[str, ...]
    old_total: Tally
    new_total: Tally


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimedAndAwarded:
    """Điểm tự chấm và điểm thẩm định: one criterion of one agency."""

    agency: str
    criterion: str
    maximum: Decimal
    claimed: Decimal
    awarded: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Chấm vượt: what was claimed and awarded over `count` rows, `over_count` of which claimed too much."""

    of: str
    count: int
    over_count: int
    maximum: Decimal
    claimed: Decimal
    awarded: Decimal

    @property
    def difference(self) -> Decimal:
        """Points claimed beyond those awarded; negative where an agency claimed too little."""
        return self.claimed - self.awarded

    @property
    def share(self) -> Fraction | None:
        """The difference as a share of the maximum; None where nothing could be earned."""
        return Fraction(self.difference) / Fraction(self.maximum) if self.maximum else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Gaps:
    """Over-scoring, the largest difference first."""

    by_agency: tuple[Gap, ...]
    by_criterion: tuple[Gap, ...]


def share_of(tally: Tally) -> Fraction | None:
    """Earned points as a share of what applies; None while points are open, or when nothing applies."""
    applicable = tally.maximum - tally.inapplicable
    return None if tally.open or not applicable else Fraction(tally.earned) / Fraction(applicable)


def carried(book: FactBook, old: Framework, new: Framework, mapping: OldCodes) -> FactBook:
    """The facts that the new set of criteria can read, under the codes of its own definitions.

    A fact keeps its code where both define it with one kind. What only the old one defines is carried to another
    code where a new criterion stands for one old criterion, and the rules of both, of one kind, read it alike.
    """
    old_kinds, new_kinds = _fact_kinds(old), _fact_kinds(new)
    codes: dict[str, list[str]] = {
        code: [code] for code, kind in old_kinds.items() if new_kinds.get(code) is kind
    }
    for code, renamed in _renamed(old, new, mapping):
        if code not in new_kinds and renamed not in old_kinds and renamed not in codes.get(code, ()):
            codes.setdefault(code, []).append(renamed)
    return FactBook.of(replace(fact, code=code) for fact in book for code in codes.get(fact.code, ()))


def what_if(book: FactBook, old: Framework, new: Framework, mapping: OldCodes) -> WhatIf:
    """What the facts of a round earn under another set of criteria, criterion by criterion."""
    before = score_framework(old, book)
    after = score_framework(new, carried(book, old, new, mapping))
    named = [code for codes in mapping.values() for code in codes]
    return WhatIf(
        rows=tuple(_row(score, before, new, mapping) for score in after.criteria),
        dropped=tuple(leaf.code for leaf in old.leaves() if not _is_within_any(leaf.code, named)),
        old_total=before.total,
        new_total=after.total,
    )


def gaps(rows: Iterable[ClaimedAndAwarded]) -> Gaps:
    """Where more was claimed than awarded: by agency and by criterion, the largest difference first, then by code."""
    listed = tuple(rows)
    return Gaps(
        by_agency=_gaps(listed, lambda row: row.agency),
        by_criterion=_gaps(listed, lambda row: row.criterion),
    )


def _fact_kinds(framework: Framework) -> dict[str, FactKind]:
    return {definition.code: definition.kind for definition in framework.fact_definitions}


def _renamed(old: Framework, new: Framework, mapping: OldCodes) -> Iterator[tuple[str, str]]:
    """Pairs of fact codes, old and new, that rules of one kind read in one role."""
    for leaf in new.leaves():
        before = [old.criterion(code) for code in mapping.get(leaf.code, ())]
        rule = before[0].rule if len(before) == 1 and before[0] else None
        if leaf.rule is None or rule is None or rule.kind != leaf.rule.kind:
            continue
        read = {(wanted.name, wanted.kind): wanted.fact for wanted in rule.inputs()}
        for wanted in leaf.rule.inputs():
            if fact := read.get((wanted.name, wanted.kind)):
                yield fact, wanted.fact


def _row(score: CriterionScore, before: FrameworkScore, new: Framework, mapping: OldCodes) -> WhatIfRow:
    criterion, old_codes = score.criterion, mapping.get(score.criterion.code, ())
    replaced = (s.tally for s in before.criteria if _is_within_any(s.criterion.code, old_codes))
    return WhatIfRow(
        code=criterion.code,
        title=criterion.title,
        old_codes=old_codes,
        old=sum(replaced, Tally()),
        new=score.tally,
        outcome=score.outcome,
        points=score.points,
        why=None if score.outcome is Outcome.SCORED else _why(score, new),
    )


def _why(score: CriterionScore, framework: Framework) -> Sentence:
    vi, en = (" ".join(explain(score, framework, language)) for language in ("vi", "en"))
    return Sentence(vi=vi, en=en)


def _is_within_any(code: str, ancestors: Iterable[str]) -> bool:
    return any(is_within(code, ancestor) for ancestor in ancestors)


def _gaps(rows: Iterable[ClaimedAndAwarded], named: Callable[[ClaimedAndAwarded], str]) -> tuple[Gap, ...]:
    grouped: dict[str, list[ClaimedAndAwarded]] = defaultdict(list)
    for row in rows:
        grouped[named(row)].append(row)
    found = (_gap(of, group) for of, group in grouped.items())
    return tuple(sorted(found, key=lambda gap: (-gap.difference, code_key(gap.of))))


def _gap(of: str, rows: list[ClaimedAndAwarded]) -> Gap:
    return Gap(
        of=of,
        count=len(rows),
        over_count=sum(row.claimed > row.awarded for row in rows),
        maximum=sum((row.maximum for row in rows), ZERO),
        claimed=sum((row.claimed for row in rows), ZERO),
        awarded=sum((row.awarded for row in rows), ZERO),
    )
