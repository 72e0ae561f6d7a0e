"""Names as documents write them, and the dated tree. Agencies are those of Vĩnh Phúc."""

from datetime import date
from typing import Any

import pytest

from parindex.domain.agencies import Agency, AgencyDirectory, AgencyLevel, MatchKind
from parindex.domain.sources import Certainty

ISSUED = date(2018, 7, 18)


def agency(code: str, name: str, level: str, **more: Any) -> Agency:
    return Agency(code=code, name=name, level=AgencyLevel(level), certainty=Certainty.PLAN, **more)


LAST_DAY = date(2025, 6, 30)
DIRECTORY = AgencyDirectory(
    (
        agency(
            "26",
            "Tỉnh Vĩnh Phúc",
            "province",
            aliases=("UBND tỉnh",),
            valid_to=LAST_DAY,
            successors=("phu-tho",),
        ),
        agency("phu-tho", "Tỉnh Phú Thọ", "province", valid_from=date(2025, 7, 1)),
        agency("vp", "Văn phòng UBND tỉnh", "department", short="VP UBND", parent="26"),
        agency("snv", "Sở Nội vụ", "department", short="SNV", parent="26"),
        agency("stc", "Sở Tài chính", "department", parent="26"),
        agency(
            "stttt",
            "Sở Thông tin và Truyền thông",
            "department",
            parent="26",
            aliases=("Sở TT&TT", "Sở Thông tin - TT", "Sở Thông tin và TT"),
        ),
        agency("skhdt", "Sở Kế hoạch và Đầu tư", "department", parent="26"),
        agency("251", "UBND huyện Yên Lạc", "district", parent="26", valid_to=LAST_DAY),
        agency("243", "UBND thành phố Vĩnh Yên", "district", parent="26", valid_to=LAST_DAY),
        agency("244", "UBND thành phố Phúc Yên", "district", parent="26", valid_to=LAST_DAY),
        agency("246", "UBND huyện Lập Thạch", "district", parent="26", valid_to=LAST_DAY),
        agency("09025", "UBND thị trấn Yên Lạc", "commune", parent="251"),
        agency("08746", "UBND phường Xuân Hoà", "commune", parent="244"),
        agency("08794", "UBND xã Xuân Hòa", "commune", parent="246"),
        agency("09091", "UBND xã Yên Lập", "commune", parent="252"),
    )
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sở Nội vụ", "snv"),
        ("SỞ NỘI VỤ.", "snv"),
        ("Sở  Nội vụ (chủ trì)", "snv"),
        ("SNV", "snv"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "vp"),
        ("VP UBND tinh", "vp"),
        ("UBND tỉnh", "26"),
        ("Sở TT&TT", "stttt"),
        ("Sở TTTT", "stttt"),
        ("Sở Thông tin - TT", "stttt"),
        ("Thông tin và TT.", "stttt"),  # "Các sở: Tài chính, Kế hoạch đầu tư, Thông tin và TT."
        ("Kế hoạch đầu tư", "skhdt"),
        ("Sở Kế hoạch & Đầu tư", "skhdt"),
        ("Tài chính", "stc"),
        ("UBND huyện Yên Lạc", "251"),
        ("huyện Yên Lạc", "251"),
        ("Ủy ban nhân dân huyện Yên Lạc", "251"),
        ("UBND TP. Vĩnh Yên", "243"),
        ("Vĩnh Yên", "243"),
        ("TT Yên Lạc", "09025"),
        ("Phường Xuân Hòa", "08746"),
        ("Sở TC", "stc"),
        ("Sở KHĐT", "skhdt"),
        ("Sở Nội vụ tỉnh Vĩnh Phúc", "snv"),
        ("Văn phòng UBND tỉnh Vĩnh Phúc", "vp"),
        ("Giám đốc Sở Nội vụ", "snv"),
        ("Chánh Văn phòng UBND tỉnh", "vp"),
        ("Chủ tịch UBND huyện Yên Lạc", "251"),
    ],
)
def test_a_name_as_documents_write_it_finds_its_agency(text, code):
    match = DIRECTORY.match(text)

    assert (match.kind, match.agency, match.guessed) == (MatchKind.AGENCY, DIRECTORY.get(code), False)


