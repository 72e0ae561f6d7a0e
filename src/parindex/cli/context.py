"""What commands that read plans know beside the document."""

from collections.abc import Mapping

from parindex.domain.agencies import AgencyDirectory


def plan_context() -> tuple[Mapping[str, str] | None, AgencyDirectory | None]:
    """The framework's known criteria (code to name) and the agency directory; None where there is none."""
    return None, None
