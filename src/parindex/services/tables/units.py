"""Đơn vị và số liệu của bảng: how tables name units, and the facts of units as workbooks hold them."""

from collections.abc import Collection, Iterable, Mapping

from parindex.documents.tables import fact_rows
from parindex.documents.tables.changes import Change, heading
from parindex.documents.tables.facts import FactTable, UnitFacts
from parindex.domain.framework import FactDefinition
from parindex.domain.rules.base import Sentence
from parindex.records.models import RoundUnit
from parindex.records.queries.rounds import fact_books
from parindex.services.tables.model import Refusal

CERTAINTY = heading(fact_rows.SHAPE.columns["certainty"])
_REPORTED = Sentence(
    vi="Số liệu nhập từ tệp luôn là “cơ quan báo cáo”; độ chắc khác thì giữ nguyên.",
    en="Facts from a file are always “reported”; another certainty is left as it was.",
)


def code_of(unit: RoundUnit) -> str:
    """The code of a unit in tables: that of its agency."""
    return unit.agency.code if unit.agency else str(unit.pk)


def fact_table(units: Collection[RoundUnit], definitions: Iterable[FactDefinition]) -> FactTable:
    """The standing facts of units of one round, as far as the definitions say what they are."""
    round_ = next(iter(units)).round
    known = tuple(definitions)
    codes = {definition.code for definition in known}
    books = fact_books(units)
    return FactTable(
        year=round_.year,
        level=round_.level,
        units=tuple(
            UnitFacts(
                code=code_of(unit),
                name=unit.name,
                facts=tuple(fact for fact in books[unit.pk] if fact.code in codes),
            )
            for unit in units
        ),
        definitions=known,
    )


def fact_of(change: Change) -> tuple[str, str]:
    """The unit and the fact that a difference on the sheet of facts is about: "26, commune_officials (2)"."""
    unit, _, code = change.place.partition(", ")
    return unit, code.partition(" (")[0]


def fact_names(table: FactTable, changes: Iterable[Change]) -> Mapping[str, str]:
    """What the places of differences on the sheet of facts are called: the unit and the fact."""
    units = {unit.code: unit.name for unit in table.units}
    titles = {definition.code: definition.title.vi for definition in table.definitions}
    places = {change.place: fact_of(change) for change in changes}
    return {
        place: f"{units[unit]}: {titles[code]}"
        for place, (unit, code) in places.items()
        if unit in units and titles.get(code)
    }


def certainty_refusals(changes: Iterable[Change]) -> tuple[Refusal, ...]:
    """Differences of how surely a fact is known: a file cannot make it surer."""
    return tuple(Refusal(change=change, why=_REPORTED) for change in changes if change.what == CERTAINTY)
