"""Thẩm định: what an appraiser looks at, what is done to many rows at once, and what agencies answer."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parindex.domain.facts import Award
from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import LogEntry, RowVersion, SheetRow
from parindex.services.actor import RefusedError
from parindex.services.appraisal.explanations import explanations_page
from parindex.services.appraisal.rows import AppraisalPage, appraisal_page, judge, keep_matching
from parindex.services.errors import DeedError
from parindex.services.sheets.moves import agree, award_rows, explain
from tests.appraised_year import (
    BODY,
    LATER,
    appraised_2018,
    entered_2018,
    give,
    hand_in,
    leave_out,
    prove,
    sent_2018,
    still_open,
)
from tests.scoring_year import Year, acting, open_2018

pytestmark = pytest.mark.django_db

STP = "26-so-tu-phap"


@pytest.fixture
def year() -> Year:
    return sent_2018()


def looked_at(year: Year, *, doubt: str = "", area: str = "", row: int | None = None) -> AppraisalPage:
    page = appraisal_page(
        year.unit.pk, actor=acting(Role.APPRAISER), today=LATER, doubt=doubt, area=area, row=row
    )
    assert page
    return page


def codes(lines: tuple[object, ...]) -> list[str]:
    return [line.line.criterion.code for line in lines]  # type: ignore[attr-defined]


def award(points: str, reason: str = "Tài liệu chưa đủ căn cứ") -> Award:
    return Award(points=Decimal(points), reason=reason, awarded_by=BODY)


def stage_of(year: Year, criterion: str) -> tuple[str, Decimal | None]:
    row = year.row(criterion)
    return row.stage, row.current.awarded if row.current else None


def test_all_rows_of_a_unit_stand_in_the_order_of_their_codes_whichever_agency_scores_them(year: Year):
    page = looked_at(year)

    agencies = {line.agency.code for line in page.lines}
    assert codes(page.lines)[:4] == ["1.2", "1.6", "3.1.1", "3.2.1"]
    assert codes(page.lines)[-1] == "8.2.3"
    assert len(agencies) == 3
    assert (len(page.lines), page.judged, page.claimed) == (17, 0, Decimal("5.25"))


def test_rows_are_narrowed_to_what_is_doubtful_about_them(year: Year):
    prove(year, "1.2")
    give(year, "5.7.1", "0.25")

    assert codes(looked_at(year, doubt="differs").shown) == ["1.2", "3.2.1", "5.7.1", "7.2.2"]
    assert codes(looked_at(year, doubt="no_evidence").shown) == ["3.2.1", "5.5.2", "5.7.1", "7.2.2"]
    assert codes(looked_at(year, doubt="changed").shown) == ["5.7.1"]
    assert codes(looked_at(year, doubt="no_evidence", area="5").shown) == ["5.5.2", "5.7.1"]
    assert looked_at(year, doubt="anything").doubt == ""
    assert looked_at(year).counts == {
        "pending": 16,
        "differs": 4,
        "no_evidence": 4,
        "explained": 0,
        "changed": 1,
    }


def test_the_first_row_that_waits_is_looked_at_and_its_neighbours_are_those_of_the_filter(year: Year):
    give(year, "1.2", "1.75", "Chậm hai báo cáo năm")
    first = looked_at(year)
    asked = looked_at(year, doubt="differs", row=year.row("3.2.1").pk)

    assert first.chosen
    assert first.chosen.line.criterion.code == "1.6"
    assert (asked.place, codes((asked.previous, asked.next))) == (2, ["1.2", "5.7.1"])


def test_a_row_shows_every_stage_it_went_through(year: Year):
    give(year, "5.7.1", "0.25")

    page = looked_at(year, row=year.row("5.7.1").pk)

    moves = [(version.move, version.claimed, version.awarded) for version in page.history]
    half, quarter = Decimal("0.5000"), Decimal("0.2500")
    assert moves == [
        *((move, half, None) for move in ("save", "submit", "accept", "consolidate", "send")),
        ("appraise", half, quarter),
    ]


def test_what_was_lowered_and_what_was_raised_are_told_apart(year: Year):
    give(year, "5.7.1", "0.25")
    give(year, "5.5.2", "0.50", "Vụ việc thuộc năm trước")

    page = looked_at(year)

    assert (codes(page.lowered), page.points_lowered) == (["5.7.1"], Decimal("-0.25"))
    assert (codes(page.raised), page.points_raised) == (["5.5.2"], Decimal("0.25"))


def test_a_claim_is_kept_with_one_deed_and_without_a_reason(year: Year):
    pk = year.row("5.7.1").pk

    judge(actor=acting(Role.APPRAISER), unit_pk=year.unit.pk, pk=pk, award=None, body=BODY, today=LATER)

    kept = RowVersion.objects.filter(row=pk).order_by("-number")[0]
    assert (kept.stage, kept.awarded, kept.reason, kept.body) == ("appraised", Decimal("0.50"), "", BODY)


def test_nothing_is_kept_where_points_could_be_claimed_and_were_not(year: Year):
    pk, appraiser = year.row("5.4").pk, acting(Role.APPRAISER)

    with pytest.raises(DeedError) as refused:
        judge(actor=appraiser, unit_pk=year.unit.pk, pk=pk, award=None, body=BODY, today=LATER)

    assert refused.value.vi == (
        "Tiêu chí 5.4 chưa tự chấm nên không giữ nguyên được; chưa lưu gì. Hãy cho điểm, kèm lý do."
    )
    assert stage_of(year, "5.4") == (Stage.SENT, None)


def test_a_row_that_does_not_apply_can_stay_without_points():
    year = open_2018()
    leave_out(year, "5.5.2", justification="Năm nay không có vụ việc nào")
    hand_in(year)
    pk, appraiser = year.row("5.5.2").pk, acting(Role.APPRAISER)

    judge(actor=appraiser, unit_pk=year.unit.pk, pk=pk, award=None, body=BODY, today=LATER)

    assert stage_of(year, "5.5.2") == (Stage.APPRAISED, None)


def test_after_an_explanation_the_row_is_judged_for_good(year: Year):
    pk, appraiser = year.row("5.7.1").pk, acting(Role.APPRAISER)
    give(year, "5.7.1", "0.25")
    explain(actor=acting(Role.HEAD), pk=pk, text="Đã bổ sung văn bằng", today=LATER)

    judge(actor=appraiser, unit_pk=year.unit.pk, pk=pk, award=award("0.50"), body=BODY, today=LATER)

    assert stage_of(year, "5.7.1") == (Stage.FINAL, Decimal("0.50"))
    with pytest.raises(DeedError):
        judge(actor=appraiser, unit_pk=year.unit.pk, pk=pk, award=None, body=BODY, today=LATER)


def test_a_row_of_another_unit_cannot_be_judged_under_this_one(year: Year):
    with pytest.raises(DeedError):
        judge(
            actor=acting(Role.APPRAISER),
            unit_pk=year.unit.pk + 1,
            pk=year.row("5.7.1").pk,
            award=None,
            body=BODY,
            today=LATER,
        )

    assert stage_of(year, "5.7.1") == (Stage.SENT, None)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.APPRAISER])
def test_only_the_appraiser_judges(year: Year, role: Role):
    with pytest.raises(RefusedError):
        judge(
            actor=acting(role),
            unit_pk=year.unit.pk,
            pk=year.row("5.7.1").pk,
            award=None,
            body=BODY,
            today=LATER,
        )


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD, Role.CONTRIBUTOR, Role.ADMINISTRATOR])
def test_who_may_not_read_results_is_not_shown_the_appraisal(year: Year, role: Role):
    with pytest.raises(RefusedError):
        appraisal_page(year.unit.pk, actor=acting(role), today=LATER)


# ── Many rows ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_rows_that_match_are_those_claimed_as_computed_with_facts_that_name_their_source(year: Year):
    prove(year, "5.7.1")

    page = looked_at(year)

    assert (codes(page.matching), codes(page.unproved)) == (["5.5.2"], [])
    assert page.matching[0].sources == (
        "Kế hoạch 5264/KH-UBND ngày 18/7/2018 của UBND tỉnh Vĩnh Phúc, bảng trừ điểm, dòng 5.5.2",
    )


def test_a_row_matches_without_any_document_where_its_agency_names_the_source_of_its_facts():
    year = entered_2018(document="Báo cáo 12/BC-SNV")

    assert codes(looked_at(year).matching) == ["5.7.1"]


def test_a_row_that_rests_on_its_agencys_word_alone_is_told_apart_until_a_document_is_attached():
    year = entered_2018(document="")
    before = looked_at(year)
    prove(year, "5.7.1")
    after = looked_at(year)

    assert (codes(before.matching), codes(before.unproved)) == ([], ["5.7.1"])
    assert (codes(after.matching), codes(after.unproved)) == (["5.7.1"], [])


def test_matching_rows_are_kept_together_in_one_entry_a_sheet(year: Year):
    pk = year.row("5.5.2").pk
    before = LogEntry.objects.count()

    kept = keep_matching(
        actor=acting(Role.APPRAISER), unit_pk=year.unit.pk, rows=[pk], body=BODY, today=LATER
    )

    assert (kept, stage_of(year, "5.5.2")) == (1, (Stage.APPRAISED, Decimal("0.25")))
    assert list(LogEntry.objects.values_list("deed", flat=True)[before:]) == ["rows_appraise"]


def test_a_row_that_no_longer_matches_stops_all_that_were_confirmed(year: Year):
    rows = [year.row("5.5.2").pk, year.row("5.7.1").pk]

    with pytest.raises(DeedError):
        keep_matching(actor=acting(Role.APPRAISER), unit_pk=year.unit.pk, rows=rows, body=BODY, today=LATER)

    assert stage_of(year, "5.5.2") == (Stage.SENT, None)


def test_many_rows_get_their_points_at_once_or_none_does(year: Year):
    appraiser = acting(Role.APPRAISER)
    awards = {year.row("5.7.1").pk: award("0.25"), year.row("1.2").pk: award("9.00")}

    with pytest.raises(DeedError) as refused:
        award_rows(actor=appraiser, unit=year.unit, awards=awards, today=LATER)

    assert refused.value.vi == "Tiêu chí 1.2: điểm thẩm định phải từ 0 đến 3,00; chưa lưu gì."
    assert stage_of(year, "5.7.1") == (Stage.SENT, None)


def test_rows_appraised_already_are_judged_for_good_when_many_get_their_points(year: Year):
    give(year, "5.7.1", "0.25")
    awards = {year.row("5.7.1").pk: award("0.50"), year.row("1.2").pk: award("1.75")}

    done = award_rows(actor=acting(Role.APPRAISER), unit=year.unit, awards=awards, today=LATER)

    assert (done, stage_of(year, "5.7.1"), stage_of(year, "1.2")) == (
        2,
        (Stage.FINAL, Decimal("0.50")),
        (Stage.APPRAISED, Decimal("1.75")),
    )


def test_points_finer_than_they_are_kept_are_refused(year: Year):
    awards = {year.row("5.7.1").pk: award("0.12345")}

    with pytest.raises(DeedError) as refused:
        award_rows(actor=acting(Role.APPRAISER), unit=year.unit, awards=awards, today=LATER)

    assert refused.value.vi == "Tiêu chí 5.7.1: điểm có nhiều hơn 4 chữ số thập phân; chưa lưu gì."


def test_more_rows_of_a_sheet_take_no_more_queries(year: Year):
    appraiser = acting(Role.APPRAISER)

    def asked(criteria: list[str]) -> int:
        rows = [year.row(criterion).pk for criterion in criteria]
        with CaptureQueriesContext(connection) as queries:
            agree(actor=appraiser, unit=year.unit, rows=rows, body=BODY, today=LATER)
        return len(queries)

    assert asked(["1.2"]) == asked(["5.5.2", "5.7.1"])


# ── What agencies are told ───────────────────────────────────────────────────────────────────────────────────────────


def test_an_agency_sees_its_own_appraised_rows_the_largest_loss_first(year: Year):
    give(year, "5.7.1", "0.25")
    give(year, "1.2", "1.75", "Chậm hai báo cáo năm")
    give(year, "5.5.2", "0.50", "Vụ việc thuộc năm trước")

    page = explanations_page(year.sheet().pk, actor=acting(Role.SCORER), today=LATER)

    assert page
    assert codes(page.told) == ["1.2", "5.7.1", "5.5.2"]
    assert (codes(page.open), page.points_open, page.days_left) == (
        ["1.2", "5.7.1"],
        Decimal("1.50"),
        42,
    )


def test_a_row_that_nobody_scored_is_told_with_its_reason_and_not_as_kept(year: Year):
    give(year, "5.4", "0.00", "Không có tài liệu nào")
    agree(actor=acting(Role.APPRAISER), unit=year.unit, rows=[year.row("1.2").pk], body=BODY, today=LATER)

    page = explanations_page(year.sheet().pk, actor=acting(Role.SCORER), today=LATER)

    assert page
    assert (codes(page.told), codes(page.kept)) == (["5.4"], ["1.2"])


def test_after_its_day_nothing_can_be_explained(year: Year):
    give(year, "5.7.1", "0.25")

    page = explanations_page(year.sheet().pk, actor=acting(Role.SCORER), today=LATER.replace(month=3, day=16))

    assert page
    assert (page.open, page.days_left) == ((), -1)


@pytest.mark.parametrize(
    ("role", "agency"),
    [(Role.SCORER, STP), (Role.HEAD, STP), (Role.CONTRIBUTOR, "26-so-noi-vu"), (Role.ADMINISTRATOR, STP)],
)
def test_nobody_else_is_told(year: Year, role: Role, agency: str):
    give(year, "5.7.1", "0.25")

    assert explanations_page(year.sheet().pk, actor=acting(role, agency), today=LATER) is None


def test_the_helper_of_these_tests_appraises_every_row():
    year = appraised_2018({"5.7.1": "0.25"})
    still_open(year)

    stages = set(SheetRow.objects.filter(sheet__unit=year.unit).values_list("stage", flat=True))
    assert stages == {"appraised"}
