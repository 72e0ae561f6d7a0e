"""Sentences of signing in: what just happened, and the letter with a link to a new password."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parindex.records.models import User

# By the template that allauth would have used for it.
HAPPENED: Mapping[str, str | Promise] = {
    "account/messages/logged_out.txt": gettext_lazy("Đã đăng xuất."),
    "account/messages/password_changed.txt": gettext_lazy("Đã đổi mật khẩu."),
    "account/messages/password_set.txt": gettext_lazy("Đã đặt mật khẩu."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy("Đã tạo mã dự phòng; hãy lưu ở nơi an toàn."),
    "mfa/messages/totp_activated.txt": gettext_lazy("Đã bật ứng dụng xác thực."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Đã tắt ứng dụng xác thực."),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Đã thêm khóa đăng nhập."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("Đã gỡ khóa đăng nhập."),
}


def letter_with_link(user: User, link: str) -> tuple[str, str]:
    """Subject and text of the letter that leads to a new password."""
    subject = _("Đặt lại mật khẩu phần mềm Chỉ số CCHC")
    text = _(
        "Kính gửi %(name)s,\n\n"
        "Có yêu cầu đặt lại mật khẩu cho tài khoản này. Để đặt mật khẩu mới, hãy mở liên kết:\n\n"
        "%(link)s\n\n"
        "Nếu anh/chị không yêu cầu, hãy bỏ qua thư này; mật khẩu giữ nguyên.\n"
    )
    return subject, text % {"name": user.full_name, "link": link}
