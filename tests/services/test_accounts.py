"""Deeds with accounts: posts, names, who may still sign in; each refused without the right, each in the log."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from parindex.domain.rights import Right, Role
from parindex.records.models import LogEntry, Post, User
from parindex.services.actor import SYSTEM, Actor, RefusedError
from parindex.services.errors import DeedError
from parindex.services.log import verify
from parindex.services.people import accounts
from parindex.services.people.posts import actor_of
from tests.people import SNV, give_post, person

pytestmark = pytest.mark.django_db

TODAY = date(2018, 12, 3)
STP = "26-so-tu-phap"


def acting(user: User, today: date = TODAY) -> Actor:
    return actor_of(user, address="10.0.0.7", today=today)


@pytest.fixture
def administrator() -> User:
    return person(Role.ADMINISTRATOR)


@pytest.fixture
def scorer() -> User:
    return person(Role.SCORER)


def last_entry() -> LogEntry:
    return LogEntry.objects.order_by("-number")[0]


def test_a_post_counts_from_its_first_day_until_it_is_ended(administrator: User, scorer: User):
    give_post(administrator, Role.AUDITOR, STP)  # so that the agency is stored
    post = accounts.add_post(
        actor=acting(administrator),
        user=scorer,
        agency=STP,
        role=Role.CONTRIBUTOR,
        criteria=("5.7", "6.1", "5.7"),
        today=TODAY,
    )

    before, on_the_day = acting(scorer, date(2018, 12, 2)), acting(scorer)
    assert [held.role for held in before.posts] == [Role.SCORER]
    assert [(held.role, held.agency, held.criteria) for held in on_the_day.posts] == [
        (Role.SCORER, SNV, ()),
        (Role.CONTRIBUTOR, STP, ("5.7", "6.1")),
    ]
    accounts.end_post(actor=acting(administrator), post=post, today=TODAY)
    assert [held.role for held in acting(scorer).posts] == [Role.SCORER]


def test_an_ended_post_stays_and_the_log_holds_both_deeds(administrator: User, scorer: User):
    post = accounts.add_post(
        actor=acting(administrator), user=scorer, agency=SNV, role=Role.HEAD, today=TODAY
    )
    accounts.end_post(actor=acting(administrator), post=post, today=date(2018, 12, 31))

    kept = Post.objects.get(pk=post.pk)
    assert (kept.since, kept.until) == (TODAY, date(2018, 12, 31))
    assert [(entry.deed, entry.subject, entry.address) for entry in LogEntry.objects.order_by("number")] == [
        ("add_post", scorer.email, "10.0.0.7"),
        ("end_post", scorer.email, "10.0.0.7"),
    ]
    assert list(verify()) == []


def test_a_post_is_ended_once(administrator: User, scorer: User):
    post = scorer.posts.get()
    accounts.end_post(actor=acting(administrator), post=post, today=TODAY)

    with pytest.raises(DeedError, match="has ended before"):
        accounts.end_post(actor=acting(administrator), post=post, today=date(2019, 1, 2))

    assert Post.objects.get(pk=post.pk).until == TODAY


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"agency": "99-khong-co"}, "No agency 99-khong-co is stored"),
        ({"role": Role.SCORER}, "holds this role in .* already"),
        ({"criteria": ("5.7",)}, "Only a contributor is given single criteria"),
    ],
)
def test_a_post_that_cannot_be_is_refused_with_the_reason(
    administrator: User, scorer: User, given: dict[str, Any], said: str
):
    post = {"agency": SNV, "role": Role.HEAD, "today": TODAY, **given}

    with pytest.raises(DeedError, match=said):
        accounts.add_post(actor=acting(administrator), user=scorer, **post)

    assert (scorer.posts.count(), LogEntry.objects.count()) == (1, 0)


def test_the_last_administrator_keeps_the_post_and_the_account(administrator: User):
    with pytest.raises(DeedError, match="last administrator"):
        accounts.end_post(actor=acting(administrator), post=administrator.posts.get(), today=TODAY)
    with pytest.raises(DeedError, match="last administrator"):
        accounts.deactivate(actor=acting(administrator), user=administrator, today=TODAY)

    administrator.refresh_from_db()
    assert (administrator.is_active, administrator.posts.get().until) == (True, None)


def test_one_of_two_administrators_can_go_but_then_not_the_other(administrator: User):
    second = person(Role.ADMINISTRATOR, STP)
    accounts.deactivate(actor=acting(administrator), user=second, today=TODAY)

    with pytest.raises(DeedError, match="last administrator"):
        accounts.end_post(actor=acting(administrator), post=administrator.posts.get(), today=TODAY)


def test_an_account_that_is_no_administrators_is_deactivated_and_reactivated(
    administrator: User, scorer: User
):
    accounts.deactivate(actor=acting(administrator), user=scorer, today=TODAY)
    inactive = User.objects.get(pk=scorer.pk).is_active
    accounts.reactivate(actor=acting(administrator), user=scorer)

    assert (inactive, User.objects.get(pk=scorer.pk).is_active) == (False, True)
    assert last_entry().deed == "reactivate_account"


def test_a_name_is_kept_composed_and_the_log_holds_the_one_before(administrator: User, scorer: User):
    accounts.rename(actor=acting(administrator), user=scorer, full_name="  Nguyễn  Thị Hoà ")

    assert User.objects.get(pk=scorer.pk).full_name == "Nguyễn Thị Hoà"
    assert last_entry().detail == {"before": f"scorer {SNV}", "after": "Nguyễn Thị Hoà"}


def test_an_empty_name_is_refused(administrator: User, scorer: User):
    with pytest.raises(DeedError, match="Enter a name"):
        accounts.rename(actor=acting(administrator), user=scorer, full_name="   ")


DEEDS: dict[str, Callable[[Actor, User], Any]] = {
    "rename": lambda actor, user: accounts.rename(actor=actor, user=user, full_name="Tên khác"),
    "add_post": lambda actor, user: accounts.add_post(
        actor=actor, user=user, agency=SNV, role=Role.HEAD, today=TODAY
    ),
    "end_post": lambda actor, user: accounts.end_post(actor=actor, post=user.posts.get(), today=TODAY),
    "deactivate": lambda actor, user: accounts.deactivate(actor=actor, user=user, today=TODAY),
    "reactivate": lambda actor, user: accounts.reactivate(actor=actor, user=user),
    "allow_new_password": lambda actor, user: accounts.allow_new_password(actor=actor, user=user),
    "remove_second_factors": lambda actor, user: accounts.remove_second_factors(actor=actor, user=user),
}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
@pytest.mark.parametrize("deed", DEEDS)
def test_no_deed_with_accounts_is_done_for_anybody_but_an_administrator(scorer: User, deed: str, role: Role):
    other = person(role, STP, name="Người khác")

    with pytest.raises(RefusedError):
        DEEDS[deed](acting(other), scorer)

    kept = User.objects.get(pk=scorer.pk)
    assert (kept.full_name, kept.is_active, kept.posts.get().until) == (f"scorer {SNV}", True, None)
    assert LogEntry.objects.count() == 0


# ── The people of the demonstration ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("demonstration")
def test_the_sample_accounts_cover_every_role_and_are_marked_as_sample():
    people = accounts.sample_people("mat-khau-thu-nghiem")

    posts = {user.email: (user.posts.get().role, user.posts.get().agency.code) for user in people}
    assert {role for role, _ in posts.values()} == set(Role)
    assert {user.is_sample for user in people} == {True}
    assert posts["duyet.so-noi-vu@mau.example"] == (Role.HEAD, SNV)
    assert posts["chu-tich@mau.example"] == (Role.LEADER, "26")
    assert sorted(code for role, code in posts.values() if role == Role.SCORER and code.isdigit()) == [
        "243",
        "244",
        "251",
    ]


@pytest.mark.usefixtures("demonstration")
def test_sample_accounts_are_made_once_and_keep_the_first_password():
    first = accounts.sample_people("mat-khau-thu-nghiem")
    second = accounts.sample_people("mot-mat-khau-khac")

    assert [user.pk for user in first] == [user.pk for user in second]
    assert User.objects.get(email="dieu-phoi@mau.example").check_password("mat-khau-thu-nghiem") is True


@pytest.mark.usefixtures("demonstration")
def test_sample_accounts_made_without_a_password_get_one_later():
    accounts.sample_people()
    without = User.objects.get(email="dieu-phoi@mau.example").has_usable_password()
    accounts.sample_people("mat-khau-thu-nghiem")

    assert without is False
    assert User.objects.get(email="dieu-phoi@mau.example").check_password("mat-khau-thu-nghiem") is True


def test_the_installation_itself_may_manage_accounts(scorer: User):
    accounts.rename(actor=SYSTEM, user=scorer, full_name="Tên mới")

    assert (SYSTEM.may(Right.MANAGE_ACCOUNTS), last_entry().actor) == (True, "parindex")
