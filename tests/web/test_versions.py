"""Versions of frameworks on their pages, and a new one from a decision's table in three steps."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import FrameworkVersion, LogEntry
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.tables import framework
from tests.documents.annex_sample import HEADER, docx, xlsx
from tests.people import person
from tests.returned_tables import cell, edited, store
from tests.scoring_year import open_2018
from tests.web.html import Page

pytestmark = pytest.mark.django_db

OLD = "co-san-2948-2017"
# The sample table continues two criteria of the framework of 2017 under other codes.
ROWS = (
    HEADER,
    ("1", "Chỉ đạo, điều hành", "60", "", ""),
    ("1.1", "Báo cáo định kỳ", "3", "Báo cáo", ""),
    ("1.2", "Việc hoàn toàn mới", "57", "", ""),
    ("2", "Đội ngũ", "40", "", ""),
    ("2.1", "Công chức cấp xã đạt chuẩn", "39,5", "", ""),
    ("2.2", "Người dân đánh giá đội ngũ", "0,5", "", "Điều tra xã hội học"),
    ("", "TỔNG CỘNG", "100", "", ""),
)
FIELDS = {
    "ma": "12-2019",
    "ten": "Bộ tiêu chí mẫu năm 2019",
    "quyet-dinh": "Quyết định 12/QĐ-MAU",
    "nam": "2019",
    "cap": "province",
    "do-chac": "sample",
    "truoc": OLD,
}


def send(client: Client, content: bytes | None = None, name: str = "phu-luc.xlsx") -> Any:
    file = SimpleUploadedFile(name, xlsx(ROWS) if content is None else content)
    return client.post(reverse("version_import"), {"file": file})


def token(client: Client) -> str:
    return str(Page.of(send(client)).all("//input[@name='token']/@value")[0])


def match(client: Client, **fields: str) -> Any:
    return client.post(reverse("version_match"), {"token": token(client), **FIELDS, **fields})


def confirm(client: Client, **fields: str) -> Any:
    said = {"token": token(client), **FIELDS, "doi-chieu-voi": FIELDS["truoc"], **fields}
    return client.post(reverse("version_confirm"), said)


def stored() -> tuple[int, int]:
    return FrameworkVersion.objects.count(), LogEntry.objects.count()


def mapping_of(answer: Any) -> dict[str, tuple[str, str, str]]:
    """By the new criterion: what it continues, why, and whether its rule is kept."""
    page = Page.of(answer)
    values = page.all("//*[@aria-labelledby='mapping']//input/@value")
    rows = page.rows("//*[@aria-labelledby='mapping']//table")
    return {row[0].split()[0]: (value, row[3], row[4]) for row, value in zip(rows, values, strict=True)}


def test_every_version_is_listed_by_level_with_its_criteria_points_and_rounds(client: Client):
    open_2018()

    page = Page.of(client.get(reverse("versions")))

    rows = {row[0]: row[1:] for row in page.rows("//main//table") if len(row) > 1}
    named = next(cells for name, cells in rows.items() if "2948-2017" in name)
    assert named == ["2017", "25", "100,00", "80,00", "2018"]
    assert page.all("//tr[@class='area']/th/text()") == ["Tỉnh", "Sở, ban, ngành", "Cấp huyện", "Cấp xã"]


def test_a_version_shows_its_tree_with_rules_and_what_is_unlisted(client: Client):
    page = Page.of(client.get(reverse("version", args=[OLD])))

    rows = page.rows("//*[@aria-labelledby='tree']//table")
    assert page.heading == "Bộ tiêu chí cấp tỉnh năm 2017"
    assert rows[0][:2] == ["1. Chỉ đạo, điều hành cải cách hành chính", "10,00"]
    assert next(row for row in rows if row[0].startswith("5.7.1"))[1] == "0,50"
    assert next(row[1] for row in rows if row[0] == "Chưa liệt kê") == "6,00"


def test_an_edited_version_says_how_it_differs_from_the_one_before(client: Client):
    before = built_in_version("2948-2017", actor=SYSTEM)
    content = framework.export(actor=SYSTEM, version=before)
    store(SYSTEM, edited(content, cell("Tiêu chí", ("Mã tiêu chí", "5.7.1"), "Tên", "Công chức xã")))
    after = FrameworkVersion.objects.exclude(pk=before.pk).get()

    page = Page.of(client.get(reverse("version", args=[after.pk])))

    assert page.rows("//*[@aria-labelledby='differences']//table") == [
        ["5.7.1 Công chức xã", "đổi tên", "5.7.1 Công chức cấp xã đạt chuẩn", "0,50", "0,50"]
    ]


@pytest.mark.parametrize("content", [xlsx(ROWS), docx(ROWS)], ids=["xlsx", "docx"])
def test_a_table_is_shown_as_it_was_read_and_nothing_is_stored(client: Client, content: bytes):
    page = Page.of(send(client, content))

    rows = page.rows("//*[@aria-labelledby='rows']//table")
    assert [row[:2] for row in rows[:2]] == [
        ["1 Chỉ đạo, điều hành", "60,00"],
        ["1.1 Báo cáo định kỳ", "3,00"],
    ]
    assert page.all("//input[@name='ma']/@value") == ["12-2019"]
    assert stored() == (0, 0)


def test_codes_are_proposed_by_titles_and_say_why_and_which_rules_stay(client: Client):
    answer = match(client)

    assert mapping_of(answer) == {
        "1.1": ("1.2", "cùng tên (1.2, 90%)", "giữ"),
        "1.2": ("", "không thấy tiêu chí nào giống", "chưa có"),
        "2.1": ("5.7.1", "cùng tên (5.7.1, 90%)", "chưa có"),
        "2.2": ("", "không thấy tiêu chí nào giống", "chưa có"),
    }
    figures = Page.of(answer).all("//*[@class='kpi']/div[@class='value']/text()")
    assert figures == ["100,00", "1", "3", "23"]
    assert stored() == (0, 0)


def test_an_edited_mapping_is_reckoned_again(client: Client):
    answer = match(client, **{"doi-chieu-voi": OLD, "cu-1.1": "", "cu-2.1": "5.7.1, 5.5.2"})

    assert {code: line[0] for code, line in mapping_of(answer).items()} == {
        "1.1": "",
        "1.2": "",
        "2.1": "5.7.1, 5.5.2",
        "2.2": "",
    }
    assert Page.of(answer).all("//*[@class='kpi']/div[@class='value']/text()")[1] == "0"


def test_confirming_stores_a_version_that_continues_the_one_before(client: Client):
    answer = confirm(client, **{"cu-1.1": "1.2", "cu-2.1": "5.7.1"})

    version = FrameworkVersion.objects.get(code="12-2019")
    new = framework_of(version)
    rule = new.criterion("1.1")
    assert answer.headers["Location"] == reverse("version", args=[version.pk])
    assert (version.previous.code if version.previous else "", version.mapping) == (
        "2948-2017",
        {"1.1": ["1.2"], "2.1": ["5.7.1"]},
    )
    assert (rule.rule.kind if rule and rule.rule else "", new.is_sample) == ("deduction_per_event", True)
    assert version.source_name == "phu-luc.xlsx"
    assert LogEntry.objects.order_by("-number")[0].deed == "store_framework"


def test_a_new_version_may_continue_none(client: Client):
    confirm(client, truoc="", **{"doi-chieu-voi": ""})

    version = FrameworkVersion.objects.get()
    assert (version.code, version.previous, version.mapping) == ("12-2019", None, {})


def test_another_version_before_is_looked_at_before_it_is_stored(client: Client):
    answer = confirm(client, **{"doi-chieu-voi": ""})

    assert answer.status_code == 422
    assert Page.of(answer).text("//*[@role='alert']") == (
        "Phiên bản trước vừa đổi; hãy xem lại phần đối chiếu rồi lưu."
    )
    assert stored() == (0, 0)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"ma": "2948-2017"}, "Mã “2948-2017” đã có bộ tiêu chí khác dùng; hãy đặt mã khác."),
        (
            {"ten": " "},
            "Phải ghi tên bộ tiêu chí, quyết định ban hành và ít nhất một năm áp dụng.",
        ),
        (
            {"nam": "hai nghìn"},
            "Phải ghi tên bộ tiêu chí, quyết định ban hành và ít nhất một năm áp dụng.",
        ),
        ({"cap": "commune"}, "Phiên bản trước phải cùng cấp với phiên bản mới."),
        ({"cu-1.1": "9.9"}, "Tiêu chí 1.1: phiên bản trước không có mã “9.9”."),
    ],
    ids=["a code that is taken", "no title", "no year", "another level", "no such old code"],
)
def test_what_cannot_be_is_said_and_nothing_is_stored(client: Client, fields: dict[str, str], said: str):
    answer = confirm(client, **fields)

    assert (answer.status_code, stored()) == (422, (0, 0))
    assert said in Page.of(answer).all("//main//*[@role='alert']//li/text()")


@pytest.mark.parametrize("name", ["version_match", "version_confirm"])
@pytest.mark.parametrize("sent", ["", "x:y:z"])
def test_a_token_that_is_not_ours_stores_nothing(client: Client, name: str, sent: str):
    answer = client.post(reverse(name), {"token": sent, **FIELDS})

    assert (answer.status_code, stored()) == (422, (0, 0))
    assert Page.of(answer).text("//*[@role='alert']") == (
        "Bản xem trước đã cũ hoặc bị thay đổi; chưa lưu gì. Hãy tải tệp lên lại."
    )


def test_a_file_without_a_table_is_answered_in_a_sentence(client: Client):
    answer = send(client, xlsx((("Không", "có", "bảng"),)))

    assert (answer.status_code, stored()) == (422, (0, 0))
    assert Page.of(answer).text("//*[@role='alert']").endswith("Chưa lưu gì.")


def test_who_does_not_manage_rounds_reads_published_versions_and_imports_none():
    year = open_2018()
    scorer = Client()
    scorer.force_login(person(Role.SCORER))

    assert scorer.get(reverse("version_import")).status_code == 403
    assert scorer.get(reverse("version", args=[year.round.framework_id])).status_code == 404
    assert scorer.get(reverse("version", args=["co-san-mau-cap-xa"])).status_code == 200


@pytest.mark.parametrize("key", ["999", "co-san-khac", "x", "²"])
def test_a_version_that_is_not_there_is_not_found(client: Client, key: str):
    assert client.get(reverse("version", args=[key])).status_code == 404


def test_the_list_takes_few_queries(sample_years: None, client: Client):
    client.get(reverse("versions"))

    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("versions"))

    assert len(queries) <= 15
