"""What the caller knows beside the document: the framework's criteria and the province's agencies, if any."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from parindex.domain.agencies import AgencyDirectory


@dataclass(frozen=True, kw_only=True, slots=True)
class Knowledge:
    """`criteria` maps codes to names; None means that nothing is known, so nothing is doubted.

    `issued_date` is the plan's own, since agencies are dated.
    """

    criteria: Mapping[str, str] | None = None
    directory: AgencyDirectory | None = None
    issued_date: date | None = None
