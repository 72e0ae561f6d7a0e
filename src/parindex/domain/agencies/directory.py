"""The agencies of a province: found by code, by place in the tree, or by a name as a document writes it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from parindex.domain.agencies.model import Agency, AgencyLevel
from parindex.domain.agencies.names import GENERAL_NAMES, LEVEL_NAMES, could_be_same, keys_of, name_key
from parindex.domain.text import fold, nfc

_CLOSE = 0.9  # share of letters in common from which a name is taken for a slip of another
_SHORTEST_SLIP = 7  # letters; below, one letter makes another name
_EDGE = 5  # a slip leaves the first or the last letters of a name whole
_LEVELS = {name_key(name): level for name, level in LEVEL_NAMES.items()}
_GENERAL = {name_key(name): level for name, level in GENERAL_NAMES.items()}


class MatchKind(StrEnum):
    AGENCY = "agency"
    LEVEL = "level"  # "UBND cấp huyện" is a level, not an agency
    GENERAL = "general"  # "các cơ quan, đơn vị liên quan"; `level` where it speaks to one
    AMBIGUOUS = "ambiguous"  # several agencies bear the name: see `candidates`
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class AgencyMatch:
    """What a name in a document stands for.

    `exact` is False when an alias, another spelling or a slip was read through; `guessed` is True for a slip:
    the agency's name is then our guess, to be remarked.
    """

    text: str
    kind: MatchKind
    agency: Agency | None = None
    level: AgencyLevel | None = None
    exact: bool = True
    guessed: bool = False
    candidates: tuple[Agency, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyDirectory:
    """The agencies of a province, in their order."""

    agencies: tuple[Agency, ...]
    _by_code: dict[str, Agency] = field(init=False, repr=False, compare=False)
    _by_key: dict[str, tuple[Agency, ...]] = field(init=False, repr=False, compare=False)
    _by_edge: dict[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_key: dict[str, list[Agency]] = defaultdict(list)
        by_edge: dict[str, set[str]] = defaultdict(set)
        for agency in self.agencies:
            for key in keys_of(agency):
                by_key[key].append(agency)
                for edge in _edges(key):
                    by_edge[edge].add(key)
        object.__setattr__(self, "_by_code", {agency.code: agency for agency in self.agencies})
        object.__setattr__(self, "_by_key", {key: tuple(found) for key, found in by_key.items()})
        object.__setattr__(self, "_by_edge", dict(by_edge))

    def is_of(self, issuer: str, *, on: date | None) -> bool:
        """Whether an issuer belongs to a province of the directory, of that day if given.

        "UBND huyện Yên Lạc, tỉnh Vĩnh Phúc" does, though its plan is not the province's: see
        `PlanDocument.is_issued_by`.
        """
        provinces = (
            a for a in self.agencies if a.level is AgencyLevel.PROVINCE and (on is None or a.exists_on(on))
        )
        return any(fold(province.name.removeprefix("Tỉnh ")) in fold(issuer) for province in provinces)

    def get(self, code: str) -> Agency | None:
        """The agency of a code, whether or not it still exists."""
        return self._by_code.get(code)

    def match(self, text: str, *, on: date | None = None) -> AgencyMatch:
        """The agency, level or general address that a name stands for; with `on`, among those of that day.

        A name that several agencies bear is AMBIGUOUS, never the first of them.
        """
        key = name_key(text)
        if level := _LEVELS.get(key):
            return AgencyMatch(text=text, kind=MatchKind.LEVEL, level=level)
        if key in _GENERAL:
            return AgencyMatch(text=text, kind=MatchKind.GENERAL, level=_GENERAL[key])
        found = self._named(key, on) or self._named(f"so{key}", on) or self._named_with_province(key, on)
        return _matched(text, found) if found else _matched(text, self._nearly_named(key, on), guessed=True)

    def same(self, one: str, other: str) -> bool:
        """Whether two names stand for one agency, as the directory knows or as one abbreviates the other."""
        first, second = self.match(one).agency, self.match(other).agency
        if first and second:
            return first == second
        return name_key(one) == name_key(other) or could_be_same(one, other)

    def of_level(self, level: AgencyLevel, *, on: date) -> tuple[Agency, ...]:
        """Agencies of a level on a day, in the directory's order."""
        return tuple(a for a in self.agencies if a.level is level and a.exists_on(on))

    def children_of(self, code: str, *, on: date) -> tuple[Agency, ...]:
        """Agencies directly under another on a day."""
        return tuple(a for a in self.agencies if a.parent == code and a.exists_on(on))

    def ancestors(self, code: str) -> tuple[Agency, ...]:
        """The parent of an agency, its parent's parent and so on, nearest first."""
        found: list[Agency] = []
        agency = self.get(code)
        while agency and (parent := self.get(agency.parent)) and parent not in found:
            found.append(parent)
            agency = parent
        return tuple(found)

    def successors_of(self, code: str, *, on: date) -> tuple[Agency, ...]:
        """Who answers for an agency's work on a day: itself while it exists, else those that took over in turn."""
        return tuple(dict.fromkeys(self._successors(code, on, seen=frozenset())))

    def _successors(self, code: str, on: date, seen: frozenset[str]) -> Iterable[Agency]:
        agency = self.get(code)
        if agency is None or code in seen:
            return
        if agency.exists_on(on):
            yield agency
            return
        for successor in agency.successors:
            yield from self._successors(successor, on, seen | {code})

    def _named(self, key: str, on: date | None) -> tuple[Agency, ...]:
        return tuple(a for a in self._by_key.get(key, ()) if on is None or a.exists_on(on))

    def _named_with_province(self, key: str, on: date | None) -> tuple[Agency, ...]:
        """Agencies of a province whose name follows theirs: "Sở Nội vụ tỉnh Vĩnh Phúc"."""
        for province in (agency for agency in self.agencies if agency.level is AgencyLevel.PROVINCE):
            whole = name_key(province.name)
            for suffix in (whole, whole.removeprefix("tinh").removeprefix("thanhpho")):
                found = self._named(key.removesuffix(suffix), on) if key.endswith(suffix) else ()
                own = tuple(a for a in found if a == province or province in self.ancestors(a.code))
                if own:
                    return own
        return ()

    def _nearly_named(self, key: str, on: date | None) -> tuple[Agency, ...]:
        """The agencies whose name is nearest, if near enough; several when they are equally near.

        "UBND" is left out of the comparison: it would make any two communes look alike.
        """
        key = key.removeprefix("ubnd")
        if len(key) < _SHORTEST_SLIP:
            return ()
        near = {other for edge in _edges(key) for other in self._by_edge.get(edge, ())}
        ratios = {other: _ratio(key, other) for other in near if len(other) >= _SHORTEST_SLIP}
        best = max(ratios.values(), default=0.0)
        if best < _CLOSE:
            return ()
        nearest = (a for other, ratio in ratios.items() if ratio == best for a in self._named(other, on))
        return tuple(sorted(set(nearest), key=self.agencies.index))


def _matched(text: str, found: tuple[Agency, ...], *, guessed: bool = False) -> AgencyMatch:
    if len(found) == 1:
        exact = not guessed and nfc(text) == nfc(found[0].name)
        return AgencyMatch(text=text, kind=MatchKind.AGENCY, agency=found[0], exact=exact, guessed=guessed)
    kind = MatchKind.AMBIGUOUS if found else MatchKind.UNKNOWN
    return AgencyMatch(text=text, kind=kind, exact=False, candidates=found)


def _edges(key: str) -> tuple[str, str]:
    return f"{key[:_EDGE]}…", f"…{key[-_EDGE:]}"


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.ratio() if matcher.real_quick_ratio() >= _CLOSE and matcher.quick_ratio() >= _CLOSE else 0.0
    )
