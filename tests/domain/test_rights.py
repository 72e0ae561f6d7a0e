"""Who may do what: the table, and how far a post takes a right."""

import pytest

from parindex.domain.rights import (
    REACH_TITLES,
    RIGHT_TITLES,
    RIGHTS,
    ROLE_TITLES,
    Post,
    Reach,
    Right,
    Role,
    RowPlace,
    may,
    post_for,
    reach,
)

SNV, STP = "26-so-noi-vu", "26-so-tu-phap"
OWN_ROW = RowPlace(agency=SNV, criterion="5.7.1")
OTHER_ROW = RowPlace(agency=STP, criterion="2.1")


def post(role: Role, agency: str = SNV, *criteria: str) -> Post:
    return Post(role=role, agency=agency, criteria=criteria)


def test_the_table_answers_for_every_right_and_role_and_each_has_a_name_in_both_languages():
    assert {right: set(roles) for right, roles in RIGHTS.items()} == {right: set(Role) for right in Right}
    assert (set(ROLE_TITLES), set(RIGHT_TITLES), set(REACH_TITLES)) == (set(Role), set(Right), set(Reach))
    titles = [*ROLE_TITLES.values(), *RIGHT_TITLES.values(), *REACH_TITLES.values()]
    assert [title for title in titles if not (title.vi and title.en)] == []


def test_only_an_administrator_manages_accounts_and_sees_no_points_before_they_are_published():
    managing = {role for role, reached in RIGHTS[Right.MANAGE_ACCOUNTS].items() if reached}
    administrators = {right for right in Right if RIGHTS[right][Role.ADMINISTRATOR]}

    assert managing == {Role.ADMINISTRATOR}
    assert administrators == {Right.READ_PUBLISHED, Right.READ_LOG, Right.MANAGE_ACCOUNTS}


def test_nobody_both_claims_points_and_appraises_them():
    both = {role for role in Role if RIGHTS[Right.CLAIM][role] and RIGHTS[Right.APPRAISE][role]}

    assert both == set()


def test_without_a_post_there_is_no_right():
    assert {reach([], right) for right in Right} == {Reach.NONE}
    assert [right for right in Right if may([], right)] == []


def test_a_scorer_claims_points_for_the_rows_of_the_own_agency_alone():
    posts = [post(Role.SCORER)]

    assert (
        may(posts, Right.CLAIM),
        may(posts, Right.CLAIM, OWN_ROW),
        may(posts, Right.CLAIM, OTHER_ROW),
    ) == (
        True,
        True,
        False,
    )


def test_a_scorer_of_an_agency_that_helps_with_a_row_does_not_claim_its_points():
    helped = RowPlace(agency=STP, criterion="2.1", helpers=(SNV,))

    assert may([post(Role.SCORER)], Right.CLAIM, helped) is False


@pytest.mark.parametrize(
    ("criteria", "criterion", "given"),
    [
        ((), "5.7.1", True),  # no criteria named: all of the agency
        (("5.7",), "5.7.1", True),
        (("5.7.1",), "5.7.1", True),
        (("5.7",), "5.70", False),
        (("5.7.1",), "5.7", False),
        (("6",), "5.7.1", False),
    ],
)
def test_a_contributor_reaches_the_criteria_given_and_what_lies_under_them(
    criteria: tuple[str, ...], criterion: str, given: bool
):
    posts = [post(Role.CONTRIBUTOR, SNV, *criteria)]

    assert may(posts, Right.EDIT_ROWS, RowPlace(agency=SNV, criterion=criterion)) is given


def test_a_contributor_reaches_rows_of_others_that_the_own_agency_was_asked_to_help_with():
    posts = [post(Role.CONTRIBUTOR)]

    helped = RowPlace(agency=STP, criterion="2.1", helpers=(SNV,))
    assert (may(posts, Right.EDIT_ROWS, helped), may(posts, Right.EDIT_ROWS, OTHER_ROW)) == (True, False)


def test_several_posts_add_up_and_the_farthest_of_them_counts():
    posts = [post(Role.CONTRIBUTOR, STP), post(Role.SCORER, SNV), post(Role.AUDITOR, "26-thanh-tra-tinh")]

    assert (reach(posts, Right.READ_ROWS), reach(posts, Right.EDIT_ROWS)) == (Reach.ALL, Reach.AGENCY)
    assert may(posts, Right.EDIT_ROWS, OTHER_ROW) is True
    assert may(posts, Right.CLAIM, OTHER_ROW) is False


def test_the_post_that_allows_a_deed_is_the_first_of_those_that_reach_farthest():
    helping, scoring = post(Role.CONTRIBUTOR, STP), post(Role.SCORER)
    coordinating = post(Role.COORDINATOR, "26-van-phong-ubnd-tinh")
    posts = [helping, coordinating, scoring, post(Role.COORDINATOR)]
    helped = RowPlace(agency=SNV, criterion="5.7.1", helpers=(STP,))

    assert post_for(posts, Right.EDIT_ROWS, helped) == scoring
    assert post_for(posts, Right.EDIT_ROWS, OTHER_ROW) == helping
    assert post_for(posts, Right.REVIEW, OWN_ROW) == post_for(posts, Right.REVIEW) == coordinating
    assert post_for(posts, Right.APPRAISE) is None
