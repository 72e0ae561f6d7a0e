"""Who does a deed: a person with posts, or the installation itself."""

from dataclasses import dataclass, replace

from parindex.domain.rights import Post, Right, RowPlace, may, post_for, reach
from parindex.domain.rights import Reach as Reach
from parindex.services.errors import DeedError


class RefusedError(DeedError):
    """The person may not do this; nothing was done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Office:
    """Cơ quan of a post, as records know it; `code` is what the post names."""

    code: str
    pk: int
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """`agency_id` is that of the person's first post, and after `require` that of the post that allows the deed.

    `offices` are the agencies of the posts; `address` is where the request came from.
    """

    name: str
    user_id: int | None = None
    agency_id: int | None = None
    agency: str = ""
    posts: tuple[Post, ...] = ()
    offices: tuple[Office, ...] = ()
    address: str = ""
    is_system: bool = False

    def may(self, right: Right, place: RowPlace | None = None) -> bool:
        """Whether the table of rights lets this person do it: at all, or to one row."""
        return self.is_system or may(self.posts, right, place)

    def reach(self, right: Right) -> Reach:
        return Reach.ALL if self.is_system else reach(self.posts, right)

    def require(self, right: Right, place: RowPlace | None = None) -> "Actor":
        """The person in the post that allows it: for what a deed keeps, and for its entry in the log.

        Raises `RefusedError` where `may` says no.
        """
        if self.is_system:
            return self
        post = post_for(self.posts, right, place)
        if post is None:
            raise RefusedError(
                "Vai trò của anh/chị không được làm việc này; chưa thay đổi gì. Hãy hỏi Sở Nội vụ hoặc quản trị viên.",
                "Your role does not allow this; nothing was changed. Ask the coordinator or an administrator.",
            )
        office = next(office for office in self.offices if office.code == post.agency)
        return replace(self, agency_id=office.pk, agency=office.name)


SYSTEM = Actor(name="parindex", is_system=True)
