"""Bộ tiêu chí: areas, the tree of criteria, parts, and what of it is not listed.

The 100 points are broken down twice: by area (lĩnh vực) and by part (thẩm định, tác động, SIPAS, khảo sát công
chức). Where the known leaves do not add up to an area's or a part's maximum, the rest is an unlisted remainder.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.agencies.model import AgencyLevel
from parindex.domain.facts import FactKind
from parindex.domain.points import ZERO, Rounding
from parindex.domain.rules.base import Rule
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import NO_TITLE
from parindex.domain.titles import Title as Title


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcedPoints:
    """Points with their legal reference and certainty; `how` tells a derivation."""

    points: Decimal
    reference: LegalReference
    certainty: Certainty
    how: Title = NO_TITLE


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One part of the total (`appraised`, `impact`, `sipas`, `officials`); `group` is `direct` or `survey`.

    `register_fact` is the yes/no fact that says the register of this part's lost points is complete; `result_fact`
    is the award that gives the points of what the framework does not list. `area` is set when the whole part
    lies in one area.
    """

    key: str
    title: Title
    group: str
    maximum: SourcedPoints
    register_fact: str = ""
    result_fact: str = ""
    area: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Area:
    """Lĩnh vực. The counts are those the source states for the full set; None where it does not."""

    code: str
    title: Title
    maximum: SourcedPoints
    criteria_count: int | None = None
    subcriteria_count: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FactDefinition:
    """What a fact code means and what it holds."""

    code: str
    title: Title
    kind: FactKind
    unit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Criterion:
    """Tiêu chí, tiêu chí thành phần. `parent` is "" right below an area; `maximum` None is a gap.

    `part` is "" where the source does not say which part a criterion belongs to.
    """

    code: str
    title: Title
    area: str
    parent: str
    reference: LegalReference
    certainty: Certainty
    part: str = ""
    maximum: SourcedPoints | None = None
    rule: Rule | None = None
    rule_reference: LegalReference | None = None
    target: Title = NO_TITLE
    appraiser: str = ""
    note: Title = NO_TITLE


@dataclass(frozen=True, kw_only=True, slots=True)
class Framework:
    """One dated version of the set of criteria, frozen once a round is opened with it.

    `level` is that of the units it scores; `is_sample` marks what was made for demonstration.
    """

    id: str
    decision: LegalReference
    title: Title
    years: tuple[int, ...]
    total: Decimal
    rounding: Rounding
    parts: tuple[Part, ...]
    areas: tuple[Area, ...]
    criteria: tuple[Criterion, ...]
    fact_definitions: tuple[FactDefinition, ...] = ()
    criteria_count: int | None = None
    subcriteria_count: int | None = None
    note: Title = NO_TITLE
    level: AgencyLevel = AgencyLevel.PROVINCE
    is_sample: bool = False

    def criterion(self, code: str) -> Criterion | None:
        return next((criterion for criterion in self.criteria if criterion.code == code), None)

    def children(self, code: str) -> tuple[Criterion, ...]:
        """Criteria right below a criterion, or right below an area when `code` is an area's."""
        return tuple(c for c in self.criteria if c.parent == code or (not c.parent and c.area == code))

    def leaves(self) -> Iterator[Criterion]:
        """Criteria without children: the ones that are scored."""
        parents = {criterion.parent for criterion in self.criteria}
        return (criterion for criterion in self.criteria if criterion.code not in parents)

    def unlisted_in_area(self, area: Area) -> Decimal:
        """Points of the area that no known leaf holds."""
        return area.maximum.points - self._listed(lambda leaf: leaf.area == area.code)

    def unlisted_in_part(self, part: Part) -> Decimal:
        """Points of the part that no known leaf holds."""
        return part.maximum.points - self._listed(lambda leaf: leaf.part == part.key)

    def _listed(self, belongs: Callable[[Criterion], bool]) -> Decimal:
        held = (leaf.maximum.points for leaf in self.leaves() if leaf.maximum and belongs(leaf))
        return sum(held, ZERO)
