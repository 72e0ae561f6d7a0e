"""Signing in and out by the real pages, with one policy against guessing, and every try in the log."""

import re
from typing import Any

import pytest
from django.conf import settings as configured
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse

from parindex.domain.rights import Role
from parindex.records.models import LogEntry, User
from tests.web.accounts import (
    PASSWORD,
    SIGN_IN,
    WRONG,
    alert,
    deeds,
    is_signed_in,
    sign_in,
    somebody,
)
from tests.web.html import Page

MISMATCH = "Thư điện tử hoặc mật khẩu không đúng."
LOCKED = "Sai quá nhiều lần nên tạm khóa đăng nhập tài khoản này. Hãy đợi 5 phút rồi thử lại, hoặc đặt lại mật khẩu."
NEW = "mười hai con giáp mới"


@pytest.fixture(autouse=True)
def fast_hashing(settings: Any, db: None) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def test_the_right_password_leads_to_where_one_wanted_to_go_and_the_log_says_so(anybody: Client):
    user = somebody()
    wanted = anybody.get("/tru-diem/?sap=agency").headers["Location"]

    response = anybody.post(wanted, {"login": user.email.upper(), "password": PASSWORD})

    assert (response.status_code, response.headers["Location"]) == (302, "/tru-diem/?sap=agency")
    assert is_signed_in(anybody) is True
    assert deeds() == [("sign_in", user.email)]
    entry = LogEntry.objects.get()
    assert (entry.user, entry.actor, entry.address) == (user, user.full_name, "127.0.0.1")


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(anybody: Client, elsewhere: str):
    response = sign_in(anybody, somebody().email, next=elsewhere)

    assert (response.status_code, response.headers["Location"]) == (302, reverse("start"))


@pytest.mark.parametrize("email", ["coordinator.26-so-noi-vu@tinh.example", "khong-co@tinh.example"])
def test_a_wrong_password_and_an_unknown_address_are_told_apart_by_nobody(anybody: Client, email: str):
    somebody()

    response = sign_in(anybody, email, WRONG)

    assert (response.status_code, alert(response), is_signed_in(anybody)) == (200, MISMATCH, False)


def test_a_failed_try_is_in_the_log_without_what_was_typed_where_there_is_no_such_account(anybody: Client):
    user = somebody()

    sign_in(anybody, user.email, WRONG)
    sign_in(anybody, "mat-khau-go-nham@o.day", WRONG)

    assert deeds() == [("sign_in_failed", user.email), ("sign_in_failed", "")]
    kept = [value for entry in LogEntry.objects.values_list() for value in entry]
    assert [value for value in kept if WRONG in str(value) or "go-nham" in str(value)] == []


def test_after_five_wrong_tries_even_the_right_password_is_refused_for_a_while(anybody: Client):
    user = somebody()
    tries = [alert(sign_in(anybody, user.email, WRONG)) for _ in range(5)]

    response = sign_in(anybody, user.email)

    assert tries == [MISMATCH] * 5
    assert (alert(response), is_signed_in(anybody)) == (LOCKED, False)
    assert deeds()[-1] == ("sign_in_locked", user.email)


def test_the_lock_is_the_accounts_wherever_one_tries_from_and_leaves_others_in_peace(anybody: Client):
    locked, other = somebody(), somebody(Role.SCORER)
    for _ in range(5):
        sign_in(anybody, locked.email, WRONG)

    refused = sign_in(Client(REMOTE_ADDR="10.9.8.7"), locked.email)
    sign_in(anybody, other.email)

    assert (alert(refused), is_signed_in(anybody)) == (LOCKED, True)


def test_the_count_stands_in_the_database_where_every_worker_of_the_server_finds_it(anybody: Client):
    user = somebody()
    for _ in range(5):
        sign_in(anybody, user.email, WRONG)
    locked = alert(sign_in(anybody, user.email))

    cache.clear()
    sign_in(anybody, user.email)

    assert configured.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert (locked, is_signed_in(anybody)) == (LOCKED, True)


def test_signing_in_rightly_does_not_use_up_tries(anybody: Client):
    user = somebody()
    for _ in range(8):
        sign_in(Client(), user.email)

    sign_in(anybody, user.email)

    assert is_signed_in(anybody) is True


def test_one_address_tries_at_most_twenty_times_a_minute_whatever_names_it_tries(anybody: Client):
    user = somebody()
    for number in range(20):
        sign_in(anybody, f"nguoi-{number}@tinh.example", WRONG)

    refused, elsewhere = sign_in(anybody, user.email), Client(REMOTE_ADDR="10.9.8.7")
    sign_in(elsewhere, user.email)

    assert (alert(refused), is_signed_in(anybody), is_signed_in(elsewhere)) == (LOCKED, False, True)


def test_a_header_does_not_make_another_address(anybody: Client):
    user = somebody()
    for number in range(20):
        headers = {"X-Forwarded-For": f"10.0.0.{number}"}
        anybody.post(SIGN_IN, {"login": f"nguoi-{number}@tinh.example", "password": WRONG}, headers=headers)

    response = anybody.post(
        SIGN_IN, {"login": user.email, "password": PASSWORD}, headers={"X-Forwarded-For": "10.1.1.1"}
    )

    assert alert(response) == LOCKED


