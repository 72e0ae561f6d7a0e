"""Thư mời: how people come to an account. The link's secret is shown once; only its digest is kept."""

from collections.abc import Collection
from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from parindex.domain.rights import ROLE_TITLES, Right, Role
from parindex.domain.wording import day
from parindex.records.models import Invitation, Post, User
from parindex.records.queries.people import open_invitations, user_with_email
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.log import record
from parindex.services.people.accounts import named, narrowed, stored_agency
from parindex.services.people.letters import send_letter
from parindex.services.people.posts import actor_of

VALID_FOR = timedelta(days=7)


@transaction.atomic
def invite(
    *,
    actor: Actor,
    email: str,
    full_name: str,
    agency: str,
    role: Role,
    criteria: Collection[str] = (),
) -> tuple[Invitation, str]:
    """Mời somebody into an agency (its code); gives the invitation and its link's secret. It replaces earlier ones.

    Raises `DeedError` for an address that is none or has an account, an empty name, an unknown agency.
    """
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    address, now, token = _free_address(email), timezone.now(), token_urlsafe(32)
    open_invitations(at=now).filter(email=address).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        email=address,
        full_name=named(full_name),
        agency=stored_agency(agency),
        role=role,
        criteria=narrowed(role, criteria),
        digest=_digest(token),
        invited_by_id=actor.user_id,
        expires_at=now + VALID_FOR,
    )
    _record(actor, "invite", invitation)
    return invitation, token


@transaction.atomic
def withdraw(*, actor: Actor, invitation: Invitation) -> None:
    """Rút thư mời: its link no longer works. Raises `DeedError` when it was accepted or has ended."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    now = timezone.now()
    if not open_invitations(at=now).filter(pk=invitation.pk).update(withdrawn_at=now):
        raise DeedError(
            "Thư mời này đã được nhận, đã rút hoặc đã hết hạn.",
            "This invitation was accepted or withdrawn, or has expired.",
        )
    _record(actor, "withdraw_invitation", invitation)


def opened(token: str) -> Invitation | None:
    """The invitation that a link belongs to; None when it was used, withdrawn, or has expired."""
    return open_invitations(at=timezone.now()).filter(digest=_digest(token)).first()


@transaction.atomic
def accept(*, token: str, password: str, address: str) -> User:
    """Nhận thư mời: make the account with its post; `address` is where the request came from.

    Raises `DeedError` when the link no longer works, `ValidationError` for a password against the rules.
    """
    now = timezone.now()
    invitation = opened(token)
    if invitation is None or user_with_email(invitation.email):
        raise DeedError(
            "Liên kết này đã dùng, đã rút hoặc đã hết hạn. Hãy xin quản trị viên thư mời mới.",
            "This link was used or withdrawn, or has expired. Ask an administrator for a new invitation.",
        )
    user = User(email=invitation.email, full_name=invitation.full_name)
    validate_password(password, user)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    today = timezone.localdate(now)
    Post.objects.create(
        user=user,
        agency=invitation.agency,
        role=invitation.role,
        criteria=invitation.criteria,
        since=today,
    )
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    _record(actor_of(user, address=address, today=today), "accept_invitation", invitation, user=user)
    return user


def send_invitation(invitation: Invitation, link: str) -> bool:
    """The letter with the link, in Vietnamese; whether it left for a mail server. Raises `OSError` like it."""
    role = ROLE_TITLES[Role(invitation.role)].vi
    text = (
        f"Kính gửi {invitation.full_name},\n\n"
        f"Anh/chị được mời sử dụng phần mềm Chỉ số cải cách hành chính với vai trò {role} "
        f"tại {invitation.agency.name}. Để đặt mật khẩu và đăng nhập, hãy mở liên kết:\n\n"
        f"{link}\n\n"
        f"Liên kết dùng một lần, đến hết ngày {day(timezone.localdate(invitation.expires_at), 'vi')}.\n"
    )
    return send_letter(to=invitation.email, subject="Thư mời sử dụng phần mềm Chỉ số CCHC", text=text)


def _free_address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise DeedError(
            f"“{email}” không phải địa chỉ thư điện tử; chưa mời ai.",
            f"“{email}” is no e-mail address; nobody was invited.",
        ) from error
    if user_with_email(address):
        raise DeedError(
            f"{address} đã có tài khoản; hãy thêm vai trò ở trang của người đó.",
            f"{address} has an account already; add a role on that person's page.",
        )
    return address


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _record(actor: Actor, deed: str, invitation: Invitation, user: User | None = None) -> None:
    about = [f"invitation:{invitation.pk}", *([f"user:{user.pk}"] if user else [])]
    detail = {"role": invitation.role, "agency": invitation.agency.code, "criteria": invitation.criteria}
    record(actor=actor, deed=deed, subject=invitation.email, about=about, **detail)
