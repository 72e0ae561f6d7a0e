"""Whatever a plan leaves out or repeats, it can be stored and shown on every page that speaks of it."""

from dataclasses import replace

import pytest
from django.core import signing
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from parindex.domain.plans import Plan
from parindex.services.improvement.storing_plans import Source
from parindex.services.improvement.uploads import payload
from tests.any_plan import PLANS

pytestmark = pytest.mark.usefixtures("demonstration")

PAGES = ("/", "/ke-hoach/", "/tru-diem/", "/bo-tieu-chi/", "/bo-tieu-chi/1.2/", "/co-quan/26-so-noi-vu/")
EXPORTS = ("/ke-hoach/?xuat=xlsx", "/tru-diem/?xuat=xlsx")


@given(plan=PLANS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan_of_the_year_has_its_pages(client: Client, plan: Plan):
    of_2017 = replace(plan, results=replace(plan.results, year=2017))
    with transaction.atomic():
        address = confirmed(client, of_2017)
        paths = [address, *PAGES, *EXPORTS]
        paths += [f"{address}nhiem-vu/{place}/" for place in range(1, len(plan.tasks) + 1)]

        answers = {path: client.get(path).status_code for path in paths}

        transaction.set_rollback(True)
    assert answers == dict.fromkeys(paths, 200)


def confirmed(client: Client, plan: Plan) -> str:
    """Where the site leads once a preview of the plan is confirmed."""
    preview = payload(plan, Source(name="bat-ky.md", sha256="e" * 64))
    token = signing.dumps(preview, salt="plan-preview", compress=True)
    return client.post(reverse("upload_confirm"), {"token": token}).headers["Location"]
