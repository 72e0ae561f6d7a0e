"""Proposals of which old criterion a new one stands for: titles decide, for codes are numbered anew."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.framework import Framework, Title
from parindex.frameworks.from_rows import RowOfTable
from parindex.frameworks.known import framework_ids
from parindex.frameworks.loader import framework_for
from parindex.frameworks.mapping import Mapped, Why, accepted, propose_mapping

OLD = framework_for("2948-2017")
ROWS = st.lists(
    st.builds(
        RowOfTable,
        code=st.sampled_from(["1", "1.1", "1.2", "3.2.1", "5.5", "7.9"]),
        title=st.sampled_from(["", "Kế hoạch", "Báo cáo định kỳ", "Hồ sơ trực tuyến"]) | st.text(max_size=20),
    ),
    max_size=8,
)


def _proposed(*rows: tuple[str, str], old: Framework = OLD) -> list[tuple[str, tuple[str, ...], Why]]:
    proposals = propose_mapping((RowOfTable(code=code, title=title) for code, title in rows), old)
    return [(one.code, one.old_codes, one.why) for one in proposals]


def test_the_same_code_and_title_is_certain():
    (one,) = propose_mapping([RowOfTable(code="1.2", title="Báo cáo định kỳ")], OLD)

    assert one == Mapped(
        code="1.2",
        title="Báo cáo định kỳ",
        old_codes=("1.2",),
        why=Why.SAME_CODE_AND_TITLE,
        confidence=Fraction(1),
    )


def test_a_criterion_that_was_numbered_anew_is_known_by_its_title():
    assert _proposed(("1.1", "Báo cáo định kỳ"), ("5.9.2", "KỶ LUẬT – KỶ CƯƠNG HÀNH CHÍNH")) == [
        ("1.1", ("1.2",), Why.SAME_TITLE),
        ("5.9.2", ("5.5.2",), Why.SAME_TITLE),
    ]


def test_longer_and_abbreviated_titles_are_known_again():
    assert _proposed(
        ("1.1", "Ban hành kế hoạch CCHC năm"),
        ("1.4", "Thực hiện chế độ báo cáo định kỳ"),
        ("3.3", "Công bố danh mục thủ tục hành chính kịp thời"),
        ("6.1", "Đơn vị sự nghiệp công lập tự chủ"),
        ("7.5", "Tỷ lệ hồ sơ trực tuyến mức độ 4"),
    ) == [
        ("1.1", ("1.1",), Why.SIMILAR_TITLE),
        ("1.4", ("1.2",), Why.SIMILAR_TITLE),
        ("3.3", ("3.2.1",), Why.SIMILAR_TITLE),
        ("6.1", ("6.2",), Why.SIMILAR_TITLE),
        ("7.5", ("7.2.3",), Why.SIMILAR_TITLE),
    ]


def test_words_that_every_title_has_make_no_two_of_them_alike():
    assert _proposed(("3.2.1", "Rà soát thủ tục hành chính"), ("7.2.2", "Thanh toán trực tuyến")) == [
        ("3.2.1", (), Why.NONE),
        ("7.2.2", (), Why.NONE),
    ]


def test_a_code_counts_only_where_a_title_is_missing():
    proposals = propose_mapping(
        [RowOfTable(code="5.5", title="Đánh giá công chức"), RowOfTable(code="1.5", title="Kiểm tra nội bộ")],
        OLD,
    )

    assert [(one.old_codes, one.why, one.confidence) for one in proposals] == [
        (("5.5",), Why.SAME_CODE, Fraction(3, 10)),
        ((), Why.NONE, Fraction(0)),
    ]


def test_a_title_that_several_old_criteria_bear_is_sure_only_with_its_code():
    twice = tuple(
        replace(criterion, title=Title(vi="Hồ sơ trực tuyến"))
        if criterion.code in {"7.2.2", "7.2.3"}
        else criterion
        for criterion in OLD.criteria
    )
    rows = [RowOfTable(code=code, title="Hồ sơ trực tuyến") for code in ("7.2.3", "7.2.9")]

    proposals = propose_mapping(rows, replace(OLD, criteria=twice))

    assert [(one.old_codes, one.why, one.confidence) for one in proposals] == [
        (("7.2.3",), Why.SAME_CODE_AND_TITLE, Fraction(1)),
        (("7.2.2",), Why.SAME_TITLE, Fraction(9, 20)),
    ]


def test_an_old_criterion_goes_to_the_surest_of_several_new_ones():
    assert _proposed(("1.4", "Chế độ báo cáo định kỳ"), ("1.3", "Báo cáo định kỳ")) == [
        ("1.4", (), Why.NONE),
        ("1.3", ("1.2",), Why.SAME_TITLE),
    ]


def test_areas_are_left_out():
    assert _proposed(("1", "Chỉ đạo, điều hành cải cách hành chính")) == []


@pytest.mark.parametrize("framework_id", framework_ids())
def test_a_framework_stands_for_itself(framework_id: str):
    framework = framework_for(framework_id)
    rows = [RowOfTable(code=criterion.code, title=criterion.title.vi) for criterion in framework.criteria]

    proposals = propose_mapping(rows, framework)

    assert [(one.code, one.old_codes) for one in proposals] == [(row.code, (row.code,)) for row in rows]


@given(ROWS)
def test_every_criterion_has_one_proposal_and_no_old_one_is_proposed_twice(rows: list[RowOfTable]):
    proposals = propose_mapping(rows, OLD)

    assert [(one.code, one.title) for one in proposals] == [
        (row.code, row.title) for row in rows if not row.is_area
    ]
    named = [code for one in proposals for code in one.old_codes]
    assert len(named) == len(set(named))
    assert all(0 <= one.confidence <= 1 for one in proposals)
    assert all((one.why is Why.NONE) == (one.old_codes == ()) for one in proposals)


def test_only_proposals_that_are_sure_enough_are_accepted():
    proposals = propose_mapping(
        [
            RowOfTable(code="1.1", title="Báo cáo định kỳ"),
            RowOfTable(code="5.5", title="Đánh giá công chức"),
            RowOfTable(code="9.9", title="Chuyển đổi số"),
        ],
        OLD,
    )

    assert accepted(proposals, at_least=Fraction(1, 2)) == {"1.1": ("1.2",)}
    assert accepted(proposals, at_least=Fraction(0)) == {"1.1": ("1.2",), "5.5": ("5.5",)}
