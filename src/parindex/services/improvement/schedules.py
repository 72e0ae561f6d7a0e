"""Lịch của kế hoạch, by what is known of its province and of Vietnam's working days."""

from datetime import date

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.plans import Plan, Task
from parindex.domain.schedule import Due, schedule, undated
from parindex.frameworks.agencies import directory_for
from parindex.frameworks.calendars import vietnam_calendar


def schedule_of(
    plan: Plan, *, first: date, last: date, agencies: AgencyDirectory | None = None
) -> tuple[Due, ...]:
    """A plan's due dates from `first` to `last`; without `agencies`, leads are named as the software knows them."""
    known = agencies or directory_for(plan.document.issuer, on=plan.document.issued_date)
    return schedule(plan, agencies=known, calendar=vietnam_calendar(), first=first, last=last)


def undated_of(plan: Plan) -> tuple[Task, ...]:
    """The tasks of a plan that never fall due."""
    return undated(plan, calendar=vietnam_calendar())
