"""The whole way: one plan, three kinds of file, one reading."""

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parindex.documents.reading import plan_as_data, read_plan
from parindex.domain.deadlines import DeadlineKind
from parindex.domain.plans import BaseResults, LossEvent, PartResult, Period, Plan, PlanDocument
from tests.documents import sample


@pytest.fixture
def plan() -> Plan:
    return read_plan(sample.markdown().encode(), name="kế hoạch.md")


def without_remarks(plan: Plan) -> dict:
    return {key: value for key, value in plan_as_data(plan).items() if key != "remarks"}


def test_the_head_says_number_date_issuer_title_and_period(plan: Plan):
    assert plan.document == PlanDocument(
        number="77/KH-UBND",
        issued_date=date(2019, 3, 5),
        issuer="UBND tỉnh Sơn Hà",
        title="Nâng điểm Chỉ số cải cách hành chính tỉnh Sơn Hà giai đoạn 2019 - 2020",
        period=Period(first_year=2019, last_year=2020),
    )


def test_the_opening_sentence_gives_the_results_of_the_base_year(plan: Plan):
    assert plan.results == BaseResults(
        year=2018,
        rank_change=-4,
        parts=(
            PartResult(part="total", points=Decimal("75.5"), rank=31, out_of=63),
            PartResult(part="direct", points=Decimal("50.25")),
            PartResult(part="survey", points=Decimal("25.25")),
        ),
    )


def test_targets_name_a_rank_for_each_year(plan: Plan):
    assert [(target.year, target.top) for target in plan.targets] == [(2019, 25), (2020, 20)]


def test_area_leads_carry_the_yearly_deadline_said_before_them(plan: Plan):
    read = [
        (lead.area, lead.area_name, lead.agency, lead.deadline and lead.deadline.kind)
        for lead in plan.area_leads
    ]

    assert read == [
        ("1", "Chỉ đạo, điều hành", "Sở Nội vụ", DeadlineKind.YEARLY_DAY),
        ("4", "Tổ chức bộ máy", "Sở Nội vụ", DeadlineKind.YEARLY_DAY),
    ]


def test_general_duties_are_the_bullets_of_their_section(plan: Plan):
    assert plan.duties == ("Trả lời người dân trong hai ngày.", "Công bố lịch làm việc của bộ phận một cửa.")


def test_a_task_has_text_criteria_aims_agencies_and_a_deadline(plan: Plan):
    read = [(t.number, t.text, t.criteria, t.aims, t.lead, t.cooperating) for t in plan.tasks]

    assert read == [
        ("1", "Gửi báo cáo quý đúng hạn", ("1.2",), (), ("Sở Nội vụ",), ("Sở Tư pháp",)),
        (
            "2",
            "Mở dịch vụ trực tuyến cho hồ sơ đất đai",
            ("7.2.1",),
            (),
            ("Sở Tài nguyên và Môi trường",),
            ("Sở Tài chính", "Sở Thông tin và Truyền thông"),
        ),
        ("3", "Họp dân mỗi quý", (), ("Nâng cao sự hài lòng qua SIPAS",), ("UBND cấp huyện",), ()),
    ]


def test_a_loss_is_taken_apart_into_events_and_agencies(plan: Plan):
    loss = plan.losses[0]

    assert (loss.criterion, loss.maximum, loss.earned, loss.lost) == (
        "1.2",
        Decimal("2.00"),
        Decimal("1.25"),
        Decimal("0.75"),
    )
    assert loss.responsible == ("Sở Nội vụ", "Sở Tư pháp")
    assert loss.events == (
        LossEvent(
            text="Báo cáo số 12/BC-UBND ngày 01/4/2018",
            points=Decimal("0.5"),
            document="số 12/BC-UBND ngày 01/4/2018",
        ),
        LossEvent(
            text="Báo cáo số 30/BC-SNV ngày 02/7/2018",
            points=Decimal("0.25"),
            document="số 30/BC-SNV ngày 02/7/2018",
        ),
    )


