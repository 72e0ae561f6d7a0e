"""List pages ask the database at most fifteen times, however many rows they show.

A stored plan never changes and is read once a process (nine queries), so every page is asked for twice here.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import cycle, islice
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from parindex.domain.plans import Plan
from parindex.services.actor import SYSTEM
from parindex.services.improvement.storing_plans import Source, store_plan
from tests.plan_5264 import PLAN
from tests.web.addresses import LISTS, PAGES, address

pytestmark = pytest.mark.usefixtures("demonstration")

MOST = 15
AtMost = Callable[[int], AbstractContextManager[Any]]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_page_asks_at_most_fifteen_times(
    client: Client, django_assert_max_num_queries: AtMost, name: str
):
    path = address(name)
    client.get(path)

    with django_assert_max_num_queries(MOST):
        client.get(path)


@pytest.mark.parametrize("name", [name for name in PAGES if name not in LISTS])
def test_a_page_about_one_thing_asks_no_more_than_a_list(
    client: Client, django_assert_max_num_queries: AtMost, name: str
):
    path = address(name)
    client.get(path)

    with django_assert_max_num_queries(MOST):
        client.get(path)


@pytest.mark.parametrize("question", ["?xuat=xlsx", "?q=so&xuat=xlsx", "?q=so", "?sap=agency&linh-vuc=7"])
@pytest.mark.parametrize("name", ["criteria", "losses", "plans", "agencies"])
def test_a_search_or_an_export_asks_no_more_than_the_page(
    client: Client, django_assert_max_num_queries: AtMost, name: str, question: str
):
    path = address(name)
    client.get(path)

    with django_assert_max_num_queries(MOST):
        client.get(path + question)


@pytest.mark.parametrize("name", LISTS)
def test_a_plan_of_500_tasks_and_losses_asks_no_more_than_the_plan_of_24(client: Client, name: str):
    few = asked(client, address(name))
    store_plan(actor=SYSTEM, plan=of_500(PLAN), source=Source(name="lon.md", sha256="a" * 64))

    many = asked(client, address(name))

    assert many == few


def asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def of_500(plan: Plan) -> Plan:
    return replace(plan, tasks=tuple(repeated(plan.tasks)), losses=tuple(repeated(plan.losses)))


def repeated(rows: tuple[Any, ...]) -> Iterator[Any]:
    return islice(cycle(rows), 500)
