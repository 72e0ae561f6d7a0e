"""The JSON schemas of the data files, for editors and other programs: `python -m parindex.frameworks.json_schemas`."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from parindex.frameworks.facts_schema import FactsFile
from parindex.frameworks.known import DATA
from parindex.frameworks.schema import FrameworkFile

_MODELS: dict[str, type[BaseModel]] = {
    "framework.schema.json": FrameworkFile,
    "facts.schema.json": FactsFile,
}


def json_schemas() -> Iterator[tuple[Path, str]]:
    """Path and text of each schema, as the models make them."""
    for name, model in _MODELS.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        yield DATA / name, json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for path, text in json_schemas():
        path.write_text(text, encoding="utf-8")
