"""The year of a row: who moves it when, and what of every stage is kept side by side."""

from datetime import date
from decimal import Decimal

import pytest

from parindex.domain.facts import Award
from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import LogEntry, RowVersion, SheetRow
from parindex.records.queries.appraisals import awards_of
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.log import verify
from parindex.services.sheets.moves import (
    accept,
    appraise,
    consolidate,
    explain,
    finalise,
    publish,
    reopen,
    return_row,
    send,
    submit,
)
from parindex.services.sheets.rows import RowEntry, save_row
from tests.scoring_year import DAY, LEADS, Year, acting, open_2018

pytestmark = pytest.mark.django_db

LATER = date(2019, 2, 1)
BODY = "Vụ Công chức - Viên chức"


@pytest.fixture
def year() -> Year:
    return open_2018()


def submitted(year: Year) -> None:
    for code in {code for code, _ in LEADS.values()}:
        if year.unit.sheets.get(agency__code=code).rows.exists():
            submit(actor=acting(Role.HEAD, code), sheet=year.sheet(code), today=DAY)


def sent(year: Year) -> None:
    coordinator = acting(Role.COORDINATOR)
    submitted(year)
    for sheet in year.unit.sheets.all():
        if sheet.rows.exists():
            accept(actor=coordinator, rows=sheet.rows.all(), today=DAY)
    consolidate(actor=coordinator, unit=year.unit, today=DAY)
    send(actor=coordinator, unit=year.unit, today=DAY)


def stages(year: Year) -> set[str]:
    return set(SheetRow.objects.filter(sheet__unit=year.unit).values_list("stage", flat=True))


def award(points: str, reason: str = "") -> Award:
    return Award(points=Decimal(points), reason=reason, awarded_by=BODY)


def test_the_points_of_every_stage_stay_side_by_side(year: Year):
    scorer, appraiser = acting(Role.SCORER), acting(Role.APPRAISER)
    pk = year.row("5.7.1").pk
    save_row(actor=scorer, pk=pk, entry=RowEntry(base=0, said={"claimed": Decimal("0.50")}), today=DAY)
    sent(year)

    low = award("0.25", "Còn 3 công chức chưa đạt chuẩn")
    appraise(actor=appraiser, pk=pk, award=low, today=LATER)
    explain(actor=scorer, pk=pk, text="Đã bổ sung văn bằng của ba người", today=LATER)
    finalise(actor=appraiser, pk=pk, award=award("0.50"), today=LATER)

    kept = RowVersion.objects.filter(row=pk).values_list("move", "stage", "claimed", "awarded", "reason")
    half, quarter = Decimal("0.5000"), Decimal("0.2500")
    assert list(kept) == [
        ("save", "draft", half, None, ""),
        ("submit", "submitted", half, None, ""),
        ("accept", "accepted", half, None, ""),
        ("consolidate", "consolidated", half, None, ""),
        ("send", "sent", half, None, ""),
        ("appraise", "appraised", half, quarter, "Còn 3 công chức chưa đạt chuẩn"),
        ("explain", "explained", half, quarter, "Còn 3 công chức chưa đạt chuẩn"),
        ("finalise", "final", half, half, ""),
    ]
    assert awards_of(year.unit) == {"5.7.1": award("0.50")}
    assert list(verify()) == []


def test_an_appraisal_may_give_more_than_was_claimed_but_never_more_than_the_maximum(year: Year):
    pk, appraiser = year.row("5.7.1").pk, acting(Role.APPRAISER)
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25")})
    save_row(actor=acting(Role.SCORER), pk=pk, entry=entry, today=DAY)
    sent(year)

    appraise(actor=appraiser, pk=pk, award=award("0.50", "Đơn vị tự chấm thiếu"), today=LATER)

    with pytest.raises(DeedError) as refused:
        appraise(actor=appraiser, pk=pk, award=award("0.75", "Cho thêm một chút"), today=LATER)
    assert refused.value.vi == "Tiêu chí 5.7.1: điểm thẩm định phải từ 0 đến 0,50; chưa lưu gì."
    kept = awards_of(year.unit)["5.7.1"]
    assert kept is not None
    assert kept.points == Decimal("0.50")


def test_other_points_than_claimed_need_a_reason_and_a_body(year: Year):
    pk, appraiser = year.row("5.7.1").pk, acting(Role.APPRAISER)
    sent(year)

    with pytest.raises(DeedError):
        appraise(actor=appraiser, pk=pk, award=award("0.25", "Thiếu"), today=LATER)
    unnamed = Award(points=Decimal("0.25"), reason="Thiếu tài liệu kiểm chứng", awarded_by=" ")
    with pytest.raises(DeedError):
        appraise(actor=appraiser, pk=pk, award=unnamed, today=LATER)

    assert awards_of(year.unit) == {}


