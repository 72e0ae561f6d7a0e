"""A round under another set of criteria, and what was claimed beside what was awarded."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.comparing import (
    ClaimedAndAwarded,
    Gap,
    WhatIf,
    WhatIfRow,
    carried,
    gaps,
    share_of,
    what_if,
)
from parindex.domain.facts import FactBook
from parindex.domain.framework import FactDefinition, Framework, Title
from parindex.domain.rules.all_or_nothing import AllOrNothing
from parindex.domain.rules.base import Outcome, Rule, Sentence
from parindex.domain.rules.proportional import Proportional
from parindex.domain.scoring import Tally, score_framework
from parindex.domain.sources import Certainty
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.loader import framework_for
from tests.domain.sample import criterion, fact, framework

REAL = framework_for("2948-2017")
POINTS = st.decimals(0, 5, places=2)


def _rate(code: str) -> Proportional:
    return Proportional(value=code, certainty=Certainty.PLAN)


def _met(code: str) -> AllOrNothing:
    return AllOrNothing(
        requirement=code,
        title=Title(vi="Ban hành kế hoạch", en="Issue a plan"),
        met_certainty=Certainty.PLAN,
        unmet_certainty=Certainty.PLAN,
    )


def _framework(**rules: tuple[str, Rule | None]) -> Framework:
    """A framework of leaves 1.1, 1.2, …: "c1" is the maximum and the rule of 1.1; facts are what the rules read."""
    leaves = tuple(
        criterion(f"1.{name.removeprefix('c')}", rule, maximum) for name, (maximum, rule) in rules.items()
    )
    read = {wanted.fact: wanted.kind for _, rule in rules.values() if rule for wanted in rule.inputs()}
    total = sum(Decimal(maximum) for maximum, _ in rules.values())
    made = framework(*leaves, total=str(total))
    definitions = tuple(
        FactDefinition(code=code, title=Title(vi=code), kind=kind) for code, kind in read.items()
    )
    return replace(made, fact_definitions=definitions)


def _rows(compared: WhatIf) -> dict[str, WhatIfRow]:
    return {row.code: row for row in compared.rows}


# ── Facts carried over ────────────────────────────────────────────────────────────────────────────────────────────────


def test_facts_that_both_define_alike_are_carried_over_as_they_are():
    old = _framework(c1=("1.00", _rate("on_time")), c2=("1.00", _rate("posts_filled")))
    new = _framework(c1=("2.00", _rate("on_time")), c2=("1.00", _met("posts_filled")))
    on_time = fact("on_time", Fraction(9, 10))
    book = FactBook.of([on_time, fact("posts_filled", Fraction(1)), fact("unheard_of", 1)])

    assert carried(book, old, new, {}).facts == (on_time,)


def test_a_fact_under_a_new_code_is_carried_where_one_criterion_stands_for_another_with_a_rule_alike():
    old = _framework(c1=("1.00", _rate("on_time")), c2=("1.00", _met("plan_issued")))
    new = _framework(c1=("1.00", _rate("dossiers_on_time")), c2=("1.00", _rate("plan_done")))
    book = FactBook.of([fact("on_time", Fraction(9, 10)), fact("plan_issued", True)])

    found = carried(book, old, new, {"1.1": ("1.1",), "1.2": ("1.2",)})

    assert found.facts == (fact("dossiers_on_time", Fraction(9, 10)),)
    assert carried(book, old, new, {"1.1": ("1.1", "1.2")}).facts == ()


def test_one_old_fact_serves_every_new_criterion_that_stands_for_its_own():
    old = _framework(c1=("2.00", _rate("on_time")))
    new = _framework(c1=("1.00", _rate("district_on_time")), c2=("1.00", _rate("commune_on_time")))
    book = FactBook.of([fact("on_time", Fraction(1, 2))])

    found = carried(book, old, new, {"1.1": ("1.1",), "1.2": ("1.1",)})

    assert [one.code for one in found] == ["district_on_time", "commune_on_time"]


def test_a_fact_that_the_new_one_still_defines_is_not_lent_to_another_code():
    old = _framework(c1=("1.00", _rate("on_time")))
    new = _framework(c1=("1.00", _rate("early")), c2=("1.00", _rate("on_time")))
    book = FactBook.of([fact("on_time", Fraction(1))])

    assert [one.code for one in carried(book, old, new, {"1.1": ("1.1",)})] == ["on_time"]


def test_under_the_same_criteria_every_fact_of_the_real_round_is_carried():
    book = load_facts().book

    assert carried(book, REAL, REAL, {}) == book


# ── Under another set of criteria ─────────────────────────────────────────────────────────────────────────────────────


def test_the_real_round_under_its_own_criteria_earns_the_same():
    book = load_facts().book
    mapping = {leaf.code: (leaf.code,) for leaf in REAL.leaves()}

    compared = what_if(book, REAL, REAL, mapping)

    assert compared.new_total == compared.old_total == score_framework(REAL, book).total
    assert [row.code for row in compared.rows if row.old != row.new] == []
    assert compared.dropped == ()


def test_a_new_criterion_stands_beside_the_share_of_the_old_ones():
    old = _framework(c1=("1.00", _rate("on_time")), c2=("3.00", _met("plan_issued")), c3=("1.00", None))
    new = _framework(c1=("2.00", _rate("on_time")), c2=("1.00", _rate("online")))
    book = FactBook.of([fact("on_time", Fraction(9, 10)), fact("plan_issued", False)])

    compared = what_if(book, old, new, {"1.1": ("1.1", "1.2")})

    first, second = compared.rows
    assert (first.old_codes, first.old_share, first.new_share) == (
        ("1.1", "1.2"), Fraction(9, 40), Fraction(9, 10)
    )  # fmt: skip
    assert (first.outcome, first.points, first.why) == (Outcome.SCORED, Decimal("1.80"), None)
    assert (second.old_codes, second.old, second.old_share) == ((), Tally(), None)
    assert (second.outcome, second.points, second.new_share) == (Outcome.MISSING, None, None)
    assert compared.dropped == ("1.3",)


def test_why_a_new_criterion_is_open_is_said_in_both_languages():
    old, new = _framework(c1=("1.00", _rate("on_time"))), _framework(c1=("1.00", _rate("online")))

    (row,) = what_if(FactBook.of([]), old, new, {}).rows

    assert row.why == Sentence(
        vi="Chưa có số liệu “online”: chưa chấm được.",
        en="The fact “online” is missing: this cannot be scored yet.",
    )


def test_a_parent_stands_for_its_leaves():
    new = _framework(c1=("1.50", _rate("procedures_published")))

    compared = what_if(load_facts().book, REAL, new, {"1.1": ("3.2",)})

    score = score_framework(REAL, load_facts().book)
    below = [s.tally for s in score.criteria if s.criterion.parent == "3.2"]
    assert _rows(compared)["1.1"].old == sum(below, Tally())
    assert _rows(compared)["1.1"].old_share == Fraction(0)


def test_totals_bear_their_maxima():
    old, new = _framework(c1=("4.00", _rate("on_time"))), _framework(c1=("10.00", _rate("on_time")))

    compared = what_if(FactBook.of([fact("on_time", Fraction(1, 2))]), old, new, {})

    assert (compared.old_total.earned, compared.old_total.maximum) == (Decimal("2.00"), Decimal("4.00"))
    assert (compared.new_total.earned, compared.new_total.maximum) == (Decimal("5.00"), Decimal("10.00"))


def test_a_share_leaves_out_what_does_not_apply_and_waits_for_what_is_open():
    part = Tally(maximum=Decimal(5), earned=Decimal(3), lost=Decimal(1), inapplicable=Decimal(1))

    assert share_of(part) == Fraction(3, 4)
    assert share_of(part + Tally(maximum=Decimal(1), open=Decimal(1))) is None
    assert share_of(Tally(maximum=Decimal(1), inapplicable=Decimal(1))) is None


# ── Claimed and awarded ───────────────────────────────────────────────────────────────────────────────────────────────


def _claim(agency: str, code: str, claimed: str, awarded: str, maximum: str = "2.00") -> ClaimedAndAwarded:
    return ClaimedAndAwarded(
        agency=agency,
        criterion=code,
        maximum=Decimal(maximum),
        claimed=Decimal(claimed),
        awarded=Decimal(awarded),
    )


CLAIMS = (
    _claim("246", "1.1", "2.00", "2.00"),
    _claim("246", "1.10", "1.50", "1.00"),
    _claim("243", "1.1", "2.00", "1.25"),
    _claim("243", "1.2", "0.50", "1.00"),
    _claim("243", "1.10", "1.00", "0.75"),
)


def test_agencies_and_criteria_stand_with_the_largest_over_scoring_first_and_equal_ones_by_code():
    found = gaps(CLAIMS)

    assert [(gap.of, str(gap.difference)) for gap in found.by_agency] == [("243", "0.50"), ("246", "0.50")]
    assert [(gap.of, str(gap.difference)) for gap in found.by_criterion] == [
        ("1.1", "0.75"), ("1.10", "0.75"), ("1.2", "-0.50"),
    ]  # fmt: skip


def test_a_gap_counts_its_rows_and_those_that_claim_too_much():
    (gap, _) = gaps(CLAIMS).by_agency

    assert gap == Gap(
        of="243",
        count=3,
        over_count=2,
        maximum=Decimal("6.00"),
        claimed=Decimal("3.50"),
        awarded=Decimal("3.00"),
    )
    assert gap.share == Fraction(1, 12)


def test_without_a_maximum_there_is_no_share():
    (gap,) = gaps([_claim("243", "1.1", "0.00", "0.00", maximum="0.00")]).by_agency

    assert gap.share is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["1.1", "1.2", "2.1"]), POINTS, POINTS)))
def test_both_breakdowns_add_up_to_the_same_points(rows):
    claims = [
        ClaimedAndAwarded(agency=a, criterion=c, maximum=Decimal(5), claimed=claimed, awarded=awarded)
        for a, c, claimed, awarded in rows
    ]

    found = gaps(claims)

    over = sum(claim.claimed - claim.awarded for claim in claims)
    assert sum(gap.difference for gap in found.by_agency) == over
    assert sum(gap.difference for gap in found.by_criterion) == over
