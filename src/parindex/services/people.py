"""Who a signed-in person is to the deeds: their posts of today."""

from datetime import date

from parindex.domain.rights import Post, Role
from parindex.records.models import User
from parindex.records.queries.people import posts_of
from parindex.services.actor import Actor


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
        address=address,
    )
