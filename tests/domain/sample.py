"""Small frameworks around single rules, for tests."""

from collections.abc import Mapping
from decimal import Decimal

from parindex.domain.facts import Fact, FactValue
from parindex.domain.framework import Area, Criterion, Framework, Part, SourcedPoints, Title
from parindex.domain.points import Rounding
from parindex.domain.rules.base import Rule
from parindex.domain.sources import Certainty, LegalReference

DECISION = LegalReference(document="Quyết định thử")


def fact(
    code: str, value: FactValue | None, *, certainty: Certainty = Certainty.PLAN, place: str = ""
) -> Fact:
    """A fact; None says that it does not apply."""
    reference = LegalReference(document="Báo cáo", place=place)
    return Fact(
        code=code, value=value, reference=reference, certainty=certainty, applicable=value is not None
    )


def points(value: str) -> SourcedPoints:
    return SourcedPoints(points=Decimal(value), reference=DECISION, certainty=Certainty.OFFICIAL)


def criterion(
    code: str, rule: Rule | None = None, maximum: str | None = "1.00", part: str = "own"
) -> Criterion:
    parent = code.rpartition(".")[0]
    return Criterion(
        code=code,
        title=Title(vi=f"Tiêu chí {code}"),
        area=code.partition(".")[0],
        parent=parent if "." in parent else "",
        reference=DECISION,
        certainty=Certainty.OFFICIAL,
        part=part,
        maximum=None if maximum is None else points(maximum),
        rule=rule,
        rule_reference=DECISION if rule else None,
    )


def framework(
    *criteria: Criterion, total: str = "100.00", parts: Mapping[str, str] | None = None
) -> Framework:
    """One area "1" and, unless parts are given, one part "own"; both hold the total."""
    maxima = parts or {"own": total}
    return Framework(
        id="sample",
        decision=DECISION,
        title=Title(vi="Bộ tiêu chí thử"),
        years=(2018,),
        total=Decimal(total),
        rounding=Rounding(),
        parts=tuple(
            Part(
                key=key,
                title=Title(vi=key),
                group="direct",
                maximum=points(maximum),
                register_fact=f"{key}_complete",
                result_fact="" if key == "own" else f"{key}_award",
            )
            for key, maximum in maxima.items()
        ),
        areas=(Area(code="1", title=Title(vi="Lĩnh vực 1"), maximum=points(total)),),
        criteria=criteria,
    )
