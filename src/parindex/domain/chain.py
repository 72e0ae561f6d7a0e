"""Chuỗi nhật ký: entries of which each holds the digest of the one before, so that no change goes unseen.

A changed entry no longer fits its own digest, a removed or moved one leaves its neighbours with the wrong number or the
wrong previous digest, and a cut-off end no longer fits the head.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

START = "0" * 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One entry of the chain. `content` is all it says, as JSON-ready data; `about` the objects it concerns."""

    number: int
    at: datetime
    content: Mapping[str, Any]
    about: tuple[str, ...]
    previous: str
    digest: str = ""

    def reckoned(self) -> str:
        """The digest that belongs to what the entry says: SHA-256 over its canonical JSON."""
        said = {
            "number": self.number,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "content": self.content,
            "about": list(self.about),
            "previous": self.previous,
        }
        text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(text.encode()).hexdigest()


class Fault(StrEnum):
    """What may be wrong with a chain."""

    CHANGED = "changed"  # an entry does not fit its own digest
    REMOVED = "removed"  # numbers are missing
    MOVED = "moved"  # an entry does not follow the one before it
    CUT = "cut"  # the last entries are missing, or the head says otherwise
    SEAL = "seal"  # the head was not written by this installation


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A fault and the number of the entry where it shows."""

    fault: Fault
    number: int


def faults(links: Iterable[Link], *, count: int, digest: str) -> Iterator[Finding]:
    """Every fault of a chain given in the order of its numbers; `count` and `digest` are those of its head."""
    expected, previous = 1, START
    for link in links:
        if link.number != expected:
            fault = Fault.REMOVED if link.number > expected else Fault.MOVED
            yield Finding(fault=fault, number=min(expected, link.number))
        elif link.previous != previous:
            yield Finding(fault=Fault.MOVED, number=link.number)
        if link.reckoned() != link.digest:
            yield Finding(fault=Fault.CHANGED, number=link.number)
        expected, previous = link.number + 1, link.digest
    if expected - 1 != count or (count and previous != digest):
        yield Finding(fault=Fault.CUT, number=expected)
