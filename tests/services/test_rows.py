"""Filling in a row: what is kept, what is refused, and what happens when two people write at once."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.rights import Role
from parindex.records.models import LogEntry, RoundFact, RowVersion
from parindex.records.queries.rounds import fact_book
from parindex.services.actor import RefusedError
from parindex.services.errors import DeedError
from parindex.services.log import verify
from parindex.services.sheets.rows import FactEntry, RowEntry, fact_mark, save_row
from tests.scoring_year import DAY, Year, acting, open_2018

pytestmark = pytest.mark.django_db

SHARE = "qualified_commune_officials"


@pytest.fixture
def year() -> Year:
    return open_2018()


def test_a_saved_row_keeps_claim_fact_and_computed_points_with_their_explanation(year: Year):
    scorer = acting(Role.SCORER)
    entry = RowEntry(
        base=0,
        said={"claimed": Decimal("0.25"), "justification": "Còn một số công chức chưa đạt chuẩn"},
        facts={SHARE: FactEntry(value=Fraction(249, 250), document="Báo cáo 12/BC-SNV")},
    )

    saved = save_row(actor=scorer, pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    version = RowVersion.objects.get(pk=saved.version.pk)
    assert (saved.conflict, version.number, version.claimed, version.computed) == (
        (),
        1,
        Decimal("0.2500"),
        Decimal("0.2500"),
    )
    assert [step["key"] for step in version.steps["steps"]] == ["band_by_rate.share.band"]
    assert [fact["value"] for fact in version.facts] == ["249/250"]
    assert (version.by and version.by.pk, year.row("5.7.1").current) == (scorer.user_id, version)


def test_each_save_is_a_version_of_its_own_and_an_entry_in_the_log(year: Year):
    scorer, pk = acting(Role.SCORER), year.row("5.7.1").pk
    for base, claimed in enumerate(("0.25", "0.50", "0.00")):
        entry = RowEntry(base=base, said={"claimed": Decimal(claimed)})
        save_row(actor=scorer, pk=pk, entry=entry, today=DAY)

    versions = RowVersion.objects.filter(row=pk).values_list("number", "claimed")
    logged = LogEntry.objects.filter(subjects__about=f"row:{pk}").values_list("deed", "address")

    assert list(versions) == [(1, Decimal("0.25")), (2, Decimal("0.5")), (3, Decimal("0"))]
    assert list(logged) == [("row_save", "10.0.0.7")] * 3
    assert list(verify()) == []


def test_two_people_who_write_in_different_columns_lose_nothing(year: Year):
    pk = year.row("5.7.1").pk
    one, other = acting(Role.SCORER), acting(Role.HEAD)

    save_row(actor=one, pk=pk, entry=RowEntry(base=0, said={"claimed": Decimal("0.25")}), today=DAY)
    saved = save_row(actor=other, pk=pk, entry=RowEntry(base=0, said={"remark": "Xem lại"}), today=DAY)

    assert (saved.conflict, saved.version.claimed, saved.version.remark) == ((), Decimal("0.25"), "Xem lại")


def test_the_second_of_two_who_write_in_one_column_sees_both_and_both_are_kept(year: Year):
    pk = year.row("5.7.1").pk
    one, other = acting(Role.SCORER), acting(Role.HEAD)
    first = RowEntry(base=0, said={"justification": "Lời của người thứ nhất"})
    second = RowEntry(base=0, said={"justification": "Lời của người thứ hai"})

    save_row(actor=one, pk=pk, entry=first, today=DAY)
    saved = save_row(actor=other, pk=pk, entry=second, today=DAY)

    assert saved.conflict == ("justification",)
    assert saved.other == year.row("5.7.1").current
    kept = RowVersion.objects.filter(row=pk).values_list("justification", "is_aside")
    assert list(kept) == [("Lời của người thứ nhất", False), ("Lời của người thứ hai", True)]


def test_the_same_words_of_two_people_are_no_conflict(year: Year):
    pk = year.row("5.7.1").pk
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25")})

    save_row(actor=acting(Role.SCORER), pk=pk, entry=entry, today=DAY)
    saved = save_row(actor=acting(Role.HEAD), pk=pk, entry=entry, today=DAY)

    assert saved.conflict == ()


def test_two_people_who_enter_one_fact_differently_are_told_so(year: Year):
    pk = year.row("5.7.1").pk
    seen = {SHARE: fact_mark(())}
    one = RowEntry(base=0, facts={SHARE: FactEntry(value=Fraction(9, 10))}, seen=seen)
    other = RowEntry(base=0, facts={SHARE: FactEntry(value=Fraction(8, 10))}, seen=seen)

    save_row(actor=acting(Role.SCORER), pk=pk, entry=one, today=DAY)
    saved = save_row(actor=acting(Role.HEAD), pk=pk, entry=other, today=DAY)

    assert saved.conflict == (SHARE,)
    assert [fact.value for fact in fact_book(year.unit).find(SHARE)] == [Fraction(9, 10)]


def test_a_corrected_fact_stands_and_the_earlier_value_is_kept(year: Year):
    pk, scorer = year.row("5.7.1").pk, acting(Role.SCORER)
    for value in (Fraction(9, 10), Fraction(1)):
        entry = RowEntry(base=0, facts={SHARE: FactEntry(value=value)})
        save_row(actor=scorer, pk=pk, entry=entry, today=DAY)

    assert [fact.value for fact in fact_book(year.unit).find(SHARE)] == [Fraction(1)]
    assert list(RoundFact.objects.filter(code=SHARE).values_list("value", flat=True)) == ["9/10", "1"]


def test_a_claim_above_the_maximum_is_refused_and_nothing_is_kept(year: Year):
    entry = RowEntry(base=0, said={"claimed": Decimal("0.51")}, facts={SHARE: FactEntry(value=Fraction(1))})

    with pytest.raises(DeedError) as refused:
        save_row(actor=acting(Role.SCORER), pk=year.row("5.7.1").pk, entry=entry, today=DAY)

    assert refused.value.vi == "Điểm tự chấm phải từ 0 đến 0,50; chưa lưu gì."
    assert (RowVersion.objects.count(), RoundFact.objects.count()) == (0, 0)


def test_after_the_deadline_a_row_is_locked(year: Year):
    entry = RowEntry(base=0, said={"claimed": Decimal("0.25")})

    with pytest.raises(DeedError) as refused:
        save_row(actor=acting(Role.SCORER), pk=year.row("5.7.1").pk, entry=entry, today=DAY.replace(day=16))

    assert refused.value.vi == (
        "Đã hết hạn từ ngày 15/12/2018. Sở Nội vụ có thể mở lại từng dòng. Chưa lưu gì."
    )


@pytest.mark.parametrize(
    ("role", "agency"),
    [
        (Role.SCORER, "26-so-tu-phap"),
        (Role.COORDINATOR, "26-so-noi-vu"),
        (Role.APPRAISER, "26-so-noi-vu"),
        (Role.LEADER, "26"),
        (Role.ADMINISTRATOR, "26-so-noi-vu"),
    ],
)
def test_only_the_agency_of_the_sheet_fills_it_in(year: Year, role: Role, agency: str):
    entry = RowEntry(base=0, said={"remark": "Xin chào"})

    with pytest.raises(RefusedError):
        save_row(actor=acting(role, agency), pk=year.row("5.7.1").pk, entry=entry, today=DAY)


def test_a_contributor_fills_in_facts_of_the_rows_given_to_them_and_claims_nothing(year: Year):
    clerk = acting(Role.CONTRIBUTOR, criteria=("5.7",))
    fact = RowEntry(base=0, facts={SHARE: FactEntry(value=Fraction(1))})
    claim = RowEntry(base=0, said={"claimed": Decimal("0.50")})

    save_row(actor=clerk, pk=year.row("5.7.1").pk, entry=fact, today=DAY)

    with pytest.raises(RefusedError):
        save_row(actor=clerk, pk=year.row("5.7.1").pk, entry=claim, today=DAY)
    with pytest.raises(RefusedError):
        save_row(actor=clerk, pk=year.row("5.5.2").pk, entry=RowEntry(base=0), today=DAY)