def test_a_clean_plan_gets_only_the_remarks_it_deserves(plan: Plan):
    assert [remark.kind for remark in plan.remarks] == [
        "agency_prefix_shared",
        "agency_prefix_shared",
        "task_with_aim_only",
        "lead_is_level",
        "nobody_responsible",
    ]


def test_word_reads_as_markdown_does(plan: Plan):
    assert without_remarks(read_plan(sample.docx(), name="kế hoạch.docx")) == without_remarks(plan)


@pytest.mark.parametrize("height", [842, 500, 330, 260])
def test_pdf_reads_as_markdown_does_wherever_its_pages_break(plan: Plan, height: int):
    assert without_remarks(read_plan(sample.pdf(height=height), name="kế hoạch.pdf")) == without_remarks(plan)


def test_a_row_cut_by_a_page_break_stays_whole_where_rules_are_drawn_as_filled_rectangles():
    plan = read_plan(sample.pdf_with_filled_rules(), name="kế hoạch.pdf")

    assert [(task.number, task.text) for task in plan.tasks] == [
        ("1", "Gửi báo cáo"),
        ("2", "Mở dịch vụ trực tuyến cho hồ sơ đất đai"),
        ("3", "Họp dân"),
    ]


def test_a_path_reads_as_its_bytes_do(plan: Plan, tmp_path: Path):
    path = tmp_path / "ke-hoach.md"
    path.write_text(sample.markdown(), encoding="utf-8")

    assert read_plan(path, name="kế hoạch.md") == plan


def test_utf_16_and_decomposed_letters_read_alike(plan: Plan):
    import unicodedata

    decomposed = unicodedata.normalize("NFD", sample.markdown())

    assert read_plan(decomposed.encode("utf-16"), name="kế hoạch.txt") == plan


def real_plan() -> Path | None:
    """The province's own document, which is not ours to ship: named by PARINDEX_SEED, or in a folder beside ours."""
    if named := os.environ.get("PARINDEX_SEED"):
        return Path(named)
    beside = Path(__file__).resolve().parents[3].glob("*/seed/ke-hoach-5264-kh-ubnd.md")
    return next(beside, None)


@pytest.fixture(scope="module")
def real() -> Plan:
    path = real_plan()
    if path is None:
        pytest.skip(
            "no copy of plan 5264/KH-UBND: PARINDEX_SEED names none and none lies beside the repository"
        )
    return read_plan(path, name="5264")


def test_plan_5264_has_24_tasks_and_16_losses_of_12_45_out_of_19_00_points(real: Plan):
    lost = sum(loss.lost or 0 for loss in real.losses)
    maximum = sum(loss.maximum or 0 for loss in real.losses)

    assert (len(real.tasks), len(real.losses), lost, maximum) == (
        24,
        16,
        Decimal("12.45"),
        Decimal("19.00"),
    )


def test_plan_5264_results_are_those_of_2017(real: Plan):
    read = {p.part: (p.points, p.rank) for p in real.results.parts}

    assert (real.results.year, real.results.rank_change) == (2017, 12)
    assert read == {
        "total": (Decimal("80.29"), 20),
        "direct": (Decimal("53.05"), 9),
        "appraised": (Decimal("51.55"), None),
        "impact": (Decimal("1.5"), None),
        "survey": (Decimal("27.24"), None),
        "sipas": (Decimal("12"), 1),
        "officials": (Decimal("15.24"), 54),
    }


def test_plan_5264_head_is_taken_from_the_annex_line_and_remarked(real: Plan):
    kinds = {remark.kind for remark in real.remarks}

    assert (real.document.number, real.document.issued_date) == ("5264/KH-UBND", date(2018, 7, 18))
    assert {"number_from_annex", "date_from_annex", "issuer_from_annex"} <= kinds


def test_plan_5264_has_13_duties_8_area_leads_and_3_targets(real: Plan):
    assert (len(real.duties), sorted(lead.area for lead in real.area_leads)) == (13, list("12345678"))
    assert [(target.year, target.top) for target in real.targets] == [(2018, 15), (2019, 10), (2020, 10)]
