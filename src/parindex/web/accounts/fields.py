"""Fields that several forms of accounts share."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _


def password_rules() -> str:
    """What a new password has to be, as one line."""
    return "; ".join(password_validators_help_texts())


def email_widget() -> forms.EmailInput:
    return forms.EmailInput(
        attrs={"autocomplete": "username", "inputmode": "email", "autocapitalize": "none"}
    )


def as_current(field: forms.Field, label: Any) -> None:
    """Make a field ask for the password that is in use."""
    field.label, field.help_text = label, ""
    field.widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})


def as_new(field: forms.Field) -> None:
    """Make a field ask for a new password, with the rules under it."""
    field.label, field.help_text = _("Mật khẩu mới"), lazy(password_rules, str)()
    field.widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})


def as_code(field: forms.Field, label: Any) -> None:
    """Make a field ask for a code; telephones then offer the right keys, and the code itself."""
    field.label = label
    field.widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"})
