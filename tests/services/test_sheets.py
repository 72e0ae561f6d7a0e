"""What a sheet shows to whom, the list of a person's sheets, and what a row said before."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from django.utils import timezone

from parindex.domain.facts import Fact
from parindex.domain.rights import Role
from parindex.domain.rules.base import Outcome
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.workflow import Move, Stage
from parindex.records.models import AssessmentRound, LogEntry, RoundFact, RoundUnit, RowHelper, RowVersion
from parindex.services.actor import SYSTEM
from parindex.services.frameworks.storing import built_in_version, framework_of
from parindex.services.rounds.facts import store_facts
from parindex.services.rounds.sheets import open_sheets
from parindex.services.rounds.years import open_round
from parindex.services.sheets.books import books_of
from parindex.services.sheets.history import facts_in_words, row_history
from parindex.services.sheets.listing import SheetFilter, sheet_list
from parindex.services.sheets.moves import reopen, return_row, submit
from parindex.services.sheets.pictures import opened_row, opened_sheet, years_for
from parindex.services.sheets.rows import FactEntry, RowEntry, fact_mark, previewed, save_row
from tests.people import give_post, person
from tests.scoring_year import DAY, Year, acting, agency, as_actor, open_2018

pytestmark = pytest.mark.django_db

SHARE = "qualified_commune_officials"
LATE = date(2018, 12, 16)


@pytest.fixture
def year() -> Year:
    return open_2018()


def save(year: Year, actor: Any, base: int = 0, **said: Any) -> None:
    entry = RowEntry(base=base, said=said)
    save_row(actor=actor, pk=year.row("5.7.1").pk, entry=entry, today=DAY)


# ── One sheet ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_claim_in_a_row_that_does_not_apply_counts_for_nothing(year: Year):
    scorer = acting(Role.SCORER)
    save(year, scorer, claimed=Decimal("0.50"))
    save(year, scorer, base=1, applicable=False)

    seen = opened_sheet(year.sheet().pk, actor=scorer, today=DAY)

    assert seen is not None
    assert (seen.claimed, seen.filled, seen.maximum, seen.days_left) == (Decimal(0), 1, Decimal("9.50"), 12)


def test_a_row_opened_alone_says_what_it_says_on_its_sheet(year: Year):
    scorer, pk = acting(Role.SCORER), year.row("5.7.1").pk
    save(year, scorer, claimed=Decimal("0.25"))

    alone = opened_row(pk, actor=scorer, today=DAY)
    sheet = opened_sheet(year.sheet().pk, actor=scorer, today=DAY)

    assert alone is not None
    assert sheet is not None
    assert [line.row.pk for line in alone.rows] == [pk]
    assert alone.row(pk) == sheet.row(pk)


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.SCORER, "26-so-tu-phap"),
        (Role.CONTRIBUTOR, "26-so-tu-phap"),
        (Role.ADMINISTRATOR, "26-so-noi-vu"),
    ],
)
def test_whoever_may_read_no_row_finds_neither_sheet_nor_row(year: Year, role: Role, place: str):
    actor = acting(role, place)

    assert opened_sheet(year.sheet().pk, actor=actor, today=DAY) is None
    assert opened_row(year.row("5.7.1").pk, actor=actor, today=DAY) is None


def test_trying_a_fact_gives_what_saving_it_would_give_and_stores_nothing(year: Year):
    row, framework = year.row("5.7.1"), framework_of(year.round.framework)
    book = books_of([year.unit])[year.unit.pk]
    better = RowEntry(base=0, facts={SHARE: FactEntry(value=Fraction(1))})
    withdrawn = RowEntry(base=0, facts={SHARE: FactEntry(value=None)})

    tried = previewed(row, framework, book, better)
    saved = save_row(actor=acting(Role.SCORER), pk=row.pk, entry=better, today=DAY).version
    now = books_of([year.unit])[year.unit.pk]

    assert (tried.points, saved.computed) == (Decimal("0.50"), Decimal("0.5"))
    assert previewed(row, framework, now, withdrawn).outcome is Outcome.MISSING
    assert RoundFact.objects.count() == 1


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_counts_what_is_filled_claimed_missing_and_returned(year: Year):
    head, coordinator = acting(Role.HEAD), acting(Role.COORDINATOR)
    save(year, head, claimed=Decimal("0.25"))
    submit(actor=head, sheet=year.sheet(), today=DAY)
    return_row(actor=coordinator, pk=year.row("5.7.1").pk, reason="Số liệu chưa khớp", today=DAY)

    (brief,) = sheet_list(actor=head, today=DAY).shown

    assert (brief.filled, brief.missing, brief.claimed, brief.maximum) == (
        1,
        0,
        Decimal("0.25"),
        Decimal("9.50"),
    )
    assert dict(brief.stages) == {Stage.RETURNED: 1, Stage.SUBMITTED: year.sheet().rows.count() - 1}
    assert [(row.criterion, row.current and row.current.reason) for row in brief.returned] == [
        ("5.7.1", "Số liệu chưa khớp")
    ]


def test_a_sheet_is_open_until_its_last_day_and_after_it_where_a_row_was_reopened(year: Year):
    head = acting(Role.HEAD)
    (in_time,) = sheet_list(actor=head, today=LATE - timedelta(days=1)).shown
    (late,) = sheet_list(actor=head, today=LATE).shown
    reopen(
        actor=acting(Role.COORDINATOR),
        pk=year.row("5.7.1").pk,
        reason="Bổ sung số liệu mới",
        until=LATE,
        today=LATE,
    )
    (reopened,) = sheet_list(actor=head, today=LATE).shown

    assert [(one.days_left, one.is_open) for one in (in_time, late, reopened)] == [
        (0, True),
        (-1, False),
        (-1, True),
    ]


def test_sheets_that_can_be_written_in_stand_before_those_that_were_sent(year: Year):
    head = as_actor(give_post(person(Role.HEAD), Role.HEAD, "26-van-phong-ubnd-tinh"))
    first, last = sheet_list(actor=head, today=DAY).own
    submit(actor=head, sheet=first.sheet, today=DAY)

    own = sheet_list(actor=head, today=DAY).own

    assert [brief.sheet for brief in own] == [last.sheet, first.sheet]


def test_a_contributor_is_told_of_the_rows_given_to_them_alone(year: Year):
    clerk = acting(Role.CONTRIBUTOR, criteria=("5.7",))

    (brief,) = sheet_list(actor=clerk, today=DAY).shown

    assert ([row.criterion for row in brief.rows], brief.maximum) == (["5.7.1"], Decimal("0.50"))


def test_a_helping_agency_is_told_of_the_rows_it_helps_with(year: Year):
    clerk = acting(Role.CONTRIBUTOR, "26-so-tu-phap")
    before = sheet_list(actor=clerk, today=DAY)
    RowHelper.objects.create(row=year.row("5.7.1"), agency=agency("26-so-tu-phap", "Sở Tư pháp"))

    after = sheet_list(actor=clerk, today=DAY)

    assert (before.shown, [row.criterion for row in after.shown[0].rows]) == ((), ["5.7.1"])


def test_everybodys_list_stands_by_level_and_is_narrowed_without_diacritics(year: Year):
    version = built_in_version("mau-cap-xa", actor=SYSTEM)
    commune = agency("26-xa-a", "UBND xã An Hòa", "commune")
    open_sheets(actor=SYSTEM, round_=open_round(actor=SYSTEM, year=2018, framework=version, units=[commune]))
    reader = acting(Role.LEADER, "26")

    whole = sheet_list(actor=reader, today=DAY)
    found = sheet_list(actor=reader, today=DAY, wanted=SheetFilter(query="an hoa", stage="draft"))

    in_use = year.unit.sheets.filter(rows__isnull=False).distinct().count()
    assert {level.value: len(briefs) for level, briefs in whole.groups.items()} == {
        "province": in_use,
        "commune": 1,
    }
    assert [brief.sheet.agency.name for brief in found.shown] == ["UBND xã An Hòa"]
    assert sheet_list(actor=reader, today=DAY, wanted=SheetFilter(level="district")).shown == ()


def test_the_newest_year_is_shown_and_an_earlier_one_on_demand(year: Year):
    version = built_in_version("2948-2017", actor=SYSTEM)
    units = [agency("26", "Tỉnh Vĩnh Phúc", "province")]
    newer = open_round(actor=SYSTEM, year=2019, framework=version, units=units)
    open_sheets(
        actor=SYSTEM,
        round_=newer,
        leads={str(area): agency("26-so-noi-vu", "Sở Nội vụ") for area in range(1, 9)},
    )
    scorer = acting(Role.SCORER)

    assert years_for(scorer) == (2019, 2018)
    assert [sheet_list(actor=scorer, today=DAY, year=wanted).year for wanted in (None, 2018, 1999)] == [
        2019,
        2018,
        2019,
    ]


# ── Best units ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_criterion_that_compares_with_the_best_unit_finds_it_among_the_round(db: None):
    version = built_in_version("mau-cap-xa", actor=SYSTEM)
    communes = [agency(f"26-xa-{n}", name, "commune") for n, name in enumerate(("Xã A", "Xã B", "Xã B"))]
    round_ = open_round(actor=SYSTEM, year=2018, framework=version, units=communes)
    framework = framework_of(version)
    rule = next(
        leaf.rule for leaf in framework.leaves() if leaf.rule and leaf.rule.kind == "relative_to_best"
    )
    value, best = (wanted.fact for wanted in rule.inputs())
    units = list(round_.units.all())
    for unit, count in zip(units, (2, 5, 4), strict=True):
        know(unit, value, count)

    (running,) = books_of(units[:1])[units[0].pk].find(best)
    AssessmentRound.objects.filter(pk=round_.pk).update(published_at=timezone.now())
    books = books_of(RoundUnit.objects.filter(pk=units[0].pk))

    (found,) = books[units[0].pk].find(best)
    assert (set(books), found.value, found.reference.place) == ({units[0].pk}, 5, "Xã B (26-xa-1)")
    # which unit it is stays secret until publication
    assert (running.value, running.reference.place) == (5, "")


def know(unit: RoundUnit, code: str, count: int) -> None:
    fact = Fact(
        code=code, value=count, reference=LegalReference(document="Báo cáo"), certainty=Certainty.SAMPLE
    )
    store_facts(actor=SYSTEM, unit=unit, framework=framework_of(unit.round.framework), facts=[fact])


# ── What a row said ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_row_tells_its_versions_newest_first_and_saves_in_a_row_once(year: Year):
    scorer, head = acting(Role.SCORER), acting(Role.HEAD)
    save(year, scorer, claimed=Decimal("0.50"))
    save(year, scorer, base=1, claimed=Decimal("0.25"), justification="Còn người chưa đạt")
    save(year, head, base=0, justification="Lời gặp phải bản mới hơn")
    submit(actor=head, sheet=year.sheet(), today=DAY)

    told = row_history(year.row("5.7.1"))

    assert [(one.move, one.saves, one.version.is_aside) for one in told] == [
        (Move.SUBMIT, 1, False),
        (Move.SAVE, 1, True),
        (Move.SAVE, 2, False),
    ]
    assert [sorted(one.changed) for one in told] == [[], ["justification"], []]


def test_a_version_tells_the_facts_it_was_computed_from_in_words(year: Year):
    entry = RowEntry(base=0, facts={SHARE: FactEntry(value=Fraction(249, 250))})
    save_row(actor=acting(Role.SCORER), pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    told = facts_in_words(RowVersion.objects.get(), framework_of(year.round.framework), "vi")

    assert [(title.vi, lines) for title, lines in told] == [("Tỷ lệ công chức cấp xã đạt chuẩn", ("99,6%",))]


def test_words_kept_aside_tell_what_they_said_and_nothing_of_what_stood(year: Year):
    pk, framework = year.row("5.7.1").pk, framework_of(year.round.framework)
    seen = {SHARE: fact_mark(())}
    first = RowEntry(base=0, said={"claimed": Decimal("0.50")}, facts={SHARE: FactEntry(value=Fraction(1))})
    save_row(actor=acting(Role.SCORER), pk=pk, entry=replace(first, seen=seen), today=DAY)
    words = RowEntry(base=0, said={"justification": "", "claimed": Decimal("0.25")})
    fact = RowEntry(base=0, facts={SHARE: FactEntry(value=None, applicable=False)}, seen=seen)

    for entry in (words, fact):
        assert save_row(actor=acting(Role.HEAD), pk=pk, entry=entry, today=DAY).conflict

    newest, older, _ = row_history(year.row("5.7.1"))
    assert (sorted(newest.said), sorted(older.said)) == (["facts"], ["claimed"])
    assert [lines for _, lines in facts_in_words(newest.version, framework, "vi")] == [("không áp dụng",)]
    changes = LogEntry.objects.filter(deed="row_kept_aside").values_list("detail__changes", flat=True)
    assert [sorted(one) for one in changes] == [["claimed"], ["facts"]]
