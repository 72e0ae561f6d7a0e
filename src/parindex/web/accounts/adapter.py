"""Where allauth asks this site: its words, its letters, and the log in which every sign-in stands."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parindex.records.models import User
from parindex.services.people.letters import send_letter
from parindex.web.accounts.journal import record_refused
from parindex.web.accounts.words import HAPPENED, letter_with_link

_WRONG_CODE = gettext_lazy("Mã không đúng hoặc đã hết hiệu lực.")
_TOO_MANY = gettext_lazy(
    "Sai quá nhiều lần nên tạm khóa đăng nhập tài khoản này. Hãy đợi 5 phút rồi thử lại, hoặc đặt lại mật khẩu."
)


def path_to_new_password(key: str) -> str:
    """The page that a key to a new password ("UID-TOKEN") opens."""
    uid, _dash, token = key.partition("-")
    return reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts: nobody signs up, and what people are told is said here."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": gettext_lazy("Tài khoản này đã ngừng hoạt động."),
        "email_password_mismatch": gettext_lazy("Thư điện tử hoặc mật khẩu không đúng."),
        "enter_current_password": gettext_lazy("Mật khẩu đang dùng không đúng."),
        "incorrect_code": _WRONG_CODE,
        "incorrect_password": gettext_lazy("Mật khẩu không đúng."),
        "invalid_login": gettext_lazy("Chưa đăng nhập được."),
        "invalid_password_reset": gettext_lazy("Liên kết đặt lại mật khẩu không còn dùng được."),
        "too_many_login_attempts": _TOO_MANY,
        "rate_limited": gettext_lazy("Thử quá nhiều lần; hãy đợi vài phút."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (allauth's shape, as below)
        """Accounts come from invitations alone, also when another system vouches for a person."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt; one too many is refused without looking at the password, and kept in the log."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            record_refused(request, credentials.get("email", ""), "sign_in_locked")
            raise

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("mfa_index")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,  # noqa: ARG002
        extra_tags: str = "",  # noqa: ARG002
        message: str | None = None,
    ) -> None:
        """Say what happened, where the pages have a sentence for it."""
        sentence = message or HAPPENED.get(message_template or "")
        if sentence:
            messages.add_message(request, level, str(sentence))

    def get_reset_password_from_key_url(self, key: str) -> str:
        return str(self.request.build_absolute_uri(path_to_new_password(key)))

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        subject, text = letter_with_link(user, context["password_reset_url"])
        send_letter(to=email, subject=subject, text=text)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The ways to confirm who one is, in the words of the pages."""
        said = {
            "reauthenticate": _("Dùng mật khẩu"),
            "mfa_reauthenticate": _("Dùng mã xác thực"),
            "mfa_reauthenticate:webauthn": _("Dùng khóa đăng nhập"),
        }
        return [
            {**method, "description": said[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors and passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": gettext_lazy("Không tắt được bước xác thực này."),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Hãy bật ứng dụng xác thực hoặc thêm khóa đăng nhập trước khi tạo mã dự phòng."
        ),
        "incorrect_code": _WRONG_CODE,
        "unverified_email": gettext_lazy("Thư điện tử của tài khoản chưa được xác nhận."),
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Khóa %(n)s") % {"n": count + 1}
