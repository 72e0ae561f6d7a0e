"""The consolidation page: the answer first, acts in place, and files in one click, each for those who may."""

import io
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import RowNote, SheetRow, User
from parindex.services.actor import SYSTEM
from parindex.services.rounds.years import set_milestones
from tests.people import person
from tests.review_year import SNV, Review, review_2018
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.django_db

MOST = 15
HTMX = {"HX-Request": "true"}


@pytest.fixture
def review(settings: LazySettings, tmp_path: Path) -> Review:
    """The year 2018 whose milestones lie ahead of today."""
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    review = review_2018()
    close_in(review, 10)
    return review


@pytest.fixture
def client(review: Review) -> Client:
    """A browser in which the coordinator is signed in."""
    return signed_in(review, Role.COORDINATOR)


def signed_in(review: Review, role: Role, agency: str = SNV) -> Client:
    actor = review.who(role, agency)
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id or 0))
    return client


def close_in(review: Review, days: int) -> None:
    """Self-scoring ends in so many days, each later stage a week after the one before."""
    first = timezone.localdate() + timedelta(days=days)
    dates = {one: first + timedelta(weeks=place) for place, one in enumerate(Milestone)}
    set_milestones(actor=SYSTEM, round_=review.year.round, milestones=dates)


def path(review: Review, name: str = "consolidation") -> str:
    return reverse(name, args=[review.year.unit.pk])


def shown(client: Client, review: Review, question: str = "") -> Page:
    response = client.get(path(review) + question)
    assert response.status_code == 200
    return Page.of(response)


def verdict(page: Page) -> list[str]:
    return page.texts("//p[contains(@class,'verdict-word')] | //ul[contains(@class,'verdict-list')]/li")


def codes(page: Page) -> list[str]:
    return page.texts("//table[contains(@class,'review-rows')]/tbody//th//span[@class='num']")


# ── The answer ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_answer_comes_first_with_all_that_is_in_the_way(client: Client, review: Review):
    review.claim("5.7.1", "0.50", justification="Ba người đang học", share=Fraction(249, 250))
    review.hand_in(SNV)
    RowNote.objects.create(row=review.year.row("1.2"), text="Vì sao?", by=None)

    assert verdict(shown(client, review)) == [
        "Chưa",
        "11 dòng chưa gửi",
        "6 dòng chờ nhận",
        "1 câu hỏi mở",
        "1 dòng lệch 0,25 điểm",
        "1 dòng không có tài liệu kiểm chứng",
    ]


def test_each_thing_in_the_way_leads_to_its_rows(client: Client, review: Review):
    review.claim("5.7.1", "0.50", share=Fraction(249, 250))
    review.hand_in(SNV)

    page = shown(client, review)

    leads = [
        str(link).partition("#")[0] for link in page.all("//ul[contains(@class,'verdict-list')]//a/@href")
    ]
    counted = [len(codes(shown(client, review, question))) for question in leads]
    assert (leads, counted) == (
        ["?xem=waiting", "?xem=submitted", "?xem=differs", "?xem=no-evidence"],
        [11, 6, 1, 1],
    )


def test_the_next_act_stands_with_the_answer_and_leads_to_the_end(client: Client, review: Review):
    review.hand_in()
    review.accept_all()

    said = []
    for _ in range(3):
        page = shown(client, review)
        said.append(
            page.texts(
                "//section[contains(@class,'verdict')]//p[1] | //section[contains(@class,'verdict')]//button"
            )
        )
        for act in page.all("//section[contains(@class,'verdict')]//form/@action"):
            assert client.post(str(act)).headers["Location"] == path(review)

    assert said == [
        ["Được, sau khi tổng hợp", "Tổng hợp 17 dòng"],
        ["Được", "Trình 17 dòng"],
        ["Đã trình"],
    ]


def test_after_the_last_day_the_answer_says_why_offers_no_act_and_leads_to_the_milestones(
    client: Client, review: Review
):
    review.hand_in()
    review.accept_all()
    close_in(review, -30)
    last = review.year.round.milestones.get(milestone="consolidation").last_date

    page = shown(client, review)

    assert page.texts("//section[contains(@class,'verdict')]/p") == [
        "Chưa",
        f"Đã hết hạn từ ngày {last.day}/{last.month}/{last.year}. Sở Nội vụ có thể lùi mốc này. Xem các mốc",
    ]
    assert page.all("//section[contains(@class,'verdict')]//form") == []


def test_late_agencies_stand_with_their_days(client: Client, review: Review):
    review.hand_in(SNV)
    close_in(review, -3)

    page = shown(client, review)

    assert page.texts("//section[@aria-labelledby='late']/ul/li/strong") == ["chậm 3 ngày"] * 2
    assert "6 dòng khóa" not in page.source


