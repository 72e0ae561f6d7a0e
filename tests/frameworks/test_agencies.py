"""The table of Vĩnh Phúc's agencies, and what is refused in such a table."""

import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from parindex.domain.agencies import AgencyLevel, MatchKind
from parindex.domain.sources import Certainty
from parindex.frameworks.agencies import directory_for, load_agencies, load_directory
from parindex.frameworks.problems import InvalidData

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


HEADER = "code,level,parent,name,short,aliases,valid_from,valid_to,successors,certainty,note\n"
GOOD = f"""{HEADER}snv,department,,Sở Nội vụ,SNV,Sở NV | Nội vụ,,,,plan,
stp,department,,"Sở Tư pháp, tỉnh",STP,,2018-01-01,2018-12-31,snv,plan,
"""
LEVELS = "province, department, central, district, commune"


def written(folder: Path, text: str, *, encoding: str = "utf-8") -> Path:
    path = folder / "agencies.csv"
    path.write_text(text, encoding=encoding)
    return path


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidData) as caught:
        load_agencies(written(folder, text))
    return [f"{problem.line}: {problem.said.en}" for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("stp,", "snv,", "the code “snv” is there twice (first in line 2)"),
        ("stp,", ",", "“code” is missing"),
        ('"Sở Tư pháp, tỉnh"', " ", "“name” is missing"),
        ("stp,department", "stp,", "“level” is missing"),
        ("stp,department", "stp,so", f"“so” must be one of: {LEVELS}"),
        ("snv,plan", "snv,", "“certainty” is missing"),
        ("stp,department", "8707,commune", "the code “8707” needs 5 digits"),
        ("stp,", "s/tp,", "the code “s/tp” may hold letters, digits and . _ - only"),
        ("stp,", "..,", "the code “..” may hold letters, digits and . _ - only"),
        (",STP,", f",{'S' * 41},", "“short” is over 40 characters long"),
        ("2018-12-31", "2017-12-31", "ends (2017-12-31) before it starts (2018-01-01)"),
        ("2018-12-31", "31/12/2018", "“31/12/2018” is no date such as 2018-07-18"),
        ("stp,department,", "stp,department,x", "the parent “x” is not in the table"),
        ("stp,department,", "stp,department,stp", "“stp” stands under itself"),
        ("2018-12-31,snv", "2018-12-31,snv | x", "the successors “x” is not in the table"),
    ],
)
def test_what_is_wrong_in_a_row_is_named_with_its_line(tmp_path: Path, before: str, after: str, problem: str):
    assert refused(tmp_path, GOOD.replace(before, after)) == [f"3: {problem}"]


def test_all_that_is_wrong_is_said_in_one_go_with_file_and_line_in_both_languages(tmp_path: Path):
    path = written(
        tmp_path, f"{HEADER}snv,department,x,Sở Nội vụ,,,nay,,,plan,\n\nsnv,department,,,,,,,,plan,\n"
    )

    with pytest.raises(InvalidData) as caught:
        load_agencies(path)

    assert str(caught.value).splitlines() == [
        f"{path}:2: “nay” không phải là ngày như 2018-07-18 / “nay” is no date such as 2018-07-18",
        f"{path}:2: parent “x” không có trong bảng / the parent “x” is not in the table",
        f"{path}:4: mã “snv” bị lặp (đã có ở dòng 2) / the code “snv” is there twice (first in line 2)",
        f"{path}:4: thiếu “name” / “name” is missing",
    ]


def test_agencies_that_stand_under_each_other_are_refused_and_those_below_them_are_not(tmp_path: Path):
    rows = "".join(f"{code},department,{parent},{code},,,,,,plan,\n" for code, parent in ("ab", "ba", "ca"))

    assert refused(tmp_path, HEADER + rows) == ["2: “a” stands under itself", "3: “b” stands under itself"]


def test_a_table_as_excel_saves_it_is_the_same_table(tmp_path: Path):
    as_excel = GOOD.replace('"Sở Tư pháp, tỉnh"', "Sở Tư pháp! tỉnh").replace(",", ";").replace("!", ",")

    plain = load_agencies(written(tmp_path, GOOD))
    saved = load_agencies(
        written(tmp_path, as_excel.replace("\n", "\r\n") + ";" * 10 + "\r\n", encoding="utf-8-sig")
    )

    assert saved == plain
    assert [(agency.name, agency.aliases, agency.successors) for agency in saved] == [
        ("Sở Nội vụ", ("Sở NV", "Nội vụ"), ()),
        ("Sở Tư pháp, tỉnh", (), ("snv",)),
    ]


def test_names_are_kept_in_composed_letters_and_on_one_line(tmp_path: Path):
    typed = unicodedata.normalize("NFD", GOOD.replace('"Sở Tư pháp, tỉnh"', '"Sở Tư\n pháp"'))

    office, justice = load_agencies(written(tmp_path, typed))

    assert (office.name, office.aliases, justice.name) == ("Sở Nội vụ", ("Sở NV", "Nội vụ"), "Sở Tư pháp")


def test_an_agency_without_an_end_of_its_own_ends_with_its_parent(tmp_path: Path):
    path = written(tmp_path, GOOD.replace("snv,department,,", "snv,department,stp,"))

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
