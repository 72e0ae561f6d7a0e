"""A row's form: what is saved, what is refused and kept in the fields, and what two people see who write at once."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from parindex.domain.facts import Fact
from parindex.domain.rights import Role
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.workflow import Milestone
from parindex.records.models import RoundFact, RoundMilestone, RowVersion, SheetRow
from parindex.records.queries.rounds import fact_book
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import framework_of
from parindex.services.rounds.facts import store_facts
from tests.scoring_year import Year
from tests.web.evidence_year import HTMX, open_now, signed_in
from tests.web.html import Page

pytestmark = pytest.mark.django_db

SHARE = "qualified_commune_officials"
FORM = ".//form[@data-autosave]"


@pytest.fixture
def year() -> Year:
    return open_now()


@pytest.fixture
def scorer(year: Year) -> Client:
    return signed_in(Role.SCORER)


def form_of(client: Client, row: SheetRow) -> dict[str, str]:
    """A row's form as a browser would send it back, nothing touched."""
    path = f"{reverse('sheet', args=[row.sheet_id])}?dong={row.pk}"
    form = Page.of(client.get(path)).all(f"//body{FORM[1:]}")[0]
    return {name: text or "" for name, text in form.form_values()}


def save(client: Client, row: SheetRow, **fields: str) -> Any:
    """Send a row's form with some fields changed, as the script does."""
    return send(client, row, {**form_of(client, row), **fields})


def save_plainly(client: Client, row: SheetRow, **fields: str) -> Any:
    """The same, as a browser without the script does."""
    return send(client, row, {**form_of(client, row), **fields}, part=False)


def send(client: Client, row: SheetRow, form: dict[str, str], *, part: bool = True) -> Any:
    return client.post(reverse("row_save", args=[row.pk]), form, headers=HTMX if part else {})


def know(year: Year, share: Fraction) -> None:
    """The system knows the fact from a report of the ministry."""
    source = LegalReference(document="Báo cáo 01/BC-BNV")
    fact = Fact(code=SHARE, value=share, reference=source, certainty=Certainty.OFFICIAL)
    framework = framework_of(year.round.framework)
    store_facts(actor=SYSTEM, unit=year.unit, framework=framework, facts=[fact])


# ── Saving ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_plain_form_saves_fact_and_claim_and_comes_back_to_the_row(year: Year, scorer: Client):
    row = year.row("5.7.1")

    answer = save_plainly(scorer, row, claimed="0,25", **{"f0-value": "249/250"})

    version = RowVersion.objects.get(row=row)
    assert answer.headers["Location"] == f"{reverse('sheet', args=[row.sheet_id])}?dong={row.pk}"
    assert (version.claimed, version.computed) == (Decimal("0.25"), Decimal("0.25"))
    assert [str(fact.value) for fact in fact_book(year.unit).find(SHARE)] == ["249/250"]


def test_save_and_go_on_leads_to_the_next_row_and_keeps_the_filter(year: Year, scorer: Client):
    row, after = year.row("5.5.2"), year.row("5.7.1")

    answer = save_plainly(scorer, row, remark="Xem lại", then=str(after.pk), loc="thieu")

    assert answer.headers["Location"] == f"{reverse('sheet', args=[row.sheet_id])}?loc=thieu&dong={after.pk}"


def test_a_form_that_nobody_touched_saves_nothing(year: Year, scorer: Client):
    row = year.row("5.7.1")
    save(scorer, row, claimed="0,25", justification="Còn công chức chưa đạt chuẩn", **{"f0-value": "99,6%"})

    answer = save(scorer, row)

    assert (answer.status_code, RowVersion.objects.count(), RoundFact.objects.count()) == (200, 1, 1)


def test_a_save_answers_with_the_row_the_head_and_what_the_form_goes_back_to(year: Year, scorer: Client):
    row = year.row("5.7.1")

    page = Page.of(save(scorer, row, claimed="0,25", **{"f0-value": "99.6"}))

    swapped = [str(one).replace(str(row.pk), "N") for one in page.all("//*[@hx-swap-oob]/@id")]
    assert swapped == [
        "row-N",
        "sheet-head",
        "save-state-N",
        "conflict-N",
        "row-filter",
        "live-N",
        "said-N-f0-",
        "reason-N-f0-",
        "asked-N",
        "state-N",
    ]
    assert page.texts("//*[@class='said']") == ["hiểu là 99,6%"]
    assert page.all("//input[@name='base']/@value") == ["1"]


