"""Passkeys in a real browser, with an authenticator that Chromium simulates: add, sign in, confirm, rename, remove."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import CDPSession, Page, expect

from parindex.domain.rights import Role
from tests.browser.conftest import Overheard
from tests.people import person
from tests.web.accounts import PASSWORD

pytestmark = pytest.mark.browser

EMAIL = "coordinator.26-so-noi-vu@tinh.example"
SIGN_IN = "/tai-khoan/dang-nhap/"
PAST_THE_DOOR = re.compile(r"//[^/]+/(?!tai-khoan/)")  # wherever the role's work starts
OPTIONS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def coordinator(demonstration: None, settings: Any) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    user = person(Role.COORDINATOR)
    user.set_password(PASSWORD)
    user.save()
    yield
    cache.clear()


@pytest.fixture(scope="session")
def base_url(live_server: Any) -> str:
    """The site by the name under which browsers allow passkeys without TLS."""
    return str(live_server.url).replace("127.0.0.1", "localhost")


@pytest.fixture
def key(page: Page) -> CDPSession:
    """A device with a passkey store, whose owner is present and known."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})
    return session


def sign_in_by_password(page: Page) -> None:
    page.goto(SIGN_IN)
    page.get_by_label("Thư điện tử").fill(EMAIL)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_url(PAST_THE_DOOR)


def confirm_by_password(page: Page) -> None:
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận").click()


def add_key(page: Page, name: str) -> None:
    page.goto("/tai-khoan/khoa/them/")
    if "/xac-nhan/" in page.url:
        confirm_by_password(page)
    page.get_by_label("Tên khóa").fill(name)
    page.get_by_role("button", name="Thêm khóa").click()
    page.wait_for_url("**/ma-du-phong/")


def sign_out(page: Page) -> None:
    page.locator(".account-menu > summary").click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.wait_for_url(f"**{SIGN_IN}")


def test_a_passkey_is_added_and_signs_in_without_a_password(page: Page, key: CDPSession):
    sign_in_by_password(page)
    add_key(page, "Máy của phòng")
    sign_out(page)

    page.get_by_role("button", name="Dùng khóa đăng nhập").click()
    page.wait_for_url(PAST_THE_DOOR)
    page.goto("/tai-khoan/")

    expect(page.get_by_role("heading", level=1)).to_have_text("coordinator 26-so-noi-vu")
    expect(page.get_by_text("Máy của phòng")).to_be_visible()


def test_without_the_device_the_page_says_so_and_the_password_still_works(
    page: Page, key: CDPSession, overheard: Overheard
):
    page.goto(SIGN_IN)

    page.get_by_role("button", name="Dùng khóa đăng nhập").click()

    said = page.get_by_text("Chưa dùng được khóa đăng nhập; hãy thử lại hoặc dùng mật khẩu.")
    expect(said).to_be_visible(timeout=70_000)
    sign_in_by_password(page)


def test_a_passkey_is_the_second_step_after_the_password_and_confirms_who_one_is(page: Page, key: CDPSession):
    sign_in_by_password(page)
    add_key(page, "Máy của phòng")
    sign_out(page)
    page.get_by_label("Thư điện tử").fill(EMAIL)
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xác thực hai bước")

    page.get_by_role("button", name="Dùng khóa đăng nhập").click()
    page.wait_for_url(PAST_THE_DOOR)
    page.goto("/tai-khoan/khoa/them/")
    page.get_by_role("link", name="Dùng khóa đăng nhập").click()
    page.get_by_role("button", name="Dùng khóa đăng nhập").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Thêm khóa đăng nhập")


def test_a_passkey_is_renamed_and_removed(page: Page, key: CDPSession):
    sign_in_by_password(page)
    add_key(page, "Máy của phòng")
    page.goto("/tai-khoan/")
    page.get_by_role("link", name="Đổi tên").click()
    page.get_by_label("Tên khóa").fill("Điện thoại")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Điện thoại", exact=True)).to_be_visible()

    page.get_by_role("link", name="Gỡ", exact=True).click()
    page.get_by_role("button", name="Gỡ khóa").click()

    expect(page.get_by_role("status")).to_have_text("Đã gỡ khóa đăng nhập.")
    expect(page.get_by_text("Điện thoại", exact=True)).to_have_count(0)


def test_a_password_can_be_made_visible_and_hidden_again(page: Page):
    page.goto(SIGN_IN)
    field = page.get_by_label("Mật khẩu", exact=True)
    field.fill(PASSWORD)
    kinds = [field.get_attribute("type")]

    for _ in range(2):
        page.get_by_role("button", name="Hiện").click()
        kinds.append(field.get_attribute("type"))

    assert kinds == ["password", "text", "password"]
