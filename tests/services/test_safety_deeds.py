"""Deeds that come twice, too late, from another post, or with what no form would send."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from parindex.domain.facts import Award
from parindex.domain.rights import Role
from parindex.domain.rules.manual import Manual
from parindex.domain.workflow import Milestone
from parindex.records.models import (
    AssessmentRound,
    Evidence,
    LogEntry,
    PublishedResult,
    RoundFact,
    RowEvidence,
    RowNote,
    RowVersion,
    Sheet,
    SheetRow,
)
from parindex.records.queries.rankings import round_sums
from parindex.services.actor import SYSTEM
from parindex.services.errors import DeedError
from parindex.services.evidence.documents import add_link
from parindex.services.evidence.library import library, readable_document
from parindex.services.evidence.words import Described
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.log import record, verify
from parindex.services.results.publication import Announcement, publish_round
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round, set_milestones
from parindex.services.sheets.moves import reopen
from parindex.services.sheets.questions import answer, ask
from parindex.services.sheets.rows import FactEntry, RowEntry, save_row
from parindex.services.sheets.versions import changed
from tests.appraised_year import LATER, appraised_2018
from tests.people import give_post, person
from tests.scoring_year import DAY, MILESTONES, Year, acting, agency, as_actor, open_2018
from tests.small_round import award, claim, open_small

pytestmark = pytest.mark.django_db

STP = "26-so-tu-phap"


@pytest.fixture
def year() -> Year:
    return open_2018()


# ── The log ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_points_stand_in_the_log_as_people_write_them(year: Year):
    twenty = RowVersion(row=year.row("1.2"), claimed=Decimal("20.0000"), awarded=Decimal("0.2500"))

    said = changed(None, twenty)

    assert (said["claimed"], said["awarded"]) == ([None, "20"], [None, "0.25"])


def test_a_reopened_row_is_found_in_the_log_under_its_sheet_unit_and_round(year: Year):
    row = year.row("5.7.1")

    reopen(
        actor=acting(Role.COORDINATOR), pk=row.pk, reason="Bổ sung tài liệu còn thiếu", until=DAY, today=DAY
    )

    entry = LogEntry.objects.get(deed="row_open_until")
    assert [subject.about for subject in entry.subjects.all()] == [
        f"row:{row.pk}",
        f"sheet:{row.sheet_id}",
        f"unit:{year.unit.pk}",
        f"round:{year.round.pk}",
    ]


def test_a_log_that_grows_while_it_is_verified_is_whole(year: Year):
    added: list[LogEntry] = []

    def grow(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if "records_loghead" in sql and not added:
            added.append(LogEntry())
            added[0] = record(actor=SYSTEM, deed="store_facts", subject="Trong lúc kiểm tra")
        return done

    with connection.execute_wrapper(grow):
        found = list(verify())

    assert (found, len(added)) == ([], 1)


# ── Rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_milestones_stay_when_the_round_was_published_since_it_was_looked_at(year: Year):
    seen = AssessmentRound.objects.get(pk=year.round.pk)
    AssessmentRound.objects.filter(pk=year.round.pk).update(published_at=timezone.now())

    with pytest.raises(DeedError):
        set_milestones(
            actor=acting(Role.COORDINATOR), round_=seen, milestones={Milestone.SELF_SCORE: date(2019, 1, 1)}
        )

    assert year.round.milestones.count() == len(MILESTONES)


def test_a_published_round_gets_no_sheets(year: Year):
    round_ = open_round(
        actor=SYSTEM,
        year=2019,
        framework=year.round.framework,
        units=[agency("26", "Tỉnh Vĩnh Phúc", "province")],
    )
    AssessmentRound.objects.filter(pk=round_.pk).update(published_at=timezone.now())

    with pytest.raises(DeedError):
        open_sheets(actor=acting(Role.COORDINATOR), round_=round_)

    assert Sheet.objects.filter(unit__round=round_).exists() is False


@pytest.mark.parametrize(("points", "rank"), [("100000", 1), ("-1", 1), ("100.01", 1), ("70.123456", 1)])
def test_a_total_that_no_province_can_have_is_not_published(points: str, rank: int):
    year = appraised_2018({"5.7.1": "0.25"})
    announcement = Announcement(points=Decimal(points), rank=rank, source="Quyết định công bố")

    with pytest.raises(DeedError):
        publish_round(
            actor=acting(Role.COORDINATOR),
            round_pk=year.round.pk,
            confirmed="2018",
            announcement=announcement,
            today=LATER,
        )

    assert (PublishedResult.objects.exists(), AssessmentRound.objects.get(pk=year.round.pk).published_at) == (
        False,
        None,
    )


def test_what_was_claimed_beyond_awards_is_summed_exactly():
    round_ = open_small()
    for code in ("243", "244", "251"):
        claim(round_, code, c1_1="0.70", c1_2="0.10", c2_1="0.10")
        award(round_, code, c1_1="0.60", c1_2="0.05", c2_1="0.0")

    (sums,) = round_sums()

    assert (str(sums.difference), sums.by_unit) == ("0.7500", Decimal("0.25"))


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_takes_only_facts_that_its_rule_reads(year: Year):
    contributor = acting(Role.CONTRIBUTOR, criteria=("5.5",))
    entry = RowEntry(base=0, facts={"qualified_commune_officials": FactEntry(value=Fraction(1))})

    with pytest.raises(DeedError):
        save_row(actor=contributor, pk=year.row("5.5.2").pk, entry=entry, today=DAY)

    assert year.unit.facts.count() == 0


def test_an_agency_does_not_enter_the_points_that_somebody_else_gives_it(db: None):
    version = built_in_version("mau-so-nganh", actor=SYSTEM)
    given = next(leaf for leaf in framework_of(version).leaves() if isinstance(leaf.rule, Manual))
    round_ = open_round(actor=SYSTEM, year=2018, framework=version, units=[agency(STP, "Sở Tư pháp")])
    open_sheets(actor=SYSTEM, round_=round_)
    row = SheetRow.objects.get(sheet__unit__round=round_, criterion=given.code)
    points = FactEntry(value=Award(points=Decimal(1), reason="Tự cho điểm", awarded_by="Sở Tư pháp"))
    entry = RowEntry(
        base=0, facts={wanted.fact: points for wanted in given.rule.inputs()} if given.rule else {}
    )

    with pytest.raises(DeedError):
        save_row(actor=acting(Role.HEAD, STP), pk=row.pk, entry=entry, today=DAY)

    assert RoundFact.objects.count() == 0


@pytest.mark.parametrize("claimed", ["0.12345", "NaN", "Infinity"])
def test_a_claim_that_could_not_be_kept_as_written_is_refused(year: Year, claimed: str):
    entry = RowEntry(base=0, said={"claimed": Decimal(claimed)})

    with pytest.raises(DeedError):
        save_row(actor=acting(Role.SCORER), pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    assert RowVersion.objects.count() == 0


@pytest.mark.parametrize("column", ["justification", "remark"])
def test_words_that_no_spreadsheet_could_hold_are_refused(year: Year, column: str):
    entry = RowEntry(base=0, said={column: "x" * 20_001})

    with pytest.raises(DeedError):
        save_row(actor=acting(Role.SCORER), pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    assert RowVersion.objects.count() == 0


def test_a_reason_that_no_spreadsheet_could_hold_is_refused(year: Year):
    reason = "rất " * 6_000

    with pytest.raises(DeedError):
        reopen(actor=acting(Role.COORDINATOR), pk=year.row("5.7.1").pk, reason=reason, until=DAY, today=DAY)

    assert RowVersion.objects.count() == 0


def test_the_same_words_sent_twice_are_one_version(year: Year):
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25"), "remark": "Theo báo cáo quý IV"})
    scorer, pk = acting(Role.SCORER), year.row("5.7.1").pk

    first = save_row(actor=scorer, pk=pk, entry=entry, today=DAY)
    again = save_row(actor=scorer, pk=pk, entry=entry, today=DAY)

    assert (again.version, again.conflict, RowVersion.objects.filter(row=pk).count()) == (
        first.version,
        (),
        1,
    )


# ── Documents and questions ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_link_sent_twice_is_one_document(year: Year):
    pk, scorer = year.row("5.7.1").pk, acting(Role.SCORER)
    link = {"url": "https://vinhphuc.gov.vn/bao-cao", "said": Described(title="Báo cáo"), "today": DAY}
    add_link(actor=scorer, pk=pk, **link)  # type: ignore[arg-type]

    with pytest.raises(DeedError):
        add_link(actor=scorer, pk=pk, **link)  # type: ignore[arg-type]

    assert RowEvidence.objects.filter(row=pk).count() == 1


def test_a_question_and_an_answer_sent_twice_are_one_of_each(year: Year):
    pk = year.row("5.7.1").pk
    question = ask(actor=acting(Role.COORDINATOR), pk=pk, text="Số liệu lấy từ đâu?")
    with pytest.raises(DeedError):
        ask(actor=acting(Role.COORDINATOR), pk=pk, text="Số liệu lấy từ đâu?")
    answer(actor=acting(Role.SCORER), pk=question.pk, text="Từ báo cáo quý IV.")
    with pytest.raises(DeedError):
        answer(actor=acting(Role.SCORER), pk=question.pk, text="Từ báo cáo quý IV.")

    assert RowNote.objects.count() == 2


def test_a_post_that_reads_no_rows_opens_none_of_its_agencys_documents(year: Year):
    administrator = as_actor(give_post(person(Role.ADMINISTRATOR, STP), Role.CONTRIBUTOR, "26-so-y-te"))
    document = Evidence.objects.create(agency=agency(STP, "Sở Tư pháp"), title="Báo cáo chưa công bố")

    assert readable_document(document.pk, administrator) is None
    assert library(administrator).count == 0


def test_a_contributor_with_given_criteria_reads_no_document_of_other_rows(year: Year):
    document = Evidence.objects.create(
        agency=agency("26-so-noi-vu", "Sở Nội vụ"), title="Báo cáo của dòng khác"
    )
    RowEvidence.objects.create(row=year.row("5.7.1"), evidence=document)

    assert readable_document(document.pk, acting(Role.CONTRIBUTOR, criteria=("1",))) is None