def test_only_the_official_name_is_an_exact_match():
    assert DIRECTORY.match("Sở Nội vụ").exact is True
    assert DIRECTORY.match("SNV").exact is False


@pytest.mark.parametrize(("text", "codes"), [("Yên Lạc", ["251", "09025"]), ("Xuân Hòa", ["08746", "08794"])])
def test_a_name_that_two_agencies_bear_is_ambiguous_and_matches_neither(text, codes):
    match = DIRECTORY.match(text)

    assert (match.kind, match.agency, match.exact) == (MatchKind.AMBIGUOUS, None, False)
    assert [candidate.code for candidate in match.candidates] == codes


def test_a_name_is_ambiguous_only_among_agencies_of_the_day_asked_for():
    match = DIRECTORY.match("Yên Lạc", on=date(2025, 7, 1))

    assert match.agency == DIRECTORY.get("09025")


@pytest.mark.parametrize(
    "text", ["Sở Thông tin và Truyền thônq", "Sở Kế hoach và Đầu tu8", "UBND huyện Lập Thạchh"]
)
def test_a_slip_is_read_through_and_said_to_be_a_guess(text):
    match = DIRECTORY.match(text)

    assert (match.kind, match.guessed, match.exact) == (MatchKind.AGENCY, True, False)


@pytest.mark.parametrize(
    "text", ["", "UBND", "Sở Du lịch", "Bộ Nội vụ", "UBND xã Yên Lâm", "VPX", "Sở Nội vụ tỉnh Phú Thọ"]
)
def test_a_name_that_is_not_near_enough_matches_nothing(text):
    match = DIRECTORY.match(text)

    assert (match.kind, match.agency, match.candidates) == (MatchKind.UNKNOWN, None, ())


@pytest.mark.parametrize(
    ("text", "kind", "level"),
    [
        ("UBND cấp huyện", MatchKind.LEVEL, AgencyLevel.DISTRICT),
        ("các huyện, thành phố", MatchKind.LEVEL, AgencyLevel.DISTRICT),
        ("Chủ tịch UBND các huyện, thành phố", MatchKind.LEVEL, AgencyLevel.DISTRICT),
        ("UBND cấp xã", MatchKind.LEVEL, AgencyLevel.COMMUNE),
        ("các xã, phường, thị trấn", MatchKind.LEVEL, AgencyLevel.COMMUNE),
        ("Các sở, ban, ngành", MatchKind.GENERAL, AgencyLevel.DEPARTMENT),
        ("các cơ quan Trung ương đóng trên địa bàn", MatchKind.GENERAL, AgencyLevel.CENTRAL),
        ("Các cơ quan, đơn vị liên quan", MatchKind.GENERAL, None),
    ],
)
def test_a_level_and_a_general_address_are_no_agency(text, kind, level):
    match = DIRECTORY.match(text)

    assert (match.kind, match.level, match.agency) == (kind, level, None)


def test_the_tree_is_walked_upwards_and_downwards_on_a_day():
    assert [found.code for found in DIRECTORY.ancestors("09025")] == ["251", "26"]
    assert [found.code for found in DIRECTORY.children_of("244", on=ISSUED)] == ["08746"]
    assert [found.code for found in DIRECTORY.of_level(AgencyLevel.DISTRICT, on=ISSUED)] == [
        "251",
        "243",
        "244",
        "246",
    ]
    assert DIRECTORY.of_level(AgencyLevel.DISTRICT, on=date(2025, 7, 1)) == ()


def test_a_merged_province_is_succeeded_by_the_one_that_took_over():
    assert [found.code for found in DIRECTORY.successors_of("26", on=LAST_DAY)] == ["26"]
    assert [found.code for found in DIRECTORY.successors_of("26", on=date(2025, 7, 1))] == ["phu-tho"]
    assert DIRECTORY.successors_of("251", on=date(2025, 7, 1)) == ()


def test_successors_that_name_each_other_end():
    circle = AgencyDirectory(
        tuple(
            agency(code, code, "district", valid_to=LAST_DAY, successors=(other,))
            for code, other in [("a", "b"), ("b", "a")]
        )
    )

    assert circle.successors_of("a", on=date(2026, 1, 1)) == ()
