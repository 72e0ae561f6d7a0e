"""Số liệu của đơn vị: the facts that rules read, with the round's best figures where a criterion compares with them."""

from collections.abc import Collection, Mapping

from parindex.domain.best_unit import with_best
from parindex.domain.facts import FactBook
from parindex.domain.framework import Framework
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.records.models import AssessmentRound, RoundUnit
from parindex.records.queries.rounds import fact_books
from parindex.services.frameworks import framework_of


def book_of(unit: RoundUnit) -> FactBook:
    """The facts of one unit, as its criteria read them."""
    return books_of([unit])[unit.pk]


def books_of(units: Collection[RoundUnit]) -> Mapping[int, FactBook]:
    """The facts of several units, by the units' keys: one query, and two more for each round with a best unit."""
    rounds = {unit.round_id: unit.round for unit in units}
    compared = [round_ for round_ in rounds.values() if _compares(framework_of(round_.framework))]
    plain = [unit for unit in units if unit.round_id not in {round_.pk for round_ in compared}]
    books = dict(fact_books(plain)) if plain else {}
    for round_ in compared:
        books.update(_with_best(round_))
    return {unit.pk: books[unit.pk] for unit in units}


def _compares(framework: Framework) -> bool:
    return any(isinstance(leaf.rule, RelativeToBest) for leaf in framework.leaves())


def _with_best(round_: AssessmentRound) -> Mapping[int, FactBook]:
    units = list(round_.units.select_related("agency"))
    books = fact_books(units)
    # the best unit is named by the name that readers know, and by its code where two units share it
    names = [unit.name for unit in units]
    keys = {
        unit.pk: unit.name if names.count(unit.name) == 1 else f"{unit.name} ({_code(unit)})"
        for unit in units
    }
    complete = with_best(framework_of(round_.framework), {keys[pk]: book for pk, book in books.items()})
    return {pk: complete[keys[pk]] for pk in books}


def _code(unit: RoundUnit) -> str:
    return unit.agency.code if unit.agency else str(unit.pk)
