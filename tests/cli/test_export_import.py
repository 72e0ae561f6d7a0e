"""`parindex export` and `parindex import`: tables out of a home, and back with a list of what they change."""

import json
from pathlib import Path

import pytest

from tests.cli.commands import parindex
from tests.returned_tables import cell, edited

CODE = "2948-2017"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    parindex("demo", home=folder)
    return folder


def test_a_built_in_framework_goes_out_of_an_empty_home_and_back_without_differences(tmp_path: Path):
    written = parindex("export", "framework", CODE, "--out", "bo.xlsx", home=tmp_path)
    said = parindex("import", "bo.xlsx", "--json", home=tmp_path)

    assert (written.code, written.out, written.errors) == (0, "bo.xlsx\n", "")
    assert said.code == 0
    assert json.loads(said.out) == {
        "kind": "framework",
        "identity": {"framework": CODE},
        "changes": [],
        "applied": False,
    }


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("framework", CODE), f"bo-tieu-chi-{CODE}.xlsx"),
        (("facts", "2018", "xa", "dao tru"), "so-lieu-2018-commune-08914.xlsx"),
        (("sheet", "2018", "province", "26", "so noi vu"), "phieu-2018-26-26-so-noi-vu.xlsx"),
        (("result", "2017", "huyen", "vinh yen"), "ket-qua-2017-district-243.xlsx"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_every_kind_is_found_by_code_or_by_name_and_comes_back_byte_for_byte(
    home: Path, words: tuple[str, ...], name: str
):
    written = parindex("export", *words, home=home)
    first = (home / name).read_bytes()
    said = parindex("import", name, "--apply", home=home)
    again = parindex("export", *words, home=home)

    assert (written.code, written.out, written.errors) == (0, f"{name}\n", "")
    assert (said.code, said.out) == (0, "Không có chỗ nào khác.\n")
    assert (again.code, (home / name).read_bytes()) == (0, first)


def test_words_that_fit_several_tables_are_answered_with_what_there_is(home: Path):
    said = parindex("export", "sheet", "2018", "tinh", home=home)

    assert (said.code, said.out) == (2, "")
    assert said.errors.splitlines()[:2] == [
        "“sheet 2018 tinh” còn chỉ nhiều bảng. Hãy chọn một:",
        "  sheet 2018 province 26 26-van-phong-ubnd-tinh  (Tỉnh Vĩnh Phúc · Văn phòng UBND tỉnh)",
    ]


def test_where_there_are_many_they_are_counted_by_year_and_level(home: Path):
    said = parindex("export", "facts", "1999", home=home)
    many = parindex("export", "sheet", "2018", home=home)

    assert said.errors.splitlines()[0] == "“facts 1999” không chỉ bảng nào. Hãy chọn một:"
    assert "  sheet 2018 commune …  (137 bảng)" in many.errors.splitlines()


def test_a_wrong_framework_is_answered_with_the_ids_there_are(tmp_path: Path):
    said = parindex("export", "framework", "1-1999", home=tmp_path)

    assert said.code == 2
    assert "  framework 2948-2017  (Bộ tiêu chí cấp tỉnh năm 2017)" in said.errors.splitlines()


def test_differences_are_stored_with_apply_only(tmp_path: Path):
    parindex("export", "framework", CODE, "--out", "bo.xlsx", home=tmp_path)
    path = tmp_path / "bo.xlsx"
    path.write_bytes(
        edited(path.read_bytes(), cell("Tiêu chí", ("Mã tiêu chí", "5.7.1"), "Tên", "Công chức xã"))
    )

    seen = parindex("import", "bo.xlsx", "--lang", "en", home=tmp_path)
    stored = json.loads(parindex("import", "bo.xlsx", "--apply", "--json", home=tmp_path).out)
    again = parindex("import", "bo.xlsx", home=tmp_path)

    assert seen.out.splitlines()[0] == "1 change, not stored (--apply stores them); 0 refused."
    assert (stored["applied"], stored["changes"]) == (
        True,
        [
            {
                "place": "Tiêu chí 5.7.1",
                "what": "Tên",
                "before": "Công chức cấp xã đạt chuẩn",
                "after": "Công chức xã",
                "refused": False,
            }
        ],
    )
    assert again.out == "Không có chỗ nào khác.\n"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"xin chao"], ids=["empty", "damaged", "text"])
def test_a_file_that_cannot_be_used_ends_with_2_and_one_sentence(tmp_path: Path, content: bytes):
    (tmp_path / "x.xlsx").write_bytes(content)

    said = parindex("import", "x.xlsx", home=tmp_path)

    assert (said.code, said.out, len(said.errors.splitlines())) == (2, "", 1)


def test_a_file_that_is_not_there_ends_with_2(tmp_path: Path):
    said = parindex("import", "khong-co.xlsx", home=tmp_path)

    assert (said.code, said.errors) == (
        2,
        "Không đọc được tệp khong-co.xlsx: No such file or directory.\n",
    )


def test_what_is_refused_says_why(home: Path):
    parindex("export", "facts", "2018", "tinh", "--out", "so-lieu.xlsx", home=home)
    path = home / "so-lieu.xlsx"
    named = ("Mã đơn vị", "26")
    path.write_bytes(edited(path.read_bytes(), cell("Đơn vị", named, "Tên đơn vị", "Tỉnh Khác")))

    said = json.loads(parindex("import", "so-lieu.xlsx", "--apply", "--json", home=home).out)

    assert said["applied"] is False
    assert said["changes"] == [
        {
            "place": "26",
            "what": "Tên đơn vị",
            "before": "Tỉnh Vĩnh Phúc",
            "after": "Tỉnh Khác",
            "refused": True,
            "why": "Phần mềm tự ghi phần này, sửa trong tệp không có tác dụng.",
        }
    ]
