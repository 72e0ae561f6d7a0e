"""The JSON schemas of the data files, for editors and other programs: `python -m parindex.frameworks.json_schemas`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from parindex.frameworks.facts_schema import FactsFile
from parindex.frameworks.known import DATA
from parindex.frameworks.schema import FrameworkFile

_MODELS: dict[str, type[BaseModel]] = {
    "framework.schema.json": FrameworkFile,
    "facts.schema.json": FactsFile,
}


# The files are read as text, so a number or a yes may stand in quotes, which an editor's YAML takes for a string.
_AS_TEXT: dict[str, dict[str, Any]] = {
    "integer": {"type": "string", "pattern": r"^-?\d+$"},
    "boolean": {"enum": ["yes", "no", "true", "false"]},
}


def json_schemas() -> Iterator[tuple[Path, str]]:
    """Path and text of each schema, as the models make them."""
    for name, model in _MODELS.items():
        made = _with_text(model.model_json_schema())
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
        yield DATA / name, json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _with_text(schema: Any) -> Any:
    """The schema with the text form of whole numbers and of yes and no beside the plain one."""
    if isinstance(schema, list):
        return [_with_text(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    deeper = {key: _with_text(value) for key, value in schema.items()}
    text = _AS_TEXT.get(schema["type"]) if isinstance(schema.get("type"), str) else None
    if text is None:
        return deeper
    said = {key: deeper.pop(key) for key in ("default", "title", "description") if key in deeper}
    return {**said, "anyOf": [deeper, text]}


if __name__ == "__main__":
    for path, text in json_schemas():
        path.write_text(text, encoding="utf-8")
