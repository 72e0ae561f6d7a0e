"""Frameworks from their files: what loads holds together, what does not says where and why."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.domain.framework import Framework
from parindex.domain.sources import Certainty
from parindex.frameworks.known import DATA, UnknownFramework
from parindex.frameworks.loader import framework_for, load_framework
from parindex.frameworks.problems import InvalidData

FILE = DATA / "2948-2017.yaml"
Refused = Callable[..., list[str]]


@pytest.fixture(scope="module")
def framework() -> Framework:
    return framework_for("2948-2017")


@pytest.fixture
def refused(tmp_path: Path) -> Refused:
    """The problems of the real file after replacing one piece of text by another, as "line: Vietnamese"."""

    def problems(*replacements: tuple[str, str]) -> list[str]:
        text = FILE.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "framework.yaml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InvalidData) as caught:
            load_framework(path)
        return [f"{text.splitlines()[p.line - 1].strip()[:18]} → {p.said.vi}" for p in caught.value.problems]

    return problems


def test_the_parts_and_the_areas_hold_100_points_each(framework: Framework):
    parts = {part.key: str(part.maximum.points) for part in framework.parts}
    areas = {area.code: str(area.maximum.points) for area in framework.areas}

    assert parts == {"appraised": "62.00", "impact": "3.50", "sipas": "12.00", "officials": "22.50"}
    assert areas == {
        "1": "10.00", "2": "10.00", "3": "14.50", "4": "11.00",
        "5": "16.00", "6": "7.00", "7": "16.00", "8": "15.50",
    }  # fmt: skip


def test_what_no_source_lists_is_an_unlisted_remainder(framework: Framework):
    areas = {area.code: str(framework.unlisted_in_area(area)) for area in framework.areas}
    parts = {part.key: str(framework.unlisted_in_part(part)) for part in framework.parts}

    assert areas == {
        "1": "6.00", "2": "10.00", "3": "12.50", "4": "9.50", "5": "12.00", "6": "7.00", "7": "11.00", "8": "12.00",
    }  # fmt: skip
    assert parts == {"appraised": "45.50", "impact": "0.00", "sipas": "12.00", "officials": "22.50"}


def test_38_criteria_are_stated_although_the_areas_add_up_to_39(framework: Framework):
    by_area = sum(area.criteria_count or 0 for area in framework.areas)
    subcriteria = sum(area.subcriteria_count or 0 for area in framework.areas)

    assert (framework.criteria_count, by_area) == (38, 39)
    assert (framework.subcriteria_count, subcriteria) == (81, 81)


def test_the_16_leaves_that_a_case_proves_have_rules(framework: Framework):
    ruled = [leaf.code for leaf in framework.leaves() if leaf.rule]

    assert ruled == [
        "1.2", "1.6", "3.1.1", "3.2.1", "3.2.2", "4.1.2", "5.4", "5.5.2", "5.7.1",
        "7.1.1", "7.1.4", "7.2.2", "7.2.3", "7.3.2", "8.2.1", "8.2.3",
    ]  # fmt: skip


def test_every_criterion_without_a_name_says_why(framework: Framework):
    nameless = {c.code: c.note.vi for c in framework.criteria if not c.title.vi}

    assert sorted(nameless) == ["4.1", "5.5", "5.7", "7.1", "8.1", "8.2.2", "8.3"]
    assert all(nameless.values())


def test_every_name_is_given_in_both_languages(framework: Framework):
    named = [c.title for c in framework.criteria] + [d.title for d in framework.fact_definitions]
    named += [area.title for area in framework.areas] + [part.title for part in framework.parts]

    assert [title for title in named if bool(title.vi) != bool(title.en)] == []


def test_every_note_and_derivation_is_given_in_both_languages(framework: Framework):
    told = [framework.note, *(c.note for c in framework.criteria)]
    told += [part.maximum.how for part in framework.parts] + [area.maximum.how for area in framework.areas]
    told += [c.maximum.how for c in framework.criteria if c.maximum]

    assert [text for text in told if bool(text.vi) != bool(text.en)] == []


def test_the_only_maximum_of_8_2_2_is_a_derived_one(framework: Framework):
    found = framework.criterion("8.2.2")

    assert found is not None
    assert found.maximum is not None
    assert (found.maximum.points, found.maximum.certainty) == (Decimal("1.00"), Certainty.DERIVED)
    assert found.rule is None


def test_a_framework_is_found_by_id_and_by_year():
    assert framework_for(2017) is framework_for("2948-2017")


def test_a_year_without_a_framework_is_unknown():
    with pytest.raises(UnknownFramework):
        framework_for(2030)


def test_a_changed_file_is_read_anew(tmp_path: Path):
    path = tmp_path / "framework.yaml"
    text = FILE.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    before = load_framework(path)

    path.write_text(text.replace("years: [2017]", "years: [2017, 2018]"), encoding="utf-8")

    assert (before.years, load_framework(path).years) == ((2017,), (2017, 2018))


# ── Files that do not hold together ───────────────────────────────────────────────────────────────────────────────────


def test_every_problem_of_a_file_is_named_with_its_line(tmp_path: Path):
    path = tmp_path / "bad.yaml"
    text = FILE.read_text(encoding="utf-8")
    text = text.replace("criteria_count: 38", "criteria_count: many").replace(
        "group: direct", "group: indirect", 1
    )
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidData) as caught:
        load_framework(path)

    assert str(caught.value).splitlines() == [
        f"{path}:13: “many” không phải là số / “many” is no number",
        f"{path}:35: “indirect” phải là một trong: 'direct' hoặc 'survey' / "
        "“indirect” must be one of: 'direct' or 'survey'",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "    rule:\n      kind: level",
            "    rule:\n      kind: levels",
            "rule: → không có loại quy tắc “levels”",
        ),
        (
            "      value: discipline_level",
            "      valu: discipline_level",
            "khóa “valu” không có trong lược đồ",
        ),
        ('earns: "0.25", certainty: plan}', 'earns: "một", certainty: plan}', "“một” không phải là số"),
        ('earns: "0.25", certainty: plan}', 'earns: "NaN", certainty: plan}', "“NaN” không phải là số"),
        ('earns: "0.25", certainty: plan}', 'earns: "1e9999999", certainty: plan}', "viết số đầy đủ"),
        ('earns: "0.25", certainty: plan}', 'earns: "0.25", certainty: sure}', "“sure” phải là một trong"),
        ('earns: "0.25", certainty: plan}', 'earns: "0.25"}', "thiếu “certainty”"),
        ("    source: moha\n", "    source: rumour\n", "nguồn “rumour” chưa được nêu"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(refused: Refused, old: str, new: str, said: str):
    problems = refused((old, new))

    assert [problem for problem in problems if said in problem]


def test_a_sum_that_is_not_100_is_named(refused: Refused):
    assert refused(('{points: "11.00", source: moha', '{points: "11.50", source: moha')) == [
        "areas: → các lĩnh vực cộng lại là 100.50, không phải 100.00"
    ]


def test_leaves_that_hold_more_than_their_part_and_their_parent_are_named(refused: Refused):
    line = 'maximum: {points: "1.50", source: plan, place: "bảng trừ điểm, dòng 8.2.3", certainty: plan}'
    problems = refused((line, line.replace("1.50", "1.75")))

    assert problems == [
        "- key: impact → impact: các tiêu chí bên dưới có 3.75 điểm, vượt 3.50",
        '- code: "8.2" → 8.2: các tiêu chí bên dưới có 3.75 điểm, vượt 3.50',
    ]


def test_a_code_used_twice_is_named(refused: Refused):
    assert '- code: "7.1.2" → 7.1.2: mã “7.1.2” được dùng 2 lần' in refused(
        ('code: "7.1.1"', 'code: "7.1.2"')
    )


def test_a_criterion_without_its_parent_is_named(refused: Refused):
    assert '- code: "6.9.1" → 6.9.1: thiếu tiêu chí cha “6.9”' in refused(('code: "6.2"', 'code: "6.9.1"'))


def test_a_rule_that_earns_more_than_the_maximum_is_named(refused: Refused):
    title = '{vi: "Không có người bị kỷ luật", en: "Nobody was disciplined"}'

    problems = refused((f'{title}, earns: "0.50"', f'{title}, earns: "0.75"'))

    assert problems == ['- code: "5.5.2" → 5.5.2: mức điểm 0.75 nằm ngoài khoảng 0 đến 0.50']


def test_a_rule_on_a_fact_that_is_not_defined_or_of_another_kind_is_named(refused: Refused):
    assert refused(("value: level3_dossiers", "value: level5_dossiers")) == [
        '- code: "7.2.2" → 7.2.2: số liệu “level5_dossiers” chưa được định nghĩa'
    ]
    assert refused(("value: level3_dossiers", "value: discipline_level")) == [
        '- code: "7.2.2" → 7.2.2: số liệu “discipline_level” phải là share, không phải level'
    ]


def test_a_rule_without_a_source_or_a_maximum_is_named(refused: Refused):
    row = "bảng trừ điểm, dòng 7.2.2"
    source = f'    rule_source: {{source: plan, place: "{row}"}}\n'
    maximum = f'    maximum: {{points: "1.00", source: plan, place: "{row}", certainty: plan}}\n'

    assert refused((source, "")) == ['- code: "7.2.2" → 7.2.2: quy tắc chưa nêu nguồn']
    assert refused((maximum, "")) == ['- code: "7.2.2" → 7.2.2: quy tắc cần điểm tối đa']


def test_a_part_that_is_not_there_or_lies_in_another_area_is_named(refused: Refused):
    assert refused(("part: sipas", "part: sipass")) == ['- code: "8.1" → 8.1: không có phần “sipass”']
    assert refused(
        ('    part: appraised\n    target: {vi: "14', '    part: impact\n    target: {vi: "14')
    ) == ['- code: "7.4" → 7.4: phần “impact” chỉ nằm trong lĩnh vực 8']


def test_more_criteria_than_the_source_states_are_named(refused: Refused):
    assert refused(
        ("    criteria_count: 3\n    subcriteria_count: 3", "    criteria_count: 2\n    subcriteria_count: 3")
    ) == ['- code: "8" → 8: nêu 3 tiêu chí, nhiều hơn 2']
