"""Accounts, posts and invitations."""

from datetime import date, datetime

from django.db.models import Prefetch, Q, QuerySet

from parindex.domain.rights import Role
from parindex.records.models import Agency, Invitation, Post, User


def posts_on(day: date) -> QuerySet[Post]:
    """The posts that are held on a day, in the order they were given; `until` is the first day without it.

    So a post that is ended today gives no right any more from that moment on.
    """
    held = Post.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)
    return held.select_related("agency").order_by("since", "pk")


def posts_of(user: User, *, on: date) -> QuerySet[Post]:
    """The posts a person holds on a day, in the order they were given."""
    return posts_on(on).filter(user=user)


def all_posts_of(user: User) -> QuerySet[Post]:
    """Every post a person has held, the newest first."""
    return Post.objects.filter(user=user).select_related("agency").order_by("-since", "-pk")


def users_with_posts(*, on: date) -> QuerySet[User]:
    """All accounts; `held` are the posts of that day."""
    held = Prefetch("posts", queryset=posts_on(on), to_attr="held")
    return User.objects.prefetch_related(held).order_by("full_name", "pk")


def user_with_email(email: str) -> User | None:
    """The account that signs in with an address, however it is written."""
    return User.objects.filter(email=email.strip().lower()).first()


def is_anybody_known() -> bool:
    """Whether there is any account yet."""
    return User.objects.exists()


def administrators(*, on: date) -> QuerySet[User]:
    """The active accounts that may manage accounts on a day."""
    held = posts_on(on).filter(role=Role.ADMINISTRATOR).values("user")
    return User.objects.filter(is_active=True, pk__in=held).order_by("pk")


def open_invitations(*, at: datetime) -> QuerySet[Invitation]:
    """Invitations whose links still work at that moment, the newest first."""
    waiting = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return waiting.filter(expires_at__gt=at).select_related("agency", "invited_by").order_by("-pk")


def agency_named(code: str) -> str:
    """The name of the stored agency with a code; "" when there is none."""
    return Agency.objects.filter(code=code).values_list("name", flat=True).first() or ""
