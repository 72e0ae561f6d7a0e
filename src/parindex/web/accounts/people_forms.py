"""Forms with which administrators invite people, give posts and correct names; and the one that accepts."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parindex.domain.rights import ROLE_TITLES, Role
from parindex.records.models import Agency
from parindex.services.people.listing import agencies_by_level
from parindex.web.accounts.fields import as_new
from parindex.web.language import language
from parindex.web.templatetags.parindex import level_word

_CODE = re.compile(r"\d{1,2}(\.\d{1,3}){0,4}")
Group = tuple[str, list[tuple[str, str]]]


def roles() -> list[tuple[str, str]]:
    """Every role in the reader's language."""
    return [(role.value, ROLE_TITLES[role].said(language())) for role in Role]


class PostForm(forms.Form):
    """Vai trò: which, where, and for a contributor which criteria."""

    role = forms.ChoiceField(label=gettext_lazy("Vai trò"), choices=roles)
    agency = forms.ChoiceField(label=gettext_lazy("Tại cơ quan"), choices=lambda: _agencies())
    criteria = forms.CharField(
        label=gettext_lazy("Chỉ những tiêu chí"),
        required=False,
        help_text=gettext_lazy(
            "Cho người cung cấp số liệu, ví dụ: 5.7, 6.1. Để trống là mọi tiêu chí của cơ quan."
        ),
    )

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])

    def clean_criteria(self) -> list[str]:
        codes = [code for code in re.split(r"[\s,;]+", self.cleaned_data["criteria"]) if code]
        if wrong := [code for code in codes if not _CODE.fullmatch(code)]:
            raise forms.ValidationError(_("Không phải mã tiêu chí: %(codes)s.") % {"codes": ", ".join(wrong)})
        return codes

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("criteria") and given.get("role") not in {None, Role.CONTRIBUTOR}:
            self.add_error("criteria", _("Chỉ người cung cấp số liệu mới được giao riêng từng tiêu chí."))
        return given


class NameForm(forms.Form):
    """Họ tên."""

    full_name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)


class InviteForm(PostForm, NameForm):
    """Mời."""

    email = forms.EmailField(label=gettext_lazy("Thư điện tử"))
    field_order = ("full_name", "email", "role", "agency", "criteria")


class AcceptForm(forms.Form):
    """Nhận thư mời: the password of the new account."""

    password = forms.CharField(strip=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        as_new(self.fields["password"])


def _agencies() -> Iterator[Group]:
    yield "", [("", _("chọn cơ quan"))]
    for level, agencies in agencies_by_level():
        yield level_word(level), [(agency.code, _named(agency)) for agency in agencies]


def _named(agency: Agency) -> str:
    if agency.valid_to is None:
        return agency.name
    return _("%(agency)s (đến %(year)s)") % {"agency": agency.name, "year": agency.valid_to.year}
