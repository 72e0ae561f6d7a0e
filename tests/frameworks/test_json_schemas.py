"""The JSON schemas beside the data."""

import pytest

from parindex.frameworks.json_schemas import json_schemas
from parindex.frameworks.known import DATA

SCHEMAS = {path.name: (path, text) for path, text in json_schemas()}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_the_one_that_the_models_make(name: str):
    path, text = SCHEMAS[name]

    assert path.read_text(encoding="utf-8") == text, "run: python -m parindex.frameworks.json_schemas"


@pytest.mark.parametrize(
    ("file", "schema"),
    [("2948-2017.yaml", "framework.schema.json"), ("vinh-phuc/facts-2017.yaml", "../facts.schema.json")],
)
def test_a_data_file_names_its_schema_to_editors(file: str, schema: str):
    first, _, _ = (DATA / file).read_text(encoding="utf-8").partition("\n")

    assert first == f"# yaml-language-server: $schema={schema}"
    assert (DATA / file).parent.joinpath(schema).is_file()
