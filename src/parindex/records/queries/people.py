"""Accounts, posts and invitations."""

from datetime import date

from django.db.models import Q, QuerySet

from parindex.records.models import Post, User


def posts_of(user: User, *, on: date) -> QuerySet[Post]:
    """The posts a person holds on a day, in the order they were given."""
    held = Post.objects.filter(Q(until__isnull=True) | Q(until__gte=on), user=user, since__lte=on)
    return held.select_related("agency").order_by("since", "pk")
