"""Writes into the log who signed in and out, who tried and failed, and who changed how they sign in."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as second_factor
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out, user_login_failed
from django.dispatch import Signal
from django.http import HttpRequest

from parindex.records.models import User
from parindex.records.queries.people import user_with_email
from parindex.services.people.posts import record_access

_OF_A_PERSON: tuple[tuple[Signal, str], ...] = (
    (account.user_logged_in, "sign_in"),
    (user_logged_out, "sign_out"),
    (account.password_changed, "change_password"),
    (account.password_set, "set_password"),
    (account.password_reset, "reset_password"),
)
_OF_A_FACTOR: tuple[tuple[Signal, str], ...] = (
    (second_factor.authenticator_added, "add_second_factor"),
    (second_factor.authenticator_removed, "remove_second_factor"),
    (second_factor.authenticator_reset, "reset_second_factor"),
    (second_factor.authentication_failed, "second_factor_failed"),
)


def connect() -> None:
    """Listen from now on."""
    for signal, deed in _OF_A_PERSON:
        signal.connect(_person(deed), weak=False, dispatch_uid=f"parindex.{deed}")
    for signal, deed in _OF_A_FACTOR:
        signal.connect(_factor(deed), weak=False, dispatch_uid=f"parindex.{deed}")
    user_login_failed.connect(_failed, dispatch_uid="parindex.sign_in_failed")


def record_refused(request: HttpRequest | None, email: str, deed: str) -> None:
    """An attempt with an address: of its account, or of nobody (what was typed is not kept: it may be a password)."""
    record_access(deed=deed, user=user_with_email(email), address=_address(request))


def _person(deed: str) -> Any:
    def heard(*, request: HttpRequest | None, user: User | None, **_: Any) -> None:
        if user is not None:
            record_access(deed=deed, user=user, address=_address(request))

    return heard


def _factor(deed: str) -> Any:
    def heard(*, request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
        record_access(deed=deed, user=user, address=_address(request), kind=authenticator.type)

    return heard


def _failed(*, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    record_refused(request, credentials.get("email", ""), "sign_in_failed")


def _address(request: HttpRequest | None) -> str:
    return request.META.get("REMOTE_ADDR", "") if request else ""
