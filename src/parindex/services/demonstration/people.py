"""Tài khoản mẫu: one account for every role and agency that the demonstration needs, marked as sample."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from parindex.domain.rights import Role
from parindex.records.models import Agency, Post, User
from parindex.services.actor import SYSTEM
from parindex.services.log import record

SINCE = date(2017, 1, 1)
COORDINATING, PROVINCE = "26-so-noi-vu", "26"
SCORING = {
    "so-noi-vu": "26-so-noi-vu",
    "so-tu-phap": "26-so-tu-phap",
    "van-phong-ubnd": "26-van-phong-ubnd-tinh",
    "so-tai-chinh": "26-so-tai-chinh",
    "so-thong-tin": "26-so-thong-tin-va-truyen-thong",
    "vinh-yen": "243",
    "phuc-yen": "244",
    "yen-lac": "251",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Sample:
    """One account: the first part of its address, its name (without the agency's), its post."""

    address: str
    title: str
    role: Role
    agency: str


def _samples() -> Iterator[_Sample]:
    yield _Sample(address="quan-tri", title="Quản trị viên", role=Role.ADMINISTRATOR, agency=COORDINATING)
    yield _Sample(address="dieu-phoi", title="Điều phối viên", role=Role.COORDINATOR, agency=COORDINATING)
    for short, agency in SCORING.items():
        yield _Sample(address=f"cham.{short}", title="Chấm điểm", role=Role.SCORER, agency=agency)
        yield _Sample(address=f"duyet.{short}", title="Duyệt", role=Role.HEAD, agency=agency)
    yield _Sample(
        address="cung-cap.so-y-te", title="Cung cấp số liệu", role=Role.CONTRIBUTOR, agency="26-so-y-te"
    )
    yield _Sample(address="tham-dinh", title="Hội đồng thẩm định", role=Role.APPRAISER, agency=COORDINATING)
    yield _Sample(address="chu-tich", title="Lãnh đạo tỉnh", role=Role.LEADER, agency=PROVINCE)
    yield _Sample(address="thanh-tra", title="Kiểm tra", role=Role.AUDITOR, agency="26-thanh-tra-tinh")


@transaction.atomic
def sample_people(password: str | None = None) -> tuple[User, ...]:
    """The sample accounts, in a fixed order; those that are missing are made, the agencies being stored.

    They share one password. Without one they cannot sign in; given later, it is set where there is none yet.
    """
    agencies = {row.code: row for row in Agency.objects.filter(code__in={one.agency for one in _samples()})}
    hashed = make_password(password)
    known = {user.email: user for user in User.objects.filter(is_sample=True)}
    users = tuple(known.get(_email(one)) or _made(one, agencies[one.agency], hashed) for one in _samples())
    locked = [user.pk for user in users if not user.has_usable_password()] if password else []
    User.objects.filter(pk__in=locked).update(password=hashed)
    if made := [user.email for user in users if user.email not in known]:
        record(actor=SYSTEM, deed="sample_people", subject="mau.example", added=len(made))
    return users


def _email(one: _Sample) -> str:
    return f"{one.address}@mau.example"


def _made(one: _Sample, agency: Agency, hashed: str) -> User:
    user = User.objects.create(
        email=_email(one), full_name=f"{one.title} – {agency.name}", password=hashed, is_sample=True
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    Post.objects.create(user=user, agency=agency, role=one.role, since=SINCE)
    return user
