"""A plan in rows is the plan that was read: the demonstration's, and any other."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parindex.domain.deadlines import Deadline, parse_deadline
from parindex.domain.plans import (
    AreaLead,
    BaseResults,
    Loss,
    LossEvent,
    PartResult,
    Period,
    Plan,
    PlanDocument,
    Remark,
    Target,
    Task,
)
from parindex.records.models import Plan as PlanRow
from parindex.records.queries.plans import plan_as_domain, plan_for, plans
from parindex.services.demonstration import PLAN_DOCUMENT
from parindex.services.plans import Source, read_upload, store_plan

WORDS = st.text(alphabet="aâăđêôơưhòaHOÀ0123 ./-–“”|", max_size=40)
SOME_WORDS = WORDS.filter(bool)
YEARS = st.integers(2012, 2035)
POINTS = st.none() | st.decimals(0, 100, places=2) | st.decimals(0, 9, places=4)
CODES = st.sampled_from(["1", "1.2", "3.2.1", "7.10", "7.1.10"])
AGENCIES = st.sampled_from(["Sở Nội vụ", "UBND cấp huyện", "Các cơ quan, đơn vị liên quan", "Sở Lạ"])
DEADLINES: st.SearchStrategy[Deadline | None] = st.none() | st.sampled_from(
    [
        "Hàng năm",
        "Quý II năm 2018",
        "Trước ngày 15/12 hàng năm",
        "Trong năm 2018",
        "khi có thể",
        "Theo chỉ đạo",
    ]
).map(parse_deadline)


def tuples(elements: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(elements, max_size=most).map(tuple)


RANKS = st.none() | st.integers(1, 63)
PERIODS = st.builds(
    lambda year, more: Period(first_year=year, last_year=year + more), YEARS, st.integers(0, 5)
)
DOCUMENTS = st.builds(
    PlanDocument,
    number=WORDS,
    issued_date=st.none() | st.dates(date(2012, 1, 1), date(2035, 12, 31)),
    issuer=WORDS,
    title=WORDS,
    period=st.none() | PERIODS,
)
RESULTS = st.builds(
    BaseResults,
    year=st.none() | YEARS,
    rank_change=st.none() | st.integers(-62, 62),
    parts=tuples(
        st.builds(
            PartResult, part=st.sampled_from(["total", "direct"]), points=POINTS, rank=RANKS, out_of=RANKS
        )
    ),
)
TASKS = st.builds(
    Task,
    number=WORDS,
    text=WORDS,
    criteria=tuples(CODES),
    aims=tuples(WORDS),
    lead=tuples(AGENCIES),
    cooperating=tuples(AGENCIES),
    deadline=DEADLINES,
)
LOSSES = st.builds(
    Loss,
    criterion=CODES,
    name=WORDS,
    maximum=POINTS,
    earned=POINTS,
    lost=POINTS,
    justification=WORDS,
    responsible=tuples(AGENCIES),
    events=tuples(st.builds(LossEvent, text=SOME_WORDS, points=POINTS, document=WORDS)),
)
PLANS = st.builds(
    Plan,
    document=DOCUMENTS,
    results=RESULTS,
    targets=tuples(st.builds(Target, year=YEARS, top=st.integers(1, 63), text=WORDS)),
    area_leads=tuples(st.builds(AreaLead, area=CODES, agency=AGENCIES, area_name=WORDS, deadline=DEADLINES)),
    duties=tuples(SOME_WORDS),
    tasks=tuples(TASKS, most=6),
    losses=tuples(LOSSES, most=6),
    remarks=tuples(st.builds(Remark, kind=WORDS, place=WORDS, text=WORDS)),
)


@pytest.mark.django_db
def test_the_demonstrations_plan_comes_back_from_the_tables_as_it_was_read():
    read = read_upload(content=PLAN_DOCUMENT.read_bytes(), name=PLAN_DOCUMENT.name)

    row = store_plan(plan=read.plan, source=read.source)

    assert plan_as_domain(PlanRow.objects.get(pk=row.pk)) == read.plan


@pytest.mark.django_db
@given(plan=PLANS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_comes_back_from_the_tables_as_it_was_read(plan: Plan):
    with transaction.atomic():
        row = store_plan(plan=plan, source=Source(name="ke-hoach.md", sha256="d" * 64))
        stored = plan_as_domain(PlanRow.objects.get(pk=row.pk))
        transaction.set_rollback(True)

    assert stored == plan


@pytest.mark.django_db
@pytest.mark.parametrize("printed", ["0.8333", "9.125", "3.00", "0.5", "100"])
def test_points_keep_the_decimals_that_a_document_prints_and_show_two_at_least(printed: str):
    loss = Loss(criterion="1.2", name="", maximum=Decimal(printed), earned=None, lost=None)
    row = store_plan(plan=_with(loss), source=Source(name="ke-hoach.md", sha256="d" * 64))

    stored = plan_as_domain(PlanRow.objects.get(pk=row.pk)).losses[0].maximum

    assert stored == Decimal(printed)
    assert str(stored) == {"0.5": "0.50", "100": "100.00"}.get(printed, printed)


@pytest.mark.django_db
def test_reading_a_plan_back_takes_the_same_nine_queries_for_few_rows_and_for_many(
    django_assert_num_queries: Any,
):
    loss = Loss(criterion="1.2", name="", maximum=None, earned=None, lost=None, responsible=("Sở Nội vụ",))
    few = store_plan(plan=_with(loss), source=Source(name="it.md", sha256="e" * 64))
    many = store_plan(plan=_with(*[loss] * 300), source=Source(name="nhieu.md", sha256="f" * 64))

    with django_assert_num_queries(9):
        plan_as_domain(few)
    with django_assert_num_queries(9):
        plan_as_domain(many)


@pytest.mark.django_db
def test_the_newest_plan_of_a_year_stands_first_and_a_later_reading_before_an_earlier_one():
    stored = [
        store_plan(plan=_issued(issued), source=Source(name="ke-hoach.md", sha256=str(number) * 64))
        for number, issued in enumerate([date(2018, 7, 18), date(2019, 7, 1), date(2018, 7, 18)])
    ]

    assert list(plans()) == [stored[1], stored[2], stored[0]]
    assert (plan_for(2017), plan_for(2016)) == (stored[1], None)


def _issued(issued: date | None, *losses: Loss) -> Plan:
    task = Task(number="1", text="Việc", lead=("Sở Nội vụ",))
    return Plan(
        document=PlanDocument(number="1/KH", issued_date=issued, issuer="", title="", period=None),
        results=BaseResults(year=2017, parts=()),
        tasks=(task,) if losses else (),
        losses=losses,
    )


def _with(*losses: Loss) -> Plan:
    return _issued(None, *losses)
