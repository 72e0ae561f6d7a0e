"""What a scoring sheet lacks is said before it is handed in: what blocks, and what its author should look at."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parindex.domain.sheet_checks import (
    CheckedEvidence,
    CheckedOverride,
    CheckedRow,
    Forgotten,
    forgotten,
    is_thin,
)

REPORT = CheckedEvidence(
    title="Báo cáo quý I", number="12/BC-UBND", issued_date=date(2017, 4, 5), valid_to=None
)
WHOLE = CheckedRow(
    criterion="1.2",
    title="Thực hiện chế độ báo cáo cải cách hành chính",
    maximum=Decimal("3.00"),
    claimed=Decimal("1.75"),
    computed=Decimal("1.75"),
    evidence=(REPORT,),
)
REASON = "Hai báo cáo gửi chậm vì thiếu số liệu cấp huyện"


def of(row: CheckedRow, *, today: date = date(2017, 12, 10)) -> tuple[Forgotten, ...]:
    return forgotten([row], year=2017, today=today)


def said(row: CheckedRow, *, today: date = date(2017, 12, 10)) -> list[tuple[str, str, str]]:
    return [(each.kind, each.severity, each.said.vi) for each in of(row, today=today)]


def test_a_row_with_its_points_and_its_evidence_lacks_nothing():
    assert of(WHOLE) == ()


def test_a_row_without_points_blocks_with_the_maximum_at_stake():
    (found,) = of(replace(WHOLE, claimed=None))

    assert (found.kind, found.criterion, found.severity) == ("nothing_entered", "1.2", "blocks")
    assert found.points == Decimal("3.00")
    assert found.said.vi == (
        "1.2: chưa nhập điểm tự chấm; hãy nhập điểm hoặc chọn “Không áp dụng” kèm lý do."
    )
    assert found.said.en == (
        "1.2: no points are entered; enter them, or choose “not applicable” with a reason."
    )


def test_no_points_is_an_entry_that_needs_no_evidence():
    assert of(replace(WHOLE, claimed=Decimal(0), computed=Decimal(0), evidence=())) == ()


def test_more_points_than_the_maximum_block():
    row = replace(WHOLE, claimed=Decimal("3.25"), computed=None)

    assert [(each.kind, each.severity, each.points) for each in of(row)] == [
        ("claim_above_maximum", "blocks", Decimal("0.25"))
    ]
    assert said(row)[0][2] == "1.2: điểm tự chấm 3,25 cao hơn điểm tối đa 3,00; hãy nhập lại điểm."


def test_exactly_the_maximum_and_an_unknown_maximum_do_not_block():
    full = replace(WHOLE, claimed=Decimal("3.00"), computed=Decimal("3.0"))

    assert of(full) == of(replace(full, maximum=None)) == ()


@pytest.mark.parametrize("claimed", ["1.50", "2.00"])
def test_a_claim_beside_the_rule_blocks_until_it_is_justified(claimed: str):
    row = replace(WHOLE, claimed=Decimal(claimed))

    (found,) = of(row)

    assert (found.kind, found.severity) == ("claim_differs_without_justification", "blocks")
    assert found.points == Decimal("0.25")
    assert found.said.vi == (
        f"1.2: điểm tự chấm {claimed.replace('.', ',')} khác điểm tính theo số liệu 1,75; "
        "hãy giải trình hoặc sửa."
    )
    assert of(replace(row, justification=REASON)) == ()


def test_what_does_not_apply_needs_a_reason_and_nothing_else():
    row = replace(WHOLE, applicable=False, claimed=Decimal("9.00"), evidence=(), late_events=2)

    assert said(row) == [
        (
            "not_applicable_without_reason",
            "blocks",
            "1.2: chọn “Không áp dụng” nhưng chưa nêu lý do; hãy nêu lý do trong phần giải trình.",
        )
    ]
    assert of(replace(row, justification="Tỉnh không có đơn vị thuộc phạm vi này")) == ()


@pytest.mark.parametrize(
    ("justification", "severities"),
    [("", ["blocks"]), (" \n", ["blocks"]), ("đã làm", ["warns"]), (REASON, [])],
)
def test_points_without_evidence_need_a_justification_of_the_method(
    justification: str, severities: list[str]
):
    removed = replace(WHOLE, evidence=(replace(REPORT, removed=True),), justification=justification)

    assert [each.severity for each in of(removed)] == severities
    assert {(each.kind, each.points, each.said.vi) for each in of(removed)} <= {
        (
            "points_without_evidence",
            Decimal("1.75"),
            "1.2: tự chấm 1,75 điểm nhưng không có tài liệu kiểm chứng; "
            "hãy đính kèm tài liệu hoặc giải trình cách chấm (ít nhất 5 từ).",
        )
    }


@pytest.mark.parametrize(
    ("valid_to", "today", "kinds"),
    [
        (date(2017, 12, 9), date(2017, 12, 10), ["expired_evidence"]),
        (date(2017, 12, 10), date(2017, 12, 10), []),
        (date(2017, 6, 30), date(2017, 3, 1), []),
        (date(2017, 12, 30), date(2019, 1, 1), ["expired_evidence"]),
        (date(2017, 12, 31), date(2019, 1, 1), []),
        (None, date(2019, 1, 1), []),
    ],
)
def test_evidence_expires_before_today_and_before_the_year_ends(
    valid_to: date | None, today: date, kinds: list[str]
):
    row = replace(WHOLE, evidence=(replace(REPORT, valid_to=valid_to),))

    assert [each.kind for each in of(row, today=today)] == kinds


def test_expired_evidence_is_named_with_its_last_day():
    row = replace(WHOLE, evidence=(replace(REPORT, valid_to=date(2017, 6, 30)),))

    (found,) = of(row)

    assert found.said.vi == (
        "1.2: tài liệu “Báo cáo quý I” (số 12/BC-UBND) hết hiệu lực từ sau ngày 30/6/2017; "
        "hãy thay bằng tài liệu còn hiệu lực."
    )
    assert found.said.en == (
        "1.2: the document “Báo cáo quý I” (12/BC-UBND) was valid until 30 June 2017 only; "
        "replace it by one that is in force."
    )


@pytest.mark.parametrize(
    ("issued", "valid_to", "kinds"),
    [
        (date(2016, 12, 31), None, ["evidence_outside_year"]),
        (date(2017, 1, 1), None, []),
        (date(2018, 1, 31), None, []),
        (date(2018, 2, 1), None, ["evidence_outside_year"]),
        (None, None, []),
        (date(2016, 1, 5), date(2020, 12, 31), []),
        (date(2016, 1, 5), date(2016, 12, 31), ["evidence_outside_year", "expired_evidence"]),
    ],
)
def test_evidence_is_of_the_year_until_the_january_after_it_or_valid_into_it(
    issued: date | None, valid_to: date | None, kinds: list[str]
):
    row = replace(WHOLE, evidence=(replace(REPORT, issued_date=issued, valid_to=valid_to),))

    assert sorted(each.kind for each in of(row, today=date(2018, 2, 5))) == kinds


def test_evidence_of_another_year_is_named_with_its_day():
    row = replace(WHOLE, evidence=(CheckedEvidence(title="Kế hoạch", issued_date=date(2015, 3, 2)),))

    assert said(row) == [
        (
            "evidence_outside_year",
            "warns",
            "1.2: tài liệu “Kế hoạch” ban hành ngày 2/3/2015, ngoài năm 2017; "
            "hãy kiểm tra ngày hoặc thay tài liệu.",
        )
    ]


@pytest.mark.parametrize(
    ("justification", "thin"),
    [
        ("Đã gửi đúng hạn", True),
        ("Đã gửi đủ báo cáo đúng hạn", False),
        ("đúng đúng đúng đúng đúng đúng", True),
        ("aaaa bbbb cccc dddd eeee ffff", True),
        (". . . . . - - -", True),
        ("Thực hiện chế độ báo cáo cải cách hành chính.", True),
        ("THUC HIEN CHE DO BAO CAO CAI CACH HANH CHINH", True),
        (REASON, False),
    ],
)
def test_a_justification_says_something_in_five_words_of_its_own(justification: str, thin: bool):
    row = replace(WHOLE, justification=justification)

    assert is_thin(row) is thin
    assert [each.kind for each in of(row)] == (["thin_justification"] if thin else [])


def test_a_fact_that_was_changed_without_a_reason_is_pointed_out():
    overrides = (
        CheckedOverride(fact_title="Báo cáo đúng hạn"),
        CheckedOverride(fact_title="Báo cáo gửi chậm", reason="Theo công văn 15/SNV"),
    )

    assert said(replace(WHOLE, overrides=overrides)) == [
        (
            "override_without_reason",
            "warns",
            "1.2: số liệu “Báo cáo đúng hạn” đã được sửa nhưng chưa nêu lý do; hãy nêu lý do sửa.",
        )
    ]


@pytest.mark.parametrize(
    ("late", "english"),
    [(1, "1 late event is on record"), (2, "2 late events are on record")],
)
def test_full_points_beside_late_reports_on_record_are_to_be_compared(late: int, english: str):
    full = replace(WHOLE, claimed=Decimal("3.00"), computed=None, late_events=late)

    (found,) = of(full)

    assert (found.kind, found.severity, found.points) == (
        *("late_reports_recorded_elsewhere", "warns"),
        Decimal("3.00"),
    )
    assert found.said.vi == (
        f"1.2: tự chấm điểm tối đa nhưng hệ thống đã ghi nhận {late} lần chậm hạn; "
        "hãy đối chiếu và chấm lại hoặc giải trình."
    )
    assert found.said.en == (
        f"1.2: full points are claimed, and {english}; compare them, then correct or justify the claim."
    )
    assert of(replace(full, claimed=Decimal("2.99"))) == ()


def test_questions_that_nobody_answered_are_counted():
    assert said(replace(WHOLE, open_questions=2)) == [
        (
            "unanswered_questions",
            "warns",
            "1.2: còn 2 câu hỏi chưa trả lời; hãy trả lời trước khi nộp phiếu.",
        )
    ]


def test_rows_come_by_their_codes_and_what_blocks_before_what_warns():
    late = replace(WHOLE, criterion="3.2.10", claimed=None, open_questions=1)
    early = replace(WHOLE, criterion="3.2.2", claimed=None)

    assert [
        (each.criterion, each.kind) for each in forgotten([late, early], year=2017, today=date(2017, 12, 10))
    ] == [
        ("3.2.2", "nothing_entered"),
        ("3.2.10", "nothing_entered"),
        ("3.2.10", "unanswered_questions"),
    ]
