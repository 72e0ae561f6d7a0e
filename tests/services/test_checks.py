"""What a sheet still lacks, and that it is not sent before it has it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from parindex.domain.facts import Deed, Event, FactKind
from parindex.domain.rights import Role
from parindex.domain.workflow import Stage
from parindex.records.models import RoundFact, SheetRow
from parindex.records.queries.sheets import sheets
from parindex.services.actor import Actor, RefusedError
from parindex.services.errors import DeedError
from parindex.services.evidence.documents import add_file
from parindex.services.evidence.files import SentFile
from parindex.services.evidence.words import Described
from parindex.services.sheets.checks import faults_of, forgotten_of, sheet_check, submission_of, submit_sheet
from parindex.services.sheets.moves import reopen, return_row
from parindex.services.sheets.pictures import SheetPicture, sheet_picture
from parindex.services.sheets.questions import ask
from parindex.services.sheets.rows import FactEntry, RowEntry, save_row
from tests.scoring_year import DAY, Year, acting, open_2018

pytestmark = pytest.mark.django_db

WHY = "Chấm theo báo cáo tổng kết công tác cải cách hành chính"
NOT_HERE = "Tỉnh không có nội dung này trong năm đánh giá"


@pytest.fixture
def year() -> Year:
    return open_2018()


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> None:
    settings.EVIDENCE_FOLDER = tmp_path / "minh-chung"


def fill(year: Year, actor: Actor, *codes: str) -> None:
    """Says of every row that it does not apply, with a reason, and of those named nothing."""
    for row in year.sheet().rows.exclude(criterion__in=codes):
        said = {"applicable": False, "justification": NOT_HERE}
        save_row(actor=actor, pk=row.pk, entry=RowEntry(base=0, said=said), today=DAY)


def claim(actor: Actor, row: SheetRow, points: str, justification: str = "", **facts: FactEntry) -> None:
    said = {"claimed": Decimal(points), "justification": justification}
    save_row(actor=actor, pk=row.pk, entry=RowEntry(base=0, said=said, facts=facts), today=DAY)


def picture(year: Year, actor: Actor, agency: str = "26-so-noi-vu") -> SheetPicture:
    return sheet_picture(sheets().get(pk=year.sheet(agency).pk), actor=actor, today=DAY)


def lacks(year: Year, actor: Actor, criterion: str) -> list[str]:
    return [each.kind for each in forgotten_of(picture(year, actor)) if each.criterion == criterion]


def test_an_untouched_sheet_lacks_the_points_of_every_row(year: Year):
    check = sheet_check(picture(year, acting(Role.HEAD)), actor=acting(Role.LEADER))

    assert [each.line.row.criterion for each in check.blocking] == [
        *("1.2", "1.6", "4.1.2", "5.4", "5.5.2", "5.7.1")
    ]
    assert {each.found[0].kind for each in check.blocking} == {"nothing_entered"}
    assert (check.blocking[-1].at_stake, check.may_submit, check.is_whole) == (Decimal("0.50"), False, True)


def test_points_need_a_document_or_words(year: Year):
    scorer, row = acting(Role.SCORER), year.row("5.7.1")
    share = FactEntry(value=Fraction(249, 250))
    claim(scorer, row, "0.25", qualified_commune_officials=share)
    without = lacks(year, scorer, "5.7.1")

    file = SentFile(name="a.txt", size=3, read=lambda: b"abc")
    add_file(actor=scorer, pk=row.pk, said=Described(), file=file, today=DAY)

    assert (without, lacks(year, scorer, "5.7.1")) == (["points_without_evidence"], [])


def test_a_document_of_another_year_is_doubted(year: Year):
    scorer, row = acting(Role.SCORER), year.row("5.7.1")
    claim(scorer, row, "0.25", qualified_commune_officials=FactEntry(value=Fraction(249, 250)))
    file = SentFile(name="a.txt", size=3, read=lambda: b"abc")
    said = Described(issued_date=date(2016, 5, 1), valid_to=date(2017, 5, 1))
    document = add_file(actor=scorer, pk=row.pk, said=said, file=file, today=DAY)

    assert lacks(year, scorer, "5.7.1") == ["expired_evidence", "evidence_outside_year"]
    assert faults_of(document, year=2018, today=DAY) == {"expired_evidence", "evidence_outside_year"}
    assert faults_of(document, year=2016, today=DAY) == frozenset()


def test_a_known_fact_that_was_replaced_without_a_reason_is_asked_about(year: Year):
    scorer = acting(Role.SCORER)
    fact = {
        "unit": year.unit,
        "code": "qualified_commune_officials",
        "kind": FactKind.SHARE,
        "document": "Báo cáo",
    }
    RoundFact.objects.create(**fact, value="1", certainty="official")
    RoundFact.objects.create(**fact, value="249/250", certainty="reported", replaces=True)
    claim(scorer, year.row("5.7.1"), "0.25", WHY)
    asked = lacks(year, scorer, "5.7.1")

    RoundFact.objects.create(
        **fact, value="249/250", certainty="reported", replaces=True, reason="Đã rà soát"
    )

    assert (asked, lacks(year, scorer, "5.7.1")) == (["override_without_reason"], [])


def test_full_points_beside_late_things_on_record_are_doubted(year: Year):
    scorer = acting(Role.SCORER)
    report = (Event(kind="annual_report", text="Báo cáo năm gửi ngày 20/12"),)
    claim(scorer, year.row("1.2"), "3.00", WHY, late_reports=FactEntry(value=report))

    assert lacks(year, scorer, "1.2") == ["late_reports_recorded_elsewhere"]


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (date(2018, 11, 30), []),
        (date(2018, 12, 2), ["late_reports_recorded_elsewhere"]),
        (None, ["late_reports_recorded_elsewhere"]),
    ],
    ids=["in time", "late", "never"],
)
def test_a_deed_past_its_day_is_a_late_thing(year: Year, done: date | None, found: list[str]):
    office = acting(Role.SCORER, "26-van-phong-ubnd-tinh")
    deed = (Deed(name="Công bố lĩnh vực đất đai", due_date=date(2018, 12, 1), done_date=done),)
    row = year.row("3.2.1")
    claim(office, row, "0.50", WHY, procedure_publications=FactEntry(value=deed))

    seen = picture(year, office, "26-van-phong-ubnd-tinh")
    kinds = [each.kind for each in forgotten_of(seen) if each.criterion == "3.2.1"]

    assert kinds == found


def test_an_open_question_is_recalled(year: Year):
    scorer, row = acting(Role.SCORER), year.row("5.7.1")
    claim(scorer, row, "0.25", WHY, qualified_commune_officials=FactEntry(value=Fraction(249, 250)))

    ask(actor=acting(Role.COORDINATOR), pk=row.pk, text="Số liệu đến ngày nào?")

    assert lacks(year, scorer, "5.7.1") == ["unanswered_questions"]


def test_a_sheet_that_lacks_something_is_not_sent_and_the_refusal_names_the_rows(year: Year):
    head = acting(Role.HEAD)
    fill(year, head, "1.2", "5.7.1")

    with pytest.raises(DeedError) as refused:
        submit_sheet(actor=head, pk=year.sheet().pk, today=DAY)

    assert refused.value.vi == "Còn 2 dòng chưa đủ: 1.2, 5.7.1. Hãy bổ sung rồi gửi lại; chưa gửi gì."
    assert set(year.sheet().rows.values_list("stage", flat=True)) == {Stage.DRAFT}


def test_a_whole_sheet_is_sent_by_the_head_and_summed_up(year: Year):
    head = acting(Role.HEAD)
    fill(year, head, "5.7.1")
    claim(
        head, year.row("5.7.1"), "0.25", WHY, qualified_commune_officials=FactEntry(value=Fraction(249, 250))
    )

    sent = submit_sheet(actor=head, pk=year.sheet().pk, today=DAY)

    summary = submission_of(picture(year, head))
    assert summary is not None
    assert (sent, len(summary.rows), summary.claimed, summary.by) == (6, 6, Decimal("0.25"), head.name)
    assert forgotten_of(picture(year, head)) == ()


def test_of_a_sheet_that_was_never_sent_there_is_no_summary(year: Year):
    assert submission_of(picture(year, acting(Role.HEAD))) is None


def test_a_returned_row_is_checked_alone(year: Year):
    head = acting(Role.HEAD)
    fill(year, head)
    submit_sheet(actor=head, pk=year.sheet().pk, today=DAY)
    return_row(
        actor=acting(Role.COORDINATOR), pk=year.row("1.2").pk, reason="Thiếu số liệu quý IV", today=DAY
    )

    check = sheet_check(picture(year, head), actor=head)
    again = submit_sheet(actor=head, pk=year.sheet().pk, today=DAY)

    assert ([line.row.criterion for line in check.unsent], again) == (["1.2"], 1)


@pytest.mark.parametrize(
    ("role", "agency"),
    [
        (Role.SCORER, "26-so-noi-vu"),
        (Role.CONTRIBUTOR, "26-so-noi-vu"),
        (Role.COORDINATOR, "26-so-noi-vu"),
        (Role.HEAD, "26-so-tai-chinh"),
    ],
)
def test_nobody_but_the_agencys_head_sends_its_sheet(year: Year, role: Role, agency: str):
    fill(year, acting(Role.HEAD))

    with pytest.raises(RefusedError):
        submit_sheet(actor=acting(role, agency), pk=year.sheet().pk, today=DAY)

    assert set(year.sheet().rows.values_list("stage", flat=True)) == {Stage.DRAFT}


def test_after_the_last_day_the_check_says_that_the_sheet_is_locked(year: Year):
    head = acting(Role.HEAD)
    late = sheet_picture(sheets().get(pk=year.sheet().pk), actor=head, today=date(2018, 12, 16))

    locked = sheet_check(late, actor=head).locked

    assert locked is not None
    assert locked.vi == "Đã hết hạn từ ngày 15/12/2018. Sở Nội vụ có thể mở lại từng dòng."


def test_after_the_last_day_a_reopened_row_is_checked_and_sent_alone(year: Year):
    head, late = acting(Role.HEAD), date(2018, 12, 17)
    fill(year, head)
    pk = year.row("1.2").pk
    reopen(actor=acting(Role.COORDINATOR), pk=pk, reason="Chờ số liệu quý IV", until=late, today=late)
    seen = sheet_picture(sheets().get(pk=year.sheet().pk), actor=head, today=late)

    check = sheet_check(seen, actor=head)
    sent = submit_sheet(actor=head, pk=year.sheet().pk, today=late)

    others = year.sheet().rows.exclude(pk=pk).values_list("stage", flat=True)
    assert [line.row.criterion for line in check.unsent] == ["1.2"]
    assert (check.locked, check.left_out, sent) == (None, len(others), 1)
    assert (year.row("1.2").stage, set(others)) == (Stage.SUBMITTED, {Stage.DRAFT})


def test_a_scorer_learns_who_sends_the_sheet(year: Year):
    scorer = acting(Role.SCORER)
    nobody = sheet_check(picture(year, scorer), actor=scorer).heads
    acting(Role.HEAD, name="Nguyễn Văn Lãnh")

    check = sheet_check(picture(year, scorer), actor=scorer)

    assert (nobody, list(check.heads), check.may_submit) == ([], ["Nguyễn Văn Lãnh"], False)


def test_who_is_given_some_rows_is_told_that_the_check_is_of_those(year: Year):
    clerk = acting(Role.CONTRIBUTOR, criteria=("1.2",))

    check = sheet_check(picture(year, clerk), actor=clerk)

    assert ([line.row.criterion for line in check.unsent], check.is_whole) == (["1.2"], False)
