"""A plan in rows is the plan that was read: the demonstration's, and any other."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from parindex.domain.plans import BaseResults, Loss, Plan, PlanDocument, Task
from parindex.records.models import AssessmentRound, RoundUnit
from parindex.records.models import Plan as PlanRow
from parindex.records.queries.plans import plan_as_domain, plan_for, plans
from parindex.services.actor import SYSTEM
from parindex.services.demonstration.loading import PLAN_DOCUMENT
from parindex.services.improvement.storing_plans import Source, store_plan
from parindex.services.improvement.uploads import read_upload
from tests.any_plan import PLANS


@pytest.mark.django_db
def test_the_demonstrations_plan_comes_back_from_the_tables_as_it_was_read():
    read = read_upload(content=PLAN_DOCUMENT.read_bytes(), name=PLAN_DOCUMENT.name)

    row = store_plan(actor=SYSTEM, plan=read.plan, source=read.source)

    assert plan_as_domain(PlanRow.objects.get(pk=row.pk)) == read.plan


@pytest.mark.django_db
@given(plan=PLANS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_comes_back_from_the_tables_as_it_was_read(plan: Plan):
    with transaction.atomic():
        row = store_plan(actor=SYSTEM, plan=plan, source=Source(name="ke-hoach.md", sha256="d" * 64))
        stored = plan_as_domain(PlanRow.objects.get(pk=row.pk))
        transaction.set_rollback(True)

    assert stored == plan


@pytest.mark.django_db
@pytest.mark.parametrize("printed", ["0.8333", "9.125", "3.00", "0.5", "100"])
def test_points_keep_the_decimals_that_a_document_prints_and_show_two_at_least(printed: str):
    loss = Loss(criterion="1.2", name="", maximum=Decimal(printed), earned=None, lost=None)
    row = store_plan(actor=SYSTEM, plan=_with(loss), source=Source(name="ke-hoach.md", sha256="d" * 64))

    stored = plan_as_domain(PlanRow.objects.get(pk=row.pk)).losses[0].maximum

    assert stored == Decimal(printed)
    assert str(stored) == {"0.5": "0.50", "100": "100.00"}.get(printed, printed)


@pytest.mark.django_db
def test_reading_a_plan_back_takes_the_same_nine_queries_for_few_rows_and_for_many(
    django_assert_num_queries: Any,
):
    loss = Loss(criterion="1.2", name="", maximum=None, earned=None, lost=None, responsible=("Sở Nội vụ",))
    few = store_plan(actor=SYSTEM, plan=_with(loss), source=Source(name="it.md", sha256="e" * 64))
    many = store_plan(
        actor=SYSTEM, plan=_with(*[loss] * 300), source=Source(name="nhieu.md", sha256="f" * 64)
    )

    with django_assert_num_queries(9):
        plan_as_domain(few)
    with django_assert_num_queries(9):
        plan_as_domain(many)


@pytest.mark.django_db
def test_the_newest_plan_of_a_year_stands_first_and_a_later_reading_before_an_earlier_one():
    stored = [
        store_plan(
            actor=SYSTEM, plan=_issued(issued), source=Source(name="ke-hoach.md", sha256=str(number) * 64)
        )
        for number, issued in enumerate([date(2018, 7, 18), date(2019, 7, 1), date(2018, 7, 18)])
    ]

    assert list(plans()) == [stored[1], stored[2], stored[0]]


@pytest.mark.django_db
def test_a_round_is_answered_by_its_own_units_newest_plan_and_by_nobody_elses():
    own = _issued(date(2018, 7, 18), issuer="UBND tỉnh Vĩnh Phúc")
    others = ("UBND tỉnh Nghệ An", "UBND huyện Yên Lạc", "")
    answer = store_plan(actor=SYSTEM, plan=own, source=Source(name="tinh.md", sha256="a" * 64))
    for number, issuer in enumerate(others):
        plan = _issued(date(2018, 8, 1), issuer=issuer)
        store_plan(actor=SYSTEM, plan=plan, source=Source(name=f"{number}.md", sha256=str(number) * 64))

    answered = {year: plan_for(_unit(year)) for year in (2016, 2017)}

    assert answered == {2016: None, 2017: answer}


def _unit(year: int) -> RoundUnit:
    return RoundUnit(round=AssessmentRound(year=year, level="province"), name="Tỉnh Vĩnh Phúc")


def _issued(issued: date | None, *losses: Loss, issuer: str = "") -> Plan:
    task = Task(number="1", text="Việc", lead=("Sở Nội vụ",))
    return Plan(
        document=PlanDocument(number="1/KH", issued_date=issued, issuer=issuer, title="", period=None),
        results=BaseResults(year=2017, parts=()),
        tasks=(task,) if losses else (),
        losses=losses,
    )


def _with(*losses: Loss) -> Plan:
    return _issued(None, *losses)
