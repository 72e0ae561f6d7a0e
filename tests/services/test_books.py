"""The facts of a unit with the round's best figure: named once the round is published, and not before."""

import pytest

from parindex.records.models import RoundUnit
from parindex.services.sheets.books import book_of

pytestmark = pytest.mark.usefixtures("sample_years")


def best_figures(unit: RoundUnit) -> set[tuple[str, bool]]:
    """Where the best figures among units come from, and whether a unit is named."""
    found = (
        fact.reference for fact in book_of(unit) if fact.reference.document.startswith("Số liệu của các")
    )
    return {(reference.document, bool(reference.place)) for reference in found}


@pytest.mark.parametrize(("year", "is_named"), [(2017, True), (2018, False)])
def test_the_best_unit_is_named_only_in_a_published_round(year: int, is_named: bool):
    unit = RoundUnit.objects.filter(round__year=year, round__level="district").order_by("position")[0]

    assert best_figures(unit) == {("Số liệu của các đơn vị trong kỳ", is_named)}
