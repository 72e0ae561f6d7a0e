"""What is built in, without loading it."""

import re
import subprocess
import sys

import pytest

from parindex.frameworks.known import DATA, UnknownFramework, framework_ids, known_criteria, path_of
from parindex.frameworks.loader import framework_for


@pytest.mark.parametrize("framework_id", framework_ids())
def test_the_quick_scan_knows_what_the_loader_reads(framework_id: str):
    loaded = framework_for(framework_id)

    assert dict(known_criteria(framework_id)) == {c.code: c.title.vi for c in loaded.criteria}
    assert path_of(framework_id).stem == framework_id


def test_the_years_of_the_provinces_framework_find_its_file():
    assert [path_of(year) for year in framework_for("2948-2017").years] == [path_of("2948-2017")]


def test_a_framework_that_is_not_there_names_those_that_are():
    with pytest.raises(UnknownFramework) as caught:
        known_criteria("1294-2012")

    assert str(caught.value) == (
        "không có bộ tiêu chí “1294-2012” / there is no framework “1294-2012” "
        "(có: 2948-2017, mau-cap-huyen, mau-cap-xa, mau-so-nganh)"
    )


def test_a_year_without_a_framework_is_unknown():
    with pytest.raises(UnknownFramework):
        path_of(1999)


def test_the_quick_scan_loads_neither_the_yaml_reader_nor_the_schema():
    program = (
        "import sys; from parindex.frameworks.known import known_criteria; known_criteria('2948-2017');"
        "print(sorted({'pydantic', 'ruamel.yaml'} & set(sys.modules)))"
    )

    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert out.stdout == "[]\n"


def test_the_demonstration_names_each_criterion_as_the_framework_does():
    text = (DATA / "vinh-phuc" / "ke-hoach-5264-tom-luoc.md").read_text(encoding="utf-8")
    cited = re.findall(r"\(Tiêu chí ([\d.]+): ([^)]+)\)", text)
    rows = re.findall(r"^\| (\d+(?:\.\d+)+) \| ([^|]+) \|", text, re.MULTILINE)
    titles = known_criteria("2948-2017")

    named = [(code, name) for code, name in (*cited, *rows) if code in titles]

    assert len(named) == 32
    assert [(code, name) for code, name in named if titles[code] != name] == []
