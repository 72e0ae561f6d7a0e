"""Quyền: the one table that says who may do what, and how far it reaches. Everything else asks it.

A right follows the role, the agency and the rows a person was given; the stage of a row is `domain.workflow`'s.
`docs/rights.md` prints this table.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from parindex.domain.coverage import is_within
from parindex.domain.titles import Title


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
    return post_for(posts, right, place) is not None


def post_for(posts: Collection[Post], right: Right, place: RowPlace | None = None) -> Post | None:
    """The post in which a person does something: of those that allow it, the first that reaches farthest."""
    allowing = (post for post in posts if _allows(post, right, place))
    return max(allowing, key=lambda post: RIGHTS[right][post.role], default=None)


def _allows(post: Post, right: Right, place: RowPlace | None) -> bool:
    reached = RIGHTS[right][post.role]
    return reached > Reach.NONE if place is None else _covers(post, reached, place)


def _covers(post: Post, reached: Reach, place: RowPlace) -> bool:
    if reached is Reach.ROWS:
        given = not post.criteria or any(is_within(place.criterion, code) for code in post.criteria)
        return given and (post.agency == place.agency or post.agency in place.helpers)
    return reached is Reach.ALL or (reached is Reach.AGENCY and post.agency == place.agency)


ROLE_TITLES: Mapping[Role, Title] = {
    Role.CONTRIBUTOR: Title(vi="Người cung cấp số liệu", en="Contributor"),
    Role.SCORER: Title(vi="Người chấm điểm", en="Scorer"),
    Role.HEAD: Title(vi="Người duyệt của cơ quan", en="Head of agency"),
    Role.COORDINATOR: Title(vi="Điều phối viên", en="Coordinator"),
    Role.APPRAISER: Title(vi="Thành viên hội đồng thẩm định", en="Appraiser"),
    Role.LEADER: Title(vi="Lãnh đạo tỉnh", en="Leader"),
    Role.AUDITOR: Title(vi="Thanh tra, kiểm toán", en="Auditor"),
    Role.ADMINISTRATOR: Title(vi="Quản trị viên", en="Administrator"),
}

RIGHT_TITLES: Mapping[Right, Title] = {
    Right.READ_PUBLISHED: Title(
        vi="Xem năm đã công bố, kế hoạch, cơ quan", en="Read published years and plans"
    ),
    Right.READ_ROUND: Title(vi="Xem kỳ đang chấm", en="Read a running round"),
    Right.READ_ROWS: Title(vi="Xem dòng chấm điểm", en="Read rows"),
    Right.EDIT_ROWS: Title(vi="Nhập số liệu, tài liệu kiểm chứng", en="Enter facts and evidence"),
    Right.CLAIM: Title(vi="Ghi điểm tự chấm", en="Claim points"),
    Right.SUBMIT: Title(vi="Gửi phiếu", en="Submit"),
    Right.ANSWER: Title(vi="Trả lời câu hỏi", en="Answer questions"),
    Right.EXPLAIN: Title(vi="Giải trình", en="Justify to the appraiser"),
    Right.ASK: Title(vi="Hỏi về một dòng", en="Ask about a row"),
    Right.REVIEW: Title(vi="Nhận, trả lại, mở lại", en="Accept, return, reopen"),
    Right.CONSOLIDATE: Title(vi="Tổng hợp, trình, báo cáo", en="Consolidate, send, report"),
    Right.APPRAISE: Title(vi="Thẩm định", en="Appraise"),
    Right.IMPORT_RESULT: Title(vi="Nhập kết quả thẩm định", en="Import an appraisal"),
    Right.READ_RESULT: Title(vi="Xem kết quả trước khi công bố", en="Read results before publication"),
    Right.DECIDE_OWNERS: Title(vi="Quyết định ai chịu trách nhiệm", en="Decide who answers for lost points"),
    Right.PUBLISH: Title(vi="Công bố", en="Publish"),
    Right.MANAGE_ROUNDS: Title(vi="Mở kỳ, đặt mốc, bộ tiêu chí", en="Open rounds, milestones, frameworks"),
    Right.STORE_PLAN: Title(vi="Lưu kế hoạch", en="Store a plan"),
    Right.READ_LOG: Title(vi="Xem nhật ký", en="Read the log"),
    Right.MANAGE_ACCOUNTS: Title(vi="Quản lý tài khoản", en="Manage accounts"),
}

REACH_TITLES: Mapping[Reach, Title] = {
    Reach.NONE: Title(vi="không", en="no"),
    Reach.ROWS: Title(vi="dòng được giao", en="rows given"),
    Reach.AGENCY: Title(vi="cơ quan mình", en="own agency"),
    Reach.ALL: Title(vi="tất cả", en="all"),
}
