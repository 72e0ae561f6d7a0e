"""Số liệu của đơn vị: the facts that rules read, with the round's best figures where a criterion compares with them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from parindex.domain.best_unit import BEST_OF_ROUND, with_best
from parindex.domain.facts import Fact, FactBook
from parindex.domain.framework import Framework
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.records.models import AssessmentRound, RoundUnit
from parindex.records.queries.rounds import fact_books, fact_count
from parindex.services.frameworks.storing import framework_of

BooksOf = Callable[[Collection[RoundUnit]], Mapping[int, FactBook]]


def book_of(unit: RoundUnit) -> FactBook:
    """The facts of one unit, as its criteria read them."""
    return books_of([unit])[unit.pk]


def books_of(units: Collection[RoundUnit]) -> Mapping[int, FactBook]:
    """The facts of several units, by the units' keys: one query, and two more for each round with a best unit."""
    books = dict(fact_books(units))
    for round_ in {unit.round_id: unit.round for unit in units}.values():
        if codes := _compared(framework_of(round_.framework)):
            books.update(_with_best(round_, codes, books))
    return {unit.pk: books[unit.pk] for unit in units}


def read_once(units: Collection[RoundUnit]) -> BooksOf:
    """`books_of` for a deed that takes units of one round one after the other: all are read at the first of them.

    Moves change no facts, and facts are only ever added: while there are as many, they are the same ones. Where a
    colleague adds one meanwhile, the units that are still to come are read anew.
    """
    (round_,) = {unit.round_id for unit in units}
    kept: dict[int, Mapping[int, FactBook]] = {}

    def books(wanted: Collection[RoundUnit]) -> Mapping[int, FactBook]:
        # counted before they are read: what is added in between is then noticed at the next unit
        count = fact_count(round_)
        if count not in kept:
            kept.clear()
            kept[count] = books_of(units)
        return {unit.pk: kept[count][unit.pk] for unit in wanted}

    return books


def _compared(framework: Framework) -> set[str]:
    """The facts whose best figure among a round's units some criterion compares with."""
    rules = (leaf.rule for leaf in framework.leaves())
    return {code for rule in rules if isinstance(rule, RelativeToBest) for code in (rule.value, rule.best)}


def _with_best(
    round_: AssessmentRound, codes: set[str], wanted: Mapping[int, FactBook]
) -> Mapping[int, FactBook]:
    """The books that are wanted, with the best figures; of the round's other units only the compared facts are read."""
    units = list(round_.units.select_related("agency"))
    books = {**fact_books([unit for unit in units if unit.pk not in wanted], codes=codes), **wanted}
    # the best unit is named by the name that readers know, and by its code where two units share it
    names = [unit.name for unit in units]
    keys = {
        unit.pk: unit.name if names.count(unit.name) == 1 else f"{unit.name} ({_code(unit)})"
        for unit in units
    }
    complete = with_best(framework_of(round_.framework), {key: books[pk] for pk, key in keys.items()})
    found = {pk: complete[key] for pk, key in keys.items() if pk in wanted}
    return found if round_.published_at else {pk: _nameless(book, codes) for pk, book in found.items()}


def _nameless(book: FactBook, codes: set[str]) -> FactBook:
    """The same facts without saying which unit is the best: that is secret until the round is published."""
    return FactBook.of(
        replace(fact, reference=BEST_OF_ROUND) if fact.code in codes and _is_found(fact) else fact
        for fact in book
    )


def _is_found(fact: Fact) -> bool:
    return fact.reference.document == BEST_OF_ROUND.document


def _code(unit: RoundUnit) -> str:
    return unit.agency.code if unit.agency else str(unit.pk)
