"""People who sign in by the real pages: an account with a password, and the forms as a browser sends them."""

from typing import Any

from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client

from parindex.domain.rights import Role
from parindex.records.models import LogEntry, User
from tests.people import person
from tests.web.html import Page

PASSWORD = "năm mươi bảy lá cờ"
WRONG = "không phải mật khẩu"
SIGN_IN = "/tai-khoan/dang-nhap/"
FIRST_PAGE = resolve_url(settings.LOGIN_REDIRECT_URL)


def somebody(role: Role = Role.COORDINATOR) -> User:
    """A person of a role who has a password."""
    user = person(role)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> Any:
    """Fill in the sign-in page and send it."""
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def alert(response: Any) -> str:
    """What the page says went wrong with the form as a whole."""
    return Page.of(response).text("//*[@role='alert']")


def deeds() -> list[tuple[str, str]]:
    """What the log holds, and about whom."""
    return list(LogEntry.objects.order_by("number").values_list("deed", "subject"))
