"""Hai người cùng sửa: the words of both beside each other, field by field, with who wrote what and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from parindex.domain.fact_words import fact_in_words
from parindex.domain.facts import Fact
from parindex.domain.rules.family import level_titles
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.wording import points
from parindex.records.models import RowVersion
from parindex.services.sheets.pictures import RowLine, SheetPicture
from parindex.services.sheets.rows import RowEntry, SavedRow
from parindex.web.language import language


@dataclass(frozen=True, kw_only=True, slots=True)
class BothSaid:
    """One field that two people wrote in."""

    title: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """What the row says now, by whom and since when, beside the words that met it. `number` is that version's."""

    number: int
    who: str
    agency: str
    at: datetime | None
    fields: tuple[BothSaid, ...]


def conflict_of(saved: SavedRow, entry: RowEntry, picture: SheetPicture, line: RowLine) -> Conflict:
    """The conflict of a row that was not saved; `picture` and `line` are as the row now stands."""
    other = saved.other
    return Conflict(
        number=other.number if other else 0,
        who=str(other.by) if other and other.by else "",
        agency=other.by_agency.name if other and other.by_agency else "",
        at=other.at if other else None,
        fields=tuple(_fields(saved, entry, picture, line)),
    )


def _fields(saved: SavedRow, entry: RowEntry, picture: SheetPicture, line: RowLine) -> Iterator[BothSaid]:
    for name in saved.conflict:
        if name in entry.facts:
            yield _both_facts(name, entry, picture, line)
        else:
            yield BothSaid(
                title=_titles()[name], mine=_column(saved.version, name), theirs=_column(saved.other, name)
            )


def _both_facts(code: str, entry: RowEntry, picture: SheetPicture, line: RowLine) -> BothSaid:
    titles = {one.code: one.title.said(language()) for one in picture.framework.fact_definitions}
    mine = entry.facts[code]
    entered = () if mine.value is None else (_as_fact(code, entry),)
    return BothSaid(
        title=titles.get(code, code),
        mine=_lines(entered, line),
        theirs=_lines(picture.facts.find(code), line),
    )


def _as_fact(code: str, entry: RowEntry) -> Fact:
    source = LegalReference(document="–")
    return Fact(code=code, value=entry.facts[code].value, reference=source, certainty=Certainty.REPORTED)


def _lines(facts: tuple[Fact, ...], line: RowLine) -> tuple[str, ...]:
    titles = level_titles(line.criterion.rule)
    said = tuple(words for fact in facts for words in fact_in_words(fact, language(), titles))
    return said or (_("để trống"),)


def _column(version: RowVersion | None, name: str) -> tuple[str, ...]:
    value = getattr(version, name) if version else None
    if name == "applicable":
        return (_("có áp dụng") if value is not False else _("không áp dụng"),)
    if name == "claimed" and value is not None:
        return (points(value, language()),)
    return (value or _("để trống"),)


def _titles() -> dict[str, str]:
    return {
        "claimed": _("Điểm tự chấm"),
        "applicable": _("Áp dụng"),
        "justification": _("Giải trình"),
        "remark": _("Ghi chú"),
    }
