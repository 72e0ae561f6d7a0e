"""Tên các việc trong nhật ký: what every deed is called, for readers of the log."""

import re
from collections.abc import Mapping

from parindex.domain.titles import Title
from parindex.domain.workflow import MOVE_TITLES, Move

_DEEDS: Mapping[str, Title] = {
    "accept_invitation": Title(vi="Nhận lời mời", en="Accept an invitation"),
    "add_post": Title(vi="Giao vị trí", en="Give a post"),
    "add_second_factor": Title(vi="Thêm xác thực hai bước", en="Add a second factor"),
    "allow_new_password": Title(vi="Cho đặt lại mật khẩu", en="Allow a new password"),
    "change_password": Title(vi="Đổi mật khẩu", en="Change a password"),
    "deactivate_account": Title(vi="Khóa tài khoản", en="Close an account"),
    "decide_owners": Title(vi="Quyết định ai chịu trách nhiệm", en="Decide who answers for lost points"),
    "end_post": Title(vi="Kết thúc vị trí", en="End a post"),
    "enter_result": Title(vi="Nhập điểm của một phần", en="Enter the points of a part"),
    "evidence_add": Title(vi="Thêm tài liệu kiểm chứng", en="Add evidence"),
    "evidence_attach": Title(vi="Đính kèm tài liệu có sẵn", en="Attach known evidence"),
    "evidence_describe": Title(vi="Sửa mô tả tài liệu", en="Describe evidence anew"),
    "evidence_detach": Title(vi="Gỡ tài liệu khỏi dòng", en="Take evidence off a row"),
    "evidence_package": Title(vi="Tải gói tài liệu kiểm chứng", en="Take an evidence package"),
    "evidence_revise": Title(vi="Thay tệp của tài liệu", en="Revise evidence"),
    "help_ask": Title(vi="Nhờ cơ quan phối hợp", en="Ask an agency for help"),
    "help_end": Title(vi="Thôi nhờ phối hợp", en="End an agency's help"),
    "import_result": Title(vi="Nhập kết quả thẩm định", en="Import an appraisal"),
    "import_table": Title(vi="Nhập bảng tính", en="Import a workbook"),
    "invite": Title(vi="Mời", en="Invite"),
    "open_round": Title(vi="Mở kỳ đánh giá", en="Open a round"),
    "open_sheets": Title(vi="Mở phiếu chấm điểm", en="Open sheets"),
    "publish": Title(vi="Công bố kỳ đánh giá", en="Publish a round"),
    "question_answer": Title(vi="Trả lời câu hỏi", en="Answer a question"),
    "question_ask": Title(vi="Hỏi", en="Ask a question"),
    "reactivate_account": Title(vi="Mở lại tài khoản", en="Reopen an account"),
    "remove_second_factor": Title(vi="Gỡ một cách xác thực", en="Remove a second factor"),
    "remove_second_factors": Title(vi="Gỡ xác thực hai bước", en="Remove second factors"),
    "rename_account": Title(vi="Đổi tên tài khoản", en="Rename an account"),
    "reset_password": Title(vi="Đặt lại mật khẩu", en="Reset a password"),
    "reset_second_factor": Title(vi="Tạo lại mã dự phòng", en="Make recovery codes anew"),
    "row_kept_aside": Title(vi="Giữ bản gặp trùng", en="Keep words aside"),
    "row_open_until": Title(vi="Mở lại dòng đến ngày", en="Reopen a row until a day"),
    "sample_people": Title(vi="Nạp tài khoản mẫu", en="Load sample accounts"),
    "second_factor_failed": Title(vi="Xác thực hai bước không đúng", en="A second factor failed"),
    "set_milestones": Title(vi="Đổi mốc thời gian", en="Change milestones"),
    "set_password": Title(vi="Đặt mật khẩu", en="Set a password"),
    "sign_in": Title(vi="Đăng nhập", en="Sign in"),
    "sign_in_failed": Title(vi="Đăng nhập không thành", en="A sign-in failed"),
    "sign_in_locked": Title(vi="Bị khóa đăng nhập tạm thời", en="A sign-in met a lock"),
    "sign_out": Title(vi="Đăng xuất", en="Sign out"),
    "store_agencies": Title(vi="Nạp cơ quan", en="Store agencies"),
    "store_announced": Title(vi="Ghi kết quả được công bố", en="Store an announced result"),
    "store_facts": Title(vi="Nạp số liệu", en="Store facts"),
    "store_framework": Title(vi="Nạp bộ tiêu chí", en="Store a framework"),
    "store_plan": Title(vi="Lưu kế hoạch", en="Store a plan"),
    "store_results": Title(vi="Nạp kết quả công bố", en="Store published results"),
    "withdraw_invitation": Title(vi="Rút lời mời", en="Withdraw an invitation"),
}
_MOVE = re.compile(r"(rows?)_(\w+)")


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
