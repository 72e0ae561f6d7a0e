"""What stands around the tables: head, results, targets, leads and duties in other words."""

from datetime import date
from decimal import Decimal

import pytest

from parindex.documents.reading.blocks import Paragraph
from parindex.documents.reading.duties import read_duties
from parindex.documents.reading.heading import read_heading
from parindex.documents.reading.knowledge import Knowledge
from parindex.documents.reading.leads import read_area_leads
from parindex.documents.reading.results import read_results
from parindex.documents.reading.targets import read_targets
from parindex.domain.plans import PartResult, Period, PlanDocument, Remark


def said(*texts: str) -> list[Paragraph]:
    return [Paragraph(text=text, place=f"dòng {line}") for line, text in enumerate(texts, start=1)]


def test_a_head_that_is_missing_is_taken_from_the_annex_line_with_remarks():
    notes: list[Remark] = []

    read = read_heading(
        said(
            "KẾ HOẠCH Nâng điểm cải cách hành chính tỉnh Sơn Hà năm 2019",
            "(Kèm theo Kế hoạch số: 8/KH-UBND ngày 05/3/2019 của UBND tỉnh)",
        ),
        notes,
    )

    assert (read.number, read.issued_date, read.issuer) == ("8/KH-UBND", date(2019, 3, 5), "UBND tỉnh Sơn Hà")
    assert [(note.kind, note.place) for note in notes] == [
        ("number_from_annex", "dòng 2"),
        ("date_from_annex", "dòng 2"),
        ("issuer_from_annex", "dòng 2"),
    ]


def test_an_annex_line_that_contradicts_the_head_is_remarked_and_the_head_counts():
    notes: list[Remark] = []

    read = read_heading(
        said(
            "UBND TỈNH SƠN HÀ",
            "Số: 7/KH-UBND",
            "Sơn Hà, ngày 05 tháng 3 năm 2019",
            "KẾ HOẠCH Nâng điểm năm 2019",
            "(Kèm theo Kế hoạch số 8/KH-UBND ngày 06/3/2019 của UBND tỉnh)",
        ),
        notes,
    )

    assert (read.number, read.issued_date) == ("7/KH-UBND", date(2019, 3, 5))
    assert [note.kind for note in notes] == ["annex_differs", "annex_differs"]


def test_a_day_that_does_not_exist_is_left_empty_with_a_remark():
    notes: list[Remark] = []

    read = read_heading(said("Số: 7/KH-UBND", "Hà Nội, ngày 31 tháng 2 năm 2019", "KẾ HOẠCH Năm 2019"), notes)

    assert read.issued_date is None
    assert "impossible_date" in [note.kind for note in notes]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        (
            "Khắc phục tồn tại của Chỉ số năm 2018 và nâng cao Chỉ số năm 2019",
            Period(first_year=2019, last_year=2019),
        ),
        ("Nâng cao Chỉ số năm 2019 và năm 2020", Period(first_year=2019, last_year=2020)),
        ("Khắc phục Chỉ số năm 2018, giai đoạn 2019 - 2021", Period(first_year=2019, last_year=2021)),
        ("Khắc phục tồn tại của Chỉ số năm 2018", None),
    ],
)
def test_the_period_is_never_the_year_that_the_plan_answers_to(title: str, period: Period | None):
    head = said("Sơn Hà, ngày 05 tháng 3 năm 2019", f"KẾ HOẠCH {title}")

    assert read_heading(head, [], results_year=2018).period == period


def test_a_period_chosen_among_the_years_of_the_title_is_remarked():
    notes: list[Remark] = []

    read_heading(said("KẾ HOẠCH Khắc phục Chỉ số năm 2018, nâng Chỉ số năm 2019"), notes, results_year=2018)

    assert [note.text for note in notes if note.kind == "period_chosen"] == [
        "Tên văn bản nêu các năm 2018, 2019; lấy năm 2019 làm giai đoạn của kế hoạch."
    ]


