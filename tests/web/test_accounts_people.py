"""The pages on which an administrator invites people and gives them posts, and the one on which they come."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.records.models import Invitation, Post, User
from parindex.services.people.accounts import sample_people
from tests.people import SNV, person
from tests.web.accounts import FIRST_PAGE, PASSWORD, deeds, is_signed_in, sign_in
from tests.web.html import Page

pytestmark = pytest.mark.usefixtures("demonstration")

HOA = "hoa.nguyen@tinh.example"
INVITED = {
    "full_name": "Nguyễn Thị Hoà",
    "email": HOA,
    "role": "scorer",
    "agency": "26-so-y-te",
    "criteria": "",
}
AtMost = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture(autouse=True)
def fast_hashing(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def administrator() -> User:
    return person(Role.ADMINISTRATOR)


@pytest.fixture
def office(administrator: User) -> Client:
    """A browser in which the administrator is signed in."""
    client = Client()
    client.force_login(administrator)
    return client


def link_of(response: Any) -> str:
    (link,) = Page.of(response).all("//input[@id='link']/@value")
    return re.sub(r"^http://testserver", "", str(link))


def names(response: Any) -> list[str]:
    return Page.of(response).texts("//table//th[@scope='row']/a")


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("?q=dieu+phoi", ["Điều phối viên – Sở Nội vụ"]),
        ("?q=CHAM.YEN-LAC", ["Chấm điểm – UBND huyện Yên Lạc"]),
        ("?vai-tro=leader", ["Lãnh đạo tỉnh – Tỉnh Vĩnh Phúc"]),
        ("?co-quan=26-so-tu-phap", ["Chấm điểm – Sở Tư pháp", "Duyệt – Sở Tư pháp"]),
        ("?co-quan=26-so-tu-phap&vai-tro=head", ["Duyệt – Sở Tư pháp"]),
        ("?q=khong+co+ai", []),
    ],
)
def test_people_are_found_without_diacritics_by_agency_and_by_role(
    office: Client, question: str, found: list[str]
):
    sample_people()

    assert names(office.get("/nguoi-dung/" + question)) == found


def test_a_part_of_the_list_is_the_table_alone(office: Client):
    response = office.get("/nguoi-dung/?q=quan+tri", headers={"HX-Request": "true"})

    assert Page.of(response).all("//h1") == []


def test_people_stand_in_the_order_of_their_names_with_those_who_left_at_the_end(
    office: Client, administrator: User
):
    for name in ("Đỗ Văn Út", "Dương Thị Ba", "Ánh"):
        person(Role.SCORER, f"26-{name}", name=name)
    User.objects.filter(full_name="Ánh").update(is_active=False)

    assert names(office.get("/nguoi-dung/")) == [administrator.full_name, "Dương Thị Ba", "Đỗ Văn Út", "Ánh"]


@pytest.mark.parametrize("path", ["/nguoi-dung/", "/nguoi-dung/?q=a&vai-tro=scorer"])
def test_the_list_asks_at_most_fifteen_times_however_many_there_are(
    office: Client, django_assert_max_num_queries: AtMost, path: str
):
    sample_people()

    with django_assert_max_num_queries(15):
        office.get(path)


# ── Inviting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_invited_person_sets_a_password_and_is_in(office: Client, anybody: Client):
    link = link_of(office.post("/nguoi-dung/moi/", INVITED))
    page = Page.of(anybody.get(link))

    response = anybody.post(link, {"password": PASSWORD})

    assert (page.heading, page.texts("//main//p")[0]) == ("Nguyễn Thị Hoà", "Người chấm điểm · Sở Y tế")
    assert (response.headers["Location"], is_signed_in(anybody)) == (FIRST_PAGE, True)
    assert sign_in(Client(), HOA).headers["Location"] == FIRST_PAGE
    assert deeds()[-4:] == [
        ("invite", HOA),
        ("accept_invitation", HOA),
        ("sign_in", HOA),
        ("sign_in", HOA),
    ]


def test_the_letter_holds_the_link_and_the_page_says_that_it_did_not_leave(office: Client):
    response = office.post("/nguoi-dung/moi/", INVITED)

    (letter,) = mail.outbox
    assert f"\nhttp://testserver{link_of(response)}\n" in str(letter.body)
    said = Page.of(response).texts("//main//p")[0]
    assert said == "Chưa gửi được thư: hãy tự chuyển liên kết này cho Nguyễn Thị Hoà."


def test_a_mail_server_that_refuses_costs_the_letter_and_not_the_invitation(office: Client, settings: Any):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    settings.EMAIL_PORT = 1  # nobody listens there

    response = office.post("/nguoi-dung/moi/", INVITED)

    assert (response.status_code, Invitation.objects.count()) == (200, 1)
    assert Page.of(response).texts("//main//p")[0].startswith("Chưa gửi được thư")


def test_without_a_mail_server_letters_wait_in_a_private_folder(
    office: Client, settings: Any, tmp_path: Path
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "thu-di"

    office.post("/nguoi-dung/moi/", INVITED)

    (letter,) = (tmp_path / "thu-di").iterdir()
    assert f"To: {HOA}" in letter.read_text(encoding="utf-8")
    assert oct((tmp_path / "thu-di").stat().st_mode & 0o777) == "0o700"


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"full_name": ""}, "id_full_name"),
        ({"email": "hoa"}, "id_email"),
        ({"role": "chairman"}, "id_role"),
        ({"agency": "99"}, "id_agency"),
        ({"role": "contributor", "criteria": "5.7; sáu"}, "id_criteria"),
        ({"criteria": "5.7"}, "id_criteria"),
    ],
)
def test_a_form_that_cannot_be_says_where_and_invites_nobody(
    office: Client, given: dict[str, str], wrong: str
):
    response = office.post("/nguoi-dung/moi/", {**INVITED, **given})

    marked = [str(found) for found in Page.of(response).all("//main//p/@id") if str(found).endswith("_error")]
    assert (response.status_code, marked) == (422, [f"{wrong}_error"])
    assert Invitation.objects.count() == 0


def test_an_address_with_an_account_is_refused_with_what_to_do(office: Client, administrator: User):
    response = office.post("/nguoi-dung/moi/", {**INVITED, "email": administrator.email})

    assert (response.status_code, Page.of(response).text("//*[@role='alert']")) == (
        422,
        f"{administrator.email} đã có tài khoản; hãy thêm vai trò ở trang của người đó.",
    )


def test_the_criteria_of_a_contributor_are_given_in_any_spelling(office: Client):
    office.post("/nguoi-dung/moi/", {**INVITED, "role": "contributor", "criteria": "5.7,6.1 ; 3.2.1"})

    assert Invitation.objects.get().criteria == ["5.7", "6.1", "3.2.1"]


def test_a_waiting_invitation_is_in_the_list_until_it_is_withdrawn(office: Client, anybody: Client):
    link = link_of(office.post("/nguoi-dung/moi/", INVITED))
    waiting = Page.of(office.get("/nguoi-dung/")).texts(
        "//section[@aria-labelledby='invitations']//li/span/span[1]"
    )
    office.post(reverse("invitation_withdraw", args=[Invitation.objects.get().pk]))

    gone = anybody.get(link)

    assert waiting == ["Nguyễn Thị Hoà"]
    assert Page.of(office.get("/nguoi-dung/")).all("//section[@aria-labelledby='invitations']") == []
    assert (gone.status_code, Page.of(gone).heading) == (410, "Liên kết không còn dùng được")


def test_an_expired_link_opens_nothing_and_takes_nothing(office: Client, anybody: Client):
    link = link_of(office.post("/nguoi-dung/moi/", INVITED))
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    answers = [anybody.get(link).status_code, anybody.post(link, {"password": PASSWORD}).status_code]

    assert (answers, User.objects.filter(email=HOA).count()) == ([410, 410], 0)


def test_a_weak_password_is_refused_on_the_page_and_the_link_still_works(office: Client, anybody: Client):
    link = link_of(office.post("/nguoi-dung/moi/", INVITED))

    refused = anybody.post(link, {"password": "ngắn"})
    anybody.post(link, {"password": PASSWORD})

    assert refused.status_code == 422
    assert Page.of(refused).text("//p[@id='id_password_error']") == "Mật khẩu quá ngắn: cần ít nhất 10 ký tự."
    assert is_signed_in(anybody) is True


# ── One person ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_post_is_added_and_ended_on_the_page_of_the_person(office: Client):
    user = person(Role.SCORER)
    page = reverse("person", args=[user.pk])
    office.post(reverse("post_add", args=[user.pk]), {"role": "head", "agency": "26-so-y-te", "criteria": ""})
    added = Post.objects.get(role=Role.HEAD)

    office.post(reverse("post_end", args=[added.pk]))

    posts = Page.of(office.get(page)).texts("//section[@aria-labelledby='posts']//li/span[1]")
    assert posts[0].startswith("Người chấm điểm · Sở Nội vụ")
    assert posts[1] == "Người duyệt của cơ quan · Sở Y tế"
    assert [deed for deed, _ in deeds()][-2:] == ["add_post", "end_post"]


def test_a_post_form_that_cannot_be_keeps_the_page_and_says_where(office: Client):
    user = person(Role.SCORER)

    response = office.post(reverse("post_add", args=[user.pk]), {"role": "head", "agency": ""})

    assert (response.status_code, Page.of(response).heading) == (422, user.full_name)
    assert len(Page.of(response).all("//p[@id='id_agency_error']")) == 1


def test_the_last_administrator_is_told_why_nothing_changed(office: Client, administrator: User):
    response = office.post(reverse("person_deactivate", args=[administrator.pk]))

    assert response.status_code == 422
    assert Page.of(response).text("//*[@role='alert']") == (
        "Đây là quản trị viên cuối cùng nên giữ nguyên. Hãy giao vai trò quản trị cho người khác trước."
    )


def test_a_deactivated_person_is_out_at_once(office: Client):
    user = person(Role.SCORER)
    theirs = Client()
    theirs.force_login(user)

    office.post(reverse("person_deactivate", args=[user.pk]))
    away = theirs.get("/").status_code
    office.post(reverse("person_reactivate", args=[user.pk]))

    assert (away, User.objects.get(pk=user.pk).is_active) == (302, True)


def test_an_ended_post_closes_the_pages_it_opened_at_once(office: Client):
    user = person(Role.COORDINATOR)
    theirs = Client()
    theirs.force_login(user)
    before = theirs.get("/ke-hoach/tai-len/").status_code

    office.post(reverse("post_end", args=[user.posts.get().pk]))

    assert (before, theirs.get("/ke-hoach/tai-len/").status_code) == (200, 403)


def test_a_name_is_corrected(office: Client):
    user = person(Role.SCORER)

    office.post(reverse("person_rename", args=[user.pk]), {"full_name": "Trần Văn Bình"})

    assert User.objects.get(pk=user.pk).full_name == "Trần Văn Bình"


def test_a_link_to_a_new_password_is_handed_on_where_no_letter_arrives(office: Client, anybody: Client):
    user = person(Role.SCORER)
    link = link_of(office.post(reverse("person_password", args=[user.pk])))

    form = anybody.get(link, follow=True)
    anybody.post(form.redirect_chain[-1][0], {"password1": PASSWORD})

    assert sign_in(Client(), user.email).headers["Location"] == FIRST_PAGE
    assert deeds()[-3:] == [
        ("allow_new_password", user.email),
        ("reset_password", user.email),
        ("sign_in", user.email),
    ]


def test_there_is_no_page_for_nobody(office: Client):
    assert office.get(reverse("person", args=[987654])).status_code == 404


def test_the_agency_of_an_invitation_is_chosen_by_level_and_says_when_it_ended(office: Client):
    page = Page.of(office.get("/nguoi-dung/moi/"))

    levels = [str(label) for label in page.all("//select[@id='id_agency']/optgroup/@label")]
    assert levels == ["Tỉnh", "Sở, ban, ngành", "Cơ quan trung ương trên địa bàn", "Cấp huyện", "Cấp xã"]
    assert page.texts("//option[@value='251']") == ["UBND huyện Yên Lạc (đến 2025)"]
    assert page.texts(f"//option[@value='{SNV}']") == ["Sở Nội vụ (đến 2025)"]
