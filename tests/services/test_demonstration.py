"""The demonstration: everything once, and nothing a second time."""

import pytest

from parindex.records.models import (
    Agency,
    AssessmentRound,
    LogEntry,
    LossAgency,
    Plan,
    PublishedResult,
    RoundFact,
    TaskAgency,
)
from parindex.services.demonstration.loading import Loaded, load_demonstration

pytestmark = pytest.mark.django_db

TABLES = (Agency, AssessmentRound, LogEntry, Plan, PublishedResult, RoundFact)


def rows() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in TABLES}


def test_an_empty_home_receives_the_whole_demonstration():
    loaded = load_demonstration()

    assert loaded == Loaded(agencies=171, results=91, round_opened=True, plan_stored=True)
    assert rows() == {
        "Agency": 171,
        "AssessmentRound": 1,
        "LogEntry": 7,
        "Plan": 1,
        "PublishedResult": 91,
        "RoundFact": 22,
    }


def test_each_deed_of_the_loading_is_written_in_the_log_once():
    load_demonstration()

    assert list(LogEntry.objects.values_list("deed", "subject")) == [
        ("store_agencies", "vinh-phuc/agencies.csv"),
        ("store_results", "published-results.csv"),
        ("store_framework", "Bộ tiêu chí cấp tỉnh năm 2017 (2948-2017)"),
        ("open_round", "Tỉnh 2017"),
        ("store_facts", "Tỉnh Vĩnh Phúc 2017"),
        ("publish", "Tỉnh 2017"),
        ("store_plan", "5264/KH-UBND"),
    ]


def test_loading_it_again_adds_nothing_and_writes_nothing_in_the_log():
    load_demonstration()
    before = rows()

    loaded = load_demonstration()

    assert loaded == Loaded(agencies=0, results=0, round_opened=False, plan_stored=False)
    assert rows() == before


def test_what_was_changed_since_stays_as_it_is():
    load_demonstration()
    Agency.objects.filter(code="26-so-noi-vu").update(name="Sở Nội vụ và Tổ chức")

    load_demonstration()

    assert Agency.objects.get(code="26-so-noi-vu").name == "Sở Nội vụ và Tổ chức"


def test_only_what_is_missing_is_added():
    load_demonstration()
    PublishedResult.objects.all().delete()
    Agency.objects.get(code="26-so-ngoai-vu").delete()

    loaded = load_demonstration()

    assert loaded == Loaded(agencies=1, results=91, round_opened=False, plan_stored=False)


def test_agencies_hang_together_as_the_tree_says():
    load_demonstration()

    province = Agency.objects.get(code="26")
    levels = {
        level: Agency.objects.filter(level=level).count() for level in ("department", "district", "commune")
    }
    assert levels == {"department": 20, "district": 9, "commune": 137}
    assert {row.parent for row in Agency.objects.filter(level="district")} == {province}
    assert [row.code for row in province.successors.all()] == ["tinh-phu-tho"]


def test_names_in_the_plan_are_matched_to_agencies_and_kept_as_it_writes_them():
    load_demonstration()

    answering = LossAgency.objects.filter(loss__criterion="1.2").values_list("name", "agency__code")
    leading = TaskAgency.objects.filter(task__number="24", role="lead").values_list("name", "agency__code")
    assert list(answering) == [
        ("Sở Thông tin và Truyền thông", "26-so-thong-tin-va-truyen-thong"),
        ("Sở Tư pháp", "26-so-tu-phap"),
    ]
    assert list(leading) == [("UBND cấp huyện", None), ("UBND cấp xã", None)]
