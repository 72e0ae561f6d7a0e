"""Tài khoản: what administrators do with people: their names, their posts, whether and how they may sign in."""

from collections.abc import Collection
from datetime import date
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.db import transaction

from parindex.domain.rights import Right, Role
from parindex.domain.text import nfc
from parindex.records.models import Agency, Post, User
from parindex.records.queries.people import administrators, posts_of
from parindex.services.actor import Actor
from parindex.services.demonstration.people import sample_people as sample_people
from parindex.services.errors import DeedError
from parindex.services.log import record


@transaction.atomic
def rename(*, actor: Actor, user: User, full_name: str) -> None:
    """Đổi họ tên. Raises `DeedError` for an empty name."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    before, user.full_name = user.full_name, named(full_name)
    user.save(update_fields=["full_name"])
    _record(actor, "rename_account", user, before=before, after=user.full_name)


@transaction.atomic
def add_post(
    *, actor: Actor, user: User, agency: str, role: Role, today: date, criteria: Collection[str] = ()
) -> Post:
    """Thêm vai trò in an agency (its code) from today on; `criteria` narrows a contributor's rows.

    Raises `DeedError` for an unknown agency, for criteria of another role, and for a role that is held already.
    """
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    place = stored_agency(agency)
    if posts_of(user, on=today).filter(agency=place, role=role).exists():
        raise DeedError(
            f"{user} đang giữ vai trò này ở {place}; chưa thay đổi gì.",
            f"{user} holds this role in {place} already; nothing was changed.",
        )
    post = Post.objects.create(
        user=user, agency=place, role=role, criteria=narrowed(role, criteria), since=today
    )
    _record(actor, "add_post", user, role=role, agency=place.code, criteria=post.criteria)
    return post


@transaction.atomic
def end_post(*, actor: Actor, post: Post, today: date) -> None:
    """Kết thúc vai trò from now on; what was done in it stays. Raises `DeedError` for the last administrator's."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    if post.until is not None:
        raise DeedError("Vai trò này đã kết thúc từ trước.", "This role has ended before.")
    post.until = today
    post.save(update_fields=["until"])
    if post.role == Role.ADMINISTRATOR:
        _require_an_administrator(today)
    _record(actor, "end_post", post.user, role=post.role, agency=post.agency.code)


@transaction.atomic
def deactivate(*, actor: Actor, user: User, today: date) -> None:
    """Ngừng tài khoản: no more signing in, and its sessions end. Raises `DeedError` for the last administrator."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    managed = user in administrators(on=today)
    user.is_active = False
    user.save(update_fields=["is_active"])
    if managed:
        _require_an_administrator(today)
    _record(actor, "deactivate_account", user)


@transaction.atomic
def reactivate(*, actor: Actor, user: User) -> None:
    """Mở lại tài khoản."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    user.is_active = True
    user.save(update_fields=["is_active"])
    _record(actor, "reactivate_account", user)


@transaction.atomic
def allow_new_password(*, actor: Actor, user: User) -> str:
    """Cho đặt lại mật khẩu: the key of a link that works once, for people whom no letter reaches."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    _record(actor, "allow_new_password", user)
    return f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"


@transaction.atomic
def remove_second_factors(*, actor: Actor, user: User) -> int:
    """Gỡ xác thực hai bước và khóa đăng nhập of somebody who lost their telephone; how many there were."""
    actor = actor.require(Right.MANAGE_ACCOUNTS)
    removed, _ = Authenticator.objects.filter(user=user).delete()
    _record(actor, "remove_second_factors", user, removed=removed)
    return int(removed)


def named(full_name: str) -> str:
    """A name as it is kept: composed letters, single spaces. Raises `DeedError` for an empty one."""
    name = nfc(full_name)
    if not name:
        raise DeedError("Hãy nhập họ tên; chưa thay đổi gì.", "Enter a name; nothing was changed.")
    return name


def stored_agency(code: str) -> Agency:
    """The stored agency with a code. Raises `DeedError` when there is none."""
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise DeedError(
            f"Chưa có cơ quan mã {code}. Hãy nạp danh mục cơ quan trước: `parindex agencies TỆP.csv --apply`; "
            "muốn xem thử thì `parindex demo`.",
            f"No agency {code} is stored. Store agencies first: `parindex agencies FILE.csv --apply`; "
            "to look around, `parindex demo`.",
        )
    return agency


def narrowed(role: Role, criteria: Collection[str]) -> list[str]:
    """The criteria of a post, each once. Raises `DeedError` for those of a role that reaches a whole agency."""
    if criteria and role is not Role.CONTRIBUTOR:
        raise DeedError(
            "Chỉ người cung cấp số liệu mới được giao riêng từng tiêu chí; chưa thay đổi gì.",
            "Only a contributor is given single criteria; nothing was changed.",
        )
    return list(dict.fromkeys(criteria))


def _require_an_administrator(today: date) -> None:
    if not administrators(on=today).exists():
        raise DeedError(
            "Đây là quản trị viên cuối cùng nên giữ nguyên. Hãy giao vai trò quản trị cho người khác trước.",
            "This is the last administrator and stays. Make somebody else an administrator first.",
        )


def _record(actor: Actor, deed: str, user: User, **detail: Any) -> None:
    record(actor=actor, deed=deed, subject=user.email, about=[f"user:{user.pk}"], **detail)
