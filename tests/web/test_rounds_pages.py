"""Rounds on pages: all years, one year with its units, opening a year; each reader sees what is theirs."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from parindex.domain.rights import Role
from parindex.records.models import AssessmentRound, LogEntry, SheetRow
from parindex.services.actor import SYSTEM
from parindex.services.sheets.questions import answer, ask
from tests.people import person
from tests.web.html import Page, words

pytestmark = pytest.mark.usefixtures("sample_years")

MOST = 15
DAYS = {
    "self_score": "2019-12-15",
    "review": "2019-12-20",
    "consolidation": "2019-12-25",
    "sending": "2019-12-31",
    "explanation": "2020-03-15",
    "second_appraisal": "2020-04-15",
}


def signed_in(role: Role, agency: str) -> Client:
    client = Client()
    client.force_login(person(role, agency))
    return client


def round_of(level: str, year: int = 2018) -> AssessmentRound:
    return AssessmentRound.objects.get(level=level, year=year)


def shown(client: Client, path: str) -> Page:
    response = client.get(path)
    assert response.status_code == 200, path
    return Page.of(response)


def page_of(client: Client, level: str, question: str = "", year: int = 2018) -> Page:
    return shown(client, reverse("round", args=[round_of(level, year).pk]) + question)


# ── All rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rounds_stand_by_year_and_from_the_province_down(client: Client):
    page = shown(client, "/ky-danh-gia/")

    assert page.texts("//section[@class='round-year']/h2") == ["Năm 2018", "Năm 2017"]
    assert page.texts("//h3/a") == [
        *("Tỉnh", "Sở, ban, ngành", "Cấp huyện", "Cấp xã"),
        *("Tỉnh", "Sở, ban, ngành", "Cấp huyện"),
    ]


def test_a_scorer_counts_the_rows_of_their_own_agency_only():
    page = shown(signed_in(Role.SCORER, "26-so-noi-vu"), "/ky-danh-gia/")

    assert page.texts("//article[.//h3/a='Tỉnh']//span[@class='chips']")[0] == "6 đang soạn"
    assert page.texts("//article[.//h3/a='Cấp xã']/p[3]") == ["Không có dòng nào được giao cho anh/chị."]
    assert page.all("//a[@href='/ky-danh-gia/mo/']") == []


def waiting(client: Client) -> list[tuple[str, str]]:
    """What waits, with where it leads."""
    return [
        (words(link.text_content()), link.get("href"))
        for link in shown(client, "/ky-danh-gia/").all("//section[@aria-labelledby='waiting']//dd//a")
    ]


def stand(level: str, stage: str, *units: str) -> None:
    """Let all rows of a running round stand at a stage, or those of some units."""
    rows = SheetRow.objects.filter(sheet__unit__round=round_of(level))
    (rows.filter(sheet__unit__agency__code__in=units) if units else rows).update(stage=stage)


def test_what_waits_for_the_coordinator_stands_first_and_leads_to_where_it_is_done(client: Client):
    stand("province", "submitted")
    stand("district", "accepted", "243", "244")
    stand("commune", "final")

    unit, communes = round_of("province").units.get(), round_of("commune")
    assert waiting(client) == [
        ("17 dòng chờ nhận", f"/tong-hop/{unit.pk}/?xem=submitted"),
        ("2 đơn vị chờ tổng hợp", f"/ky-danh-gia/{round_of('district').pk}/?trang-thai=accepted"),
        ("thẩm định xong, chờ công bố", f"/ket-qua/cong-bo/{communes.pk}/"),
    ]


def test_what_waits_for_the_appraiser_is_what_was_sent_and_what_was_explained():
    appraiser = signed_in(Role.APPRAISER, "26-so-noi-vu")
    stand("province", "sent")
    stand("district", "explained", "243")
    stand("commune", "submitted")

    province = round_of("province").units.get()
    district = round_of("district").units.get(agency__code="243")
    assert waiting(appraiser) == [
        ("17 dòng chờ thẩm định", f"/tham-dinh/{province.pk}/"),
        ("40 dòng đã giải trình, chờ thẩm định lại", f"/tham-dinh/{district.pk}/"),
    ]


def test_open_questions_lead_to_the_units_that_were_asked(client: Client):
    asked_units = round_of("district").units.filter(agency__code__in=["243", "244"]).order_by("pk")
    for unit in asked_units:
        ask(
            actor=SYSTEM,
            pk=SheetRow.objects.filter(sheet__unit=unit)[0].pk,
            text="Số liệu tính đến ngày nào?",
        )
    answered = SheetRow.objects.filter(sheet__unit=asked_units[0])[1].pk
    answer(actor=SYSTEM, pk=ask(actor=SYSTEM, pk=answered, text="Còn gì nữa không?").pk, text="Không còn gì")

    leads = [(unit.name, f"/tong-hop/{unit.pk}/?xem=questions") for unit in asked_units]
    assert waiting(client) == [
        ("2 câu hỏi chưa được trả lời", f"/ky-danh-gia/{round_of('district').pk}/"),
        *leads,
    ]


@pytest.mark.parametrize(
    ("role", "said"), [(Role.COORDINATOR, ["Hiện không có việc nào."]), (Role.LEADER, []), (Role.SCORER, [])]
)
def test_nothing_waits_for_those_who_move_nothing_on(role: Role, said: list[str]):
    page = shown(signed_in(role, "26-so-noi-vu"), "/ky-danh-gia/")

    assert page.texts("//section[@aria-labelledby='waiting']/p") == said


# ── One round ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_province_shows_each_lead_agencys_sheet_under_its_unit(client: Client):
    rows = page_of(client, "province").rows()

    assert [row[0] for row in rows] == [
        "Tỉnh Vĩnh Phúc Tổng hợp · Thẩm định · Trách nhiệm",
        "Sở Nội vụ lĩnh vực 1, 4, 5",
        "Sở Tư pháp lĩnh vực 2",
        "Văn phòng UBND tỉnh lĩnh vực 3, 8",
        "Sở Tài chính lĩnh vực 6",
        "Sở Thông tin và Truyền thông lĩnh vực 7",
    ]
    assert [row[0] for row in rows if "bộ tiêu chí chưa liệt kê tiêu chí nào để tự chấm" in row] == [
        "Sở Tư pháp lĩnh vực 2",
        "Sở Tài chính lĩnh vực 6",
    ]


def test_137_communes_ask_as_often_as_one_province(client: Client):
    few = asked(client, reverse("round", args=[round_of("province").pk]))
    many = asked(client, reverse("round", args=[round_of("commune").pk]))

    assert (many, many <= MOST) == (few, True)


def test_the_list_of_rounds_asks_at_most_fifteen_times(client: Client):
    assert asked(client, "/ky-danh-gia/") <= MOST


def asked(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_a_unit_is_found_without_diacritics(client: Client):
    rows = page_of(client, "district", "?q=tam dao").rows()

    assert [row[0] for row in rows] == ["UBND huyện Tam Đảo Tổng hợp · Thẩm định · Trách nhiệm"]


def test_units_are_narrowed_to_those_that_have_not_handed_in(client: Client):
    SheetRow.objects.filter(sheet__agency__code="243").update(stage="submitted")

    page = page_of(client, "district", "?trang-thai=waiting")

    names = page.texts("//tbody//th/a")
    assert (len(names), "UBND thành phố Vĩnh Yên" in names) == (8, False)


def test_a_scorer_sees_the_figures_of_their_own_sheet_and_no_others(client: Client):
    rows = page_of(signed_in(Role.SCORER, "26-so-noi-vu"), "province").rows()

    assert [row[1:] for row in rows[1:]] == [
        ["6 đang soạn", "0/6", "", "0,00/9,50", ""],
        ["không xem được"],
        ["không xem được"],
        ["không xem được"],
        ["không xem được"],
    ]


@pytest.mark.parametrize(("role", "steps"), [(Role.LEADER, 3), (Role.HEAD, 0)])
@pytest.mark.parametrize("level", ["province", "district"])
def test_a_unit_leads_to_its_gathering_appraisal_and_owners_for_those_who_may_read_results(
    level: str, role: Role, steps: int
):
    unit = round_of(level).units.order_by("agency__position").first()
    assert unit

    page = page_of(signed_in(role, "26-so-y-te"), level)

    leads = [reverse(name, args=[unit.pk]) for name in ("consolidation", "appraisal", "owners")]
    assert [link for link in page.all("//tbody//a/@href") if link in leads] == leads[:steps]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.APPRAISER, Role.LEADER, Role.AUDITOR])
def test_those_who_may_read_results_see_every_units_figures(role: Role):
    page = page_of(signed_in(role, "26-so-y-te"), "province")

    assert page.texts("//td[.='không xem được']") == []


def test_after_the_last_day_rows_that_were_not_handed_in_are_shown_as_locked(client: Client):
    row = round_of("province")
    row.milestones.filter(milestone="self_score").update(last_date=date(2018, 1, 1))
    SheetRow.objects.filter(sheet__unit__round=row, criterion="1.2").update(open_until=date(2999, 1, 1))
    SheetRow.objects.filter(sheet__unit__round=row, criterion="5.7.1").update(stage="submitted")

    rows = page_of(client, "province").rows()

    assert rows[1][-1] == "4 dòng khóa1 dòng mở lại"


def test_milestones_are_drawn_in_their_order_with_today_among_them(client: Client):
    row = round_of("province")
    row.milestones.filter(milestone="self_score").update(last_date=date(2018, 1, 1))

    page = page_of(client, "province")

    assert page.texts("//ol[contains(@class,'timeline')]/li/strong") == [
        *("Tự chấm điểm", "Hôm nay", "Rà soát", "Tổng hợp", "Trình báo cáo", "Giải trình", "Thẩm định lại")
    ]


def test_a_round_that_is_not_there_is_not_found(client: Client):
    assert client.get(reverse("round", args=[999_999])).status_code == 404


# ── Milestones ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_changed_milestones_are_kept_and_what_they_were_is_in_the_log(client: Client):
    row = round_of("province")
    response = client.post(reverse("round_milestones", args=[row.pk]), DAYS)

    assert response.headers["Location"] == reverse("round", args=[row.pk])
    assert row.milestones.get(milestone="review").last_date == date(2019, 12, 20)
    assert LogEntry.objects.get(deed="set_milestones").detail["after"] == DAYS


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            {"review": "2019-12-01"},
            "Mốc “Rà soát” (1/12/2019) không được trước mốc “Tự chấm điểm” (15/12/2019); chưa lưu gì. "
            "Hãy sửa một trong hai ngày.",
        ),
        ({"review": "hôm nào đó"}, "Mốc “Rà soát” chưa có ngày; chưa lưu gì. Hãy ghi đủ sáu mốc."),
    ],
)
def test_milestones_that_cannot_be_stay_in_the_form_with_the_reason(
    client: Client, change: dict[str, str], sentence: str
):
    row = round_of("province")
    before = list(row.milestones.values_list("milestone", "last_date"))

    response = client.post(reverse("round_milestones", args=[row.pk]), DAYS | change)

    page = Page.of(response)
    assert (response.status_code, page.text("//*[@role='alert']")) == (422, sentence)
    assert page.all("//input[@name='review']/@value") == list(change.values())
    assert list(row.milestones.values_list("milestone", "last_date")) == before


def test_the_milestones_of_a_published_round_are_shown_and_not_changed(client: Client):
    row = round_of("district", 2017)
    before = list(row.milestones.values_list("milestone", "last_date"))

    response = client.post(reverse("round_milestones", args=[row.pk]), DAYS)

    assert response.status_code == 422
    assert list(row.milestones.values_list("milestone", "last_date")) == before
    assert page_of(client, "district", year=2017).all("//input[@type='date']") == []


# ── Opening a year ───────────────────────────────────────────────────────────────────────────────────────────────────


def filled(client: Client, question: str) -> dict[str, Any]:
    """What the form would send as it is proposed."""
    page = shown(client, f"/ky-danh-gia/mo/{question}")
    form = "//form[@method='post' and @action='/ky-danh-gia/mo/']"
    said: dict[str, Any] = {
        one.get("name"): one.get("value")
        for one in page.all(f"{form}//input[@type='hidden' or @type='date']")
    }
    said |= {
        one.get("name"): (one.xpath("option[@selected]/@value") or [""])[0]
        for one in page.all(f"{form}//select")
    }
    return said | {"don-vi": [str(value) for value in page.all(f"{form}//input[@name='don-vi']/@value")]}


def test_one_click_opens_the_proposed_year_of_the_province(client: Client):
    response = client.post("/ky-danh-gia/mo/", filled(client, "?cap=province&nam=2019"))

    row = round_of("province", 2019)
    assert response.headers["Location"] == reverse("round", args=[row.pk])
    assert dict(row.milestones.values_list("milestone", "last_date")) == {
        name: date.fromisoformat(day) for name, day in DAYS.items()
    }
    assert SheetRow.objects.filter(sheet__unit__round=row).count() == 17


def test_some_units_may_be_left_out(client: Client):
    said = filled(client, "?cap=district&nam=2019")
    said["don-vi"] = said["don-vi"][:2]

    client.post("/ky-danh-gia/mo/", said)

    names = round_of("district", 2019).units.values_list("name", flat=True)
    assert list(names) == ["UBND thành phố Vĩnh Yên", "UBND thành phố Phúc Yên"]


def test_a_form_that_cannot_be_keeps_what_was_chosen_and_opens_nothing(client: Client):
    said = filled(client, "?cap=province&nam=2019") | {"review": "2019-01-01", "linh-vuc-6": ""}

    response = client.post("/ky-danh-gia/mo/", said)

    page = Page.of(response)
    assert (response.status_code, page.text("//*[@role='alert']")) == (
        422,
        "Chưa chọn cơ quan chấm điểm lĩnh vực 6; chưa mở kỳ đánh giá.",
    )
    assert page.all("//input[@name='review']/@value") == ["2019-01-01"]
    assert page.texts("//select[@name='linh-vuc-1']/option[@selected]") == ["Sở Nội vụ"]
    assert page.texts("//select[@name='linh-vuc-6']/option[@selected]") == []
    assert AssessmentRound.objects.filter(year=2019).count() == 0


def test_a_year_that_is_open_already_leads_to_its_round(client: Client):
    page = shown(client, "/ky-danh-gia/mo/?cap=district&nam=2018")

    links = page.all("//div[contains(@class,'notice')]/a/@href")
    assert links == [reverse("round", args=[round_of("district").pk])]
    assert page.all("//main//form[@method='post']") == []


def test_a_day_on_which_a_level_has_no_units_says_so(client: Client):
    page = shown(client, "/ky-danh-gia/mo/?cap=district&nam=2025")

    assert page.text("//div[@class='blank']/p[1]") == (
        "Danh mục cơ quan không có đơn vị cấp “Cấp huyện” nào vào ngày 31/12/2025. Hãy chọn năm hoặc cấp khác."
    )


def test_a_framework_says_what_it_leaves_open_before_it_is_chosen(client: Client):
    page = shown(client, "/ky-danh-gia/mo/?cap=province&nam=2019")

    assert page.text("//section[@aria-labelledby='which']/p") == (
        "25 tiêu chí, 17 tự chấm · 80,00/100,00 điểm chưa liệt kê nên chưa chấm được · dùng cho năm 2017"
    )


@pytest.mark.parametrize(
    "question", ["?cap=x&nam=x&bo=x", "?nam=99999999999999999999", "?nam=-1", "?nam=%C2%B2"]
)
def test_odd_questions_have_the_form_for_an_answer(client: Client, question: str):
    assert client.get(f"/ky-danh-gia/mo/{question}").status_code == 200


@pytest.mark.parametrize("level", ["province", "commune"])
def test_the_form_asks_at_most_fifteen_times(client: Client, level: str):
    assert asked(client, f"/ky-danh-gia/mo/?cap={level}&nam=2019") <= MOST


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_nobody_but_the_coordinator_opens_a_year_or_moves_a_milestone(role: Role):
    client = signed_in(role, "26-so-noi-vu")
    paths = ["/ky-danh-gia/mo/", reverse("round_milestones", args=[round_of("province").pk])]

    assert [client.post(path, DAYS).status_code for path in paths] == [403, 403]


# ── Many units at once ───────────────────────────────────────────────────────────────────────────────────────────────


def many_form(page: Page, move: str) -> dict[str, Any]:
    """What the form of a move on many units would send."""
    form = f"//form[.//input[@name='viec'][@value='{move}']]"
    return {"viec": move, "don-vi": page.all(f"{form}//input[@name='don-vi']/@value")}


def test_all_districts_are_accepted_consolidated_and_sent_with_three_clicks(client: Client):
    row = round_of("district")
    SheetRow.objects.filter(sheet__unit__round=row).update(stage="submitted")
    path = reverse("round_units", args=[row.pk])

    for move in ("accept", "consolidate", "send"):
        answer = client.post(path, many_form(page_of(client, "district"), move))
        assert (answer.status_code, answer.headers["Location"]) == (302, reverse("round", args=[row.pk]))

    page = page_of(client, "district")
    assert page.texts("//div[contains(@class,'notice')]") == ["Đã trình 360 dòng của 9 đơn vị."]
    assert page.all("//details[@class='many-units']") == []


def test_an_act_takes_on_only_the_units_that_the_filter_leaves(client: Client):
    SheetRow.objects.filter(sheet__unit__round=round_of("district")).update(stage="submitted")

    page = page_of(client, "district", "?q=tam dao")

    assert page.texts("//details[@class='many-units']/summary") == ["Nhận 40 dòng của 1 đơn vị"]


def test_the_page_says_which_units_were_refused_and_why(client: Client):
    row = round_of("district")
    SheetRow.objects.filter(sheet__unit__round=row, sheet__agency__code="243").update(stage="submitted")
    both = [str(unit.pk) for unit in row.units.filter(agency__code__in=["243", "244"])]

    answer = client.post(reverse("round_units", args=[row.pk]), {"viec": "accept", "don-vi": both})

    page = Page.of(answer)
    assert answer.status_code == 422
    assert page.texts("//*[@role='alert']/*") == [
        "Đã nhận 40 dòng của 1 đơn vị. 1 đơn vị chưa làm được:",
        "Chưa chọn dòng nào đang chờ nhận; chưa thay đổi gì. UBND thành phố Phúc Yên",
    ]


@pytest.mark.parametrize("said", [{}, {"viec": "x"}, {"viec": "accept", "don-vi": ["x", "9" * 18]}])
def test_odd_forms_take_no_unit_on(client: Client, said: dict[str, Any]):
    path = reverse("round_units", args=[round_of("district").pk])

    assert client.post(path, said).status_code == 422


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_nobody_but_the_coordinator_takes_units_on(role: Role):
    path = reverse("round_units", args=[round_of("district").pk])

    assert signed_in(role, "26-so-noi-vu").post(path, {"viec": "accept"}).status_code == 403
