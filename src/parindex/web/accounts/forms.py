"""allauth's forms with the words of these pages. A new password is asked once: it can be made visible instead."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from parindex.web.accounts.fields import as_code, as_current, as_new, email_widget

EMAIL = _("Thư điện tử")
PASSWORD = _("Mật khẩu")
CODE = _("Mã xác thực")
KEY_NAME = _("Tên khóa")


class SignIn(account.LoginForm):  # type: ignore[misc]
    """Đăng nhập."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label, self.fields["login"].widget = EMAIL, email_widget()
        as_current(self.fields["password"], PASSWORD)


class Reauthenticate(account.ReauthenticateForm):  # type: ignore[misc]
    """Xác nhận lại bằng mật khẩu."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_current(self.fields["password"], PASSWORD)


class ChangePassword(account.ChangePasswordForm):  # type: ignore[misc]
    """Đổi mật khẩu."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_current(self.fields["oldpassword"], _("Mật khẩu đang dùng"))
        as_new(self.fields["password1"])
        del self.fields["password2"]


class SetPassword(account.SetPasswordForm):  # type: ignore[misc]
    """Đặt mật khẩu, for an account that has none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_new(self.fields["password1"])
        del self.fields["password2"]


class ForgotPassword(account.ResetPasswordForm):  # type: ignore[misc]
    """Quên mật khẩu."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label, self.fields["email"].widget = EMAIL, email_widget()


class NewPassword(account.ResetPasswordKeyForm):  # type: ignore[misc]
    """Mật khẩu mới, by the link of a letter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_new(self.fields["password1"])
        del self.fields["password2"]


class SecondFactor(second_factor.AuthenticateForm):  # type: ignore[misc]
    """Mã của ứng dụng xác thực, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_code(self.fields["code"], CODE)


class SecondFactorAgain(second_factor.ReauthenticateForm):  # type: ignore[misc]
    """Xác nhận lại bằng mã."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_code(self.fields["code"], CODE)


class ActivateApp(totp.ActivateTOTPForm):  # type: ignore[misc]
    """Bật ứng dụng xác thực."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_code(self.fields["code"], CODE)


class AddPasskey(webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """Thêm khóa đăng nhập."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = KEY_NAME
        self.fields["passwordless"].label = _("Đăng nhập chỉ bằng khóa này, không cần mật khẩu")
        self.fields["passwordless"].help_text = _("Thiết bị sẽ hỏi vân tay, khuôn mặt hoặc mã PIN.")
        self.fields["passwordless"].initial = True


class RenamePasskey(webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Đổi tên khóa đăng nhập."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = KEY_NAME
