"""The file of Vĩnh Phúc's agencies, and what is refused in such a file."""

from collections import Counter
from datetime import date

import pytest

from parindex.domain.agencies import AgencyLevel, MatchKind
from parindex.domain.sources import Certainty
from parindex.frameworks.agencies import AgencyFileError, directory_for, load_agencies, load_directory

ISSUED = date(2018, 7, 18)
PLAN_NAMES = [
    "Văn phòng UBND tỉnh",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Thông tin và Truyền thông",
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài nguyên và Môi trường",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa Thể thao và Du lịch",
    "Ban quản lý các khu công nghiệp",
    "Công an tỉnh",
    "Bảo hiểm xã hội tỉnh",
    "Sở Thông tin - TT",
    "Thông tin và TT.",
    "Kế hoạch đầu tư",
]


def test_in_2018_there_are_20_departments_9_districts_137_communes_and_3_central_agencies():
    directory = load_directory()

    counts = {level: len(directory.of_level(level, on=ISSUED)) for level in AgencyLevel}

    assert counts == {
        AgencyLevel.PROVINCE: 1,
        AgencyLevel.DEPARTMENT: 20,
        AgencyLevel.CENTRAL: 3,
        AgencyLevel.DISTRICT: 9,
        AgencyLevel.COMMUNE: 137,
    }


def test_from_july_2025_only_the_province_that_took_over_is_left():
    directory = load_directory()

    existing = [agency.name for agency in directory.agencies if agency.exists_on(date(2025, 7, 1))]

    assert existing == ["Tỉnh Phú Thọ"]
    assert directory.successors_of("26", on=date(2025, 7, 1)) == (directory.get("tinh-phu-tho"),)


def test_codes_of_administrative_units_are_text_with_their_leading_zero():
    communes = load_directory().of_level(AgencyLevel.COMMUNE, on=ISSUED)

    assert {(len(commune.code), commune.code[0]) for commune in communes} == {(5, "0")}


def test_every_agency_says_how_surely_it_is_known():
    assert Counter(agency.certainty for agency in load_agencies()) == {
        Certainty.REGISTER: 147,
        Certainty.PLAN: 12,
        Certainty.OFFICIAL: 2,
        Certainty.EXPECTED: 9,
        Certainty.INFERRED: 1,
    }


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_every_agency_that_the_plan_names_is_found(name):
    match = load_directory().match(name, on=ISSUED)

    assert (match.kind, match.guessed) == (MatchKind.AGENCY, False)


def test_no_official_name_is_borne_twice():
    names = Counter(agency.name for agency in load_agencies())

    assert [name for name, count in names.items() if count > 1] == []


def test_each_official_name_finds_its_own_agency():
    directory = load_directory()

    assert [directory.match(agency.name).agency for agency in directory.agencies] == list(directory.agencies)


GOOD = """groups:
  - level: department
    certainty: plan
    agencies:
      - {code: snv, name: Sở Nội vụ}
      - {code: stp, name: Sở Tư pháp, valid_from: "2018-01-01", valid_to: "2018-12-31"}
"""


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("code: stp", "code: snv", ":6: code 'snv' is used twice (first in line 5)"),
        ("code: stp, ", "", ":6: an agency needs 'code'"),
        ("valid_from", "since", ":6: 'since' is unknown here"),
        ("2018-12-31", "2017-12-31", ":6: 'stp' ends (2017-12-31) before it starts (2018-01-01)"),
        ("2018-12-31", "31/12/2018", ":6: valid_to '31/12/2018' is no date (write 2018-07-18)"),
        ("name: Sở Tư pháp", "name: Sở Tư pháp, parent: x", ":6: parent 'x' of 'stp' is not in the file"),
        ("name: Sở Tư pháp", "name: Sở Tư pháp, parent: stp", ":6: 'stp' stands under itself"),
        (
            "name: Sở Tư pháp",
            "name: Sở Tư pháp, successors: [x]",
            ":6: successor 'x' of 'stp' is not in the file",
        ),
        ("name: Sở Tư pháp", "name: Sở Tư pháp, successors: x", ":6: a list is expected here"),
        ("name: Sở Tư pháp", "name: [Sở Tư pháp]", ":6: a text is expected here"),
        (
            "level: department",
            "level: so",
            ":5: level 'so' is none of province, department, central, district, commune",
        ),
        ("groups:", "", ":2: keys and values are expected here"),
        (GOOD, "", ":1: the file is empty"),
        ("{code: snv", "{code: snv: x", ":5: expected ',' or '}', but got ':'"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(tmp_path, before, after, message):
    path = tmp_path / "agencies.yaml"
    path.write_text(GOOD.replace(before, after), encoding="utf-8")

    with pytest.raises(AgencyFileError) as caught:
        load_agencies(path)

    assert str(caught.value) == f"{path}{message}"


def test_an_agency_without_an_end_of_its_own_ends_with_its_parent(tmp_path):
    path = tmp_path / "agencies.yaml"
    path.write_text(GOOD.replace("name: Sở Nội vụ", "name: Phòng, parent: stp"), encoding="utf-8")

    assert [agency.valid_to for agency in load_agencies(path)] == [date(2018, 12, 31), date(2018, 12, 31)]


@pytest.mark.parametrize(
    ("issuer", "known"),
    [
        ("UBND tỉnh Vĩnh Phúc", True),
        ("ỦY BAN NHÂN DÂN TỈNH VĨNH PHÚC", True),
        ("UBND tỉnh Hà Giang", False),
        ("", False),
    ],
)
def test_a_plan_is_held_against_the_directory_of_its_own_province_only(issuer, known):
    assert (directory_for(issuer) is not None) is known
