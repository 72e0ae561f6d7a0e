"""Tables out and in through the pages: what is offered, what a returned workbook changes, and storing just that."""

import time
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import LogEntry, RoundMilestone, RowVersion
from parindex.services.actor import SYSTEM
from parindex.services.sheets.rows import RowEntry, save_row
from parindex.services.tables import sheet
from parindex.web.views.tables import LARGEST_FILE
from tests.people import person
from tests.returned_tables import cell, edited
from tests.scoring_year import DAY, Year, as_actor, open_2018
from tests.web.html import Page

pytestmark = pytest.mark.django_db

STALE = "Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."
CLAIM = cell("Phiếu chấm điểm", ("Mã tiêu chí", "5.7.1"), "Điểm tự chấm", "0,25")
STAGE = cell("Phiếu chấm điểm", ("Mã tiêu chí", "5.7.1"), "Trạng thái", "đã nhận")


@pytest.fixture
def year() -> Year:
    """The year 2018, whose days are still to come."""
    year = open_2018()
    RoundMilestone.objects.filter(milestone=Milestone.SELF_SCORE).delete()
    return year


@pytest.fixture
def scorer(year: Year) -> Client:
    """A browser in which a scorer of Sở Nội vụ is signed in."""
    return signed_in(Role.SCORER)


def signed_in(role: Role, agency: str = "26-so-noi-vu") -> Client:
    client = Client()
    client.force_login(person(role, agency))
    return client


def download(client: Client, slug: str, key: object) -> Any:
    return client.get(reverse("table_file"), {"bang": f"{slug}/{key}"})


def send(client: Client, content: bytes, name: str = "phieu.xlsx") -> Any:
    return client.post(reverse("table_preview"), {"file": SimpleUploadedFile(name, content)})


def confirm(client: Client, shown: Any) -> Any:
    return client.post(reverse("table_confirm"), {"token": token(shown)})


def token(answer: Any) -> str:
    return str(Page.of(answer).all("//input[@name='token']/@value")[0])


def alert(answer: Any) -> tuple[int, str]:
    return answer.status_code, Page.of(answer).text("//*[@role='alert']")


def filled_in(scorer: Client, year: Year, *edits: Any) -> bytes:
    return edited(download(scorer, "phieu", year.sheet().pk).content, *(edits or (CLAIM,)))


def test_a_scorer_is_offered_their_own_sheet(scorer: Client, year: Year):
    page = Page.of(scorer.get(reverse("tables")))

    options = page.all("//select[@name='bang'][1]/optgroup/option/@value")
    assert options[0] == f"phieu/{year.sheet().pk}"
    assert page.all("//optgroup/@label")[0] == "Năm 2018 · Tỉnh"


def test_what_is_chosen_from_the_list_is_downloaded_under_its_name(scorer: Client, year: Year):
    key = year.sheet().pk

    answer = download(scorer, "phieu", key)

    assert answer.content == sheet.export(actor=SYSTEM, pk=key, today=DAY)
    assert answer.headers["Content-Disposition"].startswith(
        'attachment; filename="phieu-2018-26-26-so-noi-vu.xlsx"'
    )


@pytest.mark.parametrize("asked", ["", "phieu", "phieu/", "khac/1", "/", "phieu/1/2"])
def test_a_choice_that_is_none_is_not_found(scorer: Client, asked: str):
    assert scorer.get(reverse("table_file"), {"bang": asked}).status_code == 404


def test_a_preview_sets_before_beside_after_and_stores_nothing(scorer: Client, year: Year):
    content, before = filled_in(scorer, year, CLAIM, STAGE), LogEntry.objects.count()

    page = Page.of(send(scorer, content))

    assert page.heading == "Xem trước: Phiếu chấm điểm"
    assert page.rows("//*[@aria-labelledby='changes']//table") == [
        ["Công chức cấp xã đạt chuẩn 5.7.1", "Điểm tự chấm", "trống", "0,25"]
    ]
    assert page.rows("//*[@aria-labelledby='refused']//table") == [
        [
            "Công chức cấp xã đạt chuẩn 5.7.1",
            "Trạng thái",
            "đang soạn",
            "đã nhận",
            "Phần mềm tự ghi phần này, sửa trong tệp không có tác dụng.",
        ]
    ]
    assert (RowVersion.objects.count(), LogEntry.objects.count()) == (0, before)


def test_confirming_stores_what_was_shown_and_says_how_much(scorer: Client, year: Year):
    shown = send(scorer, filled_in(scorer, year))

    done = confirm(scorer, shown)

    row = year.row("5.7.1")
    assert (done.status_code, done.headers["Location"]) == (302, reverse("tables"))
    assert (row.current.claimed if row.current else None) == Decimal("0.25")
    said = Page.of(scorer.get(done.headers["Location"])).text("//main/div[@role='status']")
    assert said == "Đã lưu 1 thay đổi từ tệp phieu.xlsx."


def test_an_unchanged_file_says_so_and_offers_nothing_to_store(scorer: Client, year: Year):
    page = Page.of(send(scorer, download(scorer, "phieu", year.sheet().pk).content))

    assert page.text("//*[@role='status']") == "Tệp không có chỗ nào khác với dữ liệu đang lưu."
    assert page.all("//*[@id='confirm']//button") == []


