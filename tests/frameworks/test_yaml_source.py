"""YAML files as text: what is written is what is read, and nothing else."""

from pathlib import Path

import pytest

from parindex.frameworks.problems import InvalidData
from parindex.frameworks.yaml_source import LARGEST_BYTES, YamlDocument, read_yaml


def read(folder: Path, text: str | bytes) -> YamlDocument:
    path = folder / "file.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(path)


def refused(folder: Path, text: str | bytes) -> str:
    with pytest.raises(InvalidData) as caught:
        read(folder, text)
    return str(caught.value).removeprefix(str(folder))


def test_scalars_stay_as_they_are_written(tmp_path: Path):
    document = read(tmp_path, "code: 1.10\nlawful: no\ndate: 2018-07-18\nempty:\nshare: 0x1F\nname: 'a'\n")

    assert document.data == {
        "code": "1.10", "lawful": "no", "date": "2018-07-18", "empty": "", "share": "0x1F", "name": "a",
    }  # fmt: skip


def test_every_place_knows_its_line(tmp_path: Path):
    document = read(tmp_path, "a:\n  - x\n  - b: 1\n    c: 2\n")

    places = [("a", 0), ("a", 1, "c"), ("a", 1, "tag", "c"), ("a", 1, "missing"), ("nowhere",)]
    assert [document.line_of(place) for place in places] == [2, 4, 4, 3, 1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", ":3: khóa “a” bị lặp / the key “a” is there twice"),
        (
            "a: &x 1\n",
            ":1: không dùng neo và bí danh (& và *) / anchors and aliases (& and *) are not used here",
        ),
        (
            "a: 1\nb: *x\n",
            ":2: không dùng neo và bí danh (& và *) / anchors and aliases (& and *) are not used here",
        ),
        ("a: !!python/name:os.system x\n", ":1: không dùng nhãn kiểu (!) / tags (!) are not used here"),
        ("", ":1: tệp trống / the file is empty"),
        ("# only a comment\n", ":1: tệp trống / the file is empty"),
        (
            "a: 1\n---\nb: 2\n",
            ":2: tệp có nhiều hơn một tài liệu YAML / the file holds more than one document",
        ),
        ("[" * 60, ":1: lồng quá 20 tầng / nested more than 20 levels deep"),
        ("? [a]\n: b\n", ":1: khóa phải là chữ / a key must be plain text"),
        (b"a: 1\nb: \xff\n", ":2: tệp không phải là văn bản UTF-8 / the file is not UTF-8 text"),
        (
            "a: \x01\n",
            ":1: tệp có ký tự mà YAML không cho phép / the file holds characters that YAML forbids",
        ),
        (
            "a: 1\nb: c: d\n",
            ":2: YAML viết sai: mapping values are not allowed here / "
            "this is not YAML: mapping values are not allowed here",
        ),
        (b"x" * (LARGEST_BYTES + 1), ":1: tệp lớn hơn 500 kB / the file is larger than 500 kB"),
    ],
)
def test_what_is_no_plain_small_file_is_refused_with_its_line(tmp_path: Path, text: str | bytes, said: str):
    assert refused(tmp_path, text) == f"/file.yaml{said}"


def test_aliases_are_refused_before_they_can_grow(tmp_path: Path):
    bomb = "a: &a [x, x]\n" + "".join(
        f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )

    assert "bí danh" in refused(tmp_path, bomb)


def test_a_file_that_is_not_there_is_a_problem_of_the_file(tmp_path: Path):
    with pytest.raises(InvalidData) as caught:
        read_yaml(tmp_path / "none.yaml")

    assert str(caught.value).endswith(
        "none.yaml:1: không đọc được tệp (No such file or directory) / "
        "the file cannot be read (No such file or directory)"
    )
