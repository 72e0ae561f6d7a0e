"""Opening a year: what is proposed, what is stored in one deed, and what is refused whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from parindex.domain.agencies import AgencyLevel
from parindex.domain.rights import Role
from parindex.domain.workflow import Milestone
from parindex.records.models import Agency, AssessmentRound, FrameworkVersion, LogEntry, Sheet, SheetRow
from parindex.services.actor import SYSTEM, RefusedError
from parindex.services.errors import DeedError
from parindex.services.rounds.opening import (
    Opening,
    YearToOpen,
    framework_choices,
    open_year,
    opening,
    proposed_milestones,
)
from parindex.services.rounds.years import set_milestones
from tests.scoring_year import acting

pytestmark = pytest.mark.usefixtures("demonstration")

PROVINCE, COMMUNE = AgencyLevel.PROVINCE, AgencyLevel.COMMUNE


def proposed(level: AgencyLevel = PROVINCE, year: int = 2018) -> Opening:
    return opening(actor=SYSTEM, level=level, year=year)


def wanted(seen: Opening) -> YearToOpen:
    """What a person who changes nothing of the proposal would send."""
    assert seen.chosen
    return YearToOpen(
        level=seen.level,
        year=seen.year,
        framework=seen.chosen.key,
        units=tuple(unit.pk for unit in seen.units),
        milestones=seen.milestones,
        leads={lead.area.code: lead.proposed.pk for lead in seen.leads if lead.proposed},
    )


# ── What is proposed ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_newest_plan_proposes_who_scores_each_area_of_the_province():
    leads = [(lead.area.code, lead.proposed.code if lead.proposed else "") for lead in proposed().leads]

    assert leads == [
        ("1", "26-so-noi-vu"),
        ("2", "26-so-tu-phap"),
        ("3", "26-van-phong-ubnd-tinh"),
        ("4", "26-so-noi-vu"),
        ("5", "26-so-noi-vu"),
        ("6", "26-so-tai-chinh"),
        ("7", "26-so-thong-tin-va-truyen-thong"),
        ("8", "26-van-phong-ubnd-tinh"),
    ]


def test_without_a_plan_of_the_province_no_lead_is_guessed():
    Agency.objects.filter(code="26").update(name="Tỉnh Sơn Hà")

    assert {lead.proposed for lead in proposed().leads} == {None}


def test_units_are_those_that_exist_on_the_last_day_of_the_year():
    units = {
        (level, year): len(proposed(level, year).units) for level in AgencyLevel for year in (2018, 2025)
    }

    assert units == {
        (AgencyLevel.PROVINCE, 2018): 1,
        (AgencyLevel.PROVINCE, 2025): 1,
        (AgencyLevel.DEPARTMENT, 2018): 20,
        (AgencyLevel.DEPARTMENT, 2025): 0,
        (AgencyLevel.CENTRAL, 2018): 3,
        (AgencyLevel.CENTRAL, 2025): 0,
        (AgencyLevel.DISTRICT, 2018): 9,
        (AgencyLevel.DISTRICT, 2025): 0,
        (AgencyLevel.COMMUNE, 2018): 137,
        (AgencyLevel.COMMUNE, 2025): 0,
    }


def test_a_framework_says_how_much_of_it_is_listed_and_stands_once_whether_stored_or_built_in():
    (only,) = framework_choices(PROVINCE)

    assert (only.key, only.criteria, only.unlisted) == (
        f"v{FrameworkVersion.objects.get().pk}",
        25,
        Decimal("80.00"),
    )


def test_a_level_without_a_framework_has_nothing_to_choose():
    assert proposed(AgencyLevel.CENTRAL).chosen is None


def test_the_proposed_milestones_follow_each_other():
    days = list(proposed_milestones(2018).values())

    assert days == sorted(days)


# ── Opening ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_proposal_as_it_is_opens_the_year_of_the_province_with_five_sheets():
    row = open_year(actor=acting(Role.COORDINATOR), wanted=wanted(proposed()))

    sheets = Sheet.objects.filter(unit__round=row).values_list("agency__code", "areas")
    assert dict(sheets) == {
        "26-so-noi-vu": ["1", "4", "5"],
        "26-so-tu-phap": ["2"],
        "26-van-phong-ubnd-tinh": ["3", "8"],
        "26-so-tai-chinh": ["6"],
        "26-so-thong-tin-va-truyen-thong": ["7"],
    }
    deeds = LogEntry.objects.filter(subjects__about=f"round:{row.pk}").values_list("deed", flat=True)
    assert list(deeds) == ["open_round", "open_sheets"]


def test_a_round_of_137_communes_opens_in_few_queries(django_assert_max_num_queries):
    choice = wanted(proposed(COMMUNE))

    with django_assert_max_num_queries(60):
        row = open_year(actor=SYSTEM, wanted=choice)

    rows = SheetRow.objects.filter(sheet__unit__round=row)
    assert (row.is_sample, row.units.count(), rows.count()) == (True, 137, 137 * 30)


def test_every_commune_scores_itself():
    row = open_year(actor=SYSTEM, wanted=wanted(proposed(COMMUNE)))

    sheets = Sheet.objects.filter(unit__round=row).values_list("unit__agency", "agency", "areas")
    assert [(unit, areas) for unit, agency, areas in sheets if unit != agency or len(areas) != 7] == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"year": 1999}, "Năm phải từ 2000 đến 2100; chưa mở kỳ đánh giá."),
        ({"framework": "v999"}, "Chưa chọn bộ tiêu chí của cấp này; chưa mở kỳ đánh giá."),
        ({"framework": "bmau-cap-xa"}, "Chưa chọn bộ tiêu chí của cấp này; chưa mở kỳ đánh giá."),
        ({"leads": {}}, "Chưa chọn cơ quan chấm điểm lĩnh vực 1, 2, 3, 4, 5, 6, 7, 8; chưa mở kỳ đánh giá."),
        ({"units": (999_999,)}, "Có đơn vị không thuộc cấp này vào ngày 31/12/2018; chưa mở kỳ đánh giá."),
        (
            {"units": ()},
            "Chưa chọn đơn vị nào; chưa mở kỳ đánh giá. Hãy chọn ít nhất một đơn vị.",
        ),
        (
            {
                "milestones": {
                    Milestone.SELF_SCORE: date(2018, 12, 15),
                    Milestone.CONSOLIDATION: date(2018, 12, 14),
                }
            },
            "Mốc “Tổng hợp” (14/12/2018) không được trước mốc “Tự chấm điểm” (15/12/2018); chưa lưu gì. "
            "Hãy sửa một trong hai ngày.",
        ),
    ],
)
def test_a_choice_that_cannot_be_opens_nothing(change, sentence: str):
    with pytest.raises(DeedError) as refused:
        open_year(actor=SYSTEM, wanted=replace(wanted(proposed()), **change))

    assert refused.value.vi == sentence
    assert (AssessmentRound.objects.filter(year=2018).count(), Sheet.objects.count()) == (0, 0)


def test_two_stages_may_end_on_one_day():
    row = AssessmentRound.objects.get()
    row.published_at = None
    row.save()
    day = date(2018, 12, 15)

    set_milestones(actor=SYSTEM, round_=row, milestones={Milestone.SELF_SCORE: day, Milestone.REVIEW: day})

    assert list(row.milestones.values_list("last_date", flat=True)) == [day, day]


def test_milestones_out_of_order_leave_those_that_were_there():
    row = open_year(actor=SYSTEM, wanted=wanted(proposed()))
    before = list(row.milestones.values_list("milestone", "last_date"))

    with pytest.raises(DeedError):
        set_milestones(
            actor=SYSTEM,
            round_=row,
            milestones={**proposed_milestones(2018), Milestone.SENDING: date(2018, 1, 1)},
        )

    assert list(row.milestones.values_list("milestone", "last_date")) == before


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_sees_the_choices_and_opens_a_year(role: Role):
    choice = wanted(proposed())

    with pytest.raises(RefusedError):
        opening(actor=acting(role), level=PROVINCE, year=2018)
    with pytest.raises(RefusedError):
        open_year(actor=acting(role, "26-so-tu-phap"), wanted=choice)
