"""Parameters that several rule kinds share. Each threshold carries its own certainty."""

from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.sources import Certainty
from parindex.domain.titles import Title


@dataclass(frozen=True, kw_only=True, slots=True)
class Earning:
    """Mức điểm: the points that one case earns."""

    earns: Decimal
    certainty: Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class EventWeight:
    """Mức cộng, trừ: the points that each event of a kind adds or takes; `points` is never negative."""

    event: str  # the `kind` of an event
    title: Title
    points: Decimal
    certainty: Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class Cap:
    """Mức trần: the most points that something may add or take in a year."""

    points: Decimal
    certainty: Certainty


@dataclass(frozen=True, kw_only=True, slots=True)
class ShareOfMaximum:
    """Mức hưởng: the share (0..1) of the maximum that a grade or an answer is worth."""

    name: str  # the grade or the option, as facts name it
    title: Title
    share: Decimal
    certainty: Certainty