def test_a_returned_row_goes_back_with_its_reason_and_alone(year: Year):
    submitted(year)
    pk = year.row("5.7.1").pk

    return_row(actor=acting(Role.COORDINATOR), pk=pk, reason="Thiếu tài liệu kiểm chứng", today=DAY)

    row = year.row("5.7.1")
    assert (row.stage, row.current and row.current.reason) == (Stage.RETURNED, "Thiếu tài liệu kiểm chứng")
    assert (stages(year), year.row("5.5.2").stage) == ({"submitted", "returned"}, Stage.SUBMITTED)


def test_a_unit_is_consolidated_only_when_every_row_is_accepted(year: Year):
    coordinator = acting(Role.COORDINATOR)
    submitted(year)
    accept(actor=coordinator, rows=year.sheet().rows.all(), today=DAY)

    with pytest.raises(DeedError):
        consolidate(actor=coordinator, unit=year.unit, today=DAY)

    assert stages(year) == {"submitted", "accepted"}


def test_after_the_deadline_a_reopened_row_is_open_for_its_agency_until_the_day_named(year: Year):
    pk, scorer = year.row("5.7.1").pk, acting(Role.SCORER)
    after = date(2018, 12, 17)
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25")})
    reopen(
        actor=acting(Role.COORDINATOR),
        pk=pk,
        reason="Bổ sung văn bằng mới cấp",
        until=date(2018, 12, 18),
        today=after,
    )

    saved = save_row(actor=scorer, pk=pk, entry=entry, today=date(2018, 12, 18))

    with pytest.raises(DeedError):
        save_row(actor=scorer, pk=year.row("5.5.2").pk, entry=entry, today=after)
    with pytest.raises(DeedError):
        save_row(actor=scorer, pk=pk, entry=entry, today=date(2018, 12, 19))
    assert saved.version.claimed == Decimal("0.25")


def test_only_the_head_submits_and_only_for_the_own_agency(year: Year):
    for actor in (acting(Role.SCORER), acting(Role.HEAD, "26-so-tu-phap"), acting(Role.COORDINATOR)):
        with pytest.raises(RefusedError):
            submit(actor=actor, sheet=year.sheet(), today=DAY)

    assert stages(year) == {"draft"}


def test_a_year_is_published_when_every_row_is_appraised_and_only_once(year: Year):
    coordinator, appraiser = acting(Role.COORDINATOR), acting(Role.APPRAISER)
    sent(year)
    rows = SheetRow.objects.filter(sheet__unit=year.unit)

    with pytest.raises(DeedError):
        publish(actor=coordinator, round_=year.round, today=LATER)
    for row in rows:
        appraise(actor=appraiser, pk=row.pk, award=award("0.00", "Không có tài liệu nào"), today=LATER)
    publish(actor=coordinator, round_=year.round, today=LATER)

    with pytest.raises(DeedError):
        publish(actor=coordinator, round_=year.round, today=LATER)
    year.round.refresh_from_db()
    assert (stages(year), year.round.published_at is not None) == ({"published"}, True)


def test_one_move_of_a_whole_sheet_is_one_entry_that_every_row_shows(year: Year):
    submit(actor=acting(Role.HEAD), sheet=year.sheet(), today=DAY)

    entries = LogEntry.objects.filter(deed="rows_submit")
    row = year.row("5.7.1")
    assert entries.count() == 1
    assert list(LogEntry.objects.filter(subjects__about=f"row:{row.pk}")) == list(entries)
    assert entries.get().detail["rows"]["5.7.1"] == ["draft", "submitted"]


def test_a_row_that_was_reopened_is_consolidated_after_the_others(year: Year):
    coordinator, pk = acting(Role.COORDINATOR), year.row("5.7.1").pk
    submitted(year)
    for sheet in year.unit.sheets.all():
        if sheet.rows.exists():
            accept(actor=coordinator, rows=sheet.rows.all(), today=DAY)
    consolidate(actor=coordinator, unit=year.unit, today=DAY)
    reopen(actor=coordinator, pk=pk, reason="Bổ sung văn bằng mới cấp", until=DAY, today=DAY)
    submit(actor=acting(Role.HEAD), sheet=year.sheet(), today=DAY)
    accept(actor=coordinator, rows=year.sheet().rows.all(), today=DAY)

    consolidate(actor=coordinator, unit=year.unit, today=DAY)

    assert stages(year) == {"consolidated"}
