"""The facts of a round go out and come back: what is new is reported, what stood is kept for ever."""

from fractions import Fraction

import pytest
from django.utils import timezone

from parindex.domain.rights import Role
from parindex.domain.sources import Certainty
from parindex.frameworks.facts_file import load_facts
from parindex.records.models import LogEntry, RoundFact
from parindex.records.queries.rounds import fact_book, round_units
from parindex.services.actor import SYSTEM, Actor, RefusedError
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.rounds.facts import store_facts
from parindex.services.tables import facts
from tests.documents.resaved import Cells, cells_of, row_of
from tests.returned_tables import edited, fact, refused, said, seen, store, why
from tests.scoring_year import Year, acting, open_2018

pytestmark = pytest.mark.django_db

SHARE = "qualified_commune_officials"
REPORTS = "late_reports"


@pytest.fixture
def year() -> Year:
    """The year 2018 with the facts of the real plan of 2017."""
    year = open_2018()
    framework = framework_of(year.round.framework)
    store_facts(actor=SYSTEM, unit=year.unit, framework=framework, facts=load_facts().book)
    return year


def exported(actor: Actor) -> bytes:
    return facts.export(actor=actor, units=list(round_units()))


def test_an_unchanged_table_has_no_differences_and_is_the_same_bytes_again(year: Year):
    coordinator = acting(Role.COORDINATOR)
    content = exported(coordinator)

    applied = store(coordinator, content)

    assert (applied.changes, applied.refused, applied.problems) == ((), (), ())
    assert exported(coordinator) == content


def test_a_changed_value_is_reported_and_replaces_the_one_of_the_plan(year: Year):
    coordinator = acting(Role.COORDINATOR)
    before = RoundFact.objects.count()

    applied = store(coordinator, edited(exported(coordinator), fact(SHARE, "Giá trị", "100%")))

    assert said(applied) == [f"26, {SHARE}, Giá trị: “99,6%” → “100%”"]
    (standing,) = fact_book(year.unit).find(SHARE)
    assert (standing.value, standing.certainty) == (Fraction(1), Certainty.REPORTED)
    newest = RoundFact.objects.latest("pk")
    assert (newest.replaces, newest.reason, newest.entered_by_id) == (
        True,
        "Nhập từ tệp bang.xlsx",
        coordinator.user_id,
    )
    assert RoundFact.objects.count() == before + 1


def test_a_table_that_was_applied_brings_nothing_new_a_second_time(year: Year):
    coordinator = acting(Role.COORDINATOR)
    content = edited(exported(coordinator), fact(SHARE, "Giá trị", "100%"))

    store(coordinator, content)
    again = seen(coordinator, content)

    assert again.changes == ()
    assert refused(again) == [
        (
            f"26, {SHARE}, Độ chắc: “cơ quan báo cáo” → “theo kế hoạch”",
            "Số liệu nhập từ tệp luôn là “cơ quan báo cáo”; độ chắc khác thì giữ nguyên.",
        )
    ]


def test_a_row_taken_out_withdraws_the_fact_and_keeps_it_in_history(year: Year):
    coordinator = acting(Role.COORDINATOR)

    def without(cells: Cells) -> None:
        cells["Số liệu"].pop(row_of(cells, "Số liệu", "Mã số liệu", SHARE) - 1)

    applied = store(coordinator, edited(exported(coordinator), without))

    assert said(applied) == [f"26, {SHARE}, bỏ dòng “99,6%”"]
    assert fact_book(year.unit).find(SHARE) == ()
    assert RoundFact.objects.filter(code=SHARE).count() == 2


