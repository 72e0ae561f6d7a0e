"""How pages of accounts write roles, fields of forms, and what scripts read."""

import json
from typing import Any

from django import forms, template
from django.core.serializers.json import DjangoJSONEncoder
from django.forms import BoundField

from parindex.domain.rights import ROLE_TITLES, Role
from parindex.records.queries.people import agency_named, is_anybody_known
from parindex.web.language import language

register = template.Library()


@register.filter
def role_title(role: str) -> str:
    """A role in the reader's language."""
    return ROLE_TITLES[Role(role)].said(language())


@register.filter
def agency_name(code: str) -> str:
    """The name of a stored agency; its code where none is stored under it."""
    return agency_named(code) or code


@register.simple_tag
def nobody_has_an_account() -> bool:
    """Whether nobody could sign in yet, whatever they type."""
    return not is_anybody_known()


@register.filter
def in_fours(secret: str) -> str:
    """A secret as people copy it: in groups of four."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


@register.filter
def as_json(value: Any) -> str:
    """A value for a script, as the text of a data- attribute."""
    return json.dumps(value, cls=DjangoJSONEncoder)


@register.filter
def is_checkbox(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_password(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.PasswordInput)
