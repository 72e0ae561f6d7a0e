"""Công bố: what everybody may read: published rounds with their rankings, and announced results with their source.

Nothing here takes an actor: only rounds that are published are looked for.
"""

from dataclasses import dataclass

from parindex.domain.agencies import AgencyLevel
from parindex.records.models import AssessmentRound, PublishedResult
from parindex.records.queries.rankings import announced_totals, published_rounds
from parindex.records.queries.rounds import published_units, totals_of
from parindex.services.results.rankings import Ranking, Wanted, published_round, ranked_units


@dataclass(frozen=True, kw_only=True)
class PublishedYear:
    """The published rounds of one year."""

    year: int
    rounds: tuple[AssessmentRound, ...]


@dataclass(frozen=True, kw_only=True)
class PublicIndex:
    """All published years; `province` is whom the announced results speak of ("" while no such year is published)."""

    years: tuple[PublishedYear, ...]
    province: str
    announced: tuple[PublishedResult, ...]


@dataclass(frozen=True, kw_only=True)
class Publication:
    """One published round: its ranking, and for provinces what was announced of them all that year."""

    ranking: Ranking
    announced: tuple[PublishedResult, ...]

    @property
    def round(self) -> AssessmentRound:
        return self.ranking.round


def public_index() -> PublicIndex:
    """The published years, the newest first, and the province's announced ranks."""
    rounds = tuple(published_rounds())
    years = dict.fromkeys(one.year for one in rounds)
    newest = published_units().first()
    announced = totals_of(newest.place_name).order_by("-year") if newest else ()
    return PublicIndex(
        years=tuple(PublishedYear(year=year, rounds=_of_year(rounds, year)) for year in years),
        province=newest.name if newest else "",
        announced=tuple(result for result in announced if result.rank or result.points is not None),
    )


def publication(*, year: int, level: str, wanted: Wanted | None = None) -> Publication | None:
    """A published round; None where there is none of that year and level, or it is not published."""
    round_ = published_round(year=year, level=level)
    if round_ is None:
        return None
    of_provinces = level == AgencyLevel.PROVINCE
    return Publication(
        ranking=ranked_units(round_, wanted or Wanted()),
        announced=tuple(announced_totals(year)) if of_provinces else (),
    )


def _of_year(rounds: tuple[AssessmentRound, ...], year: int) -> tuple[AssessmentRound, ...]:
    """The rounds of a year, the province's first."""
    levels = list(AgencyLevel)
    own = (one for one in rounds if one.year == year)
    return tuple(sorted(own, key=lambda one: levels.index(AgencyLevel(one.level))))
