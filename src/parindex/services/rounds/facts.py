"""Số liệu của đơn vị trong kỳ: storing facts that are already known of a unit."""

from collections.abc import Iterable

from django.db import transaction

from parindex.domain import facts as domain
from parindex.domain.fact_data import value_as_data
from parindex.domain.framework import Framework
from parindex.domain.rights import Right
from parindex.records.models import (
    RoundFact,
    RoundUnit,
)
from parindex.services.actor import Actor
from parindex.services.log import record


@transaction.atomic
def store_facts(*, actor: Actor, unit: RoundUnit, framework: Framework, facts: Iterable[domain.Fact]) -> int:
    """Store facts that are already known of a unit, beside those it has; returns how many."""
    actor = actor.require(Right.MANAGE_ROUNDS)
    kinds = {definition.code: definition.kind for definition in framework.fact_definitions}
    first = RoundFact.objects.filter(unit=unit).count()
    stored = RoundFact.objects.bulk_create(
        fact_row(unit, fact, kinds[fact.code], position) for position, fact in enumerate(facts, start=first)
    )
    record(
        actor=actor,
        deed="store_facts",
        subject=str(unit),
        about=[f"unit:{unit.pk}"],
        facts=len(stored),
    )
    return len(stored)


def fact_row(unit: RoundUnit, fact: domain.Fact, kind: domain.FactKind, position: int = 0) -> RoundFact:
    """A fact as a row to store."""
    return RoundFact(
        unit=unit,
        code=fact.code,
        kind=kind,
        value=None if fact.value is None else value_as_data(fact.value),
        applicable=fact.applicable,
        document=fact.reference.document,
        place=fact.reference.place,
        url=fact.reference.url,
        certainty=fact.certainty,
        note=fact.note,
        position=position,
    )
