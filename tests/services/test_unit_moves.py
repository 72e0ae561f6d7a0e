"""Many units of a round at once: who can be taken on, what each keeps for itself, and who was refused and why."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parindex.domain.rights import Role
from parindex.domain.workflow import Move, Stage, unit_move
from parindex.records.models import AssessmentRound, LogEntry, RoundMilestone, RowVersion, SheetRow
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.log import verify
from parindex.services.review.units import MovedUnits, move_units, ready_units
from parindex.services.rounds.pages import UnitFilter, round_page
from parindex.services.sheets.books import books_of, read_once
from tests.scoring_year import DAY, acting
from tests.small_round import DISTRICTS, know, open_small, unit_of

pytestmark = pytest.mark.django_db

VINH_YEN, PHUC_YEN, YEN_LAC = DISTRICTS


@pytest.fixture
def round_() -> AssessmentRound:
    """Three districts of three rows each: two handed in everything, one nothing."""
    round_ = open_small()
    stand(round_, VINH_YEN, Stage.SUBMITTED)
    stand(round_, PHUC_YEN, Stage.SUBMITTED)
    return round_


def stand(round_: AssessmentRound, code: str, stage: Stage) -> None:
    SheetRow.objects.filter(sheet__unit=unit_of(round_, code)).update(stage=stage)


def stages(round_: AssessmentRound) -> dict[str, set[str]]:
    rows = SheetRow.objects.filter(sheet__unit__round=round_)
    return {
        code: set(rows.filter(sheet__agency__code=code).values_list("stage", flat=True)) for code in DISTRICTS
    }


def moved(
    round_: AssessmentRound, move: Move, *codes: str, role: Role = Role.COORDINATOR, today: date = DAY
) -> MovedUnits:
    units = [unit_of(round_, code).pk for code in codes]
    return move_units(actor=acting(role), round_=round_, move=move, units=units, today=today)


def offered(round_: AssessmentRound, role: Role = Role.COORDINATOR) -> list[tuple[Move, list[str], int]]:
    actor = acting(role)
    page = round_page(round_.pk, actor=actor, today=DAY, wanted=UnitFilter())
    assert page
    ready = ready_units(page.shown, actor=actor)
    return [(one.move, [unit.unit.name for unit in one.units], one.rows) for one in ready]


@pytest.mark.parametrize(
    ("there", "move"),
    [
        ({Stage.DRAFT}, None),
        ({Stage.DRAFT, Stage.SUBMITTED}, Move.ACCEPT),
        ({Stage.SUBMITTED, Stage.ACCEPTED}, Move.ACCEPT),
        ({Stage.RETURNED, Stage.ACCEPTED}, None),
        ({Stage.ACCEPTED}, Move.CONSOLIDATE),
        ({Stage.ACCEPTED, Stage.CONSOLIDATED}, Move.CONSOLIDATE),
        ({Stage.CONSOLIDATED}, Move.SEND),
        ({Stage.SENT}, None),
        (set(), None),
    ],
)
def test_what_takes_a_whole_unit_on_follows_from_where_its_rows_stand(there: set[Stage], move: Move | None):
    assert unit_move(there) is move


def test_units_are_offered_by_the_move_that_takes_them_on(round_: AssessmentRound):
    stand(round_, PHUC_YEN, Stage.CONSOLIDATED)

    assert offered(round_) == [
        (Move.ACCEPT, ["UBND thành phố Vĩnh Yên"], 3),
        (Move.SEND, ["UBND thành phố Phúc Yên"], 3),
    ]
    assert offered(round_, Role.LEADER) == []


def test_three_clicks_take_all_units_from_handed_in_to_sent(round_: AssessmentRound):
    stand(round_, YEN_LAC, Stage.SUBMITTED)

    done = [moved(round_, move, *DISTRICTS) for move in (Move.ACCEPT, Move.CONSOLIDATE, Move.SEND)]

    assert [(one.units, one.rows, one.refused) for one in done] == [(3, 9, ())] * 3
    assert stages(round_) == {key: {"sent"} for key in DISTRICTS}
    assert LogEntry.objects.filter(deed="rows_send").count() == 3
    assert list(verify()) == []


def test_a_unit_that_is_refused_keeps_no_other_back_and_says_why(round_: AssessmentRound):
    done = moved(round_, Move.ACCEPT, *DISTRICTS)

    assert (done.units, done.rows) == (2, 6)
    assert [(error.vi, [unit.name for unit in units]) for error, units in done.reasons] == [
        ("Chưa chọn dòng nào đang chờ nhận; chưa thay đổi gì.", ["UBND huyện Yên Lạc"])
    ]
    assert stages(round_) == {VINH_YEN: {"accepted"}, PHUC_YEN: {"accepted"}, YEN_LAC: {"draft"}}


def test_of_a_refused_unit_not_a_single_row_goes_on(round_: AssessmentRound):
    stand(round_, VINH_YEN, Stage.ACCEPTED)
    SheetRow.objects.filter(sheet__agency__code=VINH_YEN, criterion="2.1").update(stage=Stage.RETURNED)

    done = moved(round_, Move.CONSOLIDATE, VINH_YEN)

    assert (done.units, len(done.refused)) == (0, 1)
    assert stages(round_)[VINH_YEN] == {"accepted", "returned"}


def test_the_same_reason_is_said_once_for_all_units_that_it_kept_back(round_: AssessmentRound):
    RoundMilestone.objects.create(round=round_, milestone="review", last_date=date(2018, 12, 1))

    done = moved(round_, Move.ACCEPT, VINH_YEN, PHUC_YEN)

    ((_, units),) = done.reasons
    assert [unit.name for unit in units] == ["UBND thành phố Vĩnh Yên", "UBND thành phố Phúc Yên"]


def test_units_of_other_rounds_are_not_touched(round_: AssessmentRound):
    other = open_small(2019, version=round_.framework)
    stand(other, VINH_YEN, Stage.SUBMITTED)
    stranger = unit_of(other, VINH_YEN).pk
    coordinator = acting(Role.COORDINATOR)

    with pytest.raises(DeedError):
        move_units(actor=coordinator, round_=round_, move=Move.ACCEPT, units=[stranger], today=DAY)

    assert stages(other)[VINH_YEN] == {"submitted"}


@pytest.mark.parametrize(
    "move", [move for move in Move if move not in {Move.ACCEPT, Move.CONSOLIDATE, Move.SEND}]
)
def test_other_moves_are_not_made_on_many_units(round_: AssessmentRound, move: Move):
    with pytest.raises(DeedError):
        moved(round_, move, VINH_YEN)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
@pytest.mark.parametrize("move", [Move.ACCEPT, Move.CONSOLIDATE, Move.SEND])
def test_only_the_coordinator_takes_units_on(round_: AssessmentRound, move: Move, role: Role):
    with pytest.raises(RefusedError):
        moved(round_, move, VINH_YEN, role=role)


# ── Facts, read once a deed ──────────────────────────────────────────────────────────────────────────────────────────


def facts_kept(code: str) -> list[tuple[str, object]]:
    """The facts that the newest version of a unit's row on the best unit says: its own figure, and the best one."""
    versions = RowVersion.objects.filter(row__sheet__agency__code=code, row__criterion="1.2")
    return [(fact["code"], fact["value"]) for fact in versions.order_by("-number")[0].facts]