def test_a_unit_without_sheets_says_so(client: Client, review: Review):
    SheetRow.objects.filter(sheet__unit=review.year.unit).delete()

    page = shown(client, review)

    assert page.text("//div[@class='blank']/h2") == "Không có dòng nào để tổng hợp"


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_difference_shows_both_numbers_and_the_justification(client: Client, review: Review):
    review.claim("5.7.1", "0.50", justification="Ba người đang học", share=Fraction(249, 250))

    (row,) = shown(client, review, "?xem=differs").rows("//table[contains(@class,'review-rows')]")

    assert row[3:5] == ["0,50/0,50", "0,25+0,25"]
    assert row[5] == "không có tài liệu Ba người đang học"


def test_ticked_rows_are_accepted_and_the_filter_stays(client: Client, review: Review):
    review.hand_in(SNV)
    wanted = [review.year.row(code).pk for code in ("1.2", "5.7.1")]

    response = client.post(f"{path(review, 'rows_accept')}?xem=submitted", {"dong": wanted})

    assert response.headers["Location"] == f"{path(review)}?xem=submitted"
    assert SheetRow.objects.filter(pk__in=wanted, stage="accepted").count() == 2
    assert len(codes(shown(client, review, "?xem=submitted"))) == 4


def test_a_whole_sheet_is_accepted_by_its_button(client: Client, review: Review):
    review.hand_in(SNV)
    page = shown(client, review)
    (sheet,) = page.all("//button[@name='phieu']/@value")

    client.post(path(review, "rows_accept"), {"phieu": sheet})

    assert page.texts("//button[@name='phieu']") == ["Nhận cả 6 dòng của Sở Nội vụ"]
    assert SheetRow.objects.filter(stage="accepted").count() == 6


def test_a_row_is_returned_with_its_reason(client: Client, review: Review):
    review.hand_in(SNV)
    row = review.year.row("5.7.1")

    response = client.post(
        f"{reverse('row_return', args=[row.pk])}?linh-vuc=5", {"ly-do": "Thiếu tài liệu kiểm chứng"}
    )

    assert response.headers["Location"] == f"{path(review)}?linh-vuc=5"
    now = review.year.row("5.7.1")
    assert (now.stage, now.current and now.current.reason) == ("returned", "Thiếu tài liệu kiểm chứng")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"ly-do": "Thiếu"}, "Phải nêu lý do (ít nhất 3 từ); chưa thay đổi gì."),
        (
            {"ly-do": "Thiếu tài liệu kiểm chứng", "mo-den": "mai"},
            "Ngày mở lại không đọc được; chưa thay đổi gì. Hãy chọn lại ngày.",
        ),
        (
            {"ly-do": "Thiếu tài liệu kiểm chứng", "mo-den": "2018-01-01"},
            "Ngày mở lại phải từ hôm nay trở đi; chưa mở lại.",
        ),
    ],
)
def test_a_row_that_cannot_be_given_back_stays_and_says_why(
    client: Client, review: Review, said: dict[str, str], sentence: str
):
    review.hand_in(SNV)
    row = review.year.row("5.7.1")

    response = client.post(reverse("row_return", args=[row.pk]), said)

    assert (response.status_code, Page.of(response).text("//*[@role='alert']")) == (422, sentence)
    assert review.year.row("5.7.1").stage == "submitted"


def test_a_locked_row_is_reopened_for_its_agency_until_a_day(client: Client, review: Review):
    close_in(review, -3)
    row, until = review.year.row("7.1.1"), timezone.localdate() + timedelta(days=2)
    form = f"//form[contains(@action,'/{row.pk}/')]"
    required = shown(client, review, "?xem=waiting").all(f"{form}//input[@name='mo-den']/@required")

    client.post(
        reverse("row_return", args=[row.pk]), {"ly-do": "Gia hạn cho cơ quan", "mo-den": until.isoformat()}
    )

    now = review.year.row("7.1.1")
    assert (len(required), now.stage, now.open_until) == (1, "returned", until)


def test_a_filter_by_htmx_gets_the_rows_alone(client: Client, review: Review):
    part = client.get(f"{path(review)}?xem=all&linh-vuc=5", headers=HTMX)

    page = Page.of(part)
    assert (codes(page), page.all("//h1")) == (["5.4", "5.5.2", "5.7.1"], [])


@pytest.mark.parametrize("question", ["?xem=%00", "?linh-vuc=99&co-quan=x", "?xem=all&xem=all"])
def test_odd_filters_have_an_answer(client: Client, review: Review, question: str):
    assert client.get(path(review) + question).status_code == 200


