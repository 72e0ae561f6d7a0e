"""Who might answer for a lost point: proposals with their basis, from the facts of the real plan."""

from datetime import date

import pytest

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.facts import Award, Deed, Event, Fact, FactValue, NamedCount
from parindex.domain.owners import LostRow, named_in, proposals
from parindex.domain.sources import Certainty, LegalReference
from parindex.frameworks.agencies import load_agencies

DIRECTORY = AgencyDirectory(tuple(load_agencies()))
SNV, STP, STTTT = "Sở Nội vụ", "Sở Tư pháp", "Sở Thông tin và Truyền thông"


def fact(value: FactValue, note: str = "") -> Fact:
    reference = LegalReference(document="Kế hoạch 5264/KH-UBND")
    return Fact(code="x", value=value, reference=reference, certainty=Certainty.PLAN, note=note)


def proposed(row: LostRow) -> list[tuple[str, list[str]]]:
    return [(found.agency.name, [basis.vi for basis in found.bases]) for found in proposals(row, DIRECTORY)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Báo cáo năm về ứng dụng CNTT (778/STTTT-CNTT ngày 06/12/2017)", [STTTT]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Ban Quản lý các khu công nghiệp", ["Ban Quản lý các khu công nghiệp"]),
        ("STP và Sở TT&TT gửi chậm", [STP, STTTT]),
        ("UBND huyện Yên Lạc chưa ban hành", ["UBND huyện Yên Lạc"]),
        ("so noi vu gửi chậm hai lần, SỞ NỘI VỤ nhận lỗi", [SNV]),
        ("292/BC-UBND ngày 23/10/2017", []),
        ("Tỉnh Vĩnh Phúc, phường Tích Sơn", []),
        ("", []),
    ],
)
def test_a_text_names_agencies_by_name_short_name_or_alias(text: str, names: list[str]):
    assert [agency.name for agency in named_in(text, DIRECTORY)] == names


def test_the_office_of_the_province_is_not_named_by_the_province():
    named = named_in("Văn phòng UBND tỉnh gửi UBND tỉnh", DIRECTORY)

    assert [agency.name for agency in named] == ["Văn phòng UBND tỉnh"]


def test_who_a_late_report_names_comes_before_who_scores_the_criterion():
    late = (
        Event(kind="annual_report", text="Báo cáo năm về ứng dụng CNTT", document="778/STTTT-CNTT"),
        Event(kind="law_monitoring_report", text="Báo cáo của Sở Tư pháp"),
    )
    row = LostRow(criterion="1.2", scored_by="26-so-noi-vu", facts=(fact(late),))

    assert proposed(row) == [
        (STTTT, ["số liệu ghi: Báo cáo năm về ứng dụng CNTT (778/STTTT-CNTT)"]),
        (STP, ["số liệu ghi: Báo cáo của Sở Tư pháp"]),
        (SNV, ["chấm tiêu chí này"]),
    ]


def test_helpers_are_proposed_and_several_reasons_stand_together():
    deputies = (NamedCount(name="Ban Quản lý các khu công nghiệp", count=4),)
    row = LostRow(
        criterion="4.1.2",
        scored_by="26-so-noi-vu",
        helpers=("26-ban-quan-ly-cac-khu-cong-nghiep", "26-so-tu-phap"),
        facts=(fact(deputies),),
    )

    assert proposed(row) == [
        (
            "Ban Quản lý các khu công nghiệp",
            ["số liệu ghi: Ban Quản lý các khu công nghiệp", "được đề nghị phối hợp dòng này"],
        ),
        (STP, ["được đề nghị phối hợp dòng này"]),
        (SNV, ["chấm tiêu chí này"]),
    ]


def test_deeds_awards_notes_and_the_appraisers_reason_name_agencies_too():
    deed = Deed(name="Công bố thủ tục của STTTT", due_date=date(2017, 12, 1))
    row = LostRow(
        criterion="3.2.1",
        scored_by="",
        facts=(fact((deed,), note="Theo STP"), fact(Award(points=1, reason="Sở Tài chính chưa nộp"))),  # type: ignore[arg-type]
        said=("Thanh tra tỉnh kết luận",),
    )

    assert [name for name, _ in proposed(row)] == [STTTT, STP, "Sở Tài chính", "Thanh tra tỉnh"]


def test_what_nothing_speaks_for_is_not_proposed():
    assert proposed(LostRow(criterion="1.2", scored_by="nobody", helpers=("nobody",))) == []


def test_each_basis_is_said_in_both_languages():
    row = LostRow(criterion="1.2", scored_by="26-so-noi-vu", helpers=("26-so-noi-vu",), said=("SNV",))

    (found,) = proposals(row, DIRECTORY)

    assert [basis.en for basis in found.bases] == [
        "is named: SNV",
        "was asked to help with this row",
        "scores this criterion",
    ]
