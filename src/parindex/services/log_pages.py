"""Nhật ký: the log as people search it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from parindex.domain.deed_words import deed_title
from parindex.domain.rights import Right
from parindex.domain.text import fold
from parindex.domain.titles import Title
from parindex.records.models import LogEntry
from parindex.records.queries.log import deeds_done, entries, published_rounds
from parindex.services.actor import Actor

PAGE = 50
_OF_ROUNDS = ("round:", "unit:", "sheet:", "row:")
_SCANNED = 5000  # entries that a search for words looks through, the newest first


@dataclass(frozen=True, kw_only=True)
class LogFilter:
    """What a reader asked for; empty values ask for nothing. `about` is an object ("row:12")."""

    query: str = ""
    deed: str = ""
    about: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_set(self) -> bool:
        return bool(self.query or self.deed or self.about or self.since or self.until)


@dataclass(frozen=True, kw_only=True)
class LogLine:
    """One entry in words: `changes` are (what, before, after), `more` whatever else it tells.

    `is_withheld` where both are left out: they could tell results before their publication.
    """

    entry: LogEntry
    title: Title
    changes: tuple[tuple[str, Any, Any], ...]
    more: Mapping[str, Any]
    is_withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class LogPage:
    """One page of what was found; `is_cut` when a search for words did not look through the whole log."""

    lines: tuple[LogLine, ...]
    deeds: tuple[tuple[str, Title], ...]
    wanted: LogFilter
    number: int
    has_more: bool
    is_cut: bool


def log_page(*, actor: Actor, wanted: LogFilter, number: int = 1) -> LogPage:
    """A page of the log; words are searched without diacritics in who, what and the details.

    Who may not read results before their publication is not told the details of what concerns a running round.
    """
    actor.require(Right.READ_LOG)
    found = entries(deed=wanted.deed, about=wanted.about, since=wanted.since, until=wanted.until)
    start = (max(1, number) - 1) * PAGE
    tellable = None if actor.may(Right.READ_RESULT) else published_rounds()
    known = found if tellable is None else found.prefetch_related("subjects")
    rows, is_cut = _searched(known, wanted.query, start, tellable)
    return LogPage(
        lines=tuple(_told(row, tellable) for row in rows[:PAGE]),
        deeds=tuple((deed, deed_title(deed)) for deed in deeds_done()),
        wanted=wanted,
        number=max(1, number),
        has_more=len(rows) > PAGE,
        is_cut=is_cut,
    )


def line_of(entry: LogEntry) -> LogLine:
    """An entry with its changes apart from the rest of what it tells."""
    detail = dict(entry.detail)
    is_counted = isinstance(
        detail.get("changes"), int
    )  # an imported table's entry says only how many there were
    changes = {} if is_counted else detail.pop("changes", {})
    if "before" in detail and "after" in detail:
        changes = {**changes, "": [detail.pop("before"), detail.pop("after")]}
    return LogLine(
        entry=entry,
        title=deed_title(entry.deed),
        changes=tuple((name, before, after) for name, (before, after) in changes.items()),
        more=detail,
    )


def _told(entry: LogEntry, tellable: frozenset[str] | None) -> LogLine:
    if not _is_withheld(entry, tellable):
        return line_of(entry)
    return LogLine(entry=entry, title=deed_title(entry.deed), changes=(), more={}, is_withheld=True)


def _is_withheld(entry: LogEntry, tellable: frozenset[str] | None) -> bool:
    """Whether an entry concerns a round, or something of one, that is not known to be published."""
    if tellable is None:
        return False
    about = {subject.about for subject in entry.subjects.all()}
    return any(one.startswith(_OF_ROUNDS) for one in about) and not about & tellable


def _searched(
    found: Any, query: str, start: int, tellable: frozenset[str] | None
) -> tuple[Sequence[LogEntry], bool]:
    if not query:
        return list(found[start : start + PAGE + 1]), False
    scanned = list(found[: _SCANNED + 1])
    wanted = fold(query)
    hits = [entry for entry in scanned[:_SCANNED] if wanted in fold(_words(entry, tellable))]
    return hits[start : start + PAGE + 1], len(scanned) > _SCANNED


def _words(entry: LogEntry, tellable: frozenset[str] | None) -> str:
    title = deed_title(entry.deed)
    agency = entry.agency.name if entry.agency else ""
    detail = "" if _is_withheld(entry, tellable) else entry.detail
    return f"{entry.actor} {agency} {title.vi} {title.en} {entry.subject} {entry.address} {detail}"
