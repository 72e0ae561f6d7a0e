"""What the services say while nothing, or only a plan, is stored."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parindex.domain.agencies import Agency, AgencyLevel
from parindex.domain.sources import Certainty
from parindex.services.actor import SYSTEM
from parindex.services.improvement.agencies import agency_index, agency_page
from parindex.services.improvement.criteria import criteria_index, criterion_page
from parindex.services.improvement.losses import register
from parindex.services.improvement.overview import overview
from parindex.services.improvement.picture import picture
from parindex.services.improvement.plans import TaskFilter, plan_page
from parindex.services.improvement.storing_agencies import store_agencies
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
        lambda: agency_index(today=TODAY),
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


def test_without_a_published_year_and_without_districts_the_tree_is_that_of_today():
    province = Agency(code="01", name="Tỉnh mẫu", level=AgencyLevel.PROVINCE, certainty=Certainty.SAMPLE)
    commune = replace(province, code="00004", name="UBND xã mẫu", level=AgencyLevel.COMMUNE, parent="01")
    store_agencies(actor=SYSTEM, agencies=[province, commune], source="co-quan.csv")

    tree, own = agency_index(today=TODAY), agency_page("01", today=TODAY)

    assert tree
    assert own
    assert tree.on == TODAY
    assert {group.level.value: [one.code for one in group.agencies] for group in tree.groups} == {
        "province": ["01"],
        "department": [],
        "central": [],
        "district": [],
        "commune": ["00004"],
    }
    assert (own.picture, own.share, own.leading, own.areas, own.as_of) == (None, None, (), (), TODAY)
    assert [child.code for child in own.children] == ["00004"]
