"""Người dùng: the list of accounts as an administrator looks through it, and one account with its posts."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator

from parindex.domain.text import fold, sort_key
from parindex.records.models import Agency, Invitation, Post, User
from parindex.records.queries.agencies import all_agencies
from parindex.records.queries.people import all_posts_of, open_invitations, users_with_posts


@dataclass(frozen=True, kw_only=True)
class Person:
    """One account with the posts of the day."""

    user: User
    posts: tuple[Post, ...]


@dataclass(frozen=True, kw_only=True)
class PeopleIndex:
    """The accounts that a search found, and the invitations that wait for an answer."""

    people: tuple[Person, ...]
    total: int
    invitations: tuple[Invitation, ...]
    agencies: tuple[Agency, ...]
    query: str
    agency: str
    role: str

    @property
    def filtered(self) -> bool:
        return bool(self.query or self.agency or self.role)


@dataclass(frozen=True, kw_only=True)
class PersonPage:
    """One account: every post it has held, and how it signs in."""

    user: User
    posts: tuple[Post, ...]
    second_factors: int
    as_of: date

    @property
    def held(self) -> tuple[Post, ...]:
        return tuple(post for post in self.posts if post.until is None or post.until > self.as_of)

    @property
    def ended(self) -> tuple[Post, ...]:
        return tuple(post for post in self.posts if post not in self.held)


def people_index(*, query: str, agency: str, role: str, today: date, now: datetime) -> PeopleIndex:
    """Search in names and addresses without diacritics; `agency` is a code."""
    people = [Person(user=user, posts=tuple(user.held)) for user in users_with_posts(on=today)]  # type: ignore[attr-defined]
    found = [one for one in people if _fits(one, fold(query), agency, role)]
    return PeopleIndex(
        people=tuple(sorted(found, key=lambda one: (not one.user.is_active, sort_key(one.user.full_name)))),
        total=len(people),
        invitations=tuple(open_invitations(at=now)),
        agencies=tuple(_agencies_of(people)),
        query=query,
        agency=agency,
        role=role,
    )


def person_page(pk: int, *, today: date) -> PersonPage | None:
    """One account; None when there is none."""
    user = User.objects.filter(pk=pk).first()
    if user is None:
        return None
    return PersonPage(
        user=user,
        posts=tuple(all_posts_of(user)),
        second_factors=Authenticator.objects.filter(user=user)
        .exclude(type=Authenticator.Type.RECOVERY_CODES)
        .count(),
        as_of=today,
    )


def agencies_by_level() -> list[tuple[str, list[Agency]]]:
    """Every stored agency under its level, as a choice offers them."""
    grouped: dict[str, list[Agency]] = {}
    for agency in all_agencies():
        grouped.setdefault(agency.level, []).append(agency)
    return list(grouped.items())


def _fits(one: Person, wanted: str, agency: str, role: str) -> bool:
    named = wanted in fold(one.user.full_name) or wanted in one.user.email
    posts = [post for post in one.posts if agency in {"", post.agency.code} and role in {"", post.role}]
    return named and bool(posts or not (agency or role))


def _agencies_of(people: list[Person]) -> list[Agency]:
    held = {post.agency.code: post.agency for one in people for post in one.posts}
    return sorted(held.values(), key=lambda agency: (agency.position, agency.code))
