"""The pages of accounts in a real browser: accessible and as wide as the screen, for whoever sees them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page

from parindex.domain.rights import Role
from parindex.records.models import User
from parindex.services.actor import SYSTEM
from parindex.services.people.accounts import sample_people
from parindex.services.people.invitations import invite
from tests.browser.conftest import Overheard
from tests.browser.screens import faults
from tests.web.accounts import PASSWORD

pytestmark = pytest.mark.browser

ADMINISTRATOR = "quan-tri@mau.example"
OWN = ("", "mat-khau/", "xac-nhan/", "ung-dung/", "khoa/them/", "dang-xuat/")


@pytest.fixture(autouse=True)
def people(demonstration: None, settings: Any) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    sample_people(PASSWORD)
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def expected_refusals(overheard: Overheard) -> None:
    overheard.refusals = (410, 422)


def visit_all(page: Page) -> Iterator[str]:
    """Goes to every page of accounts in turn, first as nobody, then as an administrator; says where it is."""
    _, token = invite(
        actor=SYSTEM,
        email="hoa@tinh.example",
        full_name="Nguyễn Thị Hoà",
        agency="26-so-y-te",
        role=Role.HEAD,
    )
    for path in ("quen-mat-khau/", "quen-mat-khau/da-gui/", "quen-mat-khau/xong/", "da-ngung/"):
        page.goto(f"/tai-khoan/{path}")
        yield path
    for path in (f"/loi-moi/{token}/", "/loi-moi/khong-co/", "/tai-khoan/quen-mat-khau/1/khong-co/"):
        page.goto(path)
        yield path
    page.goto("/tai-khoan/dang-nhap/")
    yield "signing in"
    page.get_by_label("Thư điện tử").fill(ADMINISTRATOR)
    page.get_by_label("Mật khẩu", exact=True).fill("sai")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.get_by_role("alert").wait_for()
    yield "signing in with a wrong password"
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.locator(".account-menu > summary").click()
    yield "the menu of the account"
    yield from _own(page)
    yield from _others(page)


def _own(page: Page) -> Iterator[str]:
    page.goto("/tai-khoan/xac-nhan/?next=/tai-khoan/")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Xác nhận").click()
    page.wait_for_url("**/tai-khoan/")
    for path in OWN:
        page.goto(f"/tai-khoan/{path}")
        yield f"own: {path}"


def _others(page: Page) -> Iterator[str]:
    scorer = User.objects.get(email="cham.yen-lac@mau.example")
    for path in ("", "?q=khong+co+ai", "moi/", f"{scorer.pk}/"):
        page.goto(f"/nguoi-dung/{path}")
        yield f"people: {path}"
    page.get_by_role("button", name="Tạo liên kết đặt lại mật khẩu").click()
    page.get_by_label("Liên kết, chỉ hiện lần này").wait_for()
    yield "a link to a new password"
    page.goto("/nguoi-dung/moi/")
    page.get_by_label("Họ và tên").fill("Trần Văn Bình")
    page.get_by_label("Thư điện tử").fill("binh@tinh.example")
    page.get_by_label("Tại cơ quan").select_option("26-so-y-te")
    page.get_by_label("Chỉ những tiêu chí").fill("sáu")
    page.get_by_role("button", name="Tạo thư mời").click()
    page.locator("[aria-invalid=true]").wait_for()
    yield "an invitation that cannot be"
    page.get_by_label("Chỉ những tiêu chí").fill("6.1")
    page.get_by_role("button", name="Tạo thư mời").click()
    page.get_by_label("Liên kết, chỉ hiện lần này").wait_for()
    yield "an invitation"


@pytest.mark.usefixtures("screen")
def test_every_page_of_accounts_fits_its_screen_and_breaks_no_rule_of_wcag_2_1_aa(page: Page):
    wrong = {place: faults(page) for place in visit_all(page)}

    assert {place: found for place, found in wrong.items() if found} == {}
