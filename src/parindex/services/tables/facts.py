"""Số liệu qua bảng tính: the facts of a round's units, entered by who manages rounds."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from parindex.documents.tables.facts import KIND as KIND
from parindex.documents.tables.facts import FactTable, differences, read, write
from parindex.domain.agencies import AgencyLevel
from parindex.domain.facts import Fact, FactKind
from parindex.domain.rights import Right
from parindex.domain.rules.base import Sentence
from parindex.domain.sources import Certainty
from parindex.records.models import AssessmentRound, RoundFact, RoundUnit
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.rounds.facts import fact_row
from parindex.services.tables.model import Incoming, Preview, identity_of, refusals
from parindex.services.tables.units import (
    CERTAINTY,
    certainty_refusals,
    code_of,
    fact_names,
    fact_of,
    fact_table,
)

_PUBLISHED = Sentence(
    vi="Kỳ đánh giá đã công bố nên số liệu không đổi được nữa; chưa lưu gì.",
    en="The round is published, so its facts no longer change; nothing was stored.",
)


def export(*, actor: Actor, units: Collection[RoundUnit]) -> bytes:
    """The facts of units of one round. Before it is published, for who may read its results only."""
    if not next(iter(units)).round.published_at:
        actor.require(Right.READ_RESULT)
    actor.require(Right.READ_PUBLISHED)
    return write(_table(units))


def take(incoming: Incoming) -> Preview:
    """Store the facts that a workbook changes; each stands for all earlier ones of its code, which are kept."""
    incoming = replace(incoming, actor=incoming.actor.require(Right.MANAGE_ROUNDS))
    found = read(incoming.workbook)
    round_ = _round(found)
    units = [unit for unit in _units(round_) if code_of(unit) in {one.code for one in found.units}]
    stored = _table(units) if units else replace(found, units=())
    changes = differences(stored, found)
    allowed = tuple(change for change in changes if not change.refused and change.what != CERTAINTY)
    problems = (_PUBLISHED,) if allowed and round_.published_at else ()
    if allowed and not problems:
        _store(units, stored, found, {fact_of(change) for change in allowed}, incoming)
    return Preview(
        kind=KIND,
        identity=identity_of(incoming.workbook),
        changes=allowed,
        refused=(*refusals(changes), *certainty_refusals(changes)),
        problems=problems,
        names=fact_names(stored, changes),
    )


def _round(table: FactTable) -> AssessmentRound:
    level = table.level if table.level in set(AgencyLevel) else ""
    found = AssessmentRound.objects.select_related("framework").filter(year=table.year, level=level).first()
    if found is None:
        raise DeedError(
            f"Chưa mở kỳ đánh giá năm {table.year} của cấp này; chưa lưu gì.",
            f"The round of {table.year} is not open at this level; nothing was stored.",
        )
    return found


def _units(round_: AssessmentRound) -> Iterable[RoundUnit]:
    return round_.units.select_related("round__framework", "agency").order_by("position", "pk")


def _table(units: Collection[RoundUnit]) -> FactTable:
    framework = framework_of(next(iter(units)).round.framework)
    return fact_table(units, framework.fact_definitions)


def _store(
    units: Iterable[RoundUnit],
    stored: FactTable,
    found: FactTable,
    changed: Collection[tuple[str, str]],
    incoming: Incoming,
) -> None:
    kinds = {definition.code: definition.kind for definition in stored.definitions}
    before, after = _by_code(stored), _by_code(found)
    for unit in units:
        codes = [code for code in kinds if (code_of(unit), code) in changed]
        keys = [(code_of(unit), code) for code in codes]
        rows = [
            row
            for key in keys
            for row in _rows(unit, kinds[key[1]], key[1], before.get(key, ()), after.get(key, ()))
        ]
        for row in rows:
            row.reason, row.entered_by_id = incoming.source.reason, incoming.actor.user_id
        RoundFact.objects.bulk_create(rows)
        if rows:
            record(
                actor=incoming.actor,
                deed="store_facts",
                subject=str(unit),
                about=[f"unit:{unit.pk}", f"round:{unit.round_id}"],
                facts=len(rows),
                codes=codes,
                source=incoming.source.name,
                sha256=incoming.source.sha256,
            )


def _by_code(table: FactTable) -> Mapping[tuple[str, str], tuple[Fact, ...]]:
    found: dict[tuple[str, str], tuple[Fact, ...]] = {}
    for unit in table.units:
        for fact in unit.facts:
            found[unit.code, fact.code] = (*found.get((unit.code, fact.code), ()), fact)
    return found


def _rows(
    unit: RoundUnit, kind: FactKind, code: str, before: tuple[Fact, ...], after: tuple[Fact, ...]
) -> Iterator[RoundFact]:
    """What is stored in place of the facts of one code: the first row replaces all, the others stand beside it."""
    if not after:
        yield RoundFact(
            unit=unit,
            code=code,
            kind=kind,
            certainty=Certainty.REPORTED,
            replaces=True,
            is_withdrawn=True,
        )
    for position, fact in enumerate(after):
        row = fact_row(unit, _reported(fact, before), kind, position)
        row.replaces = position == 0
        yield row


def _reported(fact: Fact, before: Iterable[Fact]) -> Fact:
    """A fact that stood already stays as sure as it was; any other is what somebody reports."""
    kept = (old for old in before if replace(old, certainty=fact.certainty) == fact)
    return next(kept, replace(fact, certainty=Certainty.REPORTED))
