"""What every rule kind answers alike."""

from decimal import Decimal
from fractions import Fraction

import pytest

from parindex.domain.explanation import explain
from parindex.domain.facts import Event, Fact, FactBook, FactKind, FactValue, Interval, NamedCount, fits
from parindex.domain.rules.base import Outcome
from parindex.domain.scoring import score_criterion
from parindex.frameworks.loader import framework_for
from tests.domain.sample import fact

FRAMEWORK = framework_for("2948-2017")
SHARE = "qualified_commune_officials"


def scored(*facts: Fact) -> tuple[Outcome, tuple[str, ...]]:
    criterion = FRAMEWORK.criterion("5.7.1")
    assert criterion is not None
    score = score_criterion(FRAMEWORK, criterion, FactBook.of(facts))
    return score.outcome, explain(score, FRAMEWORK, "vi")


def test_a_missing_fact_is_named_and_is_no_silent_zero():
    assert scored() == (
        Outcome.MISSING,
        ("Chưa có số liệu “Tỷ lệ công chức cấp xã đạt chuẩn”: chưa chấm được.",),
    )


def test_a_fact_that_does_not_apply_leaves_the_criterion_out():
    assert scored(fact(SHARE, None)) == (
        Outcome.NOT_APPLICABLE,
        (
            "Số liệu “Tỷ lệ công chức cấp xã đạt chuẩn” được kê khai là không áp dụng: không tính điểm tiêu chí này.",
        ),
    )


def test_two_facts_that_differ_contradict_each_other_with_their_sources():
    one, other = (
        fact(SHARE, Fraction(1, 2), place="trang 1"),
        fact(SHARE, Fraction(3, 4), place="trang 9"),
    )

    assert scored(one, other) == (
        Outcome.CONTRADICTORY,
        (
            "Có 2 số liệu “Tỷ lệ công chức cấp xã đạt chuẩn” không thống nhất (Báo cáo, trang 1; Báo cáo, trang 9): "
            "phải chọn một số liệu trước khi chấm.",
        ),
    )


def test_two_facts_that_agree_are_one():
    assert scored(fact(SHARE, Fraction(1)), fact(SHARE, Fraction(1)))[0] is Outcome.SCORED


@pytest.mark.parametrize(
    "value", ["99,6%", True, Fraction(6, 5), Fraction(-1, 5), Decimal("0.5"), Interval(high=Fraction(2))]
)
def test_a_value_of_another_kind_is_refused_with_a_sentence(value: FactValue):
    assert scored(fact(SHARE, value)) == (
        Outcome.CONTRADICTORY,
        ("Số liệu “Tỷ lệ công chức cấp xã đạt chuẩn” không đúng loại; quy tắc cần tỷ lệ từ 0% đến 100%.",),
    )


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (FactKind.COUNT, 0, True),
        (FactKind.COUNT, -1, False),
        (FactKind.COUNT, True, False),
        (FactKind.YES_NO, 1, False),
        (FactKind.EVENTS, (), True),
        (FactKind.EVENTS, (NamedCount(name="x", count=1),), False),
        (FactKind.EVENTS, (Event(kind="x", text="x"),), True),
        (FactKind.SHARE, Interval(low=Fraction(1, 2)), True),
        (FactKind.NUMBER, Decimal("-5"), True),
    ],
)
def test_a_value_fits_its_kind(kind: FactKind, value: FactValue, expected: bool):
    assert fits(kind, value) is expected
