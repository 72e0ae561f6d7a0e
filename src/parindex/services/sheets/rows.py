"""Điền phiếu: saving what a person wrote in a row: facts, points claimed, justification, remark. No word is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction

from parindex.domain.facts import Fact, FactBook, FactKind, FactValue, fits
from parindex.domain.framework import Criterion, Framework
from parindex.domain.rights import Right
from parindex.domain.rules.manual import Manual
from parindex.domain.rules.relative_to_best import RelativeToBest
from parindex.domain.scoring import CriterionScore, score_criterion
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.workflow import Move
from parindex.records.models import RoundFact, RoundUnit, RowVersion, SheetRow
from parindex.services.actor import Actor
from parindex.services.errors import DeedError
from parindex.services.frameworks.storing import framework_of
from parindex.services.log import record
from parindex.services.rounds.facts import fact_row
from parindex.services.sheets.awards import MOST_DECIMALS, require_bearable
from parindex.services.sheets.books import book_of
from parindex.services.sheets.pictures import place_of
from parindex.services.sheets.refusals import why_not_now
from parindex.services.sheets.versions import (
    changed,
    fact_as_data,
    keep_move,
    locked_row,
    new_version,
    subjects_of,
)

OWN_SOURCE = "Phiếu tự chấm của "  # an agency's name follows: the source of facts for which none was given
_CLAIM = frozenset({"claimed", "applicable", "justification"})


@dataclass(frozen=True, kw_only=True, slots=True)
class FactEntry:
    """A value that somebody entered. `value` None with `applicable` withdraws it: the fact is unknown again.

    `reason` is required where it stands against a fact that the system knew already.
    """

    value: FactValue | None
    applicable: bool = True
    document: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class RowEntry:
    """What a person wrote in a row: only the columns that they touched (`said`), and facts by their codes.

    `base` is the number of the version they saw (0: none). `seen` holds, for each fact entered, the value that they saw
    as `fact_mark` gives it.
    """

    base: int
    said: Mapping[str, Any] = field(default_factory=dict)  # claimed, applicable, justification, remark
    facts: Mapping[str, FactEntry] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedRow:
    """What became of an entry. With `conflict` (names of columns and facts) the row says what another person saved.

    The words that met it are then `version`, kept aside, and `other` is what the row says.
    """

    row: SheetRow
    version: RowVersion
    conflict: tuple[str, ...] = ()
    other: RowVersion | None = None


def fact_mark(facts: tuple[Fact, ...]) -> str:
    """What tells the standing facts of one code from others; "" where there is none."""
    said = "|".join(sorted(repr(fact_as_data(fact)) for fact in facts))
    return sha256(said.encode()).hexdigest()[:16] if said else ""


def previewed(row: SheetRow, framework: Framework, book: FactBook, entry: RowEntry) -> CriterionScore:
    """What the rule would make of the facts of an entry, were it saved. Nothing is stored."""
    criterion = framework.criterion(row.criterion)
    if criterion is None:
        raise LookupError(f"{framework.id} has no criterion {row.criterion}")
    kept = (fact for fact in book if fact.code not in entry.facts)
    entered = (_fact(code, one, row) for code, one in entry.facts.items() if not _withdraws(one))
    return score_criterion(framework, criterion, FactBook.of((*kept, *entered)))


@transaction.atomic
def save_row(*, actor: Actor, pk: int, entry: RowEntry, today: date) -> SavedRow:
    """Keep what a person wrote. What others saved meanwhile in other columns stays; in the same one, both stay.

    Raises `RefusedError` where the person may not, and `DeedError` where the row is locked, a value does not fit, or a
    known fact is overridden without a reason: then nothing was kept.
    """
    row = locked_row(pk)
    unit, place = row.sheet.unit, place_of(row, row.sheet.agency)
    actor = actor.require(Right.EDIT_ROWS, place)
    if _CLAIM & set(entry.said):
        actor.require(Right.CLAIM, place)
    _require_open(row, today)
    framework = framework_of(unit.round.framework)
    _check(row, framework, entry)
    book = book_of(unit)
    facts = {code: one for code, one in entry.facts.items() if _is_new(one, book.find(code))}
    met = (*_met_columns(row, entry), *_met_facts(facts, entry, book))
    if met:
        return _keep_aside(row, entry, met, actor, book)
    if row.current and not facts and _is_said(entry, row.current):
        return SavedRow(row=row, version=row.current)
    _require_reasons(facts, book)
    _store_facts(unit, framework, facts, row, actor)
    book = book_of(unit) if facts else book
    return SavedRow(row=row, version=keep_move(row, Move.SAVE, actor=actor, book=book, **entry.said))


def _require_open(row: SheetRow, today: date) -> None:
    if refused := why_not_now(row, Move.SAVE, today):
        raise DeedError(f"{refused.vi} Chưa lưu gì.", f"{refused.en} Nothing was stored.")


def _check(row: SheetRow, framework: Framework, entry: RowEntry) -> None:
    criterion = framework.criterion(row.criterion)
    maximum = criterion.maximum.points if criterion and criterion.maximum else None
    claimed: Decimal | None = entry.said.get("claimed")
    if claimed is not None:
        _check_claim(claimed, maximum)
    for text in (entry.said.get("justification", ""), entry.said.get("remark", "")):
        require_bearable(text)
    kinds, own = _kinds(framework), facts_to_enter(criterion)
    for code, fact in entry.facts.items():
        if code not in own:
            raise DeedError(
                f"Số liệu “{code}” không phải do dòng này nhập; chưa lưu gì.",
                f"The fact “{code}” is not one that this row enters; nothing was stored.",
            )
        if code not in kinds or (fact.value is not None and not fits(kinds[code], fact.value)):
            raise DeedError(
                f"Giá trị của số liệu “{code}” không đúng loại; chưa lưu gì.",
                f"The value of the fact “{code}” is of the wrong kind; nothing was stored.",
            )


def facts_to_enter(criterion: Criterion | None) -> frozenset[str]:
    """The facts that a criterion's agency enters: what its rule reads but an appraiser's points and the best unit's."""
    rule = criterion.rule if criterion else None
    if rule is None or isinstance(rule, Manual):
        return frozenset()
    given = rule.best if isinstance(rule, RelativeToBest) else ""
    return frozenset(wanted.fact for wanted in rule.inputs() if wanted.fact != given)


