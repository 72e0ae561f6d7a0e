"""Who a signed-in person is to the deeds: their posts of today. And the log of how people come and go."""

from datetime import date
from typing import Any

from django.db import transaction

from parindex.domain.rights import Post, Role
from parindex.records.models import User
from parindex.records.queries.people import posts_of
from parindex.services.actor import Actor, Office
from parindex.services.log import record


def actor_of(user: User, *, address: str, today: date) -> Actor:
    """The person as deeds know them, with the posts they hold on that day."""
    rows = tuple(posts_of(user, on=today))
    return Actor(
        name=str(user),
        user_id=user.pk,
        agency_id=rows[0].agency_id if rows else None,
        agency=rows[0].agency.name if rows else "",
        posts=tuple(
            Post(role=Role(row.role), agency=row.agency.code, criteria=tuple(row.criteria)) for row in rows
        ),
        offices=tuple(Office(code=row.agency.code, pk=row.agency_id, name=row.agency.name) for row in rows),
        address=address,
    )


@transaction.atomic
def record_access(*, deed: str, user: User | None, address: str, **detail: Any) -> None:
    """Keep that somebody signed in or out, tried to, or changed how; `user` is None where no account was meant."""
    if user is None:
        record(actor=Actor(name="", address=address), deed=deed, subject="", **detail)
        return
    actor = Actor(name=str(user), user_id=user.pk, address=address)
    record(actor=actor, deed=deed, subject=user.email, about=[f"user:{user.pk}"], **detail)
