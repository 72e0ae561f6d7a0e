"""Uploading a plan: choose, look at what was read, confirm; nothing is stored before the last step."""

import time
from typing import Any

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from parindex.records.models import LogEntry, Plan
from parindex.services.improvement.uploads import payload, read_upload
from parindex.web.views.uploads import LARGEST_FILE
from tests.documents import sample
from tests.web.html import Page

pytestmark = pytest.mark.django_db

MARKDOWN = sample.markdown().encode()
DAY = 24 * 60 * 60
STALE = "Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."


def send(client: Client, content: bytes = MARKDOWN, name: str = "son-ha.md") -> Any:
    return client.post(reverse("upload_preview"), {"file": SimpleUploadedFile(name, content)})


def token(client: Client, content: bytes = MARKDOWN) -> str:
    return str(Page.of(send(client, content)).all("//input[@name='token']/@value")[0])


def confirm(client: Client, sent: str) -> Any:
    return client.post(reverse("upload_confirm"), {"token": sent})


def stored() -> tuple[int, int]:
    return Plan.objects.count(), LogEntry.objects.count()


def alert(answer: Any) -> tuple[int, str, tuple[int, int]]:
    return answer.status_code, Page.of(answer).text("//*[@role='alert']"), stored()


@pytest.mark.parametrize(
    ("content", "name"), [(MARKDOWN, "son-ha.md"), (sample.docx(), "son-ha.docx")], ids=["md", "docx"]
)
def test_the_preview_shows_what_was_read_and_stores_nothing(client: Client, content: bytes, name: str):
    answer = send(client, content, name)

    page = Page.of(answer)
    assert (answer.status_code, page.heading, stored()) == (200, "Xem trước: 77/KH-UBND", (0, 0))
    assert [row[0] for row in page.rows("//*[@aria-labelledby='read-tasks']//table")] == ["1", "2", "3"]
    assert [row[3] for row in page.rows("//*[@aria-labelledby='read-losses']//table")] == ["−0,75", "−1,00"]


def test_the_preview_shows_every_remark_with_its_place(client: Client):
    read = read_upload(content=MARKDOWN, name="son-ha.md")

    page = Page.of(send(client))

    assert len(read.plan.remarks) > 0
    shown = page.texts("//*[@id='ghi-chu']//li")
    assert sorted(shown) == sorted(f"{r.text} ({r.place})" for r in read.plan.remarks)


def test_a_confirmed_plan_is_stored_and_shown(client: Client):
    answer = confirm(client, token(client))

    row = Plan.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("plan", args=[row.pk]))
    assert (row.number, row.source_name, row.is_sample, row.task_rows.count()) == (
        "77/KH-UBND",
        "son-ha.md",
        False,
        3,
    )
    page = Page.of(client.get(answer.headers["Location"]))
    assert (page.heading, page.text("//*[contains(@class, 'notice')]")) == (
        "Kế hoạch 77/KH-UBND",
        "Đã lưu kế hoạch 77/KH-UBND.",
    )


def test_a_file_that_is_stored_already_offers_the_stored_plan_instead_of_storing_it(client: Client):
    confirm(client, token(client))
    row = Plan.objects.get()

    page = Page.of(send(client, name="doi-ten.md"))

    assert page.all("//input[@name='token']") == []
    assert [link for link in page.links if link == reverse("plan", args=[row.pk])] != []


def test_confirming_twice_stores_once_and_says_so(client: Client):
    sent = token(client)
    confirm(client, sent)

    answer = confirm(client, sent)

    assert alert(answer) == (
        422,
        "Tệp son-ha.md đã được lưu từ trước; bản đã lưu được giữ nguyên.",
        (1, 1),
    )


def other_shape(_client: Client) -> str:
    return signing.dumps({"plan": {}}, salt="plan-preview", compress=True)


def other_purpose(_client: Client) -> str:
    read = read_upload(content=MARKDOWN, name="son-ha.md")
    return signing.dumps(payload(read.plan, read.source), salt="another", compress=True)


