"""A new version from a decision's table: it loads, it adds up, and what nobody stated stays a gap."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.agencies import AgencyLevel
from parindex.domain.framework import Framework
from parindex.domain.points import ZERO
from parindex.domain.sources import Certainty
from parindex.frameworks.from_rows import RowOfTable, framework_data_from_rows
from parindex.frameworks.loader import framework_for
from parindex.frameworks.problems import InvalidData
from parindex.frameworks.stored import framework_data, framework_from_data

PREVIOUS = framework_data("2948-2017")
OLD = framework_for("2948-2017")
DECISION = "Quyết định mẫu"


def _row(code: str, title: str, maximum: str | None = None, *, survey: bool = False) -> RowOfTable:
    points = None if maximum is None else Decimal(maximum)
    return RowOfTable(code=code, title=title, maximum=points, survey=survey)


ROWS = (
    _row("1", "Chỉ đạo điều hành", "8.00"),
    _row("1.1", "Kế hoạch", "2.00"),
    _row("1.2", "Báo cáo định kỳ", "3.00"),
    _row("1.3", "Tác động của chỉ đạo", "3.00", survey=True),
    _row("2", "Cải cách thể chế", "4.00"),
    _row("2.1", "Kiểm soát quy định"),
    _row("2.1.1", "Ban hành đúng thẩm quyền", "1.00"),
    _row("2.1.2", "Đăng lên Cơ sở dữ liệu quốc gia", "3.00"),
)


def _data(rows: Sequence[RowOfTable] = ROWS, **given: Any) -> dict[str, Any]:
    said: dict[str, Any] = {
        "framework_id": "moi-2026",
        "title": "Bộ tiêu chí 2026",
        "decision": DECISION,
        "years": (2026,),
        **given,
    }
    return framework_data_from_rows(rows, **said)


def _framework(rows: Sequence[RowOfTable] = ROWS, **given: Any) -> Framework:
    return framework_from_data(_data(rows, **given))


def _parts(framework: Framework) -> dict[str, tuple[str, str]]:
    return {part.key: (part.group, str(part.maximum.points)) for part in framework.parts}


def _rules(framework: Framework) -> dict[str, str]:
    return {leaf.code: leaf.rule.kind for leaf in framework.leaves() if leaf.rule}


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_rows_of_a_table_make_a_framework_that_adds_up():
    framework = _framework(level=AgencyLevel.DISTRICT)

    assert (framework.id, framework.years, framework.level, framework.is_sample) == (
        "moi-2026", (2026,), AgencyLevel.DISTRICT, False
    )  # fmt: skip
    assert (framework.total, str(framework.decision)) == (Decimal("12.00"), DECISION)
    assert _parts(framework) == {"appraised": ("direct", "9.00"), "survey": ("survey", "3.00")}
    assert {area.code: str(area.maximum.points) for area in framework.areas} == {"1": "8.00", "2": "4.00"}
    assert [leaf.code for leaf in framework.leaves()] == ["1.1", "1.2", "1.3", "2.1.1", "2.1.2"]
    assert _rules(framework) == {}


def test_what_the_rows_state_is_expected_until_somebody_has_compared_it():
    said, compared = _framework(), _framework(certainty=Certainty.OFFICIAL)

    for framework, certainty in ((said, Certainty.EXPECTED), (compared, Certainty.OFFICIAL)):
        maxima = [leaf.maximum.certainty for leaf in framework.leaves() if leaf.maximum]
        assert {*maxima, *(area.maximum.certainty for area in framework.areas)} == {certainty}
    assert {part.maximum.certainty for part in compared.parts} == {Certainty.DERIVED}


def test_every_maximum_names_its_row():
    criterion = _framework().criterion("2.1.2")

    assert criterion is not None
    assert criterion.maximum is not None
    assert str(criterion.maximum.reference) == "Quyết định mẫu, bảng tiêu chí, dòng 2.1.2"


def test_notes_and_evidence_are_kept():
    row = RowOfTable(
        code="1.1", title="Kế hoạch", maximum=Decimal(2), evidence="Kế hoạch năm", note="Trước 31/12"
    )

    criterion = _framework([row]).criterion("1.1")

    assert criterion is not None
    assert criterion.note.vi == "Trước 31/12\nTài liệu kiểm chứng: Kế hoạch năm"


def test_an_area_without_a_maximum_holds_what_its_criteria_hold():
    rows = [_row("1", "Chỉ đạo"), _row("1.1", "Kế hoạch", "2.00"), _row("1.2", "Báo cáo", "1.50")]

    (area,) = _framework(rows).areas

    assert (area.maximum.points, area.maximum.how.vi) == (Decimal("3.50"), "cộng các tiêu chí bên dưới")


def test_areas_and_parents_that_the_table_lacks_are_there_by_the_codes_below_them():
    framework = _framework([_row("3.2.10", "Công khai", "1.00"), _row("3.2.9", "Công bố", "0.50")])

    assert [criterion.code for criterion in framework.criteria] == ["3.2", "3.2.9", "3.2.10"]
    parent = framework.criterion("3.2")
    assert parent is not None
    assert (parent.title.vi, parent.maximum) == ("", None)
    assert parent.note.vi == "Bảng không có dòng này; có vì mã của tiêu chí con."
    assert [(area.code, area.title.vi) for area in framework.areas] == [("3", "")]


def test_a_maximum_that_is_not_stated_stays_a_gap_and_its_points_unlisted():
    rows = [*ROWS[:2], _row("1.2", "Báo cáo định kỳ"), *ROWS[3:]]

    framework = _framework(rows)

    leaf = framework.criterion("1.2")
    assert leaf is not None
    assert leaf.maximum is None
    assert framework.unlisted_in_area(framework.areas[0]) == Decimal("3.00")
    assert {p.key: framework.unlisted_in_part(p) for p in framework.parts} == {
        "appraised": Decimal("3.00"),
        "survey": ZERO,
    }


def test_points_of_surveyed_gaps_are_unlisted_in_the_survey():
    rows = [
        _row("1", "Chỉ đạo", "5.00"),
        _row("1.1", "Kế hoạch", "2.00"),
        _row("1.2", "Khảo sát", survey=True),
    ]

    framework = _framework(rows)

    assert _parts(framework) == {"appraised": ("direct", "2.00"), "survey": ("survey", "3.00")}
    assert framework.parts[1].maximum.how.vi == (
        "cộng các tiêu chí của phần này, và 3,00 điểm mà bảng chưa chia cho tiêu chí nào"
    )


def test_criteria_that_hold_more_than_their_area_are_a_problem_of_the_table():
    with pytest.raises(InvalidData) as caught:
        _framework([*ROWS[:4], _row("1.4", "Kiểm tra", "1.00"), *ROWS[4:]])

    assert [(problem.place, problem.said.vi) for problem in caught.value.problems] == [
        ("parts", "các phần cộng lại là 13.00, không phải 12.00"),
        ("areas 1", "1: các tiêu chí bên dưới có 9.00 điểm, vượt 8.00"),
    ]


def test_a_code_that_stands_twice_is_a_problem_of_the_table():
    with pytest.raises(InvalidData) as caught:
        _framework([_row("1.1", "Kế hoạch", "1.00"), _row("1.1", "Báo cáo", "1.00")])

    assert [problem.said.vi for problem in caught.value.problems] == ["1.1: mã “1.1” được dùng 2 lần"]


def test_sample_rows_make_a_sample():
    assert _framework(certainty=Certainty.SAMPLE).is_sample


# ── Rules of the version before ───────────────────────────────────────────────────────────────────────────────────────


def _carried(mapping: Mapping[str, tuple[str, ...]], rows: Sequence[RowOfTable] = ROWS) -> Framework:
    return _framework(rows, previous=PREVIOUS, mapping=mapping)


def test_a_rule_in_points_is_carried_over_where_the_maximum_is_the_same():
    framework = _carried({"1.2": ("1.2",)})

    leaf, old = framework.criterion("1.2"), OLD.criterion("1.2")
    assert leaf is not None
    assert old is not None
    assert _rules(framework) == {"1.2": "deduction_per_event"}
    assert str(leaf.rule_reference) == f"{OLD.decision}, tiêu chí 1.2 của bộ tiêu chí 2948-2017"
    assert [definition.code for definition in framework.fact_definitions] == ["late_reports"]


def test_a_rule_in_points_is_left_a_gap_where_the_maximum_is_another():
    rows = [
        *ROWS[:2],
        _row("1.2", "Báo cáo định kỳ", "2.50"),
        _row("1.3", "Khảo sát", "3.50", survey=True),
        *ROWS[4:],
    ]

    assert _rules(_carried({"1.2": ("1.2",)}, rows)) == {}


def test_a_rule_in_shares_of_the_maximum_is_carried_over_to_any_maximum():
    framework = _carried({"2.1.1": ("3.1.1",), "2.1.2": ("3.2.2",)})

    assert _rules(framework) == {"2.1.1": "all_or_nothing", "2.1.2": "all_or_nothing"}


def test_what_is_carried_over_is_expected_whatever_it_was_before():
    leaf = _carried({"1.2": ("1.2",)}).criterion("1.2")

    assert leaf is not None
    assert leaf.rule is not None
    steps = leaf.rule.statement(Decimal("3.00"))
    assert {step.certainty for step in steps} == {Certainty.EXPECTED}


@pytest.mark.parametrize(
    ("why", "mapping"),
    [
        ("it stands for two old criteria", {"1.2": ("1.2", "1.5")}),
        ("the old one was divided", {"1.2": ("1.2",), "1.1": ("1.2",)}),
        ("the old one has no rule", {"1.2": ("1.1",)}),
        ("the old one is not there", {"1.2": ("9.9",)}),
        ("one is surveyed, the other is not", {"1.3": ("3.2.2",)}),
        ("nothing was mapped", {}),
    ],
)
def test_without_one_old_criterion_of_its_kind_a_new_one_has_no_rule(
    why: str, mapping: dict[str, tuple[str, ...]]
):
    framework = _carried(mapping)

    assert (_rules(framework), framework.fact_definitions) == ({}, ()), why
    assert "previous" not in _data(previous=PREVIOUS, mapping=mapping)["sources"]


def test_previous_data_that_do_not_hold_together_are_refused():
    with pytest.raises(InvalidData):
        _data(previous={**PREVIOUS, "total": "90.00"}, mapping={"1.2": ("1.2",)})


@pytest.mark.parametrize("framework_id", ["2948-2017", "mau-cap-huyen", "mau-cap-xa", "mau-so-nganh"])
def test_a_version_that_changes_nothing_keeps_every_rule_and_fact(framework_id: str):
    old = framework_for(framework_id)
    surveyed = {part.key for part in old.parts if part.group == "survey"}
    rows = [_row(area.code, area.title.vi, str(area.maximum.points)) for area in old.areas]
    rows += [
        RowOfTable(
            code=criterion.code,
            title=criterion.title.vi,
            maximum=criterion.maximum.points if criterion.maximum else None,
            survey=criterion.part in surveyed,
        )
        for criterion in old.criteria
    ]
    mapping = {criterion.code: (criterion.code,) for criterion in old.criteria}

    new = _framework(rows, previous=framework_data(framework_id), mapping=mapping)

    assert _rules(new) == _rules(old)
    assert new.total == old.total
    assert new.rounding == old.rounding
    read = {wanted.fact for leaf in old.leaves() if leaf.rule for wanted in leaf.rule.inputs()}
    assert {definition.code for definition in new.fact_definitions} == read


_POINTS = st.none() | st.decimals(0, 9, places=2)
_LEAVES = st.dictionaries(
    st.sampled_from(["1.1", "1.2", "2.1.1", "2.1.2", "2.2", "3.10.1"]),
    st.tuples(_POINTS, st.booleans()),
    min_size=1,
)


@given(_LEAVES, st.decimals(0, 5, places=2))
def test_any_table_that_adds_up_loads_with_all_of_its_points(leaves, beyond: Decimal):
    rows = [
        RowOfTable(code=code, title=code, maximum=points, survey=survey)
        for code, (points, survey) in leaves.items()
    ]
    held = sum((row.maximum for row in rows if row.maximum and row.code.startswith("1.")), ZERO)
    area = RowOfTable(code="1", title="Chỉ đạo", maximum=held + beyond + Decimal("0.01"))

    framework = _framework([*rows, area])

    listed = sum((row.maximum for row in rows if row.maximum), ZERO)
    assert framework.total == listed + beyond + Decimal("0.01")
    assert sum(framework.unlisted_in_part(part) for part in framework.parts) == beyond + Decimal("0.01")
    assert sum(framework.unlisted_in_area(area) for area in framework.areas) == beyond + Decimal("0.01")
