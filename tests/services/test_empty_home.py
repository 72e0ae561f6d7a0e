"""What the services say while nothing, or only a plan, is stored."""

from datetime import date
from decimal import Decimal

import pytest

from parindex.services.actor import SYSTEM
from parindex.services.improvement.agencies import agency_index, agency_page
from parindex.services.improvement.criteria import criteria_index, criterion_page
from parindex.services.improvement.losses import register
from parindex.services.improvement.overview import overview
from parindex.services.improvement.picture import picture
from parindex.services.improvement.plans import TaskFilter, plan_page
from parindex.services.improvement.storing_plans import Source, store_plan
from tests.plan_5264 import PLAN

pytestmark = pytest.mark.django_db

TODAY = date(2018, 7, 18)


@pytest.mark.parametrize(
    "asked",
    [
        lambda: picture(),
        lambda: overview(today=TODAY),
        lambda: register(),
        lambda: criteria_index(),
        lambda: criterion_page("1.2"),
        lambda: agency_index(),
        lambda: agency_page("26", today=TODAY),
        lambda: plan_page(None, wanted=TaskFilter(), today=TODAY),
    ],
    ids=["picture", "overview", "register", "criteria", "criterion", "agencies", "agency", "plan"],
)
def test_an_empty_home_has_nothing_to_show(asked):
    assert asked() is None


def test_a_plan_without_a_round_is_shown_with_the_losses_it_prints():
    row = store_plan(actor=SYSTEM, plan=PLAN, source=Source(name="moi.md", sha256="c" * 64))

    page = plan_page(None, wanted=TaskFilter(), today=TODAY)

    assert page
    assert (page.picture.row, page.picture.score, page.lost) == (row, None, Decimal("12.45"))