def test_the_computed_points_are_claimed_at_one_click_without_a_script(year: Year, scorer: Client):
    row = year.row("5.7.1")

    save_plainly(scorer, row, take="1", **{"f0-value": "100%"})

    assert RowVersion.objects.get(row=row).claimed == Decimal("0.5")


def test_a_row_that_does_not_apply_is_filled_without_points(year: Year, scorer: Client):
    row = year.row("5.7.1")

    answer = save(scorer, row, na="1", justification="Không có đơn vị cấp xã nào trong phạm vi đánh giá")

    version = RowVersion.objects.get(row=row)
    assert (version.applicable, version.claimed) == (False, None)
    assert Page.of(answer).texts("//*[contains(@class, 'headline-figure')]") == ["không áp dụng"]


def test_a_list_of_events_is_typed_row_by_row(year: Year, scorer: Client):
    row = year.row("1.2")
    form = form_of(scorer, row)
    kinds = Page.of(scorer.get(f"{reverse('sheet', args=[row.sheet_id])}?dong={row.pk}")).all(
        "(//select[@name='f0-kind'])[1]/option/@value"
    )
    fields: dict[str, Any] = {
        **form,
        "f0-kind": ["", kinds[1]],
        "f0-text": ["", "Báo cáo quý II nộp chậm"],
        "f0-document": ["", "CV 12"],
    }

    send(scorer, row, fields)

    (fact,) = RoundFact.objects.all()
    assert fact.value == [{"kind": kinds[1], "text": "Báo cáo quý II nộp chậm", "document": "CV 12"}]


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"claimed": "0,50", "f0-value": "99,6%"}, "Điểm tự chấm khác điểm tính được: cần giải trình."),
        (
            {"claimed": "0,25", "f0-value": "99,6%"},
            "Chưa có tài liệu kiểm chứng: đính kèm tài liệu hoặc giải trình.",
        ),
        ({"na": "1"}, "Không áp dụng: cần nêu lý do."),
        ({"claimed": "0,50", "justification": "Đã bố trí lại công chức chưa đạt chuẩn"}, ""),
        ({"remark": "Chờ số liệu"}, ""),
    ],
)
def test_a_justification_is_asked_for_where_the_claim_does_not_stand_by_itself(
    year: Year, scorer: Client, fields: dict[str, str], asked: str
):
    answer = save(scorer, year.row("5.7.1"), **fields)

    assert Page.of(answer).text("//*[starts-with(@id, 'asked-')]") == asked


# ── What cannot be saved ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_field_that_cannot_be_read_is_named_and_the_rest_is_saved(year: Year, scorer: Client):
    row = year.row("5.7.1")

    answer = save(scorer, row, remark="Đã hỏi UBND huyện", **{"f0-value": "gần đủ"})

    assert (answer.status_code, answer.headers["Left-Unsaved"]) == (200, "1")
    assert Page.of(answer).texts("//*[@class='field-problem']") == [
        "“gần đủ” không phải là tỷ lệ từ 0% đến 100%"
    ]
    assert RowVersion.objects.get(row=row).remark == "Đã hỏi UBND huyện"


def test_without_a_script_the_page_comes_back_with_what_was_typed(year: Year, scorer: Client):
    row = year.row("5.7.1")

    answer = save_plainly(scorer, row, claimed="9", justification="Lời dài", **{"f0-value": "gần đủ"})

    page = Page.of(answer)
    assert answer.status_code == 422
    assert page.all("//input[@name='claimed']/@value | //input[@name='f0-value']/@value") == ["gần đủ", "9"]
    assert page.texts("//*[@class='field-problem' and @id]") == ["Điểm tự chấm phải từ 0 đến 0,50."]
    assert (RowVersion.objects.get(row=row).justification, RoundFact.objects.count()) == ("Lời dài", 0)


def test_a_known_fact_is_replaced_with_a_reason_only(year: Year, scorer: Client):
    row = year.row("5.7.1")
    know(year, Fraction(9, 10))

    refused = save(scorer, row, **{"f0-value": "95%"})
    kept = save(scorer, row, **{"f0-value": "95%", "f0-reason_of": "Số liệu của Bộ tính đến tháng 6"})

    assert Page.of(refused).texts("//*[@class='field-problem']") == [
        "Số liệu này đã có nguồn; muốn thay phải nêu lý do."
    ]
    assert Page.of(kept).texts("//*[@class='field-problem' and not(ancestor::template)]") == []
    assert [str(fact.value) for fact in fact_book(year.unit).find(SHARE)] == ["19/20"]