@pytest.mark.parametrize(
    ("move", "stage"),
    [
        (Move.ACCEPT, Stage.SUBMITTED),
        (Move.CONSOLIDATE, Stage.ACCEPTED),
        (Move.SEND, Stage.CONSOLIDATED),
    ],
)
def test_a_unit_takes_as_many_queries_however_many_there_are(db: None, move: Move, stage: Stage):
    round_ = open_small(units={str(code): f"UBND huyện {code}" for code in range(301, 313)})
    coordinator, units = acting(Role.COORDINATOR), [unit.pk for unit in round_.units.all()]

    def spent(count: int) -> int:
        SheetRow.objects.filter(sheet__unit__round=round_).update(stage=stage)
        with CaptureQueriesContext(connection) as queries:
            done = move_units(actor=coordinator, round_=round_, move=move, units=units[:count], today=DAY)
        assert (done.units, done.rows) == (count, 3 * count)
        return len(queries)

    one, two, eleven = spent(1), spent(2), spent(11)

    assert (two - one, eleven - one) == (14, 10 * 14)


def test_units_moved_together_keep_the_facts_they_would_keep_alone(round_: AssessmentRound):
    know(round_, VINH_YEN, initiatives=4)
    know(round_, PHUC_YEN, initiatives=1)
    know(round_, YEN_LAC, initiatives=8)

    moved(round_, Move.ACCEPT, VINH_YEN, PHUC_YEN)

    assert facts_kept(VINH_YEN) == [("initiatives", 4), ("most_initiatives", 8)]
    assert facts_kept(PHUC_YEN) == [("initiatives", 1), ("most_initiatives", 8)]


def test_a_fact_that_a_colleague_adds_between_two_units_counts_for_the_second(round_: AssessmentRound):
    first, second = unit_of(round_, VINH_YEN), unit_of(round_, PHUC_YEN)
    books = read_once([first, second])
    know(round_, VINH_YEN, initiatives=4)
    books([first])

    know(round_, PHUC_YEN, initiatives=9)

    assert dict(books([second])) == dict(books_of([second]))
    assert {fact.value for fact in books([first])[first.pk].find("most_initiatives")} == {9}


def test_facts_are_read_at_the_first_unit_and_only_counted_at_the_others(round_: AssessmentRound):
    units = [unit_of(round_, code) for code in DISTRICTS]
    books = read_once(units)
    books(units[:1])

    with CaptureQueriesContext(connection) as queries:
        found = [books([unit]) for unit in units]

    assert (len(queries), [set(one) for one in found]) == (3, [{unit.pk} for unit in units])
