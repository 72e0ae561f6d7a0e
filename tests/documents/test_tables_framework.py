"""A framework's plain data go out as sheets and come back exactly, whatever they hold."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parindex.frameworks
from parindex.documents.tables import UnreadableTable, read_workbook
from parindex.documents.tables.framework import FrameworkTable, differences, read, write
from parindex.frameworks.yaml_source import read_yaml
from tests.documents.resaved import Cells, cells_of, put, resaved, row_of

REAL = Path(parindex.frameworks.__file__).parent / "data" / "2948-2017.yaml"

texts = st.text(max_size=12) | st.sampled_from(
    [
        "",
        "0.50",
        "1,5",
        "38",
        "-0.00",
        "1e5",
        "[]",
        "{}",
        '"x"',
        " a ",
        "a\nb",
        "\r",
        "_x0041_",
        "=1+1",
        "e\u0323",
        "1.10",
    ]
)
plain: st.SearchStrategy[Any] = st.recursive(
    texts | st.just([]) | st.just({}),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
titles = st.fixed_dictionaries({}, optional={"vi": texts, "en": texts, "fr": texts})
points = st.fixed_dictionaries({"points": texts}, optional={"source": texts, "how": titles, "more": plain})


def entries(name: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(["1", "2", "3.10", "3.1", "a b"])
    return st.lists(st.fixed_dictionaries({name: names}, optional=fields), max_size=4)


frameworks: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"id": texts},
    optional={
        "title": titles,
        "years": st.lists(texts, max_size=3),
        "sources": st.dictionaries(texts, st.dictionaries(st.sampled_from(["document", "url", "x"]), texts)),
        "parts": entries("key", title=titles, group=texts, maximum=points),
        "areas": entries("code", title=titles | texts, maximum=points, criteria_count=texts),
        "criteria": entries("code", title=titles, maximum=points, rule=plain, note=plain, unknown=plain)
        | plain,
        "facts": entries("code", kind=texts, unit=texts),
        "unknown": plain,
    },
)


def real() -> FrameworkTable:
    data = read_yaml(REAL).data
    assert isinstance(data, dict)
    return FrameworkTable(data=data)


def returned(edit) -> FrameworkTable:
    return read(read_workbook(resaved(write(real()), edit)))


def refusal(edit) -> str:
    with pytest.raises(UnreadableTable) as caught:
        returned(edit)
    assert caught.value.en
    return caught.value.vi


def said(read_again: FrameworkTable) -> list[str]:
    return [change.said("vi") for change in differences(real(), read_again)]


def test_the_real_framework_comes_back_equal_without_differences_and_as_the_same_bytes():
    content = write(real())

    back = read(read_workbook(content))

    assert back == real()
    assert differences(real(), back) == ()
    assert write(back) == content


def test_the_real_framework_comes_back_from_another_program_too():
    assert returned(dict) == real()


@settings(max_examples=150, deadline=None)
@given(data=frameworks)
def test_any_data_of_the_shape_come_back_exactly_and_as_the_same_bytes(data):
    table = FrameworkTable(data=data)

    content = write(table)
    back = read(read_workbook(content))

    assert back == table
    assert write(back) == content
    assert differences(table, back) == ()


@settings(max_examples=60, deadline=None)
@given(first=frameworks, second=frameworks)
def test_data_that_differ_have_a_difference(first, second):
    changes = differences(FrameworkTable(data=first), FrameworkTable(data=second))

    assert (changes == ()) == (first == second)


def test_each_list_has_a_sheet_and_each_parameter_of_a_rule_a_row():
    cells = cells_of(write(real()))

    sizes = {name: len(rows) - 1 for name, rows in cells.items() if name != "Hướng dẫn"}
    assert sizes == {
        "Thông tin": 12,
        "Nguồn": 3,
        "Phần": 4,
        "Lĩnh vực": 8,
        "Tiêu chí": 34,
        "Số liệu": 26,
        "Quy tắc": 147,
        "Khác": 0,
    }
    first = row_of(cells, "Quy tắc", "Mã tiêu chí", "5.7.1")
    assert cells["Quy tắc"][first - 1 : first + 3] == [
        ["5.7.1", "kind", "band_by_rate"],
        ["5.7.1", "value", "qualified_commune_officials"],
        ["5.7.1", "bands.0.at_least", "1.00"],
        ["5.7.1", "bands.0.at_most", "1.00"],
    ]


def test_an_edited_maximum_and_an_edited_threshold_are_the_only_differences():
    def edit(cells: Cells) -> None:
        put("Tiêu chí", row_of(cells, "Tiêu chí", "Mã tiêu chí", "5.7.1"), "Điểm tối đa", 0.75)(cells)
        row = row_of(cells, "Quy tắc", "Mã tiêu chí", "5.7.1") + 6
        put("Quy tắc", row, "Giá trị", "0,9")(cells)

    assert said(returned(edit)) == [
        "Tiêu chí 5.7.1, Điểm tối đa: “0.50” → “0.75”",
        "Tiêu chí 5.7.1, rule.bands.1.at_least: “0.80” → “0.9”",
    ]


def test_a_deleted_entry_is_one_change_and_a_new_one_too():
    def edit(cells: Cells) -> None:
        del cells["Tiêu chí"][row_of(cells, "Tiêu chí", "Mã tiêu chí", "7.4") - 1]
        cells["Tiêu chí"].append(["7.5", "Tiêu chí mẫu"])

    assert said(returned(edit)) == [
        "Tiêu chí 7.4, bỏ dòng “Hệ thống chất lượng ISO 9001”",
        "Tiêu chí 7.5, thêm dòng “Tiêu chí mẫu”",
    ]


def test_another_order_of_rows_is_a_change():
    def edit(cells: Cells) -> None:
        rows = cells["Phần"]
        rows[1], rows[2] = rows[2], rows[1]

    assert said(returned(edit)) == [
        "Phần, thứ tự dòng: “appraised, impact, sipas, officials” → “impact, appraised, sipas, officials”"
    ]


def test_a_rule_of_a_criterion_that_has_no_row_is_refused():
    def edit(cells: Cells) -> None:
        del cells["Tiêu chí"][row_of(cells, "Tiêu chí", "Mã tiêu chí", "5.7.1") - 1]

    assert refusal(edit).endswith("cột Mã tiêu chí: trang Tiêu chí không có mã “5.7.1”")


def test_what_has_no_column_of_its_own_is_kept_with_its_path():
    data = deepcopy(dict(real().data))
    data["criteria"][0]["hint"] = {"vi": "", "steps": []}
    data["criteria"].insert(1, {"code": "1.10", "rule": {}})

    content = write(FrameworkTable(data=data))

    assert read(read_workbook(content)).data == data
    assert cells_of(content)["Khác"][1:] == [
        ['criteria."1.1".hint.steps', "[]"],
        ['criteria."1.1".hint.vi', '""'],
        ['criteria."1.10".rule', "{}"],
    ]


def test_a_list_whose_entries_share_a_name_is_kept_as_it_is():
    data = {"criteria": [{"code": "1.1"}, {"code": "1.1"}]}

    content = write(FrameworkTable(data=data))

    assert read(read_workbook(content)).data == data
    assert cells_of(content)["Khác"][1:] == [["criteria.0.code", "1.1"], ["criteria.1.code", "1.1"]]


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("bands..earns", "1", "cột Đường dẫn: “bands..earns” không phải là đường dẫn như bands.0.earns"),
        ("", "1", "cột Đường dẫn: “” không phải là đường dẫn như bands.0.earns"),
        ('"x', "1", 'cột Đường dẫn: “"x” không phải là đường dẫn như bands.0.earns'),
        (
            ".".join("a" * 50),
            "1",
            f"cột Đường dẫn: “{'.'.join('a' * 50)}” không phải là đường dẫn như bands.0.earns",
        ),
        ("x", "", 'cột Giá trị: ô trống; chữ trống thì ghi ""'),
    ],
)
def test_a_path_or_value_that_cannot_be_is_refused_with_its_place(path, value, problem):
    message = refusal(lambda cells: cells["Quy tắc"].append(["1.1", path, value]))

    assert message == f"Quy tắc, dòng 149, {problem}"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("kind", "Quy tắc, dòng 149: “1.2, kind” đã có ở dòng trên"),
        ("kind.x", 'Nội dung tệp mâu thuẫn: đường dẫn “criteria."1.2".rule.kind.x” có hai lần.'),
        ("weights.x", "Nội dung tệp mâu thuẫn: một chỗ không thể vừa là danh sách vừa có tên."),
    ],
)
def test_paths_that_contradict_each_other_are_refused(path, problem):
    assert refusal(lambda cells: cells["Quy tắc"].append(["1.2", path, "1"])) == problem


def test_a_deleted_parameter_in_the_middle_of_a_list_closes_the_gap():
    def edit(cells: Cells) -> None:
        rows = cells["Quy tắc"]
        cells["Quy tắc"] = [row for row in rows if not (row[0] == "5.7.1" and row[1].startswith("bands.1."))]

    back = returned(edit)

    bands = next(c for c in back.data["criteria"] if c["code"] == "5.7.1")["rule"]["bands"]
    assert [band["earns"] for band in bands] == ["0.50", "0.00"]


@pytest.mark.parametrize(
    ("typed", "title"),
    [('"Một cửa" liên thông', '"Một cửa" liên thông'), ('""', ""), ('"\\u0020x"', " x"), ("1,5", "1,5")],
)
def test_quotes_hold_a_whole_text_or_are_part_of_it(typed, title):
    back = returned(put("Tiêu chí", 2, "Tên", typed))

    assert back.data["criteria"][0]["title"]["vi"] == title


def test_data_that_are_not_plain_are_no_framework():
    with pytest.raises(ValueError, match="neither text, list nor dictionary"):
        write(FrameworkTable(data={"id": "x", "total": 100}))
