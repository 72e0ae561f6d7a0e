"""Kế hoạch đã lưu: one plan by its number, with the agencies that it is about."""

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.plans import Plan
from parindex.domain.text import fold
from parindex.records.queries.agencies import directory
from parindex.records.queries.plans import plan_as_domain, plans


def stored_plan(number: str) -> tuple[Plan, AgencyDirectory] | None:
    """The newest reading of the plan with a number ("5264/KH-UBND", or "5264" alone); None where none is stored."""
    wanted = fold(number)
    named = (row for row in plans() if wanted in {fold(row.number), fold(row.number.partition("/")[0])})
    row = next(named, None)
    return (plan_as_domain(row), directory()) if row else None
