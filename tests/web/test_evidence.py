"""Documents of evidence on pages: attaching, choosing, changing, downloading, and who sees which."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import Evidence, EvidenceRevision, LogEntry, RowEvidence, RowHelper
from tests.documents import sample
from tests.documents.test_files_inspection import EICAR, picture
from tests.scoring_year import Year, agency
from tests.web.evidence_year import HTMX, PDF, open_now, send, signed_in, upload
from tests.web.html import Page
from tests.web.spreadsheets import Sheet

pytestmark = pytest.mark.django_db

ICT = "26-so-thong-tin-va-truyen-thong"
TAX = "26-cuc-thue-tinh"
MOST = 15


@pytest.fixture
def year() -> Year:
    return open_now()


@pytest.fixture
def scorer(year: Year) -> Client:
    return signed_in(Role.SCORER)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"
    return tmp_path / "minh-chung"


def names(page: Page) -> list[str]:
    return page.texts("//*[@class='proof-name']/a")


def alerts(answer: Any) -> list[str]:
    return Page.of(answer).texts("//*[@role='alert']")


def left_behind(folder: Path) -> tuple[int, int, int, list[str]]:
    files = [path.name for path in folder.rglob("*") if path.is_file()]
    entries = LogEntry.objects.filter(deed__startswith="evidence").count()
    return Evidence.objects.count(), EvidenceRevision.objects.count(), entries, files


# ── On a row ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_several_files_are_attached_at_once_and_the_browser_goes_back_to_the_row(scorer: Client, year: Year):
    row = year.row("1.6").pk

    answer = send(scorer, row, upload(), upload(b"Ghi chu", "ghi-chu.txt"), number="12/BC-SNV")

    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("row", args=[row]))
    page = Page.of(scorer.get(reverse("row_evidence", args=[row])))
    assert names(page) == ["bao-cao", "ghi-chu"]
    assert list(Evidence.objects.order_by("pk").values_list("number", flat=True)) == ["12/BC-SNV"] * 2


def test_a_part_of_the_page_answers_with_the_rows_documents_alone(scorer: Client, year: Year):
    row = year.row("1.6").pk

    answer = send(scorer, row, upload(), part=True, title="Báo cáo")

    page = Page.of(answer)
    assert (answer.status_code, page.root.tag, page.root.get("id")) == (200, "section", f"evidence-{row}")
    assert (names(page), page.texts("//*[@role='status']")) == (["Báo cáo"], ["Đã đính kèm 1 tài liệu."])


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (EICAR, "vi-rut.txt", "Tệp “vi-rut.txt” chứa mẫu thử vi-rút; tệp không được nhận. Chưa lưu tệp này."),
        (
            PDF + sample.docx(),
            "lai.pdf",
            "Tệp “lai.pdf” có một tệp khác giấu bên trong; hãy mở, lưu thành tệp mới rồi gửi lại. "
            "Chưa lưu tệp này.",
        ),
        (
            picture("JPEG") + b"PK\x03\x04" + bytes(99),
            "anh.jpg",
            "Tệp “anh.jpg” có một tệp khác giấu bên trong; hãy mở, lưu thành tệp mới rồi gửi lại. "
            "Chưa lưu tệp này.",
        ),
        (
            b"<html><script>alert(1)</script></html>",
            "trang.txt",
            "Tệp “trang.txt” là trang web, ảnh SVG hoặc tệp lệnh; hãy in thành PDF rồi gửi lại. Chưa lưu tệp này.",
        ),
        (
            PDF,
            "bao-cao.docx",
            "Tên tệp “bao-cao.docx” không khớp với nội dung (.pdf); hãy đổi đuôi tệp thành .pdf rồi gửi lại. "
            "Chưa lưu tệp này.",
        ),
    ],
    ids=["virus pattern", "pdf and archive", "picture and archive", "web page", "another ending"],
)
@pytest.mark.parametrize("part", [False, True])
def test_a_dangerous_file_is_refused_with_the_reason_and_leaves_nothing(
    scorer: Client, year: Year, folder: Path, content: bytes, name: str, sentence: str, part: bool
):
    answer = send(scorer, year.row("1.6").pk, upload(content, name), part=part)

    assert (answer.status_code, alerts(answer)) == (200 if part else 422, [sentence])
    assert left_behind(folder) == (0, 0, 0, [])


def test_a_file_of_60_mb_is_refused_without_being_read(
    scorer: Client, year: Year, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    from django.core.files.uploadedfile import TemporaryUploadedFile

    read: list[int] = []
    monkeypatch.setattr(TemporaryUploadedFile, "read", lambda *_args: read.append(1), raising=False)

    answer = send(scorer, year.row("1.6").pk, upload(b"%PDF-" + bytes(60_000_000), "lon.pdf"))

    assert (answer.status_code, alerts(answer)) == (
        422,
        [
            "Tệp “lon.pdf” quá lớn (quá 50 MB); hãy chia nhỏ hoặc quét lại với độ phân giải thấp hơn. "
            "Chưa lưu tệp này."
        ],
    )
    assert (read, left_behind(folder)) == ([], (0, 0, 0, []))


def test_of_several_files_the_good_one_stays_and_the_page_tells_of_both(scorer: Client, year: Year):
    answer = send(scorer, year.row("1.6").pk, upload(), upload(EICAR, "xau.txt"), part=True)

    page = Page.of(answer)
    assert (names(page), len(alerts(answer))) == (["bao-cao"], 1)
    assert page.texts("//*[@role='status']") == ["Đã đính kèm 1 tài liệu."]


def test_a_link_is_attached_and_opens_apart_from_this_site(scorer: Client, year: Year):
    row = year.row("1.6").pk
    send(scorer, row, url="https://cchc.example/bao-cao", title="Trang CCHC")

    (link,) = Page.of(scorer.get(reverse("row_evidence", args=[row]))).all("//*[@class='proof-name']/a")

    assert (link.get("href"), link.get("rel")) == ("https://cchc.example/bao-cao", "noopener noreferrer")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({}, "Chưa chọn tệp hoặc đường dẫn nào; chưa lưu gì."),
        (
            {"url": "javascript:alert(1)"},
            "Đường dẫn phải bắt đầu bằng https:// hoặc http:// và không có dấu cách; hãy chép lại đường dẫn. "
            "Chưa lưu gì.",
        ),
        (
            {"url": "https://a.example", "issued_date": "31/02"},
            "Không đọc được ngày “31/02”; hãy chọn lại ngày. Chưa lưu gì.",
        ),
    ],
)
def test_a_form_that_says_nothing_usable_is_answered_with_what_to_do(
    scorer: Client, year: Year, words: dict[str, Any], sentence: str
):
    answer = send(scorer, year.row("1.6").pk, **words)

    assert (answer.status_code, alerts(answer)) == (422, [sentence])


def test_what_is_doubtful_about_a_document_stands_beside_it(scorer: Client, year: Year):
    row = year.row("1.6").pk
    send(scorer, row, upload(), issued_date="2016-03-01", valid_to="2017-03-01")

    page = Page.of(scorer.get(reverse("row_evidence", args=[row])))

    assert page.texts("//li[@class='proof']//*[@class='chip none']") == ["hết hiệu lực", "ngoài năm đánh giá"]


def test_a_document_of_the_library_is_found_without_diacritics_and_chosen_for_another_row(
    scorer: Client, year: Year
):
    send(scorer, year.row("1.6").pk, upload(), title="Báo cáo thủ tục")
    row, document = year.row("1.2").pk, Evidence.objects.get()

    found = Page.of(scorer.get(reverse("row_evidence_find", args=[row]) + "?q=thu+tuc", headers=HTMX))
    address = str(found.all("//form/@action")[0])
    chosen = scorer.post(address, {"document": document.pk}, headers=HTMX)

    assert found.texts("//*[@class='proof-name']") == ["Báo cáo thủ tục"]
    assert names(Page.of(chosen)) == ["Báo cáo thủ tục"]
    assert EvidenceRevision.objects.count() == 1
    again = Page.of(scorer.get(reverse("row_evidence_find", args=[row]), headers=HTMX))
    assert again.texts("//p") == ["Kho chưa có tài liệu nào khác."]


def test_a_document_is_renamed_given_a_new_file_and_taken_off_from_its_row(scorer: Client, year: Year):
    row = year.row("1.6").pk
    send(scorer, row, upload())
    link = RowEvidence.objects.get().pk

    scorer.post(reverse("evidence_describe", args=[link]), {"title": "Tên mới", "number": "1/BC"})
    revised = scorer.post(
        reverse("evidence_revise", args=[link]), {"files": upload(b"Ban hai", "b.txt")}, headers=HTMX
    )
    off = scorer.post(reverse("row_evidence_detach", args=[link]), headers=HTMX)

    assert Page.of(revised).texts("//*[@role='status']") == ["Đã lưu bản 2; các bản trước vẫn còn."]
    assert Page.of(off).texts("//*[@role='status']") == ["Đã gỡ “1/BC Tên mới”; tài liệu vẫn còn trong kho."]
    assert names(Page.of(off)) == []
    assert [
        entry.deed for entry in LogEntry.objects.filter(subjects__about=f"row:{row}").order_by("number")
    ] == [
        "evidence_add",
        "evidence_describe",
        "evidence_revise",
        "evidence_detach",
    ]


def test_a_reader_who_may_not_change_a_row_sees_no_form_there(client: Client, year: Year):
    send(signed_in(Role.SCORER), year.row("1.6").pk, upload())

    page = Page.of(client.get(reverse("row_evidence", args=[year.row("1.6").pk])))

    assert names(page) == ["bao-cao"]
    assert page.all("//*[contains(@class, 'evidence')]//form[@enctype]") == []


@pytest.mark.parametrize("count", [1, 40])
def test_a_row_with_many_documents_asks_no_more_than_with_one(scorer: Client, year: Year, count: int):
    row = year.row("1.6").pk
    send(scorer, row, *(upload(f"Tep {number}".encode(), f"{number}.txt") for number in range(count)))

    with CaptureQueriesContext(connection) as queries:
        page = Page.of(scorer.get(reverse("row_evidence", args=[row])))

    assert (len(names(page)), len(queries) <= MOST) == (count, True)


# ── Strangers ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.SCORER, Role.HEAD])
def test_people_of_another_agency_find_neither_row_nor_document_nor_file(year: Year, role: Role):
    row = year.row("1.6").pk
    send(signed_in(Role.SCORER), row, upload())
    link, stranger = RowEvidence.objects.get(), signed_in(role, ICT)

    seen = {
        name: stranger.get(reverse(name, args=[pk])).status_code
        for name, pk in (
            ("row_evidence", row),
            ("row_evidence_find", row),
            ("evidence_document", link.evidence_id),
            ("evidence_file", EvidenceRevision.objects.get().pk),
        )
    }
    deeds = [
        send(stranger, row, upload(b"Khac", "k.txt")),
        stranger.post(reverse("row_evidence_attach", args=[row]), {"document": link.evidence_id}),
        stranger.post(reverse("row_evidence_detach", args=[link.pk])),
        stranger.post(reverse("evidence_revise", args=[link.pk]), {"files": upload(b"Khac", "k.txt")}),
        stranger.post(reverse("evidence_describe", args=[link.pk]), {"title": "Khác"}),
    ]

    assert set(seen.values()) == {404}
    assert {answer.status_code for answer in deeds} == {403}
    assert (Evidence.objects.get().title, RowEvidence.objects.filter(removed_at=None).count()) == (
        "bao-cao",
        1,
    )
    assert Page.of(stranger.get(reverse("evidence"))).heading == "Tài liệu kiểm chứng"
    assert "bao-cao" not in stranger.get(reverse("evidence")).content.decode()


def test_nobody_signed_in_is_sent_to_sign_in(anybody: Client, year: Year):
    answer = anybody.get(reverse("evidence_file", args=[1]))

    assert (answer.status_code, answer.headers["Location"].startswith("/tai-khoan/")) == (302, True)


# ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("bao-cao.pdf", "attachment; filename=\"bao-cao.pdf\"; filename*=UTF-8''bao-cao.pdf"),
        (
            "Quyết định số 15.pdf",
            'attachment; filename="Quyet dinh so 15.pdf"; '
            "filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2015.pdf",
        ),
    ],
)
def test_a_file_comes_back_as_it_was_under_its_name_and_is_never_shown_in_the_page(
    scorer: Client, year: Year, name: str, disposition: str
):
    send(scorer, year.row("1.6").pk, upload(PDF, name))

    answer: Any = scorer.get(reverse("evidence_file", args=[EvidenceRevision.objects.get().pk]))

    told = {key: answer.headers[key] for key in ("Content-Type", "Content-Disposition", "Content-Length")}
    assert told == {
        "Content-Type": "application/pdf",
        "Content-Disposition": disposition,
        "Content-Length": str(len(PDF)),
    }
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == PDF


def test_a_file_that_is_gone_from_the_disk_is_told_of_in_words(scorer: Client, year: Year, folder: Path):
    send(scorer, year.row("1.6").pk, upload())
    revision = EvidenceRevision.objects.get()
    (folder / revision.sha256[:2] / revision.sha256).unlink()

    answer = scorer.get(reverse("evidence_file", args=[revision.pk]))

    assert (answer.status_code, Page.of(answer).heading) == (404, "Không tìm thấy tệp")


# ── The library ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_library_lists_what_the_reader_may_read_with_the_rows_it_proves(scorer: Client, year: Year):
    send(scorer, year.row("1.6").pk, upload(), title="Báo cáo", number="9/BC")
    office = signed_in(Role.SCORER, ICT)
    send(office, year.row("7.1.1").pk, upload(b"Tai chinh", "tc.txt"))

    own = Page.of(scorer.get(reverse("evidence")))
    everything = Page.of(signed_in(Role.LEADER).get(reverse("evidence")))

    assert own.texts("//tbody/tr/th/a") == ["Báo cáo"]
    assert everything.texts("//tbody/tr/th/a") == ["tc", "Báo cáo"]
    assert [row[1] for row in everything.rows()] == ["7.1.1 · 2018", "1.6 · 2018"]


def test_the_part_that_a_search_asks_for_is_what_the_page_shows(scorer: Client, year: Year):
    send(scorer, year.row("1.6").pk, upload(), title="Báo cáo")
    send(scorer, year.row("1.2").pk, upload(b"Hai", "hai.txt"), title="Quyết định")
    question = reverse("evidence") + "?q=quyet+dinh&nam=2018&tieu-chi=1.2"

    whole = Page.of(scorer.get(question)).rows()
    part = Page.of(scorer.get(question, headers=HTMX)).rows()

    assert (len(whole), whole[0][1], part) == (1, "1.2 · 2018", whole)


def test_the_export_has_every_document_with_its_digest(scorer: Client, year: Year):
    send(scorer, year.row("1.6").pk, upload(), title="=1+1", issued_date="2018-12-01")

    sheet = Sheet.of(scorer.get(reverse("evidence") + "?xuat=xlsx"))

    assert (sheet.column("Tài liệu"), sheet.column("Kiểm chứng"), sheet.formulas) == (
        ["=1+1"],
        ["1.6 (2018)"],
        0,
    )
    assert sheet.column("SHA-256") == [EvidenceRevision.objects.get().sha256]


def test_a_document_shows_its_revisions_the_newest_first(scorer: Client, year: Year):
    send(scorer, year.row("1.6").pk, upload())
    link = RowEvidence.objects.get()
    scorer.post(reverse("evidence_revise", args=[link.pk]), {"files": upload(b"Hai", "hai.txt")})

    page = Page.of(scorer.get(reverse("evidence_document", args=[link.evidence_id])))

    assert [row[:2] for row in page.rows()] == [["bản 2 đang dùng", "hai.txt"], ["bản 1", "bao-cao.pdf"]]


@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize("question", ["", "?q=so", "?xuat=xlsx"])
def test_a_full_library_asks_at_most_fifteen_times(scorer: Client, year: Year, count: int, question: str):
    rows = [year.row(code).pk for code in ("1.6", "1.2", "5.4")]
    for number in range(count):
        send(scorer, rows[number % 3], upload(f"Tep so {number}".encode(), f"so-{number}.txt"))

    with CaptureQueriesContext(connection) as queries:
        answer = scorer.get(reverse("evidence") + question)

    assert (answer.status_code, len(queries) <= MOST) == (200, True)


@pytest.mark.parametrize(
    "question", ["?nam=x", "?nam=99999999999", "?tieu-chi=%00&co-quan=?", "?q=%F0%9F%98%80"]
)
def test_odd_questions_to_the_library_have_an_answer(scorer: Client, year: Year, question: str):
    assert scorer.get(reverse("evidence") + question).status_code == 200


# ── Agencies that help ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_agency_that_is_asked_to_help_sees_the_row_until_that_ends(scorer: Client, year: Year):
    row = year.row("1.6").pk
    agency(TAX, "Cục Thuế tỉnh")
    clerk = signed_in(Role.CONTRIBUTOR, TAX)
    address = reverse("row_evidence", args=[row])
    seen = [clerk.get(address).status_code]

    asked = scorer.post(reverse("row_helper_ask", args=[row]), {"agency": TAX}, headers=HTMX)
    seen.append(clerk.get(address).status_code)
    sent = send(clerk, row, upload())
    scorer.post(reverse("row_helper_end", args=[RowHelper.objects.get().pk]))
    seen.append(clerk.get(address).status_code)

    assert seen == [404, 200, 404]
    assert "Cục Thuế tỉnh" in Page.of(asked).text("//ul[contains(@class, 'proof-list')]")
    assert (sent.status_code, Evidence.objects.get().agency.code) == (302, TAX)


def test_who_fills_in_a_row_for_another_agency_does_not_ask_a_third_one(year: Year):
    row = year.row("1.6")
    RowHelper.objects.create(row=row, agency=agency(TAX, "Cục Thuế tỉnh"))
    clerk = signed_in(Role.CONTRIBUTOR, TAX)

    asked = clerk.post(reverse("row_helper_ask", args=[row.pk]), {"agency": ICT})

    assert (asked.status_code, RowHelper.objects.count()) == (403, 1)


def test_a_reader_of_everything_sees_the_newest_of_a_large_library_and_exports_all(
    scorer: Client, client: Client, year: Year, monkeypatch: pytest.MonkeyPatch
):
    from parindex.web.views import evidence

    monkeypatch.setattr(evidence, "MOST_SHOWN", 2)
    for number in range(3):
        send(scorer, year.row("1.6").pk, upload(f"Tep {number}".encode(), f"{number}.txt"))

    page = Page.of(client.get(reverse("evidence")))
    sheet = Sheet.of(client.get(reverse("evidence") + "?xuat=xlsx"))

    assert page.texts("//tbody/tr/th/a") == ["2", "1"]
    assert page.text("//p[contains(@class, 'card-tools')]") == (
        "Hiện 2 tài liệu mới nhất; hãy tìm để thu hẹp, hoặc xuất Excel để có đủ."
    )
    assert sheet.column("Tài liệu") == ["2", "1", "0"]
