"""The task as parindex holds it: a framework of 60 leaves in 8 areas, and columns or books of facts."""

from decimal import Decimal
from fractions import Fraction

import numpy as np

from bench.rules.task import BAND, BANDS, FULL_UNTIL, HALF_UNTIL, LATE, QUANTUM, Task
from parindex.analytics.columns.base import Column, Provenance
from parindex.analytics.columns.figures import FigureColumn
from parindex.analytics.facts import UnitFacts
from parindex.domain.facts import Fact, FactBook, FactKind, FactValue
from parindex.domain.framework import Area, Criterion, Framework, Part, SourcedPoints
from parindex.domain.points import Rounding
from parindex.domain.rules.band_by_rate import Band, BandByRate
from parindex.domain.rules.base import Rule
from parindex.domain.rules.proportional import Proportional
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import NO_TITLE

_SAMPLE = Certainty.SAMPLE
_REFERENCE = LegalReference(document="2948/QĐ-BNV")
_SOURCES = (Provenance(reference=_REFERENCE, certainty=_SAMPLE),)


def framework(task: Task) -> Framework:
    """The rules as the domain's own dataclasses."""
    leaves = [_leaf(leaf, kind, Decimal(str(maximum))) for leaf, (kind, maximum) in enumerate(task.rules())]
    total = _sourced(Decimal(str(task.maxima.sum())))
    return Framework(
        id="bench",
        decision=_REFERENCE,
        title=NO_TITLE,
        years=(2017,),
        total=total.points,
        rounding=Rounding(quantum=QUANTUM),
        parts=(Part(key="appraised", title=NO_TITLE, group="direct", maximum=total),),
        areas=tuple(
            Area(code=code, title=NO_TITLE, maximum=total)
            for code in dict.fromkeys(leaf.area for leaf in leaves)
        ),
        criteria=tuple(leaves),
    )


def columns(task: Task) -> UnitFacts:
    """One column a leaf, contiguous."""
    held: dict[str, Column] = {}
    for leaf, kind in enumerate(task.kinds.tolist()):
        first, second = (np.ascontiguousarray(values[:, leaf]) for values in (task.first, task.second))
        held[f"f{leaf}"] = (
            FigureColumn(kind=FactKind.COUNT, sources=_SOURCES, numerator=first)
            if kind == LATE
            else FigureColumn(kind=FactKind.SHARE, sources=_SOURCES, numerator=first, denominator=second)
        )
    return UnitFacts(units=task.units, columns=held)


def books(task: Task) -> list[FactBook]:
    """One book a unit, as the domain's single score reads it."""
    kinds = task.kinds.tolist()
    pairs = zip(task.first.tolist(), task.second.tolist(), strict=True)
    return [
        FactBook.of(
            _fact(f"f{leaf}", first if kind == LATE else Fraction(first, second))
            for leaf, (kind, first, second) in enumerate(zip(kinds, *pair, strict=True))
        )
        for pair in pairs
    ]


def _fact(code: str, value: FactValue) -> Fact:
    return Fact(code=code, value=value, reference=_REFERENCE, certainty=_SAMPLE)


def _sourced(points: Decimal) -> SourcedPoints:
    return SourcedPoints(points=points, reference=_REFERENCE, certainty=_SAMPLE)


def _leaf(leaf: int, kind: int, maximum: Decimal) -> Criterion:
    return Criterion(
        code=f"{leaf // 8 + 1}.{leaf % 8 + 1}",
        title=NO_TITLE,
        area=str(leaf // 8 + 1),
        parent="",
        reference=_REFERENCE,
        certainty=_SAMPLE,
        part="appraised",
        maximum=_sourced(maximum),
        rule=_rule(f"f{leaf}", kind, maximum),
    )


def _rule(fact: str, kind: int, maximum: Decimal) -> Rule:
    if kind == BAND:
        return BandByRate(value=fact, bands=_share_bands(maximum))
    if kind == LATE:
        return BandByRate(value=fact, measure="count", bands=_late_bands(maximum))
    return Proportional(value=fact, certainty=_SAMPLE)


def _share_bands(maximum: Decimal) -> tuple[Band, ...]:
    starts = [*BANDS, (Decimal(0), Decimal(0))]
    ends = [None, *(least for least, _ in BANDS)]
    return tuple(
        Band(earns=worth * maximum, certainty=_SAMPLE, at_least=least, below=end)
        for (least, worth), end in zip(starts, ends, strict=True)
    )


def _late_bands(maximum: Decimal) -> tuple[Band, ...]:
    full, half = Decimal(FULL_UNTIL), Decimal(HALF_UNTIL)
    return (
        Band(earns=maximum, certainty=_SAMPLE, at_most=full),
        Band(earns=maximum / 2, certainty=_SAMPLE, above=full, at_most=half),
        Band(earns=Decimal(0), certainty=_SAMPLE, above=half),
    )
