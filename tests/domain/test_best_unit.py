"""The best unit of a round: found among its units, and never against what somebody entered."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.best_unit import with_best
from parindex.domain.facts import Fact, FactBook, FactValue, Interval
from parindex.domain.rules.base import Outcome
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.scoring import score_framework
from parindex.domain.sources import Certainty
from tests.domain.sample import criterion, fact, framework

RULE = RelativeToBest(value="initiatives", best="most_initiatives", measure="count", certainty=Certainty.PLAN)
FRAMEWORK = framework(criterion("1.1", RULE, maximum="2.00"), total="2.00")


def _books(**values: FactValue | None) -> dict[str, FactBook]:
    return {unit: FactBook.of([fact("initiatives", value)]) for unit, value in values.items()}


def _best(books: dict[str, FactBook], unit: str) -> list[Fact]:
    return list(with_best(FRAMEWORK, books)[unit].find("most_initiatives"))


def _outcome(books: dict[str, FactBook], unit: str) -> tuple[Outcome, Decimal | None]:
    (score,) = score_framework(FRAMEWORK, with_best(FRAMEWORK, books)[unit]).criteria
    return score.outcome, score.points


def test_every_unit_gets_the_highest_figure_with_the_unit_that_has_it():
    books = _books(u243=3, u244=4, u246=1)

    found = [_best(books, unit) for unit in books]

    assert [(best.value, best.reference.place, best.certainty) for (best,) in found] == [
        (4, "u244", Certainty.DERIVED)
    ] * 3
    assert [_outcome(books, unit) for unit in books] == [
        (Outcome.SCORED, Decimal("1.50")),
        (Outcome.SCORED, Decimal("2.00")),
        (Outcome.SCORED, Decimal("0.50")),
    ]


def test_several_best_units_are_all_named_up_to_five():
    units = {f"u{number}": 4 for number in range(247, 240, -1)}

    (best,) = _best(_books(**units), "u241")

    assert str(best.reference) == (
        "Số liệu của các đơn vị trong kỳ, u241; u242; u243; u244; u245 và 2 đơn vị khác"
    )


def test_sample_figures_make_a_sample_best():
    books = {"u243": FactBook.of([fact("initiatives", 3, certainty=Certainty.SAMPLE)])}

    (best,) = _best(books, "u243")

    assert best.certainty == Certainty.SAMPLE


def test_figures_that_do_not_apply_contradict_each_other_or_are_of_another_kind_are_never_the_best():
    books = _books(u243=2, u244=None, u246=Fraction(9, 10)) | {
        "u247": FactBook.of([fact("initiatives", 8), fact("initiatives", 9)])
    }

    (best,) = _best(books, "u243")

    assert (best.value, best.reference.place) == (2, "u243")


def test_a_figure_known_only_between_bounds_is_never_the_best():
    rule = RelativeToBest(value="revenue", best="most_revenue", certainty=Certainty.PLAN)
    vague = FactBook.of([fact("revenue", Interval(low=Fraction(9)))])
    exact = FactBook.of([fact("revenue", Decimal("8.5"))])

    books = with_best(framework(criterion("1.1", rule)), {"u243": vague, "u244": exact})

    assert [best.value for best in books["u243"].find("most_revenue")] == [Decimal("8.5")]


def test_without_any_figure_nothing_is_added():
    books = _books(u243=None, u244=None)

    assert with_best(FRAMEWORK, books) == books


def test_an_entered_best_figure_that_agrees_stands_alone():
    books = _books(u243=3, u244=4)
    entered = fact("most_initiatives", 4, place="biên bản thẩm định")
    books["u243"] = FactBook.of((*books["u243"], entered))

    assert _best(books, "u243") == [entered]


def test_an_entered_best_figure_that_does_not_agree_contradicts_the_one_that_was_found():
    books = _books(u243=3, u244=4)
    books["u243"] = FactBook.of((*books["u243"], fact("most_initiatives", 5)))

    assert [best.value for best in _best(books, "u243")] == [5, 4]
    assert _outcome(books, "u243") == (Outcome.CONTRADICTORY, None)
    assert _outcome(books, "u244") == (Outcome.SCORED, Decimal("2.00"))


def test_a_framework_without_such_criteria_leaves_the_books_as_they_are():
    books = _books(u243=3)

    assert with_best(framework(criterion("1.1")), books) == books


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 10**6), min_size=1))
def test_the_best_units_earn_the_maximum_and_no_unit_earns_more(figures: dict[str, int]):
    books = {unit: FactBook.of([fact("initiatives", figure)]) for unit, figure in figures.items()}

    points = {unit: _outcome(books, unit)[1] or Decimal(0) for unit in books}

    assert {points[unit] for unit, figure in figures.items() if figure == max(figures.values())} == {
        Decimal(2)
    }
    assert max(points.values()) == Decimal(2)