@pytest.mark.parametrize(
    "letterhead",
    [
        ("ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM TỈNH NGHỆ AN Độc lập - Tự do - Hạnh phúc",),
        (
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TỈNH NGHỆ AN Độc lập - Tự do - Hạnh phúc",
        ),
    ],
)
def test_a_letterhead_of_two_columns_keeps_its_issuer(letterhead: tuple[str, ...]):
    assert read_heading(said(*letterhead, "KẾ HOẠCH Năm 2019"), []).issuer == "UBND tỉnh Nghệ An"


def test_an_empty_document_has_an_empty_head():
    assert read_heading([], []) == PlanDocument(number="", issued_date=None, issuer="", title="", period=None)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Chỉ số cải cách hành chính năm 2018 đạt 80,29 điểm, đứng thứ 20/63",
            PartResult(part="total", points=Decimal("80.29"), rank=20, out_of=63),
        ),
        (
            "Năm 2018, Chỉ số CCHC của tỉnh đạt 76,5%, xếp hạng 12/63",
            PartResult(part="total", points=Decimal("76.5"), rank=12, out_of=63),
        ),
        (
            "Chỉ số hài lòng (SIPAS) năm 2018 đạt 82,1%, xếp vị trí 30/63",
            PartResult(part="sipas", points=Decimal("82.1"), rank=30, out_of=63),
        ),
        (
            "Năm 2019, Bộ Nội vụ công bố PAR INDEX năm 2018: PAR INDEX của tỉnh đạt 78,53/100 điểm",
            PartResult(part="total", points=Decimal("78.53")),
        ),
        (
            "Chỉ số cải cách hành chính (PAR INDEX) năm 2018 của tỉnh đạt tổng điểm 78,53, xếp hạng 25/63",
            PartResult(part="total", points=Decimal("78.53"), rank=25, out_of=63),
        ),
        (
            "Chỉ số CCHC năm 2018 của tỉnh đứng thứ 25/63 với 78,53 điểm. Phấn đấu Chỉ số CCHC năm 2019 đạt 85 điểm.",
            PartResult(part="total", points=Decimal("78.53"), rank=25, out_of=63),
        ),
        (
            "Chỉ số CCHC năm 2018: điểm thẩm định 50,10/62",
            PartResult(part="appraised", points=Decimal("50.10")),
        ),
    ],
)
def test_results_in_other_words(text: str, part: PartResult):
    read = read_results(said(text), [])

    assert (read.year, read.parts) == (2018, (part,))


