"""Đủ số lượng, for many units: the steps become cuts, and the domain says what each stretch earns."""

from fractions import Fraction

from parindex.analytics.kernels.base import Kernel, Scale
from parindex.analytics.kernels.cases import Cases
from parindex.analytics.kernels.cuts import ByCut, Cuts
from parindex.domain.rules.count_threshold import CountThreshold


def kernel(rule: CountThreshold, scale: Scale) -> Kernel:
    """One case a stretch; a branch is a step, the highest first."""
    descending = sorted((Fraction(step.at_least) for step in rule.steps), reverse=True)
    cuts = Cuts.between(descending, lambda count: _step(descending, count), low=Fraction(0))
    answers = (
        (_step(descending, count), rule.evaluate({"value": count}, scale.maximum)) for count in cuts.samples
    )
    return ByCut(cuts=cuts, cases=Cases.of(scale, answers))


def _step(descending: list[Fraction], count: Fraction) -> int:
    return next((place for place, step in enumerate(descending) if step <= count), len(descending))
