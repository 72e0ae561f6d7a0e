"""Quy tắc kế thừa: the rules that a new version of a framework may take over from the one before, in plain data.

A version that is read from a decision's table knows maxima, but how points are given is known only of the version
before. What is taken over is expected, never official, and what does not fit is left a gap.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from parindex.domain.rules.base import Rule
from parindex.domain.sources import Certainty, weakest
from parindex.frameworks.stored import framework_from_data

_PREVIOUS = "previous"  # the key of the source that carried rules rest on

# Kinds that state shares of the maximum, not points: they hold for any maximum.
_FOR_ANY_MAXIMUM = frozenset(
    {"all_or_nothing", "grade", "manual", "on_time", "proportional", "relative_to_best", "survey_options"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Receiver:
    """A leaf of the new version that may take a rule over."""

    code: str
    maximum: Decimal
    survey: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedRules:
    """Rule and source by the code of the new criterion, the definitions of the facts they read, and their source."""

    rules: Mapping[str, Mapping[str, Any]]
    facts: tuple[Mapping[str, Any], ...]
    sources: Mapping[str, Any]


NOTHING_CARRIED = CarriedRules(rules={}, facts=(), sources={})


def carried_rules(
    receivers: Iterable[Receiver], previous: Mapping[str, Any], mapping: Mapping[str, tuple[str, ...]]
) -> CarriedRules:
    """The rules of the previous data that the new leaves take over.

    A leaf takes over the rule of the one old criterion that it alone stands for, if both are surveyed or both are
    not, and if the rule states shares of the maximum or the maximum is still the same.
    Raises `InvalidData` where the previous data do not hold together.
    """
    old = framework_from_data(previous)
    surveyed = {part.key for part in old.parts if part.group == "survey"}
    entries = {entry["code"]: entry for entry in previous["criteria"]}
    rules: dict[str, Mapping[str, Any]] = {}
    read: set[str] = set()
    for receiver in receivers:
        code = _only_predecessor(receiver.code, mapping)
        criterion = old.criterion(code)
        if criterion is None or criterion.rule is None or criterion.maximum is None:
            continue
        is_alike = receiver.survey == (criterion.part in surveyed)
        if is_alike and _holds(criterion.rule, criterion.maximum.points, receiver.maximum):
            place = f"tiêu chí {code} của bộ tiêu chí {old.id}"
            rules[receiver.code] = {
                "rule_source": {"source": _PREVIOUS, "place": place},
                "rule": _as_expected(entries[code]["rule"]),
            }
            read |= {wanted.fact for wanted in criterion.rule.inputs()}
    return CarriedRules(
        rules=rules,
        facts=tuple(fact for fact in previous.get("facts", ()) if fact["code"] in read),
        sources={_PREVIOUS: {"document": old.decision.document, "url": old.decision.url}} if rules else {},
    )


def _only_predecessor(code: str, mapping: Mapping[str, tuple[str, ...]]) -> str:
    """The old criterion that this one alone stands for, and no other; else ""."""
    times = Counter(old for codes in mapping.values() for old in codes)
    predecessors = mapping.get(code, ())
    return predecessors[0] if len(predecessors) == 1 and times[predecessors[0]] == 1 else ""


def _holds(rule: Rule, old_maximum: Decimal, new_maximum: Decimal) -> bool:
    return rule.kind in _FOR_ANY_MAXIMUM or old_maximum == new_maximum


def _as_expected(data: Any) -> Any:
    """The data of a rule with no certainty above "expected": the new decision has not stated it."""
    if isinstance(data, list):
        return [_as_expected(item) for item in data]
    if not isinstance(data, Mapping):
        return data
    return {
        key: _no_surer(value) if key == "certainty" or key.endswith("_certainty") else _as_expected(value)
        for key, value in data.items()
    }


def _no_surer(certainty: str) -> str:
    return str(weakest((Certainty(certainty), Certainty.EXPECTED)))
