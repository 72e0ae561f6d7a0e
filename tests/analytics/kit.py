"""Frameworks, rules and facts for the tests of bulk scoring: random, and gathered around every edge of a rule."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from parindex.domain.facts import Fact, FactKind, FactValue
from parindex.domain.framework import Area, Criterion, Framework, Part, SourcedPoints
from parindex.domain.points import Rounding, RoundingMode
from parindex.domain.rules.base import Rule
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import NO_TITLE

SOURCE = LegalReference(document="2948/QĐ-BNV", place="phụ lục")
HUNDREDTHS = Rounding()
OTHER_SOURCE = LegalReference(document="Báo cáo của xã")


def framework(
    *rules: Rule | None, maximum: Decimal | None = Decimal(1), rounding: Rounding = HUNDREDTHS
) -> Framework:
    """One area and one part; one leaf a rule, `1.1`, `1.2`, …"""
    points = (
        None if maximum is None else SourcedPoints(points=maximum, reference=SOURCE, certainty=Certainty.PLAN)
    )
    whole = SourcedPoints(points=Decimal(100), reference=SOURCE, certainty=Certainty.PLAN)
    return Framework(
        id="test",
        decision=SOURCE,
        title=NO_TITLE,
        years=(2017,),
        total=Decimal(100),
        rounding=rounding,
        parts=(
            Part(key="appraised", title=NO_TITLE, group="direct", maximum=whole, register_fact="register"),
        ),
        areas=(Area(code="1", title=NO_TITLE, maximum=whole),),
        criteria=tuple(
            Criterion(
                code=f"1.{number}",
                title=NO_TITLE,
                area="1",
                parent="",
                reference=SOURCE,
                certainty=Certainty.PLAN,
                part="appraised",
                maximum=points,
                rule=rule,
            )
            for number, rule in enumerate(rules, 1)
        ),
    )


def fact(code: str, value: FactValue | None, *, source: LegalReference = SOURCE) -> Fact:
    return Fact(
        code=code, value=value, reference=source, certainty=Certainty.REGISTER, applicable=value is not None
    )


quanta = st.sampled_from([Decimal("0.01"), Decimal("0.05"), Decimal("0.25")])
roundings = st.builds(Rounding, quantum=quanta, mode=st.sampled_from(RoundingMode))
certainties = st.sampled_from([Certainty.PLAN, Certainty.IMPLIED])
maxima = st.sampled_from(
    [Decimal("0.50"), Decimal("1.00"), Decimal("1.25"), Decimal("3.00"), Decimal("0.375")]
)
shares = st.integers(0, 100).map(lambda percent: Decimal(percent) / 100)
points = st.integers(0, 40).map(lambda cents: Decimal(cents) / 8)
signed_numbers = st.integers(-3000, 3000).map(lambda number: Decimal(number) / 100)


@st.composite
def fractions_near(draw: st.DrawFn, edges: tuple[Fraction, ...]) -> Fraction:
    """A share on an edge, one unit of its numerator beside it, or anywhere; small and very large denominators."""
    denominator = draw(st.integers(1, 120) | st.integers(1, 10**6) | st.integers(2**60, 2**63 - 1))
    if not edges or draw(st.integers(0, 3)) == 0:
        return Fraction(draw(st.integers(0, denominator)), denominator)
    edge = draw(st.sampled_from(edges))
    beside = int(edge * denominator) + draw(st.integers(-1, 2))
    return draw(st.sampled_from([edge, Fraction(min(max(beside, 0), denominator), denominator)]))


def facts_of(
    code: str, kind: FactKind, values: st.SearchStrategy[FactValue]
) -> st.SearchStrategy[tuple[Fact, ...]]:
    """No fact, one that does not apply, one or two with a value, or one of the wrong kind."""
    one = values.map(lambda value: (fact(code, value),))
    other = values.map(lambda value: (fact(code, value, source=OTHER_SOURCE),))
    wrong: FactValue = "?" if kind is not FactKind.LEVEL else 3
    odd = st.sampled_from([(), (fact(code, None),), (fact(code, wrong),)])
    both = st.tuples(one, one).map(lambda pair: (*pair[0], *pair[1]))
    return st.one_of(one, one, other, odd, odd, both)
