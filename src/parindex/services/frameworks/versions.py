"""Các phiên bản bộ tiêu chí: stored and built-in ones side by side, and how one differs from the one it continues."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from parindex.domain.agencies import AgencyLevel
from parindex.domain.framework import Criterion, Framework
from parindex.domain.points import ZERO
from parindex.domain.rights import Right
from parindex.domain.rules.base import Sentence
from parindex.domain.text import code_key
from parindex.frameworks.known import framework_ids
from parindex.frameworks.loader import framework_for
from parindex.frameworks.problems import Problem
from parindex.frameworks.stored import framework_data
from parindex.records.models import AssessmentRound, FrameworkVersion
from parindex.records.queries.frameworks import published_versions, versions_with_rounds
from parindex.services.actor import Actor
from parindex.services.frameworks.storing import framework_of

_BUILT_IN = "co-san-"


@dataclass(frozen=True, kw_only=True)
class KnownVersion:
    """A version by its key; `version` is None for a built-in framework that is not stored yet."""

    key: str
    framework: Framework
    version: FrameworkVersion | None = None

    @property
    def data(self) -> Mapping[str, Any]:
        """The shape of a framework file."""
        return self.version.data if self.version else framework_data(self.framework.id)

    @property
    def level(self) -> AgencyLevel:
        return self.framework.level

    @property
    def rounds(self) -> tuple[AssessmentRound, ...]:
        """The rounds that use it: with one of them it is frozen."""
        return tuple(self.version.rounds.all()) if self.version else ()

    @property
    def leaves(self) -> int:
        """How many criteria are scored."""
        return sum(1 for _ in self.framework.leaves())

    @property
    def without_rule(self) -> int:
        """How many of them have no rule."""
        return sum(leaf.rule is None for leaf in self.framework.leaves())

    @property
    def unlisted(self) -> Decimal:
        """Points that no listed criterion holds."""
        return sum((self.framework.unlisted_in_area(area) for area in self.framework.areas), ZERO)


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A criterion that a version has otherwise than the one before; None on the side where it is not there."""

    before: tuple[Criterion, ...]
    after: Criterion | None

    @property
    def is_new(self) -> bool:
        return not self.before

    @property
    def is_gone(self) -> bool:
        return self.after is None

    @property
    def is_renumbered(self) -> bool:
        return bool(self.before and self.after) and [one.code for one in self.before] != [self._code]

    @property
    def is_renamed(self) -> bool:
        old = self._only
        return bool(old and self.after and old.title.vi != self.after.title.vi)

    @property
    def has_other_maximum(self) -> bool:
        old = self._only
        return bool(old and self.after) and _maximum(old) != _maximum(self.after)

    @property
    def is_one(self) -> bool:
        """Whether there is anything to say."""
        flags = (self.is_new, self.is_gone, self.is_renumbered, self.is_renamed, self.has_other_maximum)
        return any(flags)

    @property
    def _code(self) -> str:
        return self.after.code if self.after else ""

    @property
    def _only(self) -> Criterion | None:
        return self.before[0] if len(self.before) == 1 else None


@dataclass(frozen=True, kw_only=True)
class VersionPage:
    """One version with its tree, and its differences to the one that it continues (None: it continues none)."""

    known: KnownVersion
    previous: KnownVersion | None
    differences: tuple[Difference, ...]

    @property
    def new(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.is_new)

    @property
    def gone(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.is_gone)

    @property
    def changed(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if not one.is_new and not one.is_gone)


def known_versions(actor: Actor) -> tuple[KnownVersion, ...]:
    """The versions that a reader may see: stored ones, the newest first, then built-in ones that are not stored."""
    actor.require(Right.READ_PUBLISHED)
    stored = versions_with_rounds() if actor.may(Right.MANAGE_ROUNDS) else published_versions()
    own = tuple(_stored(version) for version in stored)
    codes = {one.framework.id for one in own}
    return (*own, *(_built_in(code) for code in framework_ids() if code not in codes))


def known_version(key: str, *, actor: Actor) -> KnownVersion | None:
    """A version by its key; None where there is none that the reader may see."""
    return next((one for one in known_versions(actor) if one.key == key), None)


def version_page(key: str, *, actor: Actor) -> VersionPage | None:
    """One version on a page; None where there is none that the reader may see."""
    known = known_version(key, actor=actor)
    if known is None:
        return None
    before = known.version.previous if known.version else None
    previous = _stored(before) if before else None
    mapping = known.version.mapping if known.version else {}
    return VersionPage(
        known=known,
        previous=previous,
        differences=tuple(_differences(known.framework, previous.framework, mapping)) if previous else (),
    )


def problem_in_words(problem: Problem) -> Sentence:
    """What is wrong in the data of a framework, with the place in them."""
    place = f"{problem.place}: " if problem.place else ""
    return Sentence(vi=f"{place}{problem.said.vi}", en=f"{place}{problem.said.en}")


def _stored(version: FrameworkVersion) -> KnownVersion:
    return KnownVersion(key=str(version.pk), framework=framework_of(version), version=version)


@lru_cache(maxsize=16)
def _built_in(code: str) -> KnownVersion:
    return KnownVersion(key=f"{_BUILT_IN}{code}", framework=framework_for(code))


def _differences(new: Framework, old: Framework, mapping: Mapping[str, list[str]]) -> Iterator[Difference]:
    """By the codes of the new version, then what is gone by those of the old one."""
    before = {criterion.code: criterion for criterion in old.criteria}
    named = {code for codes in mapping.values() for code in codes}
    for criterion in sorted(new.criteria, key=lambda one: code_key(one.code)):
        olds = tuple(before[code] for code in mapping.get(criterion.code, ()) if code in before)
        difference = Difference(before=olds, after=criterion)
        if difference.is_one:
            yield difference
    for criterion in sorted(old.criteria, key=lambda one: code_key(one.code)):
        if criterion.code not in named:
            yield Difference(before=(criterion,), after=None)


def _maximum(criterion: Criterion | None) -> Decimal | None:
    return criterion.maximum.points if criterion and criterion.maximum else None
