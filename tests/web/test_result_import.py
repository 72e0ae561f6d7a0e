"""Importing a result on pages: choose, see the differences, confirm; and publishing by typing the year."""

import time
from typing import Any

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import LogEntry, PublishedResult, RoundFact, RowVersion
from parindex.services.sheets.moves import explain
from tests.appraised_year import LATER, appraised_2018, give, sent_2018, still_open
from tests.documents.annex_sample import xlsx
from tests.scoring_year import Year, acting, open_2018
from tests.services.test_result_import import HEADER, TABLE
from tests.web.html import Page

pytestmark = pytest.mark.django_db

CONTENT = xlsx([HEADER, *TABLE], above=["KẾT QUẢ THẨM ĐỊNH (MẪU)"])
STALE = "Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."


@pytest.fixture
def year() -> Year:
    return sent_2018()


def sent(client: Client, year: Year, content: bytes = CONTENT, **said: str) -> Any:
    file = SimpleUploadedFile("ket-qua.xlsx", content)
    form = {"file": file, "document": "Công văn 12/BNV-MAU", "body": "Bộ Nội vụ", **said}
    return client.post(reverse("result_preview", args=[year.unit.pk]), form)


def confirmed(client: Client, year: Year, token: str, **said: str) -> Any:
    return client.post(reverse("result_apply", args=[year.unit.pk]), {"token": token, **said})


def token(client: Client, year: Year) -> str:
    return str(Page.of(sent(client, year)).all("//input[@name='token']/@value")[0])


def alert(answer: Any) -> tuple[int, str]:
    return answer.status_code, Page.of(answer).text("//*[@role='alert']")


def test_the_preview_lists_the_differences_and_stores_nothing(client: Client, year: Year):
    before = RowVersion.objects.count(), LogEntry.objects.count()

    answer = sent(client, year, announced="80,29")

    page = Page.of(answer)
    assert [row[1:5] for row in page.rows("//section[@aria-labelledby='giving']//table")] == [
        ["3,00", "–", "1,75", "−1,25"],
        ["0,25", "–", "0,50", "+0,25"],
        ["0,50", "–", "0,25", "−0,25"],
        ["1,00bảng ghi 0,75", "–", "1,00", "0"],
    ]
    assert (RowVersion.objects.count(), LogEntry.objects.count()) == before


def test_a_confirmed_result_is_stored_and_the_page_says_how_much(client: Client, year: Year):
    answer = confirmed(client, year, token(client, year), rest="keep")

    page = Page.of(client.get(answer.headers["Location"]))
    assert page.text("//*[contains(@class, 'notice')]") == (
        "Đã nhập 4 dòng, giữ nguyên 1 dòng không có trong bảng; 0 dòng đã như vậy."
    )


@pytest.mark.parametrize("forged", ["", "xyz", "a:b:c"])
def test_a_forged_preview_is_refused_in_words(client: Client, year: Year, forged: str):
    assert alert(confirmed(client, year, forged)) == (422, STALE)


def test_a_preview_of_another_shape_is_refused_in_words(client: Client, year: Year):
    forged = signing.dumps({"unit": year.unit.pk}, salt="result-preview", compress=True)

    assert alert(confirmed(client, year, forged)) == (422, STALE)


def test_a_preview_holds_for_a_day(client: Client, year: Year, monkeypatch: pytest.MonkeyPatch):
    held, later = token(client, year), time.time() + 24 * 60 * 60 + 60
    monkeypatch.setattr(time, "time", lambda: later)

    assert alert(confirmed(client, year, held)) == (422, STALE)


def test_confirming_twice_is_refused_for_the_rows_have_changed(client: Client, year: Year):
    held = token(client, year)
    confirmed(client, year, held)

    assert alert(confirmed(client, year, held)) == (
        422,
        "Các dòng đã thay đổi từ khi xem trước; chưa lưu gì. Hãy tải tệp lên và xem lại chênh lệch.",
    )


@pytest.mark.parametrize(
    ("content", "said", "sentence"),
    [
        (b"", {}, "Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp kết quả thẩm định."),
        (
            CONTENT,
            {"document": " "},
            "Phải ghi văn bản thông báo kết quả và cơ quan thẩm định; chưa đọc tệp.",
        ),
        (CONTENT, {"announced": "tám"}, "“tám” không phải là số điểm, ví dụ 12,50; chưa lưu gì."),
    ],
)
def test_what_cannot_be_read_is_refused_and_what_was_typed_stays(
    client: Client, year: Year, content: bytes, said: dict[str, str], sentence: str
):
    answer = sent(client, year, content, **said)

    assert alert(answer) == (422, sentence)
    assert "Bộ Nội vụ" in Page.of(answer).all("//input[@name='body']/@value")


