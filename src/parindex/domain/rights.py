"""Quyền: the one table that says who may do what, and how far it reaches. Everything else asks it.

A right follows the role, the agency and the rows a person was given; the stage of a row is `domain.workflow`'s.
`docs/rights.md` prints this table.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from parindex.domain.coverage import is_within


class Role(StrEnum):
    """Vai trò of an account in an agency."""

    CONTRIBUTOR = "contributor"  # cung cấp số liệu, tài liệu cho những dòng được giao
    SCORER = "scorer"  # chấm điểm ở cơ quan chủ trì
    HEAD = "head"  # duyệt thay mặt cơ quan
    COORDINATOR = "coordinator"  # điều phối ở Sở Nội vụ
    APPRAISER = "appraiser"  # hội đồng thẩm định của tỉnh
    LEADER = "leader"  # lãnh đạo tỉnh, xem tất cả
    AUDITOR = "auditor"  # thanh tra, kiểm toán: xem tất cả và nhật ký
    ADMINISTRATOR = "administrator"  # quản lý tài khoản, không thấy điểm chưa công bố


class Reach(IntEnum):
    """How far a right goes: not at all, the rows given to the person, the agency's rows, all."""

    NONE = 0
    ROWS = 1
    AGENCY = 2
    ALL = 3


class Right(StrEnum):
    """What can be done or seen; every address of the pages names one."""

    READ_PUBLISHED = "read_published"  # published years, criteria, plans, agencies
    READ_ROUND = "read_round"  # a running round: milestones, own sheets
    READ_ROWS = "read_rows"
    EDIT_ROWS = "edit_rows"  # facts, evidence, remarks
    CLAIM = "claim"  # the points claimed, and their justification
    SUBMIT = "submit"
    ANSWER = "answer"
    EXPLAIN = "explain"
    ASK = "ask"
    REVIEW = "review"  # accept, return, reopen
    CONSOLIDATE = "consolidate"  # consolidate, send, scoring report, evidence package
    APPRAISE = "appraise"
    IMPORT_RESULT = "import_result"
    READ_RESULT = "read_result"  # totals, ranks and everybody's rows before publication
    DECIDE_OWNERS = "decide_owners"  # who answers for a lost point
    PUBLISH = "publish"
    MANAGE_ROUNDS = "manage_rounds"  # open a year, milestones, frameworks
    STORE_PLAN = "store_plan"
    READ_LOG = "read_log"
    MANAGE_ACCOUNTS = "manage_accounts"


_ALL, _AGENCY, _ROWS, _NONE = Reach.ALL, Reach.AGENCY, Reach.ROWS, Reach.NONE
_COLUMNS = tuple(Role)

# Columns:                   contributor scorer   head     coordin. appraiser leader  auditor  administrator
_TABLE: Mapping[Right, tuple[Reach, ...]] = {
    Right.READ_PUBLISHED:   (_ALL,       _ALL,    _ALL,    _ALL,    _ALL,    _ALL,    _ALL,    _ALL),
    Right.READ_ROUND:       (_ALL,       _ALL,    _ALL,    _ALL,    _ALL,    _ALL,    _ALL,    _NONE),
    Right.READ_ROWS:        (_ROWS,      _AGENCY, _AGENCY, _ALL,    _ALL,    _ALL,    _ALL,    _NONE),
    Right.EDIT_ROWS:        (_ROWS,      _AGENCY, _AGENCY, _NONE,   _NONE,   _NONE,   _NONE,   _NONE),
    Right.CLAIM:            (_NONE,      _AGENCY, _AGENCY, _NONE,   _NONE,   _NONE,   _NONE,   _NONE),
    Right.SUBMIT:           (_NONE,      _NONE,   _AGENCY, _NONE,   _NONE,   _NONE,   _NONE,   _NONE),
    Right.ANSWER:           (_ROWS,      _AGENCY, _AGENCY, _NONE,   _NONE,   _NONE,   _NONE,   _NONE),
    Right.EXPLAIN:          (_NONE,      _AGENCY, _AGENCY, _NONE,   _NONE,   _NONE,   _NONE,   _NONE),
    Right.ASK:              (_NONE,      _NONE,   _NONE,   _ALL,    _ALL,    _NONE,   _NONE,   _NONE),
    Right.REVIEW:           (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.CONSOLIDATE:      (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.APPRAISE:         (_NONE,      _NONE,   _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE),
    Right.IMPORT_RESULT:    (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.READ_RESULT:      (_NONE,      _NONE,   _NONE,   _ALL,    _ALL,    _ALL,    _ALL,    _NONE),
    Right.DECIDE_OWNERS:    (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.PUBLISH:          (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.MANAGE_ROUNDS:    (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.STORE_PLAN:       (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _NONE,   _NONE),
    Right.READ_LOG:         (_NONE,      _NONE,   _NONE,   _ALL,    _NONE,   _NONE,   _ALL,    _ALL),
    Right.MANAGE_ACCOUNTS:  (_NONE,      _NONE,   _NONE,   _NONE,   _NONE,   _NONE,   _NONE,   _ALL),
}  # fmt: skip

RIGHTS: Mapping[Right, Mapping[Role, Reach]] = {
    right: dict(zip(_COLUMNS, reaches, strict=True)) for right, reaches in _TABLE.items()
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """Vị trí: a role that a person holds in an agency; `criteria` are the codes given to a contributor ((): all)."""

    role: Role
    agency: str
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class RowPlace:
    """Where a row stands: the agency whose sheet it is on, agencies asked to help with it, and its criterion."""

    agency: str
    criterion: str
    helpers: tuple[str, ...] = ()


def reach(posts: Collection[Post], right: Right) -> Reach:
    """The farthest that any of a person's posts takes a right."""
    return max((RIGHTS[right][post.role] for post in posts), default=Reach.NONE)


def may(posts: Collection[Post], right: Right, place: RowPlace | None = None) -> bool:
    """Whether a person may do something: at all (no `place`), or to one row."""
    if place is None:
        return reach(posts, right) > Reach.NONE
    return any(_covers(post, RIGHTS[right][post.role], place) for post in posts)


def _covers(post: Post, reached: Reach, place: RowPlace) -> bool:
    if reached is Reach.ROWS:
        given = not post.criteria or any(is_within(place.criterion, code) for code in post.criteria)
        return given and (post.agency == place.agency or post.agency in place.helpers)
    return reached is Reach.ALL or (reached is Reach.AGENCY and post.agency == place.agency)
