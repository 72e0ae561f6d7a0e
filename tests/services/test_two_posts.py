"""A person with posts in several agencies: what they do is told of the agency whose post allows it."""

from decimal import Decimal

import pytest

from parindex.domain.rights import Role
from parindex.domain.workflow import Move
from parindex.records.models import LogEntry, RowNote, RowVersion, SheetRow
from parindex.services.actor import Actor
from parindex.services.evidence.documents import add_link
from parindex.services.evidence.words import Described
from parindex.services.rounds.years import set_milestones
from parindex.services.sheets.helpers import ask_help
from parindex.services.sheets.moves import accept, reopen, return_row, submit
from parindex.services.sheets.questions import answer, ask
from parindex.services.sheets.rows import RowEntry, save_row
from tests.people import SNV, give_post, person
from tests.scoring_year import DAY, MILESTONES, Year, as_actor, open_2018

pytestmark = pytest.mark.django_db

OFFICE, JUSTICE = "26-van-phong-ubnd-tinh", "26-so-tu-phap"


@pytest.fixture
def year() -> Year:
    return open_2018()


@pytest.fixture
def actor(year: Year) -> Actor:
    """A scorer of Sở Nội vụ, who is the head of Văn phòng UBND tỉnh, too, and coordinates at Sở Tư pháp."""
    user = person(Role.SCORER, SNV)
    give_post(user, Role.HEAD, OFFICE)
    return as_actor(give_post(user, Role.COORDINATOR, JUSTICE))


def row_of(year: Year, agency: str) -> SheetRow:
    row = SheetRow.objects.filter(sheet=year.sheet(agency)).order_by("pk").first()
    assert row
    return row


def told(actor: Actor) -> list[tuple[str, str]]:
    """What the log says that the person did, and of which agency."""
    entries = LogEntry.objects.filter(user=actor.user_id).order_by("number")
    return list(entries.values_list("deed", "agency__code"))


def test_what_is_done_to_a_row_is_told_of_the_agency_that_fills_it_in(year: Year, actor: Actor):
    for agency in (SNV, OFFICE):
        entry = RowEntry(base=0, said={"claimed": Decimal("0.10")})
        save_row(actor=actor, pk=row_of(year, agency).pk, entry=entry, today=DAY)
    own = row_of(year, OFFICE)
    add_link(actor=actor, pk=own.pk, said=Described(), url="https://tinh.example/a", today=DAY)
    ask_help(actor=actor, pk=own.pk, agency=JUSTICE, today=DAY)
    submit(actor=actor, sheet=year.sheet(OFFICE), today=DAY)

    assert told(actor) == [
        ("row_save", SNV),
        ("row_save", OFFICE),
        ("evidence_add", OFFICE),
        ("help_ask", OFFICE),
        ("rows_submit", OFFICE),
    ]
    saved = RowVersion.objects.filter(move=Move.SAVE).order_by("pk")
    assert list(saved.values_list("by_agency__code", flat=True)) == [SNV, OFFICE]


def test_what_moves_rows_on_is_told_of_the_agency_that_coordinates(year: Year, actor: Actor):
    submit(actor=actor, sheet=year.sheet(OFFICE), today=DAY)
    row = row_of(year, OFFICE)
    question = ask(actor=actor, pk=row.pk, text="Có báo cáo chưa?")
    answer(actor=actor, pk=question.pk, text="Đã có")
    return_row(actor=actor, pk=row.pk, reason="Thiếu báo cáo", today=DAY)
    accept(actor=actor, rows=SheetRow.objects.filter(sheet=year.sheet(OFFICE)), today=DAY)
    reopen(actor=actor, pk=row_of(year, OFFICE).pk + 1, reason="Sai số liệu", until=DAY, today=DAY)
    set_milestones(actor=actor, round_=year.round, milestones=MILESTONES)

    assert told(actor)[1:] == [
        ("question_ask", JUSTICE),
        ("question_answer", OFFICE),
        ("row_return", JUSTICE),
        ("rows_accept", JUSTICE),
        ("row_reopen", JUSTICE),
        ("row_open_until", JUSTICE),
        ("set_milestones", JUSTICE),
    ]
    assert list(RowNote.objects.order_by("pk").values_list("by_agency__code", flat=True)) == [JUSTICE, OFFICE]
