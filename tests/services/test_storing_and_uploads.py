"""Deeds on plans: read an upload, store it once, keep nothing half-done."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import IntegrityError

from parindex.domain.plans import LossEvent
from parindex.records.models import LogEntry, Loss, LossAgency, Plan, Task, TaskAgency
from parindex.records.queries.plans import plan_as_domain
from parindex.services.actor import SYSTEM
from parindex.services.errors import DeedError
from parindex.services.improvement.storing_plans import Source, store_plan
from parindex.services.improvement.uploads import confirmed, payload, read_upload
from tests.documents import sample
from tests.plan_5264 import PLAN

pytestmark = pytest.mark.django_db

FIRST = Source(name="ke-hoach.docx", sha256="a" * 64)
SECOND = Source(name="ke-hoach (2).docx", sha256="b" * 64)
TABLES = (Plan, Task, TaskAgency, Loss, LossAgency, LogEntry)


def rows() -> list[int]:
    return [table.objects.count() for table in TABLES]


def refusal(content: bytes, name: str) -> tuple[str, str]:
    with pytest.raises(DeedError) as refused:
        read_upload(content=content, name=name)
    return refused.value.vi, refused.value.en


def test_a_stored_plan_says_what_was_read():
    row = store_plan(actor=SYSTEM, plan=PLAN, source=FIRST)

    assert plan_as_domain(row) == PLAN


def test_storing_a_plan_is_written_in_the_log():
    store_plan(actor=SYSTEM, plan=PLAN, source=FIRST)

    entry = LogEntry.objects.get()
    assert (entry.deed, entry.subject, entry.detail) == (
        "store_plan",
        "5264/KH-UBND",
        {"source": "ke-hoach.docx", "sha256": "a" * 64, "tasks": 24, "losses": 16, "remarks": 0},
    )


def test_the_same_file_is_refused_a_second_time_and_the_first_reading_kept():
    first = store_plan(actor=SYSTEM, plan=PLAN, source=FIRST)
    before = rows()

    with pytest.raises(DeedError) as refused:
        store_plan(actor=SYSTEM, plan=replace(PLAN, tasks=()), source=replace(FIRST, name="khac.docx"))

    assert (refused.value.vi, refused.value.en) == (
        "Tệp khac.docx đã được lưu từ trước; bản đã lưu được giữ nguyên.",
        "The file khac.docx has been stored before; the stored plan is kept as it is.",
    )
    assert rows() == before
    assert plan_as_domain(Plan.objects.get()) == PLAN == plan_as_domain(first)


def test_another_reading_of_the_same_number_is_stored_beside_the_first():
    shorter = replace(PLAN, tasks=PLAN.tasks[:3])

    first = store_plan(actor=SYSTEM, plan=PLAN, source=FIRST)
    second = store_plan(actor=SYSTEM, plan=shorter, source=SECOND)

    assert [row.number for row in Plan.objects.all()] == ["5264/KH-UBND", "5264/KH-UBND"]
    assert (plan_as_domain(first), plan_as_domain(second)) == (PLAN, shorter)


def test_a_store_that_fails_in_its_last_rows_leaves_nothing_behind():
    *whole, last = PLAN.losses
    wordless = replace(last, events=(LossEvent(text=None),))  # type: ignore[arg-type]

    with pytest.raises(IntegrityError):
        store_plan(actor=SYSTEM, plan=replace(PLAN, losses=(*whole, wordless)), source=FIRST)

    assert rows() == [0, 0, 0, 0, 0, 0]


def test_a_store_that_cannot_be_logged_leaves_nothing_behind():
    unspeakable = Source(name=Path("ke-hoach.docx"), sha256="a" * 64)  # type: ignore[arg-type]

    with pytest.raises(TypeError):
        store_plan(actor=SYSTEM, plan=PLAN, source=unspeakable)

    assert rows() == [0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("content", [sample.markdown().encode(), sample.docx()], ids=["md", "docx"])
def test_reading_an_upload_stores_nothing(content: bytes):
    read = read_upload(content=content, name="son-ha")

    assert (read.plan.document.number, read.lost, read.stored) == ("77/KH-UBND", Decimal("1.75"), None)
    assert rows() == [0, 0, 0, 0, 0, 0]


def test_an_upload_that_is_stored_already_names_the_stored_plan():
    content = sample.markdown().encode()
    read = read_upload(content=content, name="son-ha.md")
    row = store_plan(actor=SYSTEM, plan=read.plan, source=read.source)

    again = read_upload(content=content, name="doi-ten.md")

    assert again.stored == row


@pytest.mark.parametrize(
    ("content", "name", "vi", "en"),
    [
        (b"", "rong.md", "Tệp “rong.md” không có nội dung.", "“rong.md” is empty."),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
            "anh.png",
            "Tệp “anh.png” không phải văn bản .docx, .md, .txt hay .pdf.",
            "“anh.png” is no .docx, .md, .txt or .pdf document.",
        ),
        (
            sample.docx()[:2000],
            "hong.docx",
            "Tệp .docx “hong.docx” bị hỏng, không đọc được.",
            "The .docx file “hong.docx” is damaged.",
        ),
        (
            "Danh sách món ăn của căng tin".encode(),
            "thuc-don.txt",
            "“thuc-don.txt” không phải kế hoạch cải cách hành chính: không thấy bảng nhiệm vụ hay bảng tiêu chí bị "
            "trừ điểm.",
            "“thuc-don.txt” is no administrative reform plan: it has neither a table of tasks nor one of lost "
            "points.",
        ),
    ],
    ids=["empty", "picture", "damaged", "another subject"],
)
def test_what_is_no_plan_is_refused_in_both_languages_with_what_to_do(
    content: bytes, name: str, vi: str, en: str
):
    assert refusal(content, name) == (
        f"{vi} Chưa lưu gì. Hãy chọn tệp .docx, .pdf có lớp chữ, .md hoặc .txt của kế hoạch.",
        f"{en} Nothing was stored. Choose a .docx, text-layer .pdf, .md or .txt file of the plan.",
    )


def test_a_reading_survives_the_way_from_preview_to_confirmation():
    read = read_upload(content=sample.docx(), name="son-ha.docx")

    assert confirmed(payload(read.plan, read.source)) == (read.plan, read.source)
