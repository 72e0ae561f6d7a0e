"""Frameworks as plain data: what is kept is what the file says, and problems name their place."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parindex.domain.agencies import AgencyLevel
from parindex.frameworks.known import UnknownFramework, framework_ids
from parindex.frameworks.loader import framework_for
from parindex.frameworks.problems import InvalidData
from parindex.frameworks.stored import built_in_frameworks, data_digest, framework_data, framework_from_data

DATA: dict[str, Any] = framework_data("2948-2017")

_TEXT = st.text(max_size=5)
_PLAIN = st.recursive(_TEXT, lambda deeper: st.lists(deeper) | st.dictionaries(_TEXT, deeper), max_leaves=6)


def _problems(data: dict[str, Any], name: str = "") -> list[str]:
    with pytest.raises(InvalidData) as caught:
        framework_from_data(data, name=name)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("framework_id", framework_ids())
def test_data_that_went_through_json_make_the_framework_of_the_file(framework_id: str):
    kept = json.loads(json.dumps(framework_data(framework_id)))

    assert framework_from_data(kept) == framework_for(framework_id)


def test_the_data_of_an_unknown_framework_are_refused():
    with pytest.raises(UnknownFramework):
        framework_data("1294-2012")


def test_a_framework_is_the_provinces_and_no_sample_unless_it_says_so():
    given_none = framework_from_data(DATA)
    given = framework_from_data({**DATA, "level": "commune", "sample": "yes"})

    assert (given_none.level, given_none.is_sample) == (AgencyLevel.PROVINCE, False)
    assert (given.level, given.is_sample) == (AgencyLevel.COMMUNE, True)


def test_a_problem_names_the_keys_that_lead_to_it():
    data = deepcopy(DATA)
    data["criteria"][1]["rule"]["kind"] = "deduction"
    data["parts"][0]["group"] = "indirect"
    del data["title"]

    problems = _problems(data, name="Bộ tiêu chí 2026")

    assert [problem.partition(" / ")[0].partition("; các loại")[0] for problem in problems] == [
        "Bộ tiêu chí 2026: thiếu “title”",
        "Bộ tiêu chí 2026, parts appraised → group: “indirect” phải là một trong: 'direct' hoặc 'survey'",
        "Bộ tiêu chí 2026, criteria 1.2 → rule: không có loại quy tắc “deduction”",
    ]


def test_an_element_without_a_name_goes_by_its_number():
    assert _problems({**DATA, "years": ["2017", "hai nghìn"]}) == [
        "2948-2017, years 2: “hai nghìn” không phải là số / “hai nghìn” is no number"
    ]


def test_a_framework_that_does_not_add_up_says_where():
    data = deepcopy(DATA)
    data["areas"][0]["maximum"]["points"] = "11.00"
    data["criteria"][2]["source"] = "rumour"

    assert _problems(data) == [
        "2948-2017, criteria 1.5 → source: nguồn “rumour” chưa được nêu / the source “rumour” is not listed"
    ]
    data["criteria"][2]["source"] = "plan"
    assert _problems(data) == [
        "2948-2017, areas: các lĩnh vực cộng lại là 101.00, không phải 100.00 / "
        "the areas add up to 101.00, not to 100.00"
    ]


def test_numbers_and_empty_values_are_no_text():
    assert _problems({**DATA, "total": 100.0, "note": None}) == [
        "2948-2017, total: “100.0” phải viết thành chữ / “100.0” must be written as text",
        "2948-2017, note: “None” phải viết thành chữ / “None” must be written as text",
    ]


def test_data_nested_without_end_are_refused():
    deep: list[Any] = []
    for _ in range(2000):
        deep = [deep]

    assert _problems({**DATA, "note": deep})[0].endswith("lồng quá 20 tầng / nested more than 20 levels deep")


@given(st.dictionaries(_TEXT, _PLAIN, max_size=5))
def test_a_digest_knows_data_again_in_whatever_order_they_stand(data: dict[str, Any]):
    turned = dict(reversed(json.loads(json.dumps(data)).items()))

    assert data_digest(turned) == data_digest(data)


def test_a_digest_changes_with_any_value():
    changed = deepcopy(DATA)
    changed["criteria"][0]["title"]["vi"] += "."

    assert data_digest(changed) != data_digest(DATA)


def test_what_is_built_in_is_known_as_the_loader_reads_it():
    heads = [(head.id, head.level, head.title, head.years, head.is_sample) for head in built_in_frameworks()]

    loaded = [framework_for(head.id) for head in built_in_frameworks()]
    assert heads == [(f.id, f.level, f.title, f.years, f.is_sample) for f in loaded]
