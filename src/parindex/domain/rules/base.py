"""The one shape of all rule kinds.

A rule kind is a frozen dataclass whose fields are its typed parameters. It says which facts it reads (`inputs`),
states itself in words (`statement`), and turns the values of its inputs into a `Verdict` (`evaluate`). Missing,
inapplicable and contradictory facts never reach it: `rules.guards` answers those for every kind alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Protocol

from parindex.domain.facts import FactKind, FactValue, fits
from parindex.domain.rules.steps import Step as Step
from parindex.domain.rules.steps import StepValue as StepValue
from parindex.domain.rules.steps import StepValues as StepValues

Values = Mapping[str, FactValue]


class Outcome(StrEnum):
    """How an evaluation ended."""

    SCORED = "scored"
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"  # a fact that the rule needs is not there
    CONTRADICTORY = "contradictory"  # the facts speak against each other
    UNRULED = "unruled"  # the framework, as far as it is known, does not say what this case earns


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """One fact that a rule reads: the parameter's name in the rule, the fact's code, what it must hold."""

    name: str
    fact: str
    kind: FactKind
    required: bool = True

    def accepts(self, value: FactValue | None) -> bool:
        """Whether a value is of the kind this input needs."""
        return fits(self.kind, value)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence in both languages, or its template; see `domain.explanation` for the formats it may use."""

    vi: str
    en: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Result of a rule: exact points (not yet rounded), or why there are none, and the steps that led there."""

    steps: tuple[Step, ...]
    points: Fraction | None = None
    outcome: Outcome = Outcome.SCORED

    def __post_init__(self) -> None:
        if (self.points is None) == (self.outcome is Outcome.SCORED):
            raise ValueError("a verdict has points exactly when it is scored")


class Rule(Protocol):
    """What every rule kind offers."""

    SENTENCES: ClassVar[Mapping[str, Sentence]]

    @property
    def kind(self) -> str: ...

    def inputs(self) -> tuple[Input, ...]:
        """The facts it reads."""

    def problems(self, maximum: Decimal) -> tuple[Sentence, ...]:
        """What is wrong with its parameters for a criterion of this maximum; empty when all is well."""

    def statement(self, maximum: Decimal) -> tuple[Step, ...]:
        """The rule in words: every threshold with its points."""

    def evaluate(self, values: Values, maximum: Decimal) -> Verdict:
        """Points and steps for clean values (all required inputs present and of their kind)."""


def scored(points: Fraction | Decimal, *steps: Step) -> Verdict:
    """The verdict that gives points."""
    return Verdict(points=Fraction(points), steps=steps)


def missing(*steps: Step) -> Verdict:
    """The verdict for facts that are there, but hold nothing to score."""
    return Verdict(steps=steps, outcome=Outcome.MISSING)


def contradictory(*steps: Step) -> Verdict:
    """The verdict for facts that speak against each other."""
    return Verdict(steps=steps, outcome=Outcome.CONTRADICTORY)


def unruled(*steps: Step) -> Verdict:
    """The verdict for a case that the known part of the framework does not cover."""
    return Verdict(steps=steps, outcome=Outcome.UNRULED)
