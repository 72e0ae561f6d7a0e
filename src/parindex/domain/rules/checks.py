"""What can be wrong with the parameters of a rule, in words that several kinds share."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from parindex.domain.rules.base import Sentence


def beyond(points: Iterable[Decimal], maximum: Decimal) -> tuple[Sentence, ...]:
    """Points that lie outside 0..maximum."""
    return tuple(
        Sentence(
            vi=f"mức điểm {value} nằm ngoài khoảng 0 đến {maximum}",
            en=f"{value} points lie outside 0 to {maximum}",
        )
        for value in points
        if not 0 <= value <= maximum
    )


def not_shares(shares: Iterable[Decimal]) -> tuple[Sentence, ...]:
    """Numbers that are no shares: outside 0..1."""
    return tuple(
        Sentence(vi=f"tỷ lệ {share} nằm ngoài khoảng 0 đến 1", en=f"the share {share} lies outside 0 to 1")
        for share in shares
        if not 0 <= share <= 1
    )


def negative(numbers: Iterable[Decimal]) -> tuple[Sentence, ...]:
    """Numbers that must not be negative."""
    return tuple(
        Sentence(vi=f"{number} không được âm", en=f"{number} must not be negative")
        for number in numbers
        if number < 0
    )


def repeated(names: Iterable[str | int]) -> tuple[Sentence, ...]:
    """Names that stand in a list more than once."""
    return tuple(
        Sentence(vi=f"“{name}” được nêu {times} lần", en=f"“{name}” is listed {times} times")
        for name, times in Counter(names).items()
        if times > 1
    )


def empty(items: tuple[object, ...], what: Sentence) -> tuple[Sentence, ...]:
    """A list that must hold something; `what` names it."""
    if items:
        return ()
    return (Sentence(vi=f"chưa nêu {what.vi} nào", en=f"no {what.en} is given"),)
