"""Consolidation: whether a unit's year can be sent, what is in the way, and giving rows back."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Move, Stage
from parindex.records.models import RowVersion
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.errors import DeedError
from parindex.services.review.accepting import accept_rows, send_back
from parindex.services.review.consolidation import Consolidation, LineFilter, consolidation
from parindex.services.rounds.years import set_milestones
from parindex.services.sheets.moves import consolidate
from parindex.services.sheets.questions import answer, ask
from parindex.services.sheets.rows import RowEntry, save_row
from tests.review_year import SNV, Review, review_2018
from tests.scoring_year import DAY

pytestmark = pytest.mark.django_db

AFTER = date(2018, 12, 18)  # three days after the last day of self-scoring
FINANCE = "26-so-tai-chinh"  # of its area no criterion can be scored yet, so its sheet has no row
IT = "26-so-thong-tin-va-truyen-thong"
REASON = "Thiếu tài liệu kiểm chứng"


@pytest.fixture
def review() -> Review:
    return review_2018()


def seen(review: Review, *, today: date = DAY, **wanted: str) -> Consolidation:
    return consolidation(review.year.unit, actor=review.coordinator, today=today, wanted=LineFilter(**wanted))


def codes(found: Consolidation) -> list[str]:
    return [line.line.criterion.code for line in found.shown]


# ── Can it be sent? ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_can_be_sent_while_rows_are_with_their_agencies(review: Review):
    review.hand_in(SNV)

    found = seen(review)

    assert (found.next_move, found.is_sent) == (None, False)
    assert {kind: found.counts[kind] for kind in ("all", "waiting", "submitted")} == {
        "all": 17,
        "waiting": 11,
        "submitted": 6,
    }


def test_accepted_rows_are_consolidated_then_sent(review: Review):
    review.hand_in()
    moves = [seen(review).next_move]
    review.accept_all()
    moves.append(seen(review).next_move)
    consolidate(actor=review.coordinator, unit=review.year.unit, today=DAY)
    moves.append(seen(review).next_move)

    assert moves == [None, Move.CONSOLIDATE, Move.SEND]


def test_a_row_reopened_after_the_consolidation_is_consolidated_alone(review: Review):
    review.hand_in()
    review.accept_all()
    consolidate(actor=review.coordinator, unit=review.year.unit, today=DAY)
    pk = review.year.row("5.7.1").pk
    send_back(actor=review.coordinator, pk=pk, reason=REASON, until=DAY, today=DAY)
    reopened = seen(review)
    review.hand_in(SNV)
    accept_rows(actor=review.coordinator, unit=review.year.unit, today=DAY, rows=[pk])

    accepted = seen(review)

    assert (reopened.next_move, codes(reopened)) == (None, ["5.7.1"])
    assert (accepted.next_move, [line.line.row.pk for line in accepted.next_lines]) == (
        Move.CONSOLIDATE,
        [pk],
    )
    assert consolidate(actor=review.coordinator, unit=review.year.unit, today=DAY) == 1
    assert seen(review).next_move is Move.SEND


def test_after_the_last_day_the_next_move_says_why_it_is_not_possible(review: Review):
    review.hand_in()
    review.accept_all()

    found = seen(review, today=date(2018, 12, 26))

    assert found.refused
    assert (found.next_move, found.refused.vi) == (
        Move.CONSOLIDATE,
        "Đã hết hạn từ ngày 25/12/2018. Sở Nội vụ có thể lùi mốc này.",
    )


def test_a_year_that_was_sent_has_nothing_left_to_look_at(review: Review):
    review.send()

    found = seen(review)

    assert (found.is_sent, found.next_move, found.shown) == (True, None, ())


# ── What to look at ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_claim_above_the_rule_shows_both_points_and_how_far_they_are_apart(review: Review):
    review.claim("5.7.1", "0.50", justification="Ba người đang học", share=Fraction(249, 250))
    review.hand_in(SNV)

    found = seen(review, kind="differs")

    (line,) = found.shown
    assert (line.claim, line.line.score.points, line.difference) == (
        Decimal("0.50"),
        Decimal("0.25"),
        Decimal("0.25"),
    )
    assert (found.off, line.line.version and line.line.version.justification) == (
        Decimal("0.25"),
        "Ba người đang học",
    )


def test_a_claim_that_no_rule_can_be_held_against_is_not_called_different(review: Review):
    review.claim("1.6", "1.00")

    line = next(line for line in seen(review, kind="all").shown if line.line.criterion.code == "1.6")

    assert (line.line.score.points, line.difference, line.differs) == (None, None, False)


def test_facts_that_changed_after_a_row_was_handed_in_are_seen(review: Review):
    review.claim("5.7.1", "0.25", share=Fraction(249, 250))
    review.hand_in(SNV)
    before = codes(seen(review, kind="changed"))
    unit, row = review.year.unit, review.year.row("5.7.1")
    send_back(actor=review.coordinator, pk=row.pk, reason=REASON, until=None, today=DAY)
    review.claim("5.7.1", "0.25", share=Fraction(1))

    after = consolidation(unit, actor=review.coordinator, today=DAY, wanted=LineFilter(kind="changed"))

    (line,) = after.shown
    assert before == []
    assert (line.handed_in and line.handed_in.computed, line.line.score.points) == (
        Decimal("0.25"),
        Decimal("0.50"),
    )


def test_points_without_a_document_are_seen_and_a_row_that_does_not_apply_claims_none(review: Review):
    review.claim("1.6", "1.00")
    review.claim("5.4", "3.00")
    review.claim("5.5.2", "0.00")
    review.prove("5.4", "Báo cáo bổ nhiệm")
    row = review.year.row("5.7.1")
    save_row(
        actor=review.who(Role.SCORER),
        pk=row.pk,
        entry=RowEntry(base=0, said={"claimed": Decimal("0.50"), "applicable": False}),
        today=DAY,
    )

    assert codes(seen(review, kind="no-evidence")) == ["1.6"]


def test_a_question_is_open_until_it_is_answered(review: Review):
    pk = review.year.row("5.7.1").pk
    note = ask(actor=review.coordinator, pk=pk, text="Vì sao tính cả hai đơn vị?")
    asked = seen(review)
    answer(actor=review.who(Role.SCORER), pk=note.pk, text="Vì hai đơn vị này đã sáp nhập")

    assert (asked.questions, seen(review).questions) == (1, 0)


def test_agencies_are_late_from_the_day_after_the_last_one(review: Review):
    review.hand_in(SNV)
    days = [date(2018, 12, 15), date(2018, 12, 16), AFTER]

    late = [[(one.agency.code, one.rows, one.days) for one in seen(review, today=day).late] for day in days]

    assert late[0] == []
    assert sorted(late[1]) == [(IT, 5, 1), ("26-van-phong-ubnd-tinh", 6, 1)]
    assert sorted(late[2]) == [(IT, 5, 3), ("26-van-phong-ubnd-tinh", 6, 3)]


def test_a_reopened_row_is_late_only_after_its_own_last_day(review: Review):
    review.hand_in()
    pk = review.year.row("7.1.1").pk
    send_back(actor=review.coordinator, pk=pk, reason=REASON, until=date(2018, 12, 20), today=AFTER)

    late = [
        [(one.agency.code, one.rows, one.days) for one in seen(review, today=day).late]
        for day in (date(2018, 12, 20), date(2018, 12, 22))
    ]

    assert late == [[], [(IT, 1, 2)]]


def test_without_a_day_for_self_scoring_nobody_is_late(review: Review):
    set_milestones(actor=SYSTEM, round_=review.year.round, milestones={})

    assert seen(review, today=date(2030, 1, 1)).late == ()


def test_rows_are_narrowed_by_agency_area_and_kind_together(review: Review):
    review.hand_in(SNV)

    assert codes(seen(review, kind="all", area="5")) == ["5.4", "5.5.2", "5.7.1"]
    assert codes(seen(review, kind="submitted", area="1")) == ["1.2", "1.6"]
    assert codes(seen(review, kind="submitted", agency=IT)) == []
    assert codes(seen(review, kind="all", agency=FINANCE)) == []
    assert codes(seen(review, kind="gì đó", area="4")) == ["4.1.2"]


def test_each_area_says_who_scores_it_and_what_no_criterion_holds(review: Review):
    areas = [
        (one.area.code, one.sheet.agency.name, len(one.lines), one.unlisted) for one in seen(review).areas
    ]

    assert [areas[1], areas[2], areas[5]] == [
        ("2", "Sở Tư pháp", 0, Decimal("10.00")),
        ("3", "Văn phòng UBND tỉnh", 3, Decimal("12.50")),
        ("6", "Sở Tài chính", 0, Decimal("7.00")),
    ]


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.SCORER, Role.HEAD, Role.ADMINISTRATOR])
def test_only_those_who_may_read_results_see_the_consolidation(review: Review, role: Role):
    with pytest.raises(RefusedError):
        consolidation(review.year.unit, actor=review.who(role), today=DAY)


# ── Accepting and giving back ────────────────────────────────────────────────────────────────────────────────────────


def test_rows_of_several_sheets_are_accepted_together(review: Review):
    review.hand_in()
    wanted = [review.year.row(code) for code in ("1.2", "5.7.1", "7.1.1")]

    accepted = accept_rows(
        actor=review.coordinator, unit=review.year.unit, today=DAY, rows=[row.pk for row in wanted]
    )

    assert (accepted, seen(review).counts["submitted"]) == (3, 14)


def test_a_whole_sheet_is_accepted_at_once(review: Review):
    review.hand_in()

    accepted = accept_rows(
        actor=review.coordinator, unit=review.year.unit, today=DAY, whole_sheets=[review.year.sheet().pk]
    )

    assert (accepted, {row.stage for row in review.year.sheet().rows.all()}) == (6, {"accepted"})


def test_rows_of_another_unit_and_rows_that_do_not_wait_are_never_accepted(review: Review):
    review.hand_in(SNV)
    draft = review.year.row("7.1.1").pk

    for rows in ([draft], [999_999], []):
        with pytest.raises(DeedError) as refused:
            accept_rows(actor=review.coordinator, unit=review.year.unit, today=DAY, rows=rows)

    assert refused.value.vi == "Chưa chọn dòng nào đang chờ nhận; chưa thay đổi gì."


def test_a_row_given_back_in_time_can_be_corrected_and_handed_in_again(review: Review):
    review.hand_in(SNV)
    row = review.year.row("5.7.1")

    send_back(actor=review.coordinator, pk=row.pk, reason=REASON, until=None, today=DAY)
    review.claim("5.7.1", "0.25")
    review.hand_in(SNV)

    moves = RowVersion.objects.filter(row=row).values_list("move", "reason")
    assert list(moves) == [("submit", ""), ("return", REASON), ("save", REASON), ("submit", REASON)]


def test_after_the_last_day_a_row_goes_back_only_with_a_day_until_which_it_is_open(review: Review):
    review.hand_in(SNV)
    pk = review.year.row("5.7.1").pk

    with pytest.raises(DeedError) as refused:
        send_back(actor=review.coordinator, pk=pk, reason=REASON, until=None, today=AFTER)
    assert refused.value.vi == (
        "Đã hết hạn tự chấm điểm nên cơ quan không sửa được dòng trả lại; chưa thay đổi gì. Hãy ghi ngày mở lại."
    )

    until = AFTER + timedelta(days=2)
    send_back(actor=review.coordinator, pk=pk, reason=REASON, until=until, today=AFTER)

    row = review.year.row("5.7.1")
    save_row(
        actor=review.who(Role.SCORER),
        pk=pk,
        entry=RowEntry(base=2, said={"claimed": Decimal("0.25")}),
        today=until,
    )
    assert (row.stage, row.open_until) == (Stage.RETURNED, until)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_accepts_rows_and_gives_them_back(review: Review, role: Role):
    review.hand_in()
    actor, row = review.who(role), review.year.row("5.7.1")

    with pytest.raises(RefusedError):
        accept_rows(actor=actor, unit=review.year.unit, today=DAY, rows=[row.pk])
    with pytest.raises(RefusedError):
        send_back(actor=actor, pk=row.pk, reason=REASON, until=None, today=DAY)
    with pytest.raises(RefusedError):
        send_back(actor=actor, pk=row.pk, reason=REASON, until=DAY, today=DAY)
    assert review.year.row("5.7.1").stage == Stage.SUBMITTED
