"""The dated organisation: on the day of plan 5264, and after the province and its districts had ended."""

from datetime import date

import pytest

from parindex.services.improvement.agencies import AgencyIndex, AgencyPage, agency_index, agency_page

TODAY = date(2018, 7, 18)


def seen(on: date | None = None, query: str = "") -> AgencyIndex:
    found = agency_index(today=TODAY, on=on, query=query)
    assert found
    return found


def page(code: str) -> AgencyPage:
    found = agency_page(code, today=TODAY)
    assert found
    return found


def counts(on: date | None = None) -> dict[str, int]:
    return {level.value: count for level, count in seen(on).counts.items()}


def test_on_18_july_2018_the_province_had_20_departments_9_districts_and_137_communes(demonstration: None):
    assert seen().on == date(2018, 7, 18)
    assert counts() == {"province": 1, "department": 20, "central": 3, "district": 9, "commune": 137}


def test_every_commune_lies_in_a_district(demonstration: None):
    (districts,) = (group for group in seen().groups if group.level == "district")

    assert sum(len(communes) for communes in districts.children.values()) == 137


def test_the_last_day_of_the_province_is_30_june_2025(demonstration: None):
    assert counts(date(2025, 6, 30)) == counts()


def test_from_1_july_2025_only_the_province_it_was_merged_into_remains(demonstration: None):
    found = seen(date(2025, 7, 1))

    assert [agency.name for agency in found.listed] == ["Tỉnh Phú Thọ"]
    assert [agency.name for agency in page("26").successors] == ["Tỉnh Phú Thọ"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("tam dao", ["UBND huyện Tam Đảo", "UBND thị trấn Tam Đảo"]),
        ("snv", ["Sở Nội vụ"]),
        ("Sở Thông tin - TT", ["Sở Thông tin và Truyền thông"]),
        ("không có", []),
    ],
)
def test_search_knows_names_abbreviations_and_other_spellings(
    demonstration: None, query: str, names: list[str]
):
    assert [agency.name for agency in seen(query=query).found] == names


def test_search_keeps_to_the_day(demonstration: None):
    assert seen(on=date(2025, 7, 1), query="so noi vu").found == ()


def test_the_home_affairs_department_leads_three_areas_and_five_tasks_and_answers_for_three_points(
    demonstration: None,
):
    found = page("26-so-noi-vu")

    assert found.share
    assert (
        tuple(area.area.code for area in found.areas),
        [line.task.number for line in found.leading],
        str(found.share.total),
        [agency.code for agency in found.ancestors],
    ) == (("1", "4", "5"), ["6", "7", "8", "9", "10"], "3.00", ["26"])


def test_a_district_leads_what_the_plan_asks_of_all_districts(demonstration: None):
    district = seen(query="huyện Tam Đảo").found[0]

    assert [line.task.number for line in page(district.code).leading] == ["5", "23", "24"]


@pytest.mark.parametrize("code", ["26-so-khong-co", "", "27"])
def test_an_unknown_agency_is_none(demonstration: None, code: str):
    assert agency_page(code, today=TODAY) is None


def test_a_department_is_told_which_of_the_tasks_it_leads_were_overdue_on_the_day_of_the_plan(
    demonstration: None,
):
    found = page("26-so-tai-nguyen-va-moi-truong")

    assert (found.as_of, [line.task.number for line in found.leading], found.overdue) == (TODAY, ["11"], 1)


def test_after_its_last_day_the_province_is_said_to_have_ended(demonstration: None):
    ended = {
        day: [agency.code for agency in seen(day).ended] for day in (date(2025, 6, 30), date(2025, 7, 1))
    }

    assert ended == {date(2025, 6, 30): [], date(2025, 7, 1): ["26"]}
