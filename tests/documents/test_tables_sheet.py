"""A score sheet goes out with its facts and comes back: what may be edited is applied, the rest is refused."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from parindex.documents.tables import UnreadableTable, read_workbook
from parindex.documents.tables.facts import FactTable, UnitFacts
from parindex.documents.tables.sheet import SheetLine, SheetTable, accepted, differences, read, write
from parindex.domain.facts import Award, Fact, FactKind
from parindex.domain.framework import FactDefinition
from parindex.domain.sources import Certainty, LegalReference
from parindex.domain.titles import Title
from tests.documents.resaved import Cells, cells_of, put, resaved

SHEET = "Phiếu chấm điểm"
OFFICIALS = SheetLine(
    criterion="5.7.1",
    title="Công chức cấp xã đạt chuẩn",
    maximum=Decimal("0.50"),
    stage="đang điền",
    claimed=None,
    computed=Decimal("0.25"),
    applicable=True,
    evidence=("Báo cáo số lượng công chức.pdf", "Biểu mẫu; bản ký.xlsx"),
)
TRAINING = SheetLine(
    criterion="5.8",
    title="",
    maximum=None,
    stage="đã trả lại",
    claimed=Decimal("1.75"),
    computed=None,
    applicable=False,
    justification="Không được giao chỉ tiêu.\nĐã báo cáo Sở Nội vụ.",
    remark="Xem lại",
)
SHARE = FactDefinition(
    code="qualified_commune_officials",
    title=Title(vi="Tỷ lệ công chức cấp xã đạt chuẩn", en="Share of qualified commune officials"),
    kind=FactKind.SHARE,
)
FACT = Fact(
    code=SHARE.code,
    value=Fraction(249, 250),
    reference=LegalReference(document="Kế hoạch 5264/KH-UBND"),
    certainty=Certainty.PLAN,
)
TABLE = SheetTable(
    year=2017,
    level="province",
    unit_code="26",
    unit_name="Tỉnh Vĩnh Phúc",
    agency_code="so-noi-vu",
    agency_name="Sở Nội vụ",
    revision=3,
    rows=(OFFICIALS, TRAINING),
    facts=FactTable(
        year=2017,
        level="province",
        units=(UnitFacts(code="26", name="Tỉnh Vĩnh Phúc", facts=(FACT,)),),
        definitions=(SHARE,),
    ),
)


def returned(*edits) -> SheetTable:
    def edit(cells: Cells) -> None:
        for one in edits:
            one(cells)

    return read(read_workbook(resaved(write(TABLE), edit)))


def test_an_unchanged_sheet_has_no_differences_and_is_the_same_bytes_again():
    content = write(TABLE)

    back = read(read_workbook(content))

    assert differences(TABLE, back) == ()
    assert write(back) == content
    assert accepted(TABLE, back) == TABLE


AWARD = FactDefinition(
    code="website_award", title=Title(vi="Điểm trang thông tin điện tử", en=""), kind=FactKind.AWARD
)
GIVEN = Award(points=Decimal("1.75"), reason="Thiếu bản tiếng Anh", awarded_by="Hội đồng thẩm định")


def with_award() -> SheetTable:
    """The table with the points that an appraiser gave, beside a fact that the agency enters."""
    facts = (FACT, replace(FACT, code=AWARD.code, value=GIVEN))
    units = (replace(TABLE.facts.units[0], facts=facts),)
    return replace(TABLE, facts=replace(TABLE.facts, units=units, definitions=(SHARE, AWARD)))


def white_cells(content: bytes, part: int) -> list[int]:
    """How many cells of each row below the headings are shown as if they might be edited."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles, sheet = (
            etree.fromstring(package.read(f"xl/{name}.xml")) for name in ("styles", f"worksheets/sheet{part}")
        )
    fills = [look.get("fillId") for look in styles.findall("{*}cellXfs/{*}xf")]
    return [sum(fills[int(cell.get("s"))] == "0" for cell in row) for row in sheet.iter("{*}row")][1:]


def test_facts_to_read_only_are_grey_in_all_their_cells_and_come_back_as_the_same_bytes():
    content = write(with_award(), fixed={AWARD.code})

    again = write(read(read_workbook(content)), fixed={AWARD.code})
    assert again == content
    assert [white_cells(content, part) for part in (3, 4)] == [[7, 0], [0]]
    assert [white_cells(write(with_award()), part) for part in (3, 4)] == [[7, 7], [11]]