def test_after_the_last_day_nothing_is_saved_and_the_words_are_not_lost(year: Year, scorer: Client):
    row = year.row("5.7.1")
    form = {**form_of(scorer, row), "remark": "Muộn một ngày"}
    yesterday = timezone.localdate() - timedelta(days=1)
    RoundMilestone.objects.filter(milestone=Milestone.SELF_SCORE).update(last_date=yesterday)

    answer = send(scorer, row, form)

    said = Page.of(answer).text("//*[starts-with(@id, 'save-state')]")
    assert (answer.status_code, answer.headers["Left-Unsaved"]) == (422, "1")
    assert said.endswith("Sở Nội vụ có thể mở lại từng dòng. Chưa lưu gì.")
    assert RowVersion.objects.count() == 0


@pytest.mark.parametrize("name", ["row_save", "row_preview"])
@pytest.mark.parametrize(
    ("role", "agency", "status"),
    [(Role.SCORER, "26-so-tu-phap", 404), (Role.COORDINATOR, "26-so-noi-vu", 403)],
)
def test_others_neither_save_nor_try_a_row(year: Year, name: str, role: Role, agency: str, status: int):
    row = year.row("5.7.1")

    answer = signed_in(role, agency).post(reverse(name, args=[row.pk]), {"base": "0", "remark": "x"})

    assert (answer.status_code, RowVersion.objects.count()) == (status, 0)


def test_a_contributor_types_facts_and_cannot_claim(year: Year):
    clerk, row = signed_in(Role.CONTRIBUTOR), year.row("5.7.1")
    form = form_of(clerk, row)

    save(clerk, row, claimed="0,50", **{"f0-value": "100%"})

    assert "claimed" not in form
    assert (RowVersion.objects.get(row=row).claimed, RoundFact.objects.count()) == (None, 1)


# ── Trying ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_while_typing_the_points_and_the_explanation_follow_and_nothing_is_stored(year: Year, scorer: Client):
    row = year.row("5.7.1")
    form = {**form_of(scorer, row), "f0-value": "249 trên 250"}

    page = Page.of(scorer.post(reverse("row_preview", args=[row.pk]), form, headers=HTMX))

    assert page.all("//@data-computed") == ["0,25"]
    assert page.texts("//ol/li") == [
        "Tỷ lệ công chức cấp xã đạt chuẩn: 99,6%, thuộc mức từ 80% đến dưới 100%, được 0,25/0,50 điểm."
    ]
    assert page.texts("//*[@class='said']") == ["hiểu là 99,6%"]
    assert (RowVersion.objects.count(), RoundFact.objects.count()) == (0, 0)


# ── Two people ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_two_people_who_write_in_one_field_see_both_versions_and_either_may_stay(year: Year, scorer: Client):
    row, head = year.row("5.7.1"), signed_in(Role.HEAD)
    mine = {**form_of(scorer, row), "justification": "Lời của người chấm"}
    save(head, row, justification="Lời của lãnh đạo")

    answer = send(scorer, row, mine)
    page = Page.of(answer)
    kept = send(scorer, row, {**mine, "adopt": str(page.all("//button[@name='adopt']/@value")[0])})

    assert answer.status_code == 409
    assert page.texts("//div[@class='both']/div") == [
        "Của tôiLời của người chấm",
        "head 26-so-noi-vu, Sở Nội vụLời của lãnh đạo",
    ]
    assert (kept.status_code, year.row("5.7.1").current.justification) == (200, "Lời của người chấm")  # type: ignore[union-attr]
    assert list(RowVersion.objects.filter(row=row).values_list("is_aside", flat=True)) == [False, True, False]


def test_two_people_who_enter_one_fact_see_both_values(year: Year, scorer: Client):
    row, head = year.row("5.7.1"), signed_in(Role.HEAD)
    mine = {**form_of(scorer, row), "f0-value": "90%"}
    save(head, row, **{"f0-value": "80%"})

    answer = send(scorer, row, mine)

    assert answer.status_code == 409
    assert [
        text.removeprefix("Của tôi")[-3:] for text in Page.of(answer).texts("//div[@class='both']/div")
    ] == [
        "90%",
        "80%",
    ]
    assert [str(fact.value) for fact in fact_book(year.unit).find(SHARE)] == ["4/5"]


