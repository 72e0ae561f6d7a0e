"""The second step of signing in, with real codes: turning it on, using it, recovering, turning it off."""

import base64
import re
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import User
from tests.web.accounts import PASSWORD, deeds, is_signed_in, sign_in, somebody
from tests.web.html import Page

APP = "/tai-khoan/ung-dung/"


@pytest.fixture(autouse=True)
def fast_hashing(settings: Any, db: None) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def code_of(secret: str, *, later: int = 0) -> str:
    """The code that an app with this secret shows so many half-minutes from now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later)))


def wrong(code: str) -> str:
    return str((int(code[0]) + 5) % 10) + code[1:]


def confirmed(client: Client, path: str) -> Any:
    """Open a page that asks who one is, and answer with the password."""
    asked = client.get(path)
    return client.post(asked.headers["Location"], {"password": PASSWORD}, follow=True)


def turned_on(client: Client, user: User) -> tuple[str, list[str]]:
    """Turn the app on by the pages; its secret and the recovery codes."""
    sign_in(client, user.email)
    page = Page.of(confirmed(client, APP))
    secret = page.text("//code").replace(" ", "")
    codes = Page.of(client.post(APP, {"code": code_of(secret)}, follow=True))
    return secret, codes.texts("//ul[contains(@class, 'codes')]/li")


def test_changing_how_one_signs_in_asks_for_the_password_first(anybody: Client):
    sign_in(anybody, somebody().email)

    response = anybody.get(APP)

    assert (
        response.headers["Location"] == f"{reverse('account_reauthenticate')}?next={APP.replace('/', '%2F')}"
    )


def test_the_picture_to_scan_is_part_of_the_page_and_holds_the_secret(anybody: Client):
    sign_in(anybody, somebody().email)

    page = Page.of(confirmed(anybody, APP))

    (source,) = page.all("//img[@class='qr']/@src")
    kind, _, data = str(source).partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data).startswith(b"<?xml")
    assert re.fullmatch(r"[A-Z2-7]{32}", page.text("//code").replace(" ", ""))


def test_a_wrong_code_does_not_turn_it_on(anybody: Client):
    user = somebody()
    sign_in(anybody, user.email)
    secret = Page.of(confirmed(anybody, APP)).text("//code").replace(" ", "")

    response = anybody.post(APP, {"code": wrong(code_of(secret))})

    assert Page.of(response).texts("//p[@id='id_code_error']") == ["Mã không đúng hoặc đã hết hiệu lực."]
    assert Authenticator.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_with_the_app_on_the_password_alone_does_not_sign_in_and_the_code_does(anybody: Client):
    user, phone = somebody(), Client()
    secret, codes = turned_on(anybody, user)

    asked = sign_in(phone, user.email)
    between = is_signed_in(phone)
    phone.post(asked.headers["Location"], {"code": code_of(secret, later=1)})

    assert (asked.headers["Location"], between) == (reverse("mfa_authenticate"), False)
    assert (is_signed_in(phone), len(codes), len(set(codes))) == (True, 10, 10)
    assert deeds() == [
        ("sign_in", user.email),
        ("add_second_factor", user.email),
        ("add_second_factor", user.email),
        ("sign_in", user.email),
    ]


def test_a_wrong_code_is_refused_and_in_the_log_and_five_of_them_lock_the_step(anybody: Client):
    user, thief = somebody(), Client()
    secret, _ = turned_on(anybody, user)
    page = sign_in(thief, user.email).headers["Location"]
    for _try in range(5):
        thief.post(page, {"code": wrong(code_of(secret))})

    response = thief.post(page, {"code": code_of(secret, later=1)})

    assert Page.of(response).text("//p[@id='id_code_error']").startswith("Sai quá nhiều lần")
    assert is_signed_in(thief) is False
    assert deeds().count(("second_factor_failed", user.email)) == 5


def test_a_code_is_taken_once(anybody: Client):
    user, thief = somebody(), Client()
    secret, _ = turned_on(anybody, user)
    code = code_of(secret, later=1)
    owner = Client()
    owner.post(sign_in(owner, user.email).headers["Location"], {"code": code})

    thief.post(sign_in(thief, user.email).headers["Location"], {"code": code})

    assert (is_signed_in(owner), is_signed_in(thief)) == (True, False)


def test_a_recovery_code_stands_in_for_the_app_once(anybody: Client):
    user, first, second = somebody(), Client(), Client()
    _, codes = turned_on(anybody, user)
    first.post(sign_in(first, user.email).headers["Location"], {"code": codes[0]})

    second.post(sign_in(second, user.email).headers["Location"], {"code": codes[0]})

    assert (is_signed_in(first), is_signed_in(second)) == (True, False)
    left = Page.of(anybody.get(reverse("mfa_view_recovery_codes"))).texts("//ul[contains(@class,'codes')]/li")
    assert left == codes[1:]


def test_new_recovery_codes_replace_the_old_ones(anybody: Client):
    _, codes = turned_on(anybody, somebody())

    page = Page.of(anybody.post(reverse("mfa_generate_recovery_codes"), follow=True))

    fresh = page.texts("//ul[contains(@class, 'codes')]/li")
    assert (len(fresh), set(fresh) & set(codes)) == (10, set())


def test_turned_off_the_password_is_enough_again(anybody: Client):
    user, phone = somebody(), Client()
    turned_on(anybody, user)

    anybody.post(reverse("mfa_deactivate_totp"))
    sign_in(phone, user.email)

    assert (is_signed_in(phone), Authenticator.objects.count()) == (True, 0)


def test_nobody_reaches_another_persons_passkey(anybody: Client):
    owner = somebody()
    key = Authenticator.objects.create(user=owner, type="webauthn", data={"name": "Khóa 1"})
    turned_on(anybody, somebody(Role.SCORER))

    answers = [
        anybody.get(reverse(name, args=[key.pk])).status_code
        for name in ("mfa_edit_webauthn", "mfa_remove_webauthn")
    ]

    assert answers == [404, 404]
