"""Sheets on pages: what is whose to do, one sheet with its filters, and who sees which."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone, Stage
from parindex.records.models import RoundMilestone, RowHelper, SheetRow, User
from parindex.services.actor import SYSTEM, Actor
from parindex.services.frameworks.storing import built_in_version
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round
from parindex.services.sheets.moves import explain, return_row, submit
from parindex.services.sheets.rows import RowEntry, save_row
from tests.appraised_year import LATER, give, sent_2018
from tests.people import person
from tests.scoring_year import Year, acting, agency, as_actor
from tests.web.evidence_year import HTMX, open_now, signed_in
from tests.web.html import Page

pytestmark = pytest.mark.django_db

MOST = 15
LEGAL = "26-so-tu-phap"


@pytest.fixture
def year() -> Year:
    return open_now()


def the_head() -> Actor:
    """The head of Sở Nội vụ, once a test."""
    user = User.objects.filter(email="head.26-so-noi-vu@tinh.example").first()
    return as_actor(user or person(Role.HEAD))


def fill(year: Year, criterion: str, claimed: str) -> None:
    entry = RowEntry(base=0, said={"claimed": Decimal(claimed)})
    save_row(actor=the_head(), pk=year.row(criterion).pk, entry=entry, today=timezone.localdate())


def codes_of(year: Year, agency_code: str = "26-so-noi-vu") -> list[str]:
    """The criteria on an agency's sheet, in their order."""
    rows = year.sheet(agency_code).rows.order_by("position")
    return list(rows.values_list("criterion", flat=True))


def sheet_path(year: Year, query: str = "") -> str:
    return reverse("sheet", args=[year.sheet().pk]) + query


def asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


# ── Where one begins ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.CONTRIBUTOR, "sheets"),
        (Role.SCORER, "sheets"),
        (Role.HEAD, "sheets"),
        (Role.COORDINATOR, "rounds"),
        (Role.APPRAISER, "rounds"),
        (Role.LEADER, "overview"),
        (Role.ADMINISTRATOR, "overview"),
    ],
)
def test_work_begins_at_the_sheets_at_the_rounds_or_at_the_overview(db: None, role: Role, place: str):
    answer = signed_in(role).get(reverse("start"))

    assert (answer.status_code, answer.headers["Location"]) == (302, reverse(place))


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_scorer_sees_what_their_sheet_lacks_and_opens_it_with_one_click(year: Year):
    fill(year, "5.7.1", "0.25")
    rows = len(codes_of(year))

    page = Page.of(signed_in(Role.SCORER).get(reverse("sheets")))

    assert page.text("//p[@class='lead']") == f"Còn {rows - 1} tiêu chí chưa điền."
    assert page.texts("//section//*[@class='figures']/span") == [
        f"1/{rows} tiêu chí đã điền",
        "0,25 / 9,50 điểm tự chấm",
    ]
    assert page.all("//section//a[contains(@class, 'primary')]/@href") == [sheet_path(year, "?loc=thieu")]


def test_a_returned_row_stands_on_top_with_its_reason_and_leads_to_the_row(year: Year):
    fill(year, "5.7.1", "0.25")
    today = timezone.localdate()
    submit(actor=the_head(), sheet=year.sheet(), today=today)
    row = year.row("5.7.1")
    return_row(actor=acting(Role.COORDINATOR), pk=row.pk, reason="Số liệu chưa khớp báo cáo", today=today)

    page = Page.of(signed_in(Role.SCORER).get(reverse("sheets")))

    assert page.texts("//ul[contains(@class, 'returned-list')]/li") == [
        "5.7.1 bị trả lạiSố liệu chưa khớp báo cáo"
    ]
    assert page.all("//ul[contains(@class, 'returned-list')]//a/@href") == [
        sheet_path(year, f"?dong={row.pk}")
    ]


def test_after_the_last_day_the_list_says_since_when_a_sheet_is_locked(year: Year):
    past = timezone.localdate() - timedelta(days=3)
    RoundMilestone.objects.filter(milestone=Milestone.SELF_SCORE).update(last_date=past)

    page = Page.of(signed_in(Role.SCORER).get(reverse("sheets")))

    assert page.texts("//section//*[contains(@class, 'lost')]") == ["đã khóa 3 ngày"]
    assert page.text("//p[@class='lead']") == "Không còn việc nào phải làm trên các phiếu này."


def explaining(year: Year, last: date) -> None:
    """5.7.1 and 1.2 were lowered, of which 1.2 is explained already; the day on which explaining closes."""
    give(year, "5.7.1", "0.25", "Còn ba công chức")
    give(year, "1.2", "1.75", "Chậm hai báo cáo năm")
    give(year, "5.5.2", "0.50", "Vụ việc thuộc năm trước")
    explain(actor=the_head(), pk=year.row("1.2").pk, text="Đã gửi hai báo cáo", today=LATER)
    RoundMilestone.objects.filter(milestone=Milestone.EXPLANATION).update(last_date=last)


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD])
def test_rows_that_were_lowered_wait_on_top_for_their_agencys_explanation(db: None, role: Role):
    year = sent_2018()
    explaining(year, timezone.localdate() + timedelta(days=5))

    page = Page.of(signed_in(role).get(reverse("sheets")))

    place = reverse("explanations", args=[year.sheet().pk])
    assert page.text("//p[@class='lead']") == "1 dòng bị hạ điểm chờ giải trình, còn 5 ngày."
    assert page.all("//p[@class='lead']//a/@href") == [place]
    assert page.all("//section//a[contains(@class, 'primary')]/@href") == [place]


