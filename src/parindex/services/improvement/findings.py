"""Điều kế hoạch còn bỏ sót, by what is known of its year and its province."""

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.findings import FindingGroup, find_gaps
from parindex.domain.framework import Framework
from parindex.domain.plans import Plan
from parindex.frameworks.agencies import directory_for
from parindex.frameworks.known import UnknownFramework
from parindex.frameworks.loader import framework_for


def built_in_findings(plan: Plan) -> tuple[FindingGroup, ...]:
    """What a plan overlooks, by what the software itself brings."""
    try:
        framework = framework_for(plan.results.year) if plan.results.year else None
    except UnknownFramework:
        framework = None
    return findings_of(plan, framework, directory_for(plan.document.issuer, on=plan.document.issued_date))


def findings_of(
    plan: Plan, framework: Framework | None, agencies: AgencyDirectory | None
) -> tuple[FindingGroup, ...]:
    """What a plan overlooks. `framework` and `agencies` are those of its base year and province, None while unknown."""
    maxima = {part.key: part.maximum.points for part in framework.parts} if framework else None
    return find_gaps(plan, directory=agencies, part_maxima=maxima)