def test_the_page_asks_as_often_for_a_full_year_as_for_an_empty_one(client: Client, review: Review):
    few = asked(client, path(review) + "?xem=all")
    for code in ("1.2", "1.6", "5.4", "5.7.1"):
        review.claim(code, "0.25")
        review.prove(code, f"Báo cáo {code}", code.encode())
    review.hand_in()

    many = asked(client, path(review) + "?xem=all")

    assert (many - few, many <= MOST) == (1, True)  # one more for the revisions of documents


def asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


# ── Who may what ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [Role.APPRAISER, Role.LEADER, Role.AUDITOR])
def test_those_who_only_read_see_the_page_without_its_acts(review: Review, role: Role):
    review.hand_in()
    review.accept_all()

    page = shown(signed_in(review, role), review, "?xem=all")

    assert page.all("//main//form[@method='post'] | //main//input[@type='checkbox']") == []
    assert len(codes(page)) == 17


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.SCORER, Role.HEAD, Role.ADMINISTRATOR])
def test_nobody_else_opens_the_page_or_takes_a_file(review: Review, role: Role):
    client = signed_in(review, role)
    names = ("consolidation", "report_json", "report_xlsx", "package")

    assert [client.get(path(review, name)).status_code for name in names] == [403] * 4


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_every_act_is_the_coordinators(review: Review, role: Role):
    review.hand_in()
    client, row = signed_in(review, role), review.year.row("5.7.1").pk
    acts = [
        *(path(review, name) for name in ("rows_accept", "unit_consolidate", "unit_send")),
        reverse("row_return", args=[row]),
    ]

    answers = [
        client.post(act, {"dong": row, "ly-do": "Thiếu tài liệu kiểm chứng"}).status_code for act in acts
    ]

    assert (answers, review.year.row("5.7.1").stage) == ([403] * 4, "submitted")


@pytest.mark.parametrize(
    "name", ["consolidation", "report_json", "report_xlsx", "package", "rows_accept", "unit_send"]
)
def test_a_unit_that_is_not_there_is_not_found(client: Client, name: str):
    address = reverse(name, args=[999_999])
    method = client.post if name in {"rows_accept", "unit_send"} else client.get

    assert method(address).status_code == 404


@pytest.mark.parametrize("name", ["rows_accept", "unit_consolidate", "unit_send", "row_return"])
def test_acts_are_never_done_by_following_a_link(client: Client, review: Review, name: str):
    assert client.get(path(review, name)).status_code == 405


# ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_report_comes_as_a_spreadsheet_and_as_json(client: Client, review: Review):
    review.claim("5.7.1", "0.50")

    table, data = client.get(path(review, "report_xlsx")), client.get(path(review, "report_json"))

    assert Sheet.of(table).headings[:3] == ["Mã", "Tiêu chí", "Điểm tối đa"]
    assert data.json()["sums"]["claimed"] == "0.50"
    assert [answer.headers["Content-Disposition"] for answer in (table, data)] == [
        'attachment; filename="bao-cao-tu-cham-2018-26.xlsx"',
        'attachment; filename="bao-cao-tu-cham-2018-26.json"',
    ]


def test_the_package_is_streamed_as_a_zip_file(client: Client, review: Review):
    review.prove("1.2", "Báo cáo quý I", b"mot")

    answer = client.get(path(review, "package"))

    content = answer.getvalue()
    answer.close()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="tai-lieu-kiem-chung-2018.zip"'
    assert ZipFile(io.BytesIO(content)).namelist()[0] == "Lĩnh vực 1/1.2-01 bao-cao-1.txt"


def test_without_evidence_the_package_says_so(client: Client, review: Review):
    answer = client.get(path(review, "package"))

    assert (answer.status_code, Page.of(answer).text("//*[@role='alert']")) == (
        422,
        "Chưa có tài liệu kiểm chứng nào nên chưa tạo gói nào.",
    )


# ── Rounds without anything ──────────────────────────────────────────────────────────────────────────────────────────


def test_before_the_first_round_the_coordinator_is_offered_to_open_one():
    client = Client()
    client.force_login(person(Role.COORDINATOR))

    page = Page.of(client.get("/ky-danh-gia/"))

    assert page.text("//h2") == "Chưa mở kỳ đánh giá nào"
    assert page.all("//main//a/@href") == ["/ky-danh-gia/mo/"]


def test_before_the_first_round_a_reader_is_offered_nothing():
    client = Client()
    client.force_login(person(Role.LEADER))

    page = Page.of(client.get("/ky-danh-gia/"))

    assert (page.text("//h2"), page.all("//main//a/@href")) == ("Chưa mở kỳ đánh giá nào", [])
