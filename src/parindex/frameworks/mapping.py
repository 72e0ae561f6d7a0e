"""Đối chiếu tiêu chí: which criterion of the version before a new one stands for, proposed for a person to confirm.

Versions number their criteria anew, so titles decide. A code alone says something only where a title is missing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from parindex.domain.framework import Criterion, Framework
from parindex.domain.text import fold
from parindex.frameworks.rows_of_table import RowOfTable

_CERTAIN, _RENUMBERED, _CODE_ALONE = Fraction(1), Fraction(9, 10), Fraction(3, 10)
_SIMILAR = Fraction(1, 2)  # below, two titles are taken for different things
_IN_FULL = {
    "cbccvc": "can bo cong chuc vien chuc",
    "cchc": "cai cach hanh chinh",
    "cntt": "cong nghe thong tin",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "qppl": "quy pham phap luat",
    "tthc": "thu tuc hanh chinh",
    "ubnd": "uy ban nhan dan",
    "vbqppl": "van ban quy pham phap luat",
}


class Why(StrEnum):
    """What a proposal rests on, from the surest to nothing at all."""

    SAME_CODE_AND_TITLE = "same_code_and_title"
    SAME_TITLE = "same_title"
    SIMILAR_TITLE = "similar_title"
    SAME_CODE = "same_code"  # one of the two has no title
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class Mapped:
    """A new criterion with the old ones proposed for it (none: it seems new); `confidence` is 0..1."""

    code: str
    title: str
    old_codes: tuple[str, ...]
    why: Why
    confidence: Fraction


def propose_mapping(new_rows: Iterable[RowOfTable], old: Framework) -> tuple[Mapped, ...]:
    """One proposal for every new criterion, in the order of the rows; areas are left out.

    No old criterion is proposed twice: the surest pair takes it.
    """
    rows = tuple(row for row in new_rows if not row.is_area)
    weights = _weights([*(row.title for row in rows), *(criterion.title.vi for criterion in old.criteria)])
    pairs = (_pair(place, row, old, weights) for place, row in enumerate(rows))
    chosen = _surest([pair for found in pairs for pair in found])
    return tuple(_mapped(row, chosen.get(place)) for place, row in enumerate(rows))


def accepted(proposals: Iterable[Mapped], *, at_least: Fraction) -> Mapping[str, tuple[str, ...]]:
    """The proposals of at least that confidence, as a mapping of new codes to old ones."""
    return {one.code: one.old_codes for one in proposals if one.old_codes and one.confidence >= at_least}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Pair:
    """A new row (by its place) and an old criterion that it may stand for."""

    place: int
    old_code: str
    why: Why
    confidence: Fraction
    has_same_code: bool


def _pair(place: int, row: RowOfTable, old: Framework, weights: Mapping[str, Fraction]) -> Iterator[_Pair]:
    same_titles = sum(_is_same(row.title, criterion.title.vi) for criterion in old.criteria)
    for criterion in old.criteria:
        why, confidence = _judged(row, criterion, weights, same_titles)
        if why is not Why.NONE:
            yield _Pair(
                place=place,
                old_code=criterion.code,
                why=why,
                confidence=confidence,
                has_same_code=criterion.code == row.code,
            )


def _judged(
    row: RowOfTable, criterion: Criterion, weights: Mapping[str, Fraction], same_titles: int
) -> tuple[Why, Fraction]:
    is_same_code = row.code == criterion.code
    if not row.title or not criterion.title.vi:
        return (Why.SAME_CODE, _CODE_ALONE) if is_same_code else (Why.NONE, Fraction(0))
    if _is_same(row.title, criterion.title.vi):
        # of several criteria that bear the title, none but the one with the code is sure
        renumbered = _RENUMBERED / same_titles
        return (Why.SAME_CODE_AND_TITLE, _CERTAIN) if is_same_code else (Why.SAME_TITLE, renumbered)
    likeness = _likeness(row.title, criterion.title.vi, weights)
    similar = (Why.SIMILAR_TITLE, likeness * _RENUMBERED)
    return similar if likeness >= _SIMILAR else (Why.NONE, Fraction(0))


def _surest(pairs: Sequence[_Pair]) -> Mapping[int, _Pair]:
    """The best pair of each row, each old criterion once; of equal pairs the one with the same code, then the first."""
    chosen: dict[int, _Pair] = {}
    taken: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.confidence, not pair.has_same_code, pair.place)):
        if pair.place not in chosen and pair.old_code not in taken:
            chosen[pair.place] = pair
            taken.add(pair.old_code)
    return chosen


def _mapped(row: RowOfTable, pair: _Pair | None) -> Mapped:
    return Mapped(
        code=row.code,
        title=row.title,
        old_codes=(pair.old_code,) if pair else (),
        why=pair.why if pair else Why.NONE,
        confidence=pair.confidence if pair else Fraction(0),
    )


def _is_same(one: str, other: str) -> bool:
    return bool(one) and _words(one) == _words(other)


@lru_cache(maxsize=2048)
def _words(title: str) -> tuple[str, ...]:
    """The syllables of a title, folded; the usual abbreviations in full."""
    words = "".join(c if c.isalnum() else " " for c in fold(title)).split()
    return tuple(" ".join(_IN_FULL.get(word, word) for word in words).split())


@lru_cache(maxsize=2048)
def _features(title: str) -> frozenset[str]:
    """The syllables of a title and the pairs of neighbours: Vietnamese words are mostly of two syllables."""
    words = _words(title)
    return frozenset((*words, *(" ".join(pair) for pair in pairwise(words))))


def _weights(titles: Iterable[str]) -> Mapping[str, Fraction]:
    """What is in many titles ("thủ tục hành chính") tells them apart the less."""
    times = Counter(feature for title in titles for feature in _features(title))
    return {feature: Fraction(1, count) for feature, count in times.items()}


def _likeness(one: str, other: str, weights: Mapping[str, Fraction]) -> Fraction:
    """How much two titles share, 0..1: of both, and of the shorter one, for titles are often cut short."""
    first, second = _features(one), _features(other)
    shared = sum((weights[feature] for feature in first & second), Fraction(0))
    whole = [sum((weights[feature] for feature in features), Fraction(0)) for features in (first, second)]
    if not shared:
        return Fraction(0)
    return (2 * shared / sum(whole) + shared / min(whole)) / 2
