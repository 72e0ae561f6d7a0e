"""What a task cites, and how agencies are listed."""

import pytest

from parindex.documents.reading.criteria import Citations, check_codes, codes_in_column, read_citations
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.names import split_names
from parindex.domain.plans import Remark


@pytest.mark.parametrize(
    ("printed", "text", "codes"),
    [
        ("Rà soát (Tiêu chí 3.1: Kiểm soát quy định TTHC).", "Rà soát", ("3.1",)),
        ("Rà soát (TC 7.2.1)", "Rà soát", ("7.2.1",)),
        ("Rà soát (tiêu chí thành phần 1.1.2: Mức độ)", "Rà soát", ("1.1.2",)),
        ("Rà soát (Tiêu chí 1.1, 1.2 và 3.4.1)", "Rà soát", ("1.1", "1.2", "3.4.1")),
        ("Rà soát (Tiêu chí 1.1; Tiêu chí 1.2)", "Rà soát", ("1.1", "1.2")),
        ("Rà soát (Tiêu chí 1.1) (Tiêu chí 1.2)", "Rà soát", ("1.1", "1.2")),
        ("Rà soát (Tiêu chí 7: Hiện đại hóa)", "Rà soát", ("7",)),
        ("Rà soát (Tieu chi 3.1: kiểm soát (TTHC))", "Rà soát", ("3.1",)),
        ("Rà soát (Tiêu chí 3.1: ngoặc bỏ ngỏ", "Rà soát", ("3.1",)),
        ("Khắc phục tiêu chí 3.1 đã mất điểm", "Khắc phục tiêu chí 3.1 đã mất điểm", ("3.1",)),
        ("Áp dụng TCVN 9001 và 100% tiêu chí", "Áp dụng TCVN 9001 và 100% tiêu chí", ()),
        ("Công bố thủ tục hành chính (TTHC)", "Công bố thủ tục hành chính (TTHC)", ()),
    ],
)
def test_codes_are_read_in_every_shape(printed: str, text: str, codes: tuple[str, ...]):
    read = read_citations(printed)

    assert (read.text, read.codes, read.aims) == (text, codes, ())


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("Rà soát (TC 1.1 đến 1.3)", ("1.1", "1.2", "1.3")),
        ("Rà soát (Tiêu chí 1.1-1.3)", ("1.1", "1.2", "1.3")),
        ("Rà soát (1.1.1 - 1.1.3)", ("1.1.1", "1.1.2", "1.1.3")),
        ("Nâng điểm các tiêu chí từ 7.3.1 đến 7.3.3", ("7.3.1", "7.3.2", "7.3.3")),
        ("Rà soát (TC 7.2.1/7.2.2)", ("7.2.1", "7.2.2")),
        ("Rà soát (Tiêu chí 1, 2)", ("1", "2")),
        ("Rà soát (Tiêu chí 1.2, 3.1 - 3.3 và 5.4)", ("1.2", "3.1", "3.2", "3.3", "5.4")),
        ("Rà soát (TC 1.1 - 7.2.2)", ("1.1", "7.2.2")),
    ],
)
def test_ranges_and_slashes_lose_no_code(printed: str, codes: tuple[str, ...]):
    assert read_citations(printed).codes == codes


@pytest.mark.parametrize("cell", ["1.1 - 1.3", "TC 1.1 đến 1.3", "1.1\n1.2/1.3"])
def test_a_column_of_criteria_may_hold_ranges(cell: str):
    assert codes_in_column(cell) == (("1.1", "1.2", "1.3"), "")


def test_a_range_is_remarked_with_what_it_was_read_as():
    notes: list[Remark] = []

    for printed in ("TC 1.1 đến 1.3", "TC 1.1 - 7.2.2"):
        cited = read_citations(f"Rà soát ({printed})")
        check_codes(cited, owner="Nhiệm vụ 1", place="dòng 1", knowledge=Knowledge(), notes=notes)

    assert [(note.kind, note.text) for note in notes] == [
        ("criteria_range", "Nhiệm vụ 1 ghi “1.1 đến 1.3”, đọc là các tiêu chí 1.1, 1.2, 1.3."),
        (
            "criteria_range_unclear",
            "Nhiệm vụ 1 ghi “1.1 - 7.2.2”; chỉ đọc hai mã này, không rõ các tiêu chí ở giữa.",
        ),
    ]


def test_a_closing_parenthesis_without_a_code_is_an_aim():
    assert read_citations("Họp dân (Nâng cao đánh giá qua SIPAS).") == Citations(
        text="Họp dân", aims=("Nâng cao đánh giá qua SIPAS",)
    )


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Sở Nội vụ và các cơ quan, đơn vị liên quan", ["Sở Nội vụ", "các cơ quan, đơn vị liên quan"]),
        ("Sở Tư pháp, các cơ quan, đơn vị liên quan", ["Sở Tư pháp", "các cơ quan, đơn vị liên quan"]),
        ("Các sở, ban, ngành, UBND cấp huyện", ["Các sở, ban, ngành", "UBND cấp huyện"]),
        ("UBND cấp huyện, UBND cấp xã", ["UBND cấp huyện", "UBND cấp xã"]),
        ("UBND các huyện, thành phố; Sở Y tế", ["UBND các huyện, thành phố", "Sở Y tế"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Y tế và Sở Văn hóa, Thể thao và Du lịch.", ["Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch"]),
        (
            "Các sở: Tài chính, Kế hoạch đầu tư, Thông tin và TT.",
            ["Sở Tài chính", "Sở Kế hoạch đầu tư", "Sở Thông tin và TT"],
        ),
        ("Sở Tư pháp, Thông tin và Truyền thông", ["Sở Tư pháp", "Sở Thông tin và Truyền thông"]),
        ("- Sở Nội vụ\n- Thanh tra tỉnh", ["Sở Nội vụ", "Thanh tra tỉnh"]),
        ("Sở Tài nguyên\nvà Môi trường", ["Sở Tài nguyên và Môi trường"]),
        ("Ban Dân tộc (Phòng Chính sách, Tuyên truyền)", ["Ban Dân tộc (Phòng Chính sách, Tuyên truyền)"]),
        ("Công an tỉnh", ["Công an tỉnh"]),
        ("", []),
    ],
)
def test_lists_of_agencies_are_cut_between_names_only(printed: str, names: list[str]):
    assert [name for name, _ in split_names(printed, frozenset().__contains__)] == names


def test_the_callers_agencies_survive_their_commas():
    known = {"Hội Nông dân, Phụ nữ và Thanh niên", "Sở Y tế"}

    names = split_names("Sở Y tế, Hội Nông dân, Phụ nữ và Thanh niên", known.__contains__)

    assert [name for name, _ in names] == ["Sở Y tế", "Hội Nông dân, Phụ nữ và Thanh niên"]