def test_an_announced_part_is_entered_with_its_source(client: Client, year: Year):
    path = reverse("part_result", args=[year.unit.pk])
    said = {"part": "sipas", "points": "10,64", "document": "Quyết định mẫu 2/QĐ", "body": "Bộ Nội vụ"}

    answer = client.post(path, said)

    page = Page.of(client.get(answer.headers["Location"]))
    assert page.text("//*[@id='phan-sipas']/h3").endswith("10,64 / 12,00")


def test_an_impossible_part_is_refused_beside_its_form(client: Client, year: Year):
    facts = RoundFact.objects.count()
    said = {"part": "sipas", "points": "12,5", "document": "Quyết định mẫu 2/QĐ", "body": "Bộ Nội vụ"}

    answer = client.post(reverse("part_result", args=[year.unit.pk]), said)

    page = Page.of(answer)
    assert page.text("//*[@id='phan-sipas']//*[@role='alert']") == "Điểm phải từ 0 đến 12,00; chưa lưu gì."
    assert (page.all("//*[@id='phan-sipas']//input[@name='points']/@value"), RoundFact.objects.count()) == (
        ["12,5"],
        facts,
    )


# ── Publication ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_publishing_is_not_offered_while_rows_wait(client: Client, year: Year):
    page = Page.of(client.get(reverse("publish", args=[year.round.pk])))

    assert page.text("//p[@class='lead']").startswith(
        "Chưa công bố được: còn 17/17 dòng chưa thẩm định xong."
    )
    assert page.all("//main//form") == []


def test_what_is_missing_before_publishing_leads_to_where_it_is_done(client: Client, year: Year):
    still_open(year)
    give(year, "5.7.1", "0.25")
    explain(actor=acting(Role.HEAD), pk=year.row("5.7.1").pk, text="Đã bổ sung văn bằng", today=LATER)

    page = Page.of(client.get(reverse("publish", args=[year.round.pk])))

    assert page.texts("//section[@aria-labelledby='missing']//li") == [
        "16 dòng đã trình, chưa thẩm định: Tỉnh Vĩnh Phúc (16)",
        "1 dòng đã giải trình, chưa thẩm định lại: Tỉnh Vĩnh Phúc (1)",
    ]
    assert page.all("//section[@aria-labelledby='missing']//a/@href") == [
        f"/tham-dinh/{year.unit.pk}/?loc=pending",
        f"/tham-dinh/{year.unit.pk}/?loc=explained",
    ]


def test_rows_that_are_not_sent_yet_lead_to_the_consolidation(client: Client):
    year = open_2018()

    page = Page.of(client.get(reverse("publish", args=[year.round.pk])))

    assert page.texts("//section[@aria-labelledby='missing']//li") == [
        "17 dòng chưa trình: Tỉnh Vĩnh Phúc (17)"
    ]
    assert page.all("//section[@aria-labelledby='missing']//a/@href") == [f"/tong-hop/{year.unit.pk}/"]


def test_a_form_that_was_open_too_long_is_refused_with_what_is_missing(client: Client, year: Year):
    answer = client.post(reverse("publish", args=[year.round.pk]), {"year": "2018"})

    assert alert(answer) == (422, "Chưa công bố: còn 17 dòng chưa thẩm định xong.")
    assert Page.of(answer).all("//main//form") == []


def test_a_year_typed_is_published_with_what_was_announced(client: Client):
    year = appraised_2018({"5.7.1": "0.25"})
    path = reverse("publish", args=[year.round.pk])

    wrong = client.post(path, {"year": "2017", "points": "79,05", "rank": "14", "source": "Quyết định mẫu"})
    right = client.post(path, {"year": "2018", "points": "79,05", "rank": "14", "source": "Quyết định mẫu"})

    assert alert(wrong) == (422, "Chưa công bố: năm gõ để xác nhận không đúng với năm của kỳ này.")
    assert Page.of(wrong).all("//input[@name='points']/@value") == ["79,05"]
    assert right.status_code == 302
    assert (str(PublishedResult.objects.get().points), Page.of(client.get("/")).text("//h1")) == (
        "79.0500",
        "77,74 / 100 điểm",
    )


@pytest.mark.parametrize("rank", ["x", "0", "-1", "99999"])
def test_a_rank_that_is_none_is_refused(client: Client, rank: str):
    year = appraised_2018({"5.7.1": "0.25"})

    answer = client.post(
        reverse("publish", args=[year.round.pk]), {"year": "2018", "rank": rank, "source": "Quyết định mẫu"}
    )

    assert alert(answer) == (422, f"“{rank}” không phải là thứ hạng; chưa công bố.")
