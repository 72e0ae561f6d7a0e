"""Whether a framework holds together, wherever it was read from."""

from dataclasses import replace
from decimal import Decimal

from parindex.domain.consistency import inconsistencies
from parindex.domain.facts import FactKind
from parindex.domain.framework import FactDefinition, Framework, Title
from parindex.domain.rules.manual import Manual
from parindex.domain.sources import Certainty
from tests.domain.sample import criterion, framework

AWARD = FactDefinition(code="award", title=Title(vi="Điểm được cho"), kind=FactKind.AWARD)
COMPLETE = FactDefinition(code="own_complete", title=Title(vi="Sổ đầy đủ"), kind=FactKind.YES_NO)
RULE = Manual(award="award", certainty=Certainty.OFFICIAL)
SOUND = replace(
    framework(criterion("1.1", RULE, maximum="4.00"), total="10.00"), fact_definitions=(AWARD, COMPLETE)
)


def found(framework: Framework) -> list[tuple[str, str, str]]:
    return [(each.kind, each.code, each.said.en) for each in inconsistencies(framework)]


def test_a_sound_framework_has_no_inconsistency():
    assert found(SOUND) == []


def test_parts_that_do_not_add_up_to_the_total_are_found():
    assert found(replace(SOUND, total=Decimal("12.00"))) == [
        ("framework", "parts", "the parts add up to 10.00, not to 12.00"),
        ("framework", "areas", "the areas add up to 10.00, not to 12.00"),
    ]


def test_a_criterion_of_an_area_that_is_not_there_is_found():
    assert found(replace(SOUND, criteria=(criterion("2.1", RULE, maximum="4.00"),))) == [
        ("criterion", "2.1", "there is no area “2”")
    ]


def test_a_code_that_does_not_lie_below_its_parent_is_found():
    stray = replace(criterion("1.2.1"), parent="1.1")

    assert found(replace(SOUND, criteria=(criterion("1.1", maximum="4.00"), stray))) == [
        ("criterion", "1.2.1", "the code does not lie below “1.1”")
    ]


def test_a_rule_on_a_criterion_that_has_children_is_found():
    assert found(replace(SOUND, criteria=(*SOUND.criteria, criterion("1.1.1")))) == [
        ("criterion", "1.1", "only leaves have rules")
    ]


def test_a_part_that_lies_in_an_area_that_is_not_there_is_found():
    (own,) = SOUND.parts

    assert found(replace(SOUND, parts=(replace(own, area="9"),))) == [
        ("part", "own", "there is no area “9”"),
        ("criterion", "1.1", "the part “own” lies in area 9 only"),
    ]


def test_an_area_too_small_for_the_part_that_lies_in_it_is_found():
    (own,), (area,) = SOUND.parts, SOUND.areas
    smaller = replace(area, maximum=replace(area.maximum, points=Decimal("9.00")))

    assert ("area", "1", "what lies below holds 10.00, over 9.00") in found(
        replace(SOUND, parts=(replace(own, area="1"),), areas=(smaller,))
    )


def test_children_that_hold_more_than_their_parent_are_found():
    criteria = (
        criterion("1.1", maximum="1.00"),
        criterion("1.1.1", maximum="0.75"),
        criterion("1.1.2", maximum="0.50"),
    )

    assert found(replace(SOUND, criteria=criteria)) == [
        ("criterion", "1.1", "what lies below holds 1.25, over 1.00")
    ]
