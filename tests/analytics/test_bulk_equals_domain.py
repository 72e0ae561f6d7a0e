"""Bulk scoring against the domain's own, for every rule kind."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parindex.analytics.books import units_from_books
from parindex.analytics.kinds.family import BULK_KINDS
from parindex.analytics.scoring import score_units
from parindex.domain.facts import FactBook
from parindex.domain.rules.family import RULE_KINDS
from parindex.domain.scoring import score_framework
from tests.analytics.kit import facts_of, framework, maxima, roundings
from tests.analytics.rules import RULES, values_of

KINDS = [kind.__dataclass_fields__["kind"].default for kind in RULE_KINDS]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_many_units_score_as_each_alone(kind: str, data: st.DataObject):
    rule = data.draw(RULES[kind])
    held = framework(rule, maximum=data.draw(maxima), rounding=data.draw(roundings))
    books = data.draw(st.lists(books_for(rule), min_size=1, max_size=8))

    bulk = score_units(held, units_from_books(held, books))

    alone = [score_framework(held, book) for book in books]
    assert [bulk.explanation(unit, "1.1") for unit in range(len(books))] == [one.criteria[0] for one in alone]
    assert [bulk.outcome(unit, "1.1") for unit in range(len(books))] == [s.criteria[0].outcome for s in alone]
    assert [bulk.decimal(unit, "1.1") for unit in range(len(books))] == [s.criteria[0].points for s in alone]


def test_only_awards_have_no_kernel():
    assert set(KINDS) - BULK_KINDS == {"manual"}


def books_for(rule: Any) -> st.SearchStrategy[FactBook]:
    facts = [facts_of(wanted.fact, wanted.kind, values_of(rule, wanted)) for wanted in rule.inputs()]
    return st.tuples(*facts).map(lambda groups: FactBook.of(fact for group in groups for fact in group))
