"""The register of 2017: computed losses beside the plan's rows, and who answers for them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from parindex.domain.agencies import AgencyDirectory
from parindex.domain.coverage import Coverage
from parindex.domain.findings import find_gaps
from parindex.domain.plans import Plan, Task
from parindex.domain.scoring import score_framework
from parindex.frameworks.facts_file import load_facts
from parindex.frameworks.loader import framework_for
from parindex.services.improvement.losses import Register, loss_lines, register, shares_by_agency
from tests.plan_5264 import LOSSES, PART_MAXIMA, PLAN, SNV, STP, STTTT


def seen(*, agency: str = "", area: str = "", coverage: str = "", order: str = "") -> Register:
    found = register(agency=agency, area=area, coverage=coverage, order=order)
    assert found
    return found


def shown(found: Register) -> list[tuple[str, str]]:
    return [(line.code, str(line.lost)) for line in found.lines]


def test_seventeen_losses_the_largest_first_and_equal_ones_by_their_code(demonstration: None):
    assert shown(seen()) == [
        ("", "7.26"),
        ("8.2.3", "1.50"),
        ("1.2", "1.25"),
        ("1.6", "1.00"),
        ("3.2.2", "1.00"),
        ("4.1.2", "1.00"),
        ("5.4", "1.00"),
        ("7.2.2", "1.00"),
        ("7.2.3", "1.00"),
        ("7.3.2", "1.00"),
        ("3.1.1", "0.50"),
        ("3.2.1", "0.50"),
        ("7.1.4", "0.50"),
        ("8.2.1", "0.50"),
        ("5.5.2", "0.25"),
        ("5.7.1", "0.25"),
        ("7.1.1", "0.20"),
    ]


def test_what_the_facts_compute_is_what_the_plan_prints(demonstration: None):
    computed = {line.code: (line.maximum, line.earned, line.lost) for line in seen().lines if line.code}

    assert computed == {loss.criterion: (loss.maximum, loss.earned, loss.lost) for loss in LOSSES}


def test_the_survey_lost_its_points_without_a_row_a_task_or_an_agency(demonstration: None):
    line = seen().lines[0]

    assert (line.title.vi, line.row, line.tasks, line.responsible, line.coverage) == (
        "Khảo sát công chức, lãnh đạo",
        None,
        (),
        (),
        "none",
    )


def test_agencies_answer_for_points_alone_and_together_with_others(demonstration: None):
    shares = [(share.name, str(share.alone), str(share.shared), str(share.total)) for share in seen().shares]

    assert shares == [
        ("", "12.26", "0.00", "12.26"),
        (STTTT, "1.70", "2.25", "3.95"),
        (SNV, "3.00", "0.00", "3.00"),
        (STP, "0.50", "2.25", "2.75"),
    ]


def test_points_answered_for_alone_and_each_shared_loss_once_are_all_that_was_lost(demonstration: None):
    found = seen()
    alone = sum(share.alone for share in found.shares)
    shared = {
        line.code: line.lost for share in found.shares for line in share.lines if len(line.responsible) > 1
    }

    assert alone + sum(shared.values()) == found.total == Decimal("19.71")


def test_two_ways_of_writing_an_agency_are_one_share(demonstration: None):
    agencies = seen().picture.agencies

    shares = shares_by_agency(loss_lines(None, PLAN), agencies)

    assert [
        (share.name, str(share.total)) for share in shares if share.code == "26-so-thong-tin-va-truyen-thong"
    ] == [(STTTT, "3.95")]


def test_the_register_narrows_to_one_agency(demonstration: None):
    found = seen(agency="26-so-noi-vu")

    assert shown(found) == [("4.1.2", "1.00"), ("7.2.2", "1.00"), ("7.2.3", "1.00")]
    assert (found.shown, found.total) == (Decimal("3.00"), Decimal("19.71"))


def test_a_question_mark_asks_for_losses_that_name_nobody(demonstration: None):
    found = seen(agency="?")

    assert [code for code, _ in shown(found)] == [
        "",
        "8.2.3",
        "1.6",
        "5.4",
        "3.2.1",
        "8.2.1",
        "5.5.2",
        "5.7.1",
    ]


@pytest.mark.parametrize(
    ("coverage", "codes"),
    [
        ("area", ["7.1.1"]),
        ("none", ["", "8.2.3", "1.2", "5.4", "5.7.1"]),
    ],
)
def test_the_register_narrows_to_how_tasks_touch_a_loss(demonstration: None, coverage: str, codes: list[str]):
    assert [code for code, _ in shown(seen(coverage=coverage))] == codes


def test_the_register_can_stand_in_the_order_of_the_criteria(demonstration: None):
    codes = [code for code, _ in shown(seen(order="criterion"))]

    assert codes == [*(loss.criterion for loss in LOSSES), ""]


def test_the_register_narrows_to_one_area(demonstration: None):
    found = seen(area="7")

    assert shown(found) == [
        ("7.2.2", "1.00"),
        ("7.2.3", "1.00"),
        ("7.3.2", "1.00"),
        ("7.1.4", "0.50"),
        ("7.1.1", "0.20"),
    ]
    assert (found.is_filtered, str(found.shown), str(found.total)) == (True, "3.70", "19.71")


def test_in_the_order_of_agencies_losses_that_name_nobody_come_last(demonstration: None):
    answering = [line.responsible for line in seen(order="agency").lines]

    assert answering == [
        *[(SNV,)] * 3,
        *[(STTTT,)] * 3,
        (STTTT, STP),
        (STP,),
        (STP, STTTT),
        *[()] * 8,
    ]


def test_an_order_that_is_none_is_that_of_the_points(demonstration: None):
    found = seen(order="x")

    assert (found.order, found.is_filtered, shown(found)) == ("", False, shown(seen()))


def test_of_19_71_lost_points_the_plans_register_names_12_45(demonstration: None):
    found = seen()
    nobody = found.shares[0]

    assert (found.in_register, found.outside) == (Decimal("12.45"), Decimal("7.26"))
    assert (nobody.name, nobody.inside, nobody.outside) == ("", Decimal("5.00"), Decimal("7.26"))


def test_filters_combine(demonstration: None):
    found = seen(agency="?", coverage="task", order="criterion")

    assert [code for code, _ in shown(found)] == ["1.6", "3.2.1", "5.5.2", "8.2.1"]


@pytest.mark.parametrize("asked", [{"agency": "nobody"}, {"coverage": "half"}, {"area": "9"}])
def test_what_no_filter_knows_finds_nothing(demonstration: None, asked: dict[str, str]):
    assert shown(seen(**asked)) == []


def test_without_a_score_the_lines_are_those_the_plan_prints():
    lines = loss_lines(None, PLAN)

    assert {line.code: line.lost for line in lines} == {loss.criterion: loss.lost for loss in LOSSES}
    assert sum(line.lost for line in lines) == Decimal("12.45")


def test_without_score_and_plan_there_are_no_lines_and_no_shares():
    plan: Plan | None = None

    assert (loss_lines(None, plan), shares_by_agency((), AgencyDirectory(()))) == ((), ())


def test_the_register_and_the_findings_agree_on_whether_a_task_is_after_the_officials_survey():
    facts = load_facts()
    score = score_framework(framework_for(facts.framework_id), facts.book)
    task = Task(number="25", text="Nâng điểm khảo sát công chức, lãnh đạo quản lý")
    told = {
        number: (loss_lines(score, plan)[0].coverage, find_gaps(plan, part_maxima=PART_MAXIMA)[0].kind)
        for number, plan in ((24, PLAN), (25, replace(PLAN, tasks=(*PLAN.tasks, task))))
    }

    assert told == {
        24: (Coverage.NONE, "survey_points_without_row_or_task"),
        25: (Coverage.TASK, "losses_without_responsible_agency"),
    }
