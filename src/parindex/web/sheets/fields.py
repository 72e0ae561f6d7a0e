"""Ô số liệu: one fact of a row as its form shows it: known value with its source, fields by kind, what was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from parindex.domain.fact_forms import LIST_KINDS, NONE, Raw, as_fields
from parindex.domain.fact_forms.lists import COLUMNS
from parindex.domain.facts import Fact, FactBook, FactKind, FactValue
from parindex.domain.framework import Criterion, FactDefinition, Framework, Title
from parindex.domain.rules.base import Input, Rule, Sentence
from parindex.domain.rules.bonus_penalty import BonusPenalty
from parindex.domain.rules.deduction_per_event import DeductionPerEvent
from parindex.domain.rules.family import level_titles
from parindex.domain.rules.manual import Manual
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.rules.survey_options import SurveyOptions
from parindex.domain.sources import Certainty
from parindex.services.sheets.rows import OWN_SOURCE, fact_mark

_SPARE = 1  # blank rows at the end of a list, for readers whose browser adds none


@dataclass(frozen=True, kw_only=True)
class FactField:
    """One fact of a form. Names of fields begin with `prefix`; `options` are what a choice offers: code → title.

    `mark` is the state of the fact that the reader saw, `was` tells untouched fields from touched ones.
    `raw` is what the fields show: what was typed, else the value that stands; "document_of" and "reason_of" are its
    source and why it is replaced. `problems` and `said` belong to what was typed: sentences by the names of fields, and
    how it was understood. `is_given`: not for the agency to enter (the best unit's figure, an appraiser's points).
    """

    prefix: str
    definition: FactDefinition
    kind: FactKind
    standing: tuple[Fact, ...]
    options: Mapping[str, Title]
    raw: Raw
    mark: str
    was: str
    is_given: bool = False
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    said: Sentence | None = None

    @property
    def code(self) -> str:
        return self.definition.code

    @property
    def known(self) -> tuple[Fact, ...]:
        """The facts that the system knew from elsewhere: replacing them needs a reason."""
        return tuple(fact for fact in self.standing if fact.certainty is not Certainty.REPORTED)

    @property
    def is_list(self) -> bool:
        return self.kind in LIST_KINDS

    @property
    def value(self) -> str:
        return _first(self.raw, "value")

    @property
    def has_none(self) -> bool:
        return bool(_first(self.raw, NONE))

    @property
    def document(self) -> str:
        return _first(self.raw, "document_of")

    @property
    def reason(self) -> str:
        return _first(self.raw, "reason_of")

    @property
    def rows(self) -> list[list["Cell"]]:
        """The rows of a list with their cells; options have one row each, other lists some blank ones at the end."""
        columns = COLUMNS[self.kind]
        if self.kind is FactKind.OPTIONS and self.options:
            counts = dict(zip(self.raw.get("name", ()), self.raw.get("count", ()), strict=False))
            rows: list[dict[str, str]] = [
                {"name": name, "count": counts.get(name, "")} for name in self.options
            ]
        else:
            filled = max((len(self.raw.get(name, ())) for name in columns), default=0)
            rows = [
                {name: _at(self.raw.get(name, ()), place) for name in columns}
                for place in range(filled + _SPARE)
            ]
        return [[self._cell(name, row[name], place) for name in columns] for place, row in enumerate(rows)]

    def _cell(self, name: str, value: str, place: int) -> "Cell":
        problem = self.problems.get(f"{name}.{place}")
        return Cell(name=name, field=f"{self.prefix}{name}", value=value, problem=problem, place=place)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One field of a row of a list."""

    name: str
    field: str
    value: str
    place: int
    problem: Sentence | None


def fact_fields(criterion: Criterion, framework: Framework, book: FactBook) -> tuple[FactField, ...]:
    """The facts that the rule of a criterion reads, with the values that stand."""
    if criterion.rule is None:
        return ()
    definitions = {definition.code: definition for definition in framework.fact_definitions}
    return tuple(
        _field(place, wanted, criterion.rule, definitions.get(wanted.fact), book)
        for place, wanted in enumerate(criterion.rule.inputs())
    )


def value_mark(kind: FactKind, value: FactValue | None, document: str) -> str:
    """What tells one value with its source from another, however it was typed."""
    said = sorted((name, tuple(texts)) for name, texts in as_fields(kind, value).items())
    return sha256(repr((said, document)).encode()).hexdigest()[:16]


def _field(
    place: int, wanted: Input, rule: Rule, definition: FactDefinition | None, book: FactBook
) -> FactField:
    standing = book.find(wanted.fact)
    fields = as_fields(wanted.kind, _only(standing))
    return FactField(
        prefix=f"f{place}-",
        definition=definition
        or FactDefinition(code=wanted.fact, title=Title(vi=wanted.fact), kind=wanted.kind),
        kind=wanted.kind,
        standing=standing,
        options=_options(rule, wanted),
        raw={**fields, "document_of": (_own_document(standing),)},
        mark=fact_mark(standing),
        was=value_mark(wanted.kind, _only(standing), _own_document(standing)),
        is_given=isinstance(rule, Manual) or (isinstance(rule, RelativeToBest) and wanted.name == "best"),
    )


def _only(standing: tuple[Fact, ...]) -> FactValue | None:
    """The value that stands; None where there is none, or where several contradict each other."""
    return standing[0].value if len(standing) == 1 else None


def _own_document(standing: tuple[Fact, ...]) -> str:
    """The source that the agency named for the value that stands; "" where it named none but its sheet."""
    own = len(standing) == 1 and standing[0].certainty is Certainty.REPORTED
    document = standing[0].reference.document if own else ""
    return "" if document.startswith(OWN_SOURCE) else document


def _options(rule: Any, wanted: Input) -> Mapping[str, Title]:
    """What a fact may name: the kinds of events that the rule weighs, its levels, its options."""
    match rule:
        case DeductionPerEvent():
            return {weight.event: weight.title for weight in rule.weights}
        case BonusPenalty():
            return {weight.event: weight.title for weight in (*rule.bonuses, *rule.penalties)}
        case SurveyOptions():
            return level_titles(rule)
    return level_titles(rule) if wanted.kind is FactKind.LEVEL else {}


def _first(raw: Raw, name: str) -> str:
    texts = raw.get(name, ())
    return texts[0] if texts else ""


def _at(texts: Sequence[str], place: int) -> str:
    return texts[place] if place < len(texts) else ""
