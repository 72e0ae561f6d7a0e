"""Bảng nào tải về được: what a reader may take out, each with the words by which a command finds it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rights import Right
from parindex.domain.text import fold
from parindex.frameworks.known import built_in_frameworks
from parindex.records.models import AssessmentRound, RoundUnit
from parindex.records.queries.frameworks import published_versions, versions_with_rounds
from parindex.records.queries.rounds import round_units, rounds
from parindex.services.actor import Actor
from parindex.services.sheets.pictures import sheets_for
from parindex.services.tables import facts, framework, result, sheet
from parindex.services.tables.units import code_of

LEVEL_NAMES: Mapping[AgencyLevel, tuple[str, ...]] = {
    AgencyLevel.PROVINCE: ("tỉnh", "cấp tỉnh"),
    AgencyLevel.DEPARTMENT: ("sở", "sở ngành", "cấp sở"),
    AgencyLevel.CENTRAL: ("trung ương",),
    AgencyLevel.DISTRICT: ("huyện", "cấp huyện"),
    AgencyLevel.COMMUNE: ("xã", "cấp xã"),
}
_ROUND, _UNIT, _BUILT_IN = "ky-", "dv-", "co-san-"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One table: its kind and key, what it is called, and the parts of its selector, the level first.

    `year` is None for frameworks; the facts of a whole round have no title of their own. Each part of the selector may
    be said in several ways (`words`).
    """

    kind: str
    key: str
    title: str
    year: int | None = None
    level: str = ""
    selector: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    is_sample: bool = False

    def is_called(self, word: str) -> bool:
        return any(fold(word) == fold(name) for names in self.words for name in names)

    def sounds_like(self, word: str) -> bool:
        return any(fold(word) in fold(name) for names in self.words for name in names)


def choices(kind: str, actor: Actor) -> tuple[Choice, ...]:
    """The tables of a kind that a reader may take out, the newest first."""
    return tuple(sorted(_CHOICES[kind](actor), key=_order))


def _order(choice: Choice) -> tuple[int, int]:
    """The newest year first, the province before what lies under it."""
    return -(choice.year or 0), list(AgencyLevel).index(AgencyLevel(choice.level))


def narrowed(found: Sequence[Choice], words: Sequence[str]) -> tuple[Choice, ...]:
    """The choices that every word fits: as a whole name where it is one, else as a part of one."""
    left = tuple(found)
    for word in words:
        left = tuple(one for one in left if one.is_called(word)) or tuple(
            one for one in left if one.sounds_like(word)
        )
    return left


def facts_of_units(actor: Actor) -> tuple[Choice, ...]:
    """The facts of single units, for who does not want the whole round's."""
    return tuple(_of_unit(facts.KIND, f"{_UNIT}{unit.pk}", unit) for unit in _units(actor))


def round_key(key: str) -> int:
    """The key of the round whose facts a choice is; 0, which no row has, for another choice."""
    return row_key(key.removeprefix(_ROUND)) if key.startswith(_ROUND) else 0


def unit_key(key: str) -> int:
    """The key of the unit whose facts a choice is; 0 for another choice."""
    return row_key(key.removeprefix(_UNIT)) if key.startswith(_UNIT) else 0


def built_in_id(key: str) -> str:
    """The id of the built-in framework that a choice is; "" for another kind of choice."""
    return key.removeprefix(_BUILT_IN) if key.startswith(_BUILT_IN) else ""


def row_key(key: str) -> int:
    """The key of the sheet, unit or version that a choice is; 0 for what is no number."""
    return int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0


def _frameworks(actor: Actor) -> Iterator[Choice]:
    manages = actor.may(Right.MANAGE_ROUNDS)
    known = versions_with_rounds() if manages else published_versions()
    stored = tuple(known.defer("data"))
    for version in stored:
        yield Choice(
            kind=framework.KIND,
            key=str(version.pk),
            title=version.title,
            level=version.level,
            selector=(version.code,),
            words=((version.code,),),
            is_sample=version.is_sample,
        )
    codes = {version.code for version in stored}
    for head in (head for head in built_in_frameworks() if head.id not in codes):
        yield Choice(
            kind=framework.KIND,
            key=f"{_BUILT_IN}{head.id}",
            title=head.title.vi,
            level=head.level,
            selector=(head.id,),
            words=((head.id,),),
            is_sample=head.is_sample,
        )


def _facts(actor: Actor) -> Iterator[Choice]:
    for round_ in _rounds(actor):
        yield Choice(
            kind=facts.KIND,
            key=f"{_ROUND}{round_.pk}",
            title="",
            year=round_.year,
            level=round_.level,
            selector=(round_.level,),
            words=(_level_words(round_.level),),
            is_sample=round_.is_sample,
        )


def _sheets(actor: Actor) -> Iterator[Choice]:
    for row in sheets_for(actor) if actor.may(Right.READ_ROWS) else ():
        unit, agency = row.unit, row.agency
        same = unit.agency_id == agency.pk
        yield Choice(
            kind=sheet.KIND,
            key=str(row.pk),
            title=unit.name if same else f"{unit.name} · {agency.name}",
            year=unit.round.year,
            level=unit.round.level,
            selector=(unit.round.level, code_of(unit), agency.code),
            words=(
                _level_words(unit.round.level),
                (code_of(unit), unit.name),
                (agency.code, agency.name, agency.short),
            ),
            is_sample=unit.round.is_sample,
        )


def _results(actor: Actor) -> Iterator[Choice]:
    return (_of_unit(result.KIND, str(unit.pk), unit) for unit in _units(actor))


def _of_unit(kind: str, key: str, unit: RoundUnit) -> Choice:
    return Choice(
        kind=kind,
        key=key,
        title=unit.name,
        year=unit.round.year,
        level=unit.round.level,
        selector=(unit.round.level, code_of(unit)),
        words=(_level_words(unit.round.level), (code_of(unit), unit.name)),
        is_sample=unit.round.is_sample,
    )


def _level_words(level: str) -> tuple[str, ...]:
    return (level, *LEVEL_NAMES[AgencyLevel(level)])


def _rounds(actor: Actor) -> QuerySet[AssessmentRound]:
    known = rounds()
    return known if actor.may(Right.READ_RESULT) else known.filter(published_at__isnull=False)


def _units(actor: Actor) -> QuerySet[RoundUnit]:
    known = round_units().defer("round__framework__data")
    return known if actor.may(Right.READ_RESULT) else known.filter(round__published_at__isnull=False)


_CHOICES: Mapping[str, Callable[[Actor], Iterator[Choice]]] = {
    sheet.KIND: _sheets,
    result.KIND: _results,
    facts.KIND: _facts,
    framework.KIND: _frameworks,
}
