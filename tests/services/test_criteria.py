"""The tree of criteria: search as people type, and one criterion with all that is known of it."""

import unicodedata
from decimal import Decimal

import pytest

from parindex.services.improvement.criteria import (
    CriteriaIndex,
    CriterionPage,
    criteria_index,
    criterion_page,
)


def seen(query: str = "") -> CriteriaIndex:
    found = criteria_index(query=query)
    assert found
    return found


def codes(query: str = "") -> list[str]:
    return [row.criterion.code for branch in seen(query).branches for row in branch.rows]


def page(code: str) -> CriterionPage:
    found = criterion_page(code)
    assert found
    return found


def test_the_whole_tree_has_eight_areas_even_those_whose_criteria_are_not_listed(demonstration: None):
    assert [branch.area.area.code for branch in seen().branches] == list("12345678")
    assert len(codes()) == seen().found == 34


@pytest.mark.parametrize("query", ["thu tuc", "Thủ tục", "THỦ  TỤC", unicodedata.normalize("NFD", "thủ tục")])
def test_search_finds_with_and_without_diacritics_what_it_names_and_the_way_to_it(
    demonstration: None, query: str
):
    assert codes(query) == ["3.1", "3.1.1", "3.2", "3.2.1", "3.2.2", "3.4"]


def test_both_ways_to_place_a_tone_find_the_same(demonstration: None):
    assert codes("hoà") == codes("hòa") == codes("hoa") == ["1.1", "7.1", "7.1.1", "8.2", "8.2.3"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("7.2", ["7.2", "7.2.2", "7.2.3"]), ("7.10", []), ("reports", ["1.2"]), ("không đâu có", [])],
)
def test_search_finds_codes_and_english_titles(demonstration: None, query: str, found: list[str]):
    assert codes(query) == found


def test_a_search_leaves_out_areas_in_which_it_found_nothing(demonstration: None):
    assert [branch.area.area.code for branch in seen("thu tuc").branches] == ["3"]


def test_a_parent_sums_the_known_leaves_below_it(demonstration: None):
    (row,) = (r for branch in seen().branches for r in branch.rows if r.criterion.code == "7.2")

    assert (row.score, row.tally.maximum, row.tally.earned, row.tally.lost) == (
        None,
        Decimal("2.00"),
        Decimal("0.00"),
        Decimal("2.00"),
    )


def test_a_criterion_knows_its_lead_loss_tasks_and_facts(demonstration: None):
    found = page("7.1.4")

    assert found.score
    assert found.loss
    assert (
        found.lead,
        [parent.code for parent in found.parents],
        str(found.score.points),
        found.loss.responsible,
        [task.number for task in found.tasks],
        [task.number for task in found.area_tasks],
        found.coverage,
        len(found.definitions),
    ) == (
        "Sở Thông tin và Truyền thông",
        ["7.1"],
        "0.50",
        ("Sở Thông tin và Truyền thông",),
        ["13"],
        ["5"],
        "task",
        1,
    )


def test_tasks_that_name_a_criterion_stand_apart_from_those_of_its_area(demonstration: None):
    found = page("7.2.2")

    assert ([t.number for t in found.tasks], [t.number for t in found.area_tasks]) == (["8"], ["5"])


@pytest.mark.parametrize(
    ("code", "earned", "lost", "is_whole"),
    [
        ("8.2", "1.50", "2.00", True),
        ("3.2", "0.00", "1.50", False),
        ("7.1", "1.30", "0.70", False),
    ],
)
def test_a_group_is_the_sum_of_its_children_and_whole_where_they_hold_its_maximum(
    demonstration: None, code: str, earned: str, lost: str, is_whole: bool
):
    row = page(code).row

    assert (str(row.tally.earned), str(row.tally.lost), row.is_whole) == (earned, lost, is_whole)


def test_a_group_of_criteria_has_children_and_no_score_of_its_own(demonstration: None):
    found = page("3.2")

    assert ([row.criterion.code for row in found.children], found.score) == (["3.2.1", "3.2.2"], None)


@pytest.mark.parametrize("code", ["9.9", "7.10", "7.1.4.1", "", "7"])
def test_a_code_that_the_framework_does_not_list_is_none(demonstration: None, code: str):
    assert criterion_page(code) is None
