"""Which tables a reader may take out, and the words by which one of them is found."""

import pytest
from django.test import TestCase

from parindex.domain.rights import Role
from parindex.services.actor import SYSTEM
from parindex.services.tables.choices import choices, facts_of_units, narrowed
from parindex.services.tables.files import table_file
from tests.scoring_year import DAY, acting

KINDS = ("framework", "facts", "sheet", "result")


def found(kind: str, *words: str) -> list[tuple[str, ...]]:
    known = [one for one in choices(kind, SYSTEM) if one.year == 2018]
    return [one.selector for one in narrowed(known, words)]


@pytest.mark.parametrize(
    ("kind", "words", "selector"),
    [
        ("sheet", ("xa", "Đạo Trù"), ("commune", "08914", "08914")),
        ("sheet", ("dao tru",), ("commune", "08914", "08914")),
        ("sheet", ("province", "so noi vu"), ("province", "26", "26-so-noi-vu")),
        ("sheet", ("sở ngành", "Sở Nội vụ"), ("department", "26-so-noi-vu", "26-so-noi-vu")),
        ("sheet", ("tỉnh", "26", "26-so-tu-phap"), ("province", "26", "26-so-tu-phap")),
        ("result", ("huyện", "vinh yen"), ("district", "243")),
        ("facts", ("cấp xã",), ("commune",)),
    ],
)
def test_a_table_is_found_by_code_or_by_name_without_diacritics(
    sample_years: None, kind: str, words: tuple[str, ...], selector: tuple[str, ...]
):
    assert found(kind, *words) == [selector]


def test_the_facts_of_a_single_unit_can_be_asked_for(sample_years: None):
    known = [one for one in facts_of_units(SYSTEM) if one.year == 2018]

    (choice,) = narrowed(known, ["xa", "dao tru"])

    file = table_file(kind="facts", key=choice.key, actor=SYSTEM, today=DAY)
    assert file is not None
    assert file.name == "so-lieu-2018-commune-08914.xlsx"


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.COORDINATOR, {"framework", "facts", "sheet", "result"}),
        (Role.SCORER, {"framework", "facts", "sheet", "result"}),
        (Role.ADMINISTRATOR, {"framework", "facts", "result"}),
    ],
)
def test_everybody_is_offered_what_they_may_take_out(sample_years: None, role: Role, offered: set[str]):
    actor = acting(role)

    there = {kind: choices(kind, actor) for kind in KINDS}

    assert {kind for kind, found in there.items() if found} == offered
    published = {one.year for kind in ("facts", "result") for one in there[kind]}
    assert published == ({2017, 2018} if role is Role.COORDINATOR else {2017})


def test_a_scorer_is_offered_the_sheets_of_their_own_agency(sample_years: None):
    scorer = acting(Role.SCORER, "26-so-tu-phap")

    agencies = {one.selector[-1] for one in choices("sheet", scorer)}

    assert agencies == {"26-so-tu-phap"}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_offered_is_listed_in_a_few_queries(sample_years: None, kind: str):
    actor = acting(Role.COORDINATOR)

    with TestCase().assertNumQueries(1 if kind != "framework" else 2):
        choices(kind, actor)


@pytest.mark.parametrize("kind", [*KINDS, "khac"])
@pytest.mark.parametrize("key", ["0", "99999999", "x", "ky-99", "dv-99999", "co-san-x", "1" * 30, "²"])
def test_a_key_that_is_no_tables_gives_none(sample_years: None, kind: str, key: str):
    assert table_file(kind=kind, key=key, actor=SYSTEM, today=DAY) is None
