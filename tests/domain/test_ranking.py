"""Ranks: equal points share one, and what is not settled has none."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.ranking import Ranked, rank

_NAMES = {"243": "Vĩnh Yên", "244": "Phúc Yên", "246": "Lập Thạch", "248": "Tam Đảo"}
_POINTS = st.none() | st.decimals(0, 100, places=2)


def _places(ranked: tuple[Ranked[str], ...]) -> list[tuple[str, int | None, bool]]:
    return [(row.key, row.rank, row.tied) for row in ranked]


def test_equal_points_share_a_rank_and_the_next_rank_is_left_out():
    entries = [
        ("243", Decimal("78.50")),
        ("244", Decimal("80.29")),
        ("246", Decimal("91.00")),
        ("248", Decimal("80.290")),
    ]

    assert _places(rank(entries)) == [
        ("246", 1, False),
        ("244", 2, True),
        ("248", 2, True),
        ("243", 4, False),
    ]


def test_units_without_settled_points_come_last_and_have_no_rank():
    ranked = rank([("243", None), ("244", Decimal("0.00")), ("246", None)])

    assert _places(ranked) == [("244", 1, False), ("243", None, False), ("246", None, False)]


def test_equal_units_stand_as_vietnamese_dictionaries_sort_their_names():
    entries = [(code, Decimal("80.00")) for code in ("243", "248", "244", "246")]

    ranked = rank(entries, name=_NAMES.__getitem__)

    assert [_NAMES[row.key] for row in ranked] == ["Lập Thạch", "Phúc Yên", "Tam Đảo", "Vĩnh Yên"]


def test_a_round_without_units_has_no_ranks():
    assert rank([]) == ()


@given(st.dictionaries(st.text(max_size=3), _POINTS))
def test_a_rank_is_one_more_than_the_units_that_have_more_points(points: dict[str, Decimal | None]):
    ranked = rank(points.items())

    settled = [value for value in points.values() if value is not None]
    assert {row.key: row.points for row in ranked} == points
    assert all(
        row.rank == 1 + sum(p > row.points for p in settled) for row in ranked if row.points is not None
    )
    assert all(row.tied == (settled.count(row.points) > 1) for row in ranked if row.points is not None)
    assert [row.rank for row in ranked if row.points is None] == [None] * (len(points) - len(settled))


@given(st.dictionaries(st.text(max_size=3), _POINTS), st.randoms())
def test_the_order_in_which_units_are_given_makes_no_difference(points, random):
    shuffled = list(points.items())
    random.shuffle(shuffled)

    ranked = rank(shuffled)

    by_key = {row.key: (row.rank, row.tied) for row in rank(points.items())}
    assert {row.key: (row.rank, row.tied) for row in ranked} == by_key