@pytest.mark.parametrize(
    ("role", "days", "lead"),
    [
        (Role.SCORER, 0, "1 dòng bị hạ điểm chờ giải trình, hôm nay là hạn cuối."),
        (Role.SCORER, -1, "Không còn việc nào phải làm trên các phiếu này."),
    ],
)
def test_nothing_waits_for_an_explanation_that_comes_too_late(db: None, role: Role, days: int, lead: str):
    explaining(sent_2018(), timezone.localdate() + timedelta(days=days))

    page = Page.of(signed_in(role).get(reverse("sheets")))

    assert page.text("//p[@class='lead']") == lead


def test_who_cannot_answer_for_a_sheet_is_not_asked_to(db: None):
    year = sent_2018()
    explaining(year, timezone.localdate() + timedelta(days=5))
    RowHelper.objects.create(row=year.row("5.7.1"), agency=year.sheet("26-so-tu-phap").agency)

    page = Page.of(signed_in(Role.CONTRIBUTOR, "26-so-tu-phap").get(reverse("sheets")))

    assert page.all("//a[contains(@href, 'giai-trinh')]") == []


def test_without_a_sheet_the_list_says_what_will_come(db: None):
    page = Page.of(signed_in(Role.SCORER).get(reverse("sheets")))

    assert page.heading == "Chưa có phiếu chấm điểm nào"


def test_the_coordinator_sees_every_sheet_and_narrows_the_list(year: Year):
    client = signed_in(Role.COORDINATOR)

    whole = Page.of(client.get(reverse("sheets")))
    found = Page.of(client.get(reverse("sheets"), {"q": "van phong"}, headers=HTMX))

    of_snv, of_vp, of_tttt = (
        len(codes_of(year, code))
        for code in ("26-so-noi-vu", "26-van-phong-ubnd-tinh", "26-so-thong-tin-va-truyen-thong")
    )
    listed = {
        row[0]: row[1] for row in whole.rows() if len(row) > 1 and not row[0].startswith("Sở Tài chính")
    }
    assert listed == {
        "Sở Nội vụTỉnh Vĩnh Phúc · lĩnh vực 1, 4, 5": f"0/{of_snv}",
        "Văn phòng UBND tỉnhTỉnh Vĩnh Phúc · lĩnh vực 3, 8": f"0/{of_vp}",
        "Sở Thông tin và Truyền thôngTỉnh Vĩnh Phúc · lĩnh vực 7": f"0/{of_tttt}",
    }
    assert [row[0] for row in found.rows() if len(row) > 1] == [
        "Văn phòng UBND tỉnhTỉnh Vĩnh Phúc · lĩnh vực 3, 8"
    ]
    assert found.all("//h1") == []


def test_a_stage_that_no_row_has_leaves_an_empty_list(year: Year):
    page = Page.of(signed_in(Role.COORDINATOR).get(reverse("sheets"), {"trang-thai": "sent"}, headers=HTMX))

    assert page.texts("//h2") == ["Không có phiếu nào"]


def test_137_communes_ask_no_more_than_one(year: Year):
    client = signed_in(Role.COORDINATOR)
    few = asked(client, reverse("sheets"))
    open_communes(137)

    many = asked(client, reverse("sheets"))

    assert (many, many <= MOST) == (few, True)


def open_communes(count: int) -> None:
    version = built_in_version("mau-cap-xa", actor=SYSTEM)
    units = [agency(f"26-xa-{n}", f"UBND xã số {n}", "commune") for n in range(count)]
    open_sheets(actor=SYSTEM, round_=open_round(actor=SYSTEM, year=2018, framework=version, units=units))


# ── One sheet ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sheet_says_how_full_it_is_and_what_its_rows_claim_and_compute(year: Year):
    fill(year, "5.7.1", "0.25")

    page = Page.of(signed_in(Role.SCORER).get(sheet_path(year)))

    assert page.heading == "Sở Nội vụ"
    assert page.texts("//section[@id='sheet-head']//*[@class='kpi']/*[@class='value']") == [
        "0,25 / 9,50",
        "0,00",
        "còn 30 ngày",
    ]
    assert [row[:3] for row in page.rows() if row[0].startswith("5.7.1")] == [
        ["5.7.1 Công chức cấp xã đạt chuẩn", "0,25", "–"]
    ]


