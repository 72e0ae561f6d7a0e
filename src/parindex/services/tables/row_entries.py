"""Từ khác biệt đến dòng: the differences of a returned sheet as what its sender wrote in each row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from parindex.documents.tables import Change, fact_rows
from parindex.documents.tables.changes import ROW, heading
from parindex.documents.tables.sheet import SHAPE, SheetLine, SheetTable
from parindex.domain.facts import Fact
from parindex.domain.rules.base import Sentence
from parindex.records.models import RowVersion
from parindex.services.sheets.pictures import RowLine, SheetPicture
from parindex.services.sheets.rows import FactEntry, RowEntry, facts_to_enter
from parindex.services.tables.model import Refusal, Source
from parindex.services.tables.revisions import facts_since, versions_at
from parindex.services.tables.sheet_tables import codes_read
from parindex.services.tables.units import CERTAINTY, fact_of

_KEYS = {column.heading: key for key, column in SHAPE.columns.items() if column.editable}
_NOT_KEPT = {key: heading(fact_rows.SHAPE.columns[key]) for key in ("place", "url")}
_NO_PLACE = Sentence(
    vi="Phiếu chỉ giữ tên văn bản nguồn; vị trí và địa chỉ thì nhập ở bảng số liệu.",
    en="A sheet keeps a source's name only; its place and address belong in the table of facts.",
)
_SEVERAL = Sentence(
    vi="Phiếu chỉ nhận một giá trị cho mỗi số liệu.", en="A sheet takes one value for each fact."
)
_CHANGED_SINCE = "changed"  # no mark of any facts: what was entered since cannot be what the sender saw


@dataclass(frozen=True, kw_only=True)
class Entries:
    """What a workbook says of each row: differences by the rows' criteria, and what no row can keep.

    `versions` are those that the sender saw, by the rows' keys; `since` the facts that were entered after it went out.
    """

    changes: Mapping[str, Sequence[Change]]
    refused: tuple[Refusal, ...]
    columns: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, Mapping[str, FactEntry]]
    versions: Mapping[int, RowVersion]
    since: frozenset[str]

    def of(self, line: RowLine) -> RowEntry:
        """What the sender wrote in one row, on top of what they saw."""
        code, version = line.criterion.code, self.versions.get(line.row.pk)
        facts = self.facts.get(code, {})
        return RowEntry(
            base=version.number if version else 0,
            said=self.columns.get(code, {}),
            facts=facts,
            seen={fact: _CHANGED_SINCE for fact in facts if fact in self.since},
        )


def entries_of(
    picture: SheetPicture,
    found: SheetTable,
    changes: Sequence[Change],
    source: Source,
    moment: datetime,
) -> Entries:
    """The differences, sorted by the rows that keep them; a fact is kept by the first row whose rule reads it."""
    lines = {line.criterion: line for line in found.rows}
    values = _by_code(found)
    allowed = [change for change in changes if not change.refused and change.what != CERTAINTY]
    of_rows = [change for change in allowed if change.place in lines]
    of_facts = [change for change in allowed if change.place not in lines]
    refused = tuple(refusal for change in of_facts for refusal in _lost(change, values))
    kept = [change for change in of_facts if change not in {refusal.change for refusal in refused}]
    keepers = _keepers(picture)
    return Entries(
        changes=_grouped(
            [(change.place, change) for change in of_rows]
            + [(keepers[fact_of(change)[1]], change) for change in kept]
        ),
        refused=refused,
        columns=_columns(of_rows, lines),
        facts=_facts(kept, values, keepers, source),
        versions=versions_at(picture.sheet, moment),
        since=facts_since(picture.sheet, moment),
    )


def _by_code(table: SheetTable) -> Mapping[str, Sequence[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in table.facts.units[0].facts:
        found[fact.code].append(fact)
    return found


def _keepers(picture: SheetPicture) -> Mapping[str, str]:
    """Where each fact is entered, by its code: the first criterion that lets it be, else the first that reads it."""
    lines = picture.rows[::-1]
    read = {code: line.criterion.code for line in lines for code in codes_read(line)}
    entered = {code: line.criterion.code for line in lines for code in facts_to_enter(line.criterion)}
    return read | entered


def _grouped(pairs: Iterable[tuple[str, Change]]) -> Mapping[str, Sequence[Change]]:
    grouped: dict[str, list[Change]] = defaultdict(list)
    for code, change in pairs:
        grouped[code].append(change)
    return grouped


def _columns(changes: Iterable[Change], lines: Mapping[str, SheetLine]) -> Mapping[str, Mapping[str, Any]]:
    said: dict[str, dict[str, Any]] = defaultdict(dict)
    for change in changes:
        key = _KEYS[change.what.vi]
        said[change.place][key] = getattr(lines[change.place], key)
    return said


def _facts(
    changes: Iterable[Change],
    values: Mapping[str, Sequence[Fact]],
    keepers: Mapping[str, str],
    source: Source,
) -> Mapping[str, Mapping[str, FactEntry]]:
    entered: dict[str, dict[str, FactEntry]] = defaultdict(dict)
    for change in changes:
        _, code = fact_of(change)
        entered[keepers[code]][code] = _entry(values.get(code, ()), source)
    return entered


def _entry(facts: Sequence[Fact], source: Source) -> FactEntry:
    """One value, or that there is none any more."""
    if not facts:
        return FactEntry(value=None, reason=source.reason)
    fact = facts[0]
    return FactEntry(
        value=fact.value,
        applicable=fact.applicable,
        document=fact.reference.document,
        note=fact.note,
        reason=source.reason,
    )


def _lost(change: Change, values: Mapping[str, Sequence[Fact]]) -> Iterator[Refusal]:
    """What a sheet cannot keep of a difference; the difference itself, where it is none that a row can keep."""
    facts = values.get(fact_of(change)[1], ())
    if len(facts) > 1:
        yield Refusal(change=change, why=_SEVERAL)
    elif change.what in _NOT_KEPT.values():
        yield Refusal(change=change, why=_NO_PLACE)
    elif change.what == ROW and facts:
        for key, what in _NOT_KEPT.items():
            if said := getattr(facts[0].reference, key):
                yield Refusal(change=replace(change, what=what, before="", after=said), why=_NO_PLACE)