def test_what_another_person_wrote_in_other_fields_comes_into_the_form_and_is_not_undone(
    year: Year, scorer: Client
):
    row, head = year.row("5.7.1"), signed_in(Role.HEAD)
    mine = {**form_of(scorer, row), "claimed": "0,25"}
    save(head, row, justification="Lời của lãnh đạo", **{"f0-value": "80%"})

    page = Page.of(send(scorer, row, mine))

    assert page.texts("//textarea") == ["Lời của lãnh đạo"]
    assert page.all("//input[@name='f0-value']/@value") == ["80%"]
    version = year.row("5.7.1").current
    assert version is not None
    assert (version.claimed, version.justification) == (Decimal("0.25"), "Lời của lãnh đạo")


def test_a_stale_plain_form_shows_the_conflict_until_its_author_decides(year: Year, scorer: Client):
    row, head = year.row("5.7.1"), signed_in(Role.HEAD)
    mine = {**form_of(scorer, row), "f0-value": "90%"}
    save(head, row, **{"f0-value": "80%"})

    shown = send(scorer, row, mine, part=False)
    form = Page.of(shown).all(f"//body{FORM[1:]}")[0]
    again = send(scorer, row, {name: text or "" for name, text in form.form_values()}, part=False)

    assert (shown.status_code, again.status_code) == (409, 409)
    assert [str(fact.value) for fact in fact_book(year.unit).find(SHARE)] == ["4/5"]


# ── Versions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_version_stands_beside_the_others_and_saves_in_a_row_are_told_once(year: Year, scorer: Client):
    row, head = year.row("5.7.1"), signed_in(Role.HEAD)
    save(scorer, row, claimed="0,50")
    mine = {**form_of(scorer, row), "claimed": "0,25"}
    save(scorer, row, claimed="0,10")
    save(head, row, claimed="0,30", justification="Làm tròn")
    send(scorer, row, mine)

    page = Page.of(scorer.get(reverse("row_history", args=[row.pk])))

    assert [row[:4] for row in page.rows()[:1]] == [["Điểm tự chấm", "0,25", "0,30", "0,10"]]
    assert page.texts("//thead//th//strong") == ["Lưu", "Lưu", "Lưu"]
    assert page.texts("//thead//th//*[@class='chip unsure']") == ["giữ riêng, không dùng"]
    assert page.texts("//thead//th[3]//*[@class='quiet']") == ["(2 lần lưu)"]


def test_a_version_kept_aside_shows_only_the_cells_that_it_wrote_in(year: Year, scorer: Client):
    row, head = year.row("5.7.1"), signed_in(Role.HEAD)
    mine = {**form_of(scorer, row), "claimed": "0,25", "f0-value": "80%"}
    save(head, row, claimed="0,30", justification="Làm tròn", **{"f0-value": "99,6%"})
    send(scorer, row, mine)

    page = Page.of(scorer.get(reverse("row_history", args=[row.pk])))

    assert [cells[:3] for cells in page.rows()] == [
        ["Điểm tự chấm", "0,25", "0,30"],
        ["Điểm tính được", "", "0,25"],
        ["Điểm thẩm định", "", "–"],
        ["Lý do", "", ""],
        ["Số liệu", "Tỷ lệ công chức cấp xã đạt chuẩn80%", "Tỷ lệ công chức cấp xã đạt chuẩn99,6%"],
        ["Giải trình", "", "Làm tròn"],
        ["Ghi chú", "", ""],
        ["Tài liệu", "", ""],
    ]


def test_a_save_and_a_try_ask_the_database_a_bounded_number_of_times(year: Year, scorer: Client):
    row = year.row("5.7.1")
    form = {**form_of(scorer, row), "claimed": "0,25", "f0-value": "99,6%"}

    with CaptureQueriesContext(connection) as tried:
        scorer.post(reverse("row_preview", args=[row.pk]), form, headers=HTMX)
    with CaptureQueriesContext(connection) as saved:
        send(scorer, row, form)
    with CaptureQueriesContext(connection) as told:
        scorer.get(reverse("row_history", args=[row.pk]))

    assert (len(tried) <= 12, len(saved) <= 40, len(told) <= 15) == (True, True, True)
