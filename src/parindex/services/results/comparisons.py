"""So sánh: a criterion over the years, what agencies claimed beside what they got, last year's facts under new rules.

Points of two versions are never set against each other: shares of the maximum are, and ranks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from parindex.domain.comparing import WhatIf, share_of, what_if
from parindex.domain.coverage import is_within
from parindex.domain.framework import Framework
from parindex.domain.rights import Right
from parindex.domain.scoring import FrameworkScore, Tally
from parindex.records.models import AssessmentRound, FrameworkVersion, RoundUnit
from parindex.records.queries.rankings import ranked_rounds, units_of
from parindex.records.queries.rounds import published_units, totals_of
from parindex.services.actor import Actor
from parindex.services.frameworks.maps import CodeMap, VersionMaps
from parindex.services.frameworks.storing import framework_of
from parindex.services.results.standings import Standing, standings_of
from parindex.services.sheets.books import books_of

Row = TypeVar("Row", AssessmentRound, RoundUnit, FrameworkVersion)


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryYear:
    """A criterion in one published year: the codes it had then, its points, and the province's rank of the year.

    Without `codes` that year's version has nothing that this criterion stands for, or (`is_mapped` False) nobody
    compared the two versions. `is_whole` says whether the known leaves hold all the points of these codes.
    """

    year: int
    version: FrameworkVersion
    is_mapped: bool
    codes: tuple[str, ...]
    tally: Tally
    is_whole: bool
    rank: int | None

    @property
    def share(self) -> Fraction | None:
        """The share of the maximum that was earned: what can be compared between versions."""
        return share_of(self.tally) if self.is_whole else None


@dataclass(frozen=True, kw_only=True)
class WhatIfPage:
    """A unit's facts under another version; `compared` is None while there is none to choose."""

    rounds: tuple[AssessmentRound, ...]
    round: AssessmentRound
    units: tuple[RoundUnit, ...]
    unit: RoundUnit
    versions: tuple[FrameworkVersion, ...]
    version: FrameworkVersion | None
    old: Framework
    new: Framework | None
    is_mapped: bool
    compared: WhatIf | None

    @property
    def carried(self) -> int:
        """How many criteria of the other version are scored by the facts at hand."""
        return sum(row.points is not None for row in self.compared.rows) if self.compared else 0


def has_rounds() -> bool:
    """Whether any round is open or published."""
    return ranked_rounds().exists()


def criterion_history(code: str, *, version: FrameworkVersion) -> tuple[HistoryYear, ...]:
    """A criterion of one version in every published year of the province, the newest first.

    Empty while fewer than two years are published: one year has no history.
    """
    units = list(published_units())
    if len(units) < 2:
        return ()
    maps = VersionMaps(version.level)
    ranks = {result.year: result.rank for result in totals_of(units[0].place_name)}
    leaves = [leaf.code for leaf in framework_of(version).leaves() if is_within(leaf.code, code)]
    return tuple(
        _year(
            one, code, leaves, maps.between(version, one.unit.round.framework), ranks.get(one.unit.round.year)
        )
        for one in standings_of(units)
    )


def what_if_page(
    *, actor: Actor, round_pk: int | None = None, unit_pk: int | None = None, version_pk: int | None = None
) -> WhatIfPage | None:
    """The facts of a unit under another version of its level, of the newest published round unless one is named.

    None while no round is open. What is named and not there is left out, and the first one stands in for it.
    """
    actor.require(Right.READ_RESULT)
    rounds = tuple(one for one in ranked_rounds() if one.unit_count)  # type: ignore[attr-defined]
    if not rounds:
        return None
    round_ = _named(rounds, round_pk) or next((one for one in rounds if one.published_at), rounds[0])
    units = tuple(units_of(round_))
    unit = _named(units, unit_pk) or units[0]
    maps = VersionMaps(round_.level)
    versions = tuple(one for one in reversed(maps.versions) if one.pk != round_.framework_id)
    version = _named(versions, version_pk) or (versions[0] if versions else None)
    old, mapping = (
        framework_of(round_.framework),
        maps.between(version, round_.framework) if version else None,
    )
    new = framework_of(version) if version else None
    return WhatIfPage(
        rounds=rounds,
        round=round_,
        units=units,
        unit=unit,
        versions=versions,
        version=version,
        old=old,
        new=new,
        is_mapped=mapping is not None,
        compared=what_if(books_of([unit])[unit.pk], old, new, mapping or {}) if new else None,
    )


def _year(
    standing: Standing, code: str, leaves: Iterable[str], mapping: CodeMap | None, rank: int | None
) -> HistoryYear:
    round_ = standing.unit.round
    codes = tuple(dict.fromkeys(_olds(code, leaves, mapping or {})))
    return HistoryYear(
        year=round_.year,
        version=round_.framework,
        is_mapped=mapping is not None,
        codes=codes,
        tally=sum((_tally_within(standing.score, code) for code in codes), Tally()),
        is_whole=bool(codes) and all(_is_whole(standing.score, code) for code in codes),
        rank=rank,
    )


def _olds(code: str, leaves: Iterable[str], mapping: CodeMap) -> Iterator[str]:
    """What a criterion stands for: by its own code, else by those of the leaves below it."""
    if code in mapping:
        yield from mapping[code]
        return
    for leaf in leaves:
        yield from mapping.get(leaf, ())


def _tally_within(score: FrameworkScore, code: str) -> Tally:
    return sum((one.tally for one in score.criteria if is_within(one.criterion.code, code)), Tally())


def _is_whole(score: FrameworkScore, code: str) -> bool:
    criterion = score.framework.criterion(code)
    maximum = criterion.maximum if criterion else None
    return maximum is not None and maximum.points == _tally_within(score, code).maximum


def _named(rows: Iterable[Row], pk: int | None) -> Row | None:
    return next((row for row in rows if row.pk == pk), None)