def test_a_plan_without_results_is_remarked():
    notes: list[Remark] = []

    assert read_results(said("Không có gì."), notes).parts == ()
    assert [note.kind for note in notes] == ["results_missing"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Phấn đấu năm 2018 trong tốp 15; Năm 2019 – 2020 trong tốp 10.",
            [(2018, 15), (2019, 10), (2020, 10)],
        ),
        ("Năm 2018 tốp 15, năm 2019 và 2020 tốp 10.", [(2018, 15), (2019, 10), (2020, 10)]),
        ("Lọt vào top 10 vào năm 2020.", [(2020, 10)]),
        ("Đến năm 2020 nằm trong 20 tỉnh, thành phố dẫn đầu cả nước.", [(2020, 20)]),
        ("Chỉ số CCHC năm 2017: 78,53 điểm. Phấn đấu lọt vào tốp 15 vào năm 2020.", [(2020, 15)]),
        ("Năm 2017 đạt 78 điểm. Phấn đấu vào tốp 15.", []),
        ("Năm 2018 trong tốp 15, đến năm 2020 trong tốp 10.", [(2018, 15), (2020, 10)]),
        ("Năm 2021 xếp thứ 12/63 trở lên.", [(2021, 12)]),
    ],
)
def test_targets_in_other_words(text: str, targets: list[tuple[int, int]]):
    assert [(target.year, target.top) for target in read_targets(said(text), [])] == targets


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("- Sở Tư pháp chủ trì Lĩnh vực 2: Xây dựng văn bản.", [("2", "Sở Tư pháp", "Xây dựng văn bản")]),
        (
            "Giao Sở Nội vụ chủ trì: Lĩnh vực 1: A, b; Lĩnh vực 5: C. Chịu trách nhiệm tổng hợp.",
            [("1", "Sở Nội vụ", "A, b"), ("5", "Sở Nội vụ", "C")],
        ),
        (
            "Sở Nội vụ chủ trì các lĩnh vực 1, 4 và 5.",
            [("1", "Sở Nội vụ", ""), ("4", "Sở Nội vụ", ""), ("5", "Sở Nội vụ", "")],
        ),
        ("1. Sở Nội vụ chủ trì Lĩnh vực 1", [("1", "Sở Nội vụ", "")]),
        ("a) Sở Nội vụ chủ trì Lĩnh vực 1: A", [("1", "Sở Nội vụ", "A")]),
        ("- Sở Nội vụ: chủ trì Lĩnh vực 1", [("1", "Sở Nội vụ", "")]),
        ("Sở Nội vụ chủ trì các lĩnh vực: 1, 4", [("1", "Sở Nội vụ", ""), ("4", "Sở Nội vụ", "")]),
        ("Sở Nội vụ chủ trì Lĩnh vực I, IV.", [("1", "Sở Nội vụ", ""), ("4", "Sở Nội vụ", "")]),
        ("Lĩnh vực 6: Sở Tài chính chủ trì", [("6", "Sở Tài chính", "")]),
        ("- Lĩnh vực 6 (Tài chính công) do Sở Tài chính chủ trì.", [("6", "Sở Tài chính", "Tài chính công")]),
        ("Sở Nội vụ chịu trách nhiệm chấm điểm Lĩnh vực 1.", [("1", "Sở Nội vụ", "")]),
        (
            "Sở Nội vụ phụ trách Lĩnh vực 1; Sở Tư pháp phụ trách Lĩnh vực 2",
            [("1", "Sở Nội vụ", ""), ("2", "Sở Tư pháp", "")],
        ),
        (
            "Sở Nội vụ phụ trách Lĩnh vực 1, Sở Tư pháp phụ trách Lĩnh vực 2.",
            [("1", "Sở Nội vụ", ""), ("2", "Sở Tư pháp", "")],
        ),
        ("UBND tỉnh giao Sở Nội vụ chủ trì Lĩnh vực 1.", [("1", "Sở Nội vụ", "")]),
        ("Sở Nội vụ chủ trì lĩnh vực này.", []),
        ("UBND tỉnh giao các cơ quan chủ trì chấm điểm 08 lĩnh vực.", []),
    ],
)
def test_area_leads_in_other_words(text: str, leads: list[tuple[str, str, str]]):
    read = read_area_leads(said(text), knowledge=Knowledge(), notes=[])

    assert [(lead.area, lead.agency, lead.area_name) for lead in read] == leads


def test_a_list_below_its_agency_names_areas_until_it_ends():
    list_of_leads = said("1. Sở Nội vụ chủ trì các lĩnh vực:", "- Lĩnh vực 1: A", "- Lĩnh vực 4: B", "Hết.")

    read = read_area_leads(list_of_leads, knowledge=Knowledge(), notes=[])

    assert [(lead.area, lead.agency, lead.area_name) for lead in read] == [
        ("1", "Sở Nội vụ", "A"),
        ("4", "Sở Nội vụ", "B"),
    ]


def test_a_duty_cut_by_a_line_break_is_joined_with_a_remark():
    notes: list[Remark] = []

    duties = read_duties(
        said("2. Nhiệm vụ chung", "Các cơ quan:", "- Khám bệnh cho dân được", "chu đáo hơn.", "3. Khác"),
        notes,
    )

    assert duties == ("Khám bệnh cho dân được chu đáo hơn.",)
    assert [(note.kind, note.place) for note in notes] == [("paragraph_joined", "dòng 4")]


def test_a_target_is_told_without_the_sentence_before_it():
    text = "Năm 2017 xếp thứ 25. Phấn đấu vào tốp 15 vào năm 2020."

    assert [target.text for target in read_targets(said(text), [])] == ["Phấn đấu vào tốp 15 vào năm 2020"]