@pytest.mark.parametrize(
    "forged",
    [
        lambda _client: "",
        lambda _client: "xyz",
        lambda _client: "a:b:c",
        lambda client: token(client)[:-1] + "!",
        lambda client: "." + token(client).lstrip(".")[5:],
        other_purpose,
        other_shape,
    ],
    ids=["none", "junk", "three parts", "another end", "another start", "another purpose", "another shape"],
)
def test_a_preview_that_was_tampered_with_is_refused_in_words(client: Client, forged: Any):
    assert alert(confirm(client, forged(client))) == (422, STALE, (0, 0))


def test_a_form_without_a_preview_is_refused_in_words(client: Client):
    assert alert(client.post(reverse("upload_confirm"))) == (422, STALE, (0, 0))


@pytest.mark.parametrize(("age", "status"), [(DAY - 60, 302), (DAY + 60, 422)])
def test_a_preview_holds_for_a_day(client: Client, monkeypatch: pytest.MonkeyPatch, age: int, status: int):
    sent = token(client)
    later = time.time() + age

    monkeypatch.setattr(time, "time", lambda: later)

    assert confirm(client, sent).status_code == status


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "rong.md", "Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp kế hoạch."),
        (
            b" \n ",
            "trang.md",
            "Tệp “trang.md” không có nội dung. Chưa lưu gì. Hãy chọn tệp .docx, .pdf có lớp chữ, .md hoặc .txt của "
            "kế hoạch.",
        ),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
            "anh.png",
            "Tệp “anh.png” không phải văn bản .docx, .md, .txt hay .pdf. Chưa lưu gì. Hãy chọn tệp .docx, .pdf có "
            "lớp chữ, .md hoặc .txt của kế hoạch.",
        ),
        (
            sample.docx()[:2000],
            "hong.docx",
            "Tệp .docx “hong.docx” bị hỏng, không đọc được. Chưa lưu gì. Hãy chọn tệp .docx, .pdf có lớp chữ, .md "
            "hoặc .txt của kế hoạch.",
        ),
        (
            b"a" * (LARGEST_FILE + 1),
            "lon.md",
            "Tệp lớn hơn 20 MB; chưa đọc, chưa lưu gì. Hãy chọn tệp nhỏ hơn.",
        ),
    ],
    ids=["empty", "blank", "picture", "damaged", "too large"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    client: Client, content: bytes, name: str, sentence: str
):
    assert alert(send(client, content, name)) == (422, sentence, (0, 0))


def test_a_form_without_a_file_is_refused_with_a_sentence(client: Client):
    assert alert(client.post(reverse("upload_preview"))) == (
        422,
        "Chưa chọn tệp, hoặc tệp rỗng. Hãy chọn tệp kế hoạch.",
        (0, 0),
    )


def test_a_refusal_speaks_the_readers_language(client: Client):
    client.cookies["django_language"] = "en"

    answer = send(client, b"\x00" * 99, "x.bin")

    assert alert(answer)[1] == (
        "“x.bin” is no .docx, .md, .txt or .pdf document. Nothing was stored. Choose a .docx, text-layer .pdf, .md "
        "or .txt file of the plan."
    )


def test_what_a_document_or_a_file_name_says_is_shown_as_words(client: Client):
    content = MARKDOWN.replace("Họp dân mỗi quý".encode(), b"<script>alert(1)</script> Hop dan")

    page = Page.of(send(client, content, "<img src=x onerror=alert(1)>.md"))

    assert page.all("//script[not(@src)] | //img") == []


@pytest.mark.parametrize(
    "rows",
    [
        [("", *row[1:]) for row in sample.TASKS],
        [("1", *row[1:]) for row in sample.TASKS],
        [("1/2", *row[1:]) for row in sample.TASKS],
    ],
    ids=["no numbers", "one number for all", "numbers with a slash"],
)
def test_tasks_are_told_apart_even_where_their_numbers_do_not(client: Client, rows: list[tuple[str, ...]]):
    content = sample.markdown(tasks=sample.pipe_table(sample.TASK_HEADER, rows)).encode()
    address = confirm(client, token(client, content)).headers["Location"]

    tasks = Page.of(client.get(address)).all("//*[@id='task-list']//tbody//th/a")

    headings = [Page.of(client.get(task.get("href"))).heading for task in tasks]
    assert headings == [task.text for task in tasks]
    assert len(set(headings)) == 3