def test_a_list_changes_by_its_rows(year: Year):
    coordinator = acting(Role.COORDINATOR)
    number = len(fact_book(year.unit).find(REPORTS)[0].value)  # type: ignore[arg-type]

    def one_more(cells: Cells) -> None:
        rows = cells["Chi tiết"]
        last = next(row for row in rows if row[rows[0].index("Mã số liệu")] == REPORTS)
        rows.append(list(last))

    store(coordinator, edited(exported(coordinator), one_more))

    (standing,) = fact_book(year.unit).find(REPORTS)
    assert len(standing.value) == number + 1  # type: ignore[arg-type]


def test_facts_of_a_published_round_no_longer_change(year: Year):
    coordinator = acting(Role.COORDINATOR)
    content = edited(exported(coordinator), fact(SHARE, "Giá trị", "100%"))
    year.round.published_at = timezone.now()
    year.round.save()

    preview = seen(coordinator, content)

    assert [one.vi for one in preview.problems] == [
        "Kỳ đánh giá đã công bố nên số liệu không đổi được nữa; chưa lưu gì."
    ]
    assert not preview.is_possible
    with pytest.raises(DeedError):
        store(coordinator, content)


@pytest.mark.parametrize("role", [Role.SCORER, Role.HEAD, Role.ADMINISTRATOR])
def test_facts_of_all_are_for_who_reads_results_before_they_are_published(year: Year, role: Role):
    actor = acting(role)

    with pytest.raises(RefusedError):
        exported(actor)

    year.round.published_at = timezone.now()
    year.round.save()
    assert exported(actor) == exported(SYSTEM)


def test_who_reads_results_may_take_facts_out_and_not_in(year: Year):
    leader = acting(Role.LEADER)

    with pytest.raises(RefusedError):
        seen(leader, exported(leader))


def test_the_table_of_a_round_that_is_not_open_is_refused(year: Year):
    def other_year(cells: Cells) -> None:
        rows = cells["Hướng dẫn"]
        next(row for row in rows if row[0] == "Năm đánh giá")[1] = "2031"

    with pytest.raises(DeedError) as caught:
        seen(SYSTEM, edited(exported(SYSTEM), other_year))

    assert caught.value.vi == "Chưa mở kỳ đánh giá năm 2031 của cấp này; chưa lưu gì."


def test_a_unit_that_the_round_does_not_have_is_refused_whole(year: Year):
    def other_unit(cells: Cells) -> None:
        for rows in (cells["Số liệu"], cells["Chi tiết"], cells["Đơn vị"]):
            column = rows[0].index("Mã đơn vị")
            for row in rows[1:]:
                row[column] = "99"

    with pytest.raises(DeedError) as caught:
        seen(SYSTEM, edited(exported(SYSTEM), other_unit))

    assert caught.value.vi == (
        "Trang “Đơn vị” không còn khớp với phần mềm; hãy xuất lại tệp rồi điền. Chưa lưu gì."
    )


def test_an_import_is_in_the_log_with_the_file_it_came_from(year: Year):
    content = edited(exported(SYSTEM), fact(SHARE, "Giá trị", "100%"))

    store(SYSTEM, content)

    last, before = LogEntry.objects.order_by("-number")[:2]
    assert (last.deed, last.subject, last.detail["changes"]) == ("import_table", "bang.xlsx", 1)
    assert (before.deed, before.detail["codes"], before.detail["sha256"]) == (
        "store_facts",
        [SHARE],
        last.detail["sha256"],
    )


def test_an_empty_fact_has_a_row_to_be_filled_in(year: Year):
    cells = cells_of(exported(SYSTEM))["Số liệu"]
    code, value = cells[0].index("Mã số liệu"), cells[0].index("Giá trị")

    known = {row[code] for row in cells[1:] if row[value] != ""}

    assert {row[code] for row in cells[1:]} > known > set()


def test_several_refusals_name_their_reason(year: Year):
    preview = seen(SYSTEM, edited(exported(SYSTEM), fact(SHARE, "Độ chắc", "chính thức")))

    assert why(preview) == ["Số liệu nhập từ tệp luôn là “cơ quan báo cáo”; độ chắc khác thì giữ nguyên."]