def test_a_flood_of_tries_is_answered_by_a_page_of_this_site(anybody: Client):
    for number in range(60):
        anybody.post(SIGN_IN, {"login": f"nguoi-{number}@tinh.example", "password": ""})

    response = anybody.post(SIGN_IN, {"login": "nguoi@tinh.example", "password": ""})

    assert (response.status_code, Page.of(response).heading) == (429, "Thử quá nhiều lần")


def test_signing_out_is_a_deed_of_its_own_form_and_in_the_log(anybody: Client):
    user = somebody()
    sign_in(anybody, user.email)

    asked = anybody.get(reverse("account_logout"))
    still = is_signed_in(anybody)
    response = anybody.post(reverse("account_logout"))

    assert (asked.status_code, still, is_signed_in(anybody)) == (200, True, False)
    assert response.headers["Location"] == SIGN_IN
    assert deeds() == [("sign_in", user.email), ("sign_out", user.email)]


def test_a_deactivated_account_does_not_sign_in_and_its_open_session_ends(anybody: Client):
    user = somebody()
    sign_in(anybody, user.email)
    User.objects.filter(pk=user.pk).update(is_active=False)

    page, again = anybody.get("/"), sign_in(Client(), user.email)

    assert page.headers["Location"] == f"{SIGN_IN}?next=/"
    assert again.headers["Location"] == reverse("account_inactive")
    assert Page.of(anybody.get(reverse("account_inactive"))).heading == "Tài khoản đã ngừng hoạt động"


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_request_login_code"])
def test_there_is_no_address_for_signing_up_and_none_for_what_is_not_offered(name: str):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_session_lasts_a_working_day(anybody: Client):
    sign_in(anybody, somebody().email)

    cookie = anybody.cookies["sessionid"]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (12 * 60 * 60, True, "Lax")


def test_every_page_says_who_is_signed_in_and_in_which_role(client: Client):
    page = Page.of(client.get("/"))

    assert page.texts("//div[@class='account-panel']/p/span") == [
        "coordinator 26-so-noi-vu",
        "Điều phối viên · Sở Nội vụ",
    ]


# ── Passwords ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions(anybody: Client):
    user, elsewhere = somebody(), Client()
    sign_in(anybody, user.email)
    sign_in(elsewhere, user.email)
    wrong = anybody.post(reverse("account_change_password"), {"oldpassword": WRONG, "password1": NEW})

    done = anybody.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW})

    assert Page.of(wrong).texts("//p[@id='id_oldpassword_error']") == ["Mật khẩu đang dùng không đúng."]
    assert done.headers["Location"] == reverse("mfa_index")
    assert (anybody.get("/").status_code, elsewhere.get("/").status_code) == (200, 302)
    assert deeds()[-1] == ("change_password", user.email)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("ngắn thôi", "Mật khẩu quá ngắn: cần ít nhất 10 ký tự."),
        ("password123", "Mật khẩu này quá phổ biến."),
        ("29384756102938", "Mật khẩu chỉ có chữ số; hãy thêm chữ."),
        ("coordinator.26", "Mật khẩu quá giống họ tên hoặc thư điện tử."),
    ],
)
def test_a_password_against_the_rules_is_refused_in_the_readers_words(
    anybody: Client, password: str, said: str
):
    sign_in(anybody, somebody().email)

    response = anybody.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": password}
    )

    assert Page.of(response).texts("//p[@id='id_password1_error']") == [said]


def test_a_forgotten_password_is_set_anew_by_the_link_of_a_letter_that_works_once(anybody: Client):
    user = somebody()
    anybody.post(reverse("account_reset_password"), {"email": user.email})
    (letter,) = mail.outbox
    link = re.findall(r"http://testserver(\S+)", str(letter.body))[0]

    form = anybody.get(link, follow=True)
    anybody.post(form.redirect_chain[-1][0], {"password1": NEW})

    assert (letter.to, letter.subject) == ([user.email], "Đặt lại mật khẩu phần mềm Chỉ số CCHC")
    assert sign_in(Client(), user.email, NEW).headers["Location"] == reverse("start")
    gone = Page.of(Client().get(link))
    assert gone.text("//*[@role='alert']").startswith("Liên kết này đã dùng hoặc đã hết hạn")
    assert ("reset_password", user.email) in deeds()


def test_a_reset_ends_the_lock_of_the_account(anybody: Client):
    user = somebody()
    for _ in range(5):
        sign_in(anybody, user.email, WRONG)
    anybody.post(reverse("account_reset_password"), {"email": user.email})
    link = re.findall(r"http://testserver(\S+)", str(mail.outbox[0].body))[0]

    anybody.post(anybody.get(link, follow=True).redirect_chain[-1][0], {"password1": NEW})

    assert sign_in(anybody, user.email, NEW).headers["Location"] == reverse("start")


def test_an_unknown_address_is_answered_as_a_known_one_and_gets_no_letter(anybody: Client):
    known, unknown = (
        anybody.post(reverse("account_reset_password"), {"email": email})
        for email in (somebody().email, "khong-co@tinh.example")
    )

    assert known.headers["Location"] == unknown.headers["Location"] == reverse("account_reset_password_done")
    assert len(mail.outbox) == 1
