"""The rules for passwords, Django's own, said in the words of the pages."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    NumericPasswordValidator,
    UserAttributeSimilarityValidator,
)
from django.utils.translation import gettext as _


class UnlikeThePerson(UserAttributeSimilarityValidator):
    """Not like the name or the address."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "full_name"))

    def get_error_message(self) -> str:
        return _("Mật khẩu quá giống họ tên hoặc thư điện tử.")

    def get_help_text(self) -> str:
        return _("không giống họ tên hoặc thư điện tử")


class LongEnough(MinimumLengthValidator):
    """So many characters at least."""

    def get_error_message(self) -> str:
        return _("Mật khẩu quá ngắn: cần ít nhất %(n)s ký tự.") % {"n": self.min_length}

    def get_help_text(self) -> str:
        return _("ít nhất %(n)s ký tự") % {"n": self.min_length}


class Uncommon(CommonPasswordValidator):
    """None of those that everybody tries first."""

    def get_error_message(self) -> str:
        return _("Mật khẩu này quá phổ biến.")

    def get_help_text(self) -> str:
        return _("không phải mật khẩu phổ biến")


class NotOnlyDigits(NumericPasswordValidator):
    """Something besides digits."""

    def get_error_message(self) -> str:
        return _("Mật khẩu chỉ có chữ số; hãy thêm chữ.")

    def get_help_text(self) -> str:
        return _("không chỉ gồm chữ số")