@pytest.mark.parametrize("wanted", ["", "thieu", "lech", "tra-lai", "hoi"])
def test_a_filter_leaves_the_rows_it_names(year: Year, wanted: str):
    fill(year, "5.7.1", "0.25")
    every = codes_of(year)
    left = {"": every, "thieu": [code for code in every if code != "5.7.1"]}

    answer = signed_in(Role.SCORER).get(sheet_path(year, f"?loc={wanted}"))

    shown = Page.of(answer).texts("//table//tbody/tr[not(@class)]/th//*[contains(@class, 'num')]")
    assert shown == left.get(wanted, [])


def test_a_claim_that_is_not_what_the_rule_gives_is_marked_with_a_sign_and_in_words(year: Year):
    client = signed_in(Role.SCORER)
    row = year.row("5.7.1")
    client.post(reverse("row_save", args=[row.pk]), {"base": "0", "claimed": "0,50", "f0-value": "99,6%"})

    page = Page.of(client.get(sheet_path(year, "?loc=lech")))

    assert page.rows()[1][:3] == [
        "5.7.1 Công chức cấp xã đạt chuẩn",
        "0,50",
        "0,25 ≠ khác điểm tự chấm",
    ]


def test_the_open_row_can_be_linked_and_is_answered_alone_for_the_panel(year: Year):
    client, row = signed_in(Role.SCORER), year.row("5.7.1")
    path = sheet_path(year, f"?dong={row.pk}")

    whole = Page.of(client.get(path))
    part = Page.of(client.get(path, headers={**HTMX, "HX-Target": "row-panel"}))
    rows = Page.of(client.get(path, headers={**HTMX, "HX-Target": "sheet-rows"}))

    assert whole.texts("//aside//h2") == part.texts("//h2") == ["5.7.1 Công chức cấp xã đạt chuẩn"]
    assert whole.all("//tr[@aria-current]/@id") == [f"row-{row.pk}"]
    assert (part.all("//h1"), rows.all("//form[@data-autosave]")) == ([], [])


def test_the_address_of_a_row_leads_to_its_sheet(year: Year):
    row = year.row("5.7.1")

    answer = signed_in(Role.SCORER).get(reverse("row", args=[row.pk]))

    assert answer.headers["Location"] == sheet_path(year, f"?dong={row.pk}")


@pytest.mark.parametrize("query", ["?dong=0", "?dong=abc", "?dong=999999"])
def test_a_row_that_is_not_on_the_sheet_is_not_found(year: Year, query: str):
    assert signed_in(Role.SCORER).get(sheet_path(year, query)).status_code == 404


@pytest.mark.parametrize(
    ("role", "code", "status"),
    [
        (Role.SCORER, "26-so-noi-vu", 200),
        (Role.COORDINATOR, "26-so-noi-vu", 200),
        (Role.AUDITOR, "26", 200),
        (Role.SCORER, LEGAL, 404),
        (Role.CONTRIBUTOR, LEGAL, 404),
        (Role.ADMINISTRATOR, "26-so-noi-vu", 403),
    ],
)
def test_a_sheet_opens_to_its_agency_and_to_those_who_see_all(year: Year, role: Role, code: str, status: int):
    client, row = signed_in(role, code), year.row("5.7.1")
    paths = [sheet_path(year), reverse("row", args=[row.pk]), reverse("row_history", args=[row.pk])]

    assert [client.get(path, follow=True).status_code for path in paths] == [status] * 3


def test_an_agency_that_was_asked_to_help_sees_the_rows_it_helps_with_and_no_others(year: Year):
    client = signed_in(Role.CONTRIBUTOR, LEGAL)
    RowHelper.objects.create(row=year.row("5.7.1"), agency=agency(LEGAL, "Sở Tư pháp"))

    page = Page.of(client.get(sheet_path(year)))

    assert [row[0][:5] for row in page.rows() if len(row) > 1] == ["5.7.1"]
    assert client.get(sheet_path(year, f"?dong={year.row('1.2').pk}")).status_code == 404


def test_a_reader_who_does_not_write_sees_no_fields(year: Year):
    page = Page.of(signed_in(Role.COORDINATOR).get(sheet_path(year, f"?dong={year.row('5.7.1').pk}")))

    assert page.all("//aside//*[@name='claimed'] | //aside//form[@data-autosave]") == []
    assert page.texts("//aside//dt") == [
        "Tỷ lệ công chức cấp xã đạt chuẩn",
        "Điểm tự chấm",
        "Giải trình",
    ]


def test_a_sheet_with_the_rows_of_all_agencies_asks_no_more_than_its_own(year: Year):
    client = signed_in(Role.SCORER)
    few = asked(client, sheet_path(year, f"?dong={year.row('5.7.1').pk}"))
    codes = [row.criterion for row in SheetRow.objects.exclude(sheet=year.sheet())]
    SheetRow.objects.exclude(sheet=year.sheet()).delete()
    SheetRow.objects.bulk_create(
        SheetRow(sheet=year.sheet(), criterion=code, position=100 + place, stage=Stage.DRAFT)
        for place, code in enumerate(codes)
    )

    many = asked(client, sheet_path(year, f"?dong={year.row('5.7.1').pk}"))

    assert (many, many <= MOST) == (few, True)
