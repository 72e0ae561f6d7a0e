"""Đơn vị tốt nhất: the figure that criteria "relative to the best unit" compare with, found among a round's units."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import cast

from parindex.domain.facts import Fact, FactBook, FactKind, Interval, fits
from parindex.domain.framework import Framework
from parindex.domain.rules.figures import Figure
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.sources import Certainty, LegalReference, weakest

BEST_OF_ROUND = LegalReference(document="Số liệu của các đơn vị trong kỳ")
_MOST_NAMED = 5


def with_best(framework: Framework, books: Mapping[str, FactBook]) -> Mapping[str, FactBook]:
    """The books of a round's units (by code), each with the best figure of every criterion that needs one.

    The best is the highest among figures that are exact, apply and are not contradictory; where there is none,
    nothing is added. A best figure that somebody entered stands alone if it agrees, else both stand and contradict.
    """
    best = tuple(_best_facts(framework, books))
    return {unit: _with(book, best) for unit, book in books.items()}


def _best_facts(framework: Framework, books: Mapping[str, FactBook]) -> Iterator[Fact]:
    rules = (leaf.rule for leaf in framework.leaves())
    compared = {
        (rule.value, rule.best): FactKind(rule.measure) for rule in rules if isinstance(rule, RelativeToBest)
    }
    for (value, best), kind in compared.items():
        found = {unit: fact for unit, book in books.items() if (fact := _exact(book, value, kind))}
        if found:
            yield _best_fact(best, found)


def _exact(book: FactBook, code: str, kind: FactKind) -> Fact | None:
    facts = book.find(code)
    usable = facts and all(fact.applicable and fact.value == facts[0].value for fact in facts)
    exact = usable and fits(kind, facts[0].value) and not isinstance(facts[0].value, Interval)
    return facts[0] if exact else None


def _best_fact(code: str, found: Mapping[str, Fact]) -> Fact:
    highest = max(_figure(fact) for fact in found.values())
    held = {unit: fact for unit, fact in found.items() if _figure(fact) == highest}
    return Fact(
        code=code,
        value=next(iter(held.values())).value,
        reference=replace(BEST_OF_ROUND, place=_named(sorted(held))),
        # of two units that hold the best figure, the surer one settles it
        certainty=min((_derived(fact) for fact in held.values()), key=list(Certainty).index),
    )


def _figure(fact: Fact) -> Fraction:
    return Fraction(cast("Figure", fact.value))


def _derived(fact: Fact) -> Certainty:
    return weakest((Certainty.DERIVED, fact.certainty)) or Certainty.DERIVED


def _named(units: list[str]) -> str:
    others = len(units) - _MOST_NAMED
    named = "; ".join(units[:_MOST_NAMED])
    return f"{named} và {others} đơn vị khác" if others > 0 else named


def _with(book: FactBook, best: Iterable[Fact]) -> FactBook:
    added = [fact for fact in best if not _agrees(book.find(fact.code), fact)]
    return FactBook.of((*book, *added)) if added else book


def _agrees(entered: tuple[Fact, ...], best: Fact) -> bool:
    return bool(entered) and all(fact.applicable and fact.value == best.value for fact in entered)
