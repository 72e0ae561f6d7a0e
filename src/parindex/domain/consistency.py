"""Whether a framework holds together: sums, codes, parts, facts and rules, wherever it was read from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from parindex.domain.facts import FactKind
from parindex.domain.framework import Criterion, Framework, Part
from parindex.domain.points import ZERO
from parindex.domain.rules.base import Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Inconsistency:
    """What does not hold, and where: `kind` is framework, part, area, fact or criterion, `code` its key or code."""

    kind: str
    code: str
    said: Sentence


def inconsistencies(framework: Framework) -> tuple[Inconsistency, ...]:
    """Everything that does not hold in a framework; empty when all is well."""
    return tuple(
        Inconsistency(kind=kind, code=code, said=Sentence(vi=vi, en=en))
        for check in (_repeated, _totals, _parts, _areas, _places, _children, _rules, _counts)
        for kind, code, vi, en in check(framework)
    )


_Found = Iterator[tuple[str, str, str, str]]  # kind, code, Vietnamese, English


def _repeated(framework: Framework) -> _Found:
    named = {
        "part": [part.key for part in framework.parts],
        "area": [area.code for area in framework.areas],
        "fact": [fact.code for fact in framework.fact_definitions],
        "criterion": [criterion.code for criterion in framework.criteria],
    }
    for kind, codes in named.items():
        for code, times in Counter(codes).items():
            if times > 1:
                yield kind, code, f"mã “{code}” được dùng {times} lần", f"“{code}” is used {times} times"


def _totals(framework: Framework) -> _Found:
    parts = sum((part.maximum.points for part in framework.parts), ZERO)
    areas = sum((area.maximum.points for area in framework.areas), ZERO)
    total = framework.total
    if parts != total:
        yield (
            "framework",
            "parts",
            f"các phần cộng lại là {parts}, không phải {total}",
            f"the parts add up to {parts}, not to {total}",
        )
    if areas != total:
        yield (
            "framework",
            "areas",
            f"các lĩnh vực cộng lại là {areas}, không phải {total}",
            f"the areas add up to {areas}, not to {total}",
        )


def _parts(framework: Framework) -> _Found:
    areas = {area.code for area in framework.areas}
    for part in framework.parts:
        rest = framework.unlisted_in_part(part)
        if rest < 0:
            yield "part", part.key, *_too_much(part.maximum.points, rest)
        if part.area and part.area not in areas:
            yield "part", part.key, f"không có lĩnh vực “{part.area}”", f"there is no area “{part.area}”"
        for code, kind in ((part.register_fact, FactKind.YES_NO), (part.result_fact, FactKind.AWARD)):
            if code:
                yield from _fact(framework, "part", part.key, code, kind)


def _areas(framework: Framework) -> _Found:
    for area in framework.areas:
        rest = framework.unlisted_in_area(area)
        held = sum((framework.unlisted_in_part(p) for p in framework.parts if p.area == area.code), ZERO)
        if rest < held:
            yield "area", area.code, *_too_much(area.maximum.points, rest - held)


def _places(framework: Framework) -> _Found:
    codes = {criterion.code for criterion in framework.criteria}
    areas = {area.code for area in framework.areas}
    parts = {part.key: part for part in framework.parts}
    for criterion in framework.criteria:
        code, above = criterion.code, criterion.parent or criterion.area
        if criterion.area not in areas:
            yield (
                "criterion",
                code,
                f"không có lĩnh vực “{criterion.area}”",
                f"there is no area “{criterion.area}”",
            )
        elif criterion.parent and criterion.parent not in codes:
            yield (
                "criterion",
                code,
                f"thiếu tiêu chí cha “{criterion.parent}”",
                f"its parent “{criterion.parent}” is not there",
            )
        if not code.startswith(f"{above}."):
            yield "criterion", code, f"mã không nằm dưới “{above}”", f"the code does not lie below “{above}”"
        yield from _part_of(criterion, parts)


def _part_of(criterion: Criterion, parts: dict[str, Part]) -> _Found:
    part = parts.get(criterion.part)
    if criterion.part and part is None:
        yield (
            "criterion",
            criterion.code,
            f"không có phần “{criterion.part}”",
            f"there is no part “{criterion.part}”",
        )
    elif part and part.area and part.area != criterion.area:
        yield (
            "criterion",
            criterion.code,
            f"phần “{part.key}” chỉ nằm trong lĩnh vực {part.area}",
            f"the part “{part.key}” lies in area {part.area} only",
        )


def _children(framework: Framework) -> _Found:
    for criterion in framework.criteria:
        children = framework.children(criterion.code)
        held = sum((child.maximum.points for child in children if child.maximum), ZERO)
        if criterion.maximum and held > criterion.maximum.points:
            yield (
                "criterion",
                criterion.code,
                *_too_much(criterion.maximum.points, criterion.maximum.points - held),
            )


def _rules(framework: Framework) -> _Found:
    leaves = {leaf.code for leaf in framework.leaves()}
    for criterion in framework.criteria:
        if criterion.rule is None:
            continue
        if criterion.code not in leaves:
            yield (
                "criterion",
                criterion.code,
                "tiêu chí có tiêu chí con thì không có quy tắc",
                "only leaves have rules",
            )
        if criterion.rule_reference is None:
            yield "criterion", criterion.code, "quy tắc chưa nêu nguồn", "the rule names no source"
        if criterion.maximum is None:
            yield "criterion", criterion.code, "quy tắc cần điểm tối đa", "a rule needs a maximum"
            continue
        for said in criterion.rule.problems(criterion.maximum.points):
            yield "criterion", criterion.code, said.vi, said.en
        for wanted in criterion.rule.inputs():
            yield from _fact(framework, "criterion", criterion.code, wanted.fact, wanted.kind)


def _fact(framework: Framework, kind: str, code: str, fact: str, holds: FactKind) -> _Found:
    definition = next((d for d in framework.fact_definitions if d.code == fact), None)
    if definition is None:
        yield kind, code, f"số liệu “{fact}” chưa được định nghĩa", f"the fact “{fact}” is not defined"
    elif definition.kind is not holds:
        yield (
            kind,
            code,
            f"số liệu “{fact}” phải là {holds.value}, không phải {definition.kind.value}",
            f"the fact “{fact}” must hold {holds.value}, not {definition.kind.value}",
        )


def _counts(framework: Framework) -> _Found:
    for area in framework.areas:
        inside = [criterion for criterion in framework.criteria if criterion.area == area.code]
        yield from _counted(area.code, area.criteria_count, (c for c in inside if not c.parent))
        yield from _counted(area.code, area.subcriteria_count, (c for c in inside if c.parent))


def _counted(area: str, stated: int | None, criteria: Iterable[Criterion]) -> _Found:
    listed = sum(1 for _ in criteria)
    if stated is not None and listed > stated:
        yield (
            "area",
            area,
            f"nêu {listed} tiêu chí, nhiều hơn {stated}",
            f"{listed} are listed, more than {stated}",
        )


def _too_much(maximum: Decimal, rest: Decimal) -> tuple[str, str]:
    held = maximum - rest
    return (
        f"các tiêu chí bên dưới có {held} điểm, vượt {maximum}",
        f"what lies below holds {held}, over {maximum}",
    )
