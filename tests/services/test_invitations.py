"""Invitations: a link that works once, for a week, and whose secret is nowhere kept."""

from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.records.models import Invitation, LogEntry, User
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.errors import DeedError
from parindex.services.people.invitations import accept, invite, opened, send_invitation, withdraw
from parindex.services.people.posts import actor_of
from tests.people import SNV, person

pytestmark = pytest.mark.django_db

PASSWORD = "năm mươi bảy lá cờ"
HOA = "hoa.nguyen@tinh.example"


@pytest.fixture(autouse=True)
def agency() -> User:
    """An administrator, with whom the agency is stored."""
    return person(Role.ADMINISTRATOR)


def invited(email: str = HOA) -> tuple[Invitation, str]:
    return invite(
        actor=SYSTEM,
        email=email,
        full_name="Nguyễn Thị Hoà",
        agency=SNV,
        role=Role.CONTRIBUTOR,
        criteria=("5.7", "6.1"),
    )


def expired(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def test_an_accepted_invitation_is_an_account_with_its_post_and_a_confirmed_address():
    _, token = invited("  Hoa.Nguyen@Tinh.example ")

    user = accept(token=token, password=PASSWORD, address="10.0.0.7")

    post = user.posts.get()
    assert (user.email, user.full_name, user.check_password(PASSWORD)) == (HOA, "Nguyễn Thị Hoà", True)
    assert (post.role, post.agency.code, post.criteria, post.since) == (
        Role.CONTRIBUTOR,
        SNV,
        ["5.7", "6.1"],
        timezone.localdate(),
    )
    addresses = EmailAddress.objects.filter(user=user).values_list("email", "verified", "primary")
    assert list(addresses) == [(HOA, True, True)]


def test_the_log_says_who_was_invited_and_who_came():
    _, token = invited()
    user = accept(token=token, password=PASSWORD, address="10.0.0.7")

    told = LogEntry.objects.order_by("number").values_list("deed", "subject", "actor", "address")
    assert list(told) == [
        ("invite", HOA, "parindex", ""),
        ("accept_invitation", HOA, "Nguyễn Thị Hoà", "10.0.0.7"),
    ]
    about = LogEntry.objects.get(deed="accept_invitation").subjects.values_list("about", flat=True)
    assert list(about) == [f"invitation:{Invitation.objects.get().pk}", f"user:{user.pk}"]


def test_the_secret_of_a_link_is_in_no_row_and_in_no_entry_of_the_log():
    _, token = invited()

    kept = [*Invitation.objects.values_list(), *LogEntry.objects.values_list()]
    assert [row for row in kept if token in repr(row)] == []


def test_a_link_works_once():
    _, token = invited()
    accept(token=token, password=PASSWORD, address="")

    with pytest.raises(DeedError, match="was used or withdrawn, or has expired"):
        accept(token=token, password=PASSWORD, address="")

    assert (opened(token), User.objects.filter(email=HOA).count()) == (None, 1)


def test_a_link_ends_after_a_week():
    invitation, token = invited()
    week = timedelta(days=7)
    assert invitation.expires_at - invitation.invited_at - week < timedelta(seconds=5)

    expired(invitation)

    with pytest.raises(DeedError, match="has expired"):
        accept(token=token, password=PASSWORD, address="")
    assert User.objects.filter(email=HOA).count() == 0


def test_a_withdrawn_link_no_longer_works_and_is_withdrawn_once():
    invitation, token = invited()
    withdraw(actor=SYSTEM, invitation=invitation)

    with pytest.raises(DeedError):
        withdraw(actor=SYSTEM, invitation=invitation)

    assert opened(token) is None


def test_a_new_invitation_replaces_the_one_before():
    _, first = invited()
    invitation, second = invited()

    assert (opened(first), opened(second)) == (None, invitation)


@pytest.mark.parametrize("token", ["", "khong-co", "a" * 500])
def test_a_made_up_link_opens_nothing(token: str):
    invited()

    assert opened(token) is None


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("ngắn", ["password_too_short"]),
        ("1234567890123", ["password_too_common", "password_entirely_numeric"]),
        ("29384756102938", ["password_entirely_numeric"]),
        ("hoa.nguyen@tinh", ["password_too_similar"]),
        ("nguyễn thị hoà", ["password_too_similar"]),
    ],
)
def test_a_password_against_the_rules_makes_no_account_and_leaves_the_link_as_it_was(
    password: str, codes: list[str]
):
    invitation, token = invited()

    with pytest.raises(ValidationError) as refused:
        accept(token=token, password=password, address="")

    assert [error.code for error in refused.value.error_list] == codes
    assert (opened(token), User.objects.filter(email=HOA).count()) == (invitation, 0)


def test_somebody_with_an_account_is_not_invited_again(agency: User):
    with pytest.raises(DeedError, match="has an account already"):
        invited(agency.email.upper())


@pytest.mark.parametrize(
    "email", ["", "hoa", "hoa@", "hoa nguyen@tinh.example", "hoa@tinh.example\nBcc: x@y.vn"]
)
def test_what_is_no_address_is_not_invited(email: str):
    with pytest.raises(DeedError, match="is no e-mail address"):
        invited(email)

    assert Invitation.objects.count() == 0


def test_only_an_administrator_invites_and_withdraws():
    invitation, token = invited()
    coordinator = actor_of(person(Role.COORDINATOR), address="", today=date(2018, 12, 3))

    with pytest.raises(RefusedError):
        invite(actor=coordinator, email="x@y.example", full_name="X", agency=SNV, role=Role.SCORER)
    with pytest.raises(RefusedError):
        withdraw(actor=coordinator, invitation=invitation)

    assert opened(token) == invitation


def test_the_letter_says_in_which_role_where_and_until_when():
    invitation, _ = invited()
    Invitation.objects.update(expires_at="2018-12-10T12:00:00+07:00")
    invitation.refresh_from_db()

    sent = send_invitation(invitation, "https://cchc.tinh.example/loi-moi/mot-lan/")

    (letter,) = mail.outbox
    assert (sent, letter.to, letter.subject) == (False, [HOA], "Thư mời sử dụng phần mềm Chỉ số CCHC")
    assert letter.body == (
        "Kính gửi Nguyễn Thị Hoà,\n\n"
        "Anh/chị được mời sử dụng phần mềm Chỉ số cải cách hành chính với vai trò Người cung cấp số liệu "
        f"tại {invitation.agency.name}. Để đặt mật khẩu và đăng nhập, hãy mở liên kết:\n\n"
        "https://cchc.tinh.example/loi-moi/mot-lan/\n\n"
        "Liên kết dùng một lần, đến hết ngày 10/12/2018.\n"
    )
