"""Số liệu mẫu: facts made up for one unit and year, always the same ones, to try a framework out.

Most units do well and some lose points; a few are alike in everything, so that ranks are shared; some were not
surveyed, and now and then a share has nothing to be taken of. Every fact says that it is a sample.
"""

from collections.abc import Iterator
from random import Random

from parindex.domain.facts import Fact, FactValue
from parindex.domain.framework import Criterion, Framework
from parindex.domain.rules.band_by_rate import BandByRate
from parindex.domain.rules.proportional import Proportional
from parindex.domain.sources import Certainty, LegalReference
from parindex.frameworks.sample_values import Draw, sample_values

REFERENCE = LegalReference(document="Số liệu mẫu")

# tried out: with it one of Vĩnh Phúc's districts and one of its departments were not surveyed, and two are alike
_SEED = "3598"
_SURVEYED = 0.95  # of units
_ALIKE, _ALIKE_KINDS = 0.12, 6  # of units; how many units they are like
_TAKEN_OF_SOMETHING = 0.98  # of shares
_WEAKEST, _STRONGEST = 0.72, 0.97  # how often a unit does well


def sample_facts(framework: Framework, unit_code: str, *, year: int) -> tuple[Fact, ...]:
    """The facts that the rules of a framework read of a unit; the best figures among units are left to be found.

    The same unit, year and framework always have the same facts, and the facts of one criterion never depend on
    another criterion.
    """
    facts: dict[str, Fact] = {}
    for leaf in framework.leaves():
        for fact in _facts_of(framework, leaf, unit_code, year):
            facts.setdefault(fact.code, fact)
    return tuple(facts.values())


def _facts_of(framework: Framework, leaf: Criterion, unit_code: str, year: int) -> Iterator[Fact]:
    if leaf.rule is None or leaf.maximum is None:
        return
    like = _like(framework, unit_code)
    strength = _dice(framework.id, like).uniform(_WEAKEST, _STRONGEST)
    dice = _dice(framework.id, like, str(year), leaf.code)
    draw = Draw(random=dice, does_well=dice.random() < strength, maximum=leaf.maximum.points, year=year)
    applies = _applies(framework, leaf, unit_code, dice)
    for code, value in sample_values(leaf.rule, draw).items():
        yield _fact(code, value if applies else None)


def _like(framework: Framework, unit_code: str) -> str:
    """The unit that a unit is like: itself, or one of the few that share everything but the survey."""
    dice = _dice(framework.id, unit_code, "like")
    return f"alike {dice.randint(1, _ALIKE_KINDS)}" if dice.random() < _ALIKE else unit_code


def _applies(framework: Framework, leaf: Criterion, unit_code: str, dice: Random) -> bool:
    groups = {part.key: part.group for part in framework.parts}
    if groups.get(leaf.part) == "survey":
        return _dice(framework.id, unit_code, "survey").random() < _SURVEYED
    is_share = isinstance(leaf.rule, BandByRate | Proportional)
    return not is_share or dice.random() < _TAKEN_OF_SOMETHING


def _fact(code: str, value: FactValue | None) -> Fact:
    return Fact(
        code=code,
        value=value,
        reference=REFERENCE,
        certainty=Certainty.SAMPLE,
        applicable=value is not None,
    )


def _dice(*seed: str) -> Random:
    # the same on every machine and run, which the hash of a text is not
    return Random("/".join((_SEED, *seed)))  # noqa: S311  (nothing secret is drawn)
