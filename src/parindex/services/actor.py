"""Who does a deed: a person with posts, or the installation itself."""

from dataclasses import dataclass

from parindex.domain.rights import Post, Right, RowPlace, may, reach
from parindex.domain.rights import Reach as Reach
from parindex.services.errors import DeedError


class RefusedError(DeedError):
    """The person may not do this; nothing was done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """`agency_id` is that of the person's first post; `address` is where the request came from."""

    name: str
    user_id: int | None = None
    agency_id: int | None = None
    agency: str = ""
    posts: tuple[Post, ...] = ()
    address: str = ""
    is_system: bool = False

    def may(self, right: Right, place: RowPlace | None = None) -> bool:
        """Whether the table of rights lets this person do it: at all, or to one row."""
        return self.is_system or may(self.posts, right, place)

    def reach(self, right: Right) -> Reach:
        return Reach.ALL if self.is_system else reach(self.posts, right)

    def require(self, right: Right, place: RowPlace | None = None) -> None:
        """Raises `RefusedError` where `may` says no."""
        if not self.may(right, place):
            raise RefusedError(
                "Vai trò của anh/chị không được làm việc này; chưa thay đổi gì. Hãy hỏi Sở Nội vụ hoặc quản trị viên.",
                "Your role does not allow this; nothing was changed. Ask the coordinator or an administrator.",
            )


SYSTEM = Actor(name="parindex", is_system=True)