def test_where_something_else_would_be_stored_by_now_that_is_shown_first(scorer: Client, year: Year):
    shown = send(scorer, filled_in(scorer, year))
    head = as_actor(person(Role.HEAD))
    entry = RowEntry(base=0, said={"claimed": Decimal("0.50")})
    save_row(actor=head, pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    answer = confirm(scorer, shown)

    assert alert(answer) == (
        422,
        "Dữ liệu đã thay đổi sau lúc xem trước; chưa lưu gì. Hãy xem lại các chỗ khác dưới đây.",
    )
    assert Page.of(answer).rows("//*[@aria-labelledby='refused']//table")[0][2:] == [
        "0,50",
        "0,25",
        "Người khác đã sửa dòng này sau khi tệp được tải về; giữ nguyên bản mới hơn.",
    ]
    assert RowVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp .xlsx đã tải về từ đây."),
        (b"x" * (LARGEST_FILE + 1), "Tệp lớn hơn 4 MB; chưa đọc, chưa lưu gì. Hãy chọn tệp nhỏ hơn."),
        (
            b"%PDF-1.7",
            "Tệp không phải bảng tính Excel (.xlsx); hãy tải lại tệp mẫu rồi điền vào đó. Chưa lưu gì.",
        ),
    ],
    ids=["empty", "huge", "no workbook"],
)
def test_a_file_that_cannot_be_used_is_answered_in_a_sentence(scorer: Client, content: bytes, said: str):
    assert alert(send(scorer, content)) == (422, said)


@pytest.mark.parametrize("forged", ["{}x", "x", ""])
def test_a_token_that_is_not_ours_stores_nothing(scorer: Client, year: Year, forged: str):
    shown = send(scorer, filled_in(scorer, year))

    answer = scorer.post(reverse("table_confirm"), {"token": forged.format(token(shown))})

    assert (alert(answer), RowVersion.objects.count()) == ((422, STALE), 0)


def test_a_preview_is_valid_for_a_day(scorer: Client, year: Year, monkeypatch: pytest.MonkeyPatch):
    shown = send(scorer, filled_in(scorer, year))
    later = time.time() + 24 * 60 * 60 + 60
    monkeypatch.setattr(time, "time", lambda: later)
    scorer.force_login(person(Role.SCORER))

    answer = confirm(scorer, shown)

    assert (alert(answer), RowVersion.objects.count()) == ((422, STALE), 0)


def test_a_file_with_problems_lists_them_and_cannot_be_stored(client: Client):
    content = edited(
        download(client, "bo-tieu-chi", "co-san-2948-2017").content,
        cell("Tiêu chí", ("Mã tiêu chí", "5.7.1"), "Điểm tối đa", "99"),
    )

    page = Page.of(send(client, content))

    assert len(page.all("//*[@aria-labelledby='problems']//li")) == 2
    assert page.all("//*[@id='confirm']//button") == []


@pytest.mark.parametrize(
    ("role", "agency", "status"),
    [
        (Role.SCORER, "26-so-noi-vu", 200),
        (Role.COORDINATOR, "26-so-noi-vu", 200),
        (Role.LEADER, "26-so-noi-vu", 200),
        (Role.SCORER, "26-so-tu-phap", 404),
        (Role.ADMINISTRATOR, "26-so-noi-vu", 404),
    ],
)
def test_a_sheet_is_for_who_may_read_it(year: Year, role: Role, agency: str, status: int):
    assert download(signed_in(role, agency), "phieu", year.sheet().pk).status_code == status


@pytest.mark.parametrize("slug", ["so-lieu", "ket-qua"])
def test_facts_and_results_of_all_are_not_for_scorers_before_they_are_published(year: Year, slug: str):
    key = f"ky-{year.round.pk}" if slug == "so-lieu" else str(year.unit.pk)
    stranger = signed_in(Role.SCORER, "26-so-y-te")

    before = download(stranger, slug, key).status_code
    year.round.published_at = timezone.now()
    year.round.save()

    assert before in {403, 404}
    assert download(stranger, slug, key).status_code == 200


def test_a_scorer_takes_in_no_facts_of_all(client: Client, year: Year):
    content = download(client, "so-lieu", f"ky-{year.round.pk}").content

    answer = send(signed_in(Role.SCORER), content)

    assert alert(answer) == (
        422,
        "Vai trò của anh/chị không được làm việc này; chưa thay đổi gì. Hãy hỏi Sở Nội vụ hoặc quản trị viên.",
    )


@pytest.mark.parametrize("slug", ["phieu", "so-lieu", "ket-qua", "bo-tieu-chi", "khac"])
def test_a_table_that_is_not_there_is_not_found(client: Client, slug: str):
    assert download(client, slug, "999").status_code == 404


def test_the_page_takes_as_many_queries_for_all_rounds_as_for_none(sample_years: None, client: Client):
    client.get(reverse("tables"))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(reverse("tables"))

    assert answer.status_code == 200
    assert len(queries) <= 15
