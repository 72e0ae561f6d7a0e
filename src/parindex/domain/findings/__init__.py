"""Điều kế hoạch còn bỏ sót: losses, tasks, leads and results side by side, computed for any plan.

Each kind of gap is one file with `find(evidence)`; a new kind is one file, one line here and one test.
"""

from collections.abc import Mapping
from decimal import Decimal

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.findings import names, passed, responsibility, sums, survey, tasks, uncovered
from parindex.domain.findings.data import findings_as_data
from parindex.domain.findings.model import Evidence, FindingGroup, FindingItem
from parindex.domain.plans import Plan
from parindex.domain.rules.base import Sentence

__all__ = ["FindingGroup", "FindingItem", "Sentence", "find_gaps", "findings_as_data"]

_GROUPS: Mapping[str, tuple[str, ...]] = {"direct": ("appraised", "impact"), "survey": ("sipas", "officials")}
_FAMILY = (survey, uncovered, responsibility, sums, passed, tasks, names)  # the order where points are equal


def find_gaps(
    plan: Plan, *, directory: AgencyDirectory | None = None, part_maxima: Mapping[str, Decimal] | None = None
) -> tuple[FindingGroup, ...]:
    """Every kind of gap that a plan has, by the points at stake; kinds without an item are left out.

    `directory` tells which agencies are the same and which are unknown. `part_maxima` are the maximum points of
    the framework's parts (`appraised`, `impact`, `sipas`, `officials`) or groups (`direct`, `survey`); without them
    only what follows from 100 points in all is said of the survey.
    """
    evidence = Evidence(
        plan=plan,
        directory=directory or AgencyDirectory(()),
        knows_agencies=directory is not None,
        maxima=_with_groups(dict(part_maxima or {})),
    )
    groups = [group for kind in _FAMILY for group in kind.find(evidence)]
    return tuple(sorted(groups, key=lambda group: -group.points))


def _with_groups(maxima: dict[str, Decimal]) -> dict[str, Decimal]:
    """The maxima of the parts, with those of the two groups where all their parts are known."""
    sums = {
        group: sum((maxima[part] for part in parts), Decimal(0))
        for group, parts in _GROUPS.items()
        if maxima.keys() >= set(parts)
    }
    return sums | maxima
