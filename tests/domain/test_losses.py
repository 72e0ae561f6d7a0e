"""Losses of a score, and its agreement with a plan's register and with announced results."""

from decimal import Decimal

import pytest

from parindex.documents.reading import read_plan
from parindex.domain.losses import Difference, losses, reconcile, unlisted_losses
from parindex.domain.plans import Loss, PartResult
from parindex.domain.scoring import FrameworkScore, score_framework
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.known import DATA
from parindex.frameworks.loader import framework_for

PLAN = DATA / "vinh-phuc" / "ke-hoach-5264-tom-luoc.md"


@pytest.fixture(scope="module")
def year_2017() -> FrameworkScore:
    return score_framework(framework_for(2017), load_facts().book)


@pytest.fixture
def register(year_2017: FrameworkScore) -> list[Loss]:
    return [
        Loss(
            criterion=found.criterion.code,
            name=found.criterion.title.vi,
            maximum=found.maximum,
            earned=found.points,
            lost=found.lost,
        )
        for found in losses(year_2017)
    ]


def test_the_largest_loss_comes_first_then_the_order_of_codes(year_2017: FrameworkScore):
    assert [(found.criterion.code, str(found.lost)) for found in losses(year_2017)] == [
        ("8.2.3", "1.50"),
        ("1.2", "1.25"),
        ("1.6", "1.00"),
        ("3.2.2", "1.00"),
        ("4.1.2", "1.00"),
        ("5.4", "1.00"),
        ("7.2.2", "1.00"),
        ("7.2.3", "1.00"),
        ("7.3.2", "1.00"),
        ("3.1.1", "0.50"),
        ("3.2.1", "0.50"),
        ("7.1.4", "0.50"),
        ("8.2.1", "0.50"),
        ("5.5.2", "0.25"),
        ("5.7.1", "0.25"),
        ("7.1.1", "0.20"),
    ]


def test_the_survey_of_officials_lost_points_that_no_criterion_names(year_2017: FrameworkScore):
    assert [(part.part.key, part.unlisted.lost) for part in unlisted_losses(year_2017)] == [
        ("officials", Decimal("7.26"))
    ]


def test_the_round_of_2017_agrees_with_what_was_announced(year_2017: FrameworkScore, register: list[Loss]):
    assert reconcile(year_2017, rows=register, results=load_facts().results) == ()


def test_the_points_that_the_rules_make_are_those_of_the_plan_document(year_2017: FrameworkScore):
    plan = read_plan(PLAN, name=PLAN.name)

    assert len(plan.losses) == 16
    assert reconcile(year_2017, rows=plan.losses, results=plan.results.parts) == ()


def test_a_row_that_prints_another_loss_is_a_difference(year_2017: FrameworkScore, register: list[Loss]):
    first, *others = register
    wrong = Loss(criterion=first.criterion, name="", maximum=first.maximum, earned=None, lost=Decimal("1.00"))

    (difference,) = reconcile(year_2017, rows=[wrong, *others])

    assert difference.said.vi == "8.2.3: điểm bị trừ tính ra 1,50, văn bản ghi 1,00."
    assert difference.said.en == "8.2.3: points lost come to 1.50, the document says 1.00."


def test_a_loss_without_a_row_is_a_difference(year_2017: FrameworkScore, register: list[Loss]):
    assert reconcile(year_2017, rows=register[1:]) == (
        Difference(of="8.2.3", what="lost", computed=Decimal("1.50"), printed=None),
    )


def test_a_row_for_a_criterion_that_is_not_there_is_a_difference(
    year_2017: FrameworkScore, register: list[Loss]
):
    stray = Loss(criterion="9.9", name="", maximum=None, earned=None, lost=Decimal("1.00"))

    (difference,) = reconcile(year_2017, rows=[*register, stray])

    assert difference.said.vi == "9.9: điểm bị trừ tính ra chưa có, văn bản ghi 1,00."


def test_without_a_register_only_the_results_are_compared(year_2017: FrameworkScore):
    results = [
        PartResult(part="total", points=Decimal("80.30")),
        PartResult(part="direct", points=None, rank=9),
    ]

    assert reconcile(year_2017, results=results) == (
        Difference(of="total", what="earned", computed=Decimal("80.29"), printed=Decimal("80.30")),
    )
