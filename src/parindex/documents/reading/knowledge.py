"""What the caller knows beside the document: the framework's criteria and the province's agencies, if any."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.plans import BaseResults, PlanDocument


@dataclass(frozen=True, kw_only=True, slots=True)
class Knowledge:
    """`criteria` maps codes to names; None means that nothing is known, so nothing is doubted.

    `issued_date` is the plan's own, since agencies are dated.
    """

    criteria: Mapping[str, str] | None = None
    directory: AgencyDirectory | None = None
    issued_date: date | None = None


KnowledgeOf = Callable[[PlanDocument, BaseResults], Knowledge]
"""What is known of a plan once its head and its results are read: whose it is, and which year it answers to."""


def nothing_known(_document: PlanDocument, _results: BaseResults) -> Knowledge:
    """Names and codes stand as printed; none is doubted."""
    return Knowledge()