def _check_claim(claimed: Decimal, maximum: Decimal | None) -> None:
    if maximum is not None and not (claimed.is_finite() and 0 <= claimed <= maximum):
        said = str(maximum).replace(".", ",")
        raise DeedError(
            f"Điểm tự chấm phải từ 0 đến {said}; chưa lưu gì.",
            f"The points claimed must be 0 to {maximum}; nothing was stored.",
        )
    if claimed != round(claimed, MOST_DECIMALS):
        raise DeedError(
            f"Điểm tự chấm có nhiều hơn {MOST_DECIMALS} chữ số thập phân; chưa lưu gì.",
            f"The points claimed have at most {MOST_DECIMALS} decimals; nothing was stored.",
        )


def _is_said(entry: RowEntry, version: RowVersion) -> bool:
    """Whether a version says all that was written already: the same form came twice."""
    return all(getattr(version, name) == mine for name, mine in entry.said.items())


def _kinds(framework: Framework) -> Mapping[str, FactKind]:
    return {definition.code: definition.kind for definition in framework.fact_definitions}


def _is_new(entry: FactEntry, standing: tuple[Fact, ...]) -> bool:
    """Whether an entry says anything else than the facts that stand."""
    if _withdraws(entry):
        return bool(standing)
    same = (
        len(standing) == 1 and standing[0].value == entry.value and standing[0].applicable == entry.applicable
    )
    return not (
        same and entry.document in {"", standing[0].reference.document} and entry.note == standing[0].note
    )


def _withdraws(entry: FactEntry) -> bool:
    return entry.value is None and entry.applicable


def _met_columns(row: SheetRow, entry: RowEntry) -> tuple[str, ...]:
    """The columns that another person changed after the version this one saw, and to something else."""
    now = row.current
    if now is None or now.number == entry.base:
        return ()
    seen = row.versions.filter(number=entry.base, is_aside=False).first()
    return tuple(
        name for name, mine in entry.said.items() if getattr(now, name) not in {mine, _column(seen, name)}
    )


def _column(version: RowVersion | None, name: str) -> Any:
    return getattr(version if version else RowVersion(), name)


def _met_facts(facts: Mapping[str, FactEntry], entry: RowEntry, book: FactBook) -> tuple[str, ...]:
    return tuple(
        code for code in facts if code in entry.seen and entry.seen[code] != fact_mark(book.find(code))
    )


def _keep_aside(
    row: SheetRow, entry: RowEntry, met: tuple[str, ...], actor: Actor, book: FactBook
) -> SavedRow:
    """Both versions stay: the row says what it said, and these words stand beside it."""
    words = [
        {"code": code, "value": fact_as_data(_fact(code, fact, row)), "reason": fact.reason}
        for code, fact in entry.facts.items()
        if not _withdraws(fact)
    ]
    version = new_version(row, Move.SAVE, actor=actor, book=book, **entry.said)
    version.is_aside, version.facts = True, words
    said = {*entry.said, *(["facts"] if words else [])}
    version.save()
    record(
        actor=actor,
        deed="row_kept_aside",
        subject=f"{row.criterion} · {row.sheet.unit}",
        about=subjects_of(row),
        version=version.number,
        met=list(met),
        changes={name: pair for name, pair in changed(row.current, version).items() if name in said},
    )
    return SavedRow(row=row, version=version, conflict=met, other=row.current)


def _require_reasons(facts: Mapping[str, FactEntry], book: FactBook) -> None:
    for code, entry in facts.items():
        known = [fact for fact in book.find(code) if fact.certainty is not Certainty.REPORTED]
        if known and not entry.reason.strip():
            raise DeedError(
                f"Số liệu “{code}” đã có nguồn ({known[0].reference}); muốn thay phải nêu lý do. Chưa lưu gì.",
                f"The fact “{code}” has a source ({known[0].reference}): say why it is replaced. Nothing was stored.",
            )


def _store_facts(
    unit: RoundUnit, framework: Framework, facts: Mapping[str, FactEntry], row: SheetRow, actor: Actor
) -> None:
    kinds = _kinds(framework)
    for code, entry in facts.items():
        withdrawn = _withdraws(entry)
        stored = (
            RoundFact(unit=unit, code=code, kind=kinds[code], certainty=Certainty.REPORTED)
            if withdrawn
            else fact_row(unit, _fact(code, entry, row), kinds[code])
        )
        stored.replaces, stored.is_withdrawn = True, withdrawn
        stored.reason, stored.entered_by_id = entry.reason, actor.user_id
        stored.save()


def _fact(code: str, entry: FactEntry, row: SheetRow) -> Fact:
    """The entered value as a fact; without a source of its own, its source is the sheet."""
    document = entry.document.strip() or f"{OWN_SOURCE}{row.sheet.agency.name}"
    return Fact(
        code=code,
        value=entry.value,
        reference=LegalReference(document=document),
        certainty=Certainty.REPORTED,
        applicable=entry.applicable,
        note=entry.note,
    )


def adopt(entry: RowEntry, version: RowVersion) -> RowEntry:
    """The same words, written after having seen a newer version: they now stand."""
    return replace(entry, base=version.number, seen={})