def test_the_sheet_stands_before_its_facts():
    cells = cells_of(write(TABLE))

    assert list(cells) == ["Hướng dẫn", SHEET, "Số liệu", "Chi tiết", "Đơn vị", "Danh mục"]
    assert cells[SHEET][1] == [
        "5.7.1",
        "Công chức cấp xã đạt chuẩn",
        0.5,
        "đang điền",
        "",
        0.25,
        "Có",
        "",
        "",
        "Báo cáo số lượng công chức.pdf\nBiểu mẫu; bản ký.xlsx",
    ]


def test_what_an_agency_fills_in_is_what_is_applied():
    back = returned(
        put(SHEET, 2, "Điểm tự chấm", "0,25"),
        put(SHEET, 2, "Giải trình", "Còn 02 người chưa đạt chuẩn"),
        put(SHEET, 3, "Áp dụng", "Có"),
        put("Số liệu", 2, "Giá trị", "100%"),
    )

    assert [change.said("vi") for change in differences(TABLE, back)] == [
        "5.7.1, Điểm tự chấm: “trống” → “0,25”",
        "5.7.1, Giải trình: “trống” → “Còn 02 người chưa đạt chuẩn”",
        "5.8, Áp dụng: “Không” → “Có”",
        "26, qualified_commune_officials, Giá trị: “99,6%” → “100%”",
    ]
    applied = accepted(TABLE, back)
    assert applied.rows == (
        replace(OFFICIALS, claimed=Decimal("0.25"), justification="Còn 02 người chưa đạt chuẩn"),
        replace(TRAINING, applicable=True),
    )
    assert applied.facts.units[0].facts == (replace(FACT, value=Fraction(1)),)


def test_what_the_software_says_is_refused_and_stays():
    back = returned(
        put(SHEET, 2, "Trạng thái", "đã duyệt"),
        put(SHEET, 2, "Điểm tính ra", 0.5),
        put(SHEET, 2, "Tài liệu kiểm chứng", ""),
        put(SHEET, 3, "Điểm tối đa", 2),
    )

    changes = differences(TABLE, back)

    assert [(change.place, change.what.vi, change.refused) for change in changes] == [
        ("5.7.1", "Trạng thái", True),
        ("5.7.1", "Điểm tính ra", True),
        ("5.7.1", "Tài liệu kiểm chứng", True),
        ("5.8", "Điểm tối đa", True),
    ]
    assert accepted(TABLE, back) == TABLE


def test_a_sheet_of_an_earlier_revision_says_so():
    changes = differences(TABLE, replace(TABLE, revision=2))

    assert [change.said("en") for change in changes] == [
        "Hướng dẫn, Revision: “3” → “2” (may not be edited, kept)"
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"year": 2018}, "Năm đánh giá trong tệp là “2018”, ở đây là “2017”."),
        ({"level": "commune"}, "Cấp đánh giá trong tệp là “commune”, ở đây là “province”."),
        ({"agency_code": "so-tu-phap"}, "Mã cơ quan trong tệp là “so-tu-phap”, ở đây là “so-noi-vu”."),
    ],
)
def test_the_sheet_of_somebody_else_is_refused_whole(other, said):
    with pytest.raises(UnreadableTable) as caught:
        differences(TABLE, replace(TABLE, **other))

    assert caught.value.vi == f"Tệp không phải của bảng này: {said}"


def test_whether_a_row_applies_must_be_said():
    with pytest.raises(UnreadableTable) as caught:
        returned(put(SHEET, 3, "Áp dụng", ""))

    assert caught.value.vi == "Phiếu chấm điểm, dòng 3, cột Áp dụng: ghi Có hoặc Không"
    assert caught.value.en == "Phiếu chấm điểm, row 3, column Áp dụng: write Có or Không"


points = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-1000, max_value=1000)
known = points | st.none()
any_lines = st.builds(
    SheetLine,
    criterion=st.just("1.10"),
    title=st.text(max_size=10),
    maximum=known,
    stage=st.text(max_size=10),
    claimed=known,
    computed=known,
    applicable=st.booleans(),
    justification=st.text(),
    remark=st.text(),
    evidence=st.lists(st.text(max_size=8), max_size=3).map(tuple),
)


@settings(max_examples=100, deadline=None)
@given(line=any_lines)
def test_any_line_comes_back_without_differences_and_as_the_same_bytes(line):
    table = replace(TABLE, rows=(line,))

    content = write(table)
    back = read(read_workbook(content))

    assert differences(table, back) == ()
    assert write(back) == content
