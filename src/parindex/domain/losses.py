"""Điểm bị trừ: what a score lost, the largest first, and whether it agrees with what was printed or announced."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from parindex.domain import wording
from parindex.domain.plans import Loss, PartResult
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.scoring import CriterionScore, FrameworkScore, PartScore
from parindex.domain.text import code_key

What = Literal["maximum", "earned", "lost"]

_WORDS: dict[What, Sentence] = {
    "maximum": Sentence(vi="điểm tối đa", en="maximum"),
    "earned": Sentence(vi="điểm đạt được", en="points earned"),
    "lost": Sentence(vi="điểm bị trừ", en="points lost"),
}


def losses(score: FrameworkScore) -> tuple[CriterionScore, ...]:
    """The criteria that lost points, the largest loss first, then by code."""
    lost = [criterion for criterion in score.criteria if criterion.lost is not None and criterion.lost > 0]
    return tuple(sorted(lost, key=lambda c: (-(c.lost or ZERO), code_key(c.criterion.code))))


def unlisted_losses(score: FrameworkScore) -> tuple[PartScore, ...]:
    """The parts that lost points which no listed criterion accounts for, the largest loss first."""
    lost = [part for part in score.parts if part.unlisted.lost > 0]
    return tuple(sorted(lost, key=lambda part: -part.unlisted.lost))


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """Two figures that should agree: `of` is a criterion's code or a part of the results (total, direct, …).

    `computed` is None where the score has no such figure, `printed` where the document has none.
    """

    of: str
    what: What
    computed: Decimal | None
    printed: Decimal | None

    @property
    def said(self) -> Sentence:
        vi, en = _shown(self.computed, "vi"), _shown(self.computed, "en")
        printed_vi, printed_en = _shown(self.printed, "vi"), _shown(self.printed, "en")
        word = _WORDS[self.what]
        return Sentence(
            vi=f"{self.of}: {word.vi} tính ra {vi}, văn bản ghi {printed_vi}.",
            en=f"{self.of}: {word.en} come to {en}, the document says {printed_en}.",
        )


def reconcile(
    score: FrameworkScore, *, rows: Iterable[Loss] | None = None, results: Iterable[PartResult] = ()
) -> tuple[Difference, ...]:
    """What the score and a document disagree on; empty when all adds up.

    `rows` is a plan's register of lost points: each row against its criterion, and each computed loss against
    the rows (None: no register to compare with). `results` are announced points, by part.
    """
    register = () if rows is None else _register(score, tuple(rows))
    return (*register, *_results(score, results))


def _register(score: FrameworkScore, rows: tuple[Loss, ...]) -> Iterator[Difference]:
    for row in rows:
        found = score.criterion(row.criterion)
        computed = (None, None, None) if found is None else (found.maximum, found.points, found.lost)
        printed = (row.maximum, row.earned, row.lost)
        for what, ours, theirs in zip(_WORDS, computed, printed, strict=True):
            if theirs is not None and ours != theirs:
                yield Difference(of=row.criterion, what=what, computed=ours, printed=theirs)
    named = {row.criterion for row in rows}
    for loss in losses(score):
        if loss.criterion.code not in named:
            yield Difference(of=loss.criterion.code, what="lost", computed=loss.lost, printed=None)


def _results(score: FrameworkScore, results: Iterable[PartResult]) -> Iterator[Difference]:
    computed = {
        "total": score.total.earned,
        "direct": score.group("direct").earned,
        "survey": score.group("survey").earned,
        **{part.part.key: part.tally.earned for part in score.parts},
    }
    for result in results:
        ours = computed.get(result.part)
        if result.points is not None and ours != result.points:
            yield Difference(of=result.part, what="earned", computed=ours, printed=result.points)


def _shown(points: Decimal | None, language: wording.Language) -> str:
    if points is None:
        return "chưa có" if language == "vi" else "not known"
    return wording.points(points, language)
