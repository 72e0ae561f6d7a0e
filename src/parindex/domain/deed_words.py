"""Tên các việc trong nhật ký: what every deed is called, for readers of the log."""

import re
from collections.abc import Mapping

from parindex.domain.titles import Title
from parindex.domain.workflow import MOVE_TITLES, Move

_DEEDS: Mapping[str, Title] = {
    "accept_invitation": Title(vi="Nhận lời mời", en="Accept an invitation"),
    "add_post": Title(vi="Giao vị trí", en="Give a post"),
    "allow_new_password": Title(vi="Cho đặt lại mật khẩu", en="Allow a new password"),
    "deactivate_account": Title(vi="Khóa tài khoản", en="Close an account"),
    "decide_owners": Title(vi="Quyết định ai chịu trách nhiệm", en="Decide who answers for lost points"),
    "end_post": Title(vi="Kết thúc vị trí", en="End a post"),
    "enter_result": Title(vi="Nhập điểm của một phần", en="Enter the points of a part"),
    "import_result": Title(vi="Nhập kết quả thẩm định", en="Import an appraisal"),
    "invite": Title(vi="Mời", en="Invite"),
    "open_round": Title(vi="Mở kỳ đánh giá", en="Open a round"),
    "open_sheets": Title(vi="Mở phiếu chấm điểm", en="Open sheets"),
    "publish": Title(vi="Công bố kỳ đánh giá", en="Publish a round"),
    "reactivate_account": Title(vi="Mở lại tài khoản", en="Reopen an account"),
    "remove_second_factors": Title(vi="Gỡ xác thực hai bước", en="Remove second factors"),
    "rename_account": Title(vi="Đổi tên tài khoản", en="Rename an account"),
    "row_kept_aside": Title(vi="Giữ bản gặp trùng", en="Keep words aside"),
    "row_open_until": Title(vi="Mở lại dòng đến ngày", en="Reopen a row until a day"),
    "sample_people": Title(vi="Nạp tài khoản mẫu", en="Load sample accounts"),
    "set_milestones": Title(vi="Đổi mốc thời gian", en="Change milestones"),
    "store_agencies": Title(vi="Nạp cơ quan", en="Store agencies"),
    "store_announced": Title(vi="Ghi kết quả được công bố", en="Store an announced result"),
    "store_facts": Title(vi="Nạp số liệu", en="Store facts"),
    "store_framework": Title(vi="Nạp bộ tiêu chí", en="Store a framework"),
    "store_plan": Title(vi="Lưu kế hoạch", en="Store a plan"),
    "store_results": Title(vi="Nạp kết quả công bố", en="Store published results"),
    "withdraw_invitation": Title(vi="Rút lời mời", en="Withdraw an invitation"),
}
_MOVE = re.compile(r"(rows?)_(\w+)")


def known_deeds() -> frozenset[str]:
    """The deeds that have words."""
    return frozenset(_DEEDS)


def deed_title(deed: str) -> Title:
    """What a deed is called; its own code where there is no word for it."""
    if deed in _DEEDS:
        return _DEEDS[deed]
    found = _MOVE.fullmatch(deed)
    if not found or found.group(2) not in set(Move):
        return Title(vi=deed, en=deed)
    move = MOVE_TITLES[Move(found.group(2))]
    one = found.group(1) == "row"
    vi = f"{move.vi} dòng" if one else f"{move.vi} nhiều dòng"
    return Title(vi=vi, en=f"{move.en} a row" if one else f"{move.en} rows")
