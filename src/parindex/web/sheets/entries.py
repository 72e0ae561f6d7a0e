"""Những gì người dùng đã ghi trong một dòng: what came back from a row's form, read field by field.

What cannot be read, or lacks a reason, is left out of the entry and gets its sentence: the rest can still be saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from parindex.domain.fact_forms import Raw, UnreadableError, read_points, read_value, understood
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence
from parindex.domain.text import nfc
from parindex.domain.wording import points as said_points
from parindex.records.models import RowVersion
from parindex.services.sheets.pictures import RowLine
from parindex.services.sheets.rows import FactEntry, RowEntry
from parindex.web.sheets.fields import FactField, value_mark

_TEXTS = ("justification", "remark")
_NO_REASON = Sentence(
    vi="Số liệu này đã có nguồn; muốn thay phải nêu lý do.",
    en="This fact has a source already; say why it is replaced.",
)


@dataclass(frozen=True, kw_only=True)
class TypedRow:
    """A form that came back: what of it can be saved, the fields as they were typed, and what is wrong with them.

    `columns` holds the texts of the row's own fields, `problems` their sentences; `seen` is the version that its author
    saw.
    """

    entry: RowEntry
    facts: tuple[FactField, ...]
    columns: Mapping[str, str]
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    seen: RowVersion | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.entry.said or self.entry.facts)

    @property
    def has_problems(self) -> bool:
        return bool(self.problems or any(one.problems for one in self.facts))


def read_row(
    form: QueryDict, line: RowLine, fields: tuple[FactField, ...], seen: RowVersion | None
) -> TypedRow:
    """Read a row's form. `fields` are its facts as they stand, `seen` the version that its author saw (None: none)."""
    facts = [(one, None) if one.is_given else _read_fact(form, one) for one in fields]
    said, problems = _read_columns(form, line, seen) if line.may_claim else ({}, {})
    if "remark" in form and _text(form, "remark") != (seen.remark if seen else ""):
        said["remark"] = _text(form, "remark")
    return TypedRow(
        entry=RowEntry(
            base=seen.number if seen else 0,
            said=said,
            facts={one.code: entry for one, entry in facts if entry},
            seen={one.code: one.mark for one, entry in facts if entry},
        ),
        facts=tuple(one for one, _ in facts),
        columns={name: form.get(name, "") for name in ("claimed", "na", *_TEXTS)},
        problems=problems,
        seen=seen,
    )


def _read_columns(
    form: QueryDict, line: RowLine, seen: RowVersion | None
) -> tuple[dict[str, Any], dict[str, Sentence]]:
    """The columns of the claim that say something else than the version seen."""
    before = seen or RowVersion()
    typed: dict[str, Any] = {
        "applicable": not form.get("na"),
        "justification": _text(form, "justification"),
    }
    problems: dict[str, Sentence] = {}
    try:
        claimed = read_points(form.get("claimed", ""))
    except UnreadableError as error:
        problems.update(error.problems)
    else:
        problems.update(_beyond(claimed, line))
        typed.update({} if problems else {"claimed": claimed})
    return {name: value for name, value in typed.items() if value != getattr(before, name)}, problems


def _beyond(claimed: Decimal | None, line: RowLine) -> Mapping[str, Sentence]:
    maximum = line.score.maximum
    if claimed is None or maximum is None or ZERO <= claimed <= maximum:
        return {}
    return {
        "claimed": Sentence(
            vi=f"Điểm tự chấm phải từ 0 đến {said_points(maximum, 'vi')}.",
            en=f"The points claimed must be 0 to {said_points(maximum, 'en')}.",
        )
    }


def _read_fact(form: QueryDict, one: FactField) -> tuple[FactField, FactEntry | None]:
    """A fact's fields as they were typed, and what they enter: None where nothing was touched, or not fully said."""
    raw: Raw = {
        name.removeprefix(one.prefix): form.getlist(name) for name in form if name.startswith(one.prefix)
    }
    typed = replace(
        one, raw=raw, mark=form.get(f"{one.prefix}seen", ""), was=form.get(f"{one.prefix}was", "")
    )
    try:
        value = read_value(one.kind, raw)
    except UnreadableError as error:
        return replace(typed, problems=error.problems), None
    typed = replace(typed, said=understood(one.kind, raw, value))
    document, reason = nfc(typed.document), nfc(typed.reason)
    if value_mark(one.kind, value, document) == typed.was:
        return typed, None
    if one.known and not reason:
        return replace(typed, problems={"reason_of": _NO_REASON}), None
    return typed, FactEntry(value=value, document=document, reason=reason)


def _text(form: QueryDict, name: str) -> str:
    return form.get(name, "").replace("\r\n", "\n").strip()
