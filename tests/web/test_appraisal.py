"""The appraisal page: one row beside what proves it, points with a comma, nothing typed is lost; and explanations."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from parindex.domain.facts import Award
from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import SheetRow
from parindex.services.sheets.moves import explain, finalise, publish
from tests.appraised_year import BODY, LATER, appraised_2018, entered_2018, give, prove, sent_2018, still_open
from tests.people import person
from tests.scoring_year import Year, acting
from tests.web.html import Page

pytestmark = pytest.mark.django_db

MOST = 15


@pytest.fixture
def year() -> Year:
    year = sent_2018()
    still_open(year)
    return year


@pytest.fixture
def appraiser() -> Client:
    return signed_in(Role.APPRAISER)


def signed_in(role: Role, agency: str = "26-so-noi-vu") -> Client:
    client = Client()
    client.force_login(person(role, agency))
    return client


def page_of(client: Client, year: Year, question: str = "", **headers: str) -> Page:
    answer = client.get(reverse("appraisal", args=[year.unit.pk]) + question, headers=headers)
    assert answer.status_code == 200
    return Page.of(answer)


def judged(client: Client, year: Year, criterion: str, **said: str) -> Any:
    row = year.row(criterion)
    return client.post(reverse("appraise", args=[year.unit.pk, row.pk]), {"body": BODY, **said})


def listed(page: Page) -> list[str]:
    return page.texts("//nav[contains(@class, 'appraisal-rows')]//a/span[1]")


def test_claim_computed_points_evidence_and_explanation_stand_on_one_screen(appraiser: Client, year: Year):
    prove(year, "5.7.1", "Thống kê văn bằng (mẫu)")

    page = page_of(appraiser, year, f"?dong={year.row('5.7.1').pk}")

    assert page.texts("//div[@class='kpi']/div[@class='value']") == ["0,50", "0,50", "0,25 lệch", "chưa có"]
    assert page.texts("//section[@aria-labelledby='computed']//li") == [
        "Tỷ lệ công chức cấp xã đạt chuẩn: 99,6%, thuộc mức từ 80% đến dưới 100%, được 0,25/0,50 điểm."
    ]
    assert [text for text in page.texts("//article//a") if "Thống kê văn bằng (mẫu)" in text] != []
    assert page.text("//section[@aria-labelledby='claim']//dt") == "Tỷ lệ công chức cấp xã đạt chuẩn"


def test_a_filter_stands_in_the_address_and_its_part_is_answered_alone(appraiser: Client, year: Year):
    whole = page_of(appraiser, year, "?loc=differs&linh-vuc=5")
    part = page_of(appraiser, year, "?loc=differs", **{"HX-Request": "true"})

    assert listed(whole) == ["5.7.1"]
    assert listed(part) == ["1.2", "3.2.1", "5.7.1", "7.2.2"]
    assert part.all("//h1") == []


def test_points_are_given_with_a_comma_and_lead_on_to_the_next_row(appraiser: Client, year: Year):
    following = year.row("7.2.2").pk

    answer = judged(
        appraiser, year, "5.7.1", points="0,25", reason="Còn ba công chức", loc="differs", dong=str(following)
    )

    row = year.row("5.7.1")
    assert answer.headers["Location"] == f"/tham-dinh/{year.unit.pk}/?loc=differs&dong={following}#row"
    assert (row.stage, row.current and row.current.awarded) == (Stage.APPRAISED, Decimal("0.25"))


def test_a_claim_is_kept_with_one_button(appraiser: Client, year: Year):
    judged(appraiser, year, "5.7.1", act="keep", points="", reason="")

    row = year.row("5.7.1")
    assert (row.stage, row.current and row.current.awarded) == (Stage.APPRAISED, Decimal("0.50"))


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ("một", "Điểm thẩm định phải là một con số, ví dụ 0,25; chưa lưu gì."),
        ("0,75", "Tiêu chí 5.7.1: điểm thẩm định phải từ 0 đến 0,50; chưa lưu gì."),
        ("0,25", "Phải nêu lý do (ít nhất 3 từ); chưa thay đổi gì."),
    ],
)
def test_what_was_typed_stays_where_it_cannot_be_kept(
    appraiser: Client, year: Year, points: str, sentence: str
):
    answer = judged(appraiser, year, "5.7.1", points=points, reason="Thiếu", loc="differs")

    page = Page.of(answer)
    assert (answer.status_code, page.text("//*[@role='alert']")) == (422, sentence)
    assert page.all("//input[@name='points']/@value") == [points]
    assert page.text("//textarea[@name='reason']") == "Thiếu"
    assert (listed(page), year.row("5.7.1").stage) == (["1.2", "3.2.1", "5.7.1", "7.2.2"], Stage.SENT)


def test_matching_rows_are_listed_before_they_are_accepted(appraiser: Client, year: Year):
    page = page_of(appraiser, year, "?xac-nhan=khop")
    rows = [str(value) for value in page.all("//input[@name='row']/@value")]
    answer = appraiser.post(reverse("keep_matching", args=[year.unit.pk]), {"row": rows, "body": BODY})

    assert rows == [str(year.row("5.5.2").pk)]
    assert (answer.status_code, year.row("5.5.2").stage) == (302, Stage.APPRAISED)


def test_what_proves_a_matching_row_is_said_and_rows_without_proof_are_named_with_the_reason(
    appraiser: Client,
):
    year = entered_2018(document="")
    bare = page_of(appraiser, year, "?xac-nhan=khop")
    prove(year, "5.7.1")
    proved = page_of(appraiser, year, "?xac-nhan=khop")

    assert bare.texts("//ul[contains(@class, 'matching')]/li") == [
        "5.7.1 Công chức cấp xã đạt chuẩn "
        "không có tài liệu đính kèm; có số liệu do cơ quan tự nhập, không ghi nguồn 0,50"
    ]
    assert bare.all("//input[@name='row']") == []
    assert proved.texts("//ul[contains(@class, 'matching')]//*[contains(@class, 'why')]") == [
        "1 tài liệu đính kèm"
    ]


def test_accepting_what_no_longer_matches_is_refused_in_words(appraiser: Client, year: Year):
    path = reverse("keep_matching", args=[year.unit.pk])

    answer = appraiser.post(path, {"row": [year.row("5.7.1").pk], "body": BODY})

    assert (answer.status_code, Page.of(answer).text("//*[@role='alert']")) == (
        422,
        "Các dòng đã thay đổi từ khi xem; chưa thay đổi gì. Hãy xem lại danh sách rồi xác nhận.",
    )


def test_who_reads_results_and_may_not_appraise_sees_no_form(client: Client, year: Year):
    page = page_of(client, year)

    assert page.all("//form[contains(@class, 'judge')]") == []
    assert client.post(reverse("appraise", args=[year.unit.pk, year.row("5.7.1").pk])).status_code == 403


def test_the_page_asks_no_more_however_many_rows_are_appraised(appraiser: Client, year: Year):
    few = asked(appraiser, reverse("appraisal", args=[year.unit.pk]))
    for row in SheetRow.objects.filter(sheet__unit=year.unit)[:12]:
        give(year, row.criterion, "0.00")
        prove(year, row.criterion)

    many = asked(appraiser, reverse("appraisal", args=[year.unit.pk]))

    assert (few <= MOST, many <= MOST) == (True, True), (few, many)


def asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize(
    "question", ["?dong=99999", "?dong=abc", "?dong=-1", "?loc=x&linh-vuc=99", "?dong=٣"]
)
def test_an_odd_address_still_answers(appraiser: Client, year: Year, question: str):
    assert page_of(appraiser, year, question).heading == "Thẩm định Tỉnh Vĩnh Phúc năm 2018"


def test_a_unit_that_is_not_there_is_not_found(appraiser: Client, year: Year):
    assert appraiser.get(reverse("appraisal", args=[year.unit.pk + 99])).status_code == 404


# ── Explanations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_agency_reads_what_was_lowered_and_raised_and_until_when_it_can_answer(year: Year):
    give(year, "5.7.1", "0.25", "Còn ba công chức")
    give(year, "5.5.2", "0.50", "Vụ việc thuộc năm trước")

    page = Page.of(signed_in(Role.HEAD).get(reverse("explanations", args=[year.sheet().pk])))

    assert page.texts("//section[contains(@id, 'dong-')]//h2") == [
        "5.7.1 Công chức cấp xã đạt chuẩn",
        "5.5.2 Kỷ luật, kỷ cương hành chính",
    ]
    assert page.texts("//section[contains(@id, 'dong-')]//*[contains(@class, 'chip')]") == [
        "lệch",
        "hạ −0,25",
        "nâng +0,25",
    ]
    assert len(page.all("//textarea[@name='text']")) == 1


def test_an_explanation_is_kept_and_the_row_waits_for_the_second_appraisal(appraiser: Client, year: Year):
    give(year, "5.7.1", "0.25", "Còn ba công chức")
    head, row = signed_in(Role.HEAD), year.row("5.7.1")

    answer = head.post(
        reverse("explain", args=[row.sheet_id, row.pk]), {"text": "Đã bổ sung văn bằng của ba người"}
    )
    seen = page_of(appraiser, year, "?loc=explained")
    judged(appraiser, year, "5.7.1", points="0,5", reason="")

    assert (answer.status_code, listed(seen)) == (302, ["5.7.1"])
    assert year.row("5.7.1").stage == Stage.FINAL


def test_an_explanation_too_short_is_refused_and_stays_in_the_form(year: Year):
    give(year, "5.7.1", "0.25", "Còn ba công chức")
    row = year.row("5.7.1")

    answer = signed_in(Role.HEAD).post(reverse("explain", args=[row.sheet_id, row.pk]), {"text": "Không"})

    page = Page.of(answer)
    assert (answer.status_code, page.text("//textarea[@name='text']"), row.stage) == (
        422,
        "Không",
        Stage.APPRAISED,
    )


def test_another_agencys_appraisal_is_not_found_and_cannot_be_answered(year: Year):
    give(year, "5.7.1", "0.25", "Còn ba công chức")
    row, stranger = year.row("5.7.1"), signed_in(Role.HEAD, "26-so-tu-phap")

    read = stranger.get(reverse("explanations", args=[row.sheet_id]))
    written = stranger.post(
        reverse("explain", args=[row.sheet_id, row.pk]), {"text": "Một lời giải trình lạ"}
    )

    assert (read.status_code, written.status_code, year.row("5.7.1").stage) == (404, 404, Stage.APPRAISED)


def answered(year: Year) -> Page:
    return Page.of(signed_in(Role.HEAD).get(reverse("explanations", args=[year.sheet().pk])))


def told(page: Page, year: Year, criterion: str) -> dict[str, str]:
    """What the card of a row says, by what is said."""
    at = f"//section[@id='dong-{year.row(criterion).pk}']//dl[contains(@class, 'told')]"
    return dict(zip(page.texts(f"{at}/dt"), page.texts(f"{at}/dd/div[1] | {at}/dd[not(div)]"), strict=True))


def test_after_its_publication_a_year_tells_what_was_explained_and_given_and_takes_no_answer():
    year = appraised_2018({"1.2": "1.75"}, reason="Chậm hai báo cáo năm")
    still_open(year)
    pk = year.row("1.2").pk
    explain(actor=acting(Role.HEAD), pk=pk, text="Đã gửi bổ sung một báo cáo", today=LATER)
    again = Award(points=Decimal("2.50"), reason="Một báo cáo đúng hạn", awarded_by=BODY)
    finalise(actor=acting(Role.APPRAISER), pk=pk, award=again, today=LATER)
    publish(actor=acting(Role.COORDINATOR), round_=year.round, today=LATER)
    year.round.refresh_from_db()

    page = answered(year)

    day = timezone.localtime(year.round.published_at)
    assert page.text("//p[@class='lead']") == (
        f"Kết quả năm 2018 đã công bố ngày {day.day}/{day.month}/{day.year}, không giải trình thêm được. "
        "Đã giải trình 1 dòng, thẩm định lại +0,75 điểm. Còn thấp hơn điểm tự chấm 0,50 điểm. Xem kết quả đã công bố"
    )
    assert told(page, year, "1.2") == {
        "Thẩm định lần đầu": "Chậm hai báo cáo năm",
        "Cơ quan đã giải trình": "Đã gửi bổ sung một báo cáo",
        "Thẩm định lần hai": "Một báo cáo đúng hạn",
    }
    assert page.all("//main//form") == []


def test_an_explanation_whose_points_all_came_back_is_still_told(year: Year):
    give(year, "5.7.1", "0.25", "Còn ba công chức")
    pk = year.row("5.7.1").pk
    explain(actor=acting(Role.HEAD), pk=pk, text="Đã bổ sung văn bằng", today=LATER)
    again = Award(points=Decimal("0.50"), reason="", awarded_by=BODY)
    finalise(actor=acting(Role.APPRAISER), pk=pk, award=again, today=LATER)

    page = answered(year)

    assert told(page, year, "5.7.1") == {
        "Thẩm định lần đầu": "Còn ba công chức",
        "Cơ quan đã giải trình": "Đã bổ sung văn bằng",
        "Thẩm định lần hai": f"0,50 · {BODY}",
    }


def test_days_are_counted_only_while_something_can_be_answered():
    year = appraised_2018({})
    still_open(year)

    assert answered(year).text("//p[@class='lead']") == "Không có dòng nào chờ giải trình."
