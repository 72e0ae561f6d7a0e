"""Chấm theo khung, for many units: the bands' edges become cuts, and the domain says what each stretch earns."""

from fractions import Fraction

from parindex.analytics.kernels.base import Kernel, Scale
from parindex.analytics.kernels.cases import Cases
from parindex.analytics.kernels.cuts import ByCut, Cuts
from parindex.domain.intervals import Interval
from parindex.domain.rules.band_by_rate import BandByRate


def kernel(rule: BandByRate, scale: Scale) -> Kernel:
    """One case a stretch; a branch is a band."""
    ranges = [band.range for band in rule.bands]
    edges = [edge for held in ranges for edge in (held.low, held.high) if edge is not None]
    low = None if rule.measure == "number" else Fraction(0)
    high = Fraction(1) if rule.measure == "share" else None
    cuts = Cuts.between(edges, lambda value: _band(ranges, value), low=low, high=high)
    answers = (
        (_band(ranges, value), rule.evaluate({"value": value}, scale.maximum)) for value in cuts.samples
    )
    return ByCut(cuts=cuts, cases=Cases.of(scale, answers))


def _band(ranges: list[Interval], value: Fraction) -> int:
    """The first band that holds the value, as in the domain; their number when none does."""
    return next((place for place, held in enumerate(ranges) if held.contains(value)), len(ranges))
